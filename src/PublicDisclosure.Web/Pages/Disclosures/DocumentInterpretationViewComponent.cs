using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>At the top of a document: what explains it (政策解读), or what it explains (解读的文件).</summary>
[ViewComponent(Name = "DocumentInterpretation")]
public sealed class DocumentInterpretationViewComponent(InterpretationReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(PublicRecord record) => View(await reader.OfAsync(record, HttpContext.RequestAborted));
}
