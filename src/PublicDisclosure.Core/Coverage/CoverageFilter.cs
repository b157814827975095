using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Coverage;

/// <summary>What a view of the coverage is narrowed to. Everything empty: the whole city.</summary>
public sealed record CoverageFilter
{
    /// <summary>Only what fell due in this span; null for everything there ever was.</summary>
    public CoverageSpan? Span { get; init; }

    public GovernmentLevels Level { get; init; }

    public DisclosureAspects Aspect { get; init; }

    public OrganisationKind? Kind { get; init; }

    public Guid? DomainId { get; init; }

    public Guid? OrganisationId { get; init; }

    public string ItemCode { get; init; } = "";

    public TimelinessStatus? Status { get; init; }

    /// <summary>Only what lacks elements (要素不全).</summary>
    public bool OnlyIncomplete { get; init; }

    /// <summary>With what enters no public rate (待核对), or without.</summary>
    public bool WithUnrated { get; init; } = true;

    /// <summary>Only what enters no public rate (待核对).</summary>
    public bool OnlyUnrated { get; init; }
}

/// <summary>A year, half-year, quarter or month by whose last days the units are chosen.</summary>
/// <param name="Period">The stretch of the calendar.</param>
/// <param name="IsOpen">It runs today or lies ahead: what has no last day is shown with it.</param>
public sealed record CoverageSpan(ReportingPeriod Period, bool IsOpen)
{
    /// <summary>The word for everything, in addresses.</summary>
    public const string All = "all";

    /// <summary>The year of a day, which pages show unless asked otherwise.</summary>
    public static CoverageSpan YearOf(DateOnly today) => new(ReportingPeriod.Of(RecurrencePeriod.Year, today), true);

    /// <summary>The span of a key (2026, 2026-Q3, 2026-07); the year of today for an empty or unknown one, null for <see cref="All"/>.</summary>
    public static CoverageSpan? Parse(string? key, DateOnly today) => key == All ? null
        : ReportingPeriod.Parse(key) is { } period ? new CoverageSpan(period, period.To >= today) : YearOf(today);
}
