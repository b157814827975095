using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Reads one row under a known layout; remembers what stands above for 同上 and for merged cells.</summary>
internal sealed partial class RowReader(RawTable table)
{
    private static readonly ColumnRole[] MergedDown =
        [ColumnRole.Domain, ColumnRole.Level1, ColumnRole.LegalBasis, ColumnRole.TimeLimit, ColumnRole.Body, ColumnRole.Channels];

    private readonly Dictionary<int, string> _above = [];
    private List<RowProblem> _problems = [];
    private int _row;
    private bool _unreadable;

    /// <summary>A new title: what stood above it is not above the new rows.</summary>
    public void BeginTable() => _above.Clear();

    public (CatalogueRow? Row, List<RowProblem> Problems) Read(int row, CatalogueLayout layout, string domain)
    {
        (_row, _problems, _unreadable) = (row, [], false);
        if (IsShort(layout)) Refuse(null, "CatalogueRow.CellsMissing", table.Rows[row].Cells.Count, layout.Columns.Count);
        var texts = layout.Columns.ToDictionary(c => c.Index, c => Resolve(c, layout));
        if (_unreadable) return (null, _problems);
        string Text(ColumnRole role) => layout.Of(role).Select(c => texts[c.Index]).FirstOrDefault(t => t.Length > 0) ?? "";
        bool Ticked(ColumnRole role) => layout.Of(role).Any(c => Tick(c, texts));

        var channels = Channels(layout, texts, Text(ColumnRole.Channels), out var anyTicked);
        var audience = Text(ColumnRole.Audience);
        var mode = Text(ColumnRole.Mode);
        var (level1, code1) = SplitCode(CellText.OneLine(Text(ColumnRole.Level1)));
        var (level2, code2) = SplitCode(CellText.OneLine(Text(ColumnRole.Level2)));
        var (level3, code3) = SplitCode(CellText.OneLine(Text(ColumnRole.Level3)));
        var sequence = CellText.OneLine(Text(ColumnRole.Sequence));
        var code = new[] { CellText.OneLine(Text(ColumnRole.ItemCode)), code3, code2, code1 }.FirstOrDefault(c => c.Length > 0)
            ?? (sequence.Length >= 4 && sequence.All(char.IsAsciiDigit) && !layout.Has(ColumnRole.ItemCode) ? sequence : "");
        var result = new CatalogueRow
        {
            Domain = layout.Has(ColumnRole.Domain) && Text(ColumnRole.Domain) is { Length: > 0 } named ? DomainName(named) : domain,
            SheetName = table.Name,
            RowNumber = table.Rows[row].Number,
            Sequence = sequence,
            ItemCode = code,
            Level1 = level1.Length > 0 ? level1 : level2,
            Level2 = level1.Length > 0 ? level2 : "",
            Level3 = level3,
            ElementsText = Text(ColumnRole.Elements),
            LegalBasis = Text(ColumnRole.LegalBasis),
            TimeLimitText = Text(ColumnRole.TimeLimit),
            BodyText = Text(ColumnRole.Body),
            Channels = channels,
            AnyTickedChannel = anyTicked || layout.AnyTickedChannel,
            ForWholeSociety = Ticked(ColumnRole.WholeSociety) || audience.Contains("社会", StringComparison.Ordinal),
            SpecificGroup = SpecificGroup(layout, texts, audience),
            IsActive = Ticked(ColumnRole.Active) || mode.Contains("主动", StringComparison.Ordinal),
            IsOnApplication = Ticked(ColumnRole.OnApplication) || mode.Contains("依申请", StringComparison.Ordinal),
            Levels = Levels(layout, texts),
            Aspects = Aspects(layout, texts),
            Extra = [.. Extras(layout, texts, mode)],
            Note = Text(ColumnRole.Note),
        }.Normalised();
        Judge(result, layout);
        return (_unreadable ? null : result, _problems);
    }

    /// <summary>Text of a cell after merges, 同上 and dashes.</summary>
    private string Resolve(CatalogueColumn column, CatalogueLayout layout)
    {
        var cell = table.At(_row, column.Index);
        var text = cell.OriginColumn == column.Index ? cell.Text : "";
        if (cell.HadHidden) Doubt(column, "CatalogueRow.HiddenCharacters");
        if (cell.IsFormula) Doubt(column, "CatalogueRow.Formula", CatalogueSheet.Shorten(text));
        if (text.Length > CatalogueRow.MaxText) Refuse(column, "CatalogueRow.TextTooLong", text.Length, CatalogueRow.MaxText);
        if (CellText.IsDitto(text))
        {
            if (_above.TryGetValue(column.Index, out var above)) return above;
            Refuse(column, "CatalogueRow.NothingAbove");
            return "";
        }

        var mayInherit = column.Role == ColumnRole.Level1 || (!table.KnowsMerges && MergedDown.Contains(column.Role));
        if (text.Length == 0 && cell.OriginColumn == column.Index && mayInherit && HasItemBelow(column, layout) && _above.TryGetValue(column.Index, out var merged)) return merged;
        if (text.Length == 0) return "";
        if (CellText.IsDash(text) || (text == "无" && column.Role is ColumnRole.Level2 or ColumnRole.Level3)) text = "";
        return _above[column.Index] = text;
    }

    /// <summary>A row with an own second-level item continues the first-level item above it.</summary>
    private bool HasItemBelow(CatalogueColumn column, CatalogueLayout layout) =>
        column.Role != ColumnRole.Level1 || layout.Of(ColumnRole.Level2).Concat(layout.Of(ColumnRole.Level3)).Any(c => table.At(_row, c.Index).Text.Length > 0)
        || (!layout.Has(ColumnRole.Level2) && layout.Of(ColumnRole.Elements).Any(c => table.At(_row, c.Index).Text.Length > 0));

    /// <summary>
    /// Pasted text loses merged cells: a row that ends before its tick columns, while ticks stand under the wrong headings,
    /// cannot be told apart from one whose empty end was cut off, so it is refused.
    /// </summary>
    private bool IsShort(CatalogueLayout layout)
    {
        if (table.KnowsMerges || table.Rows[_row].Cells.Count >= layout.Columns.Count) return false;
        return layout.Columns.Any(c =>
        {
            var text = table.At(_row, c.Index).Text;
            return text.Length > 0 && !CellText.IsDash(text) && c.Role switch
            {
                ColumnRole.WholeSociety or ColumnRole.Active or ColumnRole.OnApplication or ColumnRole.LevelTick or ColumnRole.AspectTick => TickMark.Read(text) is null,
                ColumnRole.Channels => TickMark.Read(text) is not null,
                ColumnRole.Level1 or ColumnRole.Level2 or ColumnRole.Elements or ColumnRole.LegalBasis or ColumnRole.TimeLimit or ColumnRole.Body => text[0] is '■' or '□' or '√',
                _ => false,
            };
        });
    }

    private bool Tick(CatalogueColumn column, Dictionary<int, string> texts)
    {
        var tick = TickMark.Read(texts[column.Index]);
        if (tick is null) Doubt(column, "CatalogueRow.TickNotUnderstood", CatalogueSheet.Shorten(texts[column.Index]));
        return tick ?? true;
    }

    private IReadOnlyList<ChannelTick> Channels(CatalogueLayout layout, Dictionary<int, string> texts, string list, out bool anyTicked)
    {
        var ticks = ChannelList.Parse(list, out anyTicked);
        var columns = layout.Of(ColumnRole.ChannelTick).Select(c => new ChannelTick(ChannelVocabulary.Of(c.Leaf), c.Leaf, Tick(c, texts))).ToList();
        return columns.Count == 0 ? ticks : ChannelList.Complete(columns);
    }

    private static string? SpecificGroup(CatalogueLayout layout, Dictionary<int, string> texts, string audience)
    {
        foreach (var column in layout.Of(ColumnRole.SpecificGroup))
        {
            var text = texts[column.Index];
            if (text.Length > 0) return TickMark.Read(text) switch { true => "", false => null, null => text.TrimStart('√', '■', '✓', ' ') };
        }

        return AudienceGroup(audience);
    }

    /// <summary>特定群众（项目单位） out of a cell that holds the whole audience.</summary>
    internal static string? AudienceGroup(string audience)
    {
        if (audience.Length == 0 || audience is "全社会" or "社会" or "社会公众" or "面向社会" or "面向全社会") return null;
        var match = NamedGroup().Match(audience);
        if (match.Success) return match.Groups["who"].Value;
        return audience.Contains("社会", StringComparison.Ordinal) ? null : audience;
    }

    private CatalogueLevels Levels(CatalogueLayout layout, Dictionary<int, string> texts)
    {
        var levels = layout.Of(ColumnRole.LevelList).Aggregate(CatalogueLevels.None, (all, c) => all | CatalogueWords.LevelsIn(texts[c.Index]));
        var ticks = layout.Of(ColumnRole.LevelTick).ToList();
        var hasCounty = ticks.Exists(c => CatalogueWords.LevelsIn(HeadingVocabulary.Bare(c.Leaf)).HasFlag(CatalogueLevels.County));
        foreach (var column in ticks.Where(c => Tick(c, texts)))
        {
            var level = CatalogueWords.LevelsIn(HeadingVocabulary.Bare(column.Leaf));
            // In a county-level city the column 市级 beside 镇级 is the county's; only beside 县级 is it the prefecture's.
            levels |= level == CatalogueLevels.City && !hasCounty ? CatalogueLevels.County : level;
        }

        return levels;
    }

    private DisclosureAspects Aspects(CatalogueLayout layout, Dictionary<int, string> texts)
    {
        var aspects = layout.Of(ColumnRole.AspectTick).Where(c => Tick(c, texts))
            .Aggregate(DisclosureAspects.None, (all, c) => all | CatalogueWords.AspectsIn(c.Leaf));
        return layout.Of(ColumnRole.AspectList).Aggregate(aspects, (all, c) => all | TickedAspects(texts[c.Index]));
    }

    /// <summary>决策、服务 or □决策 ■执行: without marks every word counts.</summary>
    private static DisclosureAspects TickedAspects(string text)
    {
        if (!Marked().IsMatch(text)) return CatalogueWords.AspectsIn(text);
        return Marked().Matches(text).Where(m => TickMark.Read(m.Groups["mark"].Value) == true)
            .Aggregate(DisclosureAspects.None, (all, m) => all | CatalogueWords.AspectsIn(m.Groups["word"].Value));
    }

    private static IEnumerable<ExtraCell> Extras(CatalogueLayout layout, Dictionary<int, string> texts, string mode)
    {
        foreach (var column in layout.Of(ColumnRole.Extra))
        {
            if (texts[column.Index].Length > 0) yield return new ExtraCell(column.Heading, texts[column.Index]);
        }

        // 公开方式 used for something else (全文发布): kept as it stands.
        if (mode.Length > 0 && !mode.Contains("主动", StringComparison.Ordinal) && !mode.Contains("依申请", StringComparison.Ordinal))
            yield return new ExtraCell("公开方式", mode);
    }

    private static string DomainName(string text) =>
        CatalogueTitle.DomainOf(text) ?? (text.EndsWith("领域", StringComparison.Ordinal) && text.Length > 2 ? text[..^2] : text);

    /// <summary>政策法规115001000: the name and the nine-digit code behind or before it.</summary>
    private static (string Name, string Code) SplitCode(string text)
    {
        var match = NineDigits().Match(text);
        return match.Success ? (text.Replace(match.Value, "", StringComparison.Ordinal).Trim(' ', '（', '）', '(', ')'), match.Value) : (text, "");
    }

    private void Judge(CatalogueRow row, CatalogueLayout layout)
    {
        if (row.Level1.Length == 0) Refuse(null, "CatalogueRow.NoItem");
        else foreach (var refusal in StandardItemText.Check(CatalogueItemText.Of(row))) RefuseFor(refusal);

        if (row.Domain.Length == 0) Refuse(null, "CatalogueRow.NoDomain");
        if (layout.Has(ColumnRole.Elements) && row.ElementsText.Length == 0) DoubtBlank("公开内容（要素）");
        if (layout.Has(ColumnRole.TimeLimit) && row.TimeLimitText.Length == 0) DoubtBlank("公开时限");
        if (layout.Has(ColumnRole.Body) && row.BodyText.Length == 0) DoubtBlank("公开主体");
        if (layout.Has(ColumnRole.Channels) && !row.Channels.Any(c => c.IsTicked)) DoubtBlank("公开渠道和载体");
        if ((layout.Has(ColumnRole.Active) || layout.Has(ColumnRole.Mode)) && !row.IsActive && !row.IsOnApplication) DoubtBlank("公开方式");
        if ((layout.Has(ColumnRole.LevelTick) || layout.Has(ColumnRole.LevelList)) && row.Levels == CatalogueLevels.None) DoubtBlank("公开层级");
    }

    private void Refuse(CatalogueColumn? column, string code, params object[] arguments)
    {
        _unreadable = true;
        Report(column?.Heading, code, true, arguments);
    }

    /// <summary>What the catalogue cannot store is unreadable here, with the same reason.</summary>
    private void RefuseFor(Refusal refusal)
    {
        _unreadable = true;
        Report(CatalogueItemText.HeadingOf(refusal.Field), refusal.Code, true, refusal.Arguments);
    }

    private void Doubt(CatalogueColumn column, string code, params object[] arguments) => Report(column.Heading, code, false, arguments);

    private void DoubtBlank(string heading) => Report(heading, "CatalogueRow.Blank", false);

    private void Report(string? heading, string code, bool unreadable, params object[] arguments) => _problems.Add(new RowProblem(
        table.Name, table.Rows[_row].Number, heading, new Refusal(code, null, arguments), unreadable,
        CatalogueSheet.Shorten(string.Join(' ', table.Rows[_row].Cells.Take(6).Select(c => CatalogueSheet.Shorten(c.Text))))));

    [GeneratedRegex(@"特定(?:群众|群体|人群|对象)(?:[（(：:](?<who>.*?)[）)]?$|(?<who>))", RegexOptions.Singleline)]
    private static partial Regex NamedGroup();

    [GeneratedRegex(@"(?<mark>[■□▲▄◆√✓☑☐口〇£Rt])\s*(?<word>决策|执行|管理|服务|结果)")]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?<!\d)\d{9}(?!\d)")]
    private static partial Regex NineDigits();
}
