using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>Makes the attachments of the demo content: tables as .xlsx or .csv, texts as .docx, silence as .mp3, stills as .mp4; .pdf files are shipped ready.</summary>
internal static class DemoFiles
{
    private const int SecondsOfAStill = 5;

    /// <summary>The bytes of an attachment.</summary>
    public static byte[] Make(string documentKey, DemoAttachment attachment, string organisationName) =>
        Path.GetExtension(attachment.FileName) switch
        {
            ".xlsx" => Workbook(Rows(attachment.Content)),
            ".csv" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Csv(Rows(attachment.Content)))],
            ".docx" => Document(attachment, organisationName),
            ".mp3" => DemoSound.Make(int.Parse(attachment.Content, CultureInfo.InvariantCulture)),
            ".mp4" => DemoFilm.Make(int.Parse(attachment.Content, CultureInfo.InvariantCulture), SecondsOfAStill),
            ".png" => DemoPicture.Make(),
            ".vtt" => Encoding.UTF8.GetBytes(Captions(attachment.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries))),
            ".pdf" => SeedFiles.Bytes($"Demo/files/{documentKey}.pdf"),
            var extension => throw new FormatException($"No demo file can be made as {extension}."),
        };

    /// <summary>The cells of a pipe table, rule row left out.</summary>
    internal static IReadOnlyList<string[]> Rows(string table) =>
    [
        .. table.Split('\n').Where(l => l.StartsWith('|')).Select(l => l.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray())
            .Where(cells => !cells.All(c => c.Length > 0 && c.All(ch => ch is '-' or ':'))),
    ];

    /// <summary>A caption for each still of the film.</summary>
    private static string Captions(string[] lines) => "WEBVTT\n\n" + string.Join("\n\n", lines.Select((line, i) => $"{Moment(i)} --> {Moment(i + 1)}\n{line}")) + "\n";

    private static string Moment(int still) => TimeSpan.FromSeconds(still * SecondsOfAStill).ToString(@"mm\:ss\.fff", CultureInfo.InvariantCulture);

    private static string Csv(IReadOnlyList<string[]> rows) => string.Concat(rows.Select(cells => string.Join(',', cells.Select(Quoted)) + "\r\n"));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Document(DemoAttachment attachment, string organisationName)
    {
        var lines = attachment.Content.Split('\n');
        var hasTitle = lines.Length > 0 && lines[0].StartsWith("# ", StringComparison.Ordinal);
        var head = new WordExportHead(
            hasTitle ? lines[0][2..].Trim() : Path.GetFileNameWithoutExtension(attachment.FileName), null, organisationName, [], "", ["演示站点，非政府网站"]);
        var written = WordExport.Write(hasTitle ? string.Join('\n', lines[1..]) : attachment.Content, head);
        return written.IsDone ? written.Value! : throw new FormatException($"{attachment.FileName}: {string.Join("; ", written.Refusals)}");
    }

    private static byte[] Workbook(IReadOnlyList<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Select(cells => new Row(cells.Select(Cell)))));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Sheet1" }));
        }

        return bytes.ToArray();
    }

    private static Cell Cell(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && !text.StartsWith('0')
            ? new Cell { DataType = CellValues.Number, CellValue = new CellValue(text) }
            : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)) };
}
