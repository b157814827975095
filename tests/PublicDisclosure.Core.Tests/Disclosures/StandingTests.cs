using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using static PublicDisclosure.Core.Disclosures.PublicStanding;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>Every act on the public standing in every standing, by every kind of person, against a table written by hand.</summary>
public sealed class StandingTests
{
    private static readonly DateOnly Until = new(2026, 3, 20);
    private static readonly StandingAction[] Acts = [StandingAction.Suspend, StandingAction.LiftSuspension, StandingAction.ConfirmSuspension, StandingAction.ProposeWithdrawal, StandingAction.ConfirmWithdrawal, StandingAction.DeclineWithdrawal, StandingAction.EndDisplay, StandingAction.CloseWithdrawn];

    // Situation: what another person than the one who began it may do, and where it leads.
    private static readonly Dictionary<string, (StandingAction Act, PublicStanding To)[]> Open = new()
    {
        ["draft"] = [],
        ["public"] = [(StandingAction.Suspend, Suspended), (StandingAction.ProposeWithdrawal, Public), (StandingAction.EndDisplay, DisplayEnded)],
        ["proposed"] = [(StandingAction.Suspend, Suspended), (StandingAction.ConfirmWithdrawal, Withdrawn), (StandingAction.DeclineWithdrawal, Public), (StandingAction.EndDisplay, DisplayEnded)],
        ["suspended"] = [(StandingAction.LiftSuspension, Public), (StandingAction.ConfirmSuspension, Withdrawn)],
        ["proposed and suspended"] = [(StandingAction.LiftSuspension, Public), (StandingAction.ConfirmSuspension, Withdrawn)],
        ["ended"] = [(StandingAction.Suspend, Suspended), (StandingAction.ProposeWithdrawal, DisplayEnded)],
        ["ended and proposed"] = [(StandingAction.Suspend, Suspended), (StandingAction.ConfirmWithdrawal, Withdrawn), (StandingAction.DeclineWithdrawal, DisplayEnded)],
        ["withdrawn"] = [(StandingAction.CloseWithdrawn, Withdrawn)],
        ["closed"] = [],
    };

    // What the person who suspended or proposed may not do, although it is open to another.
    private static readonly Dictionary<string, StandingAction[]> NotByTheSame = new()
    {
        ["proposed"] = [StandingAction.ConfirmWithdrawal, StandingAction.DeclineWithdrawal],
        ["ended and proposed"] = [StandingAction.ConfirmWithdrawal, StandingAction.DeclineWithdrawal],
        ["suspended"] = [StandingAction.LiftSuspension, StandingAction.ConfirmSuspension],
        ["proposed and suspended"] = [StandingAction.LiftSuspension, StandingAction.ConfirmSuspension],
    };

    public static TheoryData<string, StandingAction, bool> Cases =>
        [.. from situation in Open.Keys from act in Acts from same in new[] { false, true } select (situation, act, same)];

    [Theory, MemberData(nameof(Cases))]
    public void Act_InEverySituation_IsAsWrittenDown(string situation, StandingAction act, bool bySame)
    {
        var (disclosure, beginner) = In(situation);
        var (rows, revision) = (disclosure.StandingChanges.Count, disclosure.Revision);
        var open = Open[situation].FirstOrDefault(o => o.Act == act);
        var may = Open[situation].Any(o => o.Act == act) && !(bySame && NotByTheSame.GetValueOrDefault(situation, []).Contains(act));
        var by = bySame ? beginner : Guid.NewGuid();

        Assert.Equal(may, StandingGuards.Check(disclosure, act, act == StandingAction.EndDisplay ? null : by).Count == 0);
        if (!may)
        {
            Assert.Throws<RuleViolationException>(() => Do(disclosure, act, by));
            Assert.Equal((rows, revision), (disclosure.StandingChanges.Count, disclosure.Revision));
            return;
        }

        Do(disclosure, act, by);
        Assert.Equal(open.To, disclosure.Standing);
        var row = disclosure.StandingChanges[^1];
        Assert.Equal((rows + 1, act, open.To, act == StandingAction.EndDisplay ? null : by), (disclosure.StandingChanges.Count, row.Action, row.To, row.By));
        Assert.True(disclosure.Revision > revision, "somebody else's page must notice");
    }

    [Fact]
    public void Can_EverySituation_OffersWhatSomebodyMayDo()
    {
        foreach (var situation in Open.Keys)
        {
            var (disclosure, _) = In(situation);
            Assert.Equal(Open[situation].Select(o => o.Act).Order(), Acts.Where(disclosure.Can).Order());
        }
    }

    [Fact]
    public void EndDisplay_OnItsLastDay_IsRefused()
    {
        var (disclosure, _) = In("public");
        var refused = Assert.Throws<RuleViolationException>(() => disclosure.EndDisplay(Until, Until, Now));
        Assert.Equal("Disclosure.DisplayRunning", Assert.Single(refused.Refusals).Code);
    }

    [Fact]
    public void ConfirmSuspension_WhileAProposalWaits_SettlesBoth()
    {
        var (disclosure, _) = In("proposed and suspended");

        Do(disclosure, StandingAction.ConfirmSuspension, Guid.NewGuid());

        Assert.Equal((ProposalOutcome.Superseded, SuspensionOutcome.Confirmed), (disclosure.Proposals[0].Outcome!.Value, disclosure.Suspensions[0].Outcome!.Value));
        Assert.Null(disclosure.WithdrawalProposedAt);
        Assert.Equal(disclosure.CurrentVersion, disclosure.ClosedThrough);
    }

    [Theory]
    [InlineData(WithdrawalReason.Error, 0, "说明")]
    [InlineData(WithdrawalReason.Other, 0, "说明")]
    [InlineData(WithdrawalReason.PublishedInError, 0, "说明")]
    [InlineData(WithdrawalReason.PersonalOrSecret, 1, "")]
    public void ConfirmWithdrawal_ByReason_ClosesVersionsAndKeepsThePublicReasonOnlyWhereItMayBeRead(WithdrawalReason reason, int closed, string publicReason)
    {
        var (disclosure, _) = In("public");
        disclosure.ProposeWithdrawal(reason, "说明", "", Now, Guid.NewGuid());

        disclosure.ConfirmWithdrawal(Now, Guid.NewGuid());

        Assert.Equal((closed, publicReason), (disclosure.ClosedThrough, disclosure.StandingChanges[^1].PublicReason));
    }

    [Theory]
    [InlineData(" ", "Disclosure.RemarkMissing")]
    [InlineData(null, "Disclosure.TextTooLong")]
    public void Suspend_WithoutOrWithTooLongAReason_IsRefused(string? reason, string code)
    {
        var (disclosure, _) = In("public");
        var refused = Assert.Throws<RuleViolationException>(() => disclosure.Suspend(reason ?? new string('长', 1001), Until, Now, Guid.NewGuid()));
        Assert.Equal(code, Assert.Single(refused.Refusals).Code);
        Assert.Equal(Public, disclosure.Standing);
    }

    private static DateTime Now { get; } = new(2026, 3, 25, 3, 0, 0, DateTimeKind.Utc);

    private static (Disclosure Disclosure, Guid Beginner) In(string situation)
    {
        var disclosure = DisclosureWalk.To(situation == "draft" ? DisclosureState.Draft : DisclosureState.Published).Disclosure;
        var beginner = Guid.NewGuid();
        if (situation.StartsWith("ended", StringComparison.Ordinal)) Do(disclosure, StandingAction.EndDisplay, beginner);
        if (situation.Contains("proposed", StringComparison.Ordinal) || situation is "withdrawn" or "closed") Do(disclosure, StandingAction.ProposeWithdrawal, beginner);
        if (situation.Contains("suspended", StringComparison.Ordinal)) Do(disclosure, StandingAction.Suspend, beginner);
        if (situation is "withdrawn" or "closed") Do(disclosure, StandingAction.ConfirmWithdrawal, Guid.NewGuid());
        if (situation == "closed") Do(disclosure, StandingAction.CloseWithdrawn, beginner);
        return (disclosure, beginner);
    }

    private static void Do(Disclosure disclosure, StandingAction act, Guid by)
    {
        switch (act)
        {
            case StandingAction.Suspend: disclosure.Suspend("第二页有个人信息", new DateOnly(2026, 3, 26), Now, by); break;
            case StandingAction.LiftSuspension: disclosure.LiftSuspension("已核实", Now, by); break;
            case StandingAction.ConfirmSuspension: disclosure.ConfirmSuspension(WithdrawalReason.PersonalOrSecret, "", "", Now, by); break;
            case StandingAction.ProposeWithdrawal: disclosure.ProposeWithdrawal(WithdrawalReason.Error, "内容有误。", "", Now, by); break;
            case StandingAction.ConfirmWithdrawal: disclosure.ConfirmWithdrawal(Now, by); break;
            case StandingAction.DeclineWithdrawal: disclosure.DeclineWithdrawal("内容无误", Now, by); break;
            case StandingAction.EndDisplay: disclosure.EndDisplay(Until, new DateOnly(2026, 3, 25), Now); break;
            case StandingAction.CloseWithdrawn: disclosure.CloseWithdrawn("说明中有住址", Now, by); break;
            default: throw new ArgumentOutOfRangeException(nameof(act), act, null);
        }
    }
}
