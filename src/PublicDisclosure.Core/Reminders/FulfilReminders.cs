using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Reminders;

/// <summary>Ends the reminders whose every item the township has published since.</summary>
public sealed class FulfilReminders(IServiceScopeFactory scopes, BusinessClock clock) : IPeriodicJob
{
    /// <inheritdoc/>
    public string Name => nameof(FulfilReminders);

    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DisclosureDb>();
        var done = await db.Set<Reminder>()
            .Where(r => r.State == ReminderState.Open || r.State == ReminderState.Answered)
            .Where(r => r.Items.All(i => db.ListingItems.Any(l => l.ItemCode == i.ItemCode && l.OrganisationId == r.ToOrganisationId
                && db.Listings.Any(p => p.DisclosureId == l.DisclosureId && p.LastPublishedAt >= r.SentAt))))
            .OrderBy(r => r.SentAt).Take(200).ToListAsync(stop);
        var names = await db.Domains.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, stop);
        foreach (var reminder in done)
        {
            reminder.Fulfil(clock.Now);
            db.Add(AuditEntry.Record(clock.Now, null, DeskActs.FulfilReminder, reminder.ToOrganisationId, reminder.Id, names[reminder.DomainId]));
        }

        await db.SaveChangesAsync(stop);
        return done.Count;
    }
}
