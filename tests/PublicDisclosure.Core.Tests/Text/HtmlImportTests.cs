using PublicDisclosure.Core.Tests.Storage;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class HtmlImportTests
{
    [Fact]
    public void Read_PasteFromWord_LosesTheJunkAndKeepsTheDocument()
    {
        var result = Read("""
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{}</style></head><body lang=ZH-CN><!--StartFragment-->
            <p class=MsoTitle align=center style='text-align:center'><span style='font-size:22.0pt;font-family:方正小标宋简体'>关于开展
            检查的通知<o:p></o:p></span></p>
            <p class=MsoNormal style='text-indent:32.0pt'><!--[if gte mso 9]><xml><o:x/></xml><![endif]--><span>一、检查</span><span
            lang=EN-US>&nbsp;</span><span>范围</span></p>
            <p class=MsoNormal><b>各单位</b>要落实<span style='display:none'>内部</span><del>旧</del><ins>新</ins>要求。</p>
            <table border=1><tr><td colspan=2><p>事项</p></td><td rowspan=2>时限</td></tr><tr><td>一级</td><td>二<br>级</td></tr></table>
            <!--EndFragment--></body></html>
            """);

        Assert.Equal("关于开展检查的通知", result.Title);
        Assert.Equal("## 一、检查范围\n\n**各单位**要落实新要求。\n\n| 事项 | << | 时限 |\n|---|---|---|\n| 一级 | 二<br>级 | ^^ |", result.Markdown);
        Assert.Equal(["WordImport.HiddenText", "WordImport.TrackedChanges"], result.Warnings.Select(w => w.Code).Order());
    }

    [Fact]
    public void Read_WebPage_KeepsListsLinksAndHeadings()
    {
        var result = Read("<p>说明文字。</p><h2>办理流程</h2><ol><li>申请</li><li>受理</li></ol><ul><li>甲<ul><li>乙</li></ul></li></ul><p>见<a href='https://a.example/(1)'>网站</a>和<a href='/local'>本地</a>和<a href='javascript:alert(1)'>脚本</a></p>");

        Assert.Equal("说明文字。\n\n### 办理流程\n\n1.申请\n\n2.受理\n\n- 甲\n  - 乙\n\n见[网站](https://a.example/%281%29)和本地和脚本", result.Markdown);
    }

    [Fact]
    public void Read_EmbeddedPicture_IsTakenOutAndForeignOnesAreWarnedOf()
    {
        var result = Read($"<p>图：<img alt='区位图' src='data:image/png;base64,{Convert.ToBase64String(OfficeFiles.Png)}'><img src='https://a.example/t.gif'><img src='file:///C:/a.png'></p>");

        Assert.Equal("图：![区位图](image:1)", result.Markdown);
        Assert.Equal(OfficeFiles.Png, Assert.Single(result.Images).Content);
        Assert.Equal(("WordImport.PicturesLeftOut", 2), (result.Warnings[0].Code, result.Warnings[0].Count));
    }

    [Theory]
    [MemberData(nameof(MarkdownAttackTests.Attacks), MemberType = typeof(MarkdownAttackTests))]
    public void Read_AttackString_LeavesNoMarkupBehind(string attack)
    {
        if (HtmlImport.Read("<p>" + attack + "</p>").Value is not { } result) return;

        Assert.Empty(MarkdownAttackTests.Faults(MarkdownRenderer.Render(result.Markdown).Html));
    }

    [Theory]
    [InlineData("<div>", 190_000)]
    [InlineData("<b>", 190_000)]
    [InlineData("<table><tr><td>", 60_000)]
    [InlineData("<a href=x><p>", 90_000)]
    [InlineData("<p>a", 190_000)]
    [InlineData("<div></div>", 90_000)]
    public void Read_HostileNesting_EndsWithoutException(string tag, int times)
    {
        var outcome = HtmlImport.Read(string.Concat(Enumerable.Repeat(tag, times)));

        Assert.NotNull(outcome.Outcome);
    }

    [Fact]
    public void Read_Nothing_IsRefused() => Assert.Equal("HtmlImport.Empty", Assert.Single(HtmlImport.Read("  ").Refusals).Code);

    private static WordImportResult Read(string html) => HtmlImport.Read(html).Value!;
}
