using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>How the public reaches an organisation's disclosure office.</summary>
public sealed class ContactModel(DisclosureDb db, OrganisationEditor editor) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        Input = Form.Of(Organisation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await editor.UpdateContactAsync(new(id, Input.SeenRevision, Input.ToContact(), User.GetStaffId()), stop);
        return this.Answer(outcome, () =>
        {
            this.Flash("联系信息已保存。");
            return RedirectToPage(new { id });
        });
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if (await db.FindKeptAsync(User, id, stop) is not { } organisation) return false;
        Organisation = organisation;
        return true;
    }

    /// <summary>The form; every part may stay empty.</summary>
    public sealed record Form
    {
        private const int Longest = OrganisationContact.TextLength;

        public int SeenRevision { get; init; }

        [Display(Name = "信息公开工作机构"), StringLength(Longest)]
        public string? OfficeName { get; init; }

        [Display(Name = "联系电话"), StringLength(Longest)]
        public string? Phone { get; init; }

        [Display(Name = "传真"), StringLength(Longest)]
        public string? Fax { get; init; }

        [Display(Name = "电子邮箱"), StringLength(Longest)]
        public string? Email { get; init; }

        [Display(Name = "办公地址"), StringLength(Longest)]
        public string? Address { get; init; }

        [Display(Name = "邮政编码"), StringLength(Longest)]
        public string? PostalCode { get; init; }

        [Display(Name = "办公时间"), StringLength(Longest)]
        public string? OfficeHours { get; init; }

        internal static Form Of(Organisation organisation) => new()
        {
            SeenRevision = organisation.Revision,
            OfficeName = organisation.Contact.OfficeName,
            Phone = organisation.Contact.Phone,
            Fax = organisation.Contact.Fax,
            Email = organisation.Contact.Email,
            Address = organisation.Contact.Address,
            PostalCode = organisation.Contact.PostalCode,
            OfficeHours = organisation.Contact.OfficeHours,
        };

        internal OrganisationContact ToContact() => new()
        {
            OfficeName = OfficeName,
            Phone = Phone,
            Fax = Fax,
            Email = Email,
            Address = Address,
            PostalCode = PostalCode,
            OfficeHours = OfficeHours,
        };
    }
}
