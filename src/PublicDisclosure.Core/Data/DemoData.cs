using Microsoft.EntityFrameworkCore;

namespace PublicDisclosure.Core.Data;

/// <summary>Whether the database holds anything of the demonstration.</summary>
public static class DemoData
{
    /// <summary>True while a demo account or a demo disclosure exists; the site then says 演示站点，非政府网站 everywhere.</summary>
    public static async Task<bool> ExistsAsync(DisclosureDb db, CancellationToken stop) =>
        await db.Users.AnyAsync(u => u.IsDemo, stop) || await db.Disclosures.AnyAsync(d => d.IsDemo, stop);
}
