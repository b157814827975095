using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>
/// Tells what makes an answer one reader's own: the cookie of a signed-in member of staff, that of a message to show once, or a key sent
/// along. Cookies of other sites of the same domain change nothing.
/// </summary>
public sealed class PageCookies(IOptionsMonitor<CookieAuthenticationOptions> accounts, IOptions<CookieTempDataProviderOptions> messages)
{
    private readonly string _staff = accounts.Get(IdentityConstants.ApplicationScheme).Cookie.Name!, _message = messages.Value.Cookie.Name!;

    /// <summary>Whether the request carries one of them.</summary>
    public bool IsPersonal(HttpRequest request) => request.Headers.Authorization.Count > 0 || Has(request, _staff) || Has(request, _message);

    /// <summary>Whether it carries a message to show once.</summary>
    public bool HasMessage(HttpRequest request) => Has(request, _message);

    private static bool Has(HttpRequest request, string cookie)
    {
        if (request.Headers.Cookie.Count == 0) return false;
        // Large cookies travel in pieces, whose names begin alike.
        foreach (var name in request.Cookies.Keys)
            if (name.StartsWith(cookie, StringComparison.Ordinal)) return true;
        return false;
    }
}
