using System.ServiceModel.Syndication;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The newest disclosures as an Atom feed, of everything, or of one organisation, domain, item or aspect.</summary>
public static class FeedEndpoint
{
    private const int Entries = 50;

    public static async Task<IResult> GetAsync(
        string? organisation, string? domain, string? item, string? aspect, DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue,
        SiteAddress site, BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        var within = string.IsNullOrEmpty(domain) ? null : await catalogue.DomainAsync(domain, stop);
        var about = string.IsNullOrEmpty(item) ? null : await catalogue.ItemNameAsync(item, stop);
        var door = AspectPages.Find(aspect);
        if ((owner is null && !string.IsNullOrEmpty(organisation)) || (within is null && !string.IsNullOrEmpty(domain)) || (about is null && !string.IsNullOrEmpty(item))
            || (door is null && !string.IsNullOrEmpty(aspect))) return Results.NotFound();

        var filter = new DisclosureFilter { OrganisationId = owner?.Id, DomainId = within?.Id, ItemCode = about is null ? null : item, Aspect = door?.Aspect };
        var rows = (await list.ReadAsync(filter, null, null, stop, Entries)).Rows;
        var address = AtomFeeds.Address("/feed.xml", ("organisation", owner?.Slug), ("domain", within?.Slug), ("item", item), ("aspect", door?.Slug));
        var page = (owner, within, about, door) switch
        {
            (_, _, { } one, _) => one.Path,
            ({ } one, null, _, null) => "/organisations/" + one.Slug,
            (null, { } one, _, null) => "/catalogue/" + one.Slug,
            (null, null, _, { } one) => "/five/" + one.Slug,
            _ => AtomFeeds.Address("/disclosures", ("organisation", owner?.Slug), ("domain", within?.Slug), ("aspect", door?.Slug)),
        };
        return await feeds.AnswerAsync(Feed(address, page, [owner?.Name, within?.Name, about?.FullName, door is null ? null : door.Name + "公开"], rows, site, clock.Today));
    }

    /// <summary>The newest of the policy document library, of everything or narrowed by organisation, theme and validity.</summary>
    public static async Task<IResult> PoliciesAsync(
        string? organisation, string? theme, string? validity, DisclosureList list, OrganisationDirectory directory,
        SiteAddress site, BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        if (owner is null && !string.IsNullOrEmpty(organisation)) return Results.NotFound();
        var (about, standing) = (ListQuery.Read<ThemeClass>(theme), ListQuery.Read<Validity>(validity));
        var filter = new DisclosureFilter
        {
            OrganisationId = owner?.Id,
            Validity = standing,
            Policies = new PolicyFilter { Theme = about },
        };
        var rows = (await list.ReadAsync(filter, null, null, stop, Entries)).Rows;
        string?[] names = ["政策文件库", owner?.Name, about is { } subject ? Words.Of(subject) : null, standing is { } state ? Words.Of(state) : null];
        return await feeds.AnswerAsync(Feed("/policies", names, [("organisation", owner?.Slug), ("theme", about?.ToString()), ("validity", standing?.ToString())], rows, site, clock.Today));
    }

    /// <summary>The newest interpretations of policies, of everything or narrowed by organisation, domain and form.</summary>
    public static async Task<IResult> InterpretationsAsync(
        string? organisation, string? domain, string? form, DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue,
        SiteAddress site, BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        var within = string.IsNullOrEmpty(domain) ? null : await catalogue.DomainAsync(domain, stop);
        if ((owner is null && !string.IsNullOrEmpty(organisation)) || (within is null && !string.IsNullOrEmpty(domain))) return Results.NotFound();
        var wanted = ListQuery.Read<InterpretationForm>(form);
        var filter = new DisclosureFilter { OrganisationId = owner?.Id, Interpretations = new InterpretationFilter { Form = wanted, DomainId = within?.Id } };
        var rows = (await list.ReadAsync(filter, null, null, stop, Entries)).Rows;
        string?[] names = ["政策解读", owner?.Name, within?.Name, wanted is { } one ? Words.Of(one) : null];
        return await feeds.AnswerAsync(Feed("/interpretations", names, [("organisation", owner?.Slug), ("domain", within?.Slug), ("form", wanted?.ToString())], rows, site, clock.Today));
    }

    /// <summary>The newest responses, of everything, of one organisation or of one domain.</summary>
    public static async Task<IResult> ResponsesAsync(
        string? organisation, string? domain, ResponseReader responses, DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue,
        SiteAddress site, BusinessClock clock, AtomFeeds feeds, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        var within = string.IsNullOrEmpty(domain) ? null : await catalogue.DomainAsync(domain, stop);
        if ((owner is null && !string.IsNullOrEmpty(organisation)) || (within is null && !string.IsNullOrEmpty(domain))) return Results.NotFound();
        var page = await responses.PageAsync(new ResponseFilter(owner?.Id, within?.Id), null, null, Entries, stop);
        var rows = await list.RowsAsync([.. page.Rows.Select(r => r.Id)], stop);
        string?[] names = ["回应关切", owner?.Name, within?.Name];
        return await feeds.AnswerAsync(Feed("/responses", names, [("organisation", owner?.Slug), ("domain", within?.Slug)], rows, site, clock.Today));
    }

    /// <summary>The feed of a column: below its page, and narrowed by the same words.</summary>
    private static AtomFeed Feed(
        string column, IReadOnlyList<string?> names, (string Name, string? Value)[] narrowed, IReadOnlyList<ListedDisclosure> rows, SiteAddress site, DateOnly today) =>
        Feed(AtomFeeds.Address(column + "/feed.xml", narrowed), AtomFeeds.Address(column, narrowed), names, rows, site, today);

    private static AtomFeed Feed(string address, string page, IReadOnlyList<string?> names, IReadOnlyList<ListedDisclosure> rows, SiteAddress site, DateOnly today) => new()
    {
        Address = address,
        Names = names,
        Subtitle = "最新公开的政府信息",
        Page = page,
        Entries = [.. rows.Select(row => Entry(row, site, today))],
    };

    private static SyndicationItem Entry(ListedDisclosure row, SiteAddress site, DateOnly today)
    {
        var validity = row.ValidityOn(today);
        var mark = validity is Validity.NotApplicable or Validity.InForce ? "" : $"【{Words.Of(validity)}】";
        var entry = new SyndicationItem
        {
            Id = site.Of(row.Path),
            Title = new TextSyndicationContent(XmlText.Clean(row.Title)),
            Summary = new TextSyndicationContent(XmlText.Clean(mark + row.Summary)),
            PublishDate = new DateTimeOffset(row.FirstPublishedAt),
            LastUpdatedTime = new DateTimeOffset(ChangedAt(row, today)),
        };
        if (validity != Validity.NotApplicable) entry.Categories.Add(new SyndicationCategory(validity.ToString(), null, Words.Of(validity)));
        if (row.IsImported) entry.Categories.Add(new SyndicationCategory("Imported", null, Words.Of(BatchKind.Import)));
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site.Of(row.Path))));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(row.OrganisationName) });
        return entry;
    }

    /// <summary>When a reader would see something new: a version, an act on the validity, or a midnight that changed it.</summary>
    private static DateTime ChangedAt(ListedDisclosure row, DateOnly today)
    {
        var changes = new List<DateTime> { row.LastPublishedAt };
        if (row.ValidityActAt is { } act) changes.Add(act);
        if (row.Genre.Rule().HasValidity && row.Dates.LastChangeUpTo(today) is { } day) changes.Add(BusinessClock.Utc(day, TimeOnly.MinValue));
        return changes.Max();
    }
}
