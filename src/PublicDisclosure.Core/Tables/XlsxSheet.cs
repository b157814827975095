using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Tables;

/// <summary>
/// Writes an .xlsx row by row straight into its archive, so that a million rows need no more memory than one: the office library holds a
/// whole sheet. All cells are numbers or inline text, which no program runs as a formula. Goes on in a further sheet where one is full.
/// </summary>
public sealed class XlsxSheet : IAsyncDisposable
{
    /// <summary>Rows that a sheet of the format takes, less some to spare.</summary>
    public const int MostRows = 1_000_000;

    /// <summary>Signs that a cell of the format takes.</summary>
    public const int MostSigns = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";

    private readonly ZipArchive _archive;
    private readonly string _name;
    private readonly IReadOnlyList<string> _heading;
    private readonly int _mostRows;
    private XmlWriter? _sheet;
    private int _sheets;
    private int _rows;

    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="heading">Names of the columns, repeated on every sheet.</param>
    /// <param name="mostRows">Rows of a sheet.</param>
    public XlsxSheet(Stream stream, string name, IReadOnlyList<string> heading, int mostRows = MostRows)
    {
        (_archive, _heading, _mostRows) = (new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true), heading, mostRows);
        // Excel takes 31 signs and none of these.
        var plain = string.Concat(name.Where(c => !@"[]:*?/\".Contains(c)));
        _name = ShortText.Start(plain, 24);
    }

    /// <summary>Adds a row.</summary>
    public Task WriteAsync(IReadOnlyList<object?> cells)
    {
        if (_sheet is null || _rows >= _mostRows) Begin();
        Row(cells);
        _rows++;
        return Task.CompletedTask;
    }

    /// <summary>Ends the file.</summary>
    public ValueTask DisposeAsync()
    {
        if (_sheet is null) Begin();
        End();
        Part("xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteStartElement("sheets", Main);
            for (var sheet = 1; sheet <= _sheets; sheet++)
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", sheet == 1 ? _name : $"{_name}{sheet}");
                xml.WriteAttributeString("sheetId", Number(sheet));
                xml.WriteAttributeString("r", "id", Relations, "rId" + Number(sheet));
                xml.WriteEndElement();
            }
        });
        Part("xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", Packages + "relationships");
            for (var sheet = 1; sheet <= _sheets; sheet++) Relation(xml, "rId" + Number(sheet), Relations + "/worksheet", $"worksheets/sheet{sheet}.xml");
        });
        Part("_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", Packages + "relationships");
            Relation(xml, "rId1", Relations + "/officeDocument", "xl/workbook.xml");
        });
        Part("[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", Packages + "content-types");
            Typed(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Typed(xml, "Default", "Extension", "xml", "application/xml");
            Typed(xml, "Override", "PartName", "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
            for (var sheet = 1; sheet <= _sheets; sheet++)
                Typed(xml, "Override", "PartName", $"/xl/worksheets/sheet{sheet}.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        });
        _archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Begin()
    {
        End();
        (_sheets, _rows) = (_sheets + 1, 0);
        _sheet = Writer($"xl/worksheets/sheet{_sheets}.xml");
        _sheet.WriteStartElement("worksheet", Main);
        _sheet.WriteStartElement("sheetData", Main);
        Row(_heading);
    }

    private void End()
    {
        _sheet?.WriteEndDocument();
        _sheet?.Dispose();
        _sheet = null;
    }

    private void Row(IReadOnlyList<object?> cells)
    {
        _sheet!.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            _sheet.WriteStartElement("c", Main);
            if (cell is int or long or decimal)
            {
                _sheet.WriteElementString("v", Main, CellValue.Text(cell));
            }
            else if (CellValue.Text(cell) is { Length: > 0 } text)
            {
                _sheet.WriteAttributeString("t", "inlineStr");
                _sheet.WriteStartElement("is", Main);
                _sheet.WriteStartElement("t", Main);
                _sheet.WriteAttributeString("xml", "space", null, "preserve");
                _sheet.WriteString(Clean(text));
                _sheet.WriteEndElement();
                _sheet.WriteEndElement();
            }

            _sheet.WriteEndElement();
        }

        _sheet.WriteEndElement();
    }

    private void Part(string path, Action<XmlWriter> write)
    {
        using var xml = Writer(path);
        write(xml);
        xml.WriteEndDocument();
    }

    private XmlWriter Writer(string path) =>
        XmlWriter.Create(_archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    private static void Relation(XmlWriter xml, string id, string type, string target)
    {
        xml.WriteStartElement("Relationship");
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", type);
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private static void Typed(XmlWriter xml, string element, string key, string value, string type)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(key, value);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    // What XML cannot hold is left out; a half surrogate at the cut too.
    private static string Clean(string text)
    {
        if (text.Length > MostSigns) text = text[..(char.IsHighSurrogate(text[MostSigns - 1]) ? MostSigns - 1 : MostSigns)];
        if (text.All(c => XmlConvert.IsXmlChar(c))) return text;
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) kept.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) kept.Append(text[i]).Append(text[++i]);
        }

        return kept.ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
