using System.Globalization;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Coverage;

public class UnitBuilderTests
{
    private static readonly DateOnly Today = Day("2026-11-25");
    private static readonly UnitBuilder Builder = new(ShippedCalendar.Calendar, Today);
    private static readonly DutyTrack.ByPeriod Quarterly = new(new TimeLimitRule { Kind = TimeLimitRuleKind.Recurring, Every = RecurrencePeriod.Quarter, Word = SettledWord.PerPeriod }, SettledWords.Defaults);
    private static readonly DutyTrack.Standing Yearly = new(LimitSpan.Statutory, new LimitSpan(12, LimitUnit.Month));

    [Fact]
    public void Build_NotApplicable_IsOneUnitWhateverWasPublished()
    {
        var unit = Assert.Single(Build(Duty(new DutyTrack.ByRecord()) with { IsApplicable = false }, [Published("a", "2026-03-02", "2026-03-05")]));

        Assert.Equal(UnitKind.NotApplicable, unit.Kind);
        Assert.Equal(TimelinessStatus.NotApplicable, StatusRule.Of(unit.Facts, Today, Today));
    }

    [Fact]
    public void Build_EventItemWithoutRecords_WaitsAndIsNotLate()
    {
        var unit = Assert.Single(Build(Duty(new DutyTrack.ByRecord()), []));

        Assert.Equal((UnitKind.Awaiting, true), (unit.Kind, unit.IsNeverPublished));
        Assert.Equal(TimelinessStatus.NotDue, StatusRule.Of(unit.Facts, Today, Today));
    }

    [Fact]
    public void Build_DraftWithFormedDate_StartsTheClockBeforeAnythingIsPublished()
    {
        var draft = Draft("a", "2026-03-02") with { DueOn = Day("2026-03-30") };

        var unit = Assert.Single(Build(Duty(new DutyTrack.ByRecord()), [draft]));

        Assert.Equal((UnitKind.Record, Day("2026-03-02"), Day("2026-03-30")), (unit.Kind, unit.StartsOn!.Value, unit.DueOn!.Value));
        Assert.Equal(TimelinessStatus.Overdue, StatusRule.Of(unit.Facts, Today, Today));
        Assert.True(unit.IsNeverPublished);
    }

    [Fact]
    public void Build_RecordsBeforeTrackingAndFromTheOldSite_AreNoUnits()
    {
        var units = Build(
            Duty(new DutyTrack.ByRecord(), trackedFrom: "2026-02-01"),
            [Published("a", "2026-01-31", "2026-06-01"), Published("b", "2026-02-01", "2026-02-10"), Published("c", "2026-03-01", "2026-03-02") with { IsImported = true }]);

        Assert.Equal([$"record:{Id("b"):N}"], units.Select(u => u.Key));
    }

    [Fact]
    public void Build_WithdrawnForAFault_IsAsIfNotPublished()
    {
        var unit = Assert.Single(Build(Duty(new DutyTrack.ByRecord()), [Published("a", "2026-03-02", "2026-03-05") with { Covers = false }]));

        Assert.Null(unit.FulfilledOn);
        // Something was public once, so the reason 从未公开 would be untrue.
        Assert.False(unit.IsNeverPublished);
    }

    [Fact]
    public void Build_Update_HasAClockOfItsOwn()
    {
        var record = Published("a", "2026-03-02", "2026-03-05") with { Changes = [new ChangeFacts(2, Day("2026-06-01"), Day("2026-06-30"), Day("2026-07-02")), new ChangeFacts(3, Day("2026-11-02"), Day("2026-11-30"), null)] };

        var units = Build(Duty(new DutyTrack.ByRecord()), [record]);

        Assert.Equal([TimelinessStatus.OnTime, TimelinessStatus.Late, TimelinessStatus.DueSoon], units.Select(u => StatusRule.Of(u.Facts, Today, Day("2026-12-02"))));
        Assert.Equal(["record", "change", "change"], units.Select(u => u.Key.Split(':')[0]));
    }

    [Fact]
    public void Build_Quarterly_IsDueTwentyWorkingDaysAfterEachEnd()
    {
        var units = Build(Duty(Quarterly, trackedFrom: "2026-04-20"), []);

        // By hand from the notice of 2026: 1 July + 20 working days; 8 October + 20 (National Day 1-7, worked on 20 September and 10 October); 4 January 2027 on.
        Assert.Equal(["period:2026-Q2", "period:2026-Q3", "period:2026-Q4"], units.Select(u => u.Key));
        Assert.Equal([Day("2026-07-28"), Day("2026-11-03")], units.Take(2).Select(u => u.DueOn!.Value));
        Assert.Equal([TimelinessStatus.Overdue, TimelinessStatus.Overdue, TimelinessStatus.NotDue], units.Select(u => StatusRule.Of(u.Facts, Today, Today)));
    }

    [Fact]
    public void Build_Quarterly_TitleDecidesBeforeTheFormedDate()
    {
        var units = Build(Duty(Quarterly, trackedFrom: "2026-04-20"), [Published("2026年第二季度低保资金", "2026-10-12", "2026-10-13")]);

        Assert.Equal([Day("2026-10-13"), null, null], units.Select(u => u.FulfilledOn));
        Assert.Equal(TimelinessStatus.Late, StatusRule.Of(units[0].Facts, Today, Today));
    }

    [Theory]
    [InlineData("2026-10-12", "2026-Q3")] // within the limit of the quarter that has just ended
    [InlineData("2026-11-04", "2026-Q4")] // after it: about the running quarter
    [InlineData("2026-09-30", "2026-Q3")]
    public void Build_Quarterly_WithoutAPeriodInTheTitleTheFormedDateDecides(string formed, string key)
    {
        // Q2 is taken, so that a record formed in Q3 is about Q3.
        var units = Build(Duty(Quarterly, trackedFrom: "2026-04-20"), [Published("2026年第二季度资金", "2026-07-02", "2026-07-03"), Published("低保资金", formed, formed)]);

        Assert.Equal(["period:2026-Q2", "period:" + key], units.Where(u => u.FulfilledOn is not null).Select(u => u.Key));
    }

    [Fact]
    public void Build_Quarterly_TwoRecordsOfOnePeriod_UniteTheirElementsAndTheFirstCounts()
    {
        var duty = Duty(Quarterly, trackedFrom: "2026-07-01") with { RequiredElements = ["资金", "人数", "标准"] };

        var units = Build(duty, [
            Published("2026年第三季度资金", "2026-10-12", "2026-10-15") with { Elements = ["资金"] },
            Published("2026年第三季度人数", "2026-10-12", "2026-10-13") with { Elements = ["人数"] }]);

        Assert.Equal((Day("2026-10-13"), "标准"), (units[0].FulfilledOn!.Value, Assert.Single(units[0].MissingElements)));
        Assert.Empty(units[1].MissingElements);
    }

    [Fact]
    public void Build_ZeroReport_HoldsForItsPeriodOnlyAndFallsWithARecord()
    {
        var zero = new DutyDeclarations(new HashSet<string> { "2026-Q2" }, []);
        var duty = Duty(Quarterly, trackedFrom: "2026-04-20");

        var without = Builder.Build(duty, [], zero);
        var with = Builder.Build(duty, [Draft("2026年第二季度补充", "2026-06-20")], zero);

        Assert.Equal([TimelinessStatus.NothingThisPeriod, TimelinessStatus.Overdue], without.Take(2).Select(u => StatusRule.Of(u.Facts, Today, Today)));
        Assert.Equal(TimelinessStatus.Overdue, StatusRule.Of(with[0].Facts, Today, Today));
    }

    [Fact]
    public void Build_Standing_NeedsAPageAndThenAChekEachSpan()
    {
        var duty = Duty(Yearly, trackedFrom: "2024-03-01");

        var none = Build(duty, []);
        var page = Build(duty, [Published("a", "2023-05-05", "2023-05-08")]);
        var looked = Builder.Build(duty, [Published("a", "2023-05-05", "2023-05-08")], new DutyDeclarations(new HashSet<string>(), [Day("2025-02-20"), Day("2026-04-01")]));

        Assert.Equal((UnitKind.Standing, Day("2024-03-29")), (Assert.Single(none).Kind, none[0].DueOn!.Value));
        Assert.Equal([TimelinessStatus.OnTime, TimelinessStatus.Overdue], page.Select(u => StatusRule.Of(u.Facts, Today, Today)));
        // From the first tracked day: due 3 March 2025 (1 March is a Saturday), looked at in time; then due 24 February 2026, the first working day after Spring Festival, looked at late.
        Assert.Equal(["standing", "check:1", "check:2", "check:3"], looked.Select(u => u.Key));
        Assert.Equal([Day("2025-03-03"), Day("2026-02-24"), Day("2027-04-01")], looked.Skip(1).Select(u => u.DueOn!.Value));
        Assert.Equal([TimelinessStatus.OnTime, TimelinessStatus.OnTime, TimelinessStatus.Late, TimelinessStatus.NotDue], looked.Select(u => StatusRule.Of(u.Facts, Today, Today)));
    }

    [Fact]
    public void Build_StandingPageOfTheOldSite_IsThereButIsNotRated()
    {
        var units = Build(Duty(Yearly, trackedFrom: "2026-03-02"), [Published("a", "2019-05-05", "2026-03-03") with { IsImported = true }]);

        Assert.Equal([false, true], units.Select(u => u.IsRated));
    }

    [Fact]
    public void Build_ItemNobodyConfirmed_IsNotRatedAndLacksNothing()
    {
        var duty = Duty(new DutyTrack.ByRecord()) with { IsRated = false, RequiredElements = ["资金"] };

        var unit = Assert.Single(Build(duty, [Published("a", "2026-03-02", "2026-03-05")]));

        Assert.False(unit.IsRated);
        Assert.Empty(unit.MissingElements);
    }

    [Fact]
    public void Build_StandingAndEventTogether_FollowsBoth()
    {
        var units = Build(Duty(Yearly, trackedFrom: "2026-03-02") with { Spans = [new TrackSpan(DateOnly.MinValue, [Yearly, new DutyTrack.ByRecord()])] }, [Published("a", "2026-03-02", "2026-03-05")]);

        Assert.Equal([UnitKind.Standing, UnitKind.Check, UnitKind.Record], units.Select(u => u.Kind));
        Assert.Equal(units.Count, units.Select(u => u.Key).Distinct().Count());
    }

    [Fact]
    public void Build_LimitThatChangesOnADay_ChangesOnlyThePeriodsThatEndAfterIt()
    {
        var monthly = new DutyTrack.ByPeriod(new TimeLimitRule { Kind = TimeLimitRuleKind.Recurring, Every = RecurrencePeriod.Month, Amount = 10, Unit = LimitUnit.WorkingDay }, SettledWords.Defaults);
        var duty = Duty(Quarterly, trackedFrom: "2026-04-20") with { Spans = [new TrackSpan(DateOnly.MinValue, [Quarterly]), new TrackSpan(Day("2026-08-15"), [monthly])] };

        var units = Build(duty, []);

        // The second quarter as before; the third, which would end after the change, is no unit any more; months from August on.
        Assert.Equal(["period:2026-Q2", "period:2026-08", "period:2026-09", "period:2026-10", "period:2026-11"], units.Select(u => u.Key));
        Assert.Equal([Day("2026-07-28"), Day("2026-09-14")], units.Take(2).Select(u => u.DueOn!.Value));
    }

    [Fact]
    public void Build_DutyThatEnded_KeepsWhatWasDueAndDropsTheRunningPeriod()
    {
        var ended = Duty(Quarterly, trackedFrom: "2026-04-20") with { EndedOn = Day("2026-09-15") };

        Assert.Equal(["period:2026-Q2"], Build(ended, []).Select(u => u.Key));
        Assert.Empty(Build(Duty(new DutyTrack.ByRecord(), trackedFrom: "2026-04-20") with { EndedOn = Day("2026-09-15") }, [Draft("a", "2026-09-15")]));
        Assert.Single(Build(Duty(new DutyTrack.ByRecord(), trackedFrom: "2026-04-20") with { EndedOn = Day("2026-09-15") }, [Draft("a", "2026-09-14")]));
        Assert.Empty(Build(Duty(Yearly, trackedFrom: "2026-09-10") with { EndedOn = Day("2026-09-15") }, []));
        Assert.Single(Build(Duty(Yearly, trackedFrom: "2026-01-05") with { EndedOn = Day("2026-09-15") }, []));
    }

    [Theory]
    [InlineData("2026-03-16", true)] // 5 March + 7 working days
    [InlineData("2026-03-13", false)]
    public void Build_DisplayThatEnded_CountsOnlyAfterTheLeastItHadToLast(string ended, bool counts)
    {
        var duty = Duty(new DutyTrack.ByRecord()) with { Spans = [new TrackSpan(DateOnly.MinValue, [new DutyTrack.ByRecord()], new LimitSpan(7, LimitUnit.WorkingDay))] };

        var unit = Assert.Single(Build(duty, [Published("a", "2026-03-02", "2026-03-05") with { DisplayEndedOn = Day(ended) }]));

        Assert.Equal(counts, unit.FulfilledOn is not null);
    }

    [Fact]
    public void Build_PublishedWithoutALastDay_IsNotRated()
    {
        var with = Published("a", "2026-03-02", "2026-03-05") with { DueOn = null };

        Assert.False(Assert.Single(Build(Duty(new DutyTrack.ByRecord()), [with])).IsRated);
        Assert.True(Assert.Single(Build(Duty(new DutyTrack.ByRecord()), [with with { PublishedOn = null }])).IsRated);
    }

    private static IReadOnlyList<PlannedUnit> Build(DutyFacts duty, IReadOnlyList<RecordFacts> records) => Builder.Build(duty, records, DutyDeclarations.None);

    private static DutyFacts Duty(DutyTrack track, string trackedFrom = "2026-01-01") => new(Id("duty"), Day(trackedFrom), null, true, true, [], [new TrackSpan(DateOnly.MinValue, [track])]);

    private static RecordFacts Draft(string title, string formed) => new() { Id = Id(title), Title = title, FormedOn = Day(formed), DueOn = ShippedCalendar.Calendar.AddWorkingDays(Day(formed), 20) };

    private static RecordFacts Published(string title, string formed, string on) => Draft(title, formed) with { PublishedOn = Day(on), Covers = true };

    private static Guid Id(string name) => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
