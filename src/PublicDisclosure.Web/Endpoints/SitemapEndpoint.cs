using System.Globalization;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// The sitemap for search engines: an index of one file per month (<c>?month=2026-03</c>), because one file may hold 50,000
/// addresses at most, and one of the columns (<c>?month=columns</c>). Lists of persons are not in it.
/// </summary>
public static class SitemapEndpoint
{
    private const int Most = 50_000;
    private static readonly XNamespace Ns = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static async Task<IResult> GetAsync(string? month, DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(month)) return Xml(await IndexAsync(db, site, stop));
        if (month == "columns") return Xml(await ColumnsAsync(db, site, stop));
        return DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? Xml(await MonthAsync(first, db, site, stop))
            : Results.NotFound();
    }

    private static async Task<XElement> IndexAsync(DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        var months = new List<string> { "columns" };
        if (await db.Listings.OrderBy(l => l.FirstPublishedAt).Select(l => (DateTime?)l.FirstPublishedAt).FirstOrDefaultAsync(stop) is { } oldest)
        {
            var newest = await db.Listings.MaxAsync(l => l.FirstPublishedAt, stop);
            var last = BusinessClock.BeijingDate(newest);
            for (var day = BusinessClock.BeijingDate(oldest); new DateOnly(day.Year, day.Month, 1) <= last; day = day.AddMonths(1))
                months.Add(day.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        }

        return new XElement(Ns + "sitemapindex", months.Select(m => new XElement(Ns + "sitemap", new XElement(Ns + "loc", site.Of("/sitemap.xml?month=" + m)))));
    }

    private static async Task<XElement> ColumnsAsync(DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        var domains = await db.Domains.OrderBy(d => d.SortOrder).Select(d => "/catalogue/" + d.Slug).ToListAsync(stop);
        var organisations = await db.Organisations.Where(o => o.IsActive).OrderBy(o => o.SortOrder).Select(o => "/organisations/" + o.Slug).ToListAsync(stop);
        var columns = PublicNavigation.Links.Select(l => l.Path).Append("/policies/cleanup").Append("/interpretations/owed").Concat(AspectPages.All.Select(a => a.Path)).Concat(domains).Concat(organisations);
        return new XElement(Ns + "urlset", columns.Select(path => new XElement(Ns + "url", new XElement(Ns + "loc", site.Of(path)))));
    }

    private static async Task<XElement> MonthAsync(DateOnly first, DisclosureDb db, SiteAddress site, CancellationToken stop)
    {
        var from = BusinessClock.Utc(first, TimeOnly.MinValue);
        var to = BusinessClock.Utc(first.AddMonths(1), TimeOnly.MinValue);
        var lists = Enum.GetValues<DisclosureGenre>().Where(PublicVisibility.IsKeptOutOfIndexes).ToList();
        var rows = await db.Listings.Where(l => l.FirstPublishedAt >= from && l.FirstPublishedAt < to && !lists.Contains(l.Genre)).OrderByDescending(l => l.FirstPublishedAt)
            .Take(Most).Select(l => new { l.Address, l.LastPublishedAt }).ToListAsync(stop);
        return new XElement(Ns + "urlset", rows.Select(row => new XElement(
            Ns + "url",
            new XElement(Ns + "loc", site.Of("/disclosures/" + row.Address)),
            new XElement(Ns + "lastmod", row.LastPublishedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)))));
    }

    private static IResult Xml(XElement root) =>
        Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + root.ToString(SaveOptions.DisableFormatting), "application/xml; charset=utf-8");
}
