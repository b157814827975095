namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>A row as a list of headings and texts: what a preview shows and what a comparison compares.</summary>
public static class CatalogueCells
{
    /// <summary>Every cell of the row under its official heading, extras after them by heading.</summary>
    public static IReadOnlyList<ExtraCell> Of(CatalogueRow row) =>
    [
        new("领域", row.Domain),
        new("序号", row.Sequence),
        new("事项编码", row.ItemCode),
        new("一级事项", row.Level1),
        new("二级事项", row.Level2),
        new("三级事项", row.Level3),
        new("公开内容（要素）", row.ElementsText),
        new("公开依据", row.LegalBasis),
        new("公开时限", row.TimeLimitText),
        new("公开主体", row.BodyText),
        new("公开渠道和载体", ChannelList.Format(row.Channels, row.AnyTickedChannel)),
        new("公开对象", AudienceText(row)),
        new("公开方式", ModeText(row)),
        new("公开层级", CatalogueWords.TextOf(row.Levels)),
        new("五公开", CatalogueWords.TextOf(row.Aspects)),
        new("备注", row.Note),
        .. row.Extra.OrderBy(e => e.Heading, StringComparer.Ordinal),
    ];

    /// <summary>全社会, 特定群众（项目单位）, or both.</summary>
    public static string AudienceText(CatalogueRow row) => string.Join("、", new[]
    {
        row.ForWholeSociety ? "全社会" : "",
        row.SpecificGroup switch { null => "", "" => "特定群众", var group => $"特定群众（{group}）" },
    }.Where(t => t.Length > 0));

    /// <summary>主动, 依申请, or both.</summary>
    public static string ModeText(CatalogueRow row) => string.Join("、", new[]
    {
        row.IsActive ? "主动" : "",
        row.IsOnApplication ? "依申请" : "",
    }.Where(t => t.Length > 0));
}
