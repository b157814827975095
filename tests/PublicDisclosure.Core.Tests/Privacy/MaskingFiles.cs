using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace PublicDisclosure.Core.Tests.Privacy;

/// <summary>Small files with planted values for the masking tests.</summary>
internal static class MaskingFiles
{
    /// <summary>A made-up number with a valid check character.</summary>
    public const string Identity = "450881199003071231";

    public const string Mobile = "13877512345";

    private const string W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    public static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>A list with a visible and a very hidden sheet, a hidden column and a hidden row.</summary>
    public static MemoryStream List(string hiddenValue, params string[][] rows)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Creator = "张经办";
            var book = document.AddWorkbookPart();
            var sheets = new Sheets();
            Add("名单", null, [.. rows, ["隐藏行", hiddenValue]], rows.Length);
            Add("底稿", SheetStateValues.VeryHidden, [["底稿", hiddenValue]], -1);
            book.Workbook = new Workbook(sheets);

            void Add(string name, SheetStateValues? state, string[][] cells, int hiddenRow)
            {
                var part = book.AddNewPart<WorksheetPart>();
                var data = new SheetData();
                for (var r = 0; r < cells.Length; r++)
                {
                    var row = new Row { RowIndex = (uint)r + 1, Hidden = r == hiddenRow ? true : null };
                    for (var c = 0; c < cells[r].Length; c++)
                        row.Append(new Cell { CellReference = $"{(char)('A' + c)}{r + 1}", DataType = CellValues.InlineString, InlineString = new InlineString(new CellText(cells[r][c])) });
                    row.Append(new Cell { CellReference = $"H{r + 1}", DataType = CellValues.String, CellValue = new CellValue(hiddenValue), CellFormula = new CellFormula($"\"{hiddenValue}\"") });
                    data.Append(row);
                }

                part.Worksheet = new Worksheet(new Columns(new Column { Min = 8, Max = 8, Hidden = true, Width = 0, CustomWidth = true }), data);
                sheets.Append(new Sheet { Name = name, SheetId = (uint)sheets.Count() + 1, Id = book.GetIdOfPart(part), State = state is { } s ? new EnumValue<SheetStateValues>(s) : null });
            }
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>A document with the given body, a comment and properties.</summary>
    public static MemoryStream Word(string body, string comment = "请核对")
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Creator = "张经办";
            document.PackageProperties.LastModifiedBy = "李科长";
            var main = document.AddMainDocumentPart();
            main.Document = new DocumentFormat.OpenXml.Wordprocessing.Document($"<w:document {W}><w:body>{body}</w:body></w:document>");
            main.AddNewPart<WordprocessingCommentsPart>().Comments = new DocumentFormat.OpenXml.Wordprocessing.Comments(
                $"<w:comments {W}><w:comment w:id='0' w:author='李科长' w:initials='李'><w:p><w:r><w:t>{comment}</w:t></w:r></w:p></w:comment></w:comments>");
        }

        stream.Position = 0;
        return stream;
    }

    public static string P(params string[] runs) => $"<w:p>{string.Concat(runs.Select(R))}</w:p>";

    public static string R(string text) => $"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>";

    public static string Cell(string text) => $"<w:tc><w:tcPr/>{P(text)}</w:tc>";
}
