using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>A page of signing in that leads on to where one wanted to go.</summary>
public abstract class ReturningPage : PageModel
{
    /// <summary>Where to go afterwards; only addresses of this site are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Where to go afterwards if that is on this site; else null.</summary>
    protected string? LocalReturnUrl => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;

    /// <summary>Leads there, to the desk where nothing was wanted.</summary>
    protected LocalRedirectResult Forward() => LocalRedirect(LocalReturnUrl ?? "/admin");
}
