using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Reminders;

/// <summary>What a unit of a duty is called in a mail, and where in the site it stands.</summary>
public sealed class UnitTitles(CoverageLists lists)
{
    /// <summary>Name of the item with what of it is due: 救助对象名单（2026年第1季度）.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyCollection<CoverageUnit> units, CancellationToken stop)
    {
        var names = await NamesAsync([.. units.Select(u => u.ItemCode)], stop);
        return units.ToDictionary(u => u.Id, u => $"{names.GetValueOrDefault(u.ItemCode, u.ItemCode)}（{Part(u)}）");
    }

    /// <summary>Names of items by code.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IReadOnlyCollection<string> codes, CancellationToken stop)
    {
        var names = new Dictionary<string, string>();
        foreach (var some in codes.Distinct().Chunk(500))
            foreach (var (code, name) in await lists.ItemNamesAsync(some, stop)) names[code] = name;
        return names;
    }

    /// <summary>Where it is worked on: the check of the page, or a new draft of the item, with its period.</summary>
    public static string PathOf(CoverageUnit unit) => unit.Kind == UnitKind.Check
        ? $"/admin/duties/{unit.DutyId}/check" : DraftPathOf(unit);

    /// <summary>The form of a new disclosure, filled from the duty.</summary>
    public static string DraftPathOf(CoverageUnit unit) =>
        $"/admin/disclosures/create?organisation={unit.OrganisationId}&item={Uri.EscapeDataString(unit.ItemCode)}{(unit.Period.Length > 0 ? "&period=" + unit.Period : "")}";

    /// <summary>Where its day is explained; empty where no day set it going.</summary>
    public static string ExplanationOf(CoverageUnit unit) => unit.StartsOn is { } from ? DueLine.PathOf(from, unit.Span, unit.ItemCode) : "";

    private static string Part(CoverageUnit unit) => unit.Kind switch
    {
        UnitKind.Period => ReportingPeriod.Parse(unit.Period)?.Label ?? unit.Period,
        UnitKind.Check => "内容核对",
        _ => "长期公开的页面",
    };
}
