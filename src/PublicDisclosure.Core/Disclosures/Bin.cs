using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Settings of section <c>Bin</c>.</summary>
public sealed class BinOptions
{
    public const string Section = "Bin";

    /// <summary>Days that a discarded draft can be restored; 30 unless set.</summary>
    [Range(1, 3650)]
    public int Days { get; set; } = 30;
}

/// <summary>Puts a draft into the bin.</summary>
public sealed record DiscardDisclosure(Guid Id, int SeenRevision, Guid By);

/// <summary>A draft in the bin, and the day from which it is deleted.</summary>
public sealed record BinRow(Guid Id, string Title, string OrganisationName, DateTime DiscardedAt, string DiscardedBy, DateOnly PurgedOn, int Revision);

/// <summary>The bin of drafts (回收站): discard, restore, and delete for good when the time is over.</summary>
public sealed class Bin(DisclosureDb db, DisclosureStore store, BusinessClock clock, IOptions<BinOptions> options)
{
    /// <summary>Most rows a page of the bin shows; the newest first.</summary>
    public const int MostShown = 200;

    /// <summary>Puts a draft that was never submitted into the bin. What still explains it would explain nothing, so that goes first.</summary>
    public Task<Outcome> DiscardAsync(DiscardDisclosure command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "Discard", async (disclosure, now) =>
        {
            if (await db.InterpretationLinks.AnyAsync(l => l.PolicyId == disclosure.Id && db.Disclosures.Any(d => d.Id == l.InterpretationId), stop))
                return Outcome.Refused("Interpretation.PolicyHasMaterial");
            disclosure.Discard(now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>Takes a draft out of the bin. One that is no longer there was purged, or restored by somebody else.</summary>
    public async Task<Outcome> RestoreAsync(Guid id, Guid by, CancellationToken stop = default)
    {
        var disclosure = await db.Disclosures.IgnoreQueryFilters().SingleOrDefaultAsync(d => d.Id == id && d.DiscardedAt != null, stop);
        if (disclosure is null) return Outcome.NotFound;
        disclosure.Restore(clock.Now);
        db.Add(AuditEntry.Record(clock.Now, by, "Disclosure.Restore", disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title));
        return await db.TrySaveAsync(stop);
    }

    /// <summary>
    /// Deletes a draft whose time in the bin is over: the row, its items and its references to files. The audit rows stay.
    /// What was once submitted is refused, whatever happened to it.
    /// </summary>
    public async Task<Outcome> PurgeAsync(Guid id, CancellationToken stop = default)
    {
        var until = clock.Now.AddDays(-options.Value.Days);
        var disclosure = await db.Disclosures.IgnoreQueryFilters().SingleOrDefaultAsync(d => d.Id == id && d.DiscardedAt != null, stop);
        if (disclosure is null) return Outcome.NotFound;
        if (!disclosure.WasNeverSubmitted) return Outcome.Refused("Disclosure.SubmittedIsKept");
        if (disclosure.DiscardedAt > until) return Outcome.Refused("Disclosure.StillInBin");
        // Material of it lies in the bin too, and may be restored: it then explains nothing until it is told what.
        db.RemoveRange(await db.InterpretationLinks.Where(l => l.PolicyId == id).ToListAsync(stop));
        db.Remove(disclosure);
        db.Add(AuditEntry.Record(clock.Now, null, "Disclosure.Purge", disclosure.OrganisationId, disclosure.Id, disclosure.Text.Title));
        return await db.TrySaveAsync(stop);
    }

    /// <summary>Ids of what is due to be deleted, the oldest first.</summary>
    public Task<List<Guid>> DueAsync(int most, CancellationToken stop = default)
    {
        var until = clock.Now.AddDays(-options.Value.Days);
        return db.Disclosures.IgnoreQueryFilters().AsNoTracking().Where(d => d.DiscardedAt != null && d.DiscardedAt <= until)
            .OrderBy(d => d.DiscardedAt).Take(most).Select(d => d.Id).ToListAsync(stop);
    }

    /// <summary>What lies in the bin, of the disclosures a person may see.</summary>
    public async Task<IReadOnlyList<BinRow>> ListAsync(IQueryable<Disclosure> rows, CancellationToken stop = default)
    {
        var found = await rows.Where(d => d.DiscardedAt != null).OrderByDescending(d => d.DiscardedAt).Take(MostShown)
            .Select(d => new
            {
                d.Id,
                d.Text.Title,
                d.DiscardedAt,
                d.Revision,
                Organisation = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First(),
                By = db.Users.Where(u => u.Id == d.DiscardedBy).Select(u => u.DisplayName).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. found.Select(d => new BinRow(
            d.Id, d.Title, d.Organisation, d.DiscardedAt!.Value, d.By ?? StaffNames.Gone, BusinessClock.BeijingDate(d.DiscardedAt.Value.AddDays(options.Value.Days)), d.Revision))];
    }
}
