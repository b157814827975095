using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Web.Security;

/// <summary>
/// Disclosures within the organisations for which a person has a permission. Another organisation's looks like none (404),
/// so that ids tell nothing.
/// </summary>
public sealed class DisclosureAccess(DisclosureDb db)
{
    /// <summary>All of them, to be filtered and projected. Not tracked: pages never save.</summary>
    public IQueryable<Disclosure> For(ClaimsPrincipal user, Permission permission) =>
        user.ScopeOf(permission).Apply(db.Disclosures.AsNoTracking(), disclosure => disclosure.OrganisationId);

    /// <summary>Whether this one is among them. A page answers 404 otherwise, before it hands anything to a workflow.</summary>
    public Task<bool> MayAsync(ClaimsPrincipal user, Guid disclosureId, Permission permission, CancellationToken stop) =>
        For(user, permission).AnyAsync(disclosure => disclosure.Id == disclosureId, stop);

    /// <summary>This one with all its parts, or null.</summary>
    public Task<Disclosure?> FindAsync(ClaimsPrincipal user, Guid disclosureId, Permission permission, CancellationToken stop) =>
        For(user, permission)
            .Include(d => d.Items).Include(d => d.Attachments).Include(d => d.Transitions).Include(d => d.Reviews)
            .Include(d => d.Contributors).Include(d => d.WarningReasons).Include(d => d.FormedDateChanges).Include(d => d.Replacements)
            .Include(d => d.Signatures).Include(d => d.ForcedPublications).ThenInclude(f => f.Authors).Include(d => d.Opinions).Include(d => d.Reexaminations).Include(d => d.ScheduleRefusal).Include(d => d.Arrival)
            .Include(d => d.StandingChanges).Include(d => d.Suspensions).Include(d => d.Proposals)
            .AsSplitQuery().SingleOrDefaultAsync(d => d.Id == disclosureId, stop);
}
