using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>
/// Cases whose hours are over and nothing is out, and error reports that nobody answered in time. Of a case it tells its organisation
/// and hour only: the board is read by people who may not see cases.
/// </summary>
public sealed class ResponsePass(DisclosureDb db, CaseQueries cases, BusinessClock clock) : SelfTestPass
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators { get; } = [SelfTestIndicator.ResponsesLate, SelfTestIndicator.ErrorReportsUnanswered];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var open = await db.OpinionCases.AsNoTracking().Where(c => c.Stage != CaseStage.Closed && c.Id.CompareTo(after) > 0).OrderBy(c => c.Id).Take(Batch).Include(c => c.Limits).AsSplitQuery().ToListAsync(stop);
        var faults = open.Zip(await cases.RowsAsync(open, stop)).SelectMany(p => p.Second.Limits.Where(l => l.IsOpen && l.Status == CaseLimitStatus.Missed).Select(l => new FoundFault(
            SelfTestIndicator.ResponsesLate, SelfTestFault.ResponseOverdue, p.First.OrganisationId, new SelfTestSubject(SelfTestSubjectKind.OpinionCase, p.First.Id, "", ""), l.Limit.Id.ToString("N"),
            BusinessClock.BeijingTime(l.Limit.DueAt).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)))).ToList();
        if (after == Guid.Empty) faults.AddRange(await UnansweredAsync(stop));
        return new PassStep(faults, open.Count, open.Count < Batch ? null : open[^1].Id);
    }

    private async Task<IEnumerable<FoundFault>> UnansweredAsync(CancellationToken stop)
    {
        var today = clock.Today;
        var rows = await db.ErrorReports.AsNoTracking().Where(r => r.State == ErrorReportState.Received && r.DueOn < today)
            .OrderBy(r => r.DueOn).Select(r => new { r.Id, r.OrganisationId, r.Address, r.DueOn }).ToListAsync(stop);
        return rows.Select(r => new FoundFault(
            SelfTestIndicator.ErrorReportsUnanswered, SelfTestFault.ErrorReportOverdue, r.OrganisationId, new SelfTestSubject(SelfTestSubjectKind.ErrorReport, r.Id, ShortText.Start(r.Address, 100), ""), "",
            r.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }
}
