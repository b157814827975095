using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The interpretation that takes a step together with its policy: an approver sees each piece, and says by the form that it was seen.</summary>
[ViewComponent(Name = "PolicyMaterial")]
public sealed class PolicyMaterialViewComponent(InterpretationGate gate) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid policyId, ChecklistMoment moment) =>
        View(new Shown(moment, await gate.CompanionsAsync(policyId, moment, HttpContext.RequestAborted)));

    /// <summary>What the view shows.</summary>
    public sealed record Shown(ChecklistMoment Moment, IReadOnlyList<MaterialOfPolicy> Material);
}
