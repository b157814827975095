using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Files the text as not public, with its attribute and ground.</summary>
public sealed class FileModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
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
        id, by => workflow.FileAsync(new FileDisclosure(id, SeenRevision, by, Input.Remark ?? "", GivenReasons), stop), "已作不公开归档。", stop);
}
