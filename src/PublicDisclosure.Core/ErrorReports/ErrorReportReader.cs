using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ErrorReports;

/// <summary>A report in a staff list.</summary>
public sealed record ErrorReportRow(Guid Id, string Address, ErrorKind Kind, string Organisation, ErrorReportState State, DateTime ReceivedAt, DateOnly DueOn, int DueWorkingDays, DateTime? AnsweredAt, ErrorOutcome? Outcome);

/// <summary>One report as staff see it. The contact is not in it: whoever wants it asks for it and is noted.</summary>
/// <param name="Row">Its head.</param>
/// <param name="Report">The report; not tracked.</param>
/// <param name="Words">What the citizen wrote.</param>
/// <param name="AnsweredBy">Name; empty while it waits.</param>
/// <param name="Others">Reports of the same page and organisation that it could be merged into.</param>
/// <param name="Merged">How many were merged into it.</param>
public sealed record ErrorReportSheet(ErrorReportRow Row, ErrorReport Report, string Words, string AnsweredBy, IReadOnlyList<ErrorReportRow> Others, int Merged);

/// <summary>What a citizen reads by the code.</summary>
public sealed record ErrorReportStatus(string Address, ErrorKind Kind, DateTime ReceivedAt, DateOnly DueOn, int WorkingDays, ErrorReportState State, ErrorOutcome? Outcome, string Answer, DateTime? AnsweredAt);

/// <summary>Public figures of a year.</summary>
/// <param name="Received">How many came in.</param>
/// <param name="Merged">How many of them said the same as another.</param>
/// <param name="Answered">How many were answered, those merged left out.</param>
/// <param name="InTime">How many of those in time.</param>
/// <param name="Overdue">How many wait longer than the limit.</param>
/// <param name="Fixed">How many errors were put right.</param>
/// <param name="ByKind">How many of each kind came in.</param>
public sealed record ErrorReportFigures(int Received, int Merged, int Answered, int InTime, int Overdue, int Fixed, IReadOnlyList<(ErrorKind Kind, int Count)> ByKind);

/// <summary>Reads error reports: for staff within their organisations, for a citizen by the code, for everybody as numbers.</summary>
public sealed class ErrorReportReader(DisclosureDb db, BusinessClock clock, FieldSealer sealer)
{
    private const int PageSize = 30;
    private const int MostOthers = 20;

    /// <summary>Those of some organisations.</summary>
    public IQueryable<ErrorReport> Of(OrganisationScope scope) => scope.Apply(db.ErrorReports.AsNoTracking(), r => r.OrganisationId);

    /// <summary>A page, newest first.</summary>
    public async Task<Page<ErrorReportRow>> PageAsync(OrganisationScope scope, ErrorReportState? state, ListPosition? after, ListPosition? before, CancellationToken stop = default)
    {
        var reports = Of(scope);
        if (state is not null) reports = reports.Where(r => r.State == state);
        var back = before is not null && after is null;
        if (after is not null) reports = reports.Where(r => r.ReceivedAt < after.At || (r.ReceivedAt == after.At && r.Id.CompareTo(after.Id) < 0));
        if (back) reports = reports.Where(r => r.ReceivedAt > before!.At || (r.ReceivedAt == before.At && r.Id.CompareTo(before.Id) > 0));
        reports = back ? reports.OrderBy(r => r.ReceivedAt).ThenBy(r => r.Id) : reports.OrderByDescending(r => r.ReceivedAt).ThenByDescending(r => r.Id);
        return Pages.Of(await Rows(reports.Take(PageSize + 1)).ToListAsync(stop), PageSize, back, after is not null, r => new ListPosition(r.ReceivedAt, r.Id));
    }

    /// <summary>One, within some organisations.</summary>
    public async Task<ErrorReportSheet?> FindAsync(OrganisationScope scope, Guid id, CancellationToken stop = default)
    {
        if (await Of(scope).SingleOrDefaultAsync(r => r.Id == id, stop) is not { } report) return null;
        var others = report.State == ErrorReportState.Received
            ? await Rows(db.ErrorReports.AsNoTracking().Where(r => r.Address == report.Address && r.OrganisationId == report.OrganisationId && r.Id != id && r.State != ErrorReportState.Merged).OrderByDescending(r => r.ReceivedAt).Take(MostOthers)).ToListAsync(stop)
            : [];
        var answeredBy = report.AnsweredBy is { } by ? await db.Users.AsNoTracking().Where(u => u.Id == by).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) ?? StaffNames.Gone : "";
        return new ErrorReportSheet(
            (await Rows(Of(scope).Where(r => r.Id == id)).ToListAsync(stop))[0], report, sealer.Open(report.Words, ErrorReport.WordsPurpose(id)), answeredBy, others,
            await db.ErrorReports.CountAsync(r => r.MergedIntoId == id, stop));
    }

    /// <summary>What a citizen may read by the code; null for a code that nothing has, whatever it looks like.</summary>
    public async Task<ErrorReportStatus?> ByCodeAsync(string? typed, CancellationToken stop = default)
    {
        if (!QueryCode.TryParse(typed, out var code)) return null;
        var hash = code.Hash();
        var report = await db.ErrorReports.AsNoTracking().SingleOrDefaultAsync(r => r.CodeHash == hash, stop);
        if (report is null || !code.Matches(report.CodeHash)) return null;
        var main = report.MergedIntoId is { } into ? await db.ErrorReports.AsNoTracking().SingleAsync(r => r.Id == into, stop) : report;
        return new ErrorReportStatus(report.Address, report.Kind, report.ReceivedAt, report.DueOn, report.DueWorkingDays, report.State, main.Outcome, main.Answer, main.AnsweredAt);
    }

    /// <summary>The figures of a Beijing year.</summary>
    public async Task<ErrorReportFigures> FiguresAsync(int year, CancellationToken stop = default)
    {
        var (from, to) = (BusinessClock.Utc(new DateOnly(year, 1, 1), TimeOnly.MinValue), BusinessClock.Utc(new DateOnly(year + 1, 1, 1), TimeOnly.MinValue));
        var rows = await db.ErrorReports.AsNoTracking().Where(r => r.ReceivedAt >= from && r.ReceivedAt < to)
            .Select(r => new { r.Kind, r.State, r.Outcome, r.DueOn, r.AnsweredAt }).ToListAsync(stop);
        var answered = rows.Where(r => r.AnsweredAt is not null).ToList();
        return new ErrorReportFigures(
            rows.Count, rows.Count(r => r.State == ErrorReportState.Merged), answered.Count, answered.Count(r => BusinessClock.BeijingDate(r.AnsweredAt!.Value) <= r.DueOn),
            rows.Count(r => r.State == ErrorReportState.Received && r.DueOn < clock.Today), rows.Count(r => r.Outcome == ErrorOutcome.Fixed),
            [.. rows.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))]);
    }

    private IQueryable<ErrorReportRow> Rows(IQueryable<ErrorReport> reports) => reports.Select(r => new ErrorReportRow(
        r.Id, r.Address, r.Kind, db.Organisations.Where(o => o.Id == r.OrganisationId).Select(o => o.ShortName).First(), r.State, r.ReceivedAt, r.DueOn, r.DueWorkingDays, r.AnsweredAt, r.Outcome));
}
