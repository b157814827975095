using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// A public-opinion case (舆情): what is being said, who answers for it, and every step from finding to evaluation. It is internal
/// from end to end; the public learns its response only, which is a disclosure of its own.
/// </summary>
public sealed partial class OpinionCase
{
    public const int TitleLength = 200;
    public const int TextLength = 4000;
    public const int NoteLength = 1000;
    public const int NameLength = 100;

    private readonly List<CaseStep> _steps = [];
    private readonly List<CaseLimit> _limits = [];
    private readonly List<CaseConsultation> _consultations = [];
    private readonly List<CaseDecision> _decisions = [];
    private readonly List<CaseTimeChange> _timeChanges = [];
    private readonly List<CaseFile> _files = [];

    private OpinionCase()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Who answers for it: the department or township concerned first.</summary>
    public Guid OrganisationId { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public CaseSource Source { get; private set; }

    public string SourceNote { get; private set; } = "";

    public CaseStage Stage { get; private set; }

    public CaseGrade Grade { get; private set; }

    public DateTime EventAt { get; private set; }

    public string EventEvidence { get; private set; } = "";

    public DateTime FoundAt { get; private set; }

    public string FoundEvidence { get; private set; } = "";

    /// <summary>研判意见; empty before it.</summary>
    public string Assessment { get; private set; } = "";

    /// <summary>处置情况; empty before it.</summary>
    public string Measures { get; private set; } = "";

    /// <summary>评估; empty before the end.</summary>
    public string Evaluation { get; private set; } = "";

    public CaseMark Mark { get; private set; }

    /// <summary>Why it is marked; empty without a mark.</summary>
    public string MarkReason { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTime ChangedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>It belongs to the demonstration.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>Concurrency token; raised by every change.</summary>
    public int Revision { get; private set; }

    public IReadOnlyList<CaseStep> Steps => _steps;

    public IReadOnlyList<CaseLimit> Limits => _limits;

    public IReadOnlyList<CaseConsultation> Consultations => _consultations;

    public IReadOnlyList<CaseDecision> Decisions => _decisions;

    public IReadOnlyList<CaseTimeChange> TimeChanges => _timeChanges;

    public IReadOnlyList<CaseFile> Files => _files;

    /// <summary>The proposal not to answer that waits for a second person; null for none.</summary>
    public CaseDecision? PendingSilence => _decisions.Find(d => d.State == CaseDecisionState.Pending);

    /// <summary>The request for another time that waits; null for none.</summary>
    public CaseTimeChange? PendingTime => _timeChanges.Find(c => c.State == CaseDecisionState.Pending);

    /// <summary>Enters a case; its clocks start from the times given, not from now.</summary>
    public static OpinionCase Register(Guid id, Guid organisationId, CaseFacts facts, CaseOptions options, DateTime now, Guid by, bool isDemo = false)
    {
        RuleViolationException.ThrowIfAny(facts.Check(now));
        var entered = new OpinionCase
        {
            Id = id,
            OrganisationId = organisationId,
            Title = facts.Title.Trim(),
            Summary = facts.Summary.Trim(),
            Source = facts.Source,
            SourceNote = facts.SourceNote.Trim(),
            Grade = facts.Grade,
            EventAt = facts.EventAt,
            EventEvidence = facts.EventEvidence.Trim(),
            FoundAt = facts.FoundAt,
            FoundEvidence = facts.FoundEvidence.Trim(),
            CreatedAt = now,
            CreatedBy = by,
            ChangedAt = now,
            IsDemo = isDemo,
        };
        entered._steps.Add(new CaseStep(id, 1, null, CaseTransitions.Register, CaseStage.Collecting, "", now, by));
        entered.SetClocks(options, now);
        return entered;
    }

    /// <summary>Whether the table has the act for the present stage.</summary>
    public bool Can(string act) => CaseTransitions.To(Stage, act) is not null;

    /// <summary>Every reason why somebody cannot do it now, beside what the form must say.</summary>
    /// <param name="act">An act of <see cref="CaseTransitions"/>.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">UTC.</param>
    /// <param name="hasPublished">A response of the case is public, or was.</param>
    public IReadOnlyList<Refusal> Check(string act, Guid by, DateTime now, bool hasPublished = false)
    {
        if (!Can(act)) return [new Refusal("OpinionCase.NotNow")];
        return act switch
        {
            CaseTransitions.Handle when _consultations.Exists(c => c.AnsweredAt is null && c.DueAt > now) => [new Refusal("OpinionCase.OpinionsOutstanding")],
            CaseTransitions.Respond or CaseTransitions.ProposeSilence when PendingSilence is not null => [new Refusal("OpinionCase.SilencePending")],
            CaseTransitions.ApproveSilence or CaseTransitions.DeclineSilence when PendingSilence is null => [new Refusal("OpinionCase.NothingPending")],
            CaseTransitions.ApproveSilence or CaseTransitions.DeclineSilence when PendingSilence!.By == by => [new Refusal("OpinionCase.SecondPersonNeeded")],
            CaseTransitions.RequestTime when PendingTime is not null => [new Refusal("OpinionCase.TimePending")],
            CaseTransitions.ConfirmTime or CaseTransitions.DeclineTime when PendingTime is null => [new Refusal("OpinionCase.NothingPending")],
            CaseTransitions.ConfirmTime or CaseTransitions.DeclineTime when PendingTime!.RequestedBy == by => [new Refusal("OpinionCase.SecondPersonNeeded")],
            CaseTransitions.Evaluate when !hasPublished => [new Refusal("OpinionCase.NotResponded")],
            CaseTransitions.AddFile when _files.Count >= CaseFile.Most => [new Refusal("OpinionCase.TooManyFiles", "File", CaseFile.Most)],
            _ => [],
        };
    }

    private void SetClocks(CaseOptions options, DateTime now)
    {
        foreach (var clock in CaseClocks.Of(Grade, EventAt, FoundAt, options)) _limits.Add(new CaseLimit(Guid.CreateVersion7(now), Id, clock, Grade, now));
    }

    private void EndClocks(CaseLimitEnd why, DateTime now)
    {
        foreach (var limit in _limits) limit.End(why, now);
    }

    private void Step(string act, string remark, DateTime now, Guid by, bool hasPublished = false)
    {
        RuleViolationException.ThrowIfAny(Check(act, by, now, hasPublished));
        var to = CaseTransitions.To(Stage, act)!.Value;
        _steps.Add(new CaseStep(Id, _steps.Count + 1, Stage, act, to, remark, now, by));
        (Stage, ChangedAt) = (to, now);
        Revision++;
    }

    private static string Words(string text, string missing, string field, int length = TextLength)
    {
        RuleViolationException.ThrowIfAny(InternalNotes.Check(text, missing, field, length));
        return text.Trim();
    }
}
