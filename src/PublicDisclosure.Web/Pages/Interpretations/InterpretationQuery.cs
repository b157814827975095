using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Interpretations;

/// <summary>The filters of the interpretations as they stand in their address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record InterpretationQuery
{
    public string? Organisation { get; init; }

    public string? Domain { get; init; }

    public string? Form { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>True when any filter is set.</summary>
    public bool IsNarrowed => new[] { Organisation, Domain, Form }.Any(v => !string.IsNullOrEmpty(v));

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>Position to go back from.</summary>
    public ListPosition? BeforePosition => ListPosition.Read(Before);

    /// <summary>The filter, with address parts looked up.</summary>
    public DisclosureFilter ToFilter(IEnumerable<OrganisationLine> organisations, IEnumerable<DomainLine> domains) => new()
    {
        OrganisationId = organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id,
        Interpretations = new InterpretationFilter { Form = ListQuery.Read<InterpretationForm>(Form), DomainId = domains.FirstOrDefault(d => d.Slug == Domain)?.Id },
    };

    /// <summary>What the list is narrowed by.</summary>
    public ListConditions Conditions(IReadOnlyList<OrganisationLine> organisations, IReadOnlyList<DomainLine> domains)
    {
        var filter = ToFilter(organisations, domains);
        return new ListConditions(
            ListCondition.Organisation(Organisation, filter.OrganisationId, organisations),
            ListCondition.Domain(Domain, filter.Interpretations!.DomainId, domains),
            ListCondition.Coded("form", Form, filter.Interpretations.Form));
    }
}
