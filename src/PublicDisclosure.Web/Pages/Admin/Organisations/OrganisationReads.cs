using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>What the pages on organisations read, within the reach of who asks.</summary>
internal static class OrganisationReads
{
    /// <summary>The organisations the person keeps.</summary>
    public static IQueryable<Organisation> KeptBy(this DisclosureDb db, ClaimsPrincipal by) =>
        by.ScopeOf(Permission.OrganisationManage).Apply(db.Organisations.AsNoTracking(), o => o.Id);

    /// <summary>One of them, or null.</summary>
    public static Task<Organisation?> FindKeptAsync(this DisclosureDb db, ClaimsPrincipal by, Guid id, CancellationToken stop) =>
        db.KeptBy(by).SingleOrDefaultAsync(o => o.Id == id, stop);
}
