using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Time;

/// <summary>Enters a notice: from a table, or from its date ranges as printed.</summary>
public sealed record EnterNotice(NoticeHead Head, byte[]? Csv, string Text, Guid By);

/// <summary>Changes one day of a notice that is not signed off; a null kind takes the day out.</summary>
public sealed record CorrectNoticeDay(Guid NoticeId, int SeenRevision, DateOnly? On, CalendarDayKind? Kind, string Name, Guid By);

/// <summary>Signs a notice off.</summary>
public sealed record SignOffNotice(Guid NoticeId, int SeenRevision, Guid By);

/// <summary>Throws away a notice that nobody has signed off.</summary>
public sealed record DiscardNotice(Guid NoticeId, int SeenRevision, Guid By);

/// <summary>
/// What the disclosure office does with the calendar: enters notices, corrects them while nobody has signed them off, signs
/// them off. From the sign-off on the job counts every running due date anew.
/// </summary>
public sealed class CalendarDesk(DisclosureDb db, BusinessClock clock)
{
    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["Calendar.Enter", "Calendar.Correct", "Calendar.SignOff", "Calendar.Discard"];

    /// <summary>Keeps the notice if it is sound, and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> EnterAsync(EnterNotice command, CancellationToken stop = default)
    {
        var head = command.Head with { Title = command.Head.Title.Trim(), Number = command.Head.Number.Trim(), SourceAddress = command.Head.SourceAddress.Trim() };
        var refusals = NoticeChecks.Head(head).ToList();
        if (await db.HolidayNotices.AnyAsync(n => n.Number == head.Number, stop)) refusals.Add(new Refusal("Calendar.NumberTaken", "Number", head.Number));
        var hasBase = await db.HolidayNotices.AnyAsync(n => n.Layer == head.Layer && n.Year == head.Year && !n.IsAmendment, stop);
        if (!head.IsAmendment && hasBase) refusals.Add(new Refusal("Calendar.YearHasNotice", "Year", head.Year));
        if (head.IsAmendment && !hasBase) refusals.Add(new Refusal("Calendar.NothingToAmend", "Year", head.Year));
        refusals.AddRange(ReadDays(command, head, out var days));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var notice = HolidayNotice.Enter(Guid.CreateVersion7(now), head, days, now, command.By);
        db.Add(notice);
        db.Add(AuditEntry.Record(now, command.By, "Calendar.Enter", objectId: notice.Id, objectName: head.Title, detail: $"{head.Number} {days.Count}"));
        await db.SaveChangesAsync(stop);
        return notice.Id;
    }

    /// <summary>Changes, adds or takes out a day.</summary>
    public Task<Outcome> CorrectAsync(CorrectNoticeDay command, CancellationToken stop = default) => ChangeAsync(command.NoticeId, command.SeenRevision, command.By, "Calendar.Correct", notice =>
    {
        if (command.On is not { } on) return [new Refusal("Calendar.DayMissing", "On")];
        var days = notice.Days.Where(d => d.On != on).Select(d => new NoticeDay(d.On, d.Kind, d.Name)).ToList();
        if (command.Kind is { } kind) days.Add(new NoticeDay(on, kind, command.Name.Trim()));
        else if (days.Count == notice.Days.Count) return [new Refusal("Calendar.DayNotThere", "On", on)];
        // A festival may be missing while days are corrected one by one; signing off asks for the whole.
        var refusals = NoticeChecks.Days(HeadOf(notice), days, "On").Where(r => r.Code != "Calendar.FestivalMissing").ToList();
        if (refusals.Count == 0) notice.ReplaceDays(days);
        return refusals;
    }, stop);

    /// <summary>A person answers for the notice by name; the days must be sound as a whole.</summary>
    public Task<Outcome> SignOffAsync(SignOffNotice command, CancellationToken stop = default) => ChangeAsync(command.NoticeId, command.SeenRevision, command.By, "Calendar.SignOff", notice =>
    {
        var refusals = NoticeChecks.Days(HeadOf(notice), [.. notice.Days.Select(d => new NoticeDay(d.On, d.Kind, d.Name))]);
        if (refusals.Count == 0) notice.SignOff(clock.Now, command.By);
        return refusals;
    }, stop);

    /// <summary>Throws the notice away.</summary>
    public Task<Outcome> DiscardAsync(DiscardNotice command, CancellationToken stop = default) => ChangeAsync(command.NoticeId, command.SeenRevision, command.By, "Calendar.Discard", notice =>
    {
        if (notice.IsSignedOff) return [new Refusal("Calendar.NoticeIsSigned")];
        db.Remove(notice);
        return [];
    }, stop);

    private static IReadOnlyList<Refusal> ReadDays(EnterNotice command, NoticeHead head, out IReadOnlyList<NoticeDay> days)
    {
        days = [];
        var hasText = command.Text.Trim().Length > 0;
        if (command.Csv is null && !hasText) return [new Refusal("Calendar.NothingToRead", "Text")];
        if (command.Csv is not null && hasText) return [new Refusal("Calendar.TwoSources", "Text")];
        var field = command.Csv is null ? "Text" : "Csv";
        var (read, refusals) = command.Csv is { } csv ? HolidayNoticeFile.Read(csv) : HolidayNoticeText.Read(head.Year, command.Text);
        days = read;
        // What was not understood may be the very days that are missing.
        return refusals.Count > 0 ? refusals : NoticeChecks.Days(head, read, field);
    }

    private static NoticeHead HeadOf(HolidayNotice n) => new(n.Layer, n.Year, n.IsAmendment, n.Number, n.Title, n.IssuedOn, n.SourceAddress);

    private async Task<Outcome> ChangeAsync(Guid id, int seenRevision, Guid by, string action, Func<HolidayNotice, IReadOnlyList<Refusal>> act, CancellationToken stop)
    {
        var notice = await db.HolidayNotices.Include(n => n.Days).SingleOrDefaultAsync(n => n.Id == id, stop);
        if (notice is null) return Outcome.NotFound;
        if (notice.Revision != seenRevision) return Outcome.EditedMeanwhile;
        return await db.ActAndSaveAsync(() =>
        {
            if (act(notice) is { Count: > 0 } refusals) return Task.FromResult(Outcome.Refused(refusals));
            db.Add(AuditEntry.Record(clock.Now, by, action, objectId: id, objectName: notice.Title, detail: notice.Number));
            return Task.FromResult(Outcome.Done);
        }, stop);
    }
}
