namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>公开层级: the levels of government that publish an item.</summary>
[Flags]
public enum CatalogueLevels
{
    None = 0,
    City = 1,
    County = 2,
    Township = 4,
    Village = 8,
}

/// <summary>Chinese words of levels and aspects, in both directions.</summary>
public static class CatalogueWords
{
    /// <summary>Each level with its official heading, in the order of the official layout.</summary>
    public static IReadOnlyList<(CatalogueLevels Level, string Text)> Levels { get; } =
        [(CatalogueLevels.City, "市级"), (CatalogueLevels.County, "县级"), (CatalogueLevels.Township, "乡级"), (CatalogueLevels.Village, "村级")];

    /// <summary>Each aspect with its official word, in official order.</summary>
    public static IReadOnlyList<(DisclosureAspects Aspect, string Text)> Aspects { get; } =
    [
        (DisclosureAspects.Decision, "决策"), (DisclosureAspects.Execution, "执行"), (DisclosureAspects.Management, "管理"),
        (DisclosureAspects.Service, "服务"), (DisclosureAspects.Result, "结果"),
    ];

    /// <summary>The levels that a heading or cell names, whatever its wording: 乡、村级 is two, 县（区）级 is one.</summary>
    public static CatalogueLevels LevelsIn(string text)
    {
        var levels = CatalogueLevels.None;
        var rest = text.Replace("社区", "村", StringComparison.Ordinal);
        if (rest.Contains('村')) levels |= CatalogueLevels.Village;
        if (rest.IndexOfAny(['乡', '镇', '街']) >= 0) levels |= CatalogueLevels.Township;
        if (rest.IndexOfAny(['县', '区', '旗']) >= 0) levels |= CatalogueLevels.County;
        if (rest.Replace("县市", "县", StringComparison.Ordinal).Replace("市县", "县", StringComparison.Ordinal).Contains('市')) levels |= CatalogueLevels.City;
        return levels;
    }

    /// <summary>The aspects that a cell names.</summary>
    public static DisclosureAspects AspectsIn(string text) =>
        Aspects.Where(a => text.Contains(a.Text, StringComparison.Ordinal)).Aggregate(DisclosureAspects.None, (all, a) => all | a.Aspect);

    /// <summary>县级、乡级</summary>
    public static string TextOf(CatalogueLevels levels) => string.Join("、", Levels.Where(l => levels.HasFlag(l.Level)).Select(l => l.Text));

    /// <summary>决策、结果</summary>
    public static string TextOf(DisclosureAspects aspects) => string.Join("、", Aspects.Where(a => aspects.HasFlag(a.Aspect)).Select(a => a.Text));
}
