using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The second of three reviews, by another person than the first.</summary>
public sealed class SecondReviewModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow, SignatureScans scans) : VerbPage(access, reader)
{
    [BindProperty]
    public PaperFields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(id, async by =>
    {
        var paper = await Input.ReadAsync(scans, stop);
        return paper.IsDone
            ? await workflow.PassSecondReviewAsync(new PassDisclosureSecondReview(id, SeenRevision, by, Input.Remark ?? "", GivenReasons, paper.Value), stop)
            : paper.Outcome;
    }, "已通过复审，转终审（审签）。", stop);
}
