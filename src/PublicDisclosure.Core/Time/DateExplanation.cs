using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Time;

/// <summary>In what a limit is counted.</summary>
public enum LimitUnit
{
    /// <summary>工作日</summary>
    WorkingDay,

    /// <summary>日: natural days, holidays counted, the last day rolled off a day on which nobody works.</summary>
    Day,

    /// <summary>周</summary>
    Week,

    /// <summary>月, to the day of the same number (民法典第二百零二条).</summary>
    Month,

    /// <summary>季度</summary>
    Quarter,

    /// <summary>年</summary>
    Year,
}

/// <summary>On which side of its anchor a limit lies.</summary>
public enum LimitDirection
{
    /// <summary>Within so many days after something.</summary>
    After,

    /// <summary>At least so many days before an event.</summary>
    Before,
}

/// <summary>The length of a limit: 20 working days after, 1 week before.</summary>
public sealed record LimitSpan(int Amount, LimitUnit Unit, LimitDirection Direction = LimitDirection.After)
{
    /// <summary>Longest limit in any unit; more is a slip of the pen.</summary>
    public const int MostAmount = 400;

    /// <summary>The limit of Article 26 of the Regulation: 20 working days.</summary>
    public static LimitSpan Statutory { get; } = new(20, LimitUnit.WorkingDay);

    /// <summary>Single days are counted; longer units go by date.</summary>
    public bool CountsDays => Unit is LimitUnit.WorkingDay or LimitUnit.Day;

    /// <summary>Why it is no limit; empty when it is one.</summary>
    public static IReadOnlyList<Refusal> Check(int amount, string field = "Amount") =>
        amount is >= 1 and <= MostAmount ? [] : [new Refusal("Limit.AmountOutOfRange", field, MostAmount)];
}

/// <summary>A stretch of days, both ends included, that does not count.</summary>
public sealed record DayPause(DateOnly From, DateOnly To)
{
    /// <summary>The day lies in it.</summary>
    public bool Covers(DateOnly day) => day >= From && day <= To;
}

/// <summary>What became of a day in a count.</summary>
public enum DayMark
{
    /// <summary>The day that sets the limit going; not counted.</summary>
    Start,

    /// <summary>Counted.</summary>
    Counted,

    /// <summary>Counted: a weekend day worked in exchange.</summary>
    CountedMakeUp,

    /// <summary>Passed over: Saturday or Sunday.</summary>
    Weekend,

    /// <summary>Passed over: a holiday.</summary>
    Holiday,

    /// <summary>Passed over: the limit was stopped.</summary>
    Paused,

    /// <summary>Passed over on the way to a working day, after the last day fell on one without work.</summary>
    Rolled,

    /// <summary>The working day to which the end was moved (顺延).</summary>
    RolledTo,

    /// <summary>The end of a limit in weeks, months or years, found by date.</summary>
    End,
}

/// <summary>A day of a count.</summary>
/// <param name="On">The day.</param>
/// <param name="Mark">What became of it.</param>
/// <param name="Number">Which counted day it is; 0 where it is not counted.</param>
/// <param name="Day">What the calendar says of it.</param>
public sealed record DayStep(DateOnly On, DayMark Mark, int Number, CalendarDate Day)
{
    /// <summary>It is one of the days of the limit.</summary>
    public bool IsCounted => Mark is DayMark.Counted or DayMark.CountedMakeUp;
}

/// <summary>Why a date is an estimate, and for which year.</summary>
public sealed record Estimate(EstimateReason Reason, int Year)
{
    /// <summary>Longest stored form: a limit crosses a few years at most.</summary>
    public const int StoredLength = 100;

    /// <summary>Reasons as they are stored with a due date: <c>2027 YearNotSigned;2028 YearNotSigned</c>.</summary>
    public static string Write(IEnumerable<Estimate> estimates) => string.Join(';', estimates.Take(4).Select(e => $"{e.Year} {e.Reason}"));

    /// <summary>Stored reasons; what is none is passed over.</summary>
    public static IReadOnlyList<Estimate> Read(string stored) =>
    [
        .. stored.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(' '))
            .Where(part => part.Length == 2 && int.TryParse(part[0], out _) && Enum.TryParse<EstimateReason>(part[1], out _))
            .Select(part => new Estimate(Enum.Parse<EstimateReason>(part[1]), int.Parse(part[0], System.Globalization.CultureInfo.InvariantCulture))),
    ];
}

/// <summary>A due date with the whole way to it.</summary>
/// <param name="Start">The day that set the limit going, or the event's day for a limit before it.</param>
/// <param name="Span">The limit.</param>
/// <param name="End">The last day in time.</param>
/// <param name="Unrolled">Where the limit ended before it was moved off a day without work.</param>
/// <param name="Steps">Every day looked at, in the order of time; for longer units start and end only.</param>
/// <param name="Estimates">Why the date is only an estimate; empty when it is certain.</param>
public sealed record DateExplanation(
    DateOnly Start, LimitSpan Span, DateOnly End, DateOnly Unrolled, IReadOnlyList<DayStep> Steps, IReadOnlyList<Estimate> Estimates)
{
    /// <summary>预计: it may move when a notice is signed off.</summary>
    public bool IsEstimated => Estimates.Count > 0;

    /// <summary>顺延: the last day fell on one without work.</summary>
    public bool IsRolled => End != Unrolled;

    /// <summary>Days that were counted; equal to the limit's amount for day units.</summary>
    public int Counted => Steps.Count(s => s.IsCounted);

    /// <summary>The notices that had a say, in order.</summary>
    public IReadOnlyList<HolidayNotice> Notices => [.. Steps.Select(s => s.Day.Notice).OfType<HolidayNotice>().Distinct()];
}
