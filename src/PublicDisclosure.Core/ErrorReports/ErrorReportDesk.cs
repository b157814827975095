using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>A citizen's report as it comes from the form.</summary>
public sealed record ReportError(string Address, ErrorKind Kind, string Words, string Contact);

/// <summary>What the citizen gets back.</summary>
/// <param name="Code">Once and never again.</param>
/// <param name="DueOn">By when it is answered.</param>
/// <param name="ReceivedOn">The day in Beijing from which that is counted.</param>
/// <param name="WorkingDays">How many working days.</param>
public sealed record ErrorReceipt(QueryCode Code, DateOnly DueOn, DateOnly ReceivedOn, int WorkingDays);

/// <summary>Answers a report.</summary>
public sealed record AnswerErrorReport(Guid Id, int SeenRevision, ErrorOutcome Outcome, string Answer, Guid By);

/// <summary>Hands a report to another organisation.</summary>
public sealed record TransferErrorReport(Guid Id, int SeenRevision, Guid OrganisationId, string Reason, Guid By);

/// <summary>Merges a report into another one of the same page.</summary>
public sealed record MergeErrorReport(Guid Id, int SeenRevision, Guid IntoId, Guid By);

/// <summary>Takes in error reports and answers them. Whether a member of staff may is asked by the page, for the organisation.</summary>
public sealed class ErrorReportDesk(
    DisclosureDb db, BusinessClock clock, CalendarStore calendars, FieldSealer sealer, IOptions<ErrorReportOptions> options, IOptions<DisclosureOfficeOptions> office)
{
    /// <summary>Takes a report in; it goes to the organisation whose page it is, else to the disclosure office.</summary>
    public async Task<OutcomeOf<ErrorReceipt>> ReceiveAsync(ReportError report, CancellationToken stop = default)
    {
        var address = ReportedAddress.Read(report.Address);
        var refusals = new List<Refusal>();
        if (address is null) refusals.Add(new Refusal("ErrorReport.AddressForeign", "Address"));
        refusals.AddRange(InternalNotes.Check(report.Words, "ErrorReport.WordsMissing", "Words", ErrorReport.WordsLength));
        if (report.Contact.Length > 0) refusals.AddRange(InternalNotes.Check(report.Contact, "ErrorReport.WordsMissing", "Contact", ErrorReport.ContactLength));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var (now, id, code) = (clock.Now, Guid.CreateVersion7(clock.Now), QueryCode.New());
        var days = options.Value.AnswerWorkingDays;
        var due = (await calendars.GetAsync(stop)).AddWorkingDays(clock.Today, days);
        var contact = report.Contact.Trim();
        var entered = ErrorReport.Receive(
            id, code, address!, report.Kind, sealer.Seal(report.Words.Trim(), ErrorReport.WordsPurpose(id)), contact.Length == 0 ? null : sealer.Seal(contact, ErrorReport.ContactPurpose(id)),
            await OrganisationOfAsync(address!, stop), (due, days), now);
        db.Add(entered);
        // Neither words nor contact: they are the citizen's.
        db.Add(AuditEntry.Record(now, null, ErrorReportTransitions.Receive, entered.OrganisationId, id, address!));
        var saved = await db.TrySaveAsync(stop);
        return saved.IsDone ? new ErrorReceipt(code, due, clock.Today, days) : saved;
    }

    /// <summary>Answers it, and with it all that were merged into it.</summary>
    public Task<Outcome> AnswerAsync(AnswerErrorReport command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, ErrorReportTransitions.Answer, command.By, command.Outcome.ToString(), (report, now) =>
        {
            report.Reply(command.Outcome, command.Answer, now, command.By);
            return Task.FromResult(Outcome.Done);
        }, stop);

    /// <summary>Hands it on, with a reason that stays in the audit log.</summary>
    public Task<Outcome> TransferAsync(TransferErrorReport command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, ErrorReportTransitions.Transfer, command.By, command.Reason.Trim(), async (report, _) =>
        {
            if (InternalNotes.Check(command.Reason, "ErrorReport.ReasonMissing", "Reason", ErrorReport.ContactLength) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            if (!await db.Organisations.AnyAsync(o => o.Id == command.OrganisationId && o.IsActive, stop)) return Outcome.Refused("ErrorReport.OrganisationGone", "Organisation");
            report.Transfer(command.OrganisationId);
            return Outcome.Done;
        }, stop);

    /// <summary>Merges it into another one of the same organisation.</summary>
    public Task<Outcome> MergeAsync(MergeErrorReport command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, ErrorReportTransitions.Merge, command.By, command.IntoId.ToString(), async (report, _) =>
        {
            var into = await db.ErrorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == command.IntoId && r.OrganisationId == report.OrganisationId, stop);
            if (into is null) return Outcome.Refused("ErrorReport.CannotMergeInto", "Into");
            report.MergeInto(into);
            // What was merged into this one follows it, so that every code finds the answer.
            foreach (var follower in await db.ErrorReports.Where(r => r.MergedIntoId == report.Id).ToListAsync(stop)) follower.Follow(into);
            return Outcome.Done;
        }, stop);

    /// <summary>Notes that a member of staff looked at a contact, and opens it.</summary>
    public async Task<string?> SeeContactAsync(Guid id, Guid by, CancellationToken stop = default)
    {
        if (await db.ErrorReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, stop) is not { Contact: { } contact } report) return null;
        db.Add(AuditEntry.Record(clock.Now, by, ErrorReportTransitions.See, report.OrganisationId, id, report.Address));
        await db.SaveChangesAsync(stop);
        return sealer.Open(contact, ErrorReport.ContactPurpose(id));
    }

    private async Task<Guid> OrganisationOfAsync(string address, CancellationToken stop)
    {
        if (ReportedAddress.Disclosure(address) is { } slug && await db.Disclosures.Where(d => d.Address == slug).Select(d => (Guid?)d.OrganisationId).FirstOrDefaultAsync(stop) is { } publisher) return publisher;
        if (ReportedAddress.Organisation(address) is { } column && await db.Organisations.Where(o => o.Slug == column && o.IsActive).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop) is { } owner) return owner;
        return await db.Organisations.Where(o => o.Slug == office.Value.Slug).Select(o => o.Id).FirstAsync(stop);
    }

    private async Task<Outcome> ChangeAsync(Guid id, int seenRevision, string act, Guid by, string detail, Func<ErrorReport, DateTime, Task<Outcome>> change, CancellationToken stop)
    {
        var report = await db.ErrorReports.SingleOrDefaultAsync(r => r.Id == id, stop);
        if (report is null) return Outcome.NotFound;
        if (report.Revision != seenRevision) return Outcome.EditedMeanwhile;
        var now = clock.Now;
        return await db.ActAndSaveAsync(async () =>
        {
            var outcome = await change(report, now);
            if (outcome.IsDone) db.Add(AuditEntry.Record(now, by, act, report.OrganisationId, report.Id, report.Address, detail));
            return outcome;
        }, stop);
    }
}
