using Microsoft.AspNetCore.Mvc;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>Shows what is public already of what somebody is about to ask.</summary>
[ViewComponent(Name = "AlreadyPublic")]
public sealed class AlreadyPublicViewComponent : ViewComponent
{
    public IViewComponentResult Invoke(AlreadyPublic found) => View(found);
}
