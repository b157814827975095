using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>A new organisation.</summary>
public sealed class NewModel(OrganisationEditor editor) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<OrganisationKind>().Select(kind => new SelectListItem(Words.Of(kind), kind.ToString()))];

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        var created = await editor.CreateAsync(
            new(Input.Slug, Input.Name, Input.ShortName, Input.Kind!.Value, Input.DivisionCode, User.GetStaffId()), stop);
        return this.Answer(created.Outcome, () =>
        {
            this.Flash("机构已新增，请补充联系信息。");
            return RedirectToPage("Contact", new { id = created.Value });
        });
    }

    /// <summary>The form.</summary>
    public sealed record Form
    {
        [Display(Name = "机构全称"), Required, StringLength(Organisation.NameLength)]
        public string Name { get; init; } = "";

        [Display(Name = "机构简称"), Required, StringLength(Organisation.ShortNameLength)]
        public string ShortName { get; init; } = "";

        [Display(Name = "类别"), Required]
        public OrganisationKind? Kind { get; init; }

        [Display(Name = "行政区划代码"), Required, StringLength(12)]
        public string DivisionCode { get; init; } = "";

        [Display(Name = "地址标识"), Required, StringLength(Organisation.SlugLength)]
        public string Slug { get; init; } = "";
    }
}
