using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Security;

/// <summary>
/// Checks the session against the account at each request of a signed-in person (one query by key): a changed security
/// stamp or a closed account ends it, and roles are always those of this moment.
/// </summary>
public sealed class StaffSessionEvents(DisclosureDb db) : CookieAuthenticationEvents
{
    private static readonly string StampType = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var id = context.Principal?.FindStaffId();
        var session = id is null ? null : await db.Users.FindSessionAsync(id.Value, context.HttpContext.RequestAborted);
        if (session is null || session.SecurityStamp != context.Principal!.FindFirstValue(StampType))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        var old = (ClaimsIdentity)context.Principal!.Identity!;
        var claims = old.Claims.Where(c => c.Type != ClaimTypes.Name).Concat(StaffClaims.Of(session));
        context.ReplacePrincipal(new ClaimsPrincipal(new ClaimsIdentity(claims, old.AuthenticationType)));
    }

    /// <summary>A person without the right role is told so (403) and not sent to another address.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
