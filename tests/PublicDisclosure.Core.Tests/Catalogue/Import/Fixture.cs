using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PublicDisclosure.Core.Catalogue.Import;

namespace PublicDisclosure.Core.Tests.Catalogue.Import;

/// <summary>Builds small catalogue files in every format, and describes what was read in one line per row.</summary>
internal static class Fixture
{
    /// <summary>The two heading rows of the official layout; an empty cell belongs to the heading on its left or above.</summary>
    public static readonly string[][] OfficialHeadings =
    [
        ["序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "", "公开方式", "", "公开层级", ""],
        ["", "一级事项", "二级事项", "", "", "", "", "", "全社会", "特定群众", "主动", "依申请", "县级", "乡级"],
    ];

    public static readonly string[] OfficialMerges = ["A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2", "G1:G2", "H1:H2", "I1:J1", "K1:L1", "M1:N1"];

    public static string[] Row(string sequence, string level1, string level2, string basis = "条例", string limit = "20个工作日内", string body = "民政部门", string channels = "■政府网站") =>
        [sequence, level1, level2, "文件名称、文号", basis, limit, body, channels, "√", "", "√", "", "√", ""];

    public static string Official(string name) => System.IO.Path.Combine(Root(), "tests", "fixtures", "official", name);

    public static byte[] Stored(string name) => File.ReadAllBytes(System.IO.Path.Combine(Root(), "tests", "fixtures", "catalogue", name));

    /// <summary>Minimal .xlsx: inline strings, numbers kept as numbers, cells "=f|result" as formulas.</summary>
    public static byte[] Xlsx(string[][] grid, string[]? merges = null, string sheet = "养老服务") => Xlsx((sheet, grid, merges ?? []));

    public static byte[] Xlsx(params (string Name, string[][] Grid, string[] Merges)[] sheets)
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>""",
            ["_rels/.rels"] = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
            ["xl/workbook.xml"] = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>"""
                + string.Concat(sheets.Select((s, i) => $"""<sheet name="{Escape(s.Name)}" sheetId="{i + 1}" r:id="s{i}"/>""")) + "</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"""
                + string.Concat(sheets.Select((_, i) => $"""<Relationship Id="s{i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i}.xml"/>""")) + "</Relationships>",
        };
        for (var i = 0; i < sheets.Length; i++) parts[$"xl/worksheets/sheet{i}.xml"] = SheetXml(sheets[i].Grid, sheets[i].Merges);
        return Zip(parts.ToDictionary(p => p.Key, p => Encoding.UTF8.GetBytes(p.Value)));
    }

    public static byte[] Zip(Dictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    public static string Csv(params string[][] grid) =>
        string.Concat(grid.Select(r => string.Join(',', r.Select(c => c.AsSpan().IndexOfAny(",\"\n") < 0 ? c : '"' + c.Replace("\"", "\"\"") + '"')) + "\r\n"));

    public static string Tsv(params string[][] grid) => string.Join("\r\n", grid.Select(r => string.Join('\t', r.Select(c => c.Contains('\n') ? '"' + c + '"' : c))));

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    /// <summary>A .docx with the title as a paragraph and one table; cells "^" continue the cell above, "<" the cell on the left.</summary>
    public static byte[] Docx(string title, params string[][] grid)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var table = new Table(grid.Select((row, r) => new TableRow(WordCells(grid, r))));
            document.AddMainDocumentPart().Document = new Document(new Body(Paragraph(title), table, Paragraph("")));
        }

        return stream.ToArray();
    }

    public static string Html(string title, params string[] rows) =>
        $"<html><body><h1>{title}</h1><table>{string.Concat(rows.Select(r => $"<tr>{r}</tr>"))}</table></body></html>";

    public static CatalogueReading Read(byte[] file, string name = "目录")
    {
        var outcome = CatalogueReader.Read(file, name, cancel: TestContext.Current.CancellationToken);
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        return outcome.Value!;
    }

    public static string RefusalOf(byte[] file) => Assert.Single(CatalogueReader.Read(file, "目录").Refusals).Code;

    /// <summary>序号|一级|二级|三级|要素|依据|时限|主体|ticked channels|对象|方式|层级.</summary>
    public static string Line(CatalogueRow row) => string.Join('|', row.Sequence, row.Level1, row.Level2, row.Level3,
        string.Join('、', row.Elements.Select(e => e.Text)), row.LegalBasis, row.TimeLimitText, row.BodyText,
        string.Join('、', row.Channels.Where(c => c.IsTicked).Select(c => c.Text)),
        CatalogueCells.AudienceText(row), CatalogueCells.ModeText(row), CatalogueWords.TextOf(row.Levels));

    public static void AssertLines(CatalogueReading reading, params string[] expected)
    {
        Assert.Empty(reading.Unreadable);
        Assert.Equal(expected, reading.Rows.Select(Line));
    }

    private static OpenXmlElement[] WordCells(string[][] grid, int row)
    {
        var cells = new List<OpenXmlElement>();
        for (var c = 0; c < grid[row].Length; c++)
        {
            if (grid[row][c] == "<") continue;
            var span = 1 + grid[row].Skip(c + 1).TakeWhile(t => t == "<").Count();
            var properties = new TableCellProperties();
            if (span > 1) properties.Append(new GridSpan { Val = span });
            if (grid[row][c] == "^") properties.Append(new VerticalMerge());
            else if (row + 1 < grid.Length && grid[row + 1][c] == "^") properties.Append(new VerticalMerge { Val = MergedCellValues.Restart });
            cells.Add(new TableCell(grid[row][c].Split('\n').Select(Paragraph).Prepend<OpenXmlElement>(properties)));
        }

        return [.. cells];
    }

    private static Paragraph Paragraph(string text)
    {
        if (text is "^") text = "";
        return text.StartsWith("sym:", StringComparison.Ordinal)
            ? new Paragraph(new Run(new SymbolChar { Font = "Wingdings 2", Char = text[4..] }))
            : new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static string SheetXml(string[][] grid, string[] merges)
    {
        var xml = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (var r = 0; r < grid.Length; r++)
        {
            xml.Append("<row r=\"" + (r + 1) + "\">");
            for (var c = 0; c < grid[r].Length; c++) xml.Append(CellXml(grid[r][c], $"{(char)('A' + c)}{r + 1}"));
            xml.Append("</row>");
        }

        xml.Append("</sheetData>");
        if (merges.Length > 0) xml.Append("<mergeCells>").AppendJoin("", merges.Select(m => $"""<mergeCell ref="{m}"/>""")).Append("</mergeCells>");
        return xml.Append("</worksheet>").ToString();
    }

    private static string CellXml(string text, string place)
    {
        if (text.Length == 0) return $"""<c r="{place}"/>""";
        if (text.StartsWith("f:", StringComparison.Ordinal)) return $"""<c r="{place}" t="str"><f>{Escape(text[2..].Split('|')[0])}</f><v>{Escape(text.Split('|')[1])}</v></c>""";
        return text.Length < 6 && text.All(char.IsAsciiDigit)
            ? $"""<c r="{place}"><v>{text}</v></c>"""
            : $"""<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{Escape(text)}</t></is></c>""";
    }

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;").Replace("\n", "&#10;");

    private static string Root([CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "PublicDisclosure.sln"))) folder = folder.Parent;
        return folder?.FullName ?? System.IO.Path.GetFullPath(System.IO.Path.Combine(here, "../../../../.."));
    }
}
