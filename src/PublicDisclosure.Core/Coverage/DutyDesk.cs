using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Coverage;

/// <summary>Declares that a period had nothing to publish.</summary>
public sealed record DeclareNothing(Guid DutyId, string Period, string Remark, Guid By);

/// <summary>Another person confirms a declaration or sends it back.</summary>
public sealed record DecideZeroReport(Guid Id, int SeenRevision, bool Confirms, string Remark, Guid By);

/// <summary>States by name that a standing page was looked through and is right: the page and the version that the person saw.</summary>
public sealed record CheckContent(Guid DutyId, Guid SeenPage, int SeenVersion, string Remark, Guid By);

/// <summary>What people state about a duty: 本期无信息 and 内容核对无误. Whether they may is asked by the page, for the organisation.</summary>
public sealed class DutyDesk(DisclosureDb db, BusinessClock clock)
{
    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } = [ZeroReportTransitions.Declare, ZeroReportTransitions.Confirm, ZeroReportTransitions.Return, CoverageRefresh.CancelAct, "ContentCheck.Record", CoverageRefresh.MoveAct];

    /// <summary>Declares 本期无信息 for one period of one duty; it counts once another person has confirmed it.</summary>
    public async Task<OutcomeOf<Guid>> DeclareAsync(DeclareNothing command, CancellationToken stop = default)
    {
        if (await FindAsync(command.DutyId, stop) is not { } duty) return Outcome.NotFound;
        if (ReportingPeriod.Parse(command.Period) is not { } period) return Outcome.NotFound;
        var refusals = ZeroReport.Check(period, command.Remark, clock.Today).Union(await BarriersAsync(duty.Id, period, stop)).ToList();
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var report = ZeroReport.Declare(Guid.CreateVersion7(now), duty, period, command.Remark, clock.Today, now, command.By);
        db.Add(report);
        Note(report, ZeroReportTransitions.Declare, now, command.By, command.Remark);
        var saved = await db.TrySaveAsync(stop);
        return saved.IsDone ? report.Id : saved;
    }

    /// <summary>Whatever stands in the way of a declaration before a word of it is written.</summary>
    public async Task<IReadOnlyList<Refusal>> BarriersAsync(Guid dutyId, ReportingPeriod period, CancellationToken stop = default)
    {
        var unit = await db.CoverageUnits.AsNoTracking().SingleOrDefaultAsync(u => u.DutyId == dutyId && u.Kind == UnitKind.Period && u.Period == period.Key, stop);
        if (unit is null) return [new Refusal("ZeroReport.NoSuchPeriod", null, period.Label)];
        var barriers = new List<Refusal>();
        if (period.To >= clock.Today) barriers.Add(new Refusal("ZeroReport.PeriodRunning", null, period.Label));
        if (unit.RecordId is not null) barriers.Add(new Refusal("ZeroReport.HasRecord", null, period.Label));
        if (await db.ZeroReports.AnyAsync(z => z.DutyId == dutyId && z.Period == period.Key && (z.State == ZeroReportState.Declared || z.State == ZeroReportState.Confirmed), stop))
            barriers.Add(new Refusal("ZeroReport.AlreadyDeclared", null, period.Label));
        return barriers;
    }

    /// <summary>Another person confirms, and it is public from then on; or sends it back with a reason.</summary>
    public async Task<Outcome> DecideAsync(DecideZeroReport command, CancellationToken stop = default)
    {
        var report = await db.ZeroReports.SingleOrDefaultAsync(z => z.Id == command.Id, stop);
        if (report is null) return Outcome.NotFound;
        if (report.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        // Between declaration and confirmation something may have turned up.
        if (command.Confirms && await db.CoverageUnits.AnyAsync(u => u.DutyId == report.DutyId && u.Period == report.Period && u.RecordId != null, stop))
            return Outcome.Refused([new Refusal("ZeroReport.HasRecord", null, ReportingPeriod.Parse(report.Period)!.Label)]);
        var now = clock.Now;
        return await db.ActAndSaveAsync(() =>
        {
            if (command.Confirms) report.Confirm(now, command.By);
            else report.Return(command.Remark, now, command.By);
            Note(report, command.Confirms ? ZeroReportTransitions.Confirm : ZeroReportTransitions.Return, now, command.By, command.Remark);
        }, stop);
    }

    /// <summary>Records 内容核对无误 for the page of a standing duty. It touches neither publication nor update date.</summary>
    public async Task<Outcome> CheckAsync(CheckContent command, CancellationToken stop = default)
    {
        if (await FindAsync(command.DutyId, stop) is not { } duty) return Outcome.NotFound;
        var unit = await db.CoverageUnits.AsNoTracking().SingleOrDefaultAsync(u => u.DutyId == duty.Id && u.Kind == UnitKind.Standing, stop);
        if (unit?.RecordId is not { } page || unit.FulfilledOn is null) return Outcome.Refused([new Refusal("ContentCheck.NoPage")]);
        // An update under way would be confirmed unseen.
        var disclosure = await db.Disclosures.AsNoTracking().Where(d => d.Id == page).Select(d => new { d.CurrentVersion, d.State }).SingleOrDefaultAsync(stop);
        if (disclosure is null) return Outcome.Refused([new Refusal("ContentCheck.NoPage")]);
        // Whoever confirms must have read what is public now.
        if (page != command.SeenPage || disclosure.CurrentVersion != command.SeenVersion) return Outcome.EditedMeanwhile;
        if (disclosure.State != DisclosureState.Published) return Outcome.Refused([new Refusal("ContentCheck.ChangeUnderWay")]);
        var today = clock.Today;
        if (await db.ContentChecks.AnyAsync(c => c.DutyId == duty.Id && c.CheckedOn == today, stop)) return Outcome.Refused([new Refusal("ContentCheck.AlreadyToday")]);
        var now = clock.Now;
        return await db.ActAndSaveAsync(() =>
        {
            var check = ContentCheck.Create(Guid.CreateVersion7(now), duty, (page, disclosure.CurrentVersion), today, command.Remark, now, command.By);
            db.Add(check);
            db.Add(AuditEntry.Record(now, command.By, "ContentCheck.Record", duty.OrganisationId, page, duty.ItemCode, $"v{disclosure.CurrentVersion} {command.Remark}"));
        }, stop);
    }

    private Task<Duty?> FindAsync(Guid dutyId, CancellationToken stop) => db.Duties.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dutyId && d.IsActive, stop);

    private void Note(ZeroReport report, string act, DateTime now, Guid by, string remark) =>
        db.Add(AuditEntry.Record(now, by, act, report.OrganisationId, report.Id, report.Period, $"{report.ItemCode} {remark.Trim()}"));
}
