using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The law of the steps: a second review where the organisation wants three, signatures on paper, publication in an emergency,
/// what is kept from the public and when it is examined again, and schedules that could not be kept.
/// </summary>
public sealed partial class Disclosure
{
    private readonly List<PaperSignature> _signatures = [];
    private readonly List<ForcedPublication> _forcedPublications = [];
    private readonly List<OfficeOpinion> _opinions = [];
    private readonly List<Reexamination> _reexaminations = [];

    /// <summary>Steps of the review under way: 2, or 3 with a second review in between. Set at submission.</summary>
    public int ReviewSteps { get; private set; } = Organisation.FewestReviewSteps;

    /// <summary>Who passed the second review (复审); null in a review of two steps and before it.</summary>
    public Guid? SecondReviewedBy { get; private set; }

    public DateTime? SecondReviewedAt { get; private set; }

    /// <summary>The text revision that passed the second review.</summary>
    public int? SecondReviewedTextRevision { get; private set; }

    /// <summary>Beijing date on which a record that is not public is examined again; null for others and once it became public.</summary>
    public DateOnly? ReexamineOn { get; private set; }

    /// <summary>The filed record from whose examination this draft came; null for most.</summary>
    public Guid? ReexaminedFromId { get; private set; }

    /// <summary>Why the job could not publish it at the scheduled time; null when it could, and once somebody has acted.</summary>
    public ScheduleRefusal? ScheduleRefusal { get; private set; }

    /// <summary>Signatures on paper that were entered for review steps.</summary>
    public IReadOnlyList<PaperSignature> Signatures => _signatures;

    /// <summary>Publications in an emergency, each with its later review.</summary>
    public IReadOnlyList<ForcedPublication> ForcedPublications => _forcedPublications;

    /// <summary>What the disclosure office said of keeping it from the public.</summary>
    public IReadOnlyList<OfficeOpinion> Opinions => _opinions;

    /// <summary>Examinations of whether it may be public by now.</summary>
    public IReadOnlyList<Reexamination> Reexaminations => _reexaminations;

    /// <summary>
    /// A policy file that is not to be public at all: the disclosure office has to be asked first (国办发〔2016〕80号: 拟不公开的
    /// 政策性文件 are examined by the disclosure office before they are submitted).
    /// </summary>
    public bool NeedsOfficeOpinion => Text.Attribute == DisclosureAttribute.NotPublic && Text.Genre.Rule().IsPolicyFile;

    /// <summary>The person submitted it or changed text or files of the version under way.</summary>
    public bool IsAuthor(Guid person) => SubmittedBy == person || _contributors.Exists(c => c.UserId == person);

    /// <summary>The second of three reviews (复审), by another person than the first.</summary>
    public void PassSecondReview(ChecklistResult check, DateTime now, Guid by, string remark = "", SignedPaper? paper = null)
    {
        Guard(DisclosureAction.PassSecondReview, by);
        ThrowUnlessPassed(check, check.BlockingAtSubmission);
        KeepPaper(paper, DisclosureAction.PassSecondReview, now, by);
        (SecondReviewedBy, SecondReviewedAt, SecondReviewedTextRevision) = (by, now, TextRevision);
        Move(DisclosureAction.PassSecondReview, now, by, remark);
    }

    /// <summary>The disclosure office agrees or disagrees that a policy file is not made public.</summary>
    public void GiveOpinion(bool agrees, string words, DateTime now, Guid by)
    {
        Guard(DisclosureAction.GiveOpinion, by);
        if (string.IsNullOrWhiteSpace(words)) throw new RuleViolationException(new Refusal("Disclosure.OpinionWordsMissing", "Words"));
        if (words.Trim().Length > OfficeOpinion.WordsLength)
            throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", "Words", OfficeOpinion.WordsLength, words.Trim().Length));
        _opinions.Add(new OfficeOpinion(Guid.CreateVersion7(now), Id, Revision, agrees, words.Trim(), TextRevision, now, by));
        Move(DisclosureAction.GiveOpinion, now, by, words);
    }

    /// <summary>
    /// Publishes at once without 审签 (应急发布). Attribute, secrecy review and checklist hold as ever; another person makes up
    /// for the signature by <paramref name="reviewDueOn"/>.
    /// </summary>
    public DisclosureVersion ForcePublish(
        ChecklistResult check, RenderedBody body, string organisationName, (string IndexNumber, string Address)? issued, string reason,
        DateOnly reviewDueOn, DateTime now, Guid by, DateOnly? changeDueOn = null)
    {
        Guard(DisclosureAction.ForcePublish, by);
        ThrowUnlessPassed(check);
        RuleViolationException.ThrowIfAny(ForcedPublication.CheckReason(reason));
        var authors = _contributors.Select(c => c.UserId).Concat(SubmittedBy is { } submitter ? [submitter] : []).Distinct().ToList();
        _forcedPublications.Add(new ForcedPublication(
            Guid.CreateVersion7(now), Id, CurrentVersion + 1, State, reason.Trim(), reviewDueOn, now, by, authors));
        // Nothing signed may be left on a version that nobody signed.
        VoidApproval();
        return Release(DisclosureAction.ForcePublish, reason, body, organisationName, issued, changeDueOn, now, by);
    }

    /// <summary>A yearly look at a record that is not public: it stays so with a reason and a next date, or becomes public.</summary>
    /// <param name="result">What was decided.</param>
    /// <param name="reason">Why.</param>
    /// <param name="nextOn">When it is examined next; only where it stays as it is.</param>
    /// <param name="newDraftId">The draft that takes it to the public; only where it becomes public.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="by">Who examined it.</param>
    public void Reexamine(ReexaminationResult result, string reason, DateOnly? nextOn, Guid? newDraftId, DateTime now, Guid by)
    {
        Guard(DisclosureAction.Reexamine, by);
        RuleViolationException.ThrowIfAny(Reexamination.Check(result, reason, nextOn, BusinessClock.BeijingDate(now)));
        if ((result == ReexaminationResult.BecomesPublic) != newDraftId.HasValue) throw new ArgumentException("A draft belongs to what becomes public, and only to that.", nameof(newDraftId));
        ReexamineOn = result == ReexaminationResult.StaysNotPublic ? nextOn : null;
        _reexaminations.Add(new Reexamination(Guid.CreateVersion7(now), Id, result, reason.Trim(), ReexamineOn, newDraftId, now, by));
        Move(DisclosureAction.Reexamine, now, by, reason);
    }

    /// <summary>Starts the draft that takes a filed record to the public, with its text, items and files.</summary>
    /// <param name="id">Id of the draft.</param>
    /// <param name="filed">The record, with items and attachments.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="by">Who examined it.</param>
    public static Disclosure FromFiled(Guid id, Disclosure filed, DateTime now, Guid by)
    {
        var text = filed.Text with { Attribute = DisclosureAttribute.Active, NonDisclosureGround = null };
        var draft = Create(id, filed.OrganisationId, text, now, by, filed.IsDemo);
        draft.ReexaminedFromId = filed.Id;
        draft.Edit(text, [.. filed.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements))], now, by);
        foreach (var file in filed.Attachments.OrderBy(a => a.SortOrder))
            draft.Attach(new DisclosureAttachment(Guid.CreateVersion7(now), id, file.FileName, file.Kind, file.Hash, file.Size, file.IsOriginal, file.SortOrder, now, by), now, by);
        return draft;
    }

    /// <summary>The job could not publish it: the reasons stay in sight until somebody acts. Nothing else changes.</summary>
    public void NoteScheduleRefused(IReadOnlyList<Refusal> reasons, DateTime now)
    {
        if (ScheduledAt is null) throw new InvalidOperationException("It was not scheduled.");
        if (ScheduleRefusal is { } former) former.Renew(reasons, now);
        else ScheduleRefusal = new ScheduleRefusal(Id, reasons, now);
    }

    private void KeepPaper(SignedPaper? paper, DisclosureAction action, DateTime now, Guid by)
    {
        if (paper is null) return;
        RuleViolationException.ThrowIfAny(paper.Check(Text.FormedOn, BusinessClock.BeijingDate(now)));
        _signatures.Add(new PaperSignature(Guid.CreateVersion7(now), Id, Revision, action, paper, now, by));
    }

    /// <summary>What the history says of a publication that went out after its time; cut to its column, the mark first.</summary>
    private static string RemarkOf(string reason, DateTime? lateFor)
    {
        if (lateFor is not { } planned) return reason;
        var text = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"定时发布晚于设定时间（原定{BusinessClock.BeijingTime(planned):yyyy年M月d日 HH:mm}）。{reason}");
        return ShortText.Start(text, DisclosureTransition.RemarkLength);
    }
}
