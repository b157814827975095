using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// What people do with cases. Whether the person may, in the organisation, is asked by the page by <see cref="CaseTransitions.PermissionFor"/>;
/// stage, second person and words are asked by the case itself.
/// </summary>
public sealed class CaseDesk(DisclosureDb db, BusinessClock clock, CaseFiles files, IOptions<CaseOptions> options)
{
    /// <summary>Enters a case and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> RegisterAsync(RegisterCase command, CancellationToken stop = default)
    {
        if (command.NewId is { } sent && await db.OpinionCases.AnyAsync(c => c.Id == sent && c.CreatedBy == command.By, stop)) return sent;
        var now = clock.Now;
        if (command.Facts.Check(now) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        if (!await db.Organisations.AnyAsync(o => o.Id == command.OrganisationId && o.IsActive, stop)) return Outcome.Refused("OpinionCase.OrganisationGone", "Organisation");
        var entered = OpinionCase.Register(command.NewId ?? Guid.CreateVersion7(now), command.OrganisationId, command.Facts, options.Value, now, command.By);
        db.Add(entered);
        Note(entered, CaseTransitions.Register, now, command.By, "");
        var saved = await db.TrySaveAsync(stop);
        return saved.IsDone ? entered.Id : saved;
    }

    /// <summary>Assess, handle, respond, propose silence, evaluate, reopen.</summary>
    public Task<Outcome> ActAsync(ActOnCase command, CancellationToken stop = default) => ChangeAsync(command.Id, command.SeenRevision, command.Act, command.By, async (entered, now) =>
    {
        switch (command.Act)
        {
            case CaseTransitions.Assess: entered.Assess(command.Text, now, command.By); break;
            case CaseTransitions.Handle: entered.Handle(command.Text, now, command.By); break;
            case CaseTransitions.Respond: entered.Respond(Guid.CreateVersion7(now), command.Text, now, command.By); break;
            case CaseTransitions.ProposeSilence: entered.ProposeSilence(Guid.CreateVersion7(now), command.Text, now, command.By); break;
            case CaseTransitions.Evaluate: entered.Evaluate(await HasPublishedAsync(entered.Id, stop), now, command.By); break;
            case CaseTransitions.Reopen: entered.Reopen(command.Text, now, command.By); break;
            default: throw new InvalidOperationException(command.Act + " needs more than a text.");
        }

        return Outcome.Done;
    }, stop);

    /// <summary>Another grade.</summary>
    public Task<Outcome> ChangeGradeAsync(ChangeCaseGrade command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, CaseTransitions.ChangeGrade, command.By, (entered, now) => entered.ChangeGrade(command.Grade, command.Reason, options.Value, now, command.By), stop);

    /// <summary>Asks organisations; all of them or none.</summary>
    public Task<Outcome> ConsultAsync(ConsultOrganisations command, CancellationToken stop = default) => ChangeAsync(command.Id, command.SeenRevision, CaseTransitions.Consult, command.By, async (entered, now) =>
    {
        var wanted = command.Organisations.Distinct().ToList();
        if (wanted.Count == 0) return Outcome.Refused("OpinionCase.NobodyAsked", "Organisations");
        if (await db.Organisations.CountAsync(o => wanted.Contains(o.Id) && o.IsActive, stop) < wanted.Count) return Outcome.Refused("OpinionCase.OrganisationGone", "Organisations");
        foreach (var organisation in wanted) entered.Consult(Guid.CreateVersion7(now), organisation, command.Question, command.DueAt, now, command.By);
        return Outcome.Done;
    }, stop);

    /// <summary>Enters what an outside body has said.</summary>
    public async Task<Outcome> ConsultOutsideAsync(ConsultOutside command, CancellationToken stop = default)
    {
        var received = await files.ReceiveAsync(command.Id, command.FileName, command.Content, command.By, stop);
        if (received.Value is not { } paper) return received.Outcome;
        return await ChangeAsync(command.Id, command.SeenRevision, CaseTransitions.Consult, command.By, (entered, now) =>
            entered.ConsultOutside(Guid.CreateVersion7(now), command.Opinion, paper, clock.Today, now, command.By), stop);
    }

    /// <summary>The organisation that was asked answers. Two people answering at once: the second is told.</summary>
    public async Task<Outcome> AnswerAsync(AnswerConsultation command, CancellationToken stop = default)
    {
        var found = await db.Set<CaseConsultation>().AsNoTracking().Where(q => q.Id == command.ConsultationId)
            .Join(db.OpinionCases, q => q.CaseId, c => c.Id, (q, c) => new { c.Id, c.Revision }).SingleOrDefaultAsync(stop);
        if (found is null) return Outcome.NotFound;
        return await ChangeAsync(found.Id, found.Revision, CaseTransitions.Answer, command.By, (entered, now) => entered.Answer(command.ConsultationId, command.Opinion, now, command.By), stop);
    }

    /// <summary>The second person on a proposal not to respond.</summary>
    public Task<Outcome> DecideSilenceAsync(DecideSilence command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.Approves ? CaseTransitions.ApproveSilence : CaseTransitions.DeclineSilence, command.By,
        (entered, now) => entered.DecideSilence(command.Approves, command.Remark, now, command.By), stop);

    /// <summary>Evaluation and end.</summary>
    public Task<Outcome> CloseAsync(CloseCase command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, CaseTransitions.Close, command.By, (entered, now) => entered.Close(command.Evaluation, command.Mark, command.MarkReason, now, command.By), stop);

    /// <summary>Asks to put a time right.</summary>
    public Task<Outcome> RequestTimeAsync(RequestCaseTime command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, CaseTransitions.RequestTime, command.By,
        (entered, now) => entered.RequestTime(Guid.CreateVersion7(now), command.Kind, command.To, command.Evidence, now, command.By), stop);

    /// <summary>The second person on a time.</summary>
    public Task<Outcome> DecideTimeAsync(DecideCaseTime command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.Confirms ? CaseTransitions.ConfirmTime : CaseTransitions.DeclineTime, command.By,
        (entered, now) => entered.DecideTime(command.Confirms, command.Remark, options.Value, now, command.By), stop);

    /// <summary>Adds a file.</summary>
    public async Task<Outcome> AddFileAsync(AddCaseFile command, CancellationToken stop = default)
    {
        var received = await files.ReceiveAsync(command.Id, command.FileName, command.Content, command.By, stop);
        if (received.Value is not { } file) return received.Outcome;
        return await ChangeAsync(command.Id, command.SeenRevision, CaseTransitions.AddFile, command.By, (entered, now) => entered.Add(file, now, command.By), stop);
    }

    /// <summary>A response of the case is public, or was.</summary>
    public Task<bool> HasPublishedAsync(Guid caseId, CancellationToken stop = default) =>
        db.Responses.AnyAsync(r => r.CaseId == caseId && db.Disclosures.Any(d => d.Id == r.DisclosureId && d.FirstPublishedAt != null), stop);

    private Task<Outcome> ChangeAsync(Guid id, int seenRevision, string act, Guid by, Action<OpinionCase, DateTime> change, CancellationToken stop) =>
        ChangeAsync(id, seenRevision, act, by, (entered, now) =>
        {
            change(entered, now);
            return Task.FromResult(Outcome.Done);
        }, stop);

    private async Task<Outcome> ChangeAsync(Guid id, int seenRevision, string act, Guid by, Func<OpinionCase, DateTime, Task<Outcome>> change, CancellationToken stop)
    {
        var entered = await db.OpinionCases.Include(c => c.Steps).Include(c => c.Limits).Include(c => c.Consultations).Include(c => c.Decisions).Include(c => c.TimeChanges).Include(c => c.Files)
            .AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, stop);
        if (entered is null) return Outcome.NotFound;
        if (entered.Revision != seenRevision) return Outcome.EditedMeanwhile;
        var now = clock.Now;
        return await db.ActAndSaveAsync(async () =>
        {
            var outcome = await change(entered, now);
            if (outcome.IsDone) Note(entered, act, now, by, entered.Steps[^1].Remark);
            return outcome;
        }, stop);
    }

    private void Note(OpinionCase entered, string act, DateTime now, Guid by, string remark) =>
        db.Add(AuditEntry.Record(now, by, act, entered.OrganisationId, entered.Id, entered.Title, remark));
}
