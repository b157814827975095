using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Policies;

public sealed class ValidityDatesTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly TestClock Clock = new();
    private static readonly Guid Document = Guid.NewGuid();

    [Theory]
    [InlineData(DisclosureGenre.Other, 0, 0, Validity.NotApplicable)]
    [InlineData(DisclosureGenre.Announcement, -10, -1, Validity.NotApplicable)]
    [InlineData(DisclosureGenre.Normative, -10, 10, Validity.InForce)]
    [InlineData(DisclosureGenre.Plan, 0, 0, Validity.InForce)]
    [InlineData(DisclosureGenre.Normative, 1, 10, Validity.NotYetInForce)]
    [InlineData(DisclosureGenre.Rules, -10, -1, Validity.Expired)]
    public void On_DatesOfTheText_Decide(DisclosureGenre genre, int effective, int expires, Validity expected) =>
        Assert.Equal(expected, new ValidityDates(Day.AddDays(effective), Day.AddDays(expires)).On(Day, genre));

    [Fact]
    public void On_NoDates_IsInForce() => Assert.Equal(Validity.InForce, new ValidityDates(null, null).On(Day, DisclosureGenre.Normative));

    [Theory]
    [InlineData("2026-06-30T15:59:59Z", Validity.InForce)]
    [InlineData("2026-06-30T16:00:00Z", Validity.Expired)]
    public void On_LastDay_EndsAtBeijingMidnight(string utc, Validity expected)
    {
        var instant = DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

        Assert.Equal(expected, new ValidityDates(new(2021, 7, 1), Day).On(BusinessClock.BeijingDate(instant), DisclosureGenre.Normative));
    }

    [Theory]
    [InlineData(-1, Validity.InForce)]
    [InlineData(0, Validity.Amended)]
    public void On_Amended_FromItsDayOn(int days, Validity expected) =>
        Assert.Equal(expected, Of(Day.AddYears(1), Act(ValidityActKind.Amend, Day)).On(Day.AddDays(days), DisclosureGenre.Normative));

    [Theory]
    [InlineData(-1, Validity.InForce)]
    [InlineData(0, Validity.Repealed)]
    [InlineData(800, Validity.Repealed)]
    public void On_Repealed_FromItsDayOnAndWhateverElseEnds(int days, Validity expected) =>
        Assert.Equal(expected, Of(Day.AddYears(1), Act(ValidityActKind.Repeal, Day)).On(Day.AddDays(days), DisclosureGenre.Normative));

    [Fact]
    public void On_ExpiredThenRepealed_IsExpiredInBetween()
    {
        var dates = Of(Day, Act(ValidityActKind.Repeal, Day.AddDays(10)));

        Assert.Equal(Validity.Expired, dates.On(Day.AddDays(9), DisclosureGenre.Normative));
        Assert.Equal(Validity.Repealed, dates.On(Day.AddDays(10), DisclosureGenre.Normative));
    }

    [Fact]
    public void Of_Continued_EndsLaterAndKeepsTheAmendment()
    {
        var dates = Of(Day, Act(ValidityActKind.Amend, Day.AddDays(-100)), Act(ValidityActKind.Continue, Day.AddDays(1), Day.AddYears(5)));

        Assert.Equal(Validity.Amended, dates.On(Day.AddYears(5), DisclosureGenre.Normative));
        Assert.Equal(Validity.Expired, dates.On(Day.AddYears(5).AddDays(1), DisclosureGenre.Normative));
    }

    [Fact]
    public void Of_ContinuedWithoutNewEnd_KeepsTheEnd() => Assert.Equal(Day, Of(Day, Act(ValidityActKind.Continue, Day.AddDays(-3))).ExpiresOn);

    [Fact]
    public void Of_PendingAndRefusedActs_DoNotCount()
    {
        var refused = Record(ValidityActKind.Repeal, Day, null, null);
        refused.Refuse("依据不对", Clock.Now, Guid.NewGuid());

        Assert.Equal(new ValidityDates(null, Day), ValidityDates.Of(null, Day, [Record(ValidityActKind.Repeal, Day, null, null), refused]));
    }

    [Fact]
    public void Of_RepealCorrected_IsInForceAgain()
    {
        var repeal = Act(ValidityActKind.Repeal, Day);
        var correction = Act(ValidityActKind.Continue, Day, null, repeal.Id);

        Assert.Null(Of(null, repeal, correction).RepealedOn);
        Assert.Equal([correction.Id], ValidityDates.Counting([repeal, correction]).Select(a => a.Id));
    }

    [Fact]
    public void Of_CorrectionItselfCorrected_LetsTheFirstCountAgain()
    {
        var repeal = Act(ValidityActKind.Repeal, Day);
        var wrong = Act(ValidityActKind.Continue, Day, null, repeal.Id);
        var right = Act(ValidityActKind.Amend, Day, null, wrong.Id);

        Assert.Equal([repeal.Id, right.Id], ValidityDates.Counting([right, wrong, repeal]).Select(a => a.Id));
    }

    [Fact]
    public void LastChangeUpTo_GivesTheDayOfTheNewestChange()
    {
        var dates = new ValidityDates(new(2024, 1, 1), new(2026, 1, 31), new(2025, 5, 1), new(2026, 9, 1));

        Assert.Equal(new DateOnly(2025, 5, 1), dates.LastChangeUpTo(new(2026, 1, 31)));
        Assert.Equal(new DateOnly(2026, 2, 1), dates.LastChangeUpTo(new(2026, 2, 1)));
        Assert.Null(dates.LastChangeUpTo(new(2023, 12, 31)));
    }

    private static ValidityDates Of(DateOnly? expires, params ValidityAct[] acts) => ValidityDates.Of(null, expires, acts);

    private static ValidityAct Act(ValidityActKind kind, DateOnly from, DateOnly? newEnd = null, Guid? corrects = null)
    {
        var act = Record(kind, from, newEnd, corrects);
        act.Confirm(Clock.Now, Guid.NewGuid());
        return act;
    }

    private static ValidityAct Record(ValidityActKind kind, DateOnly from, DateOnly? newEnd, Guid? corrects)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return ValidityAct.Record(Guid.NewGuid(), new RecordValidityAct(Document, kind, from, newEnd, null, "浔政发〔2026〕1号", "清理", corrects, Guid.NewGuid()), Clock.Now);
    }
}
