using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// Changes how the pages are shown and leads back to the page the reader came from. A link and no form: it stands on every page, and
/// a page with a form's token could not be cached. It changes nothing but the reader's own cookie.
/// </summary>
public static class ReadingModeEndpoint
{
    public static IResult Get(HttpContext context)
    {
        var mode = ReadingMode.Of(context.Request).With(context.Request.Query);
        if (mode.Key.Length == 0)
        {
            context.Response.Cookies.Delete(ReadingMode.Cookie, new CookieOptions { Path = "/", Secure = context.Request.IsHttps });
        }
        else
        {
            context.Response.Cookies.Append(ReadingMode.Cookie, mode.Key, new CookieOptions
            {
                Path = "/",
                MaxAge = TimeSpan.FromDays(400),
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                IsEssential = true,
            });
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Results.LocalRedirect(ReadingMode.Back(context.Request.Query["return"]));
    }
}
