using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Every public column with how much stands in it and when something new came last: counted by a few grouped queries, however much is published.</summary>
public sealed class SiteColumns(DisclosureDb db, BusinessClock clock, IOptions<DisclosureOfficeOptions> office)
{
    private static readonly (SiteColumnKind Kind, DisclosureGenre Genre, string Path)[] OwnColumns =
    [
        (SiteColumnKind.Guide, DisclosureGenre.Guide, "guide"), (SiteColumnKind.Rules, DisclosureGenre.Rules, "rules"),
        (SiteColumnKind.AnnualReports, DisclosureGenre.AnnualReport, "annual-reports"),
    ];

    /// <summary>The office that answers for what belongs to no single organisation; null where it is not entered.</summary>
    public Task<Guid?> OfficeAsync(CancellationToken stop)
    {
        var slug = office.Value.Slug;
        return db.Organisations.Where(o => o.Slug == slug).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>The columns as they stand today: first the site's own, then domains, then organisations in official order.</summary>
    public async Task<IReadOnlyList<SiteColumn>> ReadAsync(CancellationToken stop)
    {
        var owner = await OfficeAsync(stop);
        var today = clock.Today;
        var rows = await db.Listings.AsNoTracking().OnDisplay(today).GroupBy(l => new { l.OrganisationId, l.AspectBits, l.HasValidity })
            .Select(g => new Group(g.Key.OrganisationId, g.Key.AspectBits, g.Key.HasValidity, g.Count(), g.Max(l => l.IsImported ? null : (DateTime?)l.FirstPublishedAt)))
            .ToListAsync(stop);
        var columns = new List<SiteColumn>
        {
            Column(SiteColumnKind.Home, "/", "", owner, rows),
            Column(SiteColumnKind.Newest, "/disclosures", "", owner, rows),
            Column(SiteColumnKind.Policies, "/policies", "", owner, rows.Where(r => r.HasValidity)),
        };
        columns.AddRange(DisclosureAspectSet.All.Select(aspect => Column(
            SiteColumnKind.Aspect, "/five/" + aspect.ToString().ToLowerInvariant(), aspect.ToString(), owner, rows.Where(r => (r.AspectBits & (int)aspect) != 0))));
        columns.AddRange(await DomainsAsync(owner, today, stop));
        columns.AddRange(await OrganisationsAsync(rows, today, stop));
        return columns;
    }

    private async Task<IEnumerable<SiteColumn>> DomainsAsync(Guid? owner, DateOnly today, CancellationToken stop)
    {
        var rows = await db.ListingDomains.Join(db.Listings.OnDisplay(today), d => d.DisclosureId, l => l.DisclosureId, (d, l) => new { d.DomainId, l.IsImported, l.FirstPublishedAt })
            .GroupBy(r => r.DomainId)
            .Select(g => new { g.Key, Count = g.Count(), Newest = g.Max(r => r.IsImported ? null : (DateTime?)r.FirstPublishedAt) }).ToDictionaryAsync(r => r.Key, stop);
        // A domain without items in the edition in force is not offered yet.
        var offered = await db.Items.OfCityEdition(db).Select(i => i.DomainId).Distinct().ToListAsync(stop);
        var domains = await db.Domains.AsNoTracking().Where(d => offered.Contains(d.Id)).OrderBy(d => d.SortOrder)
            .Select(d => new { d.Id, d.Slug, d.Name, d.LeadOrganisationId }).ToListAsync(stop);
        return domains.Select(d => new SiteColumn(
            SiteColumnKind.Domain, "/catalogue/" + d.Slug, d.Name, d.LeadOrganisationId ?? owner, rows.GetValueOrDefault(d.Id)?.Count ?? 0, Date(rows.GetValueOrDefault(d.Id)?.Newest)));
    }

    private async Task<List<SiteColumn>> OrganisationsAsync(List<Group> rows, DateOnly today, CancellationToken stop)
    {
        var byOrganisation = rows.ToLookup(r => r.OrganisationId);
        var genres = OwnColumns.Select(c => c.Genre).ToList();
        var own = (await db.Listings.AsNoTracking().OnDisplay(today).Where(l => genres.Contains(l.Genre)).GroupBy(l => new { l.OrganisationId, l.Genre })
            .Select(g => new { g.Key, Count = g.Count(), Newest = g.Max(l => l.IsImported ? null : (DateTime?)l.FirstPublishedAt) }).ToListAsync(stop))
            .ToDictionary(r => (r.Key.OrganisationId, r.Key.Genre));
        var mandatory = await db.Listings.AsNoTracking().OnDisplay(today).Where(l => l.MandatoryClass != null).GroupBy(l => l.OrganisationId)
            .Select(g => new { g.Key, Count = g.Count(), Newest = g.Max(l => l.IsImported ? null : (DateTime?)l.FirstPublishedAt) }).ToDictionaryAsync(r => r.Key, stop);
        var organisations = await db.Organisations.AsNoTracking().Where(o => o.IsActive).OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.Slug, o.ShortName }).ToListAsync(stop);
        var columns = new List<SiteColumn>();
        foreach (var o in organisations)
        {
            var path = "/organisations/" + o.Slug;
            columns.Add(Column(SiteColumnKind.Organisation, path, o.ShortName, o.Id, byOrganisation[o.Id]));
            var classes = mandatory.GetValueOrDefault(o.Id);
            columns.Add(new SiteColumn(SiteColumnKind.Mandatory, path + "/mandatory", o.ShortName, o.Id, classes?.Count ?? 0, Date(classes?.Newest)));
            foreach (var (kind, genre, below) in OwnColumns)
            {
                var found = own.GetValueOrDefault((o.Id, genre));
                columns.Add(new SiteColumn(kind, $"{path}/{below}", o.ShortName, o.Id, found?.Count ?? 0, Date(found?.Newest)));
            }
        }

        return columns;
    }

    private static SiteColumn Column(SiteColumnKind kind, string path, string title, Guid? owner, IEnumerable<Group> rows)
    {
        var all = rows.ToList();
        return new SiteColumn(kind, path, title, owner, all.Sum(r => r.Count), Date(all.Max(r => r.Newest)));
    }

    private static DateOnly? Date(DateTime? at) => at is { } instant ? BusinessClock.BeijingDate(instant) : null;

    private sealed record Group(Guid OrganisationId, int AspectBits, bool HasValidity, int Count, DateTime? Newest);
}
