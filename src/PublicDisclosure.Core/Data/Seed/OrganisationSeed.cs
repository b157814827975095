using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the directory: the city government, its departments, the townships. What is not known (codes, contacts) stays
/// unknown. Organisations that exist are left alone, whatever people made of them.
/// </summary>
public sealed class OrganisationSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = await db.Organisations.Select(o => o.Slug).ToHashSetAsync(stop);
        foreach (var row in OrganisationRows.All.Where(row => !known.Contains(row.Slug)))
        {
            var organisation = Organisation.Create(
                Guid.CreateVersion7(clock.Now), row.Slug, row.Name, row.ShortName, row.Kind, row.DivisionCode, row.SortOrder);
            if (row.NameIsUnconfirmed) organisation.Rename(row.Name, row.ShortName, confirmed: false);
            db.Add(organisation);
        }

        return await db.SaveChangesAsync(stop);
    }
}
