using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The formed date (信息形成日期), from which the 20 working days of Article 26 count. It is fixed when the text is first handed
/// in; afterwards it moves only by a request with a reason that a second person confirms.
/// </summary>
public sealed partial class Disclosure
{
    private readonly List<FormedDateChange> _formedDateChanges = [];

    /// <summary>When a formed date was first handed in for review, UTC.</summary>
    public DateTime? FormedOnFixedAt { get; private set; }

    /// <summary>When a change of the formed date last took effect, UTC; reasons given for it before are about another date.</summary>
    public DateTime? FormedOnChangedAt { get; private set; }

    /// <summary>
    /// The day told beside the formed date (起算日期) as it was first handed in. Another one handed in later wants a reason, which stays
    /// in the history, and passes review like everything else; once public it no longer changes.
    /// </summary>
    public DateOnly? FirstTriggerOn { get; private set; }

    /// <summary>The day told beside the formed date was changed, set or taken out after it was first handed in.</summary>
    public bool IsTriggerMoved => FormedOnFixedAt is not null && Text.TriggerOn != FirstTriggerOn;

    /// <summary>Every request to change the formed date, kept for good.</summary>
    public IReadOnlyList<FormedDateChange> FormedDateChanges => _formedDateChanges;

    /// <summary>The field of the draft is closed: the date was handed in, or has been public.</summary>
    public bool IsFormedOnFixed => Text.FormedOn is not null && (FormedOnFixedAt is not null || CurrentVersion > 0);

    /// <summary>The request nobody has decided yet.</summary>
    public FormedDateChange? OpenFormedDateChange => _formedDateChanges.Find(c => c.Decision is null);

    /// <summary>A change may be asked for now.</summary>
    public bool MayAskForFormedDate =>
        IsFormedOnFixed && OpenFormedDateChange is null && State is not (DisclosureState.Withdrawn or DisclosureState.Filed);

    /// <summary>Every reason why the formed date may not be changed to this day.</summary>
    /// <param name="to">The date asked for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">Beijing date.</param>
    public IReadOnlyList<Refusal> CheckFormedDateRequest(DateOnly to, string reason, DateOnly today)
    {
        if (State is DisclosureState.Withdrawn or DisclosureState.Filed) return [new Refusal("FormedDateChange.NotNow")];
        if (!IsFormedOnFixed) return [new Refusal("FormedDateChange.NotFixed")];
        if (OpenFormedDateChange is not null) return [new Refusal("FormedDateChange.AlreadyRequested")];
        var refusals = new List<Refusal>();
        var fixedOn = BusinessClock.BeijingDate(FormedOnFixedAt ?? FirstPublishedAt ?? CreatedAt);
        if (!DisclosureText.IsLegalDate(to)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", "To"));
        else if (to == Text.FormedOn) refusals.Add(new Refusal("FormedDateChange.SameDate", "To"));
        else if (to > today) refusals.Add(new Refusal("FormedDateChange.InFuture", "To"));
        else if (to > fixedOn) refusals.Add(new Refusal("FormedDateChange.AfterSubmission", "To", fixedOn));
        else if (to > PendingChangedOn) refusals.Add(new Refusal("FormedDateChange.AfterChange", "To", PendingChangedOn.Value));
        if (string.IsNullOrWhiteSpace(reason)) refusals.Add(new Refusal("FormedDateChange.ReasonMissing", "Reason"));
        else if (reason.Trim().Length > FormedDateChange.ReasonLength)
            refusals.Add(new Refusal("Disclosure.TextTooLong", "Reason", FormedDateChange.ReasonLength, reason.Trim().Length));
        return refusals;
    }

    /// <summary>Asks for another formed date. Nothing changes until a second person confirms.</summary>
    public void RequestFormedDate(Guid id, DateOnly to, string reason, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckFormedDateRequest(to, reason, BusinessClock.BeijingDate(now)));
        _formedDateChanges.Add(new FormedDateChange(id, Id, Text.FormedOn!.Value, to, reason.Trim(), now, by));
        // Whoever moved a date has a hand in the record and cannot be its reviewer.
        NoteContributor(by);
        Touch(now);
    }

    /// <summary>Every reason why this person may not decide on the open request.</summary>
    public IReadOnlyList<Refusal> CheckFormedDateDecision(Guid by)
    {
        if (OpenFormedDateChange is not { } change) return [new Refusal("FormedDateChange.NothingRequested")];
        if (State is DisclosureState.Withdrawn or DisclosureState.Filed) return [new Refusal("FormedDateChange.NotNow")];
        if (change.RequestedBy == by) return [new Refusal("FormedDateChange.DeciderIsRequester")];
        return SubmittedBy == by || _contributors.Exists(c => c.UserId == by) ? [new Refusal("FormedDateChange.DeciderIsContributor")] : [];
    }

    /// <summary>
    /// The second person agrees: the working copy bears the new date from now on. Frozen versions stay as they are; the public
    /// page shows the present date with its history. The text revision stays too: the text that was reviewed is the same.
    /// </summary>
    /// <param name="due">Last day in time by the old and by the new date.</param>
    /// <param name="remark">What the second person adds; may be empty.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="by">The second person.</param>
    public FormedDateChange ConfirmFormedDate((DateOnly Before, DateOnly After)? due, string remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny([.. CheckFormedDateDecision(by), .. CheckDecisionRemark(remark)]);
        var change = OpenFormedDateChange!;
        change.Confirm(due, CurrentVersion, remark.Trim(), now, by);
        Text = Text with { FormedOn = change.To };
        FormedOnChangedAt = now;
        Touch(now);
        return change;
    }

    /// <summary>The second person does not agree, and says why; the date stays.</summary>
    public void DeclineFormedDate(string remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny([.. CheckFormedDateDecision(by), .. CheckDecisionRemark(remark)]);
        if (string.IsNullOrWhiteSpace(remark)) throw new RuleViolationException(new Refusal("FormedDateChange.RemarkMissing", "Remark"));
        OpenFormedDateChange!.Decline(remark.Trim(), now, by);
        Touch(now);
    }

    private static IReadOnlyList<Refusal> CheckDecisionRemark(string remark) => remark.Trim().Length <= FormedDateChange.ReasonLength
        ? [] : [new Refusal("Disclosure.TextTooLong", "Remark", FormedDateChange.ReasonLength, remark.Trim().Length)];

    private void ThrowIfFormedOnMoves(DateOnly? formedOn)
    {
        if (IsFormedOnFixed && formedOn != Text.FormedOn) throw new RuleViolationException(new Refusal("Disclosure.FormedOnFixed", "FormedOn"));
    }

    private void ThrowIfTriggerMoves(DateOnly? triggerOn)
    {
        if (CurrentVersion > 0 && triggerOn != Text.TriggerOn) throw new RuleViolationException(new Refusal("Disclosure.TriggerOnFixed", "TriggerOn"));
    }
}
