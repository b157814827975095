using System.ServiceModel.Syndication;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The newest public letters with their answers as an Atom feed, of all or of one organisation.</summary>
public static class LetterFeedEndpoint
{
    private const int Entries = 50;

    public static async Task<IResult> GetAsync(
        string? organisation, LetterReader reader, OrganisationDirectory directory, SiteAddress site, AtomFeeds feeds, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        if (owner is null && !string.IsNullOrEmpty(organisation)) return Results.NotFound();
        var rows = (await reader.ListAsync(new LetterFilter(OrganisationId: owner?.Id), null, null, Entries, stop)).Rows;
        return await feeds.AnswerAsync(new AtomFeed
        {
            Address = AtomFeeds.Address("/letters/feed.xml", ("organisation", owner?.Slug)),
            Names = ["网民留言", owner?.Name],
            Subtitle = "公开的留言和答复",
            Page = AtomFeeds.Address("/letters", ("organisation", owner?.Slug)),
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
