using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>Starts a draft of the city's catalogue from the edition in force.</summary>
public sealed class NewModel(EditionEditor editor, CatalogueAuthority authority, BusinessClock clock) : PageModel
{
    [BindProperty]
    public NewEditionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var year = clock.Today.Year + 1;
        Input = new NewEditionInput { Year = year, Name = $"桂平市基层政务公开标准目录（{year}年版）" };
        return (await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        var drafted = await editor.DraftAsync(new DraftEditionOfCity(Input.Name ?? "", Input.Year ?? 0, User.GetStaffId()), stop);
        return this.Answer(drafted.Outcome, () =>
        {
            this.Flash("已新建草案，沿用现行目录的事项和编码。");
            return Redirect($"/admin/catalogue/editions/{drafted.Value}");
        });
    }
}

/// <summary>Name and year of a new edition.</summary>
public sealed record NewEditionInput
{
    [Display(Name = "目录名称"), Required, StringLength(CatalogueEdition.NameLength)]
    public string? Name { get; init; }

    [Display(Name = "年份"), Required, Range(2000, 2100)]
    public int? Year { get; init; }
}
