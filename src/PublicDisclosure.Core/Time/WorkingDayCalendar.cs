using System.Collections.Concurrent;

namespace PublicDisclosure.Core.Time;

/// <summary>
/// Counts working days in Beijing: Monday to Friday, less holidays, plus weekend days worked in exchange (调休). Built from the
/// signed-off notices in layers: later ones of a layer above earlier ones, the region above the nation. A year without a
/// signed-off national notice has weekends and the statutory festivals and is 预计 throughout; a year without a signed-off
/// regional one has 壮族三月三 from the lunisolar calendar, whose days are 预计. Immutable.
/// </summary>
public sealed class WorkingDayCalendar
{
    private readonly Dictionary<DateOnly, Said> _nation = [], _land = [];
    private readonly HashSet<int> _national, _regional;
    private readonly RegionalFestival _region;
    private readonly ConcurrentDictionary<int, Dictionary<DateOnly, string>> _festivals = new(), _marchThird = new();

    /// <param name="notices">All notices; those that are not signed off are passed over.</param>
    /// <param name="region">Which regional festival is kept here.</param>
    /// <param name="asOf">Only what was signed off by this UTC instant: the calendar as it was then.</param>
    /// <param name="asIfSigned">A notice that counts as if it were signed off, to look at the year beforehand.</param>
    public WorkingDayCalendar(IEnumerable<HolidayNotice> notices, RegionalFestival region = RegionalFestival.ZhuangMarchThird, DateTime? asOf = null, Guid? asIfSigned = null)
    {
        _region = region;
        Notices = [.. notices.Where(n => n.Id == asIfSigned || (n.SignedOffAt is { } at && (asOf is null || at <= asOf)))
            .OrderBy(n => n.Layer).ThenBy(n => n.IsAmendment).ThenBy(n => n.IssuedOn).ThenBy(n => n.SignedOffAt).ThenBy(n => n.Id)];
        foreach (var notice in Notices)
            foreach (var day in notice.Days)
                (notice.Layer == CalendarLayer.Regional ? _land : _nation)[day.On] = new Said(day.Kind, day.Name, notice);
        _national = [.. Years(CalendarLayer.National)];
        _regional = [.. Years(CalendarLayer.Regional)];
    }

    /// <summary>What the calendar rests on, in the order in which the later stands above the earlier.</summary>
    public IReadOnlyList<HolidayNotice> Notices { get; }

    /// <summary>False when no national notice of the year is signed off: dates counted through it are estimates (预计).</summary>
    public bool Knows(int year) => _national.Contains(year);

    /// <summary>What the day is, and why.</summary>
    public CalendarDate Day(DateOnly on)
    {
        EstimateReason? estimate = _national.Contains(on.Year) ? null : EstimateReason.YearNotSigned;
        if (_land.TryGetValue(on, out var said) && said.Kind != CalendarDayKind.Ordinary) return Of(on, said, estimate);
        _nation.TryGetValue(on, out said);
        if (MarchThird(on.Year).TryGetValue(on, out var festival))
        {
            estimate ??= EstimateReason.RegionalComputed;
            return said?.Kind == CalendarDayKind.Holiday ? Of(on, said, estimate) : new CalendarDate(on, DayStatus.Holiday, festival, null, estimate);
        }

        if (said is not null) return Of(on, said, estimate);
        return Statutory(on.Year).TryGetValue(on, out festival)
            ? new CalendarDate(on, DayStatus.Holiday, festival, null, estimate)
            : new CalendarDate(on, IsWeekend(on) ? DayStatus.Weekend : DayStatus.Workday, "", null, estimate);
    }

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(DateOnly day) => Day(day).IsWorking;

    /// <summary>
    /// The last day of a limit of some working days: the day after <paramref name="start"/> is day one, so 20 working days
    /// end on the twentieth working day after it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) workingDays--;
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsWorkingDay(day)) count++;
        return count;
    }

    /// <summary>The first working day on or after a day.</summary>
    public DateOnly RollForward(DateOnly day)
    {
        while (!IsWorkingDay(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>Counts a limit and keeps every step. See <see cref="DayCounter"/> for the rules.</summary>
    public DateExplanation Explain(DateOnly start, LimitSpan span, IReadOnlyList<DayPause>? pauses = null) => DayCounter.Explain(this, start, span, pauses ?? []);

    private IEnumerable<int> Years(CalendarLayer layer) => Notices.Where(n => n.Layer == layer && !n.IsAmendment).Select(n => n.Year);

    private static CalendarDate Of(DateOnly on, Said said, EstimateReason? estimate) => new(on, said.Kind switch
    {
        CalendarDayKind.Holiday => DayStatus.Holiday,
        CalendarDayKind.Workday => IsWeekend(on) ? DayStatus.MakeUpWorkday : DayStatus.Workday,
        _ => IsWeekend(on) ? DayStatus.Weekend : DayStatus.Workday,
    }, said.Name, said.Notice, estimate);

    /// <summary>Saturday or Sunday, whatever the calendar says of it.</summary>
    internal static bool IsWeekend(DateOnly on) => on.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private Dictionary<DateOnly, string> Statutory(int year) => _festivals.GetOrAdd(
        year, y => _national.Contains(y) ? [] : Festivals.Statutory(y).ToDictionary(d => d.On, d => d.Name));

    private Dictionary<DateOnly, string> MarchThird(int year) => _marchThird.GetOrAdd(
        year, y => _region == RegionalFestival.None || _regional.Contains(y) ? [] : Festivals.MarchThird(y).ToDictionary(d => d.On, d => d.Name));

    private sealed record Said(CalendarDayKind Kind, string Name, HolidayNotice Notice);
}

/// <summary>A festival that a region keeps beside the national ones.</summary>
public enum RegionalFestival
{
    /// <summary>None.</summary>
    None,

    /// <summary>壮族三月三 in Guangxi, two days.</summary>
    ZhuangMarchThird,
}

/// <summary>What a day is.</summary>
public enum DayStatus
{
    /// <summary>An ordinary working day.</summary>
    Workday,

    /// <summary>Saturday or Sunday.</summary>
    Weekend,

    /// <summary>A holiday.</summary>
    Holiday,

    /// <summary>A weekend day worked in exchange.</summary>
    MakeUpWorkday,
}

/// <summary>Why a day is an estimate.</summary>
public enum EstimateReason
{
    /// <summary>No signed-off national notice of the year.</summary>
    YearNotSigned,

    /// <summary>The regional festival was computed, as no signed-off regional notice of the year says it.</summary>
    RegionalComputed,
}

/// <summary>A day of the calendar.</summary>
/// <param name="On">The day.</param>
/// <param name="Status">What it is.</param>
/// <param name="Name">The festival, where a notice or a computation names one.</param>
/// <param name="Notice">The notice that says so; null for plain and computed days.</param>
/// <param name="Estimate">Why it is an estimate; null when it is certain.</param>
public sealed record CalendarDate(DateOnly On, DayStatus Status, string Name, HolidayNotice? Notice, EstimateReason? Estimate)
{
    /// <summary>People work.</summary>
    public bool IsWorking => Status is DayStatus.Workday or DayStatus.MakeUpWorkday;
}
