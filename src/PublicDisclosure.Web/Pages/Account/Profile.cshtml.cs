using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Account;

/// <summary>A person's own account: roles, address, second factor, last sign-ins.</summary>
public sealed class ProfileModel(DisclosureDb db) : PageModel
{
    private const int ShownActs = 10;

    public string UserName { get; private set; } = "";

    /// <summary>The address for reminders, or null.</summary>
    public string? Email { get; private set; }

    public IReadOnlyList<RoleRow> Roles { get; private set; } = [];

    public IReadOnlyList<ActRow> Acts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var id = User.GetStaffId();
        (UserName, Email) = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => new ValueTuple<string, string?>(u.UserName!, u.Email)).SingleAsync(stop);
        Roles = await db.Memberships.AsNoTracking().Where(m => m.UserId == id)
            .OrderBy(m => m.Organisation!.SortOrder).Select(m => new RoleRow(m.Organisation!.Name, m.Role, m.GrantedAt)).ToListAsync(stop);
        Acts = await db.AuditEntries.AsNoTracking().Where(e => e.By == id && e.Action.StartsWith("Account."))
            .OrderByDescending(e => e.At).Take(ShownActs).Select(e => new ActRow(e.At, e.Action)).ToListAsync(stop);
    }

    /// <summary>A role held.</summary>
    public sealed record RoleRow(string Organisation, StaffRole Role, DateTime GrantedAt);

    /// <summary>Something done with the account.</summary>
    public sealed record ActRow(DateTime At, string Act);
}
