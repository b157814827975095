using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>What is kept from the public: the office's opinion, the date of the next look, and the way back.</summary>
public sealed class NotPublicTests
{
    [Fact]
    public void File_PolicyFileWithoutOpinion_IsRefused_AndWithItIsFiled()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.GiveOpinion);

        Assert.Equal([new Refusal("Disclosure.OfficeOpinionMissing")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.File, walk.Reviewer));
        walk.Act(DisclosureAction.GiveOpinion);
        walk.Act(DisclosureAction.File);

        Assert.Equal(DisclosureState.Filed, walk.Disclosure.State);
    }

    [Fact]
    public void File_OfficeDisagreed_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.GiveOpinion);
        walk.Disclosure.GiveOpinion(false, "应当公开。", walk.Now, walk.Official);

        Assert.Equal([new Refusal("Disclosure.OfficeDisagrees")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.File, walk.Reviewer));
        Assert.Throws<RuleViolationException>(() => walk.Act(DisclosureAction.File));
    }

    [Fact]
    public void ValidOpinion_TextChangedAfterwards_HoldsNoMore()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.GiveOpinion);
        walk.Act(DisclosureAction.GiveOpinion);
        walk.Act(DisclosureAction.Return);
        walk.Disclosure.Edit(walk.Disclosure.Text with { Summary = "改后概述。" }, [], walk.Now, walk.Clerk);

        Assert.Null(walk.Disclosure.ValidOpinion());
    }

    [Fact]
    public void GiveOpinion_NotAPolicyFile_IsNotAsked()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.File);

        Assert.False(walk.Disclosure.Can(DisclosureAction.GiveOpinion));
        Assert.Equal([new Refusal("Disclosure.OpinionNotAsked")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.GiveOpinion, walk.Official));
    }

    [Fact]
    public void GiveOpinion_WithoutWords_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.GiveOpinion);

        Assert.Throws<RuleViolationException>(() => walk.Disclosure.GiveOpinion(true, " ", walk.Now, walk.Official));
        Assert.Empty(walk.Disclosure.Opinions);
    }

    [Fact]
    public void File_Date_IsAYearLaterUnlessTheSettingSaysOtherwise()
    {
        var walk = DisclosureWalk.To(DisclosureState.Filed);
        Assert.Equal(new DateOnly(2027, 3, 2), walk.Disclosure.ReexamineOn);

        var another = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.File);
        another.Disclosure.File(another.Passed, another.Now, another.Reviewer, reexamineOn: new DateOnly(2026, 9, 2));
        Assert.Equal(new DateOnly(2026, 9, 2), another.Disclosure.ReexamineOn);
    }

    [Fact]
    public void Reexamine_Stays_KeepsHistoryAndNextDate()
    {
        var walk = DisclosureWalk.To(DisclosureState.Filed);
        walk.Disclosure.Reexamine(ReexaminationResult.StaysNotPublic, "仍属内部事务信息", new DateOnly(2027, 9, 1), null, walk.Now, walk.Reviewer);
        walk.Disclosure.Reexamine(ReexaminationResult.StaysNotPublic, "情况未变", new DateOnly(2028, 9, 1), null, walk.Now, walk.Reviewer);

        Assert.Equal([new DateOnly(2027, 9, 1), new DateOnly(2028, 9, 1)], walk.Disclosure.Reexaminations.Select(r => r.NextOn!.Value));
        Assert.Equal((DisclosureState.Filed, new DateOnly(2028, 9, 1)), (walk.Disclosure.State, walk.Disclosure.ReexamineOn));
        Assert.Equal(2, walk.Disclosure.Transitions.Count(t => t.Action == DisclosureAction.Reexamine));
    }

    [Theory]
    [InlineData("", 30, "Reexamination.ReasonMissing")]
    [InlineData("理由", 0, "Reexamination.NextIsPast")]
    [InlineData("理由", null, "Reexamination.NextMissing")]
    public void Reexamine_Incomplete_IsRefused(string reason, int? days, string code)
    {
        var walk = DisclosureWalk.To(DisclosureState.Filed);
        DateOnly? next = days is { } d ? new DateOnly(2026, 3, 2).AddDays(d) : null;

        var violation = Assert.Throws<RuleViolationException>(() => walk.Disclosure.Reexamine(ReexaminationResult.StaysNotPublic, reason, next, null, walk.Now, walk.Reviewer));

        Assert.Equal(code, Assert.Single(violation.Refusals).Code);
    }

    [Fact]
    public void FromFiled_Draft_IsActiveAndKnowsWhereItCameFrom()
    {
        var walk = DisclosureWalk.To(DisclosureState.Filed);
        var draft = Disclosure.FromFiled(Guid.NewGuid(), walk.Disclosure, walk.Now, walk.Reviewer);
        walk.Disclosure.Reexamine(ReexaminationResult.BecomesPublic, "已无需保密", null, draft.Id, walk.Now, walk.Reviewer);

        Assert.Equal((DisclosureState.Draft, DisclosureAttribute.Active, walk.Disclosure.Id), (draft.State, draft.Text.Attribute, draft.ReexaminedFromId));
        Assert.Null(draft.Text.NonDisclosureGround);
        Assert.True(draft.IsAuthor(walk.Reviewer));
        Assert.Null(walk.Disclosure.ReexamineOn);
        Assert.Equal(draft.Id, walk.Disclosure.Reexaminations[0].NewDraftId);
    }
}
