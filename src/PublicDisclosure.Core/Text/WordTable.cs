using DocumentFormat.OpenXml;

namespace PublicDisclosure.Core.Text;

/// <summary>A Word table as pipe table: gridSpan and vMerge become the marks of <see cref="MergedCells"/>.</summary>
internal static class WordTable
{
    public static void Read(WordReader reader, OpenXmlElement table, List<WordBlock> blocks)
    {
        var rows = Rows(table).ToList();
        // A single cell is a frame around text, not a table.
        if (rows.Count == 1 && Cells(rows[0]).ToList() is [var only])
        {
            reader.Read(only, blocks);
            return;
        }

        var grid = new List<List<string>>();
        var plain = new List<string>();
        foreach (var row in rows)
        {
            var properties = row.Child("trPr");
            if (properties.Child("del") is not null) { reader.Warn("TrackedChanges"); continue; }
            var cells = new List<string>();
            var words = new List<string>();
            cells.AddRange(Enumerable.Repeat("", Number(properties.Child("gridBefore").Val(), 0)));
            foreach (var cell in Cells(row))
            {
                var merge = cell.Child("tcPr").Child("vMerge");
                var above = merge is not null && merge.Val() != "restart" && grid.Count > 0;
                var (markdown, text) = Content(reader, cell);
                cells.Add(above ? MergedCells.Above : markdown);
                if (!above) words.Add(text);
                var span = Number(cell.Child("tcPr").Child("gridSpan").Val(), 1);
                for (var i = 1; i < span; i++) cells.Add(MergedCells.Left);
            }

            if (cells.Count == 0) continue;
            grid.Add(cells);
            plain.Add(string.Join('\t', words));
        }

        if (grid.Count == 0) return;
        if (grid.Max(row => row.Count) > MarkdownLimits.MaxColumns) reader.Warn("WideTables");
        blocks.Add(new WordBlock(MarkdownText.Table(grid), string.Join('\n', plain)) { IsTable = true });
    }

    private static (string Markdown, string Plain) Content(WordReader reader, OpenXmlElement cell)
    {
        var blocks = new List<WordBlock>();
        reader.Read(cell, blocks);
        if (blocks.Exists(b => b.IsTable)) reader.Warn("NestedTables");
        return (string.Join('\n', blocks.Select(b => b.IsTable ? MarkdownText.Escape(b.Plain.Replace('\t', ' ')) : (b.IsBullet ? "• " : "") + b.Markdown)),
            string.Join('\n', blocks.Select(b => b.Plain)));
    }

    private static int Number(string? text, int otherwise) => int.TryParse(text, out var number) ? Math.Clamp(number, 0, 200) : otherwise;

    private static IEnumerable<OpenXmlElement> Rows(OpenXmlElement table) => Unwrap(table, "tr");

    private static IEnumerable<OpenXmlElement> Cells(OpenXmlElement row) => Unwrap(row, "tc");

    private static IEnumerable<OpenXmlElement> Unwrap(OpenXmlElement container, string name)
    {
        foreach (var element in container.ChildElements)
        {
            if (element.LocalName == name) yield return element;
            else if (element.LocalName is "sdt" or "sdtContent" or "customXml" or "ins")
            {
                foreach (var inner in Unwrap(element, name)) yield return inner;
            }
        }
    }
}
