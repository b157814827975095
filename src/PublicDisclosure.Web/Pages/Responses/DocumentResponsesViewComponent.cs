using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Responses;

namespace PublicDisclosure.Web.Pages.Responses;

/// <summary>
/// On the page of a document: the responses that concern it; on the page of a response: what it answers. Both lead to each other. The page asks for
/// it only where its traces say that there is something.
/// </summary>
[ViewComponent(Name = "DocumentResponses")]
public sealed class DocumentResponsesViewComponent(ResponseReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(PublicRecord record, DisclosureGenre genre)
    {
        var stop = HttpContext.RequestAborted;
        return genre == DisclosureGenre.Response
            ? View(new Shown(await reader.FindAsync(record.Id, stop), []))
            : View(new Shown(null, await reader.OfPolicyAsync(record.Id, stop)));
    }

    /// <summary>What the view shows.</summary>
    /// <param name="Own">What this response answers; null on other pages.</param>
    /// <param name="Others">Responses that concern this document, those that clear up a misreading first.</param>
    public sealed record Shown(ResponseRow? Own, IReadOnlyList<ResponseRow> Others);
}
