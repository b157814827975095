using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>
/// The public responses of the demonstration's cases, as documents that go out in their turn among all others, so that numbers follow
/// the order of publication. The cases behind them come later (<see cref="DemoResponseSeed"/>).
/// </summary>
internal static class DemoResponses
{
    private const string Folder = "Demo/responses/";

    /// <summary>The stories of the cases.</summary>
    public static IReadOnlyList<DemoDocument> Cases() => [.. DemoDocumentReader.Read(SeedFiles.Text(Folder + "cases.md"))];

    /// <summary>The responses, by the key of their case.</summary>
    public static ILookup<string, DemoDocument> ByCase() => DemoDocumentReader.Read(SeedFiles.Text(Folder + "responses.md")).ToLookup(d => d["case"]);

    /// <summary>Every response of the organisations that the city has and people work in.</summary>
    public static IEnumerable<DemoDraft> Drafts(DemoCity city)
    {
        var organisations = city.Organisations.ToDictionary(o => o.ShortName);
        var responses = ByCase();
        foreach (var story in Cases())
        {
            if (!organisations.TryGetValue(story["organisation"], out var organisation) || organisation.CreditCode is null || !city.People.ContainsKey(organisation.Id)) continue;
            foreach (var document in responses[story["key"]])
                yield return DemoDraft.Plain(document["key"], organisation, Text(document), [], DemoDocumentReader.Time(document["published"])) with { IsUrgent = true };
        }
    }

    private static DisclosureText Text(DemoDocument document)
    {
        var day = BusinessClock.BeijingDate(DemoDocumentReader.Time(document["published"]));
        return new DisclosureText
        {
            Title = document["title"],
            Kind = DocumentKind.Other,
            Genre = DisclosureGenre.Response,
            Aspects = DisclosureAspects.Service,
            DocumentDate = day,
            FormedOn = day,
            Theme = DemoWords.Theme(document["theme"]),
            Keywords = document["keywords"],
            Summary = document["summary"],
            PlainSummary = document["plain"],
            Channels = "Website",
            Body = document.Body,
        };
    }
}
