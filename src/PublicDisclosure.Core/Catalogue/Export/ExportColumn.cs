using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>A column of an export: its heading in one or two rows and what it shows of a row.</summary>
/// <param name="Group">Upper heading, shared with its neighbours.</param>
/// <param name="Heading">Lower heading, or null when the upper one spans both rows.</param>
/// <param name="Width">Width in characters of the standard font.</param>
/// <param name="MergesDown">Equal cells below one another become one, within one first-level item.</param>
/// <param name="Text">The cell's text.</param>
public sealed record ExportColumn(string Group, string? Heading, double Width, bool MergesDown, Func<CatalogueRow, string> Text);

/// <summary>The official layout: ten headings over fourteen columns, with what the rows use besides.</summary>
public static class ExportColumns
{
    private const string Tick = "√";

    /// <summary>Stands where a text column has nothing, so that an empty cell never reads as a merged one.</summary>
    private const string None = "—";

    /// <summary>The columns that these rows need, in the order of the official layout.</summary>
    public static IReadOnlyList<ExportColumn> For(IReadOnlyCollection<CatalogueRow> rows)
    {
        var levels = rows.Aggregate(CatalogueLevels.County | CatalogueLevels.Township, (all, r) => all | r.Levels);
        var columns = new List<ExportColumn> { new("序号", null, 6, false, r => r.Sequence) };
        if (rows.Any(r => r.ItemCode.Length > 0)) columns.Add(new("事项编码", null, 12, false, r => r.ItemCode));
        columns.Add(new("公开事项", "一级事项", 12, true, r => OrNone(r.Level1)));
        columns.Add(new("公开事项", "二级事项", 16, false, r => OrNone(r.Level2)));
        if (rows.Any(r => r.Level3.Length > 0)) columns.Add(new("公开事项", "三级事项", 16, false, r => OrNone(r.Level3)));
        columns.Add(new("公开内容（要素）", null, 30, false, r => OrNone(r.ElementsText)));
        columns.Add(new("公开依据", null, 28, true, r => OrNone(r.LegalBasis)));
        columns.Add(new("公开时限", null, 16, true, r => OrNone(r.TimeLimitText)));
        columns.Add(new("公开主体", null, 14, true, r => OrNone(r.BodyText)));
        columns.Add(new("公开渠道和载体（“■”表示必选项，“□”表示可选项）", null, 24, true, r => ChannelList.Format(r.Channels, r.AnyTickedChannel)));
        columns.Add(new("公开对象", "全社会", 6, false, r => r.ForWholeSociety ? Tick : ""));
        columns.Add(new("公开对象", "特定群众", 8, false, r => r.SpecificGroup is "" ? Tick : r.SpecificGroup ?? ""));
        columns.Add(new("公开方式", "主动", 6, false, r => r.IsActive ? Tick : ""));
        columns.Add(new("公开方式", "依申请", 6, false, r => r.IsOnApplication ? Tick : ""));
        columns.AddRange(CatalogueWords.Levels.Where(l => levels.HasFlag(l.Level))
            .Select(l => new ExportColumn("公开层级", l.Text, 6, false, r => r.Levels.HasFlag(l.Level) ? Tick : "")));
        if (rows.Any(r => r.Aspects != DisclosureAspects.None)) columns.Add(new("五公开", null, 10, false, r => CatalogueWords.TextOf(r.Aspects)));
        columns.AddRange(rows.SelectMany(r => r.Extra).Select(e => e.Heading).Distinct()
            .Select(h => new ExportColumn(h, null, 16, false, r => r.Extra.FirstOrDefault(e => e.Heading == h)?.Text ?? "")));
        columns.Add(new("备注", null, 14, false, r => r.Note));
        return columns;
    }

    private static string OrNone(string text) => text.Length == 0 ? None : text;
}
