using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Fills columns of listing rows that were written before the columns were kept, from the versions.</summary>
public sealed class ListingColumnsSeed(DisclosureDb db) : ISeed
{
    /// <inheritdoc/>
    public Task<int> RunAsync(CancellationToken stop)
    {
        var genres = Enum.GetValues<DisclosureGenre>().Where(g => g.Rule().HasValidity).ToList();
        return db.Listings.Where(l => l.Theme == null).ExecuteUpdateAsync(
            update => update
                .SetProperty(l => l.HasValidity, l => genres.Contains(l.Genre))
                .SetProperty(l => l.Theme, l => db.Versions.Where(v => v.DisclosureId == l.DisclosureId && v.Number == l.VersionNumber)
                    .Select(v => (ThemeClass?)v.Text.Theme).FirstOrDefault()),
            stop);
    }
}
