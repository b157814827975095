using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Drops the correction: text and files go back to the public version.</summary>
public sealed class AbandonCorrectionModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.AbandonCorrectionAsync(new AbandonDisclosureCorrection(id, SeenRevision, by), stop), "已放弃更正，内容恢复为公开的版本。", stop);
}
