using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Responses;

/// <summary>The filters of the responses as they stand in their address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record ResponseQuery
{
    private const string Only = "1";

    public string? Organisation { get; init; }

    public string? Domain { get; init; }

    /// <summary><c>1</c>: only those that clear up a misreading.</summary>
    public string? Misreading { get; init; }

    public string? After { get; init; }

    public string? Before { get; init; }

    /// <summary>True when any filter is set.</summary>
    public bool IsNarrowed => new[] { Organisation, Domain, Misreading }.Any(v => !string.IsNullOrEmpty(v));

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>Position to go back from.</summary>
    public ListPosition? BeforePosition => ListPosition.Read(Before);

    /// <summary>The filter, with address parts looked up.</summary>
    public ResponseFilter ToFilter(IEnumerable<OrganisationLine> organisations, IEnumerable<DomainLine> domains) => new(
        organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id, domains.FirstOrDefault(d => d.Slug == Domain)?.Id, Misreading == Only);

    /// <summary>What the list is narrowed by.</summary>
    public ListConditions Conditions(IReadOnlyList<OrganisationLine> organisations, IReadOnlyList<DomainLine> domains)
    {
        var filter = ToFilter(organisations, domains);
        return new ListConditions(
            ListCondition.Organisation(Organisation, filter.OrganisationId, organisations),
            ListCondition.Domain(Domain, filter.DomainId, domains),
            ListCondition.Of("misreading", Misreading, filter.OnlyMisreadings ? Only : null, v => v, _ => "误读澄清"));
    }
}
