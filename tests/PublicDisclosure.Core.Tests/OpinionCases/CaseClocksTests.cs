using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.OpinionCases;

/// <summary>Hours of the clock, from which time, and what becomes of a limit when grade or time change.</summary>
public sealed class CaseClocksTests
{
    private static readonly DateTime Now = new TestClock().Now;
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid();

    [Theory]
    [InlineData(CaseGrade.Gravest)]
    [InlineData(CaseGrade.Grave)]
    public void Register_FirstTwoGrades_CountsFromTheEvent(CaseGrade grade)
    {
        var entered = TestData.CreateCase(Now, grade: grade);
        Assert.Equal(
            [(CaseLimitKind.FirstInformation, Now.AddHours(3)), (CaseLimitKind.Conference, Now.AddHours(22))],
            entered.Limits.Select(l => (l.Kind, l.DueAt)));
    }

    [Theory]
    [InlineData(CaseGrade.Serious)]
    [InlineData(CaseGrade.Ordinary)]
    public void Register_OtherGrades_CountsFromTheFinding(CaseGrade grade) =>
        Assert.Equal((CaseLimitKind.Response, Now.AddHours(47)), TestData.CreateCase(Now, grade: grade).Limits.Select(l => (l.Kind, l.DueAt)).Single());

    [Fact]
    public void Clock_OverAHoliday_RunsOn()
    {
        // 春节: hours of the clock know no holidays.
        var found = new DateTime(2026, 2, 16, 15, 0, 0, DateTimeKind.Utc);
        var clock = Assert.Single(CaseClocks.Of(CaseGrade.Ordinary, found, found, new CaseOptions()));
        Assert.Equal(new DateTime(2026, 2, 18, 15, 0, 0, DateTimeKind.Utc), clock.StartsAt.AddHours(clock.Hours));
    }

    [Fact]
    public void ChangeGrade_AfterTheLimitPassed_KeepsItMissedBesideTheNew()
    {
        var entered = TestData.CreateCase(Now, grade: CaseGrade.Grave);
        var later = Now.AddHours(6);
        entered.ChangeGrade(CaseGrade.Ordinary, "经核实影响较小。", new CaseOptions(), later, First);

        Assert.Equal(3, entered.Limits.Count);
        var first = entered.Limits.Single(l => l.Kind == CaseLimitKind.FirstInformation);
        var conference = entered.Limits.Single(l => l.Kind == CaseLimitKind.Conference);
        var response = entered.Limits.Single(l => l.Kind == CaseLimitKind.Response);
        Assert.Equal((CaseLimitStatus.Missed, CaseLimitStatus.Superseded, CaseLimitStatus.Running), (first.StatusAt(null, later), conference.StatusAt(null, later), response.StatusAt(null, later)));
        // Published afterwards, still within 48 hours: the first stays missed for good.
        var published = later.AddHours(1);
        Assert.Equal((CaseLimitStatus.Missed, CaseLimitStatus.Met), (first.StatusAt(published, published), response.StatusAt(published, published)));
        Assert.Equal((CaseLimitEnd.GradeChanged, CaseGrade.Grave), (first.EndedBy, first.Grade));
    }

    [Fact]
    public void ChangeGrade_Upwards_CountsFromTheEventNotFromNow()
    {
        var entered = TestData.CreateCase(Now);
        entered.ChangeGrade(CaseGrade.Gravest, "出现伤亡。", new CaseOptions(), Now.AddHours(10), First);
        var first = entered.Limits.Single(l => l.Kind == CaseLimitKind.FirstInformation);
        Assert.Equal(Now.AddHours(3), first.DueAt);
        Assert.Equal(CaseLimitStatus.Missed, first.StatusAt(null, Now.AddHours(10)));
    }

    [Fact]
    public void ChangeGrade_ToTheSame_IsRefused() => Assert.Equal(
        "OpinionCase.SameGrade", Assert.Throws<RuleViolationException>(() => TestData.CreateCase(Now).ChangeGrade(CaseGrade.Ordinary, "不变。", new CaseOptions(), Now, First)).Refusals[0].Code);

    [Fact]
    public void RequestTime_UntilASecondPersonConfirms_ChangesNothing()
    {
        var entered = TestData.CreateCase(Now, grade: CaseGrade.Grave);
        entered.RequestTime(Guid.NewGuid(), CaseTimeKind.Event, Now.AddHours(-1), "出警记录", Now, First);
        Assert.Equal((Now.AddHours(-2), 2), (entered.EventAt, entered.Limits.Count));
        Assert.Equal("OpinionCase.SecondPersonNeeded", Assert.Throws<RuleViolationException>(() => entered.DecideTime(true, "", new CaseOptions(), Now, First)).Refusals[0].Code);

        entered.DecideTime(true, "", new CaseOptions(), Now, Second);
        Assert.Equal((Now.AddHours(-1), "出警记录"), (entered.EventAt, entered.EventEvidence));
        Assert.Equal([Now.AddHours(4), Now.AddHours(23)], entered.Limits.Where(l => l.EndedAt is null).Select(l => l.DueAt));
        Assert.Equal(2, entered.Limits.Count(l => l.EndedBy == CaseLimitEnd.TimeChanged));
    }

    [Fact]
    public void DecideTime_AfterTheOldLimitPassed_DoesNotWashItAway()
    {
        var entered = TestData.CreateCase(Now, grade: CaseGrade.Grave);
        var later = Now.AddHours(4);
        entered.RequestTime(Guid.NewGuid(), CaseTimeKind.Event, Now.AddHours(-1), "出警记录", later, First);
        entered.DecideTime(true, "", new CaseOptions(), later, Second);
        Assert.Equal(CaseLimitStatus.Missed, entered.Limits.First(l => l.Kind == CaseLimitKind.FirstInformation).StatusAt(null, later));
    }

    [Fact]
    public void DecideTime_Declined_LeavesTheTime()
    {
        var entered = TestData.CreateCase(Now);
        entered.RequestTime(Guid.NewGuid(), CaseTimeKind.Found, Now.AddMinutes(-30), "说不清", Now, First);
        Assert.Equal("OpinionCase.ReasonMissing", Assert.Throws<RuleViolationException>(() => entered.DecideTime(false, "", new CaseOptions(), Now, Second)).Refusals[0].Code);
        entered.DecideTime(false, "证据不足。", new CaseOptions(), Now, Second);
        Assert.Equal((Now.AddHours(-1), 1), (entered.FoundAt, entered.Limits.Count));
        Assert.Null(entered.PendingTime);
    }

    [Fact]
    public void DecideSilence_Approved_StopsTheClocksButKeepsWhatWasMissed()
    {
        var inTime = TestData.CreateCase(Now, CaseStage.Handling);
        inTime.ProposeSilence(Guid.NewGuid(), "涉及隐私。", Now, First);
        inTime.DecideSilence(true, "", Now.AddHours(1), Second);
        Assert.Equal(CaseLimitStatus.Superseded, inTime.Limits.Single().StatusAt(null, Now.AddDays(30)));

        var late = TestData.CreateCase(Now, CaseStage.Handling);
        late.ProposeSilence(Guid.NewGuid(), "涉及隐私。", Now, First);
        late.DecideSilence(true, "", Now.AddHours(60), Second);
        Assert.Equal(CaseLimitStatus.Missed, late.Limits.Single().StatusAt(null, Now.AddDays(30)));
    }

    [Fact]
    public void StatusAt_TheLastInstant_IsStillInTime()
    {
        var limit = TestData.CreateCase(Now).Limits.Single();
        Assert.Equal(CaseLimitStatus.Met, limit.StatusAt(limit.DueAt, limit.DueAt));
        Assert.Equal(CaseLimitStatus.Running, limit.StatusAt(null, limit.DueAt));
        Assert.Equal(CaseLimitStatus.Missed, limit.StatusAt(limit.DueAt.AddTicks(1), limit.DueAt.AddDays(1)));
    }

    [Fact]
    public void Check_Facts_NameEveryMistake()
    {
        var facts = TestData.CaseFacts(Now) with { Title = " ", EventEvidence = "", EventAt = Now.AddHours(1), FoundAt = Now.AddMinutes(-1), Summary = new string('长', OpinionCase.TextLength + 1) };
        Assert.Equal(
            ["OpinionCase.TitleMissing", "Disclosure.TextTooLong", "OpinionCase.EvidenceMissing", "OpinionCase.TimeInFuture", "OpinionCase.FoundBeforeEvent"],
            facts.Check(Now).Select(r => r.Code));
    }
}
