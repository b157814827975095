using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Users;

/// <summary>The accounts within reach, by account name.</summary>
public sealed class IndexModel(DisclosureDb db) : PageModel
{
    private const int RowsPerPage = 50;

    [BindProperty(SupportsGet = true), Display(Name = "账号或姓名"), StringLength(40)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "机构")]
    public Guid? Organisation { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "包括已停用的账号")]
    public bool Closed { get; set; }

    [BindProperty(SupportsGet = true), StringLength(64)]
    public string? After { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public Page<Row> List { get; private set; } = new([], null, null);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Organisations = await db.OrganisationChoicesAsync(User, stop);
        var users = Filtered(db.Users.AsNoTracking().Within(User.ScopeOf(Permission.UsersManage)));
        if (After?.ToUpperInvariant() is { Length: > 0 } last)
        {
#pragma warning disable CA1309 // Runs in the database, by its collation, as the ORDER BY does.
            users = users.Where(u => string.Compare(u.NormalizedUserName, last) > 0);
#pragma warning restore CA1309
        }

        var rows = await users.OrderBy(u => u.NormalizedUserName).Take(RowsPerPage + 1)
            .Select(u => new Row(
                u.Id, u.UserName!, u.DisplayName, u.TwoFactorEnabled, u.DeactivatedAt != null,
                u.Memberships.OrderBy(m => m.Organisation!.SortOrder).Select(m => new RoleText(m.Organisation!.ShortName, m.Role)).ToList()))
            .ToListAsync(stop);
        List = new([.. rows.Take(RowsPerPage)], rows.Count > RowsPerPage ? rows[RowsPerPage - 1].UserName : null, null);
    }

    private IQueryable<StaffUser> Filtered(IQueryable<StaffUser> users)
    {
        if (!Closed) users = users.Active();
        if (Organisation is { } id) users = users.Where(u => u.Memberships.Any(m => m.OrganisationId == id));
        if (Q?.Trim() is { Length: > 0 } text)
        {
            var name = text.ToUpperInvariant();
            users = users.Where(u => u.NormalizedUserName!.Contains(name) || u.DisplayName.Contains(text));
        }

        return users;
    }

    /// <summary>An account of the list.</summary>
    public sealed record Row(Guid Id, string UserName, string DisplayName, bool TwoFactorEnabled, bool IsClosed, IReadOnlyList<RoleText> Roles);

    /// <summary>A role in words.</summary>
    public sealed record RoleText(string Organisation, StaffRole Role);
}
