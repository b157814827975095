using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Puts the seeded edition in force for the demonstration. Rows seen on a government's own page are confirmed by the demo steward,
/// and the few that recur by period, without which the demonstration would rate no period; the others keep the mark 待核对.
/// </summary>
public sealed class DemoCatalogueSeed(DisclosureDb db, BusinessClock clock, DutyRebuild duties) : ISeed
{
    /// <summary>Sign-in name of the demo steward of the city.</summary>
    public const string StewardName = "steward";

    /// <summary>Before the first demo document, so that every one of them falls into its time.</summary>
    public static readonly DateOnly InForceOn = new(2025, 11, 3);

    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var edition = await db.Editions.Include(e => e.Items)
            .SingleOrDefaultAsync(e => e.Name == SeededCatalogue.EditionName && e.Status == EditionStatus.Draft && e.CreatedBy == null, stop);
        // A start after the first must not put in force what a steward is working on.
        if (edition is null || await db.Editions.AnyAsync(e => e.Status != EditionStatus.Draft, stop)) return 0;
        var steward = await db.Users.Where(u => u.IsDemo && u.UserName == StewardName).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(stop)
            ?? throw new InvalidOperationException("The demo accounts must be seeded before the demo catalogue.");
        foreach (var item in edition.Items.Where(IsAnsweredFor)) item.Confirm(clock.Now, steward);
        edition.PutInForce(InForceOn);
        var plan = await duties.PlanAsync(edition.Items, withTownships: false, stop);
        await duties.ApplyAsync(plan, InForceOn, clock.Now, stop);
        return await db.SaveChangesAsync(stop);
    }

    /// <summary>What the demo steward answers for.</summary>
    public static bool IsAnsweredFor(StandardItem item) =>
        item.Provenance == ItemProvenance.OriginalPage || TimeLimitParser.Read(item.Text.TimeLimit).Recurring() is not null;
}
