namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The last index number issued to an organisation in a year. It moves only inside the publishing transaction, whose first
/// statement is its UPDATE, so that numbers have no gaps and no two documents share one.
/// </summary>
public sealed class IndexCounter
{
    private IndexCounter()
    {
    }

    public IndexCounter(Guid organisationId, int year) => (OrganisationId, Year) = (organisationId, year);

    public Guid OrganisationId { get; private set; }

    public int Year { get; private set; }

    public int Last { get; private set; }

    /// <summary>A counter that stands at a number already: for the generator, which issues its numbers in memory.</summary>
    internal static IndexCounter At(Guid organisationId, int year, int last) => new(organisationId, year) { Last = last };
}
