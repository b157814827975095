namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Turns a row of a file into the cells of a <see cref="StandardItem"/> and back, without loss.</summary>
public static class CatalogueItemText
{
    private const string OwnCode = "原事项编码";
    private const string Mode = "公开方式";
    private const string Level = "公开层级";
    private const string Note = "备注";

    /// <summary>The cells to store. What the entity has no place for (two modes, 市级, a foreign code) goes into its extra lines.</summary>
    public static StandardItemText Of(CatalogueRow row)
    {
        var extra = row.Extra.ToList();
        if (row.IsActive && row.IsOnApplication) extra.Add(new ExtraCell(Mode, CatalogueCells.ModeText(row)));
        if (row.Levels.HasFlag(CatalogueLevels.City)) extra.Add(new ExtraCell(Level, CatalogueWords.TextOf(CatalogueLevels.City)));
        if (row.ItemCode.Length > 0 && !IsOurs(row.ItemCode)) extra.Add(new ExtraCell(OwnCode, row.ItemCode));
        if (row.Note.Length > 0 && row.Note != NeedsChecking) extra.Add(new ExtraCell(Note, row.Note));
        return new StandardItemText
        {
            Level1 = row.Level1,
            Level2 = row.Level2,
            Level3 = row.Level3,
            Elements = row.ElementsText,
            LegalBasis = row.LegalBasis,
            TimeLimit = row.TimeLimitText,
            Body = row.BodyText,
            Channels = ChannelList.Format(row.Channels, row.AnyTickedChannel),
            Audience = CatalogueCells.AudienceText(row),
            // A line break inside a value would read as the next line.
            Extra = string.Join('\n', extra.Select(e => $"{e.Heading}：{e.Text.Replace("\n", "⏎", StringComparison.Ordinal)}")),
        };
    }

    /// <summary>The mark that exports put beside a row nobody has confirmed.</summary>
    public const string NeedsChecking = "待核对";

    /// <summary>The levels to store; 市级 stays in the extra lines.</summary>
    public static GovernmentLevels LevelsOf(CatalogueRow row)
    {
        var levels = GovernmentLevels.None;
        if (row.Levels.HasFlag(CatalogueLevels.County)) levels |= GovernmentLevels.County;
        if (row.Levels.HasFlag(CatalogueLevels.Township)) levels |= GovernmentLevels.Township;
        if (row.Levels.HasFlag(CatalogueLevels.Village)) levels |= GovernmentLevels.Village;
        return levels;
    }

    /// <summary>The mode to store: 依申请 only where 主动 is not ticked as well.</summary>
    public static DisclosureMode ModeOf(CatalogueRow row) =>
        row.IsOnApplication && !row.IsActive ? DisclosureMode.OnApplication : DisclosureMode.Active;

    /// <summary>A stored item as a row of an export.</summary>
    /// <param name="domain">Name of its domain.</param>
    /// <param name="item">The item's cells.</param>
    /// <param name="code">Its stable code, by which an import finds it again.</param>
    /// <param name="sequence">序号</param>
    /// <param name="levels">公开层级</param>
    /// <param name="mode">公开方式</param>
    /// <param name="aspects">五公开</param>
    /// <param name="needsChecking">Nobody has confirmed the row: the export says 待核对.</param>
    public static CatalogueRow ToRow(
        string domain, StandardItemText item, string code, string sequence, GovernmentLevels levels, DisclosureMode mode, DisclosureAspects aspects, bool needsChecking)
    {
        var extra = item.Extra.Split('\n').Where(l => l.Contains('：')).Select(Cell).ToList();
        string Extra(string heading) => extra.Find(e => e.Heading == heading)?.Text ?? "";
        var bothModes = Extra(Mode).Contains('、');
        return new CatalogueRow
        {
            Domain = domain,
            Sequence = sequence,
            ItemCode = code,
            Level1 = item.Level1,
            Level2 = item.Level2,
            Level3 = item.Level3,
            ElementsText = item.Elements,
            LegalBasis = item.LegalBasis,
            TimeLimitText = item.TimeLimit,
            BodyText = item.Body,
            Channels = ChannelList.Parse(item.Channels, out var anyTicked),
            AnyTickedChannel = anyTicked,
            ForWholeSociety = item.Audience.Contains("社会", StringComparison.Ordinal),
            SpecificGroup = RowReader.AudienceGroup(item.Audience),
            IsActive = bothModes || mode == DisclosureMode.Active,
            IsOnApplication = bothModes || mode == DisclosureMode.OnApplication,
            Levels = (levels.HasFlag(GovernmentLevels.County) ? CatalogueLevels.County : 0) | (levels.HasFlag(GovernmentLevels.Township) ? CatalogueLevels.Township : 0)
                | (levels.HasFlag(GovernmentLevels.Village) ? CatalogueLevels.Village : 0) | CatalogueWords.LevelsIn(Extra(Level)),
            Aspects = aspects,
            Extra = [.. extra.Where(e => e.Heading is not Level and not Note && !(e.Heading == Mode && bothModes))],
            Note = string.Join('\n', new[] { needsChecking ? NeedsChecking : "", Extra(Note) }.Where(t => t.Length > 0)),
        }.Normalised();
    }

    /// <summary>The official heading of a stored cell, for messages.</summary>
    public static string? HeadingOf(string? field) => field switch
    {
        nameof(StandardItemText.Level1) => "一级事项",
        nameof(StandardItemText.Level2) => "二级事项",
        nameof(StandardItemText.Level3) => "三级事项",
        nameof(StandardItemText.Elements) => "公开内容（要素）",
        nameof(StandardItemText.LegalBasis) => "公开依据",
        nameof(StandardItemText.TimeLimit) => "公开时限",
        nameof(StandardItemText.Body) => "公开主体",
        nameof(StandardItemText.Channels) => "公开渠道和载体",
        nameof(StandardItemText.Audience) => "公开对象",
        nameof(StandardItemText.Extra) => "其他栏目",
        _ => null,
    };

    /// <summary>05-7K3QD: a code that this product made.</summary>
    public static bool IsOurs(string code) => code.Length == 8 && code[2] == '-' && char.IsAsciiDigit(code[0]) && char.IsAsciiDigit(code[1]);

    private static ExtraCell Cell(string line)
    {
        var at = line.IndexOf('：', StringComparison.Ordinal);
        return new ExtraCell(line[..at], line[(at + 1)..].Replace("⏎", "\n", StringComparison.Ordinal));
    }
}
