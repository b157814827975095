using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class VersionDifferenceTests
{
    private const string Budget = "| 项目 | 预算 |\n|---|---|\n| 教育 | 1,200.50 |\n| 卫生 | 300 |";

    /// <summary>Older text, newer text, and the two laid over each other: [-removed-]{+added+}, cells by |, moved blocks by ↑ and ↓.</summary>
    public static TheoryData<string, string, string> Golden => new()
    {
        { "补助5000元。", "补助6000元。", "补助[-5000-]{+6000+}元。" },
        { "补助1,200.50元。", "补助1,200.60元。", "补助[-1,200.50-]{+1,200.60+}元。" },
        { "比例为12%。", "比例为12.5%。", "比例为[-12%-]{+12.5%+}。" },
        { "联系电话0775-3380001。", "联系电话0775-3380002。", "联系电话[-0775-3380001-]{+0775-3380002+}。" },
        { "请于5月6日前报送。", "请于5月8日前报送材料。", "请于5月[-6-]{+8+}日前报送{+材料+}。" },
        { "甲段。\n\n乙段落内容不变。", "甲段。\n\n新增一段内容。\n\n乙段落内容不变。", "甲段。¶+{+新增一段内容。+}¶乙段落内容不变。" },
        { "甲段。\n\n撤去的一段话。\n\n乙段。", "甲段。\n\n乙段。", "甲段。¶-[-撤去的一段话。-]¶乙段。" },
        { "第一段内容在前。\n\n第二段内容在后面很长很长。\n\n第三段。", "第二段内容在后面很长很长。\n\n第一段内容在前。\n\n第三段。", "↓{+第二段内容在后面很长很长。+}¶第一段内容在前。¶↑[-第二段内容在后面很长很长。-]¶第三段。" },
        { Budget, Budget.Replace("300", "350", StringComparison.Ordinal), "项目|预算¶教育|1,200.50¶卫生|[-300-]{+350+}" },
        { Budget, Budget + "\n| 农业 | 80 |", "项目|预算¶教育|1,200.50¶卫生|300¶+{+农业+}|{+80+}" },
        { Budget, Budget.Replace("| 教育 | 1,200.50 |\n", "", StringComparison.Ordinal), "项目|预算¶-[-教育-]|[-1,200.50-]¶卫生|300" },
        { "| 项目 | 预算 |\n|---|---|\n| 教育 | 12 |", "| 项目 | 预算 | 备注 |\n|---|---|---|\n| 教育 | 12 | 增 |", "项目|预算|{+备注+}¶教育|12|{+增+}" },
        { "## 一、目标\n\n内容。", "## 一、总体目标\n\n内容。", "一、{+总体+}目标¶内容。" },
        { "文字**加粗**了", "文字加粗了", "文字加粗了" },
        { "- 甲项内容\n- 乙项内容", "- 甲项内容\n- 丙项内容", "甲项内容¶[-乙-]{+丙+}项内容" },
        { "责任单位：市民政局", "责任单位：市财政局", "责任单位：市[-民-]{+财+}政局" },
        { "坚持以人民为中心", "推动高质量发展", "-[-坚持以人民为中心-]¶+{+推动高质量发展+}" },
        { "", "新文", "+{+新文+}" },
        { "| 甲 | << |\n|---|---|\n| 1 | 2 |", "| 甲 | << |\n|---|---|\n| 1 | 3 |", "甲|¶1|[-2-]{+3+}" },
        { "𠮷田家。", "𠮶田家。", "[-𠮷-]{+𠮶+}田家。" },
    };

    [Theory]
    [MemberData(nameof(Golden))]
    public void Between_TwoTexts_ShowsWhatChanged(string older, string newer, string expected)
    {
        var difference = VersionDifference.Between("标题", older, "标题", newer);

        Assert.Equal(expected, string.Join('¶', difference.Blocks.Select(Write)));
    }

    [Theory]
    [MemberData(nameof(Golden))]
    public void Between_TakenApart_GivesBothTextsBack(string older, string newer, string _)
    {
        var difference = VersionDifference.Between("", older, "", newer);

        Assert.Equal(Words(older), Side(difference, DifferenceKind.Added, [BlockChange.Added, BlockChange.MovedHere]));
        Assert.Equal(Words(newer), Side(difference, DifferenceKind.Removed, [BlockChange.Removed, BlockChange.MovedAway]));
    }

    [Fact]
    public void Between_Titles_AreComparedWordByWord() =>
        Assert.Equal("2023年预算 → [-2023-]{+2024+}年预算", "2023年预算 → " + Write(VersionDifference.Between("2023年预算", "", "2024年预算", "").Title));

    [Fact]
    public void ChangedShare_CountsWordsAndNotMoves()
    {
        Assert.Equal(0, VersionDifference.Between("题", "一样", "题", "一样").ChangedShare);
        Assert.Equal(1, VersionDifference.Between("", "甲乙丙丁", "", "子丑寅卯").ChangedShare);
        Assert.Equal(0, VersionDifference.Between("", Golden.ElementAt(7).Data.Item1, "", Golden.ElementAt(7).Data.Item2).ChangedShare);
        Assert.Equal(2.0 / 12, VersionDifference.Between("", "补助五千元", "", "补助五千多元呢").ChangedShare, 3);
    }

    [Fact]
    public void Between_LongTextsWithNothingInCommon_IsAllChanged()
    {
        var random = new Random(1);
        string Text(char first) => string.Join("\n\n", Enumerable.Range(0, 1_000).Select(_ => new string([.. Enumerable.Range(0, 300).Select(_ => (char)(first + random.Next(2_000)))])));

        var paragraphs = VersionDifference.Between("", Text('一'), "", Text('一'));
        var lines = VersionDifference.Between("", "公" + Text('一').Replace("\n\n", "", StringComparison.Ordinal), "", Text('一').Replace("\n\n", "", StringComparison.Ordinal));

        Assert.True(paragraphs.ChangedShare > 0.5, $"{paragraphs.ChangedShare}");
        Assert.True(lines.ChangedShare > 0.5, $"{lines.ChangedShare}");
    }

    private static string Write(DifferenceBlock block) => block.Change switch
    {
        BlockChange.Added => "+",
        BlockChange.Removed => "-",
        BlockChange.MovedAway => "↑",
        BlockChange.MovedHere => "↓",
        _ => "",
    } + string.Join('|', block.Cells.Select(Write));

    private static string Write(IReadOnlyList<DifferenceSegment> segments) => string.Concat(segments.Select(s => s.Kind switch
    {
        DifferenceKind.Added => $"{{+{s.Text}+}}",
        DifferenceKind.Removed => $"[-{s.Text}-]",
        _ => s.Text,
    }));

    private static string Words(string markdown) => ChineseText.WithoutSpaces(MarkdownRenderer.Render(markdown).PlainText);

    private static string Side(TextDifference difference, DifferenceKind without, BlockChange[] notHere) => ChineseText.WithoutSpaces(string.Concat(
        difference.Blocks.Where(b => !notHere.Contains(b.Change)).SelectMany(b => b.Cells).SelectMany(c => c).Where(s => s.Kind != without).Select(s => s.Text)));
}
