using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>What the generator knows of the city: organisations with their people and duties, items in force, the calendar.</summary>
internal sealed record DemoCity(
    IReadOnlyList<Organisation> Organisations,
    IReadOnlyDictionary<Guid, DemoPeople> People,
    IReadOnlyDictionary<Guid, IReadOnlyList<StandardItem>> DutiesOf,
    IReadOnlyDictionary<string, StandardItem> Items,
    IReadOnlyDictionary<Guid, DisclosureDomain> Domains,
    WorkingDayCalendar Calendar)
{
    private readonly Dictionary<string, TimeLimit> _limits = [];

    private readonly HashSet<(Guid, string)> _duties = [.. DutiesOf.SelectMany(of => of.Value.Select(item => (of.Key, item.Code)))];

    /// <summary>Reads it all.</summary>
    public static async Task<DemoCity> LoadAsync(DisclosureDb db, CancellationToken stop)
    {
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.IsActive).OrderBy(o => o.SortOrder).ToListAsync(stop);
        var members = await (from m in db.Memberships.AsNoTracking()
                             join u in db.Users.AsNoTracking() on m.UserId equals u.Id
                             where u.IsDemo && (m.Role == StaffRole.Clerk || m.Role == StaffRole.Reviewer)
                             orderby u.UserName
                             select new { m.OrganisationId, m.UserId, m.Role }).ToListAsync(stop);
        var items = await db.Items.AsNoTracking()
            .Where(i => i.Confirmation != ItemConfirmation.Struck
                && db.Editions.Any(e => e.Id == i.EditionId && e.Status == EditionStatus.InForce && e.BasedOnEditionId == null))
            .OrderBy(i => i.SortOrder).ToListAsync(stop);
        var byCode = items.DistinctBy(i => i.Code).ToDictionary(i => i.Code);
        var duties = await db.Duties.AsNoTracking().Where(d => d.IsActive).Select(d => new { d.OrganisationId, d.ItemCode }).ToListAsync(stop);
        return new DemoCity(
            organisations,
            members.GroupBy(m => m.OrganisationId)
                .Where(g => g.Any(m => m.Role == StaffRole.Clerk) && g.Any(m => m.Role == StaffRole.Reviewer))
                .ToDictionary(g => g.Key, g => new DemoPeople(g.First(m => m.Role == StaffRole.Clerk).UserId, g.First(m => m.Role == StaffRole.Reviewer).UserId)),
            duties.GroupBy(d => d.OrganisationId).ToDictionary(
                g => g.Key,
                IReadOnlyList<StandardItem> (g) => [.. g.Select(d => byCode.GetValueOrDefault(d.ItemCode)).OfType<StandardItem>().OrderBy(i => i.Code, StringComparer.Ordinal)]),
            byCode,
            await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, stop),
            await new CalendarStore(db).GetAsync(stop));
    }

    /// <summary>The due date of a document, by the same rules as everybody's; no ruling exists yet.</summary>
    public CountedDue? Due(IEnumerable<string> codes, DisclosureGenre genre, DateOnly from, bool alwaysDue = false) => DueCounter.Earliest(
        Calendar, [.. codes.Where(Items.ContainsKey).Select(code => new ItemLimit(code, Items[code].Text, Limit(Items[code].Text.TimeLimit)))], genre, from, SettledWords.Defaults, alwaysDue);

    private TimeLimit Limit(string wording) => _limits.TryGetValue(wording, out var limit) ? limit : _limits[wording] = TimeLimitParser.Read(wording);

    /// <summary>Whether the organisation must publish the item.</summary>
    public bool HasDuty(Guid organisationId, string itemCode) => _duties.Contains((organisationId, itemCode));
}

/// <summary>The two persons every publication of an organisation needs.</summary>
internal sealed record DemoPeople(Guid Clerk, Guid Reviewer);
