using System.IO.Compression;
using System.Xml;

namespace PublicDisclosure.Core.Tables;

/// <summary>Which cells of an .xlsx hold a formula: the reader gives only results, and a steward should know.</summary>
internal sealed class FormulaCells
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly Dictionary<string, HashSet<(int Row, int Column)>> _bySheet = [];

    /// <summary>No formulas known.</summary>
    public static FormulaCells None { get; } = new();

    public bool Has(string sheet, int row, int column) => _bySheet.TryGetValue(sheet, out var cells) && cells.Contains((row, column));

    public static FormulaCells Find(byte[] file)
    {
        var result = new FormulaCells();
        using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var targets = Attributes(archive, "xl/_rels/workbook.xml.rels", "Relationship", "Id", "Target").ToLookup(r => r.Item1, r => r.Item2);
        foreach (var (name, relation) in Attributes(archive, "xl/workbook.xml", "sheet", "name", "r:id"))
        {
            var target = targets[relation].FirstOrDefault();
            if (target is null) continue;
            var path = target.StartsWith('/') ? target[1..] : "xl/" + target;
            result._bySheet[name] = [.. Formulas(archive, path)];
        }

        return result;
    }

    private static List<(string, string)> Attributes(ZipArchive archive, string path, string element, string first, string second)
    {
        var found = new List<(string, string)>();
        if (archive.GetEntry(path) is not { } entry) return found;
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, Safe);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element) found.Add((xml.GetAttribute(first) ?? "", xml.GetAttribute(second) ?? ""));
        }

        return found;
    }

    private static IEnumerable<(int Row, int Column)> Formulas(ZipArchive archive, string path)
    {
        if (archive.GetEntry(path) is not { } entry) yield break;
        using var content = entry.Open();
        using var xml = XmlReader.Create(content, Safe);
        var cell = "";
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "c") cell = xml.GetAttribute("r") ?? "";
            else if (xml.LocalName == "f" && cell.Length > 1) yield return Place(cell);
        }
    }

    /// <summary>B12 as row 11, column 1.</summary>
    private static (int Row, int Column) Place(string reference)
    {
        var column = reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (sum, c) => (sum * 26) + (c - 'A' + 1));
        return int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), out var row) ? (row - 1, column - 1) : (-1, -1);
    }
}
