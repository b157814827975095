using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tests.Text;

public class WordExportTests
{
    private static readonly WordExportHead Head = new("关于印发防汛应急预案的通知", "浔政办发〔2024〕5号", "桂平市人民政府办公室",
        [("索引号", "11450881007234567X/2024-00005"), ("发布日期", "2024-05-06")], "https://www.guiping.gov.cn/disclosures/zfb-2024-00005", ["演示站点，非政府网站"]);

    private const string Everything = """
        各乡镇人民政府：

        ## 一、总体要求

        坚持**预防为主**，防治*结合*，见[门户](https://www.guiping.gov.cn/)和[目录](/catalogue)[^1]。

        ### （一）工作目标

        1.确保安全。
        第二行 <a@b.example>

        - 甲
        - 乙
          - 丙

        | 事项 | << | 时限 |
        |---|---|---|
        | 一级 | 二级 | ^^ |
        | 甲 | << | 5日 |
        | ^^ | << | 电话<br>0775 |

        | 又一表 |
        |---|
        | 1 |

        > 引用一句。

        ---

        桂平市人民政府办公室

        2024年5月6日

        [^1]: 注：见条例。
        """;

    [Fact]
    public void Write_EveryKindOfBlock_IsValidWordprocessingMl()
    {
        using var document = Open(Everything);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}");

        Assert.Empty(errors);
    }

    [Fact]
    public void Validate_PlantedFault_IsFound()
    {
        using var document = Open("a");
        document.MainDocumentPart!.Document!.Body!.AppendChild(new DocumentFormat.OpenXml.Wordprocessing.TableCell());

        Assert.NotEmpty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Write_TwiceTheSame_GivesTheSameBytes() => Assert.Equal(Write(Everything), Write(Everything));

    [Fact]
    public void Write_ThenImport_GivesTheSameText()
    {
        var back = WordImport.Read(new MemoryStream(Write(Everything))).Value!;

        Assert.Equal((Head.Title, Head.DocumentNumber, "桂平市人民政府办公室", new DateOnly(2024, 5, 6)), (back.Title, back.DocumentNumber, back.SignedBy, back.DocumentDate));
        Assert.Equal(MarkdownRenderer.Render(Everything).PlainText, MarkdownRenderer.Render(back.Markdown).PlainText);
        Assert.Empty(back.Warnings);
    }

    [Fact]
    public void Write_ThenImportTwice_IsStable()
    {
        var once = WordImport.Read(new MemoryStream(Write(Everything))).Value!.Markdown;
        var twice = WordImport.Read(new MemoryStream(Write(once))).Value!.Markdown;

        Assert.Equal(once, twice);
    }

    [Fact]
    public void Write_Document_HasOfficialTypeAndRepeatedTableHead()
    {
        var xml = Part("word/document.xml");
        var styles = Part("word/styles.xml");

        Assert.Equal(3, xml.Split("<w:tblHeader").Length - 1);
        Assert.Contains("w:eastAsia=\"方正小标宋简体\"", styles, StringComparison.Ordinal);
        Assert.Contains("w:firstLineChars=\"200\"", styles, StringComparison.Ordinal);
        Assert.Contains("PAGE", Part("word/footer1.xml"), StringComparison.Ordinal);
        Assert.Contains("演示站点，非政府网站", Part("word/header2.xml"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\u0001\uFFFFb & <c> ]]>")]
    [InlineData("| a |\n|---|")]
    [InlineData("[x](https://a.example/中文?q=\"1\"&b)")]
    public void Write_OddText_StillOpens(string markdown)
    {
        using var document = Open(markdown);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
    }

    [Fact]
    public void Write_TextBeyondTheLimits_IsRefused() =>
        Assert.Equal("Text.NestedTooDeeply", Assert.Single(WordExport.Write(new string('>', 100), Head).Refusals).Code);

    private static byte[] Write(string markdown) => WordExport.Write(markdown, Head).Value!;

    private static WordprocessingDocument Open(string markdown)
    {
        var stream = new MemoryStream();
        stream.Write(Write(markdown));
        stream.Position = 0;
        return WordprocessingDocument.Open(stream, true, new OpenSettings { AutoSave = false });
    }

    private static string Part(string name)
    {
        using var archive = new ZipArchive(new MemoryStream(Write(Everything)));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
