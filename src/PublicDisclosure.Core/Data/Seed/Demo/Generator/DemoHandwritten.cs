using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>The documents written by hand, one file a domain.</summary>
internal static class DemoHandwritten
{
    /// <summary>Every document that the story has published by now; later ones are left for later days.</summary>
    public static IEnumerable<DemoDraft> Drafts(DemoCity city, DateTime now)
    {
        var organisations = city.Organisations.ToDictionary(o => o.ShortName);
        foreach (var name in SeedFiles.Names("Demo/disclosures/"))
        {
            var domainCode = Path.GetFileName(name)[..2];
            var items = city.Items.Values.Where(i => city.Domains[i.DomainId].Code == domainCode).ToDictionary(i => i.Sequence);
            foreach (var document in DemoDocumentReader.Read(SeedFiles.Text(name)))
            {
                var draft = Draft(document, organisations[document["organisation"]], items);
                if (draft.PublishAt <= now) yield return draft;
            }
        }
    }

    /// <summary>The text of a document with the values of its headers.</summary>
    public static DisclosureText Text(DemoDocument document, Func<string, string> fill, IReadOnlyList<StandardItem> items) => new DisclosureText
    {
        Title = fill(document["title"]),
        Kind = DemoWords.Kind(document["kind"]),
        Genre = DemoWords.Genre(document["genre"]),
        Aspects = items.Select(i => i.Aspects).Aggregate(DisclosureAspects.None, (all, one) => all | one),
        MandatoryClass = items.Count > 0 ? items[0].MandatoryClass : null,
        Theme = DemoWords.Theme(document["theme"]),
        Keywords = fill(document["keywords"]),
        Source = document["source"],
        Summary = fill(document["summary"]),
        PlainSummary = fill(document["plain"]),
        ObjectionContact = fill(document["contact"]),
        Channels = "Website,ReadingPoint",
        Body = fill(document.Body),
    };

    private static DemoDraft Draft(DemoDocument document, Organisation organisation, Dictionary<string, StandardItem> items)
    {
        StandardItem[] chosen = [.. document["items"].Split(',').Select(seq => items[seq.Trim()])];
        var text = Text(document, t => t, chosen) with
        {
            DocumentNumber = document["number"],
            DocumentDate = Optional(document["document-date"]),
            FormedOn = Optional(document["formed"]),
            EffectiveOn = Optional(document["effective"]),
            ExpiresOn = Optional(document["expires"]),
            DisplayUntil = Optional(document["display-until"]),
        };
        // Minutes differ from document to document, so that a day's list has an order; the key decides, not chance.
        var minute = document["key"].Sum(c => c) % 420;
        var at = BusinessClock.Utc(DemoDocumentReader.Date(document["published"]), new TimeOnly(9, 30).AddMinutes(minute));
        return new DemoDraft(
            document["key"], organisation, text, [.. chosen.Select(i => i.Code)], at, document.Attachments, document.Corrections, document.Withdrawal);
    }

    private static DateOnly? Optional(string text) => text.Length == 0 ? null : DemoDocumentReader.Date(text);
}
