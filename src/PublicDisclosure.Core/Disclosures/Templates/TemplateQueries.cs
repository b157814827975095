using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures.Templates;

/// <summary>A template in a list.</summary>
public sealed record TemplateRow(Guid Id, string Name, string ItemCode, string ItemName, string? OrganisationName, DateTime ChangedAt, bool IsRetired);

/// <summary>A template that a draft can begin with.</summary>
public sealed record TemplateOffer(Guid Id, string Name, bool IsForAll);

/// <summary>Reads templates: for those who keep them, and for those who start drafts.</summary>
public sealed class TemplateQueries(DisclosureDb db, BusinessClock clock)
{
    /// <summary>The templates that a person with this reach keeps; those in use first.</summary>
    public async Task<IReadOnlyList<TemplateRow>> KeptAsync(OrganisationScope scope, CancellationToken stop = default) =>
        await Kept(scope).OrderBy(t => t.RetiredAt != null).ThenByDescending(t => t.ChangedAt).Take(500)
            .Select(t => new TemplateRow(
                t.Id, t.Name, t.ItemCode,
                db.Items.Where(i => i.Code == t.ItemCode).Select(i => i.Text.Level3 != "" ? i.Text.Level3 : i.Text.Level2 != "" ? i.Text.Level2 : i.Text.Level1).FirstOrDefault() ?? t.ItemCode,
                db.Organisations.Where(o => o.Id == t.OrganisationId).Select(o => o.ShortName).FirstOrDefault(), t.ChangedAt, t.RetiredAt != null))
            .ToListAsync(stop);

    /// <summary>One of them, or null.</summary>
    public Task<DisclosureTemplate?> FindKeptAsync(OrganisationScope scope, Guid id, CancellationToken stop = default) =>
        Kept(scope).SingleOrDefaultAsync(t => t.Id == id, stop);

    /// <summary>What an organisation can start a draft of an item from: its own templates first.</summary>
    public async Task<IReadOnlyList<TemplateOffer>> OffersAsync(Guid organisationId, string itemCode, CancellationToken stop = default) =>
        await Offered(organisationId).Where(t => t.ItemCode == itemCode).OrderBy(t => t.OrganisationId == null).ThenBy(t => t.Name).Take(50)
            .Select(t => new TemplateOffer(t.Id, t.Name, t.OrganisationId == null)).ToListAsync(stop);

    /// <summary>
    /// The draft that a template begins, on top of what the item proposes: where the template is silent the item speaks. The
    /// organisation's name and the year are filled in; other {words} stay for the clerk.
    /// </summary>
    /// <returns>Null when the template is not offered for this organisation and item.</returns>
    public async Task<DisclosureText?> ApplyAsync(Guid templateId, Guid organisationId, string itemCode, DisclosureText proposal, CancellationToken stop = default)
    {
        var template = await Offered(organisationId).SingleOrDefaultAsync(t => t.Id == templateId && t.ItemCode == itemCode, stop);
        if (template is null) return null;
        var name = await db.Organisations.AsNoTracking().Where(o => o.Id == organisationId).Select(o => o.Name).SingleAsync(stop);
        return Fill(Over(proposal, template.Text), new Dictionary<string, string>
        {
            ["单位名称"] = name,
            ["年份"] = clock.Today.Year.ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Puts values in the place of {words} in title, summaries and body.</summary>
    public static DisclosureText Fill(DisclosureText text, IReadOnlyDictionary<string, string> values)
    {
        return text with { Title = In(text.Title), Summary = In(text.Summary), PlainSummary = In(text.PlainSummary), Keywords = In(text.Keywords), Body = In(text.Body) };

        string In(string words) => values.Aggregate(words, (filled, value) => filled.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));
    }

    private static DisclosureText Over(DisclosureText proposal, DisclosureText template) => template with
    {
        Aspects = template.Aspects == Catalogue.DisclosureAspects.None ? proposal.Aspects : template.Aspects,
        MandatoryClass = template.MandatoryClass ?? proposal.MandatoryClass,
        Keywords = template.Keywords.Length > 0 ? template.Keywords : proposal.Keywords,
        Channels = template.Channels.Length > 0 ? template.Channels : proposal.Channels,
    };

    private IQueryable<DisclosureTemplate> Kept(OrganisationScope scope)
    {
        var ids = scope.OrganisationIds.ToList();
        return scope.IsWholeCity
            ? db.Templates.AsNoTracking()
            : db.Templates.AsNoTracking().Where(t => t.OrganisationId != null && ids.Contains(t.OrganisationId.Value));
    }

    private IQueryable<DisclosureTemplate> Offered(Guid organisationId) =>
        db.Templates.AsNoTracking().Where(t => t.RetiredAt == null && (t.OrganisationId == null || t.OrganisationId == organisationId));
}
