using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>Names, credit code and existence of an organisation.</summary>
public sealed class ReviseModel(DisclosureDb db, OrganisationEditor editor) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        Input = new Form
        {
            SeenRevision = Organisation.Revision,
            Name = Organisation.Name,
            ShortName = Organisation.ShortName,
            NameConfirmed = !Organisation.NameIsUnconfirmed,
            CreditCode = Organisation.CreditCode?.Value,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await editor.ReviseAsync(
            new(id, Input.SeenRevision, Input.Name, Input.ShortName, Input.NameConfirmed, Input.CreditCode, User.GetStaffId()), stop);
        return Answer(outcome, id, "机构信息已保存。");
    }

    public async Task<IActionResult> OnPostActiveAsync(Guid id, bool active, CancellationToken stop) =>
        await FillAsync(id, stop)
            ? Answer(await editor.SetActiveAsync(new(id, Input.SeenRevision, active, User.GetStaffId()), stop), id, active ? "机构已启用。" : "机构已停用。")
            : NotFound();

    private IActionResult Answer(Outcome outcome, Guid id, string done) => this.Answer(outcome, () =>
    {
        this.Flash(done);
        return RedirectToPage("Contact", new { id });
    });

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

        [Display(Name = "机构全称"), Required, StringLength(Organisation.NameLength)]
        public string Name { get; init; } = "";

        [Display(Name = "机构简称"), Required, StringLength(Organisation.ShortNameLength)]
        public string ShortName { get; init; } = "";

        [Display(Name = "名称已与机构核对")]
        public bool NameConfirmed { get; init; }

        [Display(Name = "统一社会信用代码"), StringLength(40)]
        public string? CreditCode { get; init; }
    }
}
