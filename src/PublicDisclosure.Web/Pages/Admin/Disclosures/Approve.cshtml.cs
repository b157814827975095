using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>A second person signs the text off for publication, or enters who signed on paper.</summary>
public sealed class ApproveModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow, SignatureScans scans) : VerbPage(access, reader)
{
    [BindProperty]
    public PaperFields Input { get; set; } = new();

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(id, async by =>
    {
        var paper = await Input.ReadAsync(scans, stop);
        return paper.IsDone
            ? await workflow.ApproveAsync(new ApproveDisclosure(id, SeenRevision, by, Input.Remark ?? "", GivenReasons, paper.Value), stop)
            : paper.Outcome;
    }, "已审签，可以发布。", stop);
}
