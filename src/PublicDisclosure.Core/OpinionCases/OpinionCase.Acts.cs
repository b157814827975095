using PublicDisclosure.Core.Shared;
using static PublicDisclosure.Core.OpinionCases.CaseTransitions;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>What people do to a case. Each act asks the table and its own guards and leaves a row.</summary>
public sealed partial class OpinionCase
{
    /// <summary>收集 → 研判, with the opinion of those who assessed it.</summary>
    public void Assess(string assessment, DateTime now, Guid by)
    {
        var words = Words(assessment, "OpinionCase.AssessmentMissing", "Text");
        Step(CaseTransitions.Assess, "", now, by);
        Assessment = words;
    }

    /// <summary>Another grade sets other clocks going. A limit that has passed by now stays on record as missed.</summary>
    public void ChangeGrade(CaseGrade grade, string reason, CaseOptions options, DateTime now, Guid by)
    {
        var words = Words(reason, "OpinionCase.ReasonMissing", "Text", NoteLength);
        if (grade == Grade) throw new RuleViolationException(new Refusal("OpinionCase.SameGrade", "Grade"));
        Step(CaseTransitions.ChangeGrade, words, now, by);
        EndClocks(CaseLimitEnd.GradeChanged, now);
        Grade = grade;
        SetClocks(options, now);
    }

    /// <summary>Asks an organisation for its opinion by an hour.</summary>
    public CaseConsultation Consult(Guid id, Guid organisationId, string question, DateTime dueAt, DateTime now, Guid by)
    {
        var words = Words(question, "OpinionCase.QuestionMissing", "Text", NoteLength);
        if (organisationId == OrganisationId) throw new RuleViolationException(new Refusal("OpinionCase.AsksItself", "Organisations"));
        if (_consultations.Exists(c => c.OrganisationId == organisationId && c.AnsweredAt is null)) throw new RuleViolationException(new Refusal("OpinionCase.AskedAlready", "Organisations"));
        if (dueAt <= now) throw new RuleViolationException(new Refusal("OpinionCase.DeadlinePast", "DueAt"));
        Step(CaseTransitions.Consult, words, now, by);
        _consultations.Add(CaseConsultation.Ask(id, Id, organisationId, words, dueAt, now, by));
        return _consultations[^1];
    }

    /// <summary>Enters what a body outside the directory has said, with its paper.</summary>
    public CaseConsultation ConsultOutside(Guid id, OutsideOpinion outside, CaseFile paper, DateOnly today, DateTime now, Guid by)
    {
        Words(outside.Name, "OpinionCase.OutsideNameMissing", "Name", NameLength);
        Words(outside.Opinion, "OpinionCase.OpinionMissing", "Opinion");
        if (outside.PaperOn > today) throw new RuleViolationException(new Refusal("OpinionCase.PaperInFuture", "PaperOn"));
        Step(CaseTransitions.Consult, outside.Name.Trim(), now, by);
        _files.Add(paper);
        _consultations.Add(CaseConsultation.Outside(id, Id, outside, paper.Id, now, by));
        return _consultations[^1];
    }

    /// <summary>The organisation that was asked answers; once.</summary>
    public void Answer(Guid consultationId, string opinion, DateTime now, Guid by)
    {
        var words = Words(opinion, "OpinionCase.OpinionMissing", "Opinion");
        var asked = _consultations.Find(c => c.Id == consultationId) ?? throw new InvalidOperationException("No such consultation.");
        if (asked.AnsweredAt is not null) throw new RuleViolationException(new Refusal("OpinionCase.AnsweredAlready"));
        Step(CaseTransitions.Answer, "", now, by);
        asked.Answer(words, now, by);
    }

    /// <summary>研判、会商 → 处置, with what is done about the matter itself.</summary>
    public void Handle(string measures, DateTime now, Guid by)
    {
        var words = Words(measures, "OpinionCase.MeasuresMissing", "Text");
        Step(CaseTransitions.Handle, "", now, by);
        Measures = words;
    }

    /// <summary>处置 → 回应: the public is answered, and how.</summary>
    public void Respond(Guid id, string how, DateTime now, Guid by)
    {
        var words = Words(how, "OpinionCase.HowMissing", "Text", NoteLength);
        Step(CaseTransitions.Respond, "", now, by);
        _decisions.Add(new CaseDecision(id, Id, true, words, now, by));
    }

    /// <summary>Proposes not to answer publicly; another person of the office approves it or not.</summary>
    public void ProposeSilence(Guid id, string reason, DateTime now, Guid by)
    {
        var words = Words(reason, "OpinionCase.ReasonMissing", "Text", NoteLength);
        Step(CaseTransitions.ProposeSilence, "", now, by);
        _decisions.Add(new CaseDecision(id, Id, false, words, now, by));
    }

    /// <summary>The second person agrees (处置 → 评估, the clocks stop) or does not, with a reason.</summary>
    public void DecideSilence(bool approves, string remark, DateTime now, Guid by)
    {
        var words = approves ? remark.Trim() : Words(remark, "OpinionCase.ReasonMissing", "Text", NoteLength);
        var pending = PendingSilence;
        Step(approves ? ApproveSilence : DeclineSilence, words, now, by);
        pending!.Decide(approves, words, now, by);
        if (approves) EndClocks(CaseLimitEnd.NoResponse, now);
    }

    /// <summary>回应 → 评估, once something was published.</summary>
    public void Evaluate(bool hasPublished, DateTime now, Guid by) => Step(CaseTransitions.Evaluate, "", now, by, hasPublished);

    /// <summary>评估 → 办结, with the evaluation and a mark where one is due.</summary>
    public void Close(string evaluation, CaseMark mark, string markReason, DateTime now, Guid by)
    {
        var words = Words(evaluation, "OpinionCase.EvaluationMissing", "Text");
        var reason = mark == CaseMark.None ? "" : Words(markReason, "OpinionCase.MarkReasonMissing", "MarkReason", NoteLength);
        Step(CaseTransitions.Close, "", now, by);
        (Evaluation, Mark, MarkReason, ClosedAt) = (words, mark, reason, now);
    }

    /// <summary>It flares up again: 评估、办结 → 处置. What was written stays in the history.</summary>
    public void Reopen(string reason, DateTime now, Guid by)
    {
        Step(CaseTransitions.Reopen, Words(reason, "OpinionCase.ReasonMissing", "Text", NoteLength), now, by);
        ClosedAt = null;
    }

    /// <summary>Asks to put a time right; nothing changes before another person confirms it.</summary>
    public void RequestTime(Guid id, CaseTimeKind kind, DateTime to, string evidence, DateTime now, Guid by)
    {
        var words = Words(evidence, "OpinionCase.EvidenceMissing", "Evidence", NoteLength);
        var from = kind == CaseTimeKind.Event ? EventAt : FoundAt;
        if (to == from) throw new RuleViolationException(new Refusal("OpinionCase.SameTime", "To"));
        RuleViolationException.ThrowIfAny([.. CheckTime(kind, to, now)]);
        Step(CaseTransitions.RequestTime, words, now, by);
        _timeChanges.Add(new CaseTimeChange(id, Id, kind, from, to, words, now, by));
    }

    /// <summary>The second person confirms, and the clocks start anew from the time confirmed; or declines with a reason.</summary>
    public void DecideTime(bool confirms, string remark, CaseOptions options, DateTime now, Guid by)
    {
        var words = confirms ? remark.Trim() : Words(remark, "OpinionCase.ReasonMissing", "Text", NoteLength);
        var pending = PendingTime;
        if (confirms && pending is not null) RuleViolationException.ThrowIfAny([.. CheckTime(pending.Kind, pending.To, now)]);
        Step(confirms ? ConfirmTime : DeclineTime, words, now, by);
        pending!.Decide(confirms, words, now, by);
        if (!confirms) return;
        if (pending.Kind == CaseTimeKind.Event) (EventAt, EventEvidence) = (pending.To, pending.Evidence);
        else (FoundAt, FoundEvidence) = (pending.To, pending.Evidence);
        EndClocks(CaseLimitEnd.TimeChanged, now);
        if (!_decisions.Exists(d => !d.Responds && d.State == CaseDecisionState.Approved)) SetClocks(options, now);
    }

    /// <summary>Adds a file.</summary>
    public void Add(CaseFile file, DateTime now, Guid by)
    {
        Step(AddFile, file.FileName, now, by);
        _files.Add(file);
    }

    /// <summary>Notes that a draft of a response was begun.</summary>
    public void NoteResponse(string title, DateTime now, Guid by) => Step(DraftResponse, title, now, by);

    private IEnumerable<Refusal> CheckTime(CaseTimeKind kind, DateTime to, DateTime now) =>
        CaseFacts.CheckTimes(kind == CaseTimeKind.Event ? to : EventAt, kind == CaseTimeKind.Found ? to : FoundAt, now).Select(r => r with { Field = "To" });
}
