using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Tests.Storage;
using PublicDisclosure.Core.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using static PublicDisclosure.Core.Tests.Text.WordFixture;

namespace PublicDisclosure.Core.Tests.Text;

public class TextExtractorTests
{
    [Fact]
    public void Extract_Docx_GivesParagraphsAndCellsWithoutDeletedText()
    {
        var file = new WordFixture { Body = P("第一段") + Table(Row(Cell("甲"), Cell("1"))) + "<w:p><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:t>留</w:t></w:r></w:p>" }.Build();

        Assert.Equal(new ExtractedText("第一段\n甲\n1\n留", true), TextExtractor.Extract(FileKind.Docx, file));
    }

    [Fact]
    public void Extract_Xlsx_GivesCells()
    {
        var stream = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            var sheet = main.AddNewPart<WorksheetPart>("s1");
            sheet.Worksheet = new Worksheet(new SheetData(new Row(new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text("低保")) }, new Cell { CellValue = new CellValue("12.5") })));
            main.Workbook = new Workbook(new Sheets(new Sheet { Id = "s1", SheetId = 1, Name = "名单" }));
        }

        Assert.Equal("名单\n低保 12.5", TextExtractor.Extract(FileKind.Xlsx, stream).Text);
    }

    [Fact]
    public void Extract_Pdf_GivesWords()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        builder.AddPage(PageSize.A4).AddText("Guiping 2024", 12, new PdfPoint(50, 700), font);

        Assert.Equal(new ExtractedText("Guiping 2024", true), TextExtractor.Extract(FileKind.Pdf, new MemoryStream(builder.Build())));
    }

    [Fact]
    public void Extract_CsvOfdAndPptx_GiveWords()
    {
        Assert.Equal("序号,名称\n1,桂平", TextExtractor.Extract(FileKind.Csv, new MemoryStream("序号,名称\r\n1,桂平"u8.ToArray())).Text);
        Assert.Equal("版式", TextExtractor.Extract(FileKind.Ofd, new MemoryStream(OfficeFiles.Zip(("OFD.xml", "<o/>"), ("Doc_0/Pages/Page_0/Content.xml", "<p><TextObject><TextCode X='1'>版式</TextCode></TextObject></p>")))).Text);
        Assert.Equal("幻灯片", TextExtractor.Extract(FileKind.Pptx, new MemoryStream(OfficeFiles.Zip(("ppt/slides/slide1.xml", "<p><t>幻灯片</t></p>")))).Text);
    }

    [Fact]
    public void Extract_DamagedOrForeignContent_NeverThrowsAndIsIncomplete()
    {
        byte[][] files = [[], "nonsense"u8.ToArray(), OfficeFiles.ZipBomb(40), OfficeFiles.Xlsx()[..60], OfficeFiles.Ole(("Workbook", [])), OfficeFiles.Pdf(), OfficeFiles.Docx(("word/footnotes.xml", "<a>"))];

        foreach (var kind in FileKind.All.Where(k => k != FileKind.Csv))
        {
            foreach (var file in files) Assert.NotNull(TextExtractor.Extract(kind, new MemoryStream(file)).Text);
        }

        Assert.False(TextExtractor.Extract(FileKind.Xlsx, new MemoryStream(OfficeFiles.ZipBomb(40))).IsComplete);
        Assert.False(TextExtractor.Extract(FileKind.Pdf, new MemoryStream("%PDF-1.7 broken"u8.ToArray())).IsComplete);
    }

    [Fact]
    public void Extract_MoreThanTheLimit_IsCutAndSaysSo()
    {
        var text = TextExtractor.Extract(FileKind.Csv, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(new string('公', TextExtractor.MaxLength + 5))));

        Assert.Equal((TextExtractor.MaxLength, false), (text.Text.Length, text.IsComplete));
    }
}
