using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>The headings that catalogues use, official and local, and the column that each means.</summary>
internal static partial class HeadingVocabulary
{
    private static readonly Dictionary<string, ColumnRole> Exact = new()
    {
        ["领域"] = ColumnRole.Domain,
        ["公开领域"] = ColumnRole.Domain,
        ["所属领域"] = ColumnRole.Domain,
        ["试点领域"] = ColumnRole.Domain,
        ["序号"] = ColumnRole.Sequence,
        ["编号"] = ColumnRole.Sequence,
        ["事项编码"] = ColumnRole.ItemCode,
        ["编码"] = ColumnRole.ItemCode,
        ["目录编码"] = ColumnRole.ItemCode,
        ["事项代码"] = ColumnRole.ItemCode,
        ["代码"] = ColumnRole.ItemCode,
        ["事项编号"] = ColumnRole.ItemCode,
        ["目录代码"] = ColumnRole.ItemCode,
        ["公开内容"] = ColumnRole.Elements,
        ["内容"] = ColumnRole.Elements,
        ["公开要素"] = ColumnRole.Elements,
        ["公开内容要素"] = ColumnRole.Elements,
        ["公开内容及要素"] = ColumnRole.Elements,
        ["内容要素"] = ColumnRole.Elements,
        ["公开依据"] = ColumnRole.LegalBasis,
        ["依据"] = ColumnRole.LegalBasis,
        ["法律依据"] = ColumnRole.LegalBasis,
        ["政策依据"] = ColumnRole.LegalBasis,
        ["公开时限"] = ColumnRole.TimeLimit,
        ["时限"] = ColumnRole.TimeLimit,
        ["公开时间"] = ColumnRole.TimeLimit,
        ["公开期限"] = ColumnRole.TimeLimit,
        ["公开主体"] = ColumnRole.Body,
        ["主体"] = ColumnRole.Body,
        ["责任主体"] = ColumnRole.Body,
        ["公开责任主体"] = ColumnRole.Body,
        ["责任单位"] = ColumnRole.Body,
        ["公开单位"] = ColumnRole.Body,
        ["责任部门"] = ColumnRole.Body,
        ["公开责任单位"] = ColumnRole.Body,
        ["公开渠道和载体"] = ColumnRole.Channels,
        ["公开渠道及载体"] = ColumnRole.Channels,
        ["公开渠道与载体"] = ColumnRole.Channels,
        ["公开渠道"] = ColumnRole.Channels,
        ["渠道和载体"] = ColumnRole.Channels,
        ["公开载体"] = ColumnRole.Channels,
        ["公开渠道载体"] = ColumnRole.Channels,
        ["公开渠道和载体至少选择其一"] = ColumnRole.Channels,
        ["公开对象"] = ColumnRole.Audience,
        ["对象"] = ColumnRole.Audience,
        ["公开范围"] = ColumnRole.Audience,
        ["公开方式"] = ColumnRole.Mode,
        ["方式"] = ColumnRole.Mode,
        ["公开层级"] = ColumnRole.LevelList,
        ["层级"] = ColumnRole.LevelList,
        ["公开级别"] = ColumnRole.LevelList,
        ["五公开"] = ColumnRole.AspectList,
        ["五公开类别"] = ColumnRole.AspectList,
        ["过程"] = ColumnRole.AspectList,
        ["公开环节"] = ColumnRole.AspectList,
        ["备注"] = ColumnRole.Note,
        ["公开事项"] = ColumnRole.Level1,
        ["公开目录"] = ColumnRole.Level1,
        ["事项"] = ColumnRole.Level1,
        ["事项名称"] = ColumnRole.Level1,
        ["公开事项名称"] = ColumnRole.Level1,
        ["主项名称"] = ColumnRole.Level1,
        ["子项名称"] = ColumnRole.Level2,
        ["主动"] = ColumnRole.Active,
        ["主动公开"] = ColumnRole.Active,
        ["依申请"] = ColumnRole.OnApplication,
        ["依申请公开"] = ColumnRole.OnApplication,
        ["依申请公开方式"] = ColumnRole.OnApplication,
        ["全社会"] = ColumnRole.WholeSociety,
        ["社会公众"] = ColumnRole.WholeSociety,
        ["全体社会"] = ColumnRole.WholeSociety,
        ["特定群众"] = ColumnRole.SpecificGroup,
        ["特定群体"] = ColumnRole.SpecificGroup,
        ["特定人群"] = ColumnRole.SpecificGroup,
        ["特定对象"] = ColumnRole.SpecificGroup,
    };

    /// <summary>The heading without white space, quotes and anything in brackets.</summary>
    public static string Bare(string heading) => Noise().Replace(heading, "");

    /// <summary>What a heading means by itself, or null when it is none that we know.</summary>
    public static ColumnRole? RoleOf(string heading)
    {
        if (heading.Length is 0 or > 80) return null;
        var bare = Bare(heading);
        if (Exact.TryGetValue(bare, out var role)) return role;
        if (bare is "一级" or "二级" or "三级" || Level().IsMatch(bare))
            return bare[0] switch { '一' => ColumnRole.Level1, '二' => ColumnRole.Level2, _ => ColumnRole.Level3 };
        if (bare.Length <= 2 && CatalogueWords.Aspects.Any(a => a.Text == bare)) return ColumnRole.AspectTick;
        return bare.Length <= 8 && LevelHeading().IsMatch(bare) && CatalogueWords.LevelsIn(bare) != CatalogueLevels.None ? ColumnRole.LevelTick : null;
    }

    /// <summary>What a column means from its headings, top to bottom.</summary>
    public static ColumnRole Resolve(IReadOnlyList<string> path)
    {
        if (path.Count == 0) return ColumnRole.Extra;
        var leaf = RoleOf(path[^1]);
        var group = path.Count < 2 ? null : path.Take(path.Count - 1).Select(RoleOf).LastOrDefault(r => r is not null);
        return group switch
        {
            ColumnRole.Channels => path[^1] == path[0] ? ColumnRole.Channels : ColumnRole.ChannelTick,
            ColumnRole.Audience => leaf is ColumnRole.WholeSociety or ColumnRole.SpecificGroup ? leaf.Value : InAudience(path[^1]),
            ColumnRole.Mode => leaf is ColumnRole.Active or ColumnRole.OnApplication ? leaf.Value : ColumnRole.Extra,
            ColumnRole.LevelList => CatalogueWords.LevelsIn(Bare(path[^1])) != CatalogueLevels.None && leaf is ColumnRole.LevelTick or null && !path[^1].Contains('省')
                ? ColumnRole.LevelTick : ColumnRole.Extra,
            ColumnRole.AspectList => CatalogueWords.AspectsIn(path[^1]) != DisclosureAspects.None ? ColumnRole.AspectTick : ColumnRole.Extra,
            _ => leaf ?? ColumnRole.Extra,
        };
    }

    private static ColumnRole InAudience(string leaf) =>
        leaf.Contains("社会", StringComparison.Ordinal) ? ColumnRole.WholeSociety
        : leaf.Contains("特定", StringComparison.Ordinal) ? ColumnRole.SpecificGroup
        : ColumnRole.Extra;

    [GeneratedRegex(@"[\s“”""‘’：:＊*]|[（(【\[].*?[）)】\]]")]
    private static partial Regex Noise();

    [GeneratedRegex(@"^(?:公开)?[一二三][级層层](?:公开)?(?:事项|目录|栏目|类别|指标)(?:名称)?$")]
    private static partial Regex Level();

    [GeneratedRegex(@"^(?:[市县区旗乡镇村街]|社区|街道|乡镇|市县|县市|、|/|和|与|及)+级?$")]
    private static partial Regex LevelHeading();
}
