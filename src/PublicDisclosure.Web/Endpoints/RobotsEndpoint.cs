using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// What search engines may read: nothing while demo data exists, afterwards the public column; the search, but none of its answers, of which
/// there is no end.
/// </summary>
public static class RobotsEndpoint
{
    public static async Task<IResult> GetAsync(DemoNotice demo, SiteAddress site) => Results.Text(
        await demo.IsShownAsync()
            ? $"# {DemoNotice.Text}\nUser-agent: *\nDisallow: /\n"
            : $"User-agent: *\nDisallow: /admin\nDisallow: /account\nDisallow: /search?\nDisallow: /search/\nSitemap: {site.Of("/sitemap.xml")}\n",
        "text/plain; charset=utf-8");
}
