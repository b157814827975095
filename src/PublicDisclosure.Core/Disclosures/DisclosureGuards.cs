using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The reasons why an action is closed that lie in the disclosure itself: its state, its people, its review. What lies in the
/// text and the world around it is <c>PublicationChecklist</c>'s.
/// </summary>
public static class DisclosureGuards
{
    /// <summary>Every reason at once why this person may not do this now; empty when nothing is in the way.</summary>
    public static IReadOnlyList<Refusal> Check(Disclosure disclosure, DisclosureAction action, Guid by)
    {
        if (!DisclosureTransitions.Has(disclosure.State, action)) return [new Refusal("Disclosure.ActionNotPossible")];
        var refusals = new List<Refusal>();
        switch (action)
        {
            case DisclosureAction.PassSecrecyReview or DisclosureAction.ReferForDetermination:
                TwoPersons(disclosure, by, refusals);
                break;
            case DisclosureAction.PassSecondReview:
                TwoPersons(disclosure, by, refusals);
                Reviewed(disclosure, refusals);
                if (disclosure.ValidReview()?.By == by) refusals.Add(new Refusal("Disclosure.SecondReviewerIsFirst"));
                break;
            case DisclosureAction.GiveOpinion:
                TwoPersons(disclosure, by, refusals);
                if (!disclosure.NeedsOfficeOpinion) refusals.Add(new Refusal("Disclosure.OpinionNotAsked"));
                break;
            case DisclosureAction.Approve:
                TwoPersons(disclosure, by, refusals);
                Reviewed(disclosure, refusals);
                ReviewedTwice(disclosure, by, refusals);
                if (disclosure.Text.Attribute != DisclosureAttribute.Active) refusals.Add(new Refusal("Disclosure.OnlyActiveIsApprovedForPublication"));
                break;
            case DisclosureAction.File:
                TwoPersons(disclosure, by, refusals);
                Reviewed(disclosure, refusals);
                ReviewedTwice(disclosure, by, refusals);
                OfficeAgrees(disclosure, refusals);
                if (disclosure.Text.Attribute == DisclosureAttribute.Active) refusals.Add(new Refusal("Disclosure.ActiveIsNotFiled"));
                if (disclosure.CurrentVersion > 0) refusals.Add(new Refusal("Disclosure.PublishedIsWithdrawnNotFiled"));
                break;
            case DisclosureAction.Schedule or DisclosureAction.Publish:
                Reviewed(disclosure, refusals);
                if (disclosure.ApprovedTextRevision != disclosure.TextRevision) refusals.Add(new Refusal("Disclosure.ApprovalMissing"));
                if (disclosure.Text.Attribute != DisclosureAttribute.Active) refusals.Add(new Refusal("Disclosure.OnlyActiveIsPublished"));
                refusals.AddRange(StandingGuards.BarPublishing(disclosure));
                break;
            case DisclosureAction.ForcePublish:
                TwoPersons(disclosure, by, refusals);
                Reviewed(disclosure, refusals);
                // The law asks for the review even in an emergency, and a review of one's own text is none.
                if (disclosure.ValidReview() is { } review && disclosure.IsAuthor(review.By)) refusals.Add(new Refusal("Disclosure.SecrecyReviewerIsAuthor"));
                if (disclosure.Text.Attribute != DisclosureAttribute.Active) refusals.Add(new Refusal("Disclosure.OnlyActiveIsPublished"));
                refusals.AddRange(StandingGuards.BarPublishing(disclosure));
                break;
            case DisclosureAction.Reexamine:
                TwoPersons(disclosure, by, refusals);
                break;
            case DisclosureAction.Withdraw when disclosure.CurrentVersion == 0:
                refusals.Add(new Refusal("Disclosure.NotPublic"));
                break;
            case DisclosureAction.AbandonCorrection when disclosure.CurrentVersion == 0:
                refusals.Add(new Refusal("Disclosure.NotPublic"));
                break;
        }

        return refusals;
    }

    /// <summary>The newest review when it is of the text as it stands now; null otherwise.</summary>
    public static SecrecyReview? ValidReview(this Disclosure disclosure)
    {
        var last = disclosure.Reviews.MaxBy(r => r.Step);
        return last?.TextRevision == disclosure.TextRevision ? last : null;
    }

    /// <summary>The newest opinion of the disclosure office when it is of the text as it stands now; null otherwise.</summary>
    public static OfficeOpinion? ValidOpinion(this Disclosure disclosure)
    {
        var last = disclosure.Opinions.MaxBy(o => o.Step);
        return last?.TextRevision == disclosure.TextRevision ? last : null;
    }

    private static void ReviewedTwice(Disclosure disclosure, Guid by, List<Refusal> refusals)
    {
        if (disclosure.ReviewSteps < Organisations.Organisation.MostReviewSteps) return;
        if (disclosure.SecondReviewedTextRevision != disclosure.TextRevision) refusals.Add(new Refusal("Disclosure.SecondReviewMissing"));
        else if (disclosure.SecondReviewedBy == by) refusals.Add(new Refusal("Disclosure.ApproverIsSecondReviewer"));
    }

    private static void OfficeAgrees(Disclosure disclosure, List<Refusal> refusals)
    {
        if (!disclosure.NeedsOfficeOpinion) return;
        if (disclosure.ValidOpinion() is not { } opinion) refusals.Add(new Refusal("Disclosure.OfficeOpinionMissing"));
        else if (!opinion.Agrees) refusals.Add(new Refusal("Disclosure.OfficeDisagrees"));
    }

    private static void TwoPersons(Disclosure disclosure, Guid by, List<Refusal> refusals)
    {
        if (disclosure.SubmittedBy == by) refusals.Add(new Refusal("Disclosure.ReviewerIsSubmitter"));
        else if (disclosure.Contributors.Any(c => c.UserId == by)) refusals.Add(new Refusal("Disclosure.ReviewerIsContributor"));
    }

    private static void Reviewed(Disclosure disclosure, List<Refusal> refusals)
    {
        var review = disclosure.ValidReview();
        if (review is null)
            refusals.Add(new Refusal("Disclosure.SecrecyReviewMissing"));
        else if (disclosure.Text.Attribute == DisclosureAttribute.Active && review.Conclusion != SecrecyConclusion.MayPublish)
            refusals.Add(new Refusal("Disclosure.SecrecyReviewForbidsPublication"));
    }
}
