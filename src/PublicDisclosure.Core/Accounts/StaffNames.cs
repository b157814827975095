using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Accounts;

/// <summary>Says who somebody was.</summary>
public sealed class StaffNames(DisclosureDb db)
{
    /// <summary>What stands in the place of a name whose account is gone.</summary>
    public const string Gone = "（已注销的账号）";

    /// <summary>The display name of a person; a word for one whose account is gone.</summary>
    public async Task<string> OfAsync(Guid id, CancellationToken stop = default) =>
        await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.DisplayName).FirstOrDefaultAsync(stop) ?? Gone;
}
