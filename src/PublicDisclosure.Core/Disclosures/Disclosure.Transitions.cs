using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>The moves of a disclosure. Each asks the guards, moves by the table and leaves a row of history.</summary>
public sealed partial class Disclosure
{
    /// <summary>Whether the action is open in this state at all, for pages that offer buttons.</summary>
    public bool Can(DisclosureAction action) => DisclosureTransitions.Has(State, action)
        && (action is not (DisclosureAction.Withdraw or DisclosureAction.AbandonCorrection) || CurrentVersion > 0)
        && (action is not DisclosureAction.File || Text.Attribute != DisclosureAttribute.Active)
        && (action is not (DisclosureAction.Approve or DisclosureAction.ForcePublish) || Text.Attribute == DisclosureAttribute.Active)
        && (action is not DisclosureAction.GiveOpinion || NeedsOfficeOpinion);

    /// <summary>
    /// Hands the draft in for review. <paramref name="check"/> is the checklist's answer for the text as it stands;
    /// <paramref name="reviewSteps"/> is the organisation's number of today, which the disclosure keeps until it is submitted anew.
    /// </summary>
    public void Submit(ChecklistResult check, DateTime now, Guid by, string remark = "", int reviewSteps = Organisation.FewestReviewSteps)
    {
        Guard(DisclosureAction.Submit, by);
        ThrowUnlessPassed(check, check.BlockingAtSubmission);
        (SubmittedBy, SubmittedAt, ReviewSteps) = (by, now, reviewSteps);
        if (FormedOnFixedAt is null) FirstTriggerOn = Text.TriggerOn;
        if (Text.FormedOn is not null) FormedOnFixedAt ??= now;
        Move(DisclosureAction.Submit, now, by, remark);
    }

    /// <summary>The clerk takes it back to change it; review and approval lapse.</summary>
    public void Recall(DateTime now, Guid by, string remark = "")
    {
        Guard(DisclosureAction.Recall, by);
        VoidApproval();
        Move(DisclosureAction.Recall, now, by, remark);
    }

    /// <summary>
    /// Records a secrecy review with its conclusion. 可以公开, or 不得公开 for what is not meant to be public, goes on to approval;
    /// 报请确定 waits; 处理后公开, and 不得公开 for what was meant to be public, goes back to the clerk.
    /// </summary>
    public void ReviewSecrecy(SecrecyConclusion conclusion, string remark, DateTime now, Guid by)
    {
        var action = ActionFor(conclusion);
        Guard(action, by);
        // The two-person rule is the review's own, so it holds too where the review ends in a return.
        if (action == DisclosureAction.Return) RuleViolationException.ThrowIfAny(DisclosureGuards.Check(this, DisclosureAction.PassSecrecyReview, by));
        if (conclusion != SecrecyConclusion.MayPublish && string.IsNullOrWhiteSpace(remark))
            throw new RuleViolationException(new Refusal("Disclosure.RemarkMissing", "Remark"));
        _reviews.Add(new SecrecyReview(Guid.CreateVersion7(now), Id, Revision, conclusion, remark.Trim(), TextRevision, now, by));
        Move(action, now, by, remark);
    }

    /// <summary>What a conclusion leads to for this disclosure.</summary>
    public DisclosureAction ActionFor(SecrecyConclusion conclusion) => conclusion switch
    {
        SecrecyConclusion.Refer => DisclosureAction.ReferForDetermination,
        SecrecyConclusion.MayPublish => DisclosureAction.PassSecrecyReview,
        SecrecyConclusion.MustNotPublish when Text.Attribute != DisclosureAttribute.Active => DisclosureAction.PassSecrecyReview,
        _ => DisclosureAction.Return,
    };

    /// <summary>Sends it back to the clerk with a reason.</summary>
    public void Return(string reason, DateTime now, Guid by)
    {
        Guard(DisclosureAction.Return, by);
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("Disclosure.RemarkMissing", "Remark"));
        VoidApproval();
        Move(DisclosureAction.Return, now, by, reason);
    }

    /// <summary>A second person signs it off for publication (审签, the last review step), or enters who signed on paper.</summary>
    public void Approve(ChecklistResult check, DateTime now, Guid by, string remark = "", SignedPaper? paper = null)
    {
        Guard(DisclosureAction.Approve, by);
        ThrowUnlessPassed(check);
        KeepPaper(paper, DisclosureAction.Approve, now, by);
        (ApprovedBy, ApprovedAt, ApprovedTextRevision) = (by, now, TextRevision);
        Move(DisclosureAction.Approve, now, by, remark);
    }

    /// <summary>Lets the job publish it at a later time.</summary>
    public void Schedule(DateTime at, DateTime now, Guid by)
    {
        Guard(DisclosureAction.Schedule, by);
        if (at <= now) throw new RuleViolationException(new Refusal("Disclosure.ScheduleIsPast", "At"));
        (ScheduledAt, ScheduledBy, ScheduleRefusal) = (at, by, null);
        Move(DisclosureAction.Schedule, now, by, "");
    }

    /// <summary>
    /// Freezes the next version and makes it public. Number and address are given by the workflow at first publication; the
    /// time is the server's, in the publishing transaction. An update brings the last day in time counted from
    /// <see cref="PendingChangedOn"/>, which is kept with the version.
    /// </summary>
    public DisclosureVersion Publish(
        ChecklistResult check, RenderedBody body, string organisationName, (string IndexNumber, string Address)? issued, DateTime now, Guid by,
        DateOnly? changeDueOn = null, DateTime? lateFor = null)
    {
        Guard(DisclosureAction.Publish, by);
        ThrowUnlessPassed(check);
        var version = Release(DisclosureAction.Publish, RemarkOf(PendingChangeReason, lateFor), body, organisationName, issued, changeDueOn, now, by);
        if (lateFor is { } planned) version.MarkLate(planned);
        return version;
    }

    private DisclosureVersion Release(
        DisclosureAction action, string remark, RenderedBody body, string organisationName, (string IndexNumber, string Address)? issued,
        DateOnly? changeDueOn, DateTime now, Guid by)
    {
        var standing = Standing;
        if (Address is null)
        {
            var (number, address) = issued ?? throw new InvalidOperationException("The first publication needs an index number.");
            (IndexNumber, Address, FirstPublishedAt) = (number, address, now);
        }

        var version = DisclosureVersion.Freeze(Guid.CreateVersion7(now), this, CurrentVersion + 1, body, organisationName, changeDueOn, now, by);
        _versions.Add(version);
        (CurrentVersion, LastPublishedAt) = (version.Number, now);
        Move(action, now, by, remark);
        StandPublished(standing, now, by);
        (PendingChange, PendingChangeReason, PendingChangedOn) = (ChangeKind.First, "", null);
        VoidApproval();
        _contributors.Clear();
        return version;
    }

    /// <summary>
    /// Opens the published text for a correction (更正), which mends an error and starts no clock, or an update (更新), which says
    /// when the information changed and has 20 working days from there (Article 26). The public version stays as it is. With
    /// <paramref name="closesFormer"/> the correction takes out personal or secret information: its publication closes every
    /// former version, and the reason is not shown publicly.
    /// </summary>
    public void BeginCorrection(ChangeKind kind, string reason, DateTime now, Guid by, DateOnly? changedOn = null, bool closesFormer = false)
    {
        Guard(DisclosureAction.BeginCorrection, by);
        RuleViolationException.ThrowIfAny(CheckCorrection(kind, reason, changedOn, BusinessClock.BeijingDate(now)));
        if (closesFormer && kind != ChangeKind.Correction) throw new RuleViolationException(new Refusal("Disclosure.OnlyACorrectionCloses", "Kind"));
        (PendingChange, PendingChangeReason, PendingChangedOn, PendingClosesFormer) = (kind, reason.Trim(), changedOn, closesFormer);
        NoteContributor(by);
        Move(DisclosureAction.BeginCorrection, now, by, reason);
    }

    /// <summary>Every reason why a change of this kind cannot begin.</summary>
    public IReadOnlyList<Refusal> CheckCorrection(ChangeKind kind, string reason, DateOnly? changedOn, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (kind == ChangeKind.First) refusals.Add(new Refusal("Disclosure.ChangeKindMissing", "Kind"));
        if (string.IsNullOrWhiteSpace(reason)) refusals.Add(new Refusal("Disclosure.ChangeReasonMissing", "Reason"));
        if (kind == ChangeKind.Correction && changedOn is not null) refusals.Add(new Refusal("Disclosure.CorrectionHasNoChangedOn", "ChangedOn"));
        if (kind != ChangeKind.Update) return refusals;
        if (changedOn is not { } day) refusals.Add(new Refusal("Disclosure.ChangedOnMissing", "ChangedOn"));
        else if (!DisclosureText.IsLegalDate(day)) refusals.Add(new Refusal("Disclosure.DateOutOfRange", "ChangedOn"));
        else if (day > today) refusals.Add(new Refusal("Disclosure.ChangedOnInFuture", "ChangedOn"));
        else if (day < Text.FormedOn) refusals.Add(new Refusal("Disclosure.ChangedOnBeforeFormed", "ChangedOn", Text.FormedOn.Value));
        return refusals;
    }

    /// <summary>Drops the correction: text and files go back to the public version, but for a formed date that was changed by its own procedure.</summary>
    public void AbandonCorrection(DisclosureVersion current, DateTime now, Guid by)
    {
        Guard(DisclosureAction.AbandonCorrection, by);
        if (current.Number != CurrentVersion) throw new InvalidOperationException("Only the current version can be restored.");
        Text = current.Text with { FormedOn = Text.FormedOn };
        SetReplacements([.. current.Replacements.Select(r => new ReplacementChoice(r.ReplacedId, r.Repeals))]);
        _attachments.Clear();
        _attachments.AddRange(current.Attachments.Select(a => new DisclosureAttachment(
            Guid.CreateVersion7(now), Id, a.FileName, a.Kind, a.Hash, a.Size, a.IsOriginal, a.Ordinal, now, by)));
        (PendingChange, PendingChangeReason, PendingChangedOn, PendingClosesFormer) = (ChangeKind.First, "", null, false);
        TextRevision++;
        VoidApproval();
        _contributors.Clear();
        Move(DisclosureAction.AbandonCorrection, now, by, "");
    }

    /// <summary>Files it as not public, with its attribute and ground (不公开归档).</summary>
    /// <param name="check">The checklist's answer.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="by">Who files it.</param>
    /// <param name="remark">Words for the history.</param>
    /// <param name="reexamineOn">When it is examined again; a year from now when null.</param>
    public void File(ChecklistResult check, DateTime now, Guid by, string remark = "", DateOnly? reexamineOn = null)
    {
        Guard(DisclosureAction.File, by);
        ThrowUnlessPassed(check);
        ReexamineOn = reexamineOn ?? BusinessClock.BeijingDate(now).AddYears(1);
        Move(DisclosureAction.File, now, by, remark);
    }

    private void Guard(DisclosureAction action, Guid by) => RuleViolationException.ThrowIfAny(DisclosureGuards.Check(this, action, by));

    private void ThrowUnlessPassed(ChecklistResult check, IReadOnlyList<Refusal>? blocking = null)
    {
        if (check.TextRevision != TextRevision) throw new InvalidOperationException("The checklist saw another text.");
        RuleViolationException.ThrowIfAny(blocking ?? check.Blocking);
    }

    private void VoidApproval()
    {
        (ApprovedBy, ApprovedAt, ApprovedTextRevision, ScheduledAt, ScheduledBy) = (null, null, null, null, null);
        (SecondReviewedBy, SecondReviewedAt, SecondReviewedTextRevision, ScheduleRefusal) = (null, null, null, null);
    }

    private void Move(DisclosureAction action, DateTime now, Guid by, string remark)
    {
        var to = DisclosureTransitions.Next(State, action, ReviewSteps);
        var text = remark.Trim();
        if (text.Length > DisclosureTransition.RemarkLength)
            throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", "Remark", DisclosureTransition.RemarkLength, text.Length));
        _transitions.Add(new DisclosureTransition(Guid.CreateVersion7(now), Id, Revision, action, State, to, now, by, text));
        State = to;
        Touch(now);
    }
}
