using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.Extensions.Options;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>A feed: what it is called, what it is known by and what it holds.</summary>
public sealed record AtomFeed
{
    /// <summary>
    /// Its path with what narrows it (<see cref="ListConditions.Address"/>), by which readers know it for good: two feeds never have the same, and one feed
    /// has the same however it is asked for (RFC 4287, 4.2.6).
    /// </summary>
    public required string Address { get; init; }

    /// <summary>What follows the name of the site in its title; null for what does not narrow it.</summary>
    public required IReadOnlyList<string?> Names { get; init; }

    /// <summary>What its entries are.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Path of the page that shows people the same.</summary>
    public required string Page { get; init; }

    /// <summary>Its entries, the newest first.</summary>
    public required IReadOnlyList<SyndicationItem> Entries { get; init; }
}

/// <summary>Answers with feeds of this site, as Atom 1.0 in the name of its host unit.</summary>
public sealed class AtomFeeds(SiteAddress site, IOptions<SiteOptions> options, DemoNotice demo)
{
    /// <summary>The answer to an address that cannot be followed, with every reason; null where all is well.</summary>
    /// <param name="http">The request.</param>
    /// <param name="conditions">What it asks for.</param>
    /// <param name="further">Reasons of this feed's own.</param>
    public static IResult? Refusal(HttpContext http, ListConditions conditions, params IEnumerable<string> further)
    {
        var reasons = conditions.Refusals(http.Request.Query.Keys).Concat(further).ToList();
        return reasons.Count == 0 ? null : ApiProblems.Unreadable(http, [.. reasons, "请在网页上选好条件后再订阅。"]);
    }

    /// <summary>The feed as it goes out.</summary>
    public async Task<IResult> AnswerAsync(AtomFeed feed)
    {
        string?[] title = [options.Value.Name, .. feed.Names, await demo.IsShownAsync() ? $"（{DemoNotice.Text}）" : null];
        var atom = new SyndicationFeed(XmlText.Clean(string.Join(' ', title.OfType<string>())), feed.Subtitle, new Uri(site.Of(feed.Page)))
        {
            Id = site.Of(feed.Address),
            Language = "zh-CN",
            LastUpdatedTime = feed.Entries.Select(e => e.LastUpdatedTime).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max(),
            Items = feed.Entries,
        };
        atom.Links.Add(SyndicationLink.CreateSelfLink(new Uri(atom.Id), "application/atom+xml"));
        atom.Authors.Add(new SyndicationPerson { Name = options.Value.HostUnit });
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, new XmlWriterSettings { Encoding = new UTF8Encoding(false) })) atom.SaveAsAtom10(writer);
        return Results.Bytes(memory.ToArray(), "application/atom+xml; charset=utf-8");
    }
}

/// <summary>Text as XML may carry it.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that XML forbids.</summary>
    public static string Clean(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.Where(XmlConvert.IsXmlChar));
}
