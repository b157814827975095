using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class DisclosureGuardsTests
{
    [Theory]
    [InlineData(DisclosureState.AwaitingSecrecyReview, DisclosureAction.PassSecrecyReview)]
    [InlineData(DisclosureState.AwaitingSecrecyReview, DisclosureAction.ReferForDetermination)]
    [InlineData(DisclosureState.AwaitingApproval, DisclosureAction.Approve)]
    [InlineData(DisclosureState.AwaitingApproval, DisclosureAction.File)]
    public void Check_WhoSubmitted_MayNotDecide(DisclosureState state, DisclosureAction action)
    {
        var walk = DisclosureWalk.To(state, action);

        Assert.Contains(new Refusal("Disclosure.ReviewerIsSubmitter"), DisclosureGuards.Check(walk.Disclosure, action, walk.Clerk));
        Assert.Throws<RuleViolationException>(() => walk.Act(action, walk.Clerk));
    }

    [Fact]
    public void Check_WhoWroteWithoutSubmitting_MayNotReviewOrApprove()
    {
        var walk = DisclosureWalk.To(DisclosureState.Draft);
        var helper = Guid.NewGuid();
        walk.Disclosure.Edit(walk.Disclosure.Text with { Summary = "补充概述。" }, [], walk.Now, helper);
        walk.Act(DisclosureAction.Submit);

        Assert.Equal([new Refusal("Disclosure.ReviewerIsContributor")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.PassSecrecyReview, helper));
    }

    [Fact]
    public void Check_WhoOnlyAddedAFile_MayNotApprove()
    {
        var walk = DisclosureWalk.To(DisclosureState.Draft);
        var helper = Guid.NewGuid();
        walk.Disclosure.Attach(new DisclosureAttachment(Guid.NewGuid(), walk.Disclosure.Id, "表.pdf", "pdf", new string('a', 64), 1, false, 1, walk.Now, helper), walk.Now, helper);
        walk.Act(DisclosureAction.Submit);
        walk.Act(DisclosureAction.PassSecrecyReview);

        Assert.Contains(new Refusal("Disclosure.ReviewerIsContributor"), DisclosureGuards.Check(walk.Disclosure, DisclosureAction.Approve, helper));
    }

    [Fact]
    public void Recall_AfterApproval_VoidsReviewAndApproval()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingPublication);
        walk.Act(DisclosureAction.Recall);
        walk.Disclosure.Edit(walk.Disclosure.Text with { Summary = "改后概述。" }, [], walk.Now, walk.Clerk);
        walk.Act(DisclosureAction.Submit);

        Assert.Null(walk.Disclosure.ApprovedBy);
        Assert.Null(walk.Disclosure.ValidReview());
    }

    [Fact]
    public void ArrangeFiles_NewOrder_CountsAsAChangeOfTheText()
    {
        var walk = DisclosureWalk.To(DisclosureState.Draft);
        foreach (var name in new[] { "甲.pdf", "乙.pdf" })
            walk.Disclosure.Attach(new DisclosureAttachment(Guid.NewGuid(), walk.Disclosure.Id, name, "pdf", new string('a', 64), 1, false, walk.Disclosure.Attachments.Count + 1, walk.Now, walk.Clerk), walk.Now, walk.Clerk);
        var places = walk.Disclosure.Attachments.Select(a => new FilePlace(a.Id, false)).ToList();
        var before = walk.Disclosure.TextRevision;

        walk.Disclosure.ArrangeFiles(places, walk.Now, walk.Clerk);
        Assert.Equal(before, walk.Disclosure.TextRevision);

        places.Reverse();
        walk.Disclosure.ArrangeFiles(places, walk.Now, walk.Clerk);
        Assert.Equal(before + 1, walk.Disclosure.TextRevision);
        Assert.Equal(["乙.pdf", "甲.pdf"], walk.Disclosure.Attachments.OrderBy(a => a.SortOrder).Select(a => a.FileName));
    }

    [Theory]
    [InlineData(DisclosureAttribute.Active, SecrecyConclusion.MayPublish, DisclosureState.AwaitingApproval)]
    [InlineData(DisclosureAttribute.Active, SecrecyConclusion.PublishAfterProcessing, DisclosureState.Draft)]
    [InlineData(DisclosureAttribute.Active, SecrecyConclusion.MustNotPublish, DisclosureState.Draft)]
    [InlineData(DisclosureAttribute.Active, SecrecyConclusion.Refer, DisclosureState.AwaitingSecrecyReview)]
    [InlineData(DisclosureAttribute.NotPublic, SecrecyConclusion.MustNotPublish, DisclosureState.AwaitingApproval)]
    public void ReviewSecrecy_Conclusion_LeadsWhereItShould(DisclosureAttribute attribute, SecrecyConclusion conclusion, DisclosureState to)
    {
        var clock = new TestClock();
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), TestData.CreateText() with { Attribute = attribute }, clock.Now, Guid.NewGuid());
        disclosure.Submit(new ChecklistResult(disclosure.TextRevision, []), clock.Now, disclosure.CreatedBy);

        disclosure.ReviewSecrecy(conclusion, "理由", clock.Now, Guid.NewGuid());

        Assert.Equal(to, disclosure.State);
        Assert.Equal(conclusion, Assert.Single(disclosure.Reviews).Conclusion);
    }

    [Fact]
    public void Check_OnApplication_IsNeverPublishedNorApproved()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.File);

        Assert.Contains(new Refusal("Disclosure.OnlyActiveIsApprovedForPublication"), DisclosureGuards.Check(walk.Disclosure, DisclosureAction.Approve, walk.Reviewer));
        Assert.False(walk.Disclosure.Can(DisclosureAction.Approve));
        Assert.True(walk.Disclosure.Can(DisclosureAction.File));
    }

    [Fact]
    public void Publish_ChecklistOfAnotherText_IsABug()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingPublication);
        var stale = new ChecklistResult(walk.Disclosure.TextRevision - 1, []);

        Assert.Throws<InvalidOperationException>(() => walk.Disclosure.Publish(stale, new RenderedBody("", "", "1"), "局", ("x", "y"), walk.Now, walk.Reviewer));
    }
}
