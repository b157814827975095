using System.ServiceModel.Syndication;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Letters;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The newest public letters with their answers as an Atom feed, narrowed by what their list is narrowed by.</summary>
public static class LetterFeedEndpoint
{
    private const int Entries = 50;

    public static async Task<IResult> GetAsync(
        HttpContext http, [AsParameters] LetterQuery asked, LetterReader reader, OrganisationDirectory directory, PublicCatalogue catalogue, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var (organisations, domains) = (await directory.ReadAsync(asked.Organisation, stop), await catalogue.DomainNamesAsync(stop));
        var conditions = asked.Conditions(organisations, domains);
        if (AtomFeeds.Refusal(http, conditions) is { } refusal) return refusal;
        var rows = (await reader.ListAsync(asked.ToFilter(organisations, domains), null, null, Entries, stop)).Rows;
        return await feeds.AnswerAsync(new AtomFeed
        {
            Address = conditions.Address("/letters/feed.xml"),
            Names = ["网民留言", .. conditions.Names],
            Subtitle = "公开的留言和答复",
            Page = conditions.Address("/letters"),
            Entries = [.. rows.Select(row => Entry(row, site))],
        });
    }

    private static SyndicationItem Entry(PublicLetterRow row, SiteAddress site)
    {
        var address = site.Of("/letters/" + row.Number);
        var entry = new SyndicationItem
        {
            Id = address,
            Title = new TextSyndicationContent(XmlText.Clean(row.Title)),
            PublishDate = new DateTimeOffset(row.PublishedAt),
            LastUpdatedTime = new DateTimeOffset(row.PublishedAt),
        };
        entry.Categories.Add(new SyndicationCategory(row.Kind.ToString(), null, Words.Of(row.Kind)));
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(address)));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(row.OrganisationName) });
        return entry;
    }
}
