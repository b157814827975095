using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Gives public texts of some genres their first review date, and leaves a row in the audit log when a date comes near and when
/// it has passed. The desks read the dates themselves; nothing here changes a disclosure.
/// </summary>
public sealed class RemindOfReviews(IServiceScopeFactory scopes, BusinessClock clock, IOptions<ContentReviewOptions> options) : IPeriodicJob
{
    private const int MostPerRun = 200;

    /// <inheritdoc/>
    public string Name => nameof(RemindOfReviews);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var desk = scope.ServiceProvider.GetRequiredService<ContentReviewDesk>();
        var given = await GiveDefaultsAsync(db, desk, stop);
        return given + await NoteAsync(db, stop);
    }

    private async Task<int> GiveDefaultsAsync(DisclosureDb db, ContentReviewDesk desk, CancellationToken stop)
    {
        var genres = options.Value.MonthsByGenre.Where(p => p.Value > 0).Select(p => p.Key).ToList();
        var without = await db.Listings.AsNoTracking()
            .Where(l => genres.Contains(l.Genre) && !db.Set<ReviewDate>().Any(d => d.DisclosureId == l.DisclosureId))
            .OrderBy(l => l.DisclosureId).Take(MostPerRun).Select(l => new { l.DisclosureId, l.OrganisationId, l.Title, l.Genre, l.LastPublishedAt }).ToListAsync(stop);
        foreach (var row in without)
        {
            var due = desk.Default(row.Genre, BusinessClock.BeijingDate(row.LastPublishedAt));
            db.Add(ReviewDate.Create(row.DisclosureId, due, isDefault: true, clock.Now));
            db.Add(AuditEntry.Record(clock.Now, null, DeskActs.DefaultReviewDate, row.OrganisationId, row.DisclosureId, row.Title, $"复核日期：{due:yyyy-MM-dd}"));
        }

        await db.SaveChangesAsync(stop);
        return without.Count;
    }

    private async Task<int> NoteAsync(DisclosureDb db, CancellationToken stop)
    {
        var today = clock.Today;
        var near = today.AddDays(options.Value.DaysBefore);
        var past = today.AddDays(-options.Value.DaysAfter);
        var due = await db.Set<ReviewDate>()
            .Where(d => d.DueOn != null && d.DueOn <= near && db.Listings.Any(l => l.DisclosureId == d.DisclosureId))
            .Where(d => d.RemindedFor == null || d.RemindedFor != d.DueOn || (d.DueOn <= past && (d.OverdueNotedFor == null || d.OverdueNotedFor != d.DueOn)))
            .OrderBy(d => d.DueOn).Take(MostPerRun).ToListAsync(stop);
        var ids = due.Select(d => d.DisclosureId).ToList();
        var about = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.DisclosureId))
            .Select(l => new { l.DisclosureId, l.OrganisationId, l.Title }).ToDictionaryAsync(l => l.DisclosureId, stop);
        foreach (var date in due)
        {
            var isLate = date.DueOn <= past;
            if (isLate) date.NoteOverdue();
            else date.NoteReminder();
            var of = about[date.DisclosureId];
            db.Add(AuditEntry.Record(clock.Now, null, isLate ? DeskActs.ReviewOverdue : DeskActs.RemindOfReview, of.OrganisationId, of.DisclosureId, of.Title, $"复核日期：{date.DueOn:yyyy-MM-dd}"));
        }

        await db.SaveChangesAsync(stop);
        return due.Count;
    }
}
