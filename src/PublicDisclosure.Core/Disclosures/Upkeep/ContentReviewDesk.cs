using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Sets or takes away the date. SeenRevision is the date's own, 0 where there was none.</summary>
public sealed record SetReviewDate(Guid DisclosureId, int SeenRevision, DateOnly? DueOn, Guid By);

/// <summary>Answers that the public version still holds.</summary>
public sealed record ConfirmContent(Guid DisclosureId, int SeenRevision, DateOnly? NextOn, string Remark, Guid By);

/// <summary>What staff see of the review of one disclosure.</summary>
/// <param name="DueOn">The date, or null.</param>
/// <param name="IsDefault">It came from the default of the genre.</param>
/// <param name="Revision">Of the date; 0 where there is none.</param>
/// <param name="NextProposed">The date proposed for the next time by the default of the genre, or null.</param>
/// <param name="Past">What was confirmed, newest first.</param>
public sealed record ReviewSheet(DateOnly? DueOn, bool IsDefault, int Revision, DateOnly? NextProposed, IReadOnlyList<PastReview> Past);

/// <summary>A confirmation of the past.</summary>
public sealed record PastReview(DateTime At, string By, int VersionNumber, DateOnly? DueOn, DateOnly? NextOn, string Remark);

/// <summary>A disclosure whose date is near or past.</summary>
public sealed record ReviewDueRow(Guid Id, string Title, string OrganisationName, DateOnly DueOn, int DaysLeft);

/// <summary>Keeps review dates and confirmations. None of it touches the disclosure itself or a date the public sees.</summary>
public sealed class ContentReviewDesk(DisclosureDb db, BusinessClock clock, IOptions<ContentReviewOptions> options)
{
    private const int MostShown = 30;

    /// <summary>Everything staff see for one disclosure.</summary>
    public async Task<ReviewSheet> ReadAsync(Disclosure disclosure, CancellationToken stop = default)
    {
        var date = await db.Set<ReviewDate>().AsNoTracking().SingleOrDefaultAsync(d => d.DisclosureId == disclosure.Id, stop);
        var past = await db.Set<ContentReview>().AsNoTracking().Where(r => r.DisclosureId == disclosure.Id).OrderByDescending(r => r.At)
            .Select(r => new PastReview(
                r.At, db.Users.Where(u => u.Id == r.By).Select(u => u.DisplayName).FirstOrDefault() ?? "", r.VersionNumber, r.DueOn, r.NextOn, r.Remark))
            .ToListAsync(stop);
        return new ReviewSheet(date?.DueOn, date is { IsDefault: true }, date?.Revision ?? 0, Default(disclosure.Text.Genre, clock.Today), past);
    }

    /// <summary>The dates that are near or past among these disclosures.</summary>
    /// <param name="rows">Disclosures within the person's reach.</param>
    /// <param name="onlyLongOverdue">Only what is overdue by more than the setting's days: for the disclosure office.</param>
    public IQueryable<ReviewDate> Due(IQueryable<Disclosure> rows, bool onlyLongOverdue)
    {
        var last = onlyLongOverdue ? clock.Today.AddDays(-options.Value.DaysAfter) : clock.Today.AddDays(options.Value.DaysBefore);
        var visible = rows.PubliclyVisible();
        return db.Set<ReviewDate>().AsNoTracking().Where(r => r.DueOn != null && r.DueOn <= last && visible.Any(d => d.Id == r.DisclosureId));
    }

    /// <summary>The same as a list for a page, the most urgent first.</summary>
    public async Task<IReadOnlyList<ReviewDueRow>> DueAsync(IQueryable<Disclosure> rows, bool onlyLongOverdue, CancellationToken stop = default)
    {
        var today = clock.Today;
        var found = await Due(rows, onlyLongOverdue).Join(rows, r => r.DisclosureId, d => d.Id, (r, d) => new { d, r })
            .OrderBy(p => p.r.DueOn).ThenBy(p => p.d.Id).Take(MostShown)
            .Select(p => new
            {
                p.d.Id,
                p.d.Text.Title,
                Name = db.Organisations.Where(o => o.Id == p.d.OrganisationId).Select(o => o.ShortName).First(),
                p.r.DueOn,
            }).ToListAsync(stop);
        return [.. found.Select(f => new ReviewDueRow(f.Id, f.Title, f.Name, f.DueOn!.Value, f.DueOn.Value.DayNumber - today.DayNumber))];
    }

    /// <summary>Sets or takes away the date.</summary>
    public async Task<Outcome> SetAsync(SetReviewDate command, CancellationToken stop = default)
    {
        var (disclosure, date, early) = await FindAsync(command.DisclosureId, command.SeenRevision, stop);
        if (early is not null || disclosure is null) return early!;
        var refusals = CheckNext(command.DueOn, "DueOn").ToList();
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        Keep(date, disclosure.Id, command.DueOn);
        db.Add(AuditEntry.Record(clock.Now, command.By, DeskActs.SetReviewDate, disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title,
            command.DueOn is { } on ? $"复核日期：{on:yyyy-MM-dd}" : "不再设复核日期"));
        return await SaveAsync(stop);
    }

    /// <summary>Records 已复核，内容仍准确 and sets the next date.</summary>
    public async Task<Outcome> ConfirmAsync(ConfirmContent command, CancellationToken stop = default)
    {
        var (disclosure, date, early) = await FindAsync(command.DisclosureId, command.SeenRevision, stop);
        if (early is not null || disclosure is null) return early!;
        var refusals = CheckNext(command.NextOn, "NextOn").ToList();
        if (!disclosure.IsPublic) refusals.Add(new Refusal("ReviewDate.NotPublic"));
        if (command.Remark.Trim().Length > ContentReview.RemarkLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "Remark", ContentReview.RemarkLength, command.Remark.Trim().Length));
        if (ChineseText.HasForbiddenCharacters(command.Remark)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "Remark"));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        db.Add(ContentReview.Confirm(Guid.CreateVersion7(clock.Now), disclosure, date?.DueOn, command.NextOn, command.Remark, clock.Now, command.By));
        Keep(date, disclosure.Id, command.NextOn);
        db.Add(AuditEntry.Record(clock.Now, command.By, DeskActs.ConfirmContent, disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title,
            command.NextOn is { } on ? $"下次复核：{on:yyyy-MM-dd}" : "不再设复核日期"));
        return await SaveAsync(stop);
    }

    /// <summary>The date the default of a genre gives, counted from a day; null where the genre has none.</summary>
    public DateOnly? Default(DisclosureGenre genre, DateOnly from) =>
        options.Value.MonthsByGenre.TryGetValue(genre, out var months) && months > 0 ? from.AddMonths(months) : null;

    private async Task<(Disclosure? Disclosure, ReviewDate? Date, Outcome? Early)> FindAsync(Guid id, int seenRevision, CancellationToken stop)
    {
        var disclosure = await db.Disclosures.AsNoTracking().Include(d => d.Withdrawal).SingleOrDefaultAsync(d => d.Id == id, stop);
        if (disclosure is null) return (null, null, Outcome.NotFound);
        var date = await db.Set<ReviewDate>().SingleOrDefaultAsync(d => d.DisclosureId == id, stop);
        return (disclosure, date, (date?.Revision ?? 0) == seenRevision ? null : Outcome.EditedMeanwhile);
    }

    private void Keep(ReviewDate? date, Guid disclosureId, DateOnly? dueOn)
    {
        date ??= db.Add(ReviewDate.Create(disclosureId, dueOn, isDefault: false, clock.Now)).Entity;
        date.Set(dueOn, clock.Now);
    }

    private IEnumerable<Refusal> CheckNext(DateOnly? on, string field)
    {
        if (on is { } day && (day <= clock.Today || day > clock.Today.AddYears(10))) yield return new Refusal("ReviewDate.OutOfRange", field);
    }

    private async Task<Outcome> SaveAsync(CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            // Either the date was changed, or two people set the first one at the same time.
            db.ChangeTracker.Clear();
            return Outcome.EditedMeanwhile;
        }
    }
}
