using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// What every use case of a disclosure shares: load it whole, compare the revision the user saw, act, write the audit row in
/// the same save, and turn a race into <see cref="Outcome.EditedMeanwhile"/>.
/// </summary>
public sealed class DisclosureStore(DisclosureDb db, BusinessClock clock, DueDates? dues = null)
{
    /// <summary>The due dates, which follow every change in the same save.</summary>
    public DueDates Dues { get; } = dues ?? new DueDates(db);

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>Loads a disclosure with all parts a use case may ask about (history and old versions stay in the database).</summary>
    public Task<Disclosure?> FindAsync(Guid id, CancellationToken stop) => db.Disclosures
        .Include(d => d.Items).Include(d => d.Attachments).Include(d => d.Reviews).Include(d => d.Contributors)
        .Include(d => d.WarningReasons).Include(d => d.Withdrawal).Include(d => d.FormedDateChanges).Include(d => d.Opinions).Include(d => d.ScheduleRefusal).Include(d => d.Replacements).Include(d => d.Arrival)
        .Include(d => d.Suspensions.Where(s => s.Outcome == null)).Include(d => d.Proposals.Where(p => p.Outcome == null))
        .AsSplitQuery().SingleOrDefaultAsync(d => d.Id == id, stop);

    /// <summary>
    /// Runs <paramref name="act"/> on the disclosure and saves once. A <see cref="RuleViolationException"/> of the entity is a
    /// refusal here: the entity's guards are the last word and say the same as the checks before. <paramref name="by"/> is null
    /// where the system acts by itself.
    /// </summary>
    public async Task<Outcome> ChangeAsync(
        Guid id, int seenRevision, Guid? by, string action, Func<Disclosure, DateTime, Task<Outcome>> act, CancellationToken stop)
    {
        var disclosure = await FindAsync(id, stop);
        if (disclosure is null) return Outcome.NotFound;
        if (disclosure.Revision != seenRevision) return Outcome.EditedMeanwhile;
        var now = clock.Now;
        return await db.ActAndSaveAsync(async () =>
        {
            var outcome = await act(disclosure, now);
            if (!outcome.IsDone) return outcome;
            await Dues.FollowAsync(disclosure, now, stop);
            db.Add(AuditEntry.Record(now, by, "Disclosure." + action, disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title));
            return outcome;
        }, stop);
    }

    /// <summary>The same for an act that needs nothing awaited.</summary>
    public Task<Outcome> ChangeAsync(Guid id, int seenRevision, Guid? by, string action, Action<Disclosure, DateTime> act, CancellationToken stop) =>
        ChangeAsync(id, seenRevision, by, action, (disclosure, now) =>
        {
            act(disclosure, now);
            return Task.FromResult(Outcome.Done);
        }, stop);
}
