using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Sends the text back to the clerk with a reason.</summary>
public sealed class ReturnModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "退回理由"), Required, StringLength(DisclosureTransition.RemarkLength)]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.ReturnAsync(new ReturnDisclosure(id, SeenRevision, Input.Remark ?? "", by), stop), "已退回经办人。", stop);
}
