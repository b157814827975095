using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class MarkdownRendererTests
{
    [Fact]
    public void Render_HeadingsOfAnyLevel_StartAtH2WithoutGaps()
    {
        var rendered = MarkdownRenderer.Render("# 一、总体要求\n\n### （一）工作目标\n\n# 二、保障措施");

        Assert.Equal([(2, "s-1", "一、总体要求"), (3, "s-2", "（一）工作目标"), (2, "s-3", "二、保障措施")],
            rendered.Headings.Select(h => (h.Level, h.Id, h.Text)));
        var page = Parse(rendered.Html);
        Assert.Null(page.QuerySelector("h1"));
        Assert.Equal("二、保障措施", page.QuerySelector("h2#s-3")!.TextContent);
    }

    [Fact]
    public void Render_MergedCells_BecomeColspanAndRowspan()
    {
        var table = Table("""
            | 公开事项 | << | 公开时限 |
            |---|---|--:|
            | 一级 | 二级 | ^^ |
            | 低保 | 政策 | 20个工作日 |
            | ^^ | 指南 | 20 |
            """);

        Assert.Equal("公开事项/th/colgroup/2x1 公开时限/th/col/1x2 | 一级/th/col/1x1 二级/th/col/1x1", Shape(table.QuerySelectorAll("thead tr")));
        Assert.Equal("低保/th/rowgroup/1x2 政策/td//1x1 20个工作日/td//1x1 | 指南/td//1x1 20/td//1x1", Shape(table.QuerySelectorAll("tbody tr")));
        Assert.Equal("align-right", table.QuerySelectorAll("td")[^1].ClassName);
    }

    [Fact]
    public void Render_MergedSquare_IsOneCell()
    {
        var table = Table("| a | b | c |\n|---|---|---|\n| x | << | 1 |\n| ^^ | << | 2 |");

        Assert.Equal("x/th/rowgroup/2x2 1/td//1x1 | 2/td//1x1", Shape(table.QuerySelectorAll("tbody tr")));
    }

    [Fact]
    public void Render_MarksThatMakeNoRectangle_StayEmptyCells()
    {
        var table = Table("| a | b |\n|---|---|\n| x | << |\n| ^^ | y |");

        Assert.Equal("x/td//1x1 /td//1x1 | /td//1x1 y/td//1x1", Shape(table.QuerySelectorAll("tbody tr")));
    }

    [Fact]
    public void Render_Table_ScrollsInALabelledRegionThatTheKeyboardReaches()
    {
        var region = Parse(MarkdownRenderer.Render("## 预算\n\n表1 收入预算\n\n| a |\n|---|\n| 1 |").Html).QuerySelector(".table-scroll")!;

        Assert.Equal(("region", "0", "表格 1：表1 收入预算"), (region.GetAttribute("role"), region.GetAttribute("tabindex"), region.GetAttribute("aria-label")));
    }

    [Fact]
    public void Render_LineBreakInCell_IsABreakAndNothingElse()
    {
        var cell = Table("| a |\n|---|\n| 电话<br>0775-1<br onclick=x> |").QuerySelector("td")!;

        Assert.Single(cell.QuerySelectorAll("br"));
        Assert.Contains("<br onclick=x>", cell.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HabitsOfWord_AreTextNotSyntax()
    {
        var html = MarkdownRenderer.Render("    四个空格\n\n　　全角缩进\n第二行\n\n一行\n---\n\n1.不是列表").Html;

        Assert.DoesNotContain("<code>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<ol", html, StringComparison.Ordinal);
        Assert.Contains("<p>全角缩进<br>\n第二行</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ForeignPicture_BecomesALink()
    {
        var page = Parse(MarkdownRenderer.Render("![地图](https://maps.example/a.png) ![公章](/files/1.png)").Html);

        Assert.Equal("/files/1.png", Assert.Single(page.QuerySelectorAll("img")).GetAttribute("src"));
        Assert.Equal("地图", page.QuerySelector("a[href='https://maps.example/a.png']")!.TextContent);
    }

    [Fact]
    public void Render_Footnotes_LinkThereAndBack()
    {
        var page = Parse(MarkdownRenderer.Render("正文[^1]\n\n[^1]: 注释").Html);

        var reference = page.QuerySelector("a.footnote-ref")!;
        Assert.NotNull(page.GetElementById(reference.GetAttribute("href")![1..]));
        Assert.Contains("注释", page.QuerySelector(".footnotes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_PlainText_HasALinePerBlockAndTabsBetweenCells()
    {
        Assert.Equal("标题\n一段粗字\n甲\t乙\n1\t2\n项", MarkdownRenderer.Render("# 标题\n一段**粗字**\n\n| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n\n- 项").PlainText);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "quotes", string.Concat(Enumerable.Repeat(">", 1_000_000)) },
        { "quotes on lines", string.Concat(Enumerable.Repeat("> > > > > > > > > > > > > > > > > > > > a\n", 20_000)) },
        { "lists", string.Concat(Enumerable.Range(0, 1_000).Select(i => new string(' ', i) + "- a\n")) },
        { "brackets", new string('[', 1_000_000) },
        { "brackets on lines", string.Concat(Enumerable.Repeat("[[[[a](", 140_000)) },
        { "brackets in paragraphs", string.Concat(Enumerable.Repeat(new string('[', 3_900) + "\n\n", 250)) },
        { "links in paragraphs", string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("[a](", 1_300)) + "\n\n", 190)) },
        { "emphasis", string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("*a **a ", 600)) + "\n\n", 230)) },
        { "ticks", string.Concat(Enumerable.Range(1, 1_400).Select(i => new string('`', i % 80) + "a ")) },
        { "bars", new string('|', 1_000_000) },
        { "table", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|a|b|\n", 13_000)) },
        { "tables", string.Concat(Enumerable.Repeat("|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|a|<<|\n", 4_000)) + "\n", 14)) },
        { "table of marks", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|^^|<<|\n", 13_000)) },
        { "footnotes", string.Concat(Enumerable.Range(0, 14_000).Select(i => $"[^{i}]\n\n[^{i}]: a\n\n")) },
        { "references", string.Concat(Enumerable.Range(0, 14_000).Select(i => $"[a{i}]: /b\n\n[a{i}]\n\n")) },
        { "angle", new string('<', 1_000_000) },
        { "html", string.Concat(Enumerable.Repeat("<a><!-- <![CDATA[ <?", 50_000)) },
        { "entities", string.Concat(Enumerable.Repeat("&a;&#1;", 140_000)) },
        { "one line", new string('公', 1_000_000) },
        { "spaces", new string(' ', 1_000_000) },
        { "headings", string.Concat(Enumerable.Repeat("# a\n", 59_000)) },
        { "more headings", string.Concat(Enumerable.Repeat("# a\n", 200_000)) },
        { "paragraphs", string.Concat(Enumerable.Repeat("a\n\n", 29_000)) },
        { "escapes", string.Concat(Enumerable.Repeat("\\", 1_000_000)) },
        { "images", string.Concat(Enumerable.Repeat("![](", 250_000)) },
        { "rules", string.Concat(Enumerable.Repeat("* * * * * * * * *\n", 50_000)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Render_HostileMegabyte_EndsWithTextOrRefusal(string name, string markdown)
    {
        var rendered = MarkdownRenderer.Render(markdown);

        Assert.True(rendered.Refusal is null || rendered.Html.StartsWith("<pre>", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage("{0}: {1}", name, rendered.Refusal?.ToString() ?? "");
    }

    [Fact]
    public void Render_TooLong_SaysSoAndShowsTheTextAsTyped()
    {
        var rendered = MarkdownRenderer.Render("<b>" + new string('公', MarkdownLimits.MaxLength));

        Assert.Equal("Text.TooLong", rendered.Refusal!.Code);
        Assert.StartsWith("<pre>&lt;b&gt;公", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NestedTooDeeply_IsRefusedWithTheLine() =>
        Assert.Equal(new Refusal("Text.NestedTooDeeply", null, 2), MarkdownRenderer.Render("a\n" + new string('>', 30) + " b").Refusal);

    private static IElement Table(string markdown) => Parse(MarkdownRenderer.Render(markdown).Html).QuerySelector("table")!;

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static string Shape(IEnumerable<IElement> rows) => string.Join(" | ", rows.Select(row => string.Join(' ', row.Children.Cast<IHtmlTableCellElement>()
        .Select(cell => $"{cell.TextContent.Trim()}/{cell.LocalName}/{cell.GetAttribute("scope")}/{cell.ColumnSpan}x{cell.RowSpan}"))));
}
