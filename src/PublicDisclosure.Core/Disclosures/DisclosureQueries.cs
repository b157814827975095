namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules of visibility as queries.</summary>
public static class DisclosureQueries
{
    /// <summary>What is public as stored: it has a version and was neither withdrawn nor suspended, nor has its display ended.</summary>
    public static IQueryable<Disclosure> PubliclyVisible(this IQueryable<Disclosure> disclosures) =>
        disclosures.Where(d => d.CurrentVersion > 0 && d.Withdrawal == null && d.SuspendedAt == null && d.DisplayEndedOn == null);

    /// <summary>
    /// What stands in the lists and whose display, where it has one, is not over on the day: whether the job has run or not.
    /// </summary>
    public static IQueryable<PublicListing> OnDisplay(this IQueryable<PublicListing> listings, DateOnly today) =>
        listings.Where(l => l.DisplayUntil == null || l.DisplayUntil >= today);

    /// <summary>
    /// Ids of the few listings whose display is over and that the job has not reached yet. For lists read from an index that does
    /// not hold the date.
    /// </summary>
    public static IQueryable<Guid> DisplayOver(this IQueryable<PublicListing> listings, DateOnly today) =>
        listings.Where(l => l.DisplayUntil < today).Select(l => l.DisclosureId);

    /// <summary>What was public once, whatever became of it: its address answers for good.</summary>
    public static IQueryable<Disclosure> EverPublished(this IQueryable<Disclosure> disclosures) =>
        disclosures.Where(d => d.CurrentVersion > 0);
}
