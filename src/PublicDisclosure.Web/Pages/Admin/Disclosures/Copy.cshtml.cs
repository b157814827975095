using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Makes a new draft out of a disclosure, with dates, numbers and files left out; asks nothing else.</summary>
public sealed class CopyModel(DisclosureAccess access, DisclosureCopying copying) : PageModel
{
    /// <summary>Given out with the form, so that sending it twice makes one draft.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        NewId = Guid.NewGuid();
        return await LoadAsync(id, stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        var copied = await copying.CopyAsync(new CopyDisclosure(id, User.GetStaffId(), NewId == Guid.Empty ? null : NewId), stop);
        return this.Answer(copied.Outcome, () =>
        {
            this.Flash("已新建草稿。请填写日期，核对正文。");
            return RedirectToPage("Edit", new { id = copied.Value });
        });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        Id = id;
        var title = await access.For(User, Permission.DisclosuresDraft).Where(d => d.Id == id).Select(d => d.Text.Title).SingleOrDefaultAsync(stop);
        Title = title ?? "";
        return title is not null;
    }
}
