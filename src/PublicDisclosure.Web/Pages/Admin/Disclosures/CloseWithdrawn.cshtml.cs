using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Closes what a withdrawal had left readable.</summary>
public sealed class CloseWithdrawnModel(DisclosureAccess access, OverviewReader reader, StandingWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "关闭原因"), Required, StringLength(StandingChange.RemarkLength)]
        public string? Remark { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.CloseWithdrawnAsync(new CloseWithdrawn(id, SeenRevision, Input.Remark ?? "", by), stop), "已关闭全部内容。", stop);
}
