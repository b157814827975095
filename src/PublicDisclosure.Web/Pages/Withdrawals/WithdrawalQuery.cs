using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Withdrawals;

/// <summary>Which part of the register an address asks for. Everything is text here: what cannot be read is the first part.</summary>
public sealed record WithdrawalQuery
{
    private const string CorrectionsKind = "corrections", DisplaysKind = "displays";

    /// <summary><c>corrections</c> or <c>displays</c>.</summary>
    public string? Kind { get; init; }

    public string? After { get; init; }

    public bool ShowsCorrections => Kind == CorrectionsKind;

    public bool ShowsDisplays => Kind == DisplaysKind;

    /// <summary>Position to go on from.</summary>
    public ListPosition? AfterPosition => ListPosition.Read(After);

    /// <summary>What the register is narrowed to.</summary>
    public ListConditions Conditions() => new(ListCondition.Of("kind", Kind, ShowsCorrections || ShowsDisplays ? Kind : null, k => k, _ => ShowsCorrections ? "更正与更新" : "公示期满"));
}
