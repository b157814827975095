using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What a reader narrows a list of disclosures to; null means everything.</summary>
public sealed record DisclosureFilter
{
    public Guid? OrganisationId { get; init; }

    public Guid? DomainId { get; init; }

    public string? ItemCode { get; init; }

    /// <summary>One of the five disclosures.</summary>
    public DisclosureAspects? Aspect { get; init; }

    public DisclosureGenre? Genre { get; init; }

    public MandatoryClass? MandatoryClass { get; init; }

    /// <summary>Beijing year of first publication.</summary>
    public int? Year { get; init; }

    public Validity? Validity { get; init; }

    /// <summary>
    /// Only what a reader would find changed since this UTC instant: a version, an act on its validity or a midnight that changed it, a
    /// confirmed formed date, or that it came back after a suspension.
    /// </summary>
    public DateTime? ChangedSince { get; init; }

    /// <summary>Only the policy document library, narrowed by this; null means every disclosure.</summary>
    public Policies.PolicyFilter? Policies { get; init; }

    /// <summary>Only interpretations, narrowed by this; null means every disclosure.</summary>
    public Interpretations.InterpretationFilter? Interpretations { get; init; }
}
