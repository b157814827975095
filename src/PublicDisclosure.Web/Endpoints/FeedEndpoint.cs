using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>The newest disclosures as an Atom feed, of everything, of one organisation or of one domain.</summary>
public static class FeedEndpoint
{
    private const int Entries = 50;

    public static async Task<IResult> GetAsync(
        string? organisation, string? domain, DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue,
        SiteAddress site, IOptions<SiteOptions> options, DemoNotice demo, CancellationToken stop)
    {
        var owner = string.IsNullOrEmpty(organisation) ? null : await directory.FindAsync(organisation, stop);
        var within = string.IsNullOrEmpty(domain) ? null : await catalogue.DomainAsync(domain, stop);
        if ((owner is null && !string.IsNullOrEmpty(organisation)) || (within is null && !string.IsNullOrEmpty(domain))) return Results.NotFound();

        var filter = new DisclosureFilter { OrganisationId = owner?.Id, DomainId = within?.Id };
        var rows = (await list.ReadAsync(filter, null, null, stop, Entries)).Rows;
        var title = string.Join(" ", new[] { options.Value.Name, owner?.Name, within?.Name, await demo.IsShownAsync() ? $"（{DemoNotice.Text}）" : null }.OfType<string>());
        return Results.Bytes(Write(title, options.Value.HostUnit, rows, site), "application/atom+xml; charset=utf-8");
    }

    private static byte[] Write(string title, string host, IReadOnlyList<ListedDisclosure> rows, SiteAddress site)
    {
        var feed = new SyndicationFeed(XmlText.Clean(title), "最新公开的政府信息", new Uri(site.Of("/disclosures")))
        {
            Id = site.Of("/feed.xml"),
            Language = "zh-CN",
            LastUpdatedTime = rows.Count == 0 ? DateTimeOffset.UnixEpoch : new DateTimeOffset(rows.Max(r => r.LastPublishedAt)),
            Items = rows.Select(row => Entry(row, site)).ToList(),
        };
        feed.Authors.Add(new SyndicationPerson { Name = host });
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) feed.SaveAsAtom10(writer);
        return memory.ToArray();
    }

    private static SyndicationItem Entry(ListedDisclosure row, SiteAddress site)
    {
        var entry = new SyndicationItem
        {
            Id = site.Of(row.Path),
            Title = new TextSyndicationContent(XmlText.Clean(row.Title)),
            Summary = new TextSyndicationContent(XmlText.Clean(row.Summary)),
            PublishDate = new DateTimeOffset(row.FirstPublishedAt),
            LastUpdatedTime = new DateTimeOffset(row.LastPublishedAt),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(site.Of(row.Path))));
        entry.Authors.Add(new SyndicationPerson { Name = XmlText.Clean(row.OrganisationName) });
        return entry;
    }
}

/// <summary>Text as XML may carry it.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML forbids.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
