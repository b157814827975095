using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>A batch in a list.</summary>
public sealed record BatchListRow(Guid Id, string FileName, string OrganisationName, int RowCount, int Waiting, int Published, DateTime CreatedAt, BatchKind Kind);

/// <summary>A row of a batch with its checklist.</summary>
public sealed record BatchDeskRow(int Row, Guid Id, string Title, DisclosureState State, ChecklistResult Check, BatchRunRow? Left);

/// <summary>Reads batches for their pages.</summary>
public sealed class BatchDesk(DisclosureDb db, ChecklistRunner checklist)
{
    /// <summary>Rows of a page: each is checked anew.</summary>
    public const int PageSize = 50;

    /// <summary>The batches among these, the newest first.</summary>
    public async Task<IReadOnlyList<BatchListRow>> ListAsync(IQueryable<DisclosureBatch> batches, CancellationToken stop = default) =>
        await batches.AsNoTracking().OrderByDescending(b => b.CreatedAt).Take(100).Select(b => new BatchListRow(
            b.Id, b.FileName, db.Organisations.Where(o => o.Id == b.OrganisationId).Select(o => o.ShortName).First(), b.RowCount,
            db.Disclosures.Count(d => d.BatchId == b.Id && d.State != DisclosureState.Published && d.State != DisclosureState.Withdrawn && d.State != DisclosureState.Filed),
            db.Disclosures.Count(d => d.BatchId == b.Id && d.State == DisclosureState.Published), b.CreatedAt, b.Kind)).ToListAsync(stop);

    /// <summary>How many rows stand in which state.</summary>
    public async Task<IReadOnlyDictionary<DisclosureState, int>> StatesAsync(Guid batchId, CancellationToken stop = default) =>
        await db.Disclosures.AsNoTracking().Where(d => d.BatchId == batchId).GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    /// <summary>The rows that a step would take, with the revision as it is shown: <c>12:3,13:3</c>.</summary>
    public async Task<string> SeenAsync(Guid batchId, BatchStep step, CancellationToken stop = default)
    {
        var from = BatchSteps.Of(step).From.ToList();
        var rows = await db.Disclosures.AsNoTracking().Where(d => d.BatchId == batchId && from.Contains(d.State)).OrderBy(d => d.BatchRow)
            .Select(d => new { d.BatchRow, d.Revision }).ToListAsync(stop);
        return string.Join(',', rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.BatchRow}:{r.Revision}")));
    }

    /// <summary>The last step asked for, with the rows that stayed behind; null when there was none.</summary>
    public Task<BatchRun?> LastRunAsync(Guid batchId, CancellationToken stop = default) =>
        db.BatchRuns.AsNoTracking().Include(r => r.Left).Where(r => r.BatchId == batchId).OrderByDescending(r => r.RequestedAt).FirstOrDefaultAsync(stop);

    /// <summary>One page of rows in the order of the file, each with its checklist as of now.</summary>
    public async Task<IReadOnlyList<BatchDeskRow>> RowsAsync(Guid batchId, int page, BatchRun? run, CancellationToken stop = default)
    {
        var found = await db.Disclosures.AsNoTracking().Include(d => d.Items).Include(d => d.Attachments).Include(d => d.WarningReasons).AsSplitQuery()
            .Where(d => d.BatchId == batchId).OrderBy(d => d.BatchRow).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var rows = new List<BatchDeskRow>();
        foreach (var d in found)
            rows.Add(new BatchDeskRow(d.BatchRow!.Value, d.Id, d.Text.Title, d.State, await checklist.CheckAsync(d, stop), run?.Left.FirstOrDefault(l => l.Row == d.BatchRow)));
        return rows;
    }
}
