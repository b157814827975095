using System.Globalization;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.PolicyLibrary;

/// <summary>The library's filters as they stand in its address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record PolicyQuery
{
    public string? Title { get; init; }

    public string? Number { get; init; }

    public string? Words { get; init; }

    public string? Theme { get; init; }

    public string? Organisation { get; init; }

    public string? Genre { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Validity { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>True when any filter is set.</summary>
    public bool IsNarrowed => Pairs().Any();

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>Position to go back from.</summary>
    public ListPosition? BeforePosition => ListPosition.Read(Before);

    /// <summary>The filter, with the organisation looked up.</summary>
    public DisclosureFilter ToFilter(IEnumerable<OrganisationLine> organisations) => new()
    {
        OrganisationId = organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id,
        Genre = ListQuery.Read<DisclosureGenre>(Genre),
        Validity = ListQuery.Read<Validity>(Validity),
        Policies = new PolicyFilter
        {
            TitleWords = DisclosureSearch.Words(Title),
            TextWords = DisclosureSearch.Words(Words),
            Number = DocumentNumberQuery.Parse(Number),
            Theme = ListQuery.Read<ThemeClass>(Theme),
            From = Day(From),
            To = Day(To),
        },
    };

    /// <summary>What the library is narrowed by.</summary>
    public ListConditions Conditions(IReadOnlyList<OrganisationLine> organisations)
    {
        var filter = ToFilter(organisations);
        var policies = filter.Policies!;
        return new ListConditions(
            ListCondition.Text("title", Title, string.Join(' ', policies.TitleWords), "标题含"),
            ListCondition.Text("number", Number, policies.Number is null ? "" : Number!.Trim(), "发文字号含"),
            ListCondition.Text("words", Words, string.Join(' ', policies.TextWords), "正文含"),
            ListCondition.Organisation(Organisation, filter.OrganisationId, organisations),
            ListCondition.Coded("theme", Theme, policies.Theme),
            ListCondition.Coded("genre", Genre, filter.Genre),
            ListCondition.Day("from", From, policies.From, "成文日期从"),
            ListCondition.Day("to", To, policies.To, "成文日期到"),
            ListCondition.Coded("validity", Validity, filter.Validity));
    }

    /// <summary>The library's address with another validity and everything else as it is.</summary>
    public string With(Validity? validity)
    {
        var pairs = Pairs().Where(p => p.Name != "validity").Append(("validity", validity?.ToString() ?? "")).Where(p => p.Item2.Length > 0)
            .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}");
        var query = string.Join('&', pairs);
        return query.Length == 0 ? "/policies" : "/policies?" + query;
    }

    private IEnumerable<(string Name, string Value)> Pairs() => new (string Name, string? Value)[]
    {
        ("title", Title), ("number", Number), ("words", Words), ("theme", Theme), ("organisation", Organisation), ("genre", Genre), ("from", From), ("to", To),
        ("validity", Validity),
    }.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => (p.Name, p.Value!));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
