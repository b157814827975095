namespace PublicDisclosure.Core.OpinionCases;

/// <summary>One act in the history of a case. Never changed.</summary>
public sealed class CaseStep
{
    private CaseStep()
    {
    }

    internal CaseStep(Guid caseId, int number, CaseStage? from, string act, CaseStage to, string remark, DateTime at, Guid by) =>
        (CaseId, Number, From, Act, To, Remark, At, By) = (caseId, number, from, act, to, remark, at, by);

    public Guid CaseId { get; private set; }

    public int Number { get; private set; }

    public CaseStage? From { get; private set; }

    public string Act { get; private set; } = "";

    public CaseStage To { get; private set; }

    public string Remark { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }
}

/// <summary>
/// A department that was asked for its opinion, or a body outside the directory whose opinion is entered with its date and file.
/// </summary>
public sealed class CaseConsultation
{
    private CaseConsultation()
    {
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    /// <summary>The organisation asked; null for a body outside the directory.</summary>
    public Guid? OrganisationId { get; private set; }

    /// <summary>Name of a body outside the directory; empty for an organisation of it.</summary>
    public string OutsideName { get; private set; } = "";

    /// <summary>What is asked.</summary>
    public string Question { get; private set; } = "";

    /// <summary>By when an answer is expected, UTC; null for what an outside body has said already.</summary>
    public DateTime? DueAt { get; private set; }

    public DateTime AskedAt { get; private set; }

    public Guid AskedBy { get; private set; }

    /// <summary>The opinion; empty while it waits.</summary>
    public string Opinion { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    /// <summary>Date of an outside body's paper.</summary>
    public DateOnly? PaperOn { get; private set; }

    /// <summary>That paper among the files of the case.</summary>
    public Guid? FileId { get; private set; }

    internal static CaseConsultation Ask(Guid id, Guid caseId, Guid organisationId, string question, DateTime dueAt, DateTime now, Guid by) =>
        new() { Id = id, CaseId = caseId, OrganisationId = organisationId, Question = question, DueAt = dueAt, AskedAt = now, AskedBy = by };

    internal static CaseConsultation Outside(Guid id, Guid caseId, OutsideOpinion outside, Guid fileId, DateTime now, Guid by) => new()
    {
        Id = id,
        CaseId = caseId,
        OutsideName = outside.Name.Trim(),
        Opinion = outside.Opinion.Trim(),
        PaperOn = outside.PaperOn,
        FileId = fileId,
        AskedAt = now,
        AskedBy = by,
        AnsweredAt = now,
        AnsweredBy = by,
    };

    internal void Answer(string opinion, DateTime now, Guid by) => (Opinion, AnsweredAt, AnsweredBy) = (opinion, now, by);
}

/// <summary>The opinion of a body outside the directory, as its paper gives it.</summary>
public sealed record OutsideOpinion(string Name, DateOnly PaperOn, string Opinion);

/// <summary>Whether and how the public is answered. Not to answer needs a reason and another person of the office.</summary>
public sealed class CaseDecision
{
    private CaseDecision()
    {
    }

    internal CaseDecision(Guid id, Guid caseId, bool responds, string words, DateTime now, Guid by)
    {
        (Id, CaseId, Responds, Words, At, By) = (id, caseId, responds, words, now, by);
        State = responds ? CaseDecisionState.Approved : CaseDecisionState.Pending;
    }

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public bool Responds { get; private set; }

    /// <summary>How the public is answered, or why it is not.</summary>
    public string Words { get; private set; } = "";

    public CaseDecisionState State { get; private set; }

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string DecisionRemark { get; private set; } = "";

    internal void Decide(bool approves, string remark, DateTime now, Guid by) =>
        (State, DecisionRemark, DecidedAt, DecidedBy) = (approves ? CaseDecisionState.Approved : CaseDecisionState.Declined, remark, now, by);
}

/// <summary>A request to put one of the two times right, for a second person to decide.</summary>
public sealed class CaseTimeChange
{
    private CaseTimeChange()
    {
    }

    internal CaseTimeChange(Guid id, Guid caseId, CaseTimeKind kind, DateTime from, DateTime to, string evidence, DateTime now, Guid by) =>
        (Id, CaseId, Kind, From, To, Evidence, RequestedAt, RequestedBy) = (id, caseId, kind, from, to, evidence, now, by);

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public CaseTimeKind Kind { get; private set; }

    public DateTime From { get; private set; }

    public DateTime To { get; private set; }

    public string Evidence { get; private set; } = "";

    public CaseDecisionState State { get; private set; }

    public DateTime RequestedAt { get; private set; }

    public Guid RequestedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string DecisionRemark { get; private set; } = "";

    internal void Decide(bool confirms, string remark, DateTime now, Guid by) =>
        (State, DecisionRemark, DecidedAt, DecidedBy) = (confirms ? CaseDecisionState.Approved : CaseDecisionState.Declined, remark, now, by);
}

/// <summary>A file of the case: evidence, papers. It lies encrypted in the closed store and no public page reaches it.</summary>
public sealed class CaseFile
{
    public const int NameLength = 200;
    public const int KindLength = 20;
    public const int HashLength = 64;

    /// <summary>How many one case may hold.</summary>
    public const int Most = 60;

    private CaseFile()
    {
    }

    public CaseFile(Guid id, Guid caseId, string fileName, string kind, string hash, long size, DateTime now, Guid by) =>
        (Id, CaseId, FileName, Kind, Hash, Size, AddedAt, AddedBy) = (id, caseId, fileName, kind, hash, size, now, by);

    public Guid Id { get; private set; }

    public Guid CaseId { get; private set; }

    public string FileName { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Hash { get; private set; } = "";

    public long Size { get; private set; }

    public DateTime AddedAt { get; private set; }

    public Guid AddedBy { get; private set; }
}
