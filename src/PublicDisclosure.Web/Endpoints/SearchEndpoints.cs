using System.ServiceModel.Syndication;
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
        AtomFeeds feeds, CancellationToken stop)
    {
        var filter = asked.ToFilter(await directory.ReadAsync(stop), await catalogue.DomainNamesAsync(stop)) with { Order = SearchOrder.Date };
        var found = await search.FindAsync(asked.Q, filter, asTyped: true, stop: stop);
        var query = asked.Settled(found.Query, filter);
        return await feeds.AnswerAsync(new AtomFeed
        {
            Address = query.Address("/search/feed.xml"),
            Names = ["检索", found.Query],
            Subtitle = "符合检索条件的最新公开信息",
            Page = query.Address(),
            Entries = [.. found.Rows.Where(r => r.PublishedOn is not null).Select(row => Entry(row, site))],
        });
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
