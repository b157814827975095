using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// After a notice was signed off, a limit ruled, a word settled, a released day entered or a new edition put in force, counts every running due date anew. Each that moves leaves
/// an event, which stands on the desk of its organisation, and a row of the audit log. What is published stays as it is. It
/// also gives a date to running disclosures that have none yet.
/// </summary>
public sealed class RecountDueDates(IServiceScopeFactory scopes, BusinessClock clock) : IPeriodicJob
{
    /// <summary>What the audit log calls a moved date.</summary>
    public const string Act = "DueDate.Move";

    private const int Batch = 200;

    /// <inheritdoc/>
    public string Name => nameof(RecountDueDates);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <summary>Counts what is due to be counted; says how many dates were made or moved.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var handled = await FillAsync(stop);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var notices = await db.HolidayNotices.Where(n => n.SignedOffAt != null && n.RecountedAt == null).OrderBy(n => n.SignedOffAt).ToListAsync(stop);
        var rulings = await db.LimitRulings.Where(r => r.RecountedAt == null).OrderBy(r => r.At).ToListAsync(stop);
        var readings = await db.SettledReadings.Where(r => r.RecountedAt == null).OrderBy(r => r.At).ToListAsync(stop);
        var asked = await db.DueRecounts.Where(r => r.DoneAt == null).OrderBy(r => r.At).ToListAsync(stop);
        if (notices.Count + rulings.Count + readings.Count + asked.Count == 0) return handled;
        var cause = notices.Count > 0 ? DueMoveCause.Calendar : rulings.Count + readings.Count > 0 ? DueMoveCause.Limit : asked[0].Cause;
        var source = string.Join('；', notices.Select(n => $"{n.Title}（{n.Number}）")
            .Concat(rulings.Select(r => r.Article)).Concat(readings.Select(r => r.Note)).Concat(asked.Select(r => r.Source)).Where(t => t.Length > 0));
        handled += await RecountAsync(cause, ShortText.Start(source, DueDateMove.SourceLength), stop);
        // Last, so that a run that was cut short is done again: a date that has moved already does not move twice.
        foreach (var notice in notices) notice.MarkRecounted(clock.Now);
        foreach (var ruling in rulings) ruling.MarkRecounted(clock.Now);
        foreach (var reading in readings) reading.RecountedAt = clock.Now;
        foreach (var request in asked) request.DoneAt = clock.Now;
        await db.SaveChangesAsync(stop);
        return handled;
    }

    private async Task<int> FillAsync(CancellationToken stop)
    {
        var made = 0;
        for (var last = Guid.Empty; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            var dues = scope.ServiceProvider.GetRequiredService<DueDates>();
            // Past those that have no date by their items' own words: they are found every time and must not keep others waiting.
            var rows = await db.Disclosures.Include(d => d.Items)
                .Where(d => d.State != DisclosureState.Filed && d.State != DisclosureState.Withdrawn)
                .Where(d => d.FirstPublishedAt == null ? d.ImportedAt == null && d.Text.FormedOn != null : d.PendingChangedOn != null)
                .Where(d => !db.DueDates.Any(due => due.DisclosureId == d.Id && due.Version == d.CurrentVersion + 1) && d.Id.CompareTo(last) > 0)
                .OrderBy(d => d.Id).Take(Batch).ToListAsync(stop);
            if (rows.Count == 0) return made;
            foreach (var row in rows)
                if (await dues.FollowAsync(row, clock.Now, stop) is not null) made++;
            await db.SaveChangesAsync(stop);
            last = rows[^1].Id;
        }
    }

    private async Task<int> RecountAsync(DueMoveCause cause, string source, CancellationToken stop)
    {
        var moved = 0;
        for (var last = Guid.Empty; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
            var dues = scope.ServiceProvider.GetRequiredService<DueDates>();
            var rows = await db.DueDates.Where(d => d.SettledAt == null && d.DisclosureId.CompareTo(last) > 0).OrderBy(d => d.DisclosureId).Take(Batch).ToListAsync(stop);
            if (rows.Count == 0) return moved;
            var ids = rows.Select(r => r.DisclosureId).ToList();
            var disclosures = await db.Disclosures.AsNoTracking().Include(d => d.Items).Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, stop);
            foreach (var row in rows) moved += await MoveAsync(db, dues, row, disclosures[row.DisclosureId], cause, source, stop);
            await db.SaveChangesAsync(stop);
            last = rows[^1].DisclosureId;
        }
    }

    private async Task<int> MoveAsync(DisclosureDb db, DueDates dues, DueDate row, Disclosure disclosure, DueMoveCause cause, string source, CancellationToken stop)
    {
        var now = clock.Now;
        var before = row.DueOn;
        if (await dues.AgainAsync(disclosure, row, stop) is not { } counted)
        {
            db.Remove(row);
            return 0;
        }

        row.Recount(counted, row.Inputs, now);
        if (row.DueOn == before) return 0;
        db.Add(new DueDateMove
        {
            Id = Guid.CreateVersion7(now),
            DisclosureId = row.DisclosureId,
            OrganisationId = disclosure.OrganisationId,
            From = before,
            To = row.DueOn,
            Cause = cause,
            Source = source,
            At = now,
        });
        db.Add(AuditEntry.Record(now, null, Act, disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title, $"{before:yyyy-MM-dd} → {row.DueOn:yyyy-MM-dd} {source}"));
        return 1;
    }
}
