using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>The formed date: fixed at the first submission, moved only by two persons.</summary>
public class FormedDateTests
{
    private static readonly DateOnly Day = TestClock.DefaultDay;
    private readonly Guid _other = Guid.NewGuid();

    [Fact]
    public void Edit_BeforeTheFirstSubmission_MayMoveTheDate()
    {
        var walk = DisclosureWalk.To(DisclosureState.Draft);

        Edit(walk, Day.AddDays(-4));

        Assert.Equal((Day.AddDays(-4), false), (walk.Disclosure.Text.FormedOn, walk.Disclosure.IsFormedOnFixed));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(null)]
    public void Edit_AfterAReturn_MayNotMoveTheDate(int? days)
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingSecrecyReview);
        walk.Act(DisclosureAction.Return);

        var violation = Assert.Throws<RuleViolationException>(() => Edit(walk, days is { } d ? Day.AddDays(d) : null));

        Assert.Equal([new Refusal("Disclosure.FormedOnFixed", "FormedOn")], violation.Refusals);
        Assert.Equal(Day, walk.Disclosure.Text.FormedOn);
    }

    [Fact]
    public void Edit_AfterARecallOrInACorrection_KeepsTheDateAndTakesTheRest()
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);
        walk.Act(DisclosureAction.BeginCorrection);

        walk.Disclosure.Edit(walk.Disclosure.Text with { Summary = "改后的概述。" }, [], walk.Now, walk.Clerk);

        Assert.Equal((Day, "改后的概述。"), (walk.Disclosure.Text.FormedOn, walk.Disclosure.Text.Summary));
        Assert.Throws<RuleViolationException>(() => Edit(walk, Day.AddDays(-1)));
    }

    [Fact]
    public void Submit_WithoutADate_FixesItAtTheSubmissionThatBringsOne()
    {
        var clock = new TestClock();
        var clerk = Guid.NewGuid();
        var text = TestData.CreateText() with { FormedOn = null, Attribute = DisclosureAttribute.OnApplication };
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), text, clock.Now, clerk);
        disclosure.Submit(new ChecklistResult(disclosure.TextRevision, []), clock.Now, clerk);
        disclosure.Recall(clock.Now, clerk);
        disclosure.Edit(text with { FormedOn = Day }, [], clock.Now, clerk);
        disclosure.Edit(text with { FormedOn = Day.AddDays(-1) }, [], clock.Now, clerk);
        Assert.Null(disclosure.FormedOnFixedAt);

        disclosure.Submit(new ChecklistResult(disclosure.TextRevision, []), clock.Now, clerk);

        Assert.Equal((clock.Now, true), (disclosure.FormedOnFixedAt, disclosure.IsFormedOnFixed));
    }

    [Fact]
    public void Submit_Again_DoesNotMoveTheDayOfFixing()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingSecrecyReview);
        var first = walk.Disclosure.FormedOnFixedAt;
        walk.Act(DisclosureAction.Return);
        walk.Disclosure.Submit(walk.Passed, walk.Now.AddDays(9), walk.Clerk);

        Assert.Equal(first, walk.Disclosure.FormedOnFixedAt);
    }

    [Theory]
    [InlineData(0, "FormedDateChange.SameDate")]
    [InlineData(3, "FormedDateChange.InFuture")]
    [InlineData(1, "FormedDateChange.AfterSubmission")]
    [InlineData(-40000, "Disclosure.DateOutOfRange")]
    public void Request_DateThatCannotBe_IsRefused(int days, string code)
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);

        // Two days later: one day after the submission is past, three are not.
        Assert.Equal([code], walk.Disclosure.CheckFormedDateRequest(Day.AddDays(days), "落款日期看错", Day.AddDays(2)).Select(r => r.Code));
    }

    [Fact]
    public void Request_OnTheDayOfSubmissionOrBefore_IsTaken()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);

        Assert.Empty(walk.Disclosure.CheckFormedDateRequest(Day.AddDays(-30), "落款日期看错", Day.AddDays(2)));
    }

    [Theory]
    [InlineData("", "FormedDateChange.ReasonMissing")]
    [InlineData("  ", "FormedDateChange.ReasonMissing")]
    public void Request_WithoutAReason_IsRefused(string reason, string code)
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);

        Assert.Equal([code], walk.Disclosure.CheckFormedDateRequest(Day.AddDays(-1), reason, Day).Select(r => r.Code));
        Assert.Equal(["Disclosure.TextTooLong"], walk.Disclosure.CheckFormedDateRequest(Day.AddDays(-1), new string('长', 501), Day).Select(r => r.Code));
    }

    [Theory]
    [InlineData(DisclosureState.Withdrawn, "FormedDateChange.NotNow")]
    [InlineData(DisclosureState.Filed, "FormedDateChange.NotNow")]
    [InlineData(DisclosureState.Draft, "FormedDateChange.NotFixed")]
    public void Request_InAStateWithoutIt_IsRefused(DisclosureState state, string code) =>
        Assert.Equal([code], DisclosureWalk.To(state).Disclosure.CheckFormedDateRequest(Day.AddDays(-1), "看错", Day).Select(r => r.Code));

    [Fact]
    public void Request_WhileOneIsOpen_IsRefused()
    {
        var walk = Requested(DisclosureState.Published);

        Assert.Equal(["FormedDateChange.AlreadyRequested"], walk.Disclosure.CheckFormedDateRequest(Day.AddDays(-2), "看错", Day).Select(r => r.Code));
    }

    [Fact]
    public void Request_LaterThanTheChangeOfAnUpdateUnderWay_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);
        walk.Disclosure.BeginCorrection(ChangeKind.Update, "标准提高", walk.Now, walk.Clerk, Day);
        Request(walk, Day.AddDays(-5));
        walk.Disclosure.ConfirmFormedDate((Day, Day), "", walk.Now, walk.Reviewer);
        walk.Disclosure.AbandonCorrection(walk.Disclosure.Versions[0], walk.Now, walk.Clerk);
        walk.Disclosure.BeginCorrection(ChangeKind.Update, "标准提高", walk.Now, walk.Clerk, Day.AddDays(-3));

        Assert.Equal(["FormedDateChange.AfterChange"], walk.Disclosure.CheckFormedDateRequest(Day, "看错", Day).Select(r => r.Code));
    }

    [Fact]
    public void Request_ChangesNothingYet()
    {
        var walk = Requested(DisclosureState.AwaitingPublication);

        Assert.Equal((Day, DisclosureState.AwaitingPublication), (walk.Disclosure.Text.FormedOn, walk.Disclosure.State));
        Assert.NotNull(walk.Disclosure.OpenFormedDateChange);
    }

    [Fact]
    public void Decide_ByWhoAsked_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);
        Request(walk, Day.AddDays(-1), by: _other);

        Assert.Equal([new Refusal("FormedDateChange.DeciderIsRequester")], walk.Disclosure.CheckFormedDateDecision(_other));
        Assert.Throws<RuleViolationException>(() => walk.Disclosure.ConfirmFormedDate((Day, Day), "", walk.Now, _other));
        Assert.Throws<RuleViolationException>(() => walk.Disclosure.DeclineFormedDate("不实", walk.Now, _other));
    }

    [Fact]
    public void Decide_BySubmitterOrContributor_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);
        Request(walk, Day.AddDays(-1), by: _other);

        Assert.Equal([new Refusal("FormedDateChange.DeciderIsContributor")], walk.Disclosure.CheckFormedDateDecision(walk.Clerk));
        Assert.Empty(walk.Disclosure.CheckFormedDateDecision(walk.Reviewer));
    }

    [Fact]
    public void Decide_AfterPublicationBySubmitter_IsRefusedThoughContributorsWereCleared()
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);
        Request(walk, Day.AddDays(-1), by: _other);

        Assert.Equal([new Refusal("FormedDateChange.DeciderIsContributor")], walk.Disclosure.CheckFormedDateDecision(walk.Clerk));
    }

    [Fact]
    public void Decide_NothingAsked_IsRefused() => Assert.Equal(
        [new Refusal("FormedDateChange.NothingRequested")], DisclosureWalk.To(DisclosureState.Published).Disclosure.CheckFormedDateDecision(_other));

    [Fact]
    public void Confirm_BeforePublication_MovesTheDateAndKeepsReviewAndText()
    {
        var walk = Requested(DisclosureState.AwaitingPublication);
        var (text, revision) = (walk.Disclosure.TextRevision, walk.Disclosure.Revision);

        var change = walk.Disclosure.ConfirmFormedDate((new(2026, 3, 30), new(2026, 3, 27)), "已核对原件", walk.Now, walk.Reviewer);

        Assert.Equal(Day.AddDays(-1), walk.Disclosure.Text.FormedOn);
        Assert.Equal((text, revision + 1), (walk.Disclosure.TextRevision, walk.Disclosure.Revision));
        Assert.Equal((FormedDateDecision.Confirmed, new DateOnly(2026, 3, 30), new DateOnly(2026, 3, 27), 0), (change.Decision, change.DueBefore, change.DueAfter, change.AtVersion));
        Assert.Empty(DisclosureGuards.Check(walk.Disclosure, DisclosureAction.Publish, walk.Reviewer));
    }

    [Fact]
    public void Confirm_AfterPublication_LeavesTheFrozenVersion()
    {
        var walk = Requested(DisclosureState.Published);

        var change = walk.Disclosure.ConfirmFormedDate((Day, Day), "", walk.Now, walk.Reviewer);

        Assert.Equal((Day.AddDays(-1), Day, 1), (walk.Disclosure.Text.FormedOn, walk.Disclosure.Versions[0].Text.FormedOn, change.AtVersion));
    }

    [Fact]
    public void AbandonCorrection_AfterAConfirmedChange_DoesNotBringTheOldDateBack()
    {
        var walk = DisclosureWalk.To(DisclosureState.Published);
        walk.Act(DisclosureAction.BeginCorrection);
        Request(walk, Day.AddDays(-1), by: _other);
        walk.Disclosure.ConfirmFormedDate((Day, Day), "", walk.Now, walk.Reviewer);

        walk.Act(DisclosureAction.AbandonCorrection);

        Assert.Equal(Day.AddDays(-1), walk.Disclosure.Text.FormedOn);
    }

    [Fact]
    public void Decline_NeedsAReasonAndLeavesTheDate()
    {
        var walk = Requested(DisclosureState.Published);
        Assert.Equal(["FormedDateChange.RemarkMissing"], Assert.Throws<RuleViolationException>(() => walk.Disclosure.DeclineFormedDate(" ", walk.Now, walk.Reviewer)).Refusals.Select(r => r.Code));

        walk.Disclosure.DeclineFormedDate("原件落款即为该日", walk.Now, walk.Reviewer);

        var change = Assert.Single(walk.Disclosure.FormedDateChanges);
        Assert.Equal((FormedDateDecision.Declined, "原件落款即为该日", Day), (change.Decision, change.Remark, walk.Disclosure.Text.FormedOn));
        Assert.Empty(walk.Disclosure.CheckFormedDateRequest(Day.AddDays(-2), "再次核对", Day));
    }

    [Fact]
    public void Request_MakesTheRequesterAContributor_WhoMayNotApprove()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);
        Request(walk, Day.AddDays(-1), by: _other);

        Assert.Contains(new Refusal("Disclosure.ReviewerIsContributor"), DisclosureGuards.Check(walk.Disclosure, DisclosureAction.Approve, _other));
    }

    [Fact]
    public void Check_ReasonGivenForTheOldDate_DoesNotCoverTheNewOne()
    {
        var clock = new TestClock();
        var (clerk, reviewer) = (Guid.NewGuid(), Guid.NewGuid());
        var good = new ChecklistCase();
        var text = good.Text with { DocumentDate = Day.AddDays(-9), FormedOn = Day.AddDays(-5) };
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), text, clock.Now, clerk);
        disclosure.Edit(text, good.Items, clock.Now, clerk);
        disclosure.ExplainWarning(Guid.NewGuid(), "Checklist.FormedOnAfterDocumentDate", "五日后才收到原件", clock.Now, clerk);
        disclosure.Submit(PublicationChecklist.Check(disclosure, good.Facts), clock.Now, clerk);
        disclosure.RequestFormedDate(Guid.NewGuid(), Day.AddDays(-4), "收文日期看错", clock.Now, clerk);
        Assert.Empty(PublicationChecklist.Check(disclosure, good.Facts).Blocking);
        clock.Advance(TimeSpan.FromMinutes(1));

        disclosure.ConfirmFormedDate((Day, Day), "", clock.Now, reviewer);

        Assert.Equal(["Checklist.FormedOnAfterDocumentDate"], PublicationChecklist.Check(disclosure, good.Facts).Blocking.Select(r => r.Code));
    }

    private static void Edit(DisclosureWalk walk, DateOnly? formedOn) =>
        walk.Disclosure.Edit(walk.Disclosure.Text with { FormedOn = formedOn }, [], walk.Now, walk.Clerk);

    private static void Request(DisclosureWalk walk, DateOnly to, Guid? by = null) =>
        walk.Disclosure.RequestFormedDate(Guid.NewGuid(), to, "落款日期看错", walk.Now, by ?? walk.Clerk);

    private static DisclosureWalk Requested(DisclosureState state)
    {
        var walk = DisclosureWalk.To(state);
        Request(walk, Day.AddDays(-1));
        return walk;
    }
}
