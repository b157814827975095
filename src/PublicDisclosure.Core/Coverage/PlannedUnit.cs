using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>What a unit counts.</summary>
public enum UnitKind
{
    /// <summary>不适用: the whole duty.</summary>
    NotApplicable,

    /// <summary>An item of events of which none is known yet.</summary>
    Awaiting,

    /// <summary>A record, by the day it was formed.</summary>
    Record,

    /// <summary>An update of a record, by the day the information changed.</summary>
    Change,

    /// <summary>A period.</summary>
    Period,

    /// <summary>The page of a standing duty.</summary>
    Standing,

    /// <summary>The named check of a standing page (内容核对).</summary>
    Check,
}

/// <summary>One thing to be done by one day, with what became of it: everything its status follows from.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Key">Which one, unique within the duty and the same for good.</param>
public sealed record PlannedUnit(UnitKind Kind, string Key)
{
    /// <summary>Period it is about; null for what has none.</summary>
    public ReportingPeriod? Period { get; init; }

    /// <summary>The day that set the limit going.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>Last day in time; null where nothing is due.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The limit from <see cref="StartsOn"/> to <see cref="DueOn"/>; lateness is told in its unit.</summary>
    public LimitSpan Span { get; init; } = LimitSpan.Statutory;

    /// <summary>When it was done; null while it is not.</summary>
    public DateOnly? FulfilledOn { get; init; }

    /// <summary>The disclosure or posting by which it was done, or that waits to be published; null where there is none.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>本期无信息 holds.</summary>
    public bool HasZeroReport { get; init; }

    /// <summary>Enters public rates.</summary>
    public bool IsRated { get; init; } = true;

    /// <summary>从未公开: nothing of the duty was ever public.</summary>
    public bool IsNeverPublished { get; init; }

    /// <summary>要素不全: what the documents of the unit do not carry, in the item's order.</summary>
    public IReadOnlyList<string> MissingElements { get; init; } = [];

    /// <summary>What its status follows from.</summary>
    public UnitFacts Facts => new(Kind != UnitKind.NotApplicable, HasZeroReport, DueOn, FulfilledOn);
}
