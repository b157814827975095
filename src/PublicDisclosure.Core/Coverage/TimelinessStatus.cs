namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// Whether an organisation did in time what it had to. Every unit has exactly one; an earlier value of this list goes before a
/// later one. Nobody types it in and no row stores it: it follows from <see cref="UnitFacts"/> and today's date in Beijing.
/// </summary>
public enum TimelinessStatus
{
    /// <summary>不适用: it was agreed that the township does not have this item.</summary>
    NotApplicable,

    /// <summary>本期无信息: declared for the period and confirmed by a second person.</summary>
    NothingThisPeriod,

    /// <summary>按时公开</summary>
    OnTime,

    /// <summary>逾期公开: public, but after the last day in time.</summary>
    Late,

    /// <summary>逾期未公开</summary>
    Overdue,

    /// <summary>即将到期: due within the days of <see cref="CoverageOptions.DueSoonWorkingDays"/>.</summary>
    DueSoon,

    /// <summary>未到期</summary>
    NotDue,
}

/// <summary>What decides the status of one unit.</summary>
/// <param name="IsApplicable">False once 不适用 was agreed.</param>
/// <param name="HasZeroReport">本期无信息 was declared and confirmed, and not cancelled since.</param>
/// <param name="DueOn">Last day in time; null where nothing is due.</param>
/// <param name="FulfilledOn">Beijing date on which it became public; null while it is not, and where it was taken back for a fault.</param>
public sealed record UnitFacts(bool IsApplicable, bool HasZeroReport, DateOnly? DueOn, DateOnly? FulfilledOn);

/// <summary>The one rule from facts to status.</summary>
public static class StatusRule
{
    /// <param name="facts">What is known of the unit.</param>
    /// <param name="today">Today in Beijing.</param>
    /// <param name="soonUntil">Last day that counts as soon (<see cref="SoonUntil"/>).</param>
    public static TimelinessStatus Of(UnitFacts facts, DateOnly today, DateOnly soonUntil)
    {
        if (!facts.IsApplicable) return TimelinessStatus.NotApplicable;
        if (facts.HasZeroReport) return TimelinessStatus.NothingThisPeriod;
        if (facts.FulfilledOn is { } on) return facts.DueOn < on ? TimelinessStatus.Late : TimelinessStatus.OnTime;
        if (facts.DueOn is not { } due) return TimelinessStatus.NotDue;
        if (due < today) return TimelinessStatus.Overdue;
        return due <= soonUntil ? TimelinessStatus.DueSoon : TimelinessStatus.NotDue;
    }

    /// <summary>The last day that counts as soon: so many working days from today, today not counted.</summary>
    public static DateOnly SoonUntil(Time.WorkingDayCalendar calendar, DateOnly today, int workingDays) => calendar.AddWorkingDays(today, workingDays);
}
