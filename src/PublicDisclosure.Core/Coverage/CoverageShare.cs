namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// How many units stand in which status, and the share that was in time. <c>Unrated</c> enters no public figure (待核对);
/// <c>Incomplete</c> is a mark beside the status (要素不全), not one of its own.
/// </summary>
public sealed record CoverageShare(
    int NotApplicable = 0, int NothingThisPeriod = 0, int OnTime = 0, int Late = 0, int Overdue = 0, int DueSoon = 0, int NotDue = 0, int Unrated = 0, int Incomplete = 0)
{
    /// <summary>Nothing.</summary>
    public static CoverageShare None { get; } = new();

    /// <summary>按时公开 + 逾期公开 + 逾期未公开: what the share is a share of.</summary>
    public int Rated => OnTime + Late + Overdue;

    /// <summary>Every unit that enters the figures.</summary>
    public int All => NotApplicable + NothingThisPeriod + Rated + DueSoon + NotDue;

    /// <summary>按时率 = 按时公开 / (按时公开 + 逾期公开 + 逾期未公开), in hundredths of a per cent rounded down; null, shown as —, when nothing is rated.</summary>
    public int? BasisPoints => Rated == 0 ? null : (int)(OnTime * 10_000L / Rated);

    /// <summary>The number of one status.</summary>
    public int Of(TimelinessStatus status) => status switch
    {
        TimelinessStatus.NotApplicable => NotApplicable,
        TimelinessStatus.NothingThisPeriod => NothingThisPeriod,
        TimelinessStatus.OnTime => OnTime,
        TimelinessStatus.Late => Late,
        TimelinessStatus.Overdue => Overdue,
        TimelinessStatus.DueSoon => DueSoon,
        _ => NotDue,
    };

    /// <summary>
    /// One more unit. An item nobody has confirmed (待核对) is counted as unrated and nowhere else: it enters no public figure.
    /// </summary>
    public CoverageShare With(TimelinessStatus status, bool isRated = true) => !isRated ? this with { Unrated = Unrated + 1 } : status switch
    {
        TimelinessStatus.NotApplicable => this with { NotApplicable = NotApplicable + 1 },
        TimelinessStatus.NothingThisPeriod => this with { NothingThisPeriod = NothingThisPeriod + 1 },
        TimelinessStatus.OnTime => this with { OnTime = OnTime + 1 },
        TimelinessStatus.Late => this with { Late = Late + 1 },
        TimelinessStatus.Overdue => this with { Overdue = Overdue + 1 },
        TimelinessStatus.DueSoon => this with { DueSoon = DueSoon + 1 },
        _ => this with { NotDue = NotDue + 1 },
    };

    /// <summary>Both together.</summary>
    public static CoverageShare operator +(CoverageShare a, CoverageShare b) => new(
        a.NotApplicable + b.NotApplicable, a.NothingThisPeriod + b.NothingThisPeriod, a.OnTime + b.OnTime, a.Late + b.Late, a.Overdue + b.Overdue,
        a.DueSoon + b.DueSoon, a.NotDue + b.NotDue, a.Unrated + b.Unrated, a.Incomplete + b.Incomplete);
}
