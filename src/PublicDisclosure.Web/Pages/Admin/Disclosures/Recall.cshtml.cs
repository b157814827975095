using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The clerk takes the text back to change it; review and approval lapse.</summary>
public sealed class RecallModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "备注"), StringLength(DisclosureTransition.RemarkLength)]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.RecallAsync(new RecallDisclosure(id, SeenRevision, by, Input.Remark ?? ""), stop), "已取回，可以修改。", stop);
}
