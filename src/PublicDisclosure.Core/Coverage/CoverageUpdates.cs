using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Works off the marks (<see cref="CoverageMark"/>): within the request that made them, and by the job for all the others.</summary>
public sealed class CoverageUpdates(DisclosureDb db, CoverageRefresh refresh)
{
    /// <summary>So many marks are worked off within a request; more are left to the job.</summary>
    public const int MostAtOnce = 40;

    // The second finds what the first met: the job, which begins to count everything when the site starts and at midnight.
    private const int AttemptsWithinRequest = 2;

    /// <summary>Works off what waits, newest first, and says how many marks that were. Marks for everything are the job's.</summary>
    public Task<int> WorkOffAsync(int most = MostAtOnce, CancellationToken stop = default) => WorkOffAsync(most, CoverageRefresh.MostAttempts, stop);

    private async Task<int> WorkOffAsync(int most, int attempts, CancellationToken stop)
    {
        var marks = await db.CoverageMarks.AsNoTracking().Where(m => m.RecordId != null || m.OrganisationId != null || m.ItemCode != "")
            .OrderByDescending(m => m.Id).Take(most).ToListAsync(stop);
        if (marks.Count == 0) return 0;
        var wanted = await ResolveAsync(marks, stop);
        foreach (var (organisation, codes) in wanted.GroupBy(w => w.Organisation, w => w.Code).Select(g => (g.Key, g.Distinct().ToList())))
            await refresh.RefreshAsync(organisation, codes, attempts, stop);
        await RemoveAsync(marks, stop);
        return marks.Count;
    }

    /// <summary>The same, where nobody may be kept from going on: a count that another one overtook is left to the job.</summary>
    public async Task TryWorkOffAsync(CancellationToken stop = default)
    {
        try
        {
            // Nothing that the request looked at and did not save may go into this save.
            db.ChangeTracker.Clear();
            // Somebody waits for an answer: whoever is overtaken twice here gives way.
            await WorkOffAsync(MostAtOnce, AttemptsWithinRequest, stop);
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            // The marks are still there.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes marks away that were worked off.</summary>
    internal async Task RemoveAsync(IReadOnlyCollection<CoverageMark> marks, CancellationToken stop)
    {
        foreach (var part in marks.Chunk(500))
        {
            var ids = part.Select(m => m.Id).ToList();
            await db.CoverageMarks.Where(m => ids.Contains(m.Id)).ExecuteDeleteAsync(stop);
        }
    }

    private async Task<HashSet<(Guid Organisation, string Code)>> ResolveAsync(List<CoverageMark> marks, CancellationToken stop)
    {
        var wanted = new HashSet<(Guid, string)>();
        var ids = marks.Select(m => m.RecordId).OfType<Guid>().Distinct().ToList();
        // The bin too: what was thrown away must go from the figures.
        var owners = await db.Disclosures.IgnoreQueryFilters().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.OrganisationId }).ToDictionaryAsync(d => d.Id, d => d.OrganisationId, stop);
        var items = (await db.Set<DisclosureItem>().Where(i => ids.Contains(i.DisclosureId)).Select(i => new { i.DisclosureId, i.ItemCode }).ToListAsync(stop)).ToLookup(i => i.DisclosureId, i => i.ItemCode);
        var listed = (await db.ListingItems.Where(i => ids.Contains(i.DisclosureId)).Select(i => new { i.DisclosureId, i.ItemCode }).ToListAsync(stop)).ToLookup(i => i.DisclosureId, i => i.ItemCode);
        // Where it stood so far: a draft that was deleted has no items any more.
        var former = await db.CoverageUnits.Where(u => u.RecordId != null && ids.Contains(u.RecordId.Value)).Select(u => new { u.OrganisationId, u.ItemCode }).ToListAsync(stop);
        foreach (var unit in former) wanted.Add((unit.OrganisationId, unit.ItemCode));
        var codes = marks.Where(m => m is { RecordId: null, OrganisationId: null }).Select(m => m.ItemCode).Distinct().ToList();
        foreach (var duty in await db.Duties.Where(d => codes.Contains(d.ItemCode)).Select(d => new { d.OrganisationId, d.ItemCode }).ToListAsync(stop)) wanted.Add((duty.OrganisationId, duty.ItemCode));
        foreach (var mark in marks)
        {
            if (mark.RecordId is not { } id)
            {
                if (mark is { OrganisationId: { } organisation }) wanted.Add((organisation, mark.ItemCode));
                continue;
            }

            if (mark.OrganisationId is null && !owners.ContainsKey(id)) continue;
            var owner = mark.OrganisationId ?? owners[id];
            IEnumerable<string> touched = mark.ItemCode.Length > 0 ? [mark.ItemCode] : items[id].Concat(listed[id]);
            foreach (var code in touched) wanted.Add((owner, code));
        }

        return wanted;
    }
}
