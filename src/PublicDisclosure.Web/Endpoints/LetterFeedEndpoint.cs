using System.ServiceModel.Syndication;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The newest public letters with their answers as an Atom feed, of all or of one organisation.</summary>
public static class LetterFeedEndpoint
{
    private const int Entries = 50;

    public static async Task<IResult> GetAsync(
        string? organisation, LetterReader reader, OrganisationDirectory directory, SiteAddress site, IOptions<SiteOptions> options, DemoNotice demo, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        if (owner is null && !string.IsNullOrEmpty(organisation)) return Results.NotFound();
        var rows = (await reader.ListAsync(new LetterFilter(OrganisationId: owner?.Id), null, null, Entries, stop)).Rows;
        var title = string.Join(" ", new[] { options.Value.Name, "网民留言", owner?.Name, await demo.IsShownAsync() ? $"（{DemoNotice.Text}）" : null }.OfType<string>());
        var feed = new SyndicationFeed(XmlText.Clean(title), "公开的留言和答复", new Uri(site.Of("/letters")))
        {
            Id = site.Of("/letters/feed.xml"),
            Language = "zh-CN",
            LastUpdatedTime = rows.Count == 0 ? DateTimeOffset.UnixEpoch : new DateTimeOffset(rows.Max(r => r.PublishedAt)),
            Items = rows.Select(row => Entry(row, site)).ToList(),
        };
        return AtomAnswer.Of(feed, options.Value.HostUnit);
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
