using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>Duties within the organisations for which a person has a permission; another organisation's looks like none (404).</summary>
public sealed class DutyAccess(DisclosureDb db, CoverageLists lists)
{
    /// <summary>This one while it is followed, or null.</summary>
    public Task<Duty?> FindAsync(ClaimsPrincipal user, Guid id, Permission permission, CancellationToken stop) =>
        user.ScopeOf(permission).Apply(db.Duties.AsNoTracking(), d => d.OrganisationId).SingleOrDefaultAsync(d => d.Id == id && d.IsActive, stop);

    /// <summary>The organisations whose desk a person may open, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> OrganisationsAsync(ClaimsPrincipal user, CancellationToken stop)
    {
        var rows = await user.ScopeOf(Permission.CoverageRead).Apply(db.Organisations.AsNoTracking(), o => o.Id)
            .Where(o => db.Duties.Any(d => d.OrganisationId == o.Id)).OrderBy(o => o.SortOrder).Select(o => new { o.Id, o.ShortName }).ToListAsync(stop);
        return [.. rows.Select(o => (o.Id, o.ShortName))];
    }

    /// <summary>The unit of one period of a duty; null where it has no such period.</summary>
    public async Task<UnitLine?> PeriodAsync(Guid dutyId, ReportingPeriod period, CancellationToken stop)
    {
        var units = await db.CoverageUnits.AsNoTracking().Where(u => u.DutyId == dutyId && u.Kind == UnitKind.Period && u.Period == period.Key).ToListAsync(stop);
        return (await lists.LinesAsync(units, stop)).SingleOrDefault();
    }
}
