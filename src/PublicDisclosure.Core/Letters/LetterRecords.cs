using PublicDisclosure.Core.Privacy;

namespace PublicDisclosure.Core.Letters;

/// <summary>A row of a letter's history. Rows are added and never changed.</summary>
public sealed class LetterStep
{
    private LetterStep()
    {
    }

    public Guid Id { get; private set; }

    public Guid LetterId { get; private set; }

    /// <summary>1, 2, 3 ...: two rows may be of one instant.</summary>
    public int Number { get; private set; }

    public LetterAct Act { get; private set; }

    public LetterState? From { get; private set; }

    public LetterState To { get; private set; }

    /// <summary>Who had it when it was done.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The other organisation: the one it went to, the one that was asked.</summary>
    public Guid? OtherId { get; private set; }

    /// <summary>Why; sealed, because a remark about a person's case may name the person.</summary>
    public SealedText? Remark { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Who; null for the writer and for the system.</summary>
    public Guid? By { get; private set; }

    internal static LetterStep Of(
        Guid letterId, int number, LetterAct act, LetterState? from, LetterState to, Guid organisationId, Guid? otherId, SealedText? remark, Guid? by, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            LetterId = letterId,
            Number = number,
            Act = act,
            From = from,
            To = to,
            OrganisationId = organisationId,
            OtherId = otherId,
            Remark = remark,
            At = now,
            By = by,
        };
}

/// <summary>A reply on its way through review, or an answer the writer has read.</summary>
public sealed class LetterReply
{
    private LetterReply()
    {
    }

    internal LetterReply(Guid letterId, int round, LetterReplyText text, DateTime now, Guid by) =>
        (Id, LetterId, Round, Text, Adoption, AdoptionReason, SubmittedAt, SubmittedBy) = (Guid.CreateVersion7(now), letterId, round, text.Text, text.Adoption, text.AdoptionReason, now, by);

    public Guid Id { get; private set; }

    public Guid LetterId { get; private set; }

    /// <summary>1 for the first answer, 2 after reopening.</summary>
    public int Round { get; private set; }

    public SealedText Text { get; private set; } = null!;

    /// <summary>What becomes of a suggestion; null for other kinds.</summary>
    public Adoption? Adoption { get; private set; }

    /// <summary>Why; public where the letter is, and free of personal data.</summary>
    public string AdoptionReason { get; private set; } = "";

    public DateTime SubmittedAt { get; private set; }

    public Guid SubmittedBy { get; private set; }

    public DateTime? ReturnedAt { get; private set; }

    public Guid? ReturnedBy { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    internal void Return(DateTime now, Guid by) => (ReturnedAt, ReturnedBy) = (now, by);

    internal void Approve(DateTime now, Guid by) => (AnsweredAt, AnsweredBy) = (now, by);
}

/// <summary>A reply as it is handed in, sealed.</summary>
internal sealed record LetterReplyText(SealedText Text, Adoption? Adoption, string AdoptionReason);

/// <summary>The part of another organisation in a joint answer.</summary>
public sealed class LetterPart
{
    private LetterPart()
    {
    }

    internal LetterPart(Guid letterId, Guid organisationId, SealedText question, DateTime now, Guid by) =>
        (Id, LetterId, OrganisationId, Question, AskedAt, AskedBy) = (Guid.CreateVersion7(now), letterId, organisationId, question, now, by);

    public Guid Id { get; private set; }

    public Guid LetterId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>What is asked of it.</summary>
    public SealedText Question { get; private set; } = null!;

    public DateTime AskedAt { get; private set; }

    public Guid AskedBy { get; private set; }

    public SealedText? Text { get; private set; }

    public DateTime? GivenAt { get; private set; }

    public Guid? GivenBy { get; private set; }

    /// <summary>When the lead organisation did without it.</summary>
    public DateTime? DroppedAt { get; private set; }

    /// <summary>It is waited for.</summary>
    public bool IsOpen => GivenAt is null && DroppedAt is null;

    internal void Give(SealedText text, DateTime now, Guid by) => (Text, GivenAt, GivenBy) = (text, now, by);

    internal void Drop(DateTime now) => DroppedAt = now;
}

/// <summary>A file that came with a letter; its content lies encrypted in the letters' store.</summary>
public sealed class LetterFile
{
    private LetterFile()
    {
    }

    internal LetterFile(Guid letterId, int ordinal, SealedText name, string kind, string hash, long size) =>
        (Id, LetterId, Ordinal, Name, Kind, Hash, Size) = (Guid.NewGuid(), letterId, ordinal, name, kind, hash, size);

    public Guid Id { get; private set; }

    public Guid LetterId { get; private set; }

    public int Ordinal { get; private set; }

    /// <summary>Sealed: people name files after themselves. Null once deleted by rule.</summary>
    public SealedText? Name { get; private set; }

    /// <summary>Extension.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>SHA-256 of the content; empty once deleted by rule.</summary>
    public string Hash { get; private set; } = "";

    public long Size { get; private set; }

    internal void Forget() => (Name, Hash) = (null, "");
}
