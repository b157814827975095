using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>What is known of a duty before anything published is looked at.</summary>
/// <param name="DutyId">The duty.</param>
/// <param name="TrackedFrom">First day on which it is followed.</param>
/// <param name="EndedOn">The day from which it is no longer followed; null while it is.</param>
/// <param name="IsApplicable">False once 不适用 was agreed.</param>
/// <param name="IsRated">The item is confirmed (已核对): only then it enters public rates, and only then elements can be missing.</param>
/// <param name="RequiredElements">公开内容（要素） that a document must carry.</param>
/// <param name="Spans">In which ways the item's time limit is followed, from when on; the first begins before everything.</param>
public sealed record DutyFacts(
    Guid DutyId, DateOnly TrackedFrom, DateOnly? EndedOn, bool IsApplicable, bool IsRated, IReadOnlyList<string> RequiredElements, IReadOnlyList<TrackSpan> Spans)
{
    /// <summary>Since when records count: earlier than the duty where it came from a dissolved body.</summary>
    public DateOnly RecordsFrom { get; init; } = TrackedFrom;

    /// <summary>In which ways it is followed on a day.</summary>
    public IReadOnlyList<DutyTrack> TracksOn(DateOnly day) => SpanOn(day).Tracks;

    /// <summary>What holds on a day.</summary>
    public TrackSpan SpanOn(DateOnly day) => Spans.Last(s => s.From <= day);

    /// <summary>A record formed or changed on a day is followed.</summary>
    public bool Follows(DateOnly day) => day >= RecordsFrom && (EndedOn is null || day < EndedOn);
}

/// <summary>
/// The ways in which a duty is followed from a day on: a ruling, a reading or an edition that begins on a day changes only what
/// begins on it or after it.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="Tracks">The ways.</param>
/// <param name="LeastDisplay">How long a display must last at least; null where nothing says so.</param>
public sealed record TrackSpan(DateOnly From, IReadOnlyList<DutyTrack> Tracks, LimitSpan? LeastDisplay = null);

/// <summary>One way in which a duty is followed, as the rules of the item's time limit say.</summary>
public abstract record DutyTrack
{
    /// <summary>事项 that arise: counted by record, each with its own last day in time.</summary>
    public sealed record ByRecord : DutyTrack;

    /// <summary>Recurring: counted by period, due as the rule says after its end.</summary>
    /// <param name="Rule">The recurring rule of the limit.</param>
    /// <param name="Words">How 按期 is read.</param>
    public sealed record ByPeriod(TimeLimitRule Rule, SettledWords Words) : DutyTrack
    {
        /// <summary>How often.</summary>
        public RecurrencePeriod Every => Rule.Every ?? throw new InvalidOperationException("A recurring rule says how often.");

        /// <summary>From the period's end to the last day in time.</summary>
        public LimitSpan Span => Rule.FirstMonthDay > 0 ? new LimitSpan(Rule.FirstMonthDay, LimitUnit.Day) : Rule.Span(Words);
    }

    /// <summary>长期公开: a page that must be there, and is looked through again each span.</summary>
    /// <param name="First">How long after the first tracked day the page may take.</param>
    /// <param name="CheckEvery">From one named check (内容核对) to the next.</param>
    public sealed record Standing(LimitSpan First, LimitSpan CheckEvery) : DutyTrack;
}

/// <summary>One piece of information behind the item, published or not: a disclosure, or a confirmed posting off the web.</summary>
public sealed record RecordFacts
{
    /// <summary>The disclosure or posting.</summary>
    public required Guid Id { get; init; }

    /// <summary>Title, in which a period may be named.</summary>
    public string Title { get; init; } = "";

    /// <summary>信息形成日期; null while nobody has entered it.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>Last day in time by the item's limit; null where it has none or cannot be told yet.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The limit behind <see cref="DueOn"/>.</summary>
    public LimitSpan Span { get; init; } = LimitSpan.Statutory;

    /// <summary>Beijing date of first publication; null while it never was public.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>
    /// It counts as published: it is public, or its display ended as planned. False where it was withdrawn for a fault, is
    /// suspended, or was closed before the shortest display.
    /// </summary>
    public bool Covers { get; init; }

    /// <summary>Last day of a display that has ended; null otherwise.</summary>
    public DateOnly? DisplayEndedOn { get; init; }

    /// <summary>Brought over from the old site: it exists, and is never in time.</summary>
    public bool IsImported { get; init; }

    /// <summary>Posted off the web (线下公示): it has no clock of its own.</summary>
    public bool IsPosting { get; init; }

    /// <summary>Which elements it carries is not known any more; none is missed.</summary>
    public bool CarriesAll { get; init; }

    /// <summary>Elements of the item that it carries.</summary>
    public IReadOnlyList<string> Elements { get; init; } = [];

    /// <summary>Its updates (更新), each with a clock of its own.</summary>
    public IReadOnlyList<ChangeFacts> Changes { get; init; } = [];

    /// <summary>When it became public and still counts; null otherwise.</summary>
    public DateOnly? FulfilledOn => Covers ? PublishedOn : null;
}

/// <summary>An update of a published record.</summary>
/// <param name="Number">Version that states the change.</param>
/// <param name="ChangedOn">The day on which the information changed.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="PublishedOn">When it went out; null while it is being prepared.</param>
public sealed record ChangeFacts(int Number, DateOnly ChangedOn, DateOnly DueOn, DateOnly? PublishedOn);

/// <summary>What people declared about a duty.</summary>
/// <param name="ZeroPeriods">Keys of periods with a confirmed 本期无信息.</param>
/// <param name="CheckedOn">Days of named checks (内容核对), in any order.</param>
public sealed record DutyDeclarations(IReadOnlySet<string> ZeroPeriods, IReadOnlyList<DateOnly> CheckedOn)
{
    /// <summary>Nothing.</summary>
    public static DutyDeclarations None { get; } = new(new HashSet<string>(), []);
}
