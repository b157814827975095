using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Reminders;

namespace PublicDisclosure.Core.Desk;

/// <summary>
/// Duties without a draft that are due soon or overdue, for those who draft; declarations of 本期无信息 for those who confirm them.
/// What has a draft waits as that draft; what never was published in years stands on the desk for duties alone.
/// </summary>
internal sealed class DutyDeskSource(DisclosureDb db, CoverageQueries coverage, UnitTitles titles) : IDeskSource
{
    /// <inheritdoc/>
    public async Task<int> CountAsync(DeskPerson person, CancellationToken stop) => await new[] { (await UnitsAsync(person, stop))?.Select(u => u.Id), Reports(person)?.Select(z => z.Id) }
        .OfType<IQueryable<Guid>>().CountTogetherAsync(stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        var units = await UnitsAsync(person, stop) is { } due ? await due.ToListAsync(stop) : [];
        var reports = Reports(person) is { } declared ? await declared.ToListAsync(stop) : [];
        if (units.Count + reports.Count == 0) return [];
        var names = await titles.OfAsync(units, stop);
        var items = await titles.NamesAsync([.. reports.Select(r => r.ItemCode)], stop);
        var ids = units.Select(u => u.OrganisationId).Concat(reports.Select(r => r.OrganisationId)).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, stop);
        return
        [
            .. units.Select(u => new DeskTask(
                u.Kind == UnitKind.Check ? DeskTaskKind.ContentCheck : DeskTaskKind.Duty, $"unit:{u.DutyId:N}:{u.Key}", names[u.Id], UnitTitles.PathOf(u), u.OrganisationId, organisations[u.OrganisationId],
                u.StartsOn is { } from ? Time.BusinessClock.Utc(from, TimeOnly.MinValue) : u.CountedAt)
            {
                DueOn = u.DueOn,
                Unit = u.DueUnit,
                ExplanationPath = UnitTitles.ExplanationOf(u),
            }),
            .. reports.Select(r => new DeskTask(
                DeskTaskKind.ZeroReport, $"zero:{r.Id:N}", $"{items.GetValueOrDefault(r.ItemCode, r.ItemCode)}（{ReportingPeriod.Parse(r.Period)?.Label ?? r.Period}）", $"/admin/duties/zero-reports/{r.Id}",
                r.OrganisationId, organisations[r.OrganisationId], r.DeclaredAt)),
        ];
    }

    private async Task<IQueryable<CoverageUnit>?> UnitsAsync(DeskPerson person, CancellationToken stop)
    {
        if (!person.Rights.Has(Permission.DisclosuresDraft)) return null;
        var soon = await coverage.SoonUntilAsync(stop);
        return person.Rights.ScopeOf(Permission.DisclosuresDraft).Apply(db.CoverageUnits.AsNoTracking(), u => u.OrganisationId)
            .Where(u => u.Kind == UnitKind.Period || u.Kind == UnitKind.Standing || u.Kind == UnitKind.Check)
            .Where(u => u.DueOn <= soon && u.FulfilledOn == null && !u.HasZeroReport && u.IsRated && !u.IsNeverPublished)
            .Where(u => !db.DueDates.Any(due => due.DisclosureId == u.RecordId && due.SettledAt == null));
    }

    private IQueryable<ZeroReport>? Reports(DeskPerson person) => !person.Rights.Has(Permission.DisclosuresReview) ? null
        : person.Rights.ScopeOf(Permission.DisclosuresReview).Apply(db.ZeroReports.AsNoTracking(), z => z.OrganisationId)
            .Where(z => z.State == ZeroReportState.Declared && z.DeclaredBy != person.Id);
}
