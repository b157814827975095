using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Counts units anew. One class for the update after a publication and for the full recomputation: they cannot differ.</summary>
public sealed class CoverageRefresh(DisclosureDb db, BusinessClock clock, CalendarStore calendars, DutyBook duties, RecordBook records)
{
    /// <summary>What the audit log calls a moved last day.</summary>
    public const string MoveAct = "CoverageUnit.Move";

    /// <summary>What the audit log calls a zero report that a record overtook.</summary>
    public const string CancelAct = ZeroReportTransitions.Cancel;

    private const int DutiesAtOnce = 150;

    // So few that a writer in between waits for well under a second.
    private const int UnitsPerSave = 800;

    /// <summary>So often a count begins when others overtake it, where nobody waits for the answer.</summary>
    public const int MostAttempts = 3;

    /// <summary>Counts the duties of one organisation for some items, or all of them, and saves; says how many units changed.</summary>
    public Task<int> RefreshAsync(Guid organisationId, IReadOnlyCollection<string>? codes, CancellationToken stop = default) => RefreshAsync(organisationId, codes, MostAttempts, stop);

    /// <summary>The same, for those who say how long they try.</summary>
    /// <param name="organisationId">Whose.</param>
    /// <param name="codes">Which items; null for all.</param>
    /// <param name="attempts">How often it begins when other counts overtake it.</param>
    /// <param name="stop">Ends the work.</param>
    /// <exception cref="DbUpdateException">Others overtook every attempt; nothing of the last one is saved.</exception>
    public async Task<int> RefreshAsync(Guid organisationId, IReadOnlyCollection<string>? codes, int attempts, CancellationToken stop)
    {
        var mine = db.Duties.AsNoTracking().Where(d => d.OrganisationId == organisationId);
        if (codes is not null) mine = mine.Where(d => codes.Contains(d.ItemCode));
        var list = await mine.OrderBy(d => d.ItemCode).ToListAsync(stop);
        if (list.Count == 0) return 0;
        var changed = 0;
        foreach (var part in list.Chunk(DutiesAtOnce)) changed += await CountAgainIfOvertakenAsync(organisationId, part, attempts, stop);
        return changed;
    }

    /// <summary>A count that somebody else's overtook begins again from what stands now; after some attempts it is left to the caller.</summary>
    private async Task<int> CountAgainIfOvertakenAsync(Guid organisationId, Duty[] part, int attempts, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CountAsync(organisationId, part, stop);
            }
            catch (DbUpdateException) when (attempt < attempts)
            {
                // The other count saved the same units first; what it saved is where the next attempt starts.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> CountAsync(Guid organisationId, Duty[] part, CancellationToken stop)
    {
        // Units are read before the facts: whoever wrote in between has raised their revision, and this count gives way.
        var ids = part.Select(d => d.Id).ToList();
        var stored = (await db.CoverageUnits.Where(u => ids.Contains(u.DutyId)).ToListAsync(stop)).ToLookup(u => u.DutyId);
        var behind = await records.ReadAsync(organisationId, [.. part.Select(d => d.ItemCode)], stop);
        var facts = await duties.ReadAsync(organisationId, part, stop);
        var declared = await DeclarationsAsync(ids, stop);
        var builder = new UnitBuilder(await calendars.GetAsync(stop), clock.Today);
        var (changed, unsaved) = (0, 0);
        foreach (var duty in part)
        {
            var known = behind[duty.ItemCode].ToList();
            var plan = builder.Build(facts[duty.Id].Facts, known, declared.Of(duty.Id));
            await CancelOvertakenAsync(declared, duty, plan, stop);
            unsaved += Follow(duty, plan, stored[duty.Id], facts[duty.Id].AspectBits);
            if (unsaved < UnitsPerSave) continue;
            changed += unsaved;
            unsaved = 0;
            await db.SaveChangesAsync(stop);
        }

        await db.SaveChangesAsync(stop);
        return changed + unsaved;
    }

    private int Follow(Duty duty, IReadOnlyList<PlannedUnit> plan, IEnumerable<CoverageUnit> stored, int aspectBits)
    {
        var now = clock.Now;
        var changed = 0;
        var left = stored.ToDictionary(u => u.Key);
        foreach (var unit in plan)
        {
            if (!left.Remove(unit.Key, out var known)) db.Add(CoverageUnit.Create(Guid.CreateVersion7(now), duty, unit, aspectBits, now, clock.Today));
            else if (!Follow(known, duty, unit, aspectBits, now)) continue;
            changed++;
        }

        db.RemoveRange(left.Values);
        return changed + left.Count;
    }

    /// <summary>A last day that moved although what set it going did not leaves an event and an audit row.</summary>
    private bool Follow(CoverageUnit unit, Duty duty, PlannedUnit plan, int aspectBits, DateTime now)
    {
        var (starts, due) = (unit.StartsOn, unit.DueOn);
        if (!unit.Follow(duty, plan, aspectBits, now, clock.Today)) return false;
        var isCounted = unit.Kind is UnitKind.Period or UnitKind.Standing or UnitKind.Check;
        if (isCounted && starts == unit.StartsOn && due is { } from && unit.DueOn is { } to && from != to && unit.FulfilledOn is null)
        {
            db.Add(new UnitDueMove
            {
                Id = Guid.CreateVersion7(now),
                UnitId = unit.Id,
                OrganisationId = unit.OrganisationId,
                From = from,
                To = to,
                At = now,
            });
            db.Add(AuditEntry.Record(now, null, MoveAct, unit.OrganisationId, unit.Id, unit.ItemCode, $"{unit.Key} {from:yyyy-MM-dd} → {to:yyyy-MM-dd}"));
        }

        return true;
    }

    /// <summary>Something turned up that had formed in a period that was declared empty: the declaration ends, and stays readable as wrong.</summary>
    private async Task CancelOvertakenAsync(DeclaredBook declared, Duty duty, IReadOnlyList<PlannedUnit> plan, CancellationToken stop)
    {
        foreach (var report in declared.Reports[duty.Id])
        {
            var unit = plan.FirstOrDefault(u => u.Period?.Key == report.Period && u.RecordId is not null);
            if (unit is null) continue;
            var tracked = await db.ZeroReports.SingleAsync(z => z.Id == report.Id, stop);
            tracked.Cancel(unit.RecordId!.Value, clock.Now);
            db.Add(AuditEntry.Record(clock.Now, null, CancelAct, duty.OrganisationId, report.Id, report.Period, $"{duty.ItemCode} {unit.RecordId}"));
        }
    }

    private async Task<DeclaredBook> DeclarationsAsync(List<Guid> dutyIds, CancellationToken stop)
    {
        var reports = await db.ZeroReports.AsNoTracking().Where(z => dutyIds.Contains(z.DutyId) && (z.State == ZeroReportState.Declared || z.State == ZeroReportState.Confirmed)).ToListAsync(stop);
        var checks = await db.ContentChecks.AsNoTracking().Where(c => dutyIds.Contains(c.DutyId)).Select(c => new { c.DutyId, c.CheckedOn }).ToListAsync(stop);
        return new DeclaredBook(reports.ToLookup(r => r.DutyId), checks.ToLookup(c => c.DutyId, c => c.CheckedOn));
    }

    private sealed record DeclaredBook(ILookup<Guid, ZeroReport> Reports, ILookup<Guid, DateOnly> Checks)
    {
        public DutyDeclarations Of(Guid dutyId) => new(
            Reports[dutyId].Where(r => r.State == ZeroReportState.Confirmed).Select(r => r.Period).ToHashSet(), [.. Checks[dutyId]]);
    }
}
