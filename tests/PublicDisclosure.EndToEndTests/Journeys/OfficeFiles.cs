using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>Files as a township office makes them.</summary>
internal static class OfficeFiles
{
    /// <summary>A notice in Word: title, document number, official numbering, a table, signature and date.</summary>
    public static FilePayload Notice(string title, string number)
    {
        using var bytes = new MemoryStream();
        using (var document = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var body = new Word.Body(
                Centred(title, bold: true), Centred(number),
                Paragraph("各村民委员会、社区居民委员会，镇直有关单位："),
                Paragraph("为做好今冬明春困难群众生活保障工作，根据自治区和桂平市有关规定，经镇人民政府研究，现将有关事项通知如下。"),
                Paragraph("一、救助对象"),
                Paragraph("（一）本镇户籍的最低生活保障对象、特困人员；"),
                Paragraph("（二）因灾、因病造成基本生活暂时困难的家庭。"),
                Paragraph("二、救助标准"),
                Table(["类别", "标准（元/户）", "发放时间"], ["最低生活保障家庭", "300", "2026年12月20日前"], ["临时困难家庭", "500", "2026年12月31日前"]),
                Paragraph("三、工作要求"),
                Paragraph("各村（社区）要逐户走访，于11月30日前把名册报镇社会事务办公室，联系电话以镇人民政府公布的为准。"),
                Right("桂平市木乐镇人民政府"), Right("2026年11月20日"));
            document.AddMainDocumentPart().Document = new Word.Document(body);
        }
        return new FilePayload
        {
            Name = "冬春救助通知.docx",
            MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Buffer = bytes.ToArray(),
        };
    }

    /// <summary>A small spreadsheet.</summary>
    public static FilePayload Spreadsheet(string name)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            string[][] rows = [["村（社区）", "户数", "物资（件）"], ["木乐社区", "12", "36"], ["白石村", "9", "27"]];
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(text =>
                new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) })))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "分配表" }));
        }
        return new FilePayload
        {
            Name = name,
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = bytes.ToArray(),
        };
    }

    /// <summary>A list of recipients as an office keeps it: the identity numbers stand in a column that is only hidden.</summary>
    public static FilePayload Recipients(string name, IReadOnlyList<string> identityNumbers)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Creator = "韦经办";
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            string[][] rows = [["序号", "村（社区）", "户主姓名", "身份证号", "月保障金（元）"], .. identityNumbers.Select((id, i) => new[] { $"{i + 1}", "木乐社区", $"韦某{(char)('甲' + i)}", id, "620" })];
            sheet.Worksheet = new Worksheet(
                new Columns(new Column { Min = 4, Max = 4, Hidden = true, Width = 0, CustomWidth = true }),
                new SheetData(rows.Select((row, r) => new Row(row.Select((text, c) => new Cell
                {
                    CellReference = $"{(char)('A' + c)}{r + 1}",
                    DataType = CellValues.InlineString,
                    InlineString = new InlineString(new Text(text)),
                }))
                { RowIndex = (uint)r + 1 })));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "低保名单" }));
        }

        return new FilePayload
        {
            Name = name,
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = bytes.ToArray(),
        };
    }

    private static Word.Paragraph Paragraph(string text) => new(new Word.Run(new Word.Text(text)));

    private static Word.Paragraph Centred(string text, bool bold = false) =>
        new(Justified(Word.JustificationValues.Center), new Word.Run(bold ? new Word.RunProperties(new Word.Bold(), new Word.FontSize { Val = "44" }) : new Word.RunProperties(), new Word.Text(text)));

    private static Word.Paragraph Right(string text) => new(Justified(Word.JustificationValues.Right), new Word.Run(new Word.Text(text)));

    private static Word.ParagraphProperties Justified(Word.JustificationValues side) => new(new Word.Justification { Val = side });

    private static Word.Table Table(params string[][] rows) =>
        new([.. rows.Select(cells => new Word.TableRow(cells.Select(text => new Word.TableCell(Paragraph(text)))))]);
}
