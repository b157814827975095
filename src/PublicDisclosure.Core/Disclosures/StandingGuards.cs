using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The reasons why a change of the public standing is closed to a person: the table, and the two persons. Pages ask beforehand,
/// the entity asks again.
/// </summary>
public static class StandingGuards
{
    /// <summary>Every reason at once why this person may not do this now; empty when nothing is in the way.</summary>
    public static IReadOnlyList<Refusal> Check(Disclosure disclosure, StandingAction action, Guid? by)
    {
        if (!StandingTransitions.Has(disclosure.Standing, action)) return [new Refusal("Disclosure.ActionNotPossible")];
        return action switch
        {
            StandingAction.Publish => BarPublishing(disclosure),
            StandingAction.ConfirmSuspension or StandingAction.LiftSuspension when disclosure.OpenSuspension?.By == by =>
                [new Refusal("Disclosure.DeciderIsSuspender")],
            StandingAction.ProposeWithdrawal when disclosure.WithdrawalProposedAt is not null => [new Refusal("Disclosure.WithdrawalUndecided")],
            StandingAction.ConfirmWithdrawal or StandingAction.DeclineWithdrawal when disclosure.OpenProposal is null =>
                [new Refusal("Disclosure.NothingProposed")],
            StandingAction.ConfirmWithdrawal or StandingAction.DeclineWithdrawal when disclosure.OpenProposal!.By == by =>
                [new Refusal("Disclosure.DeciderIsProposer")],
            StandingAction.CloseWithdrawn when disclosure.IsClosed => [new Refusal("Disclosure.AlreadyClosed")],
            _ => [],
        };
    }

    /// <summary>
    /// What stands in the way of a new version: a suspension, unless the new version closes every former one, and an undecided
    /// withdrawal. Publishing past either would decide it by the back door.
    /// </summary>
    public static IReadOnlyList<Refusal> BarPublishing(Disclosure disclosure)
    {
        var refusals = new List<Refusal>();
        if (disclosure.Standing == PublicStanding.Suspended && !disclosure.PendingClosesFormer) refusals.Add(new Refusal("Disclosure.SuspendedIsNotPublished"));
        if (disclosure.WithdrawalProposedAt is not null) refusals.Add(new Refusal("Disclosure.WithdrawalUndecided"));
        return refusals;
    }
}
