using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.PolicyLibrary;

/// <summary>The filters of the clean-up register as they stand in its address. Everything is text here: what cannot be read narrows nothing.</summary>
public sealed record CleanupQuery
{
    public string? Organisation { get; init; }

    public string? Kind { get; init; }

    public string? After { get; init; }

    /// <summary>The result that is asked for.</summary>
    public ValidityActKind? Chosen => ListQuery.Read<ValidityActKind>(Kind);

    /// <summary>The organisation that is asked for; null where none is, or none is meant.</summary>
    public Guid? OrganisationId(IEnumerable<OrganisationLine> organisations) => organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id;

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>What the register is narrowed by.</summary>
    public ListConditions Conditions(IReadOnlyList<OrganisationLine> organisations) => new(
        ListCondition.Organisation(Organisation, OrganisationId(organisations), organisations),
        ListCondition.Coded("kind", Kind, Chosen));
}
