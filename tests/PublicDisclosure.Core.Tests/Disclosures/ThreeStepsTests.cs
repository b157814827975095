using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>Two or three steps: who may give which, and which number holds.</summary>
public sealed class ThreeStepsTests
{
    [Fact]
    public void PassSecrecyReview_ThreeSteps_LeadsToTheSecondReview()
    {
        var walk = InThreeSteps(DisclosureState.AwaitingSecrecyReview);

        walk.Act(DisclosureAction.PassSecrecyReview);
        Assert.Equal(DisclosureState.AwaitingSecondReview, walk.Disclosure.State);
        walk.Act(DisclosureAction.PassSecondReview);
        Assert.Equal((DisclosureState.AwaitingApproval, walk.SecondReviewer), (walk.Disclosure.State, walk.Disclosure.SecondReviewedBy));
        walk.Act(DisclosureAction.Approve);

        Assert.Equal(DisclosureState.AwaitingPublication, walk.Disclosure.State);
    }

    [Fact]
    public void PassSecrecyReview_TwoSteps_LeadsToTheSignature()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingSecrecyReview);

        walk.Act(DisclosureAction.PassSecrecyReview);

        Assert.Equal(DisclosureState.AwaitingApproval, walk.Disclosure.State);
        Assert.Throws<RuleViolationException>(() => walk.Act(DisclosureAction.PassSecondReview));
    }

    [Fact]
    public void PassSecondReview_ByWhoGaveTheFirst_IsRefused()
    {
        var walk = InThreeSteps(DisclosureState.AwaitingSecondReview);

        Assert.Equal([new Refusal("Disclosure.SecondReviewerIsFirst")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.PassSecondReview, walk.Reviewer));
        Assert.Throws<RuleViolationException>(() => walk.Act(DisclosureAction.PassSecondReview, walk.Reviewer));
        Assert.Throws<RuleViolationException>(() => walk.Act(DisclosureAction.PassSecondReview, walk.Clerk));
        Assert.Equal(DisclosureState.AwaitingSecondReview, walk.Disclosure.State);
    }

    [Fact]
    public void Approve_BySecondReviewer_IsRefused_ByTheFirstIsNot()
    {
        var walk = InThreeSteps(DisclosureState.AwaitingApproval);

        Assert.Equal([new Refusal("Disclosure.ApproverIsSecondReviewer")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.Approve, walk.SecondReviewer));
        Assert.Empty(DisclosureGuards.Check(walk.Disclosure, DisclosureAction.Approve, walk.Reviewer));
    }

    [Fact]
    public void Return_AfterTheSecondReview_AsksForBothAgain()
    {
        var walk = InThreeSteps(DisclosureState.AwaitingApproval);
        walk.Act(DisclosureAction.Return);
        walk.Disclosure.Edit(walk.Disclosure.Text with { Summary = "改后概述。" }, [], walk.Now, walk.Clerk);
        walk.Act(DisclosureAction.Submit);

        Assert.Null(walk.Disclosure.SecondReviewedBy);
        walk.Act(DisclosureAction.PassSecrecyReview);
        Assert.Equal(DisclosureState.AwaitingSecondReview, walk.Disclosure.State);
    }

    [Fact]
    public void Submit_OrganisationChangesItsNumberMeanwhile_KeepsTheNumberUntilSubmittedAnew()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingSecrecyReview);
        walk.ReviewSteps = Organisation.MostReviewSteps;

        walk.Act(DisclosureAction.PassSecrecyReview);
        Assert.Equal(DisclosureState.AwaitingApproval, walk.Disclosure.State);

        walk.Act(DisclosureAction.Return);
        walk.Act(DisclosureAction.Submit);
        walk.Act(DisclosureAction.PassSecrecyReview);
        Assert.Equal(DisclosureState.AwaitingSecondReview, walk.Disclosure.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void SetReviewSteps_OtherThanTwoOrThree_IsRefused(int steps)
    {
        var organisation = TestData.CreateOrganisation();

        Assert.Throws<RuleViolationException>(() => organisation.SetReviewSteps(steps));
        Assert.Equal(2, organisation.ReviewSteps);
    }

    private static DisclosureWalk InThreeSteps(DisclosureState state)
    {
        var walk = DisclosureWalk.To(DisclosureState.Draft);
        walk.ReviewSteps = Organisation.MostReviewSteps;
        walk.Act(DisclosureAction.Submit);
        if (state == DisclosureState.AwaitingSecrecyReview) return walk;
        walk.Act(DisclosureAction.PassSecrecyReview);
        if (state == DisclosureState.AwaitingApproval) walk.Act(DisclosureAction.PassSecondReview);
        return walk;
    }
}
