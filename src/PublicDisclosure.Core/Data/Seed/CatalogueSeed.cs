using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the domains, the rule tables and the city's catalogue as a draft. Nobody has confirmed a row yet, so the draft
/// cannot be put in force before somebody does. A database that has domains is left alone.
/// </summary>
public sealed class CatalogueSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (await db.Domains.AnyAsync(stop)) return 0;
        var catalogue = SeededCatalogue.Create(await db.Organisations.AsNoTracking().ToListAsync(stop), clock.Now);
        db.AddRange(catalogue.Domains);
        db.AddRange(catalogue.ClassificationRules);
        db.AddRange(catalogue.BodyRules);
        db.Add(catalogue.Edition);
        return await db.SaveChangesAsync(stop);
    }
}
