using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>What a reader narrows the list of interpretations (政策解读) to, beside what every list can be narrowed to.</summary>
public sealed record InterpretationFilter
{
    public InterpretationForm? Form { get; init; }

    /// <summary>A domain of a policy that is explained: an interpretation stands behind no item of its own.</summary>
    public Guid? DomainId { get; init; }

    /// <summary>The listings that are left.</summary>
    internal IQueryable<PublicListing> Apply(DisclosureDb db)
    {
        var rows = db.Listings.Where(l => l.Genre == DisclosureGenre.Interpretation);
        if (Form is { } form) rows = rows.Where(l => db.PublicInterpretations.Any(i => i.DisclosureId == l.DisclosureId && i.Form == form));
        if (DomainId is { } domain)
        {
            rows = rows.Where(l => db.PublicInterpretationLinks.Any(
                k => k.InterpretationId == l.DisclosureId && db.ListingDomains.Any(d => d.DisclosureId == k.PolicyId && d.DomainId == domain)));
        }

        return rows;
    }
}
