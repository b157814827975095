using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Closes a public page at once; a second person confirms or lifts it.</summary>
public sealed class SuspendModel(DisclosureAccess access, OverviewReader reader, StandingWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "暂停原因"), Required, StringLength(Suspension.ReasonLength)]
        public string? Reason { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.SuspendAsync(new SuspendDisclosure(id, SeenRevision, Input.Reason ?? "", by), stop), "已暂停公开，等待另一人复核。", stop);
}
