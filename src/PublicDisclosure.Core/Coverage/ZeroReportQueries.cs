using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Coverage;

/// <summary>A declaration of 本期无信息 in a list.</summary>
public sealed record ZeroReportRow(Guid Id, string OrganisationName, string ItemName, string Period, ZeroReportState State, DateTime DeclaredAt, DateTime? DecidedAt)
{
    /// <summary>The period in words.</summary>
    public string PeriodName => ReportingPeriod.Parse(Period)?.Label ?? Period;
}

/// <summary>One declaration with everything staff see of it.</summary>
/// <param name="Row">Its head.</param>
/// <param name="Report">The declaration; not tracked.</param>
/// <param name="Unit">The unit of its period as it stands; null where the duty has that period no more.</param>
/// <param name="DeclaredBy">Name.</param>
/// <param name="DecidedBy">Name; empty while it waits.</param>
public sealed record ZeroReportSheet(ZeroReportRow Row, ZeroReport Report, DutyLine? Unit, string DeclaredBy, string DecidedBy);

/// <summary>Reads declarations of 本期无信息 for the staff of their organisations.</summary>
public sealed class ZeroReportQueries(DisclosureDb db, CoverageLists lists, DutyLists duties)
{
    private const int PageSize = 30;

    /// <summary>Those of some organisations.</summary>
    public IQueryable<ZeroReport> Of(OrganisationScope scope) => scope.Apply(db.ZeroReports.AsNoTracking(), z => z.OrganisationId);

    /// <summary>Those that wait for somebody else than this person.</summary>
    public IQueryable<ZeroReport> WaitingFor(OrganisationScope scope, Guid person) => Of(scope).Where(z => z.State == ZeroReportState.Declared && z.DeclaredBy != person);

    /// <summary>A page, newest first.</summary>
    public async Task<Page<ZeroReportRow>> PageAsync(IQueryable<ZeroReport> reports, ListPosition? after, ListPosition? before, CancellationToken stop = default)
    {
        var back = before is not null && after is null;
        if (after is not null) reports = reports.Where(z => z.DeclaredAt < after.At || (z.DeclaredAt == after.At && z.Id.CompareTo(after.Id) < 0));
        if (back) reports = reports.Where(z => z.DeclaredAt > before!.At || (z.DeclaredAt == before.At && z.Id.CompareTo(before.Id) > 0));
        reports = back ? reports.OrderBy(z => z.DeclaredAt).ThenBy(z => z.Id) : reports.OrderByDescending(z => z.DeclaredAt).ThenByDescending(z => z.Id);
        return Pages.Of(await RowsAsync(reports.Take(PageSize + 1), stop), PageSize, back, after is not null, r => new ListPosition(r.DeclaredAt, r.Id));
    }

    /// <summary>One, within some organisations.</summary>
    public async Task<ZeroReportSheet?> FindAsync(OrganisationScope scope, Guid id, CancellationToken stop = default)
    {
        if (await Of(scope).SingleOrDefaultAsync(z => z.Id == id, stop) is not { } report) return null;
        var row = (await RowsAsync(Of(scope).Where(z => z.Id == id), stop))[0];
        var unit = await db.CoverageUnits.AsNoTracking().Where(u => u.DutyId == report.DutyId && u.Kind == UnitKind.Period && u.Period == report.Period).ToListAsync(stop);
        var people = new[] { report.DeclaredBy, report.DecidedBy ?? report.DeclaredBy };
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        return new ZeroReportSheet(row, report, (await duties.LinesAsync(unit, stop)).SingleOrDefault(),
            names.GetValueOrDefault(report.DeclaredBy, StaffNames.Gone), report.DecidedBy is { } by ? names.GetValueOrDefault(by, StaffNames.Gone) : "");
    }

    private async Task<List<ZeroReportRow>> RowsAsync(IQueryable<ZeroReport> reports, CancellationToken stop)
    {
        var rows = await reports.Select(z => new { z.Id, z.ItemCode, z.Period, z.State, z.DeclaredAt, z.DecidedAt, Name = db.Organisations.Where(o => o.Id == z.OrganisationId).Select(o => o.ShortName).First() }).ToListAsync(stop);
        var names = await lists.ItemNamesAsync([.. rows.Select(r => r.ItemCode).Distinct()], stop);
        return [.. rows.Select(r => new ZeroReportRow(r.Id, r.Name, names.GetValueOrDefault(r.ItemCode, r.ItemCode), r.Period, r.State, r.DeclaredAt, r.DecidedAt))];
    }
}
