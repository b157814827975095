using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A second person signs the text off for publication, or enters who signed on paper.</summary>
public sealed class ApproveModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow, SignatureScans scans) : SigningPage(access, reader, scans)
{
    /// <inheritdoc/>
    public override string Button => "同意发布";

    /// <inheritdoc/>
    public override bool SignsMaterial => true;

    /// <summary>The interpretation that stood on the page, each with its revision.</summary>
    // Named, because a page without material would otherwise take every other field for one of its entries.
    [BindProperty(Name = nameof(SeenMaterial))]
    public Dictionary<Guid, int> SeenMaterial { get; set; } = [];

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => SignAsync(
        id, (by, paper) => workflow.ApproveAsync(new ApproveDisclosure(id, SeenRevision, by, Input.Remark ?? "", GivenReasons, paper, SeenMaterial.Count > 0 ? SeenMaterial : null), stop), "已审签，可以发布。", stop);
}
