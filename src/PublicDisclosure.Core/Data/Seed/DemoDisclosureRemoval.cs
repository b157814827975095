using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Freshness;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Takes the demonstration's documents out of the database, with versions, history and listings. Index numbers of an
/// organisation that is left without documents begin again at 1.
/// </summary>
public sealed class DemoDisclosureRemoval(DisclosureDb db)
{
    /// <summary>Removes them and says how many there were. File contents stay in the store.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Listings.Where(listing => listing.IsDemo).ExecuteDeleteAsync(stop);
        // Acts and links point at documents from both sides; a demo document may not hold back another.
        await db.ValidityActs.Where(act => db.Disclosures.Any(d => d.IsDemo && (d.Id == act.DisclosureId || d.Id == act.BasisDisclosureId)))
            .ExecuteUpdateAsync(update => update.SetProperty(act => act.CorrectsId, (Guid?)null), stop);
        await db.ValidityActs.Where(act => db.Disclosures.Any(d => d.IsDemo && (d.Id == act.DisclosureId || d.Id == act.BasisDisclosureId))).ExecuteDeleteAsync(stop);
        await db.Set<DisclosureReplacement>().Where(link => db.Disclosures.Any(d => d.IsDemo && d.Id == link.ReplacedId)).ExecuteDeleteAsync(stop);
        await db.Set<VersionReplacement>().Where(link => db.Disclosures.Any(d => d.IsDemo && d.Id == link.ReplacedId)).ExecuteDeleteAsync(stop);
        await db.InterpretationLinks.Where(link => db.Disclosures.Any(d => d.IsDemo && d.Id == link.PolicyId)).ExecuteDeleteAsync(stop);
        await db.PublicInterpretationLinks.Where(link => db.Disclosures.Any(d => d.IsDemo && d.Id == link.PolicyId)).ExecuteDeleteAsync(stop);
        var removed = await db.Disclosures.Where(disclosure => disclosure.IsDemo).ExecuteDeleteAsync(stop);
        await db.IndexCounters
            .Where(counter => !db.Disclosures.Any(left => left.OrganisationId == counter.OrganisationId && left.CurrentVersion > 0))
            .ExecuteDeleteAsync(stop);
        // None of this passed the change tracker.
        db.Add(PublicMarks.Of(PublicTags.Everything));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return removed;
    }
}
