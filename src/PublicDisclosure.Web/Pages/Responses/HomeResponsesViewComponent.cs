using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Responses;

namespace PublicDisclosure.Web.Pages.Responses;

/// <summary>The newest responses on the home page; nothing while there are none.</summary>
[ViewComponent(Name = "HomeResponses")]
public sealed class HomeResponsesViewComponent(ResponseReader reader) : ViewComponent
{
    private const int Most = 3;

    public async Task<IViewComponentResult> InvokeAsync() =>
        View((await reader.PageAsync(new ResponseFilter(), null, null, Most, HttpContext.RequestAborted)).Rows);
}
