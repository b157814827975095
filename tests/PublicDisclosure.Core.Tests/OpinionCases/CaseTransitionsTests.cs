using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.OpinionCases;

/// <summary>Every act in every stage: what the table has works and moves as it says, everything else is refused and changes nothing.</summary>
public sealed class CaseTransitionsTests
{
    private static readonly DateTime Now = new TestClock().Now;
    private static readonly Guid First = Guid.NewGuid(), Second = Guid.NewGuid();

    private static readonly Dictionary<string, Action<OpinionCase>> Acts = new()
    {
        [CaseTransitions.Assess] = c => c.Assess("研判。", Now, First),
        [CaseTransitions.ChangeGrade] = c => c.ChangeGrade(CaseGrade.Grave, "转发量上升。", new CaseOptions(), Now, First),
        [CaseTransitions.Consult] = c => c.Consult(Guid.NewGuid(), Guid.NewGuid(), "请说明情况。", Now.AddHours(3), Now, First),
        [CaseTransitions.Answer] = c => c.Answer(Open(c), "情况属实。", Now, Second),
        [CaseTransitions.Handle] = c => c.Handle("已处置。", Now.AddHours(5), First),
        [CaseTransitions.Respond] = c => c.Respond(Guid.NewGuid(), "发布情况说明。", Now, First),
        [CaseTransitions.ProposeSilence] = c => c.ProposeSilence(Guid.NewGuid(), "涉及个人隐私。", Now, First),
        [CaseTransitions.ApproveSilence] = c => c.DecideSilence(true, "", Now, Second),
        [CaseTransitions.DeclineSilence] = c => c.DecideSilence(false, "应当回应。", Now, Second),
        [CaseTransitions.Evaluate] = c => c.Evaluate(true, Now, First),
        [CaseTransitions.Close] = c => c.Close("评估。", CaseMark.Commend, "处置迅速。", Now, First),
        [CaseTransitions.Reopen] = c => c.Reopen("再次发酵。", Now, First),
        [CaseTransitions.RequestTime] = c => c.RequestTime(Guid.NewGuid(), CaseTimeKind.Event, Now.AddHours(-3), "监控录像", Now, First),
        [CaseTransitions.ConfirmTime] = c => c.DecideTime(true, "", new CaseOptions(), Now, Second),
        [CaseTransitions.DeclineTime] = c => c.DecideTime(false, "证据不足。", new CaseOptions(), Now, Second),
        [CaseTransitions.AddFile] = c => c.Add(new CaseFile(Guid.NewGuid(), c.Id, "截图.png", "png", "00", 1, Now, First), Now, First),
        [CaseTransitions.DraftResponse] = c => c.NoteResponse("情况说明", Now, First),
    };

    public static TheoryData<CaseStage, string> EveryPair =>
        [.. Enum.GetValues<CaseStage>().SelectMany(stage => CaseTransitions.Acts.Where(act => act != CaseTransitions.Register).Select(act => (stage, act)))];

    [Theory]
    [MemberData(nameof(EveryPair))]
    public void Act_InAnyStage_FollowsTheTable(CaseStage stage, string act)
    {
        var entered = Prepared(stage, act);
        var (steps, revision) = (entered.Steps.Count, entered.Revision);

        if (CaseTransitions.To(stage, act) is { } to)
        {
            Acts[act](entered);
            Assert.Equal(to, entered.Stage);
            Assert.Equal((steps + 1, revision + 1), (entered.Steps.Count, entered.Revision));
            Assert.Equal((act, (CaseStage?)stage, to), (entered.Steps[^1].Act, entered.Steps[^1].From, entered.Steps[^1].To));
        }
        else
        {
            if (act == CaseTransitions.Answer && entered.Consultations.Count == 0) return;
            Assert.Contains(Assert.Throws<RuleViolationException>(() => Acts[act](entered)).Refusals, r => r.Code == "OpinionCase.NotNow");
            Assert.Equal((stage, steps, revision), (entered.Stage, entered.Steps.Count, entered.Revision));
        }
    }

    [Fact]
    public void Acts_OfTheTest_AreAllOfTheTable() =>
        Assert.Equal(CaseTransitions.Acts.Order(StringComparer.Ordinal), Acts.Keys.Append(CaseTransitions.Register).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(CaseTransitions.ApproveSilence, "OpinionCase.SecondPersonNeeded")]
    [InlineData(CaseTransitions.DeclineSilence, "OpinionCase.SecondPersonNeeded")]
    public void Silence_DecidedByWhoProposedIt_IsRefused(string act, string code)
    {
        var entered = Prepared(CaseStage.Handling, act);
        Assert.Equal(code, Assert.Single(entered.Check(act, First, Now)).Code);
        Assert.Throws<RuleViolationException>(() => entered.DecideSilence(act == CaseTransitions.ApproveSilence, "不应当。", Now, First));
        Assert.Equal(CaseStage.Handling, entered.Stage);
    }

    [Fact]
    public void Respond_WhileSilenceWaits_IsRefused()
    {
        var entered = Prepared(CaseStage.Handling, CaseTransitions.ApproveSilence);
        Assert.Equal("OpinionCase.SilencePending", Assert.Single(entered.Check(CaseTransitions.Respond, Second, Now)).Code);
        Assert.Equal("OpinionCase.SilencePending", Assert.Single(entered.Check(CaseTransitions.ProposeSilence, Second, Now)).Code);
    }

    [Fact]
    public void Evaluate_NothingPublished_IsRefused()
    {
        var entered = TestData.CreateCase(Now, CaseStage.Responding);
        Assert.Equal("OpinionCase.NotResponded", Assert.Single(Assert.Throws<RuleViolationException>(() => entered.Evaluate(false, Now, First)).Refusals).Code);
    }

    [Fact]
    public void Handle_AnOpinionStillDue_WaitsForItUntilTheDeadline()
    {
        var entered = TestData.CreateCase(Now, CaseStage.Consulting);
        Assert.Equal("OpinionCase.OpinionsOutstanding", Assert.Single(entered.Check(CaseTransitions.Handle, First, Now)).Code);
        Assert.Empty(entered.Check(CaseTransitions.Handle, First, Now.AddHours(5)));
    }

    [Fact]
    public void Close_WithAMark_NeedsItsReason()
    {
        var entered = TestData.CreateCase(Now, CaseStage.Evaluating);
        Assert.Equal("OpinionCase.MarkReasonMissing", Assert.Single(Assert.Throws<RuleViolationException>(() => entered.Close("评估。", CaseMark.Account, " ", Now, First)).Refusals).Code);
        entered.Close("评估。", CaseMark.Account, "迟报。", Now, First);
        Assert.Equal((CaseMark.Account, "迟报。", Now), (entered.Mark, entered.MarkReason, entered.ClosedAt));
    }

    // Who may do what: the table of roles against the table of acts.
    [Theory]
    [InlineData(StaffRole.Clerk, "Register Assess Consult Answer Handle ProposeSilence Evaluate RequestTime AddFile DraftResponse")]
    [InlineData(StaffRole.Reviewer, "Register Assess ChangeGrade Consult Answer Handle Respond ProposeSilence Evaluate Close Reopen RequestTime ConfirmTime DeclineTime AddFile DraftResponse")]
    [InlineData(StaffRole.DisclosureOffice, "Register Assess ChangeGrade Consult Answer Handle Respond ProposeSilence ApproveSilence DeclineSilence Evaluate Close Reopen RequestTime ConfirmTime DeclineTime AddFile DraftResponse")]
    [InlineData(StaffRole.Auditor, "")]
    [InlineData(StaffRole.OrganisationAdmin, "")]
    [InlineData(StaffRole.CatalogueSteward, "")]
    [InlineData(StaffRole.PlatformAdmin, "")]
    public void PermissionFor_EveryAct_GivesEachRoleItsActs(StaffRole role, string acts) => Assert.Equal(
        acts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
        CaseTransitions.Acts.Where(act => RolePermissions.Of(role).Contains(CaseTransitions.PermissionFor(act))).Select(act => act["OpinionCase.".Length..]).Order(StringComparer.Ordinal));

    private static OpinionCase Prepared(CaseStage stage, string act)
    {
        var entered = TestData.CreateCase(Now, stage);
        if (act is CaseTransitions.ApproveSilence or CaseTransitions.DeclineSilence && stage == CaseStage.Handling) entered.ProposeSilence(Guid.NewGuid(), "涉及隐私。", Now, First);
        if (act is CaseTransitions.ConfirmTime or CaseTransitions.DeclineTime && stage != CaseStage.Closed) entered.RequestTime(Guid.NewGuid(), CaseTimeKind.Event, Now.AddHours(-4), "录像", Now, First);
        if (act == CaseTransitions.Answer && stage is CaseStage.Handling or CaseStage.Responding or CaseStage.Evaluating) return Asked(stage);
        return entered;
    }

    // A question that nobody answered by its hour stays open in the stages behind.
    private static OpinionCase Asked(CaseStage stage)
    {
        var entered = TestData.CreateCase(Now, CaseStage.Consulting);
        entered.Handle("已处置。", Now.AddHours(5), First);
        if (stage != CaseStage.Handling) entered.Respond(Guid.NewGuid(), "说明。", Now, First);
        if (stage == CaseStage.Evaluating) entered.Evaluate(true, Now, First);
        return entered;
    }

    private static Guid Open(OpinionCase entered) => entered.Consultations.First(q => q.AnsweredAt is null).Id;
}
