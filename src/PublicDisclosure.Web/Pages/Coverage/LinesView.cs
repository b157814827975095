using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Pages.Coverage;

/// <summary>A list of units as shown.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Query">Filters that links keep.</param>
/// <param name="ShowsOrganisation">Units of several organisations.</param>
public sealed record LinesView(IReadOnlyList<UnitLine> Rows, CoverageQuery Query, bool ShowsOrganisation)
{
    /// <summary>The page that explains a last day: a public document's own, else the unit's.</summary>
    public static string ExplanationOf(UnitLine line) =>
        line is { Address: { } address, Title.Length: > 0, Unit.Kind: UnitKind.Record or UnitKind.Change } ? "/calendar/due/" + address : "/calendar/unit/" + line.Unit.Id;
}

/// <summary>The statuses of some units as links, with how many there are of each.</summary>
/// <param name="Path">Address of the list.</param>
/// <param name="Query">Its filters without a status.</param>
/// <param name="Chosen">The status chosen; null for all.</param>
/// <param name="Share">The numbers.</param>
public sealed record StatusTabs(string Path, CoverageQuery Query, string? Chosen, CoverageShare Share)
{
    /// <summary>Statuses in the order of urgency.</summary>
    public static IReadOnlyList<TimelinessStatus> Order { get; } =
    [
        TimelinessStatus.Overdue, TimelinessStatus.DueSoon, TimelinessStatus.Late, TimelinessStatus.OnTime, TimelinessStatus.NotDue, TimelinessStatus.NothingThisPeriod,
        TimelinessStatus.NotApplicable,
    ];

    /// <summary>Everything, what enters no rate included.</summary>
    public int All => Share.All + Share.Unrated;
}
