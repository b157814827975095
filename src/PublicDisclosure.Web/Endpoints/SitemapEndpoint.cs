using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// The sitemap for search engines: an index of one file per month (<c>?month=2026-03</c>), because one file may hold 50,000
/// addresses at most (a month with more has further parts, <c>&amp;part=2</c>), and one of the columns (<c>?month=columns</c>). Lists of
/// persons are not in it.
/// </summary>
public static class SitemapEndpoint
{
    private const int MostParts = 10_000;
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static async Task<IResult> GetAsync(string? month, string? part, DisclosureDb db, SiteAddress site, IOptions<ApiOptions> options, CancellationToken stop)
    {
        var most = options.Value.AddressesPerSitemap;
        if (string.IsNullOrEmpty(month)) return Xml(await IndexAsync(db, site, most, stop));
        if (month == "columns") return Xml(await ColumnsAsync(db, site, stop));
        if (!int.TryParse(part ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > MostParts) return Results.NotFound();
        return DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? Xml(await MonthAsync(first, number, most, db, site, stop))
            : Results.NotFound();
    }

    private static async Task<XElement> IndexAsync(DisclosureDb db, SiteAddress site, int most, CancellationToken stop)
    {
        var months = new List<string> { "columns" };
        if (await db.Listings.OrderBy(l => l.FirstPublishedAt).Select(l => (DateTime?)l.FirstPublishedAt).FirstOrDefaultAsync(stop) is { } oldest)
        {
            var newest = await db.Listings.MaxAsync(l => l.FirstPublishedAt, stop);
            var last = BusinessClock.BeijingDate(newest);
            for (var day = BusinessClock.BeijingDate(oldest); new DateOnly(day.Year, day.Month, 1) <= last; day = day.AddMonths(1))
            {
                var name = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
                var addresses = await OfMonth(new DateOnly(day.Year, day.Month, 1), db).CountAsync(stop);
                months.Add(name);
                months.AddRange(Enumerable.Range(2, Math.Max(0, ((addresses + most - 1) / most) - 1)).Select(n => string.Create(CultureInfo.InvariantCulture, $"{name}&part={n}")));
            }
        }

        return new XElement(Ns + "sitemapindex", months.Select(m => new XElement(Ns + "sitemap", new XElement(Ns + "loc", site.Of("/sitemap.xml?month=" + m)))));
    }

    private static async Task<XElement> ColumnsAsync(DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        var domains = await db.Domains.OrderBy(d => d.SortOrder).Select(d => "/catalogue/" + d.Slug).ToListAsync(stop);
        var organisations = await db.Organisations.Where(o => o.IsActive).OrderBy(o => o.SortOrder).Select(o => "/organisations/" + o.Slug).ToListAsync(stop);
        var columns = PublicNavigation.Links.Select(l => l.Path).Append("/policies/cleanup").Append("/interpretations/owed").Append("/open-data").Concat(AspectPages.All.Select(a => a.Path)).Concat(domains).Concat(organisations);
        return new XElement(Ns + "urlset", columns.Select(path => new XElement(Ns + "url", new XElement(Ns + "loc", site.Of(path)))));
    }

    private static async Task<XElement> MonthAsync(DateOnly first, int part, int most, DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        // From the oldest on: what is published later goes into the last part and moves no other address.
        var rows = await OfMonth(first, db).OrderBy(l => l.FirstPublishedAt).ThenBy(l => l.DisclosureId).Skip((part - 1) * most).Take(most)
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
