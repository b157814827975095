using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text.Charts;

public partial class ChartFigureTests
{
    private const string Bar = "```chart 柱状图\n标题：低保标准\n单位：元\n类别|调整前|调整后\n城市|840|880\n农村|600|640\n```";

    public static TheoryData<string> Charts =>
    [
        Bar,
        "```chart 柱状图\n标题：一列\n类别|数\n甲|1\n乙|-2\n丙|—\n```",
        "```chart 柱状图\n标题：多项\n类别|数\n" + string.Join('\n', Enumerable.Range(1, 30).Select(i => $"城乡居民第{i}类补助对象的完整名称|{i * 1000}")) + "\n```",
        "```chart 折线图\n标题：趋势\n年份|甲|乙\n2023|1|2\n2024||5\n2025|4|3\n```",
        "```chart 折线图\n标题：一条\n年份|甲\n2023|1\n2024|1\n```",
        "```chart 饼图\n标题：构成\n项目|金额\n甲|3\n乙|1\n```",
        "```chart 饼图\n标题：全部\n项目|金额\n甲|3\n```",
        "```chart 流程图\n标题：办理\n1 申请\n2 受理\n3 审核\n4 发放\n1->2\n2->3\n3->4：通过\n2->1：材料不全\n1->4：绿色通道\n3->1\n```",
    ];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Render_EveryKind_IsANamedPictureWithItsTableAndNothingThatThePolicyForbids(string markdown)
    {
        var html = MarkdownRenderer.Render(markdown).Html;
        var figure = Parse(html).QuerySelector("figure.chart")!;

        var svg = figure.QuerySelector("svg")!;
        Assert.Equal("img", svg.GetAttribute("role"));
        Assert.Equal(svg.QuerySelector("title")!.Id, svg.GetAttribute("aria-labelledby"));
        Assert.Equal(svg.QuerySelector("desc")!.Id, svg.GetAttribute("aria-describedby"));
        Assert.NotEmpty(svg.QuerySelector("desc")!.TextContent);
        Assert.NotEmpty(figure.QuerySelectorAll("table tbody tr"));
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
        Assert.Empty(Faults(html));
        Assert.All(Numbers().Matches(svg.OuterHtml).Select(m => m.Value), n => Assert.DoesNotContain("E", n, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Render_SeveralSeries_AreToldApartByPatternAndLetterToo()
    {
        var svg = Parse(MarkdownRenderer.Render(Bar).Html).QuerySelector("svg")!;

        Assert.Equal(2, svg.QuerySelectorAll("rect[fill^='url(#']").Select(r => r.GetAttribute("fill")).Distinct().Count());
        Assert.Contains(svg.QuerySelectorAll("text"), t => t.TextContent == "A　调整前");
        Assert.Contains(svg.QuerySelectorAll("text"), t => t.TextContent == "B");
    }

    [Fact]
    public void Render_BarsOfDifferentAmounts_AreAsLongAsTheirAmounts()
    {
        var svg = Parse(MarkdownRenderer.Render("```chart 柱状图\n标题：x\n类别|数\n甲|50\n乙|100\n```").Html).QuerySelector("svg")!;
        var heights = svg.QuerySelectorAll("rect[fill^='url(#']").Select(r => double.Parse(r.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(2, heights[1] / heights[0], 2);
    }

    [Fact]
    public void Render_TwoEqualCharts_ShareNoIds()
    {
        var ids = Parse(MarkdownRenderer.Render(Bar + "\n\n" + Bar).Html).QuerySelectorAll("[id]").Select(e => e.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Render_FaultyChart_ShowsItAsTypedAndTellsTheFault()
    {
        var rendered = MarkdownRenderer.Render("前文\n\n```chart 柱状图\n标题：x\n类别|数\n甲|两百\n```\n\n后文");

        Assert.Contains("甲|两百", rendered.Html, StringComparison.Ordinal);
        Assert.Contains("后文", rendered.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", rendered.Html, StringComparison.Ordinal);
        Assert.Equal("Chart.NotANumber", Assert.Single(rendered.Faults).Refusal.Code);
        Assert.Contains("甲|两百", rendered.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Chart_GivesItsTableToSearchAndChecks() =>
        Assert.Equal("低保标准\n类别\t调整前\t调整后\n城市\t840\t880\n农村\t600\t640", MarkdownRenderer.Render(Bar).PlainText);

    public static TheoryData<string> Attacks =>
    [
        .. MarkdownAttackTests.Attacks.Select(row => (string)((ITheoryDataRow)row).GetData()[0]!),
        "\"/><script>alert(1)</script>", "</title><script>alert(1)</script>", "</text></svg><img src=x onerror=alert(1)>", "' onload='alert(1)",
        "]]><script>", "<foreignObject><body onload=alert(1)>", "<use href=\"data:image/svg+xml,x\"/>", "<animate onbegin=alert(1) attributeName=x>", "url(javascript:alert(1))", "<div id=\"figure-0-0\"></div>",
    ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Render_AttackInEveryPartOfAFigure_StaysWords(string attack)
    {
        var line = attack.ReplaceLineEndings(" ").Replace("|", "", StringComparison.Ordinal).Replace("```", "", StringComparison.Ordinal);
        var cell = line.Length > 50 ? line[..50] : line;
        string[] texts =
        [
            $"```chart 柱状图\n标题：{cell}\n单位：{cell}\n{cell}|{cell}\n{cell}|1\n{cell} |2\n```",
            $"```chart 流程图\n标题：{cell}\n1 {cell}\n2 {cell}\n1 -> 2：{cell}\n```",
            $"```chart {line}\n标题：x\n```",
            $"```视频\n标题：{cell}\n文件：{line}\n封面：{line}\n字幕：{line}\n文字稿：{line}\n```",
            $"```图解\n标题：{cell}\n文件：/{line}\n图片内容说明：\n{line}\n```",
            $"```音频\n标题：{cell}\n文件：//{line}\n文字稿：\n{line}\n```",
            $"- ```视频\n  标题：{cell}\n  文件：/{line}\n  ```",
        ];

        foreach (var text in texts) Assert.Empty(Faults(MarkdownRenderer.Render(text).Html));
    }

    [Theory]
    [InlineData("<svg onload=\"a\"></svg>")]
    [InlineData("<svg><a href=\"javascript:a\"></a></svg>")]
    [InlineData("<video src=\"//evil.example/a\"></video>")]
    [InlineData("<svg><script>a</script></svg>")]
    public void Render_FigureTypedAsHtml_StaysWords(string html)
    {
        Assert.DoesNotContain("<svg", MarkdownRenderer.Render(html).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<video", HtmlWall.Pass(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", HtmlWall.Pass(html), StringComparison.Ordinal);
        Assert.NotEmpty(Faults(html));
    }

    private static readonly string[] Elements =
    [
        "figure", "figcaption", "svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "line", "text", "video", "audio", "source", "track", "img", "a",
        "div", "p", "pre", "code", "table", "thead", "tbody", "tr", "th", "td", "br", "ul", "ol", "li", "h2", "h3", "em", "strong", "blockquote", "sup", "hr",
    ];

    private static readonly string[] Attributes =
    [
        "class", "id", "role", "viewbox", "xmlns", "aria-label", "aria-labelledby", "aria-describedby", "tabindex", "scope", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "d",
        "width", "height", "fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor", "patternunits", "href", "src", "alt", "title", "controls", "preload",
        "poster", "type", "kind", "srclang", "label", "default", "download", "loading", "start", "rowspan", "colspan",
    ];

    private static List<string> Faults(string html)
    {
        var faults = new List<string>();
        foreach (var element in Parse(html).All.Where(e => e.LocalName is not ("html" or "head" or "body")))
        {
            if (!Elements.Contains(element.LocalName)) faults.Add("element " + element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                var name = attribute.Name.ToLowerInvariant();
                if (!Attributes.Contains(name)) faults.Add("attribute " + name);
                if (name == "fill" && !Fill().IsMatch(attribute.Value)) faults.Add("fill " + attribute.Value);
                if (name is "src" or "poster" or "href" && !UrlRule.AllowsLink(attribute.Value)) faults.Add("address " + attribute.Value);
                if (name is "src" or "poster" && !UrlRule.IsRelative(attribute.Value)) faults.Add("address " + attribute.Value);
            }
        }

        return faults;
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    [GeneratedRegex(@"^(?:#[0-9a-f]{6}|none|url\(#c\d+-[0-9a-f]{6}-[A-F]\))$")]
    private static partial Regex Fill();

    [GeneratedRegex(@"(?<=\s(?:x|y|width|height|d)="")[^""]*")]
    private static partial Regex Numbers();
}
