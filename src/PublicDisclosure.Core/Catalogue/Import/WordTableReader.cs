using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Reads the tables of a .docx into one grid; the titles between them become rows of their own.</summary>
internal static class WordTableReader
{
    public static OutcomeOf<RawTable> Read(byte[] file, CancellationToken cancel)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file, writable: false), isEditable: false);
            var grid = new GridBuilder("文档");
            if (document.MainDocumentPart?.Document?.Body is not { } body) return new Refusal("TableFile.Damaged");
            foreach (var block in body.ChildElements)
            {
                cancel.ThrowIfCancellationRequested();
                if (block is Table table) AddTable(grid, table);
                else if (block is Paragraph paragraph && CatalogueTitle.Looks(TextOf(paragraph))) AddTitle(grid, TextOf(paragraph));
                if (grid.Count > SpreadsheetReader.MaxRows) return new Refusal("TableFile.TooManyRows", null, SpreadsheetReader.MaxRows);
            }

            return grid.Build();
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // The package may be damaged in many ways; to the user they are one.
            return new Refusal("TableFile.Damaged");
        }
    }

    private static void AddTitle(GridBuilder grid, string text)
    {
        grid.BeginRow();
        grid.Add(text);
    }

    private static void AddTable(GridBuilder grid, Table table)
    {
        foreach (var row in table.Elements<TableRow>())
        {
            grid.BeginRow();
            for (var skipped = row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0; skipped > 0; skipped--) grid.Add("");
            foreach (var cell in row.Elements<TableCell>())
            {
                var properties = cell.TableCellProperties;
                var span = properties?.GridSpan?.Val?.Value ?? 1;
                var merge = properties?.VerticalMerge;
                if (merge is not null && (merge.Val is null || merge.Val.Value == MergedCellValues.Continue)) grid.Continue(span);
                else grid.Add(string.Join('\n', cell.Descendants<Paragraph>().Select(TextOf)), span);
            }
        }

        grid.EndTable();
    }

    private static string TextOf(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var part in paragraph.Descendants())
        {
            if (part is DocumentFormat.OpenXml.Wordprocessing.Text run) text.Append(run.Text);
            else if (part is Break or CarriageReturn) text.Append('\n');
            else if (part is TabChar) text.Append(' ');
            else if (part is SymbolChar symbol && ushort.TryParse(symbol.Char?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
                text.Append((char)(code < 0xf000 ? 0xf000 | code : code));
        }

        return text.ToString();
    }
}
