using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Reminders;

/// <summary>A lead department reminds a township of items.</summary>
public sealed record SendReminder(string DomainCode, string TownshipSlug, IReadOnlyList<string> ItemCodes, string Words, DateOnly? DueOn, Guid By);

/// <summary>The township answers.</summary>
public sealed record AnswerReminder(Guid Id, int SeenRevision, string Text, Guid By);

/// <summary>The sender ends it.</summary>
public sealed record CloseReminder(Guid Id, int SeenRevision, string Remark, Guid By);

/// <summary>
/// Sends, answers and ends reminders. Sending is for those who confirm catalogue rows in the department that leads the domain,
/// and for the disclosure office; answering is for those who work in the township.
/// </summary>
public sealed class ReminderDesk(DisclosureDb db, BusinessClock clock, CatalogueAuthority authority, ReminderMail mail)
{
    /// <summary>What lets a person answer in the organisation: those who are written to as well.</summary>
    internal static IReadOnlyList<Permission> Answering { get; } = [Permission.DisclosuresDraft, Permission.DisclosuresReview, Permission.CatalogueSteward];

    /// <summary>Sends a reminder and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> SendAsync(SendReminder command, CancellationToken stop = default)
    {
        var domain = await db.Domains.AsNoTracking().SingleOrDefaultAsync(d => d.Code == command.DomainCode, stop);
        var rights = await authority.OfAsync(command.By, stop);
        if (domain is null || !rights.MayDecide(domain.LeadOrganisationId)) return Outcome.NotFound;
        var township = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Slug == command.TownshipSlug && o.Kind == OrganisationKind.Township && o.IsActive, stop);
        if (township is null) return new Refusal("Reminder.TownshipMissing", "Township");
        var refusals = await CheckAsync(command, domain.Id, township.Id, stop);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var isLead = domain.LeadOrganisationId is { } lead && rights.Rights.ScopeOf(Permission.CatalogueConfirm).OrganisationIds.Contains(lead);
        var from = isLead ? domain.LeadOrganisationId!.Value : rights.OfficeId;
        var now = clock.Now;
        var reminder = Reminder.Send(Guid.CreateVersion7(now), domain.Id, from, township.Id, command.ItemCodes, command.Words, command.DueOn!.Value, now, command.By);
        db.Add(reminder);
        Record(DeskActs.SendReminder, reminder, command.By, domain.Name, $"{township.ShortName}：{string.Join('、', reminder.Items.Select(i => i.ItemCode))}");
        await mail.AddAsync(reminder, domain.Name, township.ShortName, stop);
        await db.SaveChangesAsync(stop);
        return reminder.Id;
    }

    /// <summary>Keeps an answer of the township.</summary>
    public Task<Outcome> AnswerAsync(AnswerReminder command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, DeskActs.AnswerReminder, (rights, reminder, _) => MayAnswer(rights.Rights, reminder.ToOrganisationId),
        InternalNotes.Check(command.Text, "Reminder.AnswerMissing", "Text", Reminder.WordsLength),
        reminder => db.Add(Answered(reminder, command)), stop);

    /// <summary>Ends it with a remark.</summary>
    public Task<Outcome> CloseAsync(CloseReminder command, CancellationToken stop = default) => ChangeAsync(
        command.Id, command.SeenRevision, command.By, DeskActs.CloseReminder, (rights, _, lead) => rights.MayDecide(lead),
        InternalNotes.Check(command.Remark, "Reminder.RemarkMissing", "Remark", Reminder.RemarkLength),
        reminder => reminder.Close(command.Remark, clock.Now, command.By), stop);

    /// <summary>Who answers for an organisation: those who write, review or keep its catalogue.</summary>
    public static bool MayAnswer(StaffRights rights, Guid organisationId) =>
        Answering.Any(p => rights.ScopeOf(p).OrganisationIds.Contains(organisationId));

    private ReminderAnswer Answered(Reminder reminder, AnswerReminder command)
    {
        reminder.Answer(Guid.CreateVersion7(clock.Now), command.Text, clock.Now, command.By);
        return reminder.Answers[^1];
    }

    private async Task<Outcome> ChangeAsync(
        Guid id, int seenRevision, Guid by, string act, Func<CatalogueRights, Reminder, Guid?, bool> may, IReadOnlyList<Refusal> refusals, Action<Reminder> change, CancellationToken stop)
    {
        var reminder = await db.Set<Reminder>().Include(r => r.Answers).SingleOrDefaultAsync(r => r.Id == id, stop);
        if (reminder is null) return Outcome.NotFound;
        var domain = await db.Domains.AsNoTracking().SingleAsync(d => d.Id == reminder.DomainId, stop);
        if (!may(await authority.OfAsync(by, stop), reminder, domain.LeadOrganisationId)) return Outcome.NotFound;
        if (reminder.Revision != seenRevision) return Outcome.EditedMeanwhile;
        if (reminder.HasEnded) return Outcome.Refused("Reminder.HasEnded");
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        change(reminder);
        Record(act, reminder, by, domain.Name, "");
        return await db.TrySaveAsync(stop);
    }

    private async Task<IReadOnlyList<Refusal>> CheckAsync(SendReminder command, Guid domainId, Guid townshipId, CancellationToken stop)
    {
        var refusals = InternalNotes.Check(command.Words, "Reminder.WordsMissing", "Words", Reminder.WordsLength).ToList();
        if (command.DueOn is not { } due) refusals.Add(new Refusal("Reminder.DueMissing", "DueOn"));
        else if (due <= clock.Today || due > clock.Today.AddYears(1)) refusals.Add(new Refusal("Reminder.DueOutOfRange", "DueOn"));
        var codes = command.ItemCodes.Distinct().ToList();
        if (codes.Count is 0 or > Reminder.MostItems)
        {
            refusals.Add(new Refusal("Reminder.ItemsMissing", "Items", Reminder.MostItems));
            return refusals;
        }

        var theirs = await db.Duties.AsNoTracking().CountAsync(d => d.OrganisationId == townshipId && d.DomainId == domainId && d.IsActive && codes.Contains(d.ItemCode), stop);
        if (theirs < codes.Count) refusals.Add(new Refusal("Reminder.ItemsNotTheirs", "Items"));
        var open = await db.Set<Reminder>().AsNoTracking()
            .Where(r => r.ToOrganisationId == townshipId && (r.State == ReminderState.Open || r.State == ReminderState.Answered))
            .SelectMany(r => r.Items).Where(i => codes.Contains(i.ItemCode)).Select(i => i.ItemCode).Distinct().ToListAsync(stop);
        if (open.Count > 0) refusals.Add(new Refusal("Reminder.AlreadyOpen", "Items", string.Join('、', open.Order())));
        return refusals;
    }

    private void Record(string act, Reminder reminder, Guid? by, string name, string detail) =>
        db.Add(AuditEntry.Record(clock.Now, by, act, reminder.ToOrganisationId, reminder.Id, name, detail));
}
