using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>What is marked, and which stretch is shown.</summary>
public sealed class SearchExcerptTests
{
    [Fact]
    public void Mark_TextInAnotherForm_IsMarkedAsWritten()
    {
        var pieces = SearchExcerpt.Mark("關於ＧＤＰ的公告", ["gdp", "关于"]);
        Assert.Equal([("關於", true), ("ＧＤＰ", true), ("的公告", false)], Merged(pieces));
        Assert.Equal("關於ＧＤＰ的公告", string.Concat(pieces.Select(p => p.Text)));
    }

    [Fact]
    public void Of_LongText_ShowsWhereMostIsSaid()
    {
        var text = new string('前', 400) + "。低保标准是每月九百元，低保从一月起执行。" + new string('后', 400);
        var pieces = SearchExcerpt.Of(text, ["低保", "标准"]);
        var shown = string.Concat(pieces.Select(p => p.Text));
        Assert.StartsWith("…", shown, StringComparison.Ordinal);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Contains("低保标准是每月九百元，低保从一月起执行", shown, StringComparison.Ordinal);
        Assert.Equal(["低保标准", "低保"], pieces.Where(p => p.IsHit).Select(p => p.Text));
    }

    [Fact]
    public void Of_NothingMarked_ShowsTheBeginning() =>
        Assert.Equal("没有要找的词。", string.Concat(SearchExcerpt.Of("没有要找的词。", ["低保"]).Select(p => p.Text)));

    /// <summary>Neighbouring marks may be one piece or two.</summary>
    private static List<(string Text, bool IsHit)> Merged(IReadOnlyList<TextPiece> pieces) =>
        [.. pieces.SelectMany(p => p.Text == "關於ＧＤＰ" ? [("關於", true), ("ＧＤＰ", true)] : new[] { (p.Text, p.IsHit) })];
}
