using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>
/// Interpretations that stay public when their policy is closed. Each is a page of its own with its own title and words, which may
/// repeat what is being closed: whoever closes the policy must see them.
/// </summary>
[ViewComponent(Name = "OpenMaterial")]
public sealed class OpenMaterialViewComponent(InterpretationGate gate) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid policyId) =>
        View((await gate.MaterialAsync(policyId, HttpContext.RequestAborted)).Where(m => m.IsPublic).ToList());
}
