using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Reminders;

/// <summary>A domain on the desk of the department that leads it.</summary>
/// <param name="Id">The domain.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="LeadName">The department that leads it; empty where none is named.</param>
/// <param name="CityUnconfirmed">Rows of the city's edition that nobody has confirmed.</param>
/// <param name="TownshipUnconfirmed">Rows of township editions that nobody has confirmed.</param>
/// <param name="Proposals">Proposals 不适用 to decide on.</param>
/// <param name="Duties">Duties of townships.</param>
/// <param name="Gaps">Duties of townships behind which nothing is public.</param>
public sealed record LeadDomain(Guid Id, string Code, string Name, string LeadName, int CityUnconfirmed, int TownshipUnconfirmed, int Proposals, int Duties, int Gaps);

/// <summary>A township in one domain.</summary>
public sealed record LeadTownship(string Slug, string Name, int Duties, int Gaps, int Unconfirmed, int OpenReminders);

/// <summary>A duty of a township behind which nothing is public.</summary>
/// <param name="Code">Code of the item.</param>
/// <param name="Name">Its name with all levels.</param>
/// <param name="TimeLimit">The limit as the catalogue words it.</param>
/// <param name="TrackedFrom">Since when the duty is followed.</param>
/// <param name="HasOpenReminder">A reminder of it has not ended yet.</param>
public sealed record LeadGap(string Code, string Name, string TimeLimit, DateOnly TrackedFrom, bool HasOpenReminder);

/// <summary>A row of a township's edition that nobody has confirmed.</summary>
public sealed record LeadRow(string Edition, EditionStatus Status, string Code, string Name, string Body, ItemAdoption Adoption, bool IsLocal);

/// <summary>What a lead department sees of its domains over all townships. It reads only.</summary>
public sealed class LeadDesk(DisclosureDb db)
{
    /// <summary>The domains a person decides on, with what is open in each.</summary>
    public async Task<IReadOnlyList<LeadDomain>> DomainsAsync(CatalogueRights rights, CancellationToken stop = default)
    {
        var all = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder)
            .Select(d => new { d.Id, d.Code, d.Name, d.LeadOrganisationId, Lead = db.Organisations.Where(o => o.Id == d.LeadOrganisationId).Select(o => o.ShortName).FirstOrDefault() })
            .ToListAsync(stop);
        var mine = all.Where(d => rights.MayDecide(d.LeadOrganisationId)).ToList();
        if (mine.Count == 0) return [];
        var ids = mine.Select(d => d.Id).ToList();
        var city = await CountAsync(db.Items.OfCityEdition(db).Where(i => i.Confirmation == ItemConfirmation.Unconfirmed), ids, stop);
        var townships = await CountAsync(UnconfirmedOfTownships(), ids, stop);
        var proposals = await CountAsync(db.Items.Where(i => i.Adoption == ItemAdoption.NotApplicableProposed
            && db.Editions.Any(e => e.Id == i.EditionId && e.Status != EditionStatus.Superseded)), ids, stop);
        var duties = await TownshipDuties().Where(d => ids.Contains(d.DomainId)).GroupBy(d => d.DomainId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var gaps = await Gaps().Where(d => ids.Contains(d.DomainId)).GroupBy(d => d.DomainId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. mine.Select(d => new LeadDomain(
            d.Id, d.Code, d.Name, d.Lead ?? "", city.GetValueOrDefault(d.Id), townships.GetValueOrDefault(d.Id), proposals.GetValueOrDefault(d.Id),
            duties.GetValueOrDefault(d.Id), gaps.GetValueOrDefault(d.Id)))];
    }

    /// <summary>Every township in one domain, those with most gaps first.</summary>
    public async Task<IReadOnlyList<LeadTownship>> TownshipsAsync(Guid domainId, CancellationToken stop = default)
    {
        var townships = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Township && o.IsActive).OrderBy(o => o.SortOrder)
            .Select(o => new { o.Id, o.Slug, o.ShortName }).ToListAsync(stop);
        var duties = await TownshipDuties().Where(d => d.DomainId == domainId).GroupBy(d => d.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var gaps = await Gaps().Where(d => d.DomainId == domainId).GroupBy(d => d.OrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var unconfirmed = await UnconfirmedOfTownships().Where(i => i.DomainId == domainId)
            .Join(db.Editions, i => i.EditionId, e => e.Id, (i, e) => e.OwnerOrganisationId).GroupBy(o => o).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var reminders = await db.Set<Reminder>().Where(r => r.DomainId == domainId && (r.State == ReminderState.Open || r.State == ReminderState.Answered))
            .GroupBy(r => r.ToOrganisationId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return [.. townships.Select(t => new LeadTownship(
            t.Slug, t.ShortName, duties.GetValueOrDefault(t.Id), gaps.GetValueOrDefault(t.Id), unconfirmed.GetValueOrDefault(t.Id), reminders.GetValueOrDefault(t.Id)))
            .OrderByDescending(t => t.Gaps)];
    }

    /// <summary>What a township owes in a domain, in the order of the catalogue.</summary>
    public async Task<IReadOnlyList<LeadGap>> GapsAsync(Guid domainId, Guid townshipId, CancellationToken stop = default)
    {
        var gaps = await Gaps().Where(d => d.DomainId == domainId && d.OrganisationId == townshipId).Select(d => new { d.ItemCode, d.TrackedFrom }).ToListAsync(stop);
        var codes = gaps.Select(g => g.ItemCode).ToList();
        var items = await db.Items.AsNoTracking().Where(i => codes.Contains(i.Code)
                && db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce && (e.BasedOnEditionId == null || e.OwnerOrganisationId == townshipId)))
            .Select(i => new { i.Code, i.SortOrder, i.Text }).ToListAsync(stop);
        var reminded = await db.Set<Reminder>().Where(r => r.ToOrganisationId == townshipId && (r.State == ReminderState.Open || r.State == ReminderState.Answered))
            .SelectMany(r => r.Items).Select(i => i.ItemCode).Distinct().ToListAsync(stop);
        return [.. gaps.Select(g => (Gap: g, Item: items.Find(i => i.Code == g.ItemCode))).OrderBy(x => x.Item?.SortOrder ?? int.MaxValue)
            .Select(x => new LeadGap(x.Gap.ItemCode, x.Item?.Text.FullName ?? x.Gap.ItemCode, x.Item?.Text.TimeLimit ?? "", x.Gap.TrackedFrom, reminded.Contains(x.Gap.ItemCode)))];
    }

    /// <summary>The rows of a township's editions in a domain that nobody has confirmed.</summary>
    public async Task<IReadOnlyList<LeadRow>> RowsAsync(Guid domainId, Guid townshipId, CancellationToken stop = default)
    {
        var rows = await UnconfirmedOfTownships().AsNoTracking().Where(i => i.DomainId == domainId)
            .Join(db.Editions.Where(e => e.OwnerOrganisationId == townshipId), i => i.EditionId, e => e.Id, (Item, Edition) => new { Item, Edition.Name, Edition.Status })
            .OrderBy(x => x.Name).ThenBy(x => x.Item.SortOrder).ToListAsync(stop);
        return [.. rows.Select(x => new LeadRow(x.Name, x.Status, x.Item.Code, x.Item.Text.FullName, x.Item.Text.Body, x.Item.Adoption, x.Item.IsLocal))];
    }

    private IQueryable<StandardItem> UnconfirmedOfTownships() => db.Items.Where(i => i.Confirmation == ItemConfirmation.Unconfirmed
        && db.Editions.Any(e => e.Id == i.EditionId && e.Status != EditionStatus.Superseded
            && db.Organisations.Any(o => o.Id == e.OwnerOrganisationId && o.Kind == OrganisationKind.Township)));

    private IQueryable<Duty> TownshipDuties() => db.Duties.Where(d => d.IsActive && db.Organisations.Any(o => o.Id == d.OrganisationId && o.Kind == OrganisationKind.Township && o.IsActive));

    private IQueryable<Duty> Gaps() => TownshipDuties().Where(d => !db.ListingItems.Any(l => l.ItemCode == d.ItemCode && l.OrganisationId == d.OrganisationId));

    private static async Task<Dictionary<Guid, int>> CountAsync(IQueryable<StandardItem> items, List<Guid> domains, CancellationToken stop) =>
        await items.Where(i => domains.Contains(i.DomainId)).GroupBy(i => i.DomainId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
}
