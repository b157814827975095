using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>How many steps the review of an organisation's texts has.</summary>
public sealed class StepsModel(DisclosureDb db, OrganisationEditor editor) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>Two or three.</summary>
    public static IReadOnlyList<SelectListItem> Choices => [new("两级（初审、审签）", "2"), new("三级（初审、复审、终审）", "3")];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        Input = new Form { SeenRevision = Organisation.Revision, Steps = Organisation.ReviewSteps };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await editor.SetReviewStepsAsync(new(id, Input.SeenRevision, Input.Steps!.Value, User.GetStaffId()), stop), () =>
        {
            this.Flash("审查级数已保存，对以后提交的信息有效。");
            return RedirectToPage("Contact", new { id });
        });
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindKeptAsync(User, id, stop) is not { } organisation) return false;
        Organisation = organisation;
        return true;
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        public int SeenRevision { get; init; }

        [Display(Name = "审查级数"), Required(ErrorMessage = "请选择审查级数。")]
        public int? Steps { get; init; }
    }
}
