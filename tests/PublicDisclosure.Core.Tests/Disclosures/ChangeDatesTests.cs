using System.Globalization;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>
/// 更正 and 更新 day by day on the real calendar. The due dates were counted by hand from the State Council's notices: the day
/// after the change is day one, holidays do not count, weekend days worked in exchange (调休) do.
/// </summary>
public class ChangeDatesTests
{
    private static readonly Guid Clerk = Guid.NewGuid(), Reviewer = Guid.NewGuid();

    // The day the information changed, the day the update went out, the last day in time, late or not.
    [Theory]
    [InlineData("2026-01-05", "2026-02-02", "2026-02-02", false)]
    [InlineData("2026-01-05", "2026-02-03", "2026-02-02", true)]
    [InlineData("2026-01-03", "2026-01-29", "2026-01-29", false)]
    [InlineData("2026-01-04", "2026-01-30", "2026-01-30", false)]
    [InlineData("2026-01-04", "2026-02-01", "2026-01-30", true)]
    [InlineData("2026-01-16", "2026-02-13", "2026-02-13", false)]
    [InlineData("2026-01-16", "2026-02-14", "2026-02-13", true)]
    [InlineData("2026-01-30", "2026-02-28", "2026-03-05", false)]
    [InlineData("2026-01-30", "2026-03-06", "2026-03-05", true)]
    [InlineData("2026-02-13", "2026-03-19", "2026-03-19", false)]
    [InlineData("2026-02-14", "2026-03-20", "2026-03-20", false)]
    [InlineData("2026-02-15", "2026-03-20", "2026-03-20", false)]
    [InlineData("2026-02-16", "2026-03-21", "2026-03-20", true)]
    [InlineData("2026-02-23", "2026-03-20", "2026-03-20", false)]
    [InlineData("2026-02-24", "2026-03-23", "2026-03-23", false)]
    [InlineData("2026-02-28", "2026-03-27", "2026-03-27", false)]
    [InlineData("2026-02-28", "2026-03-30", "2026-03-27", true)]
    [InlineData("2026-03-08", "2026-04-03", "2026-04-03", false)]
    [InlineData("2026-03-08", "2026-04-04", "2026-04-03", true)]
    [InlineData("2026-04-03", "2026-05-07", "2026-05-07", false)]
    [InlineData("2026-04-04", "2026-05-08", "2026-05-07", true)]
    [InlineData("2026-04-30", "2026-06-01", "2026-06-01", false)]
    [InlineData("2026-05-01", "2026-06-02", "2026-06-01", true)]
    [InlineData("2026-05-09", "2026-06-05", "2026-06-05", false)]
    [InlineData("2026-05-10", "2026-06-05", "2026-06-05", false)]
    [InlineData("2026-06-18", "2026-07-17", "2026-07-17", false)]
    [InlineData("2026-06-19", "2026-07-20", "2026-07-17", true)]
    [InlineData("2026-08-28", "2026-09-24", "2026-09-24", false)]
    [InlineData("2026-09-20", "2026-10-23", "2026-10-23", false)]
    [InlineData("2026-09-24", "2026-10-30", "2026-10-29", true)]
    [InlineData("2026-09-30", "2026-11-03", "2026-11-03", false)]
    [InlineData("2026-10-10", "2026-11-06", "2026-11-06", false)]
    [InlineData("2026-10-10", "2026-11-07", "2026-11-06", true)]
    public void Update_OnTheRealCalendar_HasADueDateOfItsOwn(string changed, string published, string due, bool isLate)
    {
        var disclosure = Published(formedOn: Day("2025-12-31"), on: Day("2026-01-03"));

        Begin(disclosure, ChangeKind.Update, Day(changed), on: Day(published));
        var version = Publish(disclosure, Day(published));

        Assert.Equal((ChangeKind.Update, Day(changed), Day(due)), (version.Change, version.ChangedOn, version.DueOn));
        Assert.Equal(isLate, new VersionLine(version.Number, version.Change, version.ChangeReason, version.PublishedAt, version.ChangedOn, version.DueOn).IsLate);
    }

    // The information was formed, first published; whatever follows, this is when it was due and whether it was late.
    [Theory]
    [InlineData("2025-12-31", "2026-01-29", "2026-01-29", false)]
    [InlineData("2025-12-31", "2026-01-30", "2026-01-29", true)]
    [InlineData("2026-02-14", "2026-03-20", "2026-03-20", false)]
    [InlineData("2026-02-13", "2026-03-20", "2026-03-19", true)]
    [InlineData("2026-10-10", "2026-11-06", "2026-11-06", false)]
    [InlineData("2026-09-30", "2026-11-04", "2026-11-03", true)]
    public void FirstPublication_AfterAnUpdateAndACorrection_KeepsDueDateAndLateness(string formed, string published, string due, bool isLate)
    {
        var disclosure = Published(Day(formed), Day(published));
        var first = PublicListing.From(disclosure, disclosure.Versions[0], [], Day(published), Day(due));
        Begin(disclosure, ChangeKind.Update, Day(published), Day(published).AddDays(60));
        Publish(disclosure, Day(published).AddDays(60));
        Begin(disclosure, ChangeKind.Correction, null, Day(published).AddDays(90));
        var last = Publish(disclosure, Day(published).AddDays(90));

        var listing = PublicListing.From(disclosure, last, [], first.PublishedOn, first.DueOn);

        Assert.Equal(Day(due), ShippedCalendar.Calendar.Explain(Day(formed), LimitSpan.Statutory).End);
        Assert.Equal((Day(due), Day(published), isLate), (listing.DueOn, listing.PublishedOn, listing.DueOn < listing.PublishedOn));
        Assert.Equal((null, null), (disclosure.Versions[0].ChangedOn, disclosure.Versions[0].DueOn));
        Assert.Equal((ChangeKind.Correction, null, null), (last.Change, last.ChangedOn, last.DueOn));
    }

    [Theory]
    [InlineData(ChangeKind.Update, null, "Disclosure.ChangedOnMissing")]
    [InlineData(ChangeKind.Update, "2026-02-03", "Disclosure.ChangedOnInFuture")]
    [InlineData(ChangeKind.Update, "2025-12-30", "Disclosure.ChangedOnBeforeFormed")]
    [InlineData(ChangeKind.Update, "1911-10-10", "Disclosure.DateOutOfRange")]
    [InlineData(ChangeKind.Correction, "2026-01-20", "Disclosure.CorrectionHasNoChangedOn")]
    public void BeginCorrection_DateThatCannotBe_IsRefusedAndNothingBegins(ChangeKind kind, string? changed, string code)
    {
        var disclosure = Published(Day("2025-12-31"), Day("2026-01-03"));

        var violation = Assert.Throws<RuleViolationException>(() => Begin(disclosure, kind, changed is null ? null : Day(changed), Day("2026-02-02")));

        Assert.Equal([code], violation.Refusals.Select(r => r.Code));
        Assert.Equal((DisclosureState.Published, ChangeKind.First, null), (disclosure.State, disclosure.PendingChange, disclosure.PendingChangedOn));
    }

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2026-02-02")]
    public void BeginCorrection_UpdateOnTheFirstOrLastPossibleDay_Begins(string changed)
    {
        var disclosure = Published(Day("2025-12-31"), Day("2026-01-03"));

        Begin(disclosure, ChangeKind.Update, Day(changed), Day("2026-02-02"));

        Assert.Equal((DisclosureState.Draft, Day(changed)), (disclosure.State, disclosure.PendingChangedOn));
    }

    [Fact]
    public void AbandonCorrection_Update_ForgetsTheDayOfTheChange()
    {
        var disclosure = Published(Day("2025-12-31"), Day("2026-01-03"));
        Begin(disclosure, ChangeKind.Update, Day("2026-01-20"), Day("2026-02-02"));

        disclosure.AbandonCorrection(disclosure.Versions[0], At(Day("2026-02-02")), Clerk);

        Assert.Null(disclosure.PendingChangedOn);
    }

    [Fact]
    public void Publish_UpdateWithoutADueDate_IsABug()
    {
        var disclosure = Published(Day("2025-12-31"), Day("2026-01-03"));
        Begin(disclosure, ChangeKind.Update, Day("2026-01-20"), Day("2026-02-02"));
        Decide(disclosure, Day("2026-02-02"));

        Assert.Throws<InvalidOperationException>(() => disclosure.Publish(Passed(disclosure), Body, "桂平市民政局", null, At(Day("2026-02-02")), Reviewer));
    }

    internal static readonly RenderedBody Body = new("<p>正文。</p>", "正文。", "1");

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTime At(DateOnly day) => BusinessClock.Utc(day, new TimeOnly(15, 0));

    private static ChecklistResult Passed(Disclosure disclosure) => new(disclosure.TextRevision, []);

    private static Disclosure Published(DateOnly formedOn, DateOnly on)
    {
        var text = TestData.CreateText() with { DocumentDate = formedOn, FormedOn = formedOn };
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), text, At(on), Clerk);
        Publish(disclosure, on);
        return disclosure;
    }

    private static void Begin(Disclosure disclosure, ChangeKind kind, DateOnly? changedOn, DateOnly on) =>
        disclosure.BeginCorrection(kind, "情况说明", At(on), Clerk, changedOn);

    private static void Decide(Disclosure disclosure, DateOnly on)
    {
        disclosure.Submit(Passed(disclosure), At(on), Clerk);
        disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", At(on), Reviewer);
        disclosure.Approve(Passed(disclosure), At(on), Reviewer);
    }

    private static DisclosureVersion Publish(Disclosure disclosure, DateOnly on)
    {
        Decide(disclosure, on);
        DateOnly? due = disclosure.PendingChangedOn is { } changed ? ShippedCalendar.Calendar.Explain(changed, LimitSpan.Statutory).End : null;
        return disclosure.Publish(Passed(disclosure), Body, "桂平市民政局", ("114508810000000000/2026-00001", "mzj-2026-00001"), At(on), Reviewer, due);
    }
}
