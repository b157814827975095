using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Enters what a batch found, and closes what a run did not find any more. The caller saves.</summary>
internal static class SelfTestRecorder
{
    /// <summary>Findings closed in one save, and keys asked for in one query.</summary>
    public const int Batch = 200;

    /// <summary>Known faults are seen again, mended ones that are back are opened again, others are new.</summary>
    public static async Task EnterAsync(DisclosureDb db, Guid runId, IReadOnlyList<FoundFault> faults, DateTime now, CancellationToken stop)
    {
        foreach (var chunk in faults.DistinctBy(f => (f.Indicator, f.Key)).Chunk(Batch))
        {
            var keys = chunk.Select(f => f.Key).Distinct().ToList();
            var known = (await db.SelfTestFindings.Where(f => keys.Contains(f.Key)).ToListAsync(stop)).ToDictionary(f => (f.Indicator, f.Key));
            foreach (var fault in chunk)
            {
                if (!known.TryGetValue((fault.Indicator, fault.Key), out var finding)) db.Add(SelfTestFinding.Open(fault, runId, now));
                else See(db, finding, fault, runId, now);
            }
        }
    }

    /// <summary>Closes a batch of open findings that the run did not see; says how many.</summary>
    public static async Task<int> CloseAsync(DisclosureDb db, Guid runId, IReadOnlyList<SelfTestIndicator> indicators, DateTime now, CancellationToken stop)
    {
        if (indicators.Count == 0) return 0;
        var left = await db.SelfTestFindings.Where(f => indicators.Contains(f.Indicator) && f.MendedAt == null && f.LastRunId != runId)
            .OrderBy(f => f.Id).Take(Batch).ToListAsync(stop);
        foreach (var finding in left)
        {
            finding.Mend(runId, now);
            db.Add(finding.Events[^1]);
        }

        return left.Count;
    }

    /// <summary>The figures of a run for some indicators, once everything is closed.</summary>
    public static async Task<IReadOnlyList<SelfTestFigure>> FiguresAsync(DisclosureDb db, Guid runId, IReadOnlyList<SelfTestIndicator> indicators, CancellationToken stop)
    {
        var open = await db.SelfTestFindings.Where(f => indicators.Contains(f.Indicator) && f.MendedAt == null)
            .GroupBy(f => f.Indicator).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var events = await db.Set<SelfTestEvent>().Where(e => e.RunId == runId).Join(db.SelfTestFindings, e => e.FindingId, f => f.Id, (e, f) => new { f.Indicator, e.Kind })
            .GroupBy(e => new { e.Indicator, e.Kind }).Select(g => new { g.Key.Indicator, g.Key.Kind, Count = g.Count() }).ToListAsync(stop);
        return [.. indicators.Select(i => new SelfTestFigure(
            runId, i, open.GetValueOrDefault(i), Count(i, SelfTestEventKind.Found) + Count(i, SelfTestEventKind.Reopened), Count(i, SelfTestEventKind.Mended)))];

        int Count(SelfTestIndicator indicator, SelfTestEventKind kind) => events.Where(e => e.Indicator == indicator && e.Kind == kind).Sum(e => e.Count);
    }

    private static void See(DisclosureDb db, SelfTestFinding finding, FoundFault fault, Guid runId, DateTime now)
    {
        var before = finding.Events.Count;
        finding.See(fault, runId, now);
        foreach (var step in finding.Events.Skip(before)) db.Add(step);
    }
}
