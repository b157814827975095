using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// The sitemap for search engines: an index of one file per month (<c>?month=2026-03</c>), because one file may hold 50,000
/// addresses at most (what has more has further parts, <c>&amp;part=2</c>), and beside them of the columns (<c>?month=columns</c>), of the
/// items of the catalogue (<c>?month=items</c>) and of the public letters (<c>?month=letters</c>). Lists of persons are not in it.
/// </summary>
public static class SitemapEndpoint
{
    private const int MostParts = 10_000;
    private const string Columns = "columns", Items = "items", Letters = "letters";

    /// <summary>Lists and statements beside those of the navigation.</summary>
    private static readonly string[] FurtherColumns =
    [
        "/policies/cleanup", "/interpretations/owed", "/open-data", "/letters/questions", "/letters/suggestions", "/letters/statistics", "/forced-publications", "/editions",
        "/accessibility",
    ];

    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static async Task<IResult> GetAsync(string? month, string? part, DisclosureDb db, SiteAddress site, IOptions<ApiOptions> options, CancellationToken stop)
    {
        var most = options.Value.AddressesPerSitemap;
        if (string.IsNullOrEmpty(month)) return Xml(await IndexAsync(db, site, most, stop));
        if (month == Columns) return Xml(await ColumnsAsync(db, site, stop));
        if (!int.TryParse(part ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostParts) return Results.NotFound();
        var skipped = (number - 1) * most;
        if (month == Items) return Xml(UrlSet(await ItemPaths(db).Skip(skipped).Take(most).ToListAsync(stop), site));
        if (month == Letters) return Xml(UrlSet(await LetterPaths(db).Skip(skipped).Take(most).ToListAsync(stop), site));
        return DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? Xml(await MonthAsync(first, skipped, most, db, site, stop))
            : Results.NotFound();
    }

    private static async Task<XElement> IndexAsync(DisclosureDb db, SiteAddress site, int most, CancellationToken stop)
    {
        var months = new List<string> { Columns };
        months.AddRange(Parts(Items, await ItemPaths(db).CountAsync(stop), most));
        months.AddRange(Parts(Letters, await LetterPaths(db).CountAsync(stop), most));
        if (await db.Listings.OrderBy(l => l.FirstPublishedAt).Select(l => (DateTime?)l.FirstPublishedAt).FirstOrDefaultAsync(stop) is { } oldest)
        {
            var newest = await db.Listings.MaxAsync(l => l.FirstPublishedAt, stop);
            var last = BusinessClock.BeijingDate(newest);
            for (var day = BusinessClock.BeijingDate(oldest); new DateOnly(day.Year, day.Month, 1) <= last; day = day.AddMonths(1))
            {
                var name = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
                var addresses = await OfMonth(new DateOnly(day.Year, day.Month, 1), db).CountAsync(stop);
                months.Add(name);
                months.AddRange(Parts(name, addresses, most).Skip(1));
            }
        }

        return new XElement(Ns + "sitemapindex", months.Select(m => new XElement(Ns + "sitemap", new XElement(Ns + "loc", site.Of("/sitemap.xml?month=" + m)))));
    }

    private static IEnumerable<string> Parts(string name, int addresses, int most) =>
        Enumerable.Range(1, (addresses + most - 1) / most).Select(n => n == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}&part={n}"));

    private static async Task<XElement> ColumnsAsync(DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        var domains = await db.Domains.OrderBy(d => d.SortOrder).Select(d => "/catalogue/" + d.Slug).ToListAsync(stop);
        var organisations = await db.Organisations.Where(o => o.IsActive).OrderBy(o => o.SortOrder).Select(o => "/organisations/" + o.Slug).ToListAsync(stop);
        var columns = PublicNavigation.Links.Select(l => l.Path).Concat(FurtherColumns).Concat(AspectPages.All.Select(a => a.Path)).Concat(domains).Concat(organisations);
        return UrlSet(columns, site);
    }

    // When the page of an item or a letter last changed is not kept; a guess would send search engines round for nothing.
    private static XElement UrlSet(IEnumerable<string> paths, SiteAddress site) =>
        new(Ns + "urlset", paths.Select(path => new XElement(Ns + "url", new XElement(Ns + "loc", site.Of(path)))));

    private static IQueryable<string> ItemPaths(DisclosureDb db) => db.Items.OfCityEdition(db)
        .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i.Code, i.SortOrder, d.Slug, Domain = d.SortOrder })
        .OrderBy(i => i.Domain).ThenBy(i => i.SortOrder).ThenBy(i => i.Code).Select(i => "/catalogue/" + i.Slug + "/" + i.Code);

    // From the oldest on, as months are.
    private static IQueryable<string> LetterPaths(DisclosureDb db) => db.Letters.Where(l => l.Publicity == LetterPublicity.Published)
        .OrderBy(l => l.PublishedAt).ThenBy(l => l.Id).Select(l => "/letters/" + l.Number);

    private static async Task<XElement> MonthAsync(DateOnly first, int skipped, int most, DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        // From the oldest on: what is published later goes into the last part and moves no other address.
        var rows = await OfMonth(first, db).OrderBy(l => l.FirstPublishedAt).ThenBy(l => l.DisclosureId).Skip(skipped).Take(most)
            .Select(l => new { l.Address, l.LastPublishedAt }).ToListAsync(stop);
        return new XElement(Ns + "urlset", rows.Select(row => new XElement(
            Ns + "url",
            new XElement(Ns + "loc", site.Of("/disclosures/" + row.Address)),
            new XElement(Ns + "lastmod", TimeHtml.Iso(row.LastPublishedAt)))));
    }

    private static IQueryable<PublicListing> OfMonth(DateOnly first, DisclosureDb db)
    {
        var from = BusinessClock.Utc(first, TimeOnly.MinValue);
        var to = BusinessClock.Utc(first.AddMonths(1), TimeOnly.MinValue);
        var lists = Enum.GetValues<DisclosureGenre>().Where(PublicVisibility.IsKeptOutOfIndexes).ToList();
        return db.Listings.Where(l => l.FirstPublishedAt >= from && l.FirstPublishedAt < to && !lists.Contains(l.Genre));
    }

    private static IResult Xml(XElement root) =>
        Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + root.ToString(SaveOptions.DisableFormatting), "application/xml; charset=utf-8");
}
