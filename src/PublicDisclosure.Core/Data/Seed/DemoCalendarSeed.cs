using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Signs the shipped notices off in the name of the demonstration's disclosure office. Development only.</summary>
public sealed class DemoCalendarSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <summary>Sign-in name of the demo office.</summary>
    public const string OfficeName = "office";

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var office = await db.Users.Where(u => u.IsDemo && u.UserName == OfficeName).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(stop)
            ?? throw new InvalidOperationException("The demo accounts must be seeded before the demo calendar.");
        // The demonstration's documents go back a year, and their dates rest on these notices.
        var before = BusinessClock.Utc(DemoCatalogueSeed.InForceOn, new TimeOnly(8, 0));
        foreach (var notice in await db.HolidayNotices.Include(n => n.Days).Where(n => n.SignedOffAt == null && n.ImportedBy == null).ToListAsync(stop))
        {
            // Nobody signs a notice before it is issued, in a demonstration neither.
            var issued = BusinessClock.Utc(notice.IssuedOn.AddDays(1), new TimeOnly(9, 0));
            var at = new[] { issued > before ? issued : before, clock.Now }.Min();
            notice.SignOff(at, office);
            notice.MarkRecounted(at);
        }

        return await db.SaveChangesAsync(stop);
    }

    /// <summary>Takes the demo signatures off, so that the real office signs each year; says how many there were.</summary>
    public async Task<int> RemoveAsync(CancellationToken stop)
    {
        var signed = await db.HolidayNotices.Where(n => db.Users.Any(u => u.IsDemo && u.Id == n.SignedOffBy)).ToListAsync(stop);
        foreach (var notice in signed) notice.TakeDemoSignatureOff();
        await db.SaveChangesAsync(stop);
        return signed.Count;
    }
}
