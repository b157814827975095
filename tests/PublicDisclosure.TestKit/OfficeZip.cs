using System.IO.Compression;
using System.Text;

namespace PublicDisclosure.TestKit;

/// <summary>Makes .docx, .xlsx and .pptx containers from the XML of their parts.</summary>
public static class OfficeZip
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string Sheet = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string OfficeRels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRels = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    /// <summary>A container with these entries.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The bytes of a text.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A paragraph of plain text.</summary>
    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <summary>A .docx with this body and further parts (name below <c>word/</c> or from the root with a leading slash).</summary>
    public static byte[] Docx(string body, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Bytes(Head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/><Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>" + Overrides(more) + "</Types>")),
        ("_rels/.rels", Bytes(Relations([("rIdD", OfficeRels + "/officeDocument", "word/document.xml"), .. more.Where(m => m.Name.StartsWith("/docProps/", StringComparison.Ordinal)).Select((m, i) => ($"rIdP{i}", PropertiesType(m.Name), m.Name[1..]))]))),
        ("word/document.xml", Bytes($"{Head}<w:document {Word}><w:body>{P("桂平市民政局关于公布救助名单的通知")}{body}<w:sectPr/></w:body></w:document>")),
        ("word/_rels/document.xml.rels", Bytes(Relations([.. more.Where(m => m.Name[0] != '/' && !m.Name.Contains(".rels", StringComparison.Ordinal)).Select((m, i) => ($"rId{i + 1}", PartType(m.Name), m.Name))]))),
        .. more.Select(m => (m.Name[0] == '/' ? m.Name[1..] : "word/" + m.Name, m.Content)),
    ]);

    /// <summary>A part of a .docx with the usual namespaces around it.</summary>
    public static byte[] WordPart(string root, string content) => Bytes($"{Head}<w:{root} {Word}>{content}</w:{root}>");

    /// <summary>A .xlsx with sheets (name, state, XML inside worksheet) and further parts (below <c>xl/</c>, or from the root with a slash).</summary>
    public static byte[] Xlsx(IReadOnlyList<(string Name, string State, string Xml)> sheets, string afterSheets = "", params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Bytes(Head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")) + Overrides(more) + "</Types>")),
        ("_rels/.rels", Bytes(Relations([("rIdD", OfficeRels + "/officeDocument", "xl/workbook.xml"), .. more.Where(m => m.Name.StartsWith("/docProps/", StringComparison.Ordinal)).Select((m, i) => ($"rIdP{i}", PropertiesType(m.Name), m.Name[1..]))]))),
        ("xl/workbook.xml", Bytes($"{Head}<workbook {Sheet}><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\"{(s.State.Length > 0 ? $" state=\"{s.State}\"" : "")} r:id=\"rIdS{i + 1}\"/>"))}</sheets>{afterSheets}</workbook>")),
        ("xl/_rels/workbook.xml.rels", Bytes(Relations(
        [
            .. sheets.Select((_, i) => ($"rIdS{i + 1}", OfficeRels + "/worksheet", $"worksheets/sheet{i + 1}.xml")),
            .. more.Where(m => m.Name is "sharedStrings.xml" or "styles.xml" || m.Name.StartsWith("pivotCache/", StringComparison.Ordinal) || m.Name.StartsWith("externalLinks/", StringComparison.Ordinal)).Select((m, i) => ($"rIdM{i}", PartType(m.Name), m.Name)),
        ]))),
        .. sheets.Select((s, i) => ($"xl/worksheets/sheet{i + 1}.xml", Bytes($"{Head}<worksheet {Sheet}>{s.Xml}</worksheet>"))),
        .. more.Select(m => (m.Name[0] == '/' ? m.Name[1..] : "xl/" + m.Name, m.Content)),
    ]);

    /// <summary>The rows of a sheet as inline strings; rows and cells may carry attributes.</summary>
    public static string Rows(params string[][] rows) => $"<sheetData>{string.Concat(rows.Select((cells, r) => $"<row r=\"{r + 1}\">{Cells(cells, r)}</row>"))}</sheetData>";

    /// <summary>The cells of one row (counted from 0).</summary>
    public static string Cells(string[] cells, int row) => string.Concat(cells.Select((c, i) => Cell(c, i, row)));

    /// <summary>One cell (column and row counted from 0).</summary>
    public static string Cell(string text, int column, int row, string attributes = "") => $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"{attributes}><is><t>{text}</t></is></c>";

    /// <summary>A part of a workbook with the usual namespace.</summary>
    public static byte[] SheetPart(string root, string content, string attributes = "") => Bytes($"{Head}<{root} {Sheet}{attributes}>{content}</{root}>");

    /// <summary>A relationships part with internal targets.</summary>
    public static string Relations(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"{Head}<Relationships {PackageRels}>{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    /// <summary>The core properties with a creator and a description.</summary>
    public static byte[] CoreProperties(string creator, string description) => Bytes(
        Head + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:creator>{creator}</dc:creator><dc:description>{description}</dc:description></cp:coreProperties>");

    /// <summary>A custom property.</summary>
    public static byte[] CustomProperty(string name, string value) => Bytes(
        Head + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        + $"<property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{name}\"><vt:lpwstr>{value}</vt:lpwstr></property></Properties>");

    private static string Overrides((string Name, byte[] Content)[] more) => string.Concat(more
        .Select(m => (m.Name, Type: ContentType(m.Name))).Where(m => m.Type is not null)
        .Select(m => $"<Override PartName=\"/{(m.Name[0] == '/' ? m.Name[1..] : (m.Type!.Contains("spreadsheetml", StringComparison.Ordinal) ? "xl/" : "word/") + m.Name)}\" ContentType=\"{m.Type}\"/>"));

    private static string? ContentType(string name) => name switch
    {
        "/docProps/core.xml" => "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/custom.xml" => "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "header1.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml",
        "footer1.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml",
        "footnotes.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        "endnotes.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml",
        "comments.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
        "settings.xml" => "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
        "comments1.xml" => "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
        "sharedStrings.xml" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml",
        _ => null,
    };

    private static string PropertiesType(string name) => name.EndsWith("core.xml", StringComparison.Ordinal)
        ? "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" : OfficeRels + "/custom-properties";

    private static string PartType(string name) => OfficeRels + "/" + name switch
    {
        "header1.xml" => "header",
        "footer1.xml" => "footer",
        _ when name.StartsWith("media/", StringComparison.Ordinal) => "image",
        _ when name.StartsWith("embeddings/", StringComparison.Ordinal) => "package",
        _ when name.StartsWith("pivotCache/", StringComparison.Ordinal) => "pivotCacheDefinition",
        _ when name.StartsWith("externalLinks/", StringComparison.Ordinal) => "externalLink",
        _ => Path.GetFileNameWithoutExtension(name),
    };
}
