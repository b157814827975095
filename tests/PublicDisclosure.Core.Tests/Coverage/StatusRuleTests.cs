using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Core.Tests.Coverage;

public class StatusRuleTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateOnly SoonUntil = new(2026, 3, 17);

    [Theory]
    [InlineData("2026-03-10", "2026-03-10", TimelinessStatus.OnTime)] // on the last day
    [InlineData("2026-03-10", "2026-03-11", TimelinessStatus.Late)]
    [InlineData("2026-03-09", "2026-03-01", TimelinessStatus.OnTime)]
    [InlineData(null, "2026-03-01", TimelinessStatus.OnTime)] // nothing was due
    [InlineData("2026-03-09", null, TimelinessStatus.Overdue)]
    [InlineData("2026-03-10", null, TimelinessStatus.DueSoon)] // today is still in time
    [InlineData("2026-03-17", null, TimelinessStatus.DueSoon)]
    [InlineData("2026-03-18", null, TimelinessStatus.NotDue)]
    [InlineData(null, null, TimelinessStatus.NotDue)]
    public void Of_DueAndFulfilled_GivesTheOneStatus(string? due, string? fulfilled, TimelinessStatus expected) =>
        Assert.Equal(expected, StatusRule.Of(new UnitFacts(true, false, Day(due), Day(fulfilled)), Today, SoonUntil));

    [Fact]
    public void Of_SeveralApply_TheEarlierOfTheListGoesBefore()
    {
        var late = new UnitFacts(IsApplicable: false, HasZeroReport: true, new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 5));

        Assert.Equal(TimelinessStatus.NotApplicable, StatusRule.Of(late, Today, SoonUntil));
        Assert.Equal(TimelinessStatus.NothingThisPeriod, StatusRule.Of(late with { IsApplicable = true }, Today, SoonUntil));
        Assert.Equal(TimelinessStatus.Late, StatusRule.Of(late with { IsApplicable = true, HasZeroReport = false }, Today, SoonUntil));
    }

    [Fact]
    public void Of_EveryCombination_IsExactlyOneStatusAndDoesNotDependOnMoreThanItsFacts()
    {
        DateOnly?[] days = [null, Today.AddDays(-1), Today, Today.AddDays(1), SoonUntil, SoonUntil.AddDays(1)];
        foreach (var applicable in (bool[])[true, false])
            foreach (var zero in (bool[])[true, false])
                foreach (var due in days)
                    foreach (var done in days)
                    {
                        var status = StatusRule.Of(new UnitFacts(applicable, zero, due, done), Today, SoonUntil);
                        Assert.True(Enum.IsDefined(status));
                        if (applicable && !zero && done is not null) Assert.True(status is TimelinessStatus.OnTime or TimelinessStatus.Late);
                        if (applicable && !zero && done is null) Assert.True(status > TimelinessStatus.Late);
                    }
    }

    [Fact]
    public void Share_NothingRated_IsNotAHundredPerCent()
    {
        var share = CoverageShare.None.With(TimelinessStatus.NotDue).With(TimelinessStatus.DueSoon).With(TimelinessStatus.NothingThisPeriod).With(TimelinessStatus.NotApplicable);

        Assert.Equal(0, share.Rated);
        Assert.Null(share.BasisPoints);
        Assert.Equal(4, share.All);
    }

    [Fact]
    public void Share_UnconfirmedItem_EntersNoFigure()
    {
        var share = CoverageShare.None.With(TimelinessStatus.OnTime).With(TimelinessStatus.Overdue, isRated: false);

        Assert.Equal(10_000, share.BasisPoints);
        Assert.Equal((1, 0, 1), (share.All, share.Overdue, share.Unrated));
    }

    [Theory]
    [InlineData(1, 0, 0, 10_000)]
    [InlineData(2, 1, 0, 6_666)]
    [InlineData(0, 0, 3, 0)]
    [InlineData(999, 0, 1, 9_990)]
    public void Share_Counts_IsOnTimeOfAllThatWasDue(int onTime, int late, int overdue, int expected)
    {
        var share = new CoverageShare(OnTime: onTime, Late: late, Overdue: overdue, DueSoon: 7, NotDue: 9, NotApplicable: 3);

        Assert.Equal(expected, share.BasisPoints);
        Assert.Equal(share, share + CoverageShare.None);
        Assert.Equal(onTime * 2, (share + share).OnTime);
        foreach (var status in Enum.GetValues<TimelinessStatus>()) Assert.Equal(share.Of(status) + 1, share.With(status).Of(status));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
