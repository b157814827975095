namespace PublicDisclosure.Core.Disclosures;

/// <summary>Rules of visibility as queries.</summary>
public static class DisclosureQueries
{
    /// <summary>What has a version and was not withdrawn: the only disclosures whose text the public may read.</summary>
    public static IQueryable<Disclosure> PubliclyVisible(this IQueryable<Disclosure> disclosures) =>
        disclosures.Where(d => d.CurrentVersion > 0 && d.Withdrawal == null);

    /// <summary>What was public once, withdrawn or not: its address answers for good.</summary>
    public static IQueryable<Disclosure> EverPublished(this IQueryable<Disclosure> disclosures) =>
        disclosures.Where(d => d.CurrentVersion > 0);
}
