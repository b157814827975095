using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Letters;

/// <summary>
/// 网民留言: what somebody wrote to the government, on its way to an answer. Whatever can name a person is sealed
/// (<see cref="SealedText"/>) and stands in tables of its own; this row holds the case only and stays for good.
/// </summary>
public sealed partial class Letter
{
    public const int NumberLength = 20;
    public const int HashLength = 64;
    public const int AboutLength = 200;
    public const int MatterLength = 40;
    public const int DirectionLength = 1000;
    public const int PublicTitleLength = 100;
    public const int PublicTextLength = 6000;
    public const int PublicNameLength = 20;
    public const int ReasonLength = 500;

    private readonly List<LetterStep> _steps = [];
    private readonly List<LetterReply> _replies = [];
    private readonly List<LetterPart> _parts = [];
    private readonly List<LetterFile> _files = [];

    private Letter()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>编号: the day and six random digits; also the address of the public page.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Given out with the form, so that a form sent twice makes one letter.</summary>
    public Guid SubmissionId { get; private set; }

    /// <summary>Keyed hash of the cleaned text and writer, by which the same letter is known again; tells nothing without the key.</summary>
    public string Fingerprint { get; private set; } = "";

    public LetterKind Kind { get; private set; }

    public LetterState State { get; private set; }

    /// <summary>Whom the writer chose; null for 不知道找谁.</summary>
    public Guid? AddressedToId { get; private set; }

    /// <summary>Who has it now; the disclosure office until it is assigned.</summary>
    public Guid OrganisationId { get; private set; }

    public DateTime ReceivedAt { get; private set; }

    /// <summary>Beijing date of <see cref="ReceivedAt"/>; the day after it is the first that counts.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The writer agrees that question and answer become public, masked.</summary>
    public bool WantsPublic { get; private set; }

    /// <summary>Path of the page it was asked from; empty where it was none.</summary>
    public string AboutPath { get; private set; } = "";

    /// <summary>Hash of the query code (查询码).</summary>
    public string CodeHash { get; private set; } = "";

    /// <summary>Hash of the second secret (办理码), with which the writer reads the own letter and asks again.</summary>
    public string SecretHash { get; private set; } = "";

    /// <summary>事由: a few words of the office without names, for lists.</summary>
    public string Matter { get; private set; } = "";

    public bool IsComplex { get; private set; }

    /// <summary>The day from which the limit counts: receipt, or the writer's second question.</summary>
    public DateOnly LimitFrom { get; private set; }

    /// <summary>Working days of the limit, extension included.</summary>
    public int LimitDays { get; private set; }

    /// <summary>Last day for the answer.</summary>
    public DateOnly AnswerDueOn { get; private set; }

    /// <summary>Day from which triage counts; null where the writer chose.</summary>
    public DateOnly? TriageFrom { get; private set; }

    /// <summary>Last day for triage; null where the writer chose.</summary>
    public DateOnly? TriageDueOn { get; private set; }

    /// <summary>Last day for whatever comes next; null once nothing is to be done.</summary>
    public DateOnly? DueOn { get; private set; }

    public LetterExtension? Extension { get; private set; }

    public DateTime? FirstAnsweredAt { get; private set; }

    public DateTime? FinalAnsweredAt { get; private set; }

    /// <summary>Working days from receipt to the first answer.</summary>
    public int? FirstDays { get; private set; }

    /// <summary>Working days from receipt to the last answer.</summary>
    public int? FinalDays { get; private set; }

    /// <summary>An answer came after its last day.</summary>
    public bool IsLate { get; private set; }

    /// <summary>The letter whose answer is this one's.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Where the writer was sent to.</summary>
    public LetterChannelKind? DirectedTo { get; private set; }

    /// <summary>The written direction as the writer reads it: address, phone, basis as of that day.</summary>
    public string Direction { get; private set; } = "";

    public LetterDeclineReason? DeclineReason { get; private set; }

    /// <summary>When the case came to its end, reopening aside.</summary>
    public DateTime? ClosedAt { get; private set; }

    public DateTime? ReopenedAt { get; private set; }

    public Satisfaction? Satisfaction { get; private set; }

    public DateTime? RatedAt { get; private set; }

    /// <summary>The last answer's word on a suggestion.</summary>
    public Adoption? Adoption { get; private set; }

    /// <summary>When name, contact and original were deleted by rule.</summary>
    public DateTime? ForgottenAt { get; private set; }

    /// <summary>Which due date those who handle it were reminded of beforehand.</summary>
    public DateOnly? RemindedBefore { get; private set; }

    /// <summary>Which due date they were told is over.</summary>
    public DateOnly? RemindedAfter { get; private set; }

    public bool IsDemo { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>The sealed original; null where it was not read.</summary>
    public LetterOriginal? Original { get; private set; }

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<LetterStep> Steps => _steps;

    /// <summary>Replies, drafts and former ones included, in order.</summary>
    public IReadOnlyList<LetterReply> Replies => _replies;

    /// <summary>Parts of a joint answer.</summary>
    public IReadOnlyList<LetterPart> Parts => _parts;

    public IReadOnlyList<LetterFile> Files => _files;

    /// <summary>The reply that is being worked on or waits for review.</summary>
    public LetterReply? OpenReply => _replies.Find(r => r.AnsweredAt is null && r.ReturnedAt is null);

    /// <summary>The answer the writer reads; null before the first.</summary>
    public LetterReply? Answer => _replies.Where(r => r.AnsweredAt is not null).MaxBy(r => r.Round);

    /// <summary>Whether an organisation takes or took part in the answer.</summary>
    public bool HasPartOf(Guid organisationId) => _parts.Exists(p => p.OrganisationId == organisationId && p.DroppedAt is null);

    /// <summary>Takes a letter in.</summary>
    internal static Letter Receive(LetterReceived received, DateTime now)
    {
        var letter = new Letter
        {
            Id = received.Id,
            Number = received.Number,
            SubmissionId = received.SubmissionId,
            Fingerprint = received.Fingerprint,
            Kind = received.Kind,
            AddressedToId = received.AddressedToId,
            OrganisationId = received.AddressedToId ?? received.OfficeId,
            ReceivedAt = now,
            ReceivedOn = Time.BusinessClock.BeijingDate(now),
            WantsPublic = received.WantsPublic,
            AboutPath = received.AboutPath,
            CodeHash = received.CodeHash,
            SecretHash = received.SecretHash,
            State = received.AddressedToId is null ? LetterState.AwaitingTriage : LetterState.InHand,
            IsDemo = received.IsDemo,
            Original = received.Original,
        };
        letter._files.AddRange(received.Files);
        letter.SetLimits(received.Limits, letter.ReceivedOn);
        letter._steps.Add(LetterStep.Of(letter.Id, 1, LetterAct.Receive, null, letter.State, letter.OrganisationId, null, null, null, now));
        return letter;
    }

    /// <summary>Gives the writer new codes, for a form that was sent twice: the first receipt never reached them.</summary>
    internal void Recode(string codeHash, string secretHash)
    {
        (CodeHash, SecretHash) = (codeHash, secretHash);
        Revision++;
    }

    private void SetLimits(LetterLimits limits, DateOnly from)
    {
        (LimitFrom, LimitDays, AnswerDueOn) = (from, limits.Days, limits.AnswerDueOn);
        if (State == LetterState.AwaitingTriage) (TriageFrom, TriageDueOn) = (from, limits.TriageDueOn);
        SetDue();
    }

    private void SetDue() => DueOn = State switch
    {
        LetterState.AwaitingTriage => TriageDueOn < AnswerDueOn ? TriageDueOn : AnswerDueOn,
        LetterState.InHand or LetterState.AwaitingReview => AnswerDueOn,
        _ => null,
    };

    /// <summary>Takes over dates counted anew by a changed calendar; says whether one moved.</summary>
    internal bool Recount(DateOnly answerDueOn, DateOnly? triageDueOn)
    {
        if (!LetterTransitions.IsOpen(State) || (AnswerDueOn == answerDueOn && TriageDueOn == triageDueOn)) return false;
        (AnswerDueOn, TriageDueOn) = (answerDueOn, triageDueOn);
        SetDue();
        Revision++;
        return true;
    }

    /// <summary>Notes that those who handle it were reminded.</summary>
    internal void Remind(bool isOver)
    {
        if (isOver) RemindedAfter = DueOn;
        else RemindedBefore = DueOn;
    }
}

/// <summary>What a letter begins with.</summary>
internal sealed record LetterReceived(Guid Id, string Number, Guid SubmissionId, string Fingerprint, LetterKind Kind, Guid? AddressedToId, Guid OfficeId)
{
    public bool WantsPublic { get; init; }

    public string AboutPath { get; init; } = "";

    public required string CodeHash { get; init; }

    public required string SecretHash { get; init; }

    public required LetterOriginal Original { get; init; }

    public IReadOnlyList<LetterFile> Files { get; init; } = [];

    public required LetterLimits Limits { get; init; }

    public bool IsDemo { get; init; }
}

/// <summary>The dates of a letter.</summary>
/// <param name="Days">Working days for the answer.</param>
/// <param name="AnswerDueOn">Last day for it.</param>
/// <param name="TriageDueOn">Last day for triage.</param>
internal sealed record LetterLimits(int Days, DateOnly AnswerDueOn, DateOnly TriageDueOn);

/// <summary>An extension of the limit: proposed by one person, confirmed by another, once in a round.</summary>
public sealed class LetterExtension
{
    private LetterExtension()
    {
    }

    internal LetterExtension(int days, SealedText reason, DateTime now, Guid by) => (Days, Reason, ProposedAt, ProposedBy) = (days, reason, now, by);

    /// <summary>Working days added.</summary>
    public int Days { get; private set; }

    /// <summary>Why; the writer reads it once it is confirmed.</summary>
    public SealedText Reason { get; private set; } = null!;

    public DateTime ProposedAt { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    internal void Confirm(DateTime now, Guid by) => (ConfirmedAt, ConfirmedBy) = (now, by);
}

/// <summary>The writer's own words, sealed. Deleted by rule; the case stays.</summary>
public sealed class LetterOriginal
{
    private LetterOriginal()
    {
    }

    internal LetterOriginal(Guid letterId, SealedText title, SealedText text, SealedText? name, SealedText? contact) =>
        (LetterId, Title, Text, Name, Contact) = (letterId, title, text, name, contact);

    public Guid LetterId { get; private set; }

    public SealedText? Title { get; private set; }

    public SealedText? Text { get; private set; }

    public SealedText? Name { get; private set; }

    public SealedText? Contact { get; private set; }

    /// <summary>What the writer added when asking again.</summary>
    public SealedText? Again { get; private set; }

    internal void AskAgain(SealedText text) => Again = text;

    internal void Forget() => (Title, Text, Name, Contact, Again) = (null, null, null, null, null);
}
