using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.ForcedPublications;

/// <summary>Which part of the register an address asks for. Everything is text here: what cannot be read is all of it.</summary>
public sealed record ForcedQuery
{
    private const string Open = "open";

    /// <summary><c>open</c>: those alone that wait for their review.</summary>
    public string? Kind { get; init; }

    public string? After { get; init; }

    public bool OnlyOpen => Kind == Open;

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>What the register is narrowed to.</summary>
    public ListConditions Conditions() => new(ListCondition.Of("kind", Kind, OnlyOpen ? Open : null, k => k, _ => "待补办"));
}
