using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>Interpretations owed (解读待发布) in a led domain, of every organisation: the lead department sees them beside the gaps.</summary>
[ViewComponent(Name = "LeadInterpretations")]
public sealed class LeadInterpretationsViewComponent(OwedInterpretations owed) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid domainId, string name) =>
        View(new Shown(name, await owed.OfDomainAsync(domainId, HttpContext.RequestAborted)));

    /// <summary>What the view shows.</summary>
    public sealed record Shown(string Domain, IReadOnlyList<OwedInterpretation> Owed);
}
