using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The second of three reviews, by another person than the first.</summary>
public sealed class SecondReviewModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow, SignatureScans scans) : SigningPage(access, reader, scans)
{
    /// <inheritdoc/>
    public override string Button => "通过复审";

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => SignAsync(
        id, (by, paper) => workflow.PassSecondReviewAsync(new PassDisclosureSecondReview(id, SeenRevision, by, Input.Remark ?? "", GivenReasons, paper), stop),
        "已通过复审，转终审（审签）。", stop);
}
