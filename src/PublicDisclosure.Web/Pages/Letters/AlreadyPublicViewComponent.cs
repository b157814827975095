using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>What is public already of what somebody is about to ask.</summary>
[ViewComponent(Name = "AlreadyPublic")]
public sealed class AlreadyPublicViewComponent(SiteSearch search) : ViewComponent
{
    private const int Most = 5;

    public async Task<IViewComponentResult> InvokeAsync(string title, string text)
    {
        // The title says what it is about; the text only where there is no title.
        var found = await search.FindAsync(string.IsNullOrWhiteSpace(title) ? text : title, new SearchFilter(), stop: HttpContext.RequestAborted);
        return View(found.Rows.Take(Most).ToList());
    }
}
