using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// What the public may see: suspension, withdrawal by two persons, closure of versions, end of display. Each act asks
/// <see cref="StandingGuards"/>, moves by the table of <see cref="StandingTransitions"/> and leaves a row.
/// </summary>
public sealed partial class Disclosure
{
    private readonly List<StandingChange> _standingChanges = [];
    private readonly List<Suspension> _suspensions = [];
    private readonly List<WithdrawalProposal> _proposals = [];

    /// <summary>Since when it is suspended; null when it is not.</summary>
    public DateTime? SuspendedAt { get; private set; }

    /// <summary>Since when a withdrawal waits for a second person; null when none does.</summary>
    public DateTime? WithdrawalProposedAt { get; private set; }

    /// <summary>Last day of the display that has ended; null while it runs, and for everything that is no list of persons.</summary>
    public DateOnly? DisplayEndedOn { get; private set; }

    /// <summary>Versions up to this number are closed for good in every output; 0 when none is. Their content stays as evidence.</summary>
    public int ClosedThrough { get; private set; }

    /// <summary>The correction under way closes every former version when it is published (personal or secret information).</summary>
    public bool PendingClosesFormer { get; private set; }

    /// <summary>What the public may see as stored. Readers ask <see cref="StandingRule.On"/> with the day, because a display ends by its date.</summary>
    public PublicStanding Standing => StandingRule.Of(CurrentVersion, State == DisclosureState.Withdrawn, SuspendedAt is not null, DisplayEndedOn is not null);

    /// <summary>Every version is closed.</summary>
    public bool IsClosed => CurrentVersion > 0 && ClosedThrough >= CurrentVersion;

    public IReadOnlyList<StandingChange> StandingChanges => _standingChanges;

    public IReadOnlyList<Suspension> Suspensions => _suspensions;

    public IReadOnlyList<WithdrawalProposal> Proposals => _proposals;

    /// <summary>The suspension that waits for a second person.</summary>
    public Suspension? OpenSuspension => _suspensions.Find(s => s.Outcome is null);

    /// <summary>The proposal to withdraw that waits for a second person.</summary>
    public WithdrawalProposal? OpenProposal => _proposals.Find(p => p.Outcome is null);

    /// <summary>Whether the act is open now at all, for pages that offer buttons.</summary>
    public bool Can(StandingAction action) => StandingTransitions.Has(Standing, action) && action switch
    {
        StandingAction.ProposeWithdrawal => WithdrawalProposedAt is null,
        StandingAction.ConfirmWithdrawal or StandingAction.DeclineWithdrawal => WithdrawalProposedAt is not null,
        StandingAction.CloseWithdrawn => !IsClosed,
        _ => true,
    };

    /// <summary>Closes the page at once. One person is enough; a second one decides by <paramref name="dueOn"/>.</summary>
    public void Suspend(string reason, DateOnly dueOn, DateTime now, Guid by)
    {
        GuardStanding(StandingAction.Suspend, by);
        ThrowUnlessRemark(reason, "Reason");
        var from = Standing;
        _suspensions.Add(new Suspension(Guid.CreateVersion7(now), Id, reason.Trim(), dueOn, now, by));
        SuspendedAt = now;
        NoteStanding(StandingAction.Suspend, from, now, by, reason);
    }

    /// <summary>A second person lets it be seen again.</summary>
    public void LiftSuspension(string remark, DateTime now, Guid by)
    {
        GuardStanding(StandingAction.LiftSuspension, by);
        ThrowUnlessRemark(remark, "Remark");
        EndSuspension(SuspensionOutcome.Lifted, now, by);
        // A display that had ended ends again by its date: one rule for both, and the public sees no difference meanwhile.
        DisplayEndedOn = null;
        NoteStanding(StandingAction.LiftSuspension, PublicStanding.Suspended, now, by, remark);
    }

    /// <summary>A second person turns the suspension into a withdrawal.</summary>
    public void ConfirmSuspension(WithdrawalReason reason, string notice, string replacementAddress, DateTime now, Guid by)
    {
        GuardStanding(StandingAction.ConfirmSuspension, by);
        RuleViolationException.ThrowIfAny(CheckWithdrawal(reason, notice, replacementAddress));
        EndSuspension(SuspensionOutcome.Confirmed, now, by);
        Withdraw(StandingAction.ConfirmSuspension, PublicStanding.Suspended, reason, notice, replacementAddress, now, by);
    }

    /// <summary>Proposes to take the page back. It stays as it is until another person confirms.</summary>
    public void ProposeWithdrawal(WithdrawalReason reason, string notice, string replacementAddress, DateTime now, Guid by)
    {
        GuardStanding(StandingAction.ProposeWithdrawal, by);
        RuleViolationException.ThrowIfAny(CheckWithdrawal(reason, notice, replacementAddress));
        _proposals.Add(new WithdrawalProposal(Guid.CreateVersion7(now), Id, reason, notice.Trim(), replacementAddress.Trim(), now, by));
        WithdrawalProposedAt = now;
        NoteStanding(StandingAction.ProposeWithdrawal, Standing, now, by, notice);
    }

    /// <summary>Another person agrees: the page is taken back, its address stays with the notice.</summary>
    public void ConfirmWithdrawal(DateTime now, Guid by)
    {
        GuardStanding(StandingAction.ConfirmWithdrawal, by);
        var (from, proposal) = (Standing, OpenProposal!);
        EndProposal(ProposalOutcome.Confirmed, now, by);
        Withdraw(StandingAction.ConfirmWithdrawal, from, proposal.Reason, proposal.Notice, proposal.ReplacementAddress, now, by);
    }

    /// <summary>Another person does not agree; the page stays.</summary>
    public void DeclineWithdrawal(string remark, DateTime now, Guid by)
    {
        GuardStanding(StandingAction.DeclineWithdrawal, by);
        ThrowUnlessRemark(remark, "Remark");
        EndProposal(ProposalOutcome.Declined, now, by);
        NoteStanding(StandingAction.DeclineWithdrawal, Standing, now, by, remark);
    }

    /// <summary>The display of a list is over. <paramref name="until"/> is its last day as published, <paramref name="today"/> Beijing's date.</summary>
    public void EndDisplay(DateOnly until, DateOnly today, DateTime now)
    {
        GuardStanding(StandingAction.EndDisplay, null);
        if (until >= today) throw new RuleViolationException(new Refusal("Disclosure.DisplayRunning"));
        var from = Standing;
        DisplayEndedOn = until;
        NoteStanding(StandingAction.EndDisplay, from, now, null, "");
    }

    /// <summary>Closes what a withdrawal had left readable: title, notice, and the text of a replaced document.</summary>
    public void CloseWithdrawn(string remark, DateTime now, Guid by)
    {
        GuardStanding(StandingAction.CloseWithdrawn, by);
        ThrowUnlessRemark(remark, "Remark");
        ClosedThrough = CurrentVersion;
        NoteStanding(StandingAction.CloseWithdrawn, PublicStanding.Withdrawn, now, by, remark, closedThrough: ClosedThrough);
    }

    /// <summary>Every reason why a withdrawal with these words is not possible.</summary>
    public static IReadOnlyList<Refusal> CheckWithdrawal(WithdrawalReason reason, string notice, string replacementAddress)
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(notice) && !reason.Rule().ClosesEverything) refusals.Add(new Refusal("Disclosure.WithdrawalNoticeMissing", "Notice"));
        else if (notice.Trim().Length > Withdrawal.NoticeLength)
            refusals.Add(new Refusal("Disclosure.TextTooLong", "Notice", Withdrawal.NoticeLength, notice.Trim().Length));
        if (reason.Rule().NeedsReplacement && string.IsNullOrWhiteSpace(replacementAddress))
            refusals.Add(new Refusal("Disclosure.ReplacementMissing", "ReplacementAddress"));
        return refusals;
    }

    /// <summary>
    /// What a publication does to the standing: the page is public, a display may run anew, and a correction on the ground of
    /// personal or secret information closes every version before this one.
    /// </summary>
    private void StandPublished(PublicStanding from, DateTime now, Guid by)
    {
        var closes = PendingClosesFormer ? CurrentVersion - 1 : 0;
        ClosedThrough = Math.Max(ClosedThrough, closes);
        if (SuspendedAt is not null) EndSuspension(SuspensionOutcome.Corrected, now, by);
        (DisplayEndedOn, PendingClosesFormer) = (null, false);
        NoteStanding(StandingAction.Publish, from, now, by, "", closedThrough: closes);
    }

    private void Withdraw(
        StandingAction action, PublicStanding from, WithdrawalReason reason, string notice, string replacementAddress, DateTime now, Guid by)
    {
        Guard(DisclosureAction.Withdraw, by);
        if (WithdrawalProposedAt is not null) EndProposal(ProposalOutcome.Superseded, now, by);
        Withdrawal = new Withdrawal(Id, reason, notice.Trim(), replacementAddress.Trim(), now, by);
        if (reason.Rule().ClosesEverything) ClosedThrough = CurrentVersion;
        PendingClosesFormer = false;
        VoidApproval();
        Move(DisclosureAction.Withdraw, now, by, notice);
        NoteStanding(
            action, from, now, by, notice, reason.Rule().ClosesEverything ? "" : notice.Trim(), reason.Rule().ClosesEverything ? ClosedThrough : 0);
    }

    private void EndSuspension(SuspensionOutcome outcome, DateTime now, Guid by)
    {
        OpenSuspension!.Decide(outcome, now, by);
        SuspendedAt = null;
    }

    private void EndProposal(ProposalOutcome outcome, DateTime now, Guid by)
    {
        OpenProposal!.Decide(outcome, now, by);
        WithdrawalProposedAt = null;
    }

    private void GuardStanding(StandingAction action, Guid? by) => RuleViolationException.ThrowIfAny(StandingGuards.Check(this, action, by));

    private void NoteStanding(
        StandingAction action, PublicStanding from, DateTime now, Guid? by, string remark, string publicReason = "", int closedThrough = 0)
    {
        var to = StandingTransitions.Next(from, action);
        if (Standing != to) throw new InvalidOperationException($"{action} from {from} led to {Standing} instead of {to}.");
        _standingChanges.Add(new StandingChange(Guid.CreateVersion7(now), Id, Revision, action, from, to, now, by, remark.Trim(), publicReason, closedThrough));
        Touch(now);
    }

    private static void ThrowUnlessRemark(string text, string field)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RuleViolationException(new Refusal("Disclosure.RemarkMissing", field));
        if (text.Trim().Length > StandingChange.RemarkLength)
            throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", field, StandingChange.RemarkLength, text.Trim().Length));
    }
}
