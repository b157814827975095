using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// One piece of disclosed information (公开信息): a working copy that moves through review, and the immutable versions the
/// public reads. Its transitions are in <c>Disclosure.Transitions.cs</c>, what the public may see in <c>Disclosure.Standing.cs</c>.
/// </summary>
public sealed partial class Disclosure
{
    private readonly List<DisclosureItem> _items = [];
    private readonly List<DisclosureAttachment> _attachments = [];
    private readonly List<DisclosureTransition> _transitions = [];
    private readonly List<DisclosureVersion> _versions = [];
    private readonly List<SecrecyReview> _reviews = [];
    private readonly List<DisclosureContributor> _contributors = [];
    private readonly List<WarningReason> _warningReasons = [];

    private Disclosure()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The working copy. The public never reads it.</summary>
    public DisclosureText Text { get; private set; } = new();

    /// <summary>The working copy's document number in a column that can be indexed, which a part of a complex property cannot.</summary>
    public string DraftDocumentNumber
    {
        get => Text.DocumentNumber;
        private set => _ = value;
    }

    public DisclosureState State { get; private set; } = DisclosureState.Draft;

    /// <summary>Concurrency token; raised by every change.</summary>
    public int Revision { get; private set; }

    /// <summary>Raised by every change of text, items or files; review and approval hold only for the number they saw.</summary>
    public int TextRevision { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>Who submitted it last.</summary>
    public Guid? SubmittedBy { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public Guid? ApprovedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    /// <summary>The text revision that was approved.</summary>
    public int? ApprovedTextRevision { get; private set; }

    /// <summary>UTC instant from which the job publishes it; null when a person publishes.</summary>
    public DateTime? ScheduledAt { get; private set; }

    /// <summary>Who scheduled it; the job publishes in this name.</summary>
    public Guid? ScheduledBy { get; private set; }

    /// <summary>Official index number, assigned at first publication and kept for good.</summary>
    public string? IndexNumber { get; private set; }

    /// <summary>Last part of the public address, assigned at first publication and kept for good.</summary>
    public string? Address { get; private set; }

    /// <summary>Number of the newest published version; 0 before the first.</summary>
    public int CurrentVersion { get; private set; }

    /// <summary>Server time of the first publication, UTC.</summary>
    public DateTime? FirstPublishedAt { get; private set; }

    /// <summary>Server time of the newest version, UTC.</summary>
    public DateTime? LastPublishedAt { get; private set; }

    /// <summary>What the change under way does to the published version; First before publication.</summary>
    public ChangeKind PendingChange { get; private set; } = ChangeKind.First;

    /// <summary>Why the published version is being changed; shown publicly with the new version.</summary>
    public string PendingChangeReason { get; private set; } = "";

    /// <summary>The day on which the information changed, when the change under way is an update (更新): its 20 working days count from here.</summary>
    public DateOnly? PendingChangedOn { get; private set; }

    /// <summary>Present once withdrawn.</summary>
    public Withdrawal? Withdrawal { get; private set; }

    /// <summary>Made by the demonstration's generator; shown as 演示.</summary>
    public bool IsDemo { get; private set; }

    public IReadOnlyList<DisclosureItem> Items => _items;

    /// <summary>Attachments of the working copy, in order.</summary>
    public IReadOnlyList<DisclosureAttachment> Attachments => _attachments;

    public IReadOnlyList<DisclosureTransition> Transitions => _transitions;

    public IReadOnlyList<DisclosureVersion> Versions => _versions;

    public IReadOnlyList<SecrecyReview> Reviews => _reviews;

    /// <summary>Who has changed text or files since the last publication; none of them may review or approve.</summary>
    public IReadOnlyList<DisclosureContributor> Contributors => _contributors;

    /// <summary>Reasons given for warnings, kept for good.</summary>
    public IReadOnlyList<WarningReason> WarningReasons => _warningReasons;

    /// <summary>A version is public at this moment, even while a correction is being prepared.</summary>
    public bool IsPublic => Standing == PublicStanding.Public;

    /// <summary>Starts a draft.</summary>
    public static Disclosure Create(Guid id, Guid organisationId, DisclosureText text, DateTime now, Guid by, bool isDemo = false)
    {
        RuleViolationException.ThrowIfAny(DisclosureText.Check(text));
        var disclosure = new Disclosure
        {
            Id = id,
            OrganisationId = organisationId,
            Text = text.Normalised(),
            CreatedAt = now,
            CreatedBy = by,
            ChangedAt = now,
            IsDemo = isDemo,
        };
        disclosure.NoteContributor(by);
        return disclosure;
    }

    /// <summary>Replaces text and items of the draft. Only a draft can be edited: others are recalled or returned first.</summary>
    public void Edit(DisclosureText text, IReadOnlyList<ItemChoice> items, DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        RuleViolationException.ThrowIfAny([.. DisclosureText.Check(text), .. ItemChoice.Check(items)]);
        ThrowIfFormedOnMoves(text.FormedOn);
        ThrowIfTriggerMoves(text.TriggerOn);
        Text = text.Normalised();
        _items.Clear();
        _items.AddRange(items.DistinctBy(item => item.ItemCode).Select((item, order) => new DisclosureItem(Id, OrganisationId, item.ItemCode, item.Elements, order)));
        NoteTextChange(now, by);
    }

    /// <summary>Adds a stored file to the draft.</summary>
    public void Attach(DisclosureAttachment attachment, DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        if (_attachments.Count >= DisclosureAttachment.MostPerDisclosure)
            throw new RuleViolationException(new Refusal("Attachment.TooMany", null, DisclosureAttachment.MostPerDisclosure));
        _attachments.Add(attachment);
        NoteTextChange(now, by);
    }

    /// <summary>Takes a file off the draft; the stored content stays for the versions that use it.</summary>
    public void Detach(Guid attachmentId, DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        if (_attachments.RemoveAll(a => a.Id == attachmentId) > 0) NoteTextChange(now, by);
    }

    /// <summary>Puts other content of the same kind in the place of a file: its masked copy.</summary>
    public void ReplaceFile(Guid attachmentId, string fileName, string hash, long size, DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        _attachments.Single(a => a.Id == attachmentId).Become(fileName, hash, size, now, by);
        NoteTextChange(now, by);
    }

    /// <summary>
    /// Puts the files into a new order and sets their marks; files that are not named come off. The stored content stays for
    /// the versions that use it.
    /// </summary>
    public void ArrangeFiles(IReadOnlyList<FilePlace> files, DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        var before = _attachments.OrderBy(a => a.SortOrder).Select(a => new FilePlace(a.Id, a.IsOriginal)).ToList();
        var after = files.Where(f => _attachments.Exists(a => a.Id == f.AttachmentId)).DistinctBy(f => f.AttachmentId).ToList();
        if (before.SequenceEqual(after)) return;
        _attachments.RemoveAll(a => after.TrueForAll(f => f.AttachmentId != a.Id));
        for (var i = 0; i < after.Count; i++) _attachments.Single(a => a.Id == after[i].AttachmentId).Place(i + 1, after[i].IsOriginal);
        NoteTextChange(now, by);
    }

    /// <summary>Keeps the reason why a warning of the checklist is accepted; at approval, by the person who signs it off (审签).</summary>
    public void ExplainWarning(Guid id, string code, string reason, DateTime now, Guid by, bool atApproval = false)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("Disclosure.WarningReasonMissing", code));
        if (!atApproval && PublicationChecklist.IsForApprover(code)) throw new RuleViolationException(new Refusal("Disclosure.ReasonIsApprovers", code));
        _warningReasons.Add(new WarningReason(id, Id, code, reason.Trim(), TextRevision, now, by, atApproval));
        Touch(now);
    }

    /// <summary>
    /// Keeps several reasons; blank ones, and those that are the approver's to give, are passed over: the checklist then asks for them.
    /// </summary>
    public void ExplainWarnings(IReadOnlyDictionary<string, string>? reasons, DateTime now, Guid by, bool atApproval = false)
    {
        RuleViolationException.ThrowIfAny(DisclosureText.CheckReasons(reasons));
        var rules = PublicationChecklist.Rules
            .Where(r => r.Severity == ChecklistSeverity.Warning && (atApproval || !r.ForApprover)).Select(r => r.Code).ToHashSet();
        foreach (var (code, reason) in reasons ?? new Dictionary<string, string>())
            if (rules.Contains(code) && !string.IsNullOrWhiteSpace(reason)) ExplainWarning(Guid.CreateVersion7(now), code, reason, now, by, atApproval);
    }

    /// <summary>
    /// Hands open work that was never public to the body that took over (机构撤并); what is under review goes back to the clerk
    /// first, because the new body's people have not seen it.
    /// </summary>
    public void HandOver(Guid successorId, string reason, DateTime now, Guid by)
    {
        if (CurrentVersion > 0 || !DisclosureTransitions.HandedOver.Contains(State)) throw new RuleViolationException(new Refusal("Disclosure.ActionNotPossible"));
        if (State != DisclosureState.Draft) Return(reason, now, by);
        OrganisationId = successorId;
        foreach (var item in _items) item.HandOver(successorId);
        TextRevision++;
        Touch(now);
    }

    /// <summary>What stands beside the text of an interpretation changed: that counts as a change of the text, so that review is of what goes out.</summary>
    public void NoteInterpretationChange(DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        NoteTextChange(now, by);
    }

    /// <summary>What a response answers changed: the same.</summary>
    public void NoteResponseChange(DateTime now, Guid by)
    {
        ThrowUnlessDraft();
        NoteTextChange(now, by);
    }

    private void NoteTextChange(DateTime now, Guid by)
    {
        TextRevision++;
        NoteContributor(by);
        Touch(now);
    }

    private void NoteContributor(Guid by)
    {
        if (_contributors.All(c => c.UserId != by)) _contributors.Add(new DisclosureContributor(Id, by));
    }

    private void Touch(DateTime now)
    {
        ChangedAt = now;
        Revision++;
    }

    private void ThrowUnlessDraft()
    {
        if (State != DisclosureState.Draft) throw new RuleViolationException(new Refusal("Disclosure.NotDraft"));
    }
}
