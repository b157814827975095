using CsCheck;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Time;

/// <summary>What holds for every calendar and every limit.</summary>
public sealed class CalendarPropertyTests
{
    private static readonly DateOnly First = new(2019, 3, 1);

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 2600].Select(First.AddDays);

    private static readonly Gen<LimitUnit> Units = OneOf(Enum.GetValues<LimitUnit>());

    private static readonly Gen<LimitDirection> Directions = OneOf(Enum.GetValues<LimitDirection>());

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Fact]
    public void Explain_LaterStart_NeverEndsEarlier() => Gen.Select(Days, Gen.Int[0, 30], Gen.Int[1, 60], Units, Directions).Sample((start, later, amount, unit, direction) =>
    {
        var span = new LimitSpan(amount, unit, direction);
        return ShippedCalendar.InGuangxi.Explain(start, span).End <= ShippedCalendar.InGuangxi.Explain(start.AddDays(later), span).End;
    });

    [Fact]
    public void Explain_LongerLimit_NeverEndsNearer() => Gen.Select(Days, Gen.Int[1, 60], Gen.Int[0, 20], Units).Sample((start, amount, more, unit) =>
        ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount, unit)).End <= ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount + more, unit)).End
        && ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount, unit, LimitDirection.Before)).End
            >= ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount + more, unit, LimitDirection.Before)).End);

    [Fact]
    public void Explain_DayUnits_CountAsManyCellsAsTheLimitAndEndOnAWorkingDay() => Gen.Select(Days, Gen.Int[1, 80], OneOf(LimitUnit.WorkingDay, LimitUnit.Day), Directions).Sample((start, amount, unit, direction) =>
    {
        var got = ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount, unit, direction));
        return got.Counted == amount && ShippedCalendar.InGuangxi.IsWorkingDay(got.End) && got.Steps.Select(s => s.Number).Where(n => n > 0).Order().SequenceEqual(Enumerable.Range(1, amount));
    });

    [Fact]
    public void Explain_HolidayAdded_AfterNeverEarlierBeforeNeverLater() => Gen.Select(Days, Days, Gen.Int[1, 40], Units).Sample((start, added, amount, unit) =>
    {
        var more = new WorkingDayCalendar(
            [.. ShippedCalendar.Notices(), Calendars.Signed(CalendarLayer.National, added.Year, isAmendment: true, [new(added, CalendarDayKind.Holiday, "加")])], RegionalFestival.None);
        return more.Explain(start, new LimitSpan(amount, unit)).End >= ShippedCalendar.Calendar.Explain(start, new LimitSpan(amount, unit)).End
            && more.Explain(start, new LimitSpan(amount, unit, LimitDirection.Before)).End <= ShippedCalendar.Calendar.Explain(start, new LimitSpan(amount, unit, LimitDirection.Before)).End;
    }, iter: 300);

    [Fact]
    public void Explain_PauseWithinTheLimit_MovesTheEndByExactlyItsWorkingDays() => Gen.Select(Days, Gen.Int[1, 40], Gen.Int[0, 60], Gen.Int[0, 25]).Sample((start, amount, offset, length) =>
    {
        var plain = ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount, LimitUnit.WorkingDay)).End;
        // A pause that begins while the limit runs; one that begins afterwards changes nothing.
        var pause = new DayPause(start.AddDays(1 + offset), start.AddDays(1 + offset + length));
        var moved = ShippedCalendar.InGuangxi.Explain(start, new LimitSpan(amount, LimitUnit.WorkingDay), [pause]).End;
        var paused = pause.From <= plain ? ShippedCalendar.InGuangxi.WorkingDaysBetween(pause.From.AddDays(-1), pause.To) : 0;
        return ShippedCalendar.InGuangxi.WorkingDaysBetween(plain, moved) == paused;
    });
}
