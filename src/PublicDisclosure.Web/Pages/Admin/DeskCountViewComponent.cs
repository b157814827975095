using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin;

/// <summary>How many things wait for the signed-in person, in the head of every staff page. It is rendered with the page and asks nothing afterwards.</summary>
[ViewComponent(Name = "DeskCount")]
public sealed class DeskCountViewComponent(OneDesk desk) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View(await desk.CountAsync(UserClaimsPrincipal.AtDesk(), HttpContext.RequestAborted));
}
