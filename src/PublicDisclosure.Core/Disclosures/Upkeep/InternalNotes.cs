using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Writes a note.</summary>
public sealed record WriteNote(Guid DisclosureId, string Text, Guid By);

/// <summary>Strikes a note.</summary>
public sealed record StrikeNote(Guid DisclosureId, Guid NoteId, int SeenRevision, string Reason, Guid By);

/// <summary>A note as colleagues read it.</summary>
public sealed record NoteLine(Guid Id, int Revision, string Text, DateTime At, string By, DateTime? StruckAt, string StruckBy, string StrikeReason);

/// <summary>Notes of colleagues on a disclosure. Who may read and write them is <see cref="MayUse"/>, asked by the page.</summary>
public sealed class InternalNotes(DisclosureDb db, BusinessClock clock)
{
    /// <summary>
    /// Staff who work on the organisation's disclosures, and the disclosure office. Whoever reads the whole city for another
    /// reason (the auditor) learns that there are notes, not what they say.
    /// </summary>
    public static bool MayUse(StaffRights rights, Guid organisationId) => rights.Roles.Any(r => r.Role == StaffRole.DisclosureOffice
        || (r.OrganisationId == organisationId && !RolePermissions.IsCityWide(r.Role) && RolePermissions.Of(r.Role).Contains(Permission.DisclosuresView)));

    /// <summary>Notes of a disclosure, newest first.</summary>
    public async Task<IReadOnlyList<NoteLine>> ReadAsync(Guid disclosureId, CancellationToken stop = default)
    {
        var notes = await db.Set<InternalNote>().AsNoTracking().Where(n => n.DisclosureId == disclosureId).OrderByDescending(n => n.At).ToListAsync(stop);
        var people = notes.SelectMany(n => new[] { n.By, n.StruckBy ?? n.By }).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        return [.. notes.Select(n => new NoteLine(
            n.Id, n.Revision, n.Text, n.At, names.GetValueOrDefault(n.By, ""), n.StruckAt, n.StruckBy is { } by ? names.GetValueOrDefault(by, "") : "", n.StrikeReason))];
    }

    /// <summary>Adds a note. The audit log says that one was written, not what it says.</summary>
    public async Task<Outcome> WriteAsync(WriteNote command, CancellationToken stop = default)
    {
        var about = await db.Disclosures.AsNoTracking().Where(d => d.Id == command.DisclosureId).Select(d => new { d.OrganisationId, d.Text.Title }).SingleOrDefaultAsync(stop);
        if (about is null) return Outcome.NotFound;
        var refusals = Check(command.Text, "Note.TextMissing", "Text", InternalNote.TextLength);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        db.Add(InternalNote.Write(Guid.CreateVersion7(clock.Now), command.DisclosureId, command.Text, clock.Now, command.By));
        db.Add(AuditEntry.Record(clock.Now, command.By, DeskActs.AddNote, about.OrganisationId, command.DisclosureId, about.Title));
        await db.SaveChangesAsync(stop);
        return Outcome.Done;
    }

    /// <summary>Strikes a note with a reason; its words stay.</summary>
    public async Task<Outcome> StrikeAsync(StrikeNote command, CancellationToken stop = default)
    {
        var note = await db.Set<InternalNote>().SingleOrDefaultAsync(n => n.Id == command.NoteId && n.DisclosureId == command.DisclosureId, stop);
        if (note is null) return Outcome.NotFound;
        if (note.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        if (note.StruckAt is not null) return Outcome.Refused("Note.AlreadyStruck");
        var refusals = Check(command.Reason, "Note.StrikeReasonMissing", "Reason", InternalNote.ReasonLength);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var about = await db.Disclosures.AsNoTracking().IgnoreQueryFilters().Where(d => d.Id == command.DisclosureId).Select(d => new { d.OrganisationId, d.Text.Title }).SingleAsync(stop);
        note.Strike(command.Reason, clock.Now, command.By);
        db.Add(AuditEntry.Record(clock.Now, command.By, DeskActs.StrikeNote, about.OrganisationId, command.DisclosureId, about.Title, command.Reason.Trim()));
        return await db.TrySaveAsync(stop);
    }

    /// <summary>Every reason why a typed text cannot be kept.</summary>
    internal static IReadOnlyList<Refusal> Check(string text, string missing, string field, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) return [new Refusal(missing, field)];
        if (text.Trim().Length > longest) return [new Refusal("Disclosure.TextTooLong", field, longest, text.Trim().Length)];
        return ChineseText.HasForbiddenCharacters(text) ? [new Refusal("Text.ForbiddenCharacters", field)] : [];
    }
}
