using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The disclosure office says whether a policy file may stay from the public.</summary>
public sealed class OpinionModel(DisclosureAccess access, OverviewReader reader, DisclosureWorkflow workflow) : VerbPage(access, reader)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Agree or not.</summary>
    public static IReadOnlyList<SelectListItem> Choices => [new("同意不予公开", "True"), new("不同意", "False")];

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "是否同意"), Required(ErrorMessage = "请选择是否同意。")]
        public bool? Agrees { get; set; }

        [Display(Name = "意见内容和依据"), StringLength(OfficeOpinion.WordsLength)]
        public string? Words { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop) => RunAsync(
        id, by => workflow.GiveOpinionAsync(new GiveOfficeOpinion(id, SeenRevision, Input.Agrees!.Value, Input.Words ?? "", by), stop), "意见已登记。", stop);
}
