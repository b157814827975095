using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>What forcing skips and what it does not, and who makes up for the signature.</summary>
public sealed class ForcedPublicationTests
{
    [Fact]
    public void ForcePublish_ReviewedText_IsPublicWithoutASignatureAndOwesAReview()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);

        walk.Act(DisclosureAction.ForcePublish);

        var forced = Assert.Single(walk.Disclosure.ForcedPublications);
        Assert.True(walk.Disclosure.IsPublic);
        Assert.Null(walk.Disclosure.Versions[0].ApprovedBy);
        Assert.Equal((1, DisclosureState.AwaitingApproval, walk.Official), (forced.Version, forced.From, forced.By));
        Assert.Null(forced.ReviewedAt);
        Assert.Equal([walk.Clerk], forced.Authors.Select(a => a.UserId));
    }

    [Theory]
    [InlineData(DisclosureState.Draft)]
    [InlineData(DisclosureState.AwaitingSecrecyReview)]
    [InlineData(DisclosureState.AwaitingPublication)]
    [InlineData(DisclosureState.Published)]
    [InlineData(DisclosureState.Withdrawn)]
    [InlineData(DisclosureState.Filed)]
    public void ForcePublish_BeforeTheSecrecyReviewOrAfterTheSignature_IsNotPossible(DisclosureState state)
    {
        var walk = DisclosureWalk.To(state);

        Assert.Equal([new Refusal("Disclosure.ActionNotPossible")], DisclosureGuards.Check(walk.Disclosure, DisclosureAction.ForcePublish, walk.Official));
        Assert.Throws<RuleViolationException>(() => walk.Act(DisclosureAction.ForcePublish));
    }

    [Fact]
    public void ForcePublish_ByTheAuthor_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);

        Assert.Contains(new Refusal("Disclosure.ReviewerIsSubmitter"), DisclosureGuards.Check(walk.Disclosure, DisclosureAction.ForcePublish, walk.Clerk));
        Assert.Throws<RuleViolationException>(() => walk.Act(DisclosureAction.ForcePublish, walk.Clerk));
        Assert.False(walk.Disclosure.IsPublic);
    }

    [Fact]
    public void ForcePublish_NotActive_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval, DisclosureAction.File);

        Assert.Contains(new Refusal("Disclosure.OnlyActiveIsPublished"), DisclosureGuards.Check(walk.Disclosure, DisclosureAction.ForcePublish, walk.Official));
        Assert.False(walk.Disclosure.Can(DisclosureAction.ForcePublish));
    }

    [Fact]
    public void ForcePublish_ChecklistFoundAnError_IsRefused()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);
        var error = new ChecklistFinding(new Refusal("Checklist.IdentityNumberFound", "Body", "4508**"), ChecklistSeverity.Error, false);
        var check = new ChecklistResult(walk.Disclosure.TextRevision, [error]);

        var violation = Assert.Throws<RuleViolationException>(() => walk.Disclosure.ForcePublish(
            check, new RenderedBody("", "", "1"), "局", ("x/2026-00001", "mzj-2026-00001"), "汛情紧急", new DateOnly(2026, 3, 4), walk.Now, walk.Official));

        Assert.Equal("Checklist.IdentityNumberFound", Assert.Single(violation.Refusals).Code);
        Assert.Empty(walk.Disclosure.ForcedPublications);
        Assert.False(walk.Disclosure.IsPublic);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void CheckReason_Blank_IsRefused(string reason) => Assert.Equal("ForcedPublication.ReasonMissing", Assert.Single(ForcedPublication.CheckReason(reason)).Code);

    [Fact]
    public void CheckReason_TooLong_IsRefused() => Assert.Equal("Disclosure.TextTooLong", Assert.Single(ForcedPublication.CheckReason(new string('急', 501))).Code);

    [Fact]
    public void Review_ByWhoForcedOrWroteIt_IsRefused()
    {
        var (walk, forced) = Forced();

        Assert.Equal([new Refusal("ForcedPublication.ReviewerForcedIt")], forced.CheckReviewer(walk.Official));
        Assert.Equal([new Refusal("ForcedPublication.ReviewerIsAuthor")], forced.CheckReviewer(walk.Clerk));
        Assert.Throws<RuleViolationException>(() => forced.Review(ForcedReviewOutcome.Agreed, "", walk.Now, walk.Official));
        Assert.Throws<RuleViolationException>(() => forced.Review(ForcedReviewOutcome.Agreed, "", walk.Now, walk.Clerk));
        Assert.Null(forced.ReviewedAt);
    }

    [Fact]
    public void Review_Twice_IsRefused()
    {
        var (walk, forced) = Forced();
        forced.Review(ForcedReviewOutcome.Agreed, "", walk.Now, walk.Reviewer);

        Assert.Equal("ForcedPublication.AlreadyReviewed", Assert.Single(forced.CheckReviewer(Guid.NewGuid())).Code);
        Assert.Throws<RuleViolationException>(() => forced.Review(ForcedReviewOutcome.ToWithdraw, "改主意", walk.Now, Guid.NewGuid()));
        Assert.Equal(ForcedReviewOutcome.Agreed, forced.Outcome);
    }

    [Theory]
    [InlineData(ForcedReviewOutcome.ToCorrect)]
    [InlineData(ForcedReviewOutcome.ToWithdraw)]
    public void Review_NotAgreedWithoutWords_IsRefused(ForcedReviewOutcome outcome)
    {
        var (walk, forced) = Forced();

        Assert.Throws<RuleViolationException>(() => forced.Review(outcome, " ", walk.Now, walk.Reviewer));
        forced.Review(outcome, "数字有误", walk.Now, walk.Reviewer);

        Assert.Equal((outcome, "数字有误", walk.Reviewer), (forced.Outcome, forced.ReviewRemark, forced.ReviewedBy));
    }

    private static (DisclosureWalk Walk, ForcedPublication Forced) Forced()
    {
        var walk = DisclosureWalk.To(DisclosureState.AwaitingApproval);
        walk.Act(DisclosureAction.ForcePublish);
        return (walk, walk.Disclosure.ForcedPublications[0]);
    }
}
