using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The edit form and what its lists offer; the model of <c>_DraftFields</c>.</summary>
public sealed class DraftForm
{
    private const int OpeningLength = 21;

    public required DraftInput Input { get; init; }

    /// <summary>The chosen items by code, as the catalogue in force tells them.</summary>
    public required IReadOnlyDictionary<string, DutyItem> Items { get; init; }

    /// <summary>Items of the organisation that could be added.</summary>
    public IReadOnlyList<DutyItem> Duties { get; init; } = [];

    /// <summary>The formed date was handed in: the form shows it and no longer takes another.</summary>
    public DateOnly? FixedFormedOn { get; init; }

    /// <summary>What the day beside the formed date means for the chosen items (起算日期); null where the form does not ask for one.</summary>
    public LimitAnchor? TriggerAnchor { get; init; }

    /// <summary>It has been public: the day is shown and no longer taken.</summary>
    public bool IsTriggerFixed { get; init; }

    /// <summary>Files on the draft.</summary>
    public IReadOnlyList<DisclosureAttachment> Files { get; init; } = [];

    /// <summary>The draft; null for one that is not saved yet.</summary>
    public Guid? Id { get; init; }

    public IEnumerable<SelectListItem> Addable => Duties.Where(d => !Items.ContainsKey(d.Code)).GroupBy(d => d.DomainName).SelectMany(domain =>
    {
        var group = new SelectListGroup { Name = domain.Key };
        return domain.GroupBy(d => Path(d.Text)).SelectMany(same => same.Select(d => new SelectListItem(Name(same.Key, d, same.Count() > 1), d.Code) { Group = group }));
    });

    /// <summary>Where several items bear the same name (部门预算), what each asks for tells them apart.</summary>
    private static string Name(string path, DutyItem item, bool isOneOfSeveral)
    {
        if (!isOneOfSeveral) return path;
        return $"{path}（{ShortText.Of(item.Text.Elements, OpeningLength)}）";
    }

    /// <summary>All members of an enum as choices, in order.</summary>
    public static IEnumerable<SelectListItem> All<T>(params T[] except) where T : struct, Enum =>
        Enum.GetValues<T>().Except(except).Select(value => new SelectListItem(Words.Of(value), value.ToString()));

    /// <summary>The genres to choose from. An interpretation is begun at its policy, a response at what it answers, and both stay what they are: no other draft becomes one here.</summary>
    public static IEnumerable<SelectListItem> GenresFor(DisclosureGenre chosen) =>
        chosen is DisclosureGenre.Interpretation or DisclosureGenre.Response ? Of(chosen) : All(DisclosureGenre.Interpretation, DisclosureGenre.Response);

    /// <summary>Some members of an enum as choices.</summary>
    public static IEnumerable<SelectListItem> Of<T>(params T[] members) where T : struct, Enum =>
        members.Select(value => new SelectListItem(Words.Of(value), value.ToString()));

    /// <summary>The levels of an item behind each other.</summary>
    public static string Path(StandardItemText text) =>
        string.Join(" › ", new[] { text.Level1, text.Level2, text.Level3 }.Where(l => l.Length > 0));

    /// <summary>Genres a field belongs to, for the script that hides the others' fields.</summary>
    public static string GenresWith(Func<GenreRule, bool> has) => string.Join(' ', Enum.GetValues<DisclosureGenre>().Where(g => has(g.Rule())));

    /// <summary>The elements to tick for a chosen item: the catalogue's, and any that was ticked under an older edition.</summary>
    public IReadOnlyList<string> ElementsOf(ItemInput item) =>
        [.. (Items.GetValueOrDefault(item.Code ?? "") is { } known ? DraftProposal.Elements(known.Text.Elements) : []).Union(item.Elements.OfType<string>())];
}
