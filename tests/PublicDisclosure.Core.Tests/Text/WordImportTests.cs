using PublicDisclosure.Core.Tests.Storage;
using PublicDisclosure.Core.Text;
using static PublicDisclosure.Core.Tests.Text.WordFixture;

namespace PublicDisclosure.Core.Tests.Text;

public class WordImportTests
{
    private const string Center = "<w:jc w:val='center'/>";
    private const string Large = "<w:rFonts w:eastAsia='方正小标宋简体'/><w:sz w:val='44'/>";

    [Fact]
    public void Read_OfficialDocument_FindsTitleNumberSignatureAndHeadings()
    {
        var result = Read(P("桂平市人民政府办公室文件", Center, "<w:color w:val='FF0000'/><w:sz w:val='72'/>") + P("浔政办发〔2024〕5号", Center, "<w:sz w:val='32'/>")
            + P("桂平市人民政府办公室关于印发", Center, Large) + P("防汛应急预案的通知", Center, Large) + P("各乡镇人民政府：")
            + P("一、总体要求") + P("　　坚持预防为主。") + P("（一）工作目标") + P("1.确保安全。") + P("二、加强领导。各单位要落实责任，压实任务。")
            + P("桂平市人民政府办公室") + P("2024年5月6日") + P("（此件公开发布）"));

        Assert.Equal("桂平市人民政府办公室关于印发防汛应急预案的通知", result.Title);
        Assert.Equal("浔政办发〔2024〕5号", result.DocumentNumber);
        Assert.Equal(("桂平市人民政府办公室", new DateOnly(2024, 5, 6)), (result.SignedBy, result.DocumentDate));
        Assert.Equal("各乡镇人民政府：\n\n## 一、总体要求\n\n坚持预防为主。\n\n### （一）工作目标\n\n1.确保安全。\n\n二、加强领导。各单位要落实责任，压实任务。\n\n桂平市人民政府办公室\n\n2024年5月6日\n\n（此件公开发布）", result.Markdown);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Read_NumberBelowTheTitle_IsFoundInItsBrackets()
    {
        var result = Read(P("关于开展检查的通知") + P("（浔应急〔2023〕12号）", Center) + P("各单位：") + P("二〇二三年十一月二十日"));

        Assert.Equal(("关于开展检查的通知", "浔应急〔2023〕12号", new DateOnly(2023, 11, 20)), (result.Title, result.DocumentNumber, result.DocumentDate));
        Assert.Equal("各单位：\n\n二〇二三年十一月二十日", result.Markdown);
    }

    [Fact]
    public void Read_AutomaticNumbering_CountsAsWordDoes()
    {
        var result = Read(new WordFixture
        {
            Numbering = "<w:abstractNum w:abstractNumId='1'>" + Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCounting", "（%2）") + Level(2, "decimal", "%3.") + Level(3, "decimalEnclosedCircle", "%4")
                + "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" + Level(0, "bullet", "·") + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>",
            Body = Numbered("目标", 1, 0) + Numbered("近期", 1, 1) + Numbered("远期", 1, 1) + Numbered("落实经费。", 1, 2) + Numbered("落实人员。", 1, 2) + Numbered("到位。", 1, 3)
                + Numbered("措施", 1, 0) + Numbered("重新开始", 1, 1) + Numbered("甲", 2, 0) + Numbered("乙", 2, 0),
        });

        Assert.Equal("## 一、目标\n\n### （一）近期\n\n### （二）远期\n\n1.落实经费。\n\n2.落实人员。\n\n①到位。\n\n## 二、措施\n\n### （一）重新开始\n\n- 甲\n- 乙", result.Markdown);
    }

    [Theory]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(21, "chineseCountingThousand", "二十一")]
    [InlineData(105, "chineseCountingThousand", "一百零五")]
    [InlineData(110, "chineseCountingThousand", "一百一十")]
    [InlineData(12, "chineseLegalSimplified", "壹拾贰")]
    [InlineData(20, "decimalEnclosedCircle", "⑳")]
    [InlineData(3, "ideographTraditional", "丙")]
    [InlineData(14, "lowerRoman", "xiv")]
    [InlineData(28, "upperLetter", "BB")]
    [InlineData(7, "decimalFullWidth", "７")]
    public void Format_Number_IsWrittenAsWordWritesIt(int number, string format, string text) => Assert.Equal(text, WordNumbering.Format(number, format));

    [Fact]
    public void Read_MergedTable_KeepsItsCells()
    {
        var result = Read(P("说明。") + Table(Row(Cell("事项", 2), Cell("时限", 1, "restart")), Row(Cell("一级"), Cell("二级"), Cell("", 1, "")),
            Row(Cell("甲", 2, "restart"), Cell("5日")), Row(Cell("", 2, ""), Cell("a|b"))));

        Assert.Equal("说明。\n\n| 事项 | << | 时限 |\n|---|---|---|\n| 一级 | 二级 | ^^ |\n| 甲 | << | 5日 |\n| ^^ | << | a\\|b |", result.Markdown);
        Assert.Contains("rowspan=\"2\"", MarkdownRenderer.Render(result.Markdown).Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TrackedHiddenAndCommentedText_IsJudgedAndWarnedOf()
    {
        var result = Read("<w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>8</w:t></w:r></w:ins>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:commentRangeStart w:id='1'/><w:r><w:t>个。</w:t></w:r></w:p>");

        Assert.Equal("共8个。", result.Markdown);
        Assert.Equal(["WordImport.Comments 1", "WordImport.HiddenText 1", "WordImport.TrackedChanges 2"], result.Warnings.Select(w => $"{w.Code} {w.Count}").Order());
    }

    [Fact]
    public void Read_RunsBreaksLinksAndSymbols_BecomeMarkdown()
    {
        var result = Read(new WordFixture
        {
            Link = "https://www.guiping.gov.cn/a(1)",
            Body = "<w:p><w:r><w:t>联系</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>电话：</w:t></w:r><w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>*1*</w:t><w:br/><w:t>网址</w:t></w:r><w:hyperlink r:id='link'><w:r><w:t>门户</w:t></w:r></w:hyperlink><w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r></w:p>",
        });

        Assert.Equal("联系**电话**：\\*1\\*\n网址[门户](https://www.guiping.gov.cn/a%281%29)☑", result.Markdown);
    }

    [Fact]
    public void Read_UnsafeLink_KeepsTheWordsOnly() =>
        Assert.Equal("点我", Read(new WordFixture { Link = "javascript:alert(1)", Body = "<w:p><w:hyperlink r:id='link'><w:r><w:t>点我</w:t></w:r></w:hyperlink></w:p>" }).Markdown);

    [Fact]
    public void Read_Picture_IsTakenOutAndItsPlaceHeld()
    {
        var result = Read(new WordFixture { Image = OfficeFiles.Png, Body = P("图如下。") + Picture });

        Assert.Equal("图如下。\n\n![区位图](image:1)", result.Markdown);
        Assert.Equal((1, "image/png", "区位图"), (result.Images[0].Number, result.Images[0].ContentType, result.Images[0].AltText));
        Assert.Equal(OfficeFiles.Png, result.Images[0].Content);
    }

    [Fact]
    public void Read_PictureOfAnotherKind_IsLeftOutWithAWarning() =>
        Assert.Equal("WordImport.PicturesLeftOut", Assert.Single(Read(new WordFixture { Image = [1, 2], ImageType = "image/x-emf", Body = Picture }).Warnings).Code);

    [Fact]
    public void Read_Footnote_IsNumberedInOrder()
    {
        var result = Read(new WordFixture
        {
            Body = "<w:p><w:r><w:t>规定</w:t></w:r><w:r><w:footnoteReference w:id='7'/></w:r><w:r><w:t>。</w:t></w:r></w:p>",
            Footnotes = $"<w:footnote w:id='7'>{P("见条例。")}</w:footnote>",
        });

        Assert.Equal("规定[^1]。\n\n[^1]: 见条例。", result.Markdown);
    }

    [Fact]
    public void Read_HeadingStyles_GiveLevels()
    {
        var result = Read(new WordFixture
        {
            Styles = "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style><w:style w:type='paragraph' w:styleId='x'><w:name w:val='own'/><w:basedOn w:val='y'/></w:style><w:style w:type='paragraph' w:styleId='y'><w:name w:val='base'/><w:pPr><w:outlineLvl w:val='1'/></w:pPr></w:style>",
            Body = P("正文。") + P("概况", "<w:pStyle w:val='1'/>") + P("人口", "<w:pStyle w:val='x'/>"),
        });

        Assert.Equal("正文。\n\n## 概况\n\n### 人口", result.Markdown);
    }

    [Fact]
    public void Read_TextBox_FollowsItsParagraph()
    {
        var result = Read($"<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:pict><v:textbox><w:txbxContent>{P("框内")}</w:txbxContent></v:textbox></w:pict></mc:Choice></mc:AlternateContent></w:r></w:p>");

        Assert.Equal("正文。\n\n框内", result.Markdown);
        Assert.Equal("WordImport.TextBoxes", Assert.Single(result.Warnings).Code);
    }

    [Fact]
    public void Read_SignsThatMeanSomethingInMarkdown_ReadBackAsTyped()
    {
        var lines = new[] { "# 不是标题", "- 不是列表", "1. 不是列表", "> 不是引用", "---", "*星*和_下划_", "<b>不是标签</b>", "[不是](链接)", "a|b", "&amp;", "`码`", "\\反斜", "a. 字母", "+ 加", "![图](x)", "[^1]", "~~~" };
        var result = Read(P("正文。") + string.Concat(lines.Select(line => P(System.Net.WebUtility.HtmlEncode(line)))));

        Assert.Equal(["正文。", .. lines], MarkdownRenderer.Render(result.Markdown).PlainText.Split('\n'));
    }

    public static TheoryData<byte[], string> Refusals => new()
    {
        { [], "WordImport.Empty" },
        { OfficeFiles.Ole(("EncryptedPackage", [])), "WordImport.Encrypted" },
        { OfficeFiles.Ole(("WordDocument", [])), "WordImport.OldFormat" },
        { OfficeFiles.Ole(("Workbook", [])), "WordImport.NotWord" },
        { "{\\rtf1 a}"u8.ToArray(), "WordImport.OldFormat" },
        { "hello"u8.ToArray(), "WordImport.NotWord" },
        { OfficeFiles.Xlsx(), "WordImport.NotWord" },
        { OfficeFiles.ZipBomb(40), "WordImport.TooComplex" },
        { OfficeFiles.Docx(("word/deep.xml", string.Concat(Enumerable.Repeat("<a>", 100_000)))), "WordImport.TooComplex" },
        { OfficeFiles.Docx(("word/dtd.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")), "WordImport.Broken" },
        { OfficeFiles.Docx(), "WordImport.Broken" },
        { OfficeFiles.Docx()[..50], "WordImport.Broken" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Read_NoReadableDocument_IsRefusedAndNeverThrows(byte[] content, string code) =>
        Assert.Equal(code, Assert.Single(WordImport.Read(new MemoryStream(content)).Refusals).Code);

    [Fact]
    public void Read_DamagedAnywhere_NeverThrows()
    {
        var whole = new WordFixture { Body = P("一、正文") + Table(Row(Cell("a"))) }.Build().ToArray();
        for (var at = 0; at < whole.Length; at += 11)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0x5A;
            Assert.NotNull(WordImport.Read(new MemoryStream(damaged)).Outcome);
        }
    }

    private static WordImportResult Read(string body) => Read(new WordFixture { Body = body });

    private static WordImportResult Read(WordFixture fixture)
    {
        var outcome = WordImport.Read(fixture.Build());
        Assert.Empty(outcome.Refusals);
        return outcome.Value!;
    }
}
