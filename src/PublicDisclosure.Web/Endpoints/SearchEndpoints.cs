using System.ServiceModel.Syndication;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Search;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>What search answers beside its page: suggestions while one types, and a search kept as an Atom feed.</summary>
public static class SearchEndpoints
{
    /// <summary>Suggestions as a JSON list of texts.</summary>
    public static async Task<IResult> SuggestAsync(string? q, SearchSuggestions suggestions, CancellationToken stop) =>
        Results.Json(await suggestions.ForAsync(q, stop));

    /// <summary>The newest hits of a search with its filters. A feed reader comes again and again: typing errors are not mended.</summary>
    public static async Task<IResult> FeedAsync(
        [AsParameters] SearchQuery asked, SiteSearch search, OrganisationDirectory directory, PublicCatalogue catalogue, SiteAddress site,
        IOptions<SiteOptions> options, DemoNotice demo, CancellationToken stop)
    {
        // A feed has one order and no pages.
        var query = asked with { Order = null, Exact = null, After = null, Before = null };
        var filter = query.ToFilter(await directory.ReadAsync(stop), await catalogue.DomainNamesAsync(stop)) with { Order = SearchOrder.Date };
        var found = await search.FindAsync(query.Q, filter, asTyped: true, stop: stop);
        var title = string.Join(" ", new[] { options.Value.Name, "检索", found.Query, await demo.IsShownAsync() ? $"（{DemoNotice.Text}）" : null }.OfType<string>());
        var rows = found.Rows.Where(r => r.PublishedOn is not null).ToList();
        var feed = new SyndicationFeed(XmlText.Clean(title), "符合检索条件的最新公开信息", new Uri(site.Of(query.Address())))
        {
            Id = site.Of(query.Address("/search/feed.xml")),
            Language = "zh-CN",
            LastUpdatedTime = rows.Count == 0 ? DateTimeOffset.UnixEpoch : At(rows[0]),
            Items = rows.Select(row => Entry(row, site)).ToList(),
        };
        return AtomAnswer.Of(feed, options.Value.HostUnit);
    }

    private static SyndicationItem Entry(FoundPage row, SiteAddress site)
    {
        var entry = new SyndicationItem
        {
            Id = site.Of(row.Path),
            Title = new TextSyndicationContent(XmlText.Clean(row.PlainTitle)),
            Summary = new TextSyndicationContent(XmlText.Clean(string.Concat(row.Excerpt.Select(p => p.Text)))),
            PublishDate = At(row),
            LastUpdatedTime = At(row),
        };
        entry.Categories.Add(new SyndicationCategory(row.Kind.ToString(), null, Words.Of(row.Kind)));
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site.Of(row.Path))));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(row.OrganisationName) });
        return entry;
    }

    // The day is what search keeps; its beginning in Beijing stands for it.
    private static DateTimeOffset At(FoundPage row) => new(row.PublishedOn!.Value.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
}
