using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>An item that an organisation must publish, for choosing.</summary>
/// <param name="Code">Item code.</param>
/// <param name="DomainName">领域</param>
/// <param name="Text">The item's cells.</param>
/// <param name="IsUnconfirmed">待核对</param>
/// <param name="Published">How many public documents of the organisation stand behind it.</param>
public sealed record DutyItem(string Code, string DomainName, StandardItemText Text, bool IsUnconfirmed, int Published);

/// <summary>Reads the items an organisation must publish out of the edition in force (its own, else the city's).</summary>
public sealed class DutyItems(DisclosureDb db, DueDates dues)
{
    /// <summary>With what holds when nobody hands anything on: for tests and tools.</summary>
    public DutyItems(DisclosureDb db)
        : this(db, new DueDates(db))
    {
    }

    /// <summary>Which day a document under some items tells beside its formed date (起算日期); null where their limits need none.</summary>
    public Task<LimitAnchor?> AnchorAsync(Guid organisationId, IReadOnlyCollection<string> codes, DisclosureGenre genre, DateOnly? formedOn, CancellationToken stop = default) =>
        dues.AnchorAsync(organisationId, codes, genre, formedOn, stop);

    /// <summary>The organisation's items in catalogue order, narrowed by words of domain, levels or elements.</summary>
    public async Task<IReadOnlyList<DutyItem>> OfAsync(Guid organisationId, string? words = null, CancellationToken stop = default)
    {
        var rows = await InForce(organisationId)
            .Where(i => db.Duties.Any(d => d.OrganisationId == organisationId && d.ItemCode == i.Code && d.IsActive))
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { Item = i, Domain = d })
            .OrderBy(r => r.Domain.SortOrder).ThenBy(r => r.Item.SortOrder)
            .Select(r => new DutyItem(
                r.Item.Code, r.Domain.Name, r.Item.Text, r.Item.Confirmation == ItemConfirmation.Unconfirmed,
                db.ListingItems.Count(l => l.ItemCode == r.Item.Code && l.OrganisationId == organisationId)))
            .ToListAsync(stop);
        var terms = (words ?? "").Split(' ', '\u3000', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. rows.DistinctBy(r => r.Code).Where(r => terms.All(t => Says(r, t)))];
    }

    /// <summary>The items behind codes, in the edition in force for the organisation; codes without one are left out.</summary>
    public async Task<IReadOnlyDictionary<string, DutyItem>> FindAsync(Guid organisationId, IReadOnlyCollection<string> codes, CancellationToken stop = default)
    {
        var rows = await InForce(organisationId).Where(i => codes.Contains(i.Code))
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new DutyItem(i.Code, d.Name, i.Text, i.Confirmation == ItemConfirmation.Unconfirmed, 0))
            .ToListAsync(stop);
        return rows.DistinctBy(r => r.Code).ToDictionary(r => r.Code);
    }

    /// <summary>What an item proposes for a new document of the organisation, about a period where there is one; null when it is not in force.</summary>
    public async Task<DisclosureText?> ProposeAsync(Guid organisationId, string code, ReportingPeriod? period = null, CancellationToken stop = default)
    {
        var row = await InForce(organisationId).Where(i => i.Code == code)
            .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { Item = i, Domain = d }).FirstOrDefaultAsync(stop);
        if (row is null) return null;
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == organisationId).Select(o => o.Name).SingleAsync(stop);
        return DraftProposal.From(row.Item, row.Domain.Name, ThemeOfDomain.Propose(row.Domain.Code), organisation, period?.TitleWords ?? "");
    }

    private IQueryable<StandardItem> InForce(Guid organisationId) => db.Items.AsNoTracking()
        .Where(i => i.Confirmation != ItemConfirmation.Struck && i.Adoption != ItemAdoption.NotApplicable
            && db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce
                && (e.BasedOnEditionId == null || e.OwnerOrganisationId == organisationId)));

    private static bool Says(DutyItem item, string term) =>
        new[] { item.DomainName, item.Text.Level1, item.Text.Level2, item.Text.Level3, item.Text.Elements }
            .Any(t => t.Contains(term, StringComparison.OrdinalIgnoreCase));
}
