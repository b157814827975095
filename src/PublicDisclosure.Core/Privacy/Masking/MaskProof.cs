using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using PublicDisclosure.Core.Privacy.Metadata;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>
/// Reads a masked file again with every reader the product has, and byte by byte, and looks for what was removed. Only a file
/// that passes takes the place of its original.
/// </summary>
public static class MaskProof
{
    /// <summary>Why the file must not be used; empty when nothing of what was removed is left.</summary>
    /// <param name="kind">docx, xlsx or csv.</param>
    /// <param name="file">The masked file.</param>
    /// <param name="removed">The values that were replaced.</param>
    public static IReadOnlyList<Refusal> Check(string kind, MemoryStream file, IReadOnlySet<string> removed)
    {
        var fileKind = FileKind.OfExtension(kind)!;
        var refusals = new List<Refusal>();
        var search = new ValueSearch(removed);
        var inspection = FileInspector.Inspect(fileKind, Copy(file));
        if (!inspection.IsComplete) refusals.Add(new Refusal("Masking.NotReadToEnd"));
        foreach (var part in inspection.Parts)
        {
            var left = PersonalDataFinder.Find(part.Text).FirstOrDefault(h => h.Kind is PersonalDataKind.IdentityNumber or PersonalDataKind.BankCard);
            if (left.Value is not null) refusals.Add(new Refusal("Masking.NumberLeft", null, part.Place, left.Masked));
            if (search.FoundIn(part.Text)) refusals.Add(new Refusal("Masking.StillFound", null, part.Place));
        }

        foreach (var (place, text) in Texts(kind, fileKind, file))
            if (search.FoundIn(text) || HasNumber(kind, text)) refusals.Add(new Refusal("Masking.StillFound", null, place));
        return [.. refusals.Distinct()];
    }

    /// <summary>Digits of unrelated cells stand side by side in raw text; only a whole number counts there.</summary>
    private static bool HasNumber(string kind, string text) =>
        kind != "csv" && PersonalDataFinder.Find(text).Any(h => h.Kind == PersonalDataKind.IdentityNumber && h.Length is PersonalNumbers.IdentityNumberLength or PersonalNumbers.DisabilityCardLength);

    private static IEnumerable<(string Place, string Text)> Texts(string kind, FileKind fileKind, MemoryStream file)
    {
        yield return ("全文提取", TextExtractor.Extract(fileKind, Copy(file)).Text);
        if (kind == "csv")
        {
            yield return ("原始内容", TextEncodings.Decode(file.ToArray()) ?? "");
            yield break;
        }

        yield return ("文档对象", OpenXmlText(kind, Copy(file)));
        using var archive = new ZipArchive(Copy(file), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            yield return (entry.FullName, entry.FullName);
            foreach (var text in Raw(entry)) yield return (entry.FullName, text);
        }
    }

    private static string OpenXmlText(string kind, MemoryStream file)
    {
        if (kind == "docx")
        {
            using var word = WordprocessingDocument.Open(file, false);
            return string.Join('\n', word.GetAllParts().Where(p => p.RootElement is not null).Select(p => p.RootElement!.InnerText));
        }

        using var workbook = SpreadsheetDocument.Open(file, false);
        return string.Join('\n', workbook.GetAllParts().Where(p => p.RootElement is not null).SelectMany(p => p.RootElement!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).Select(c => c.InnerText));
    }

    /// <summary>An XML part unescaped: its words across all runs, then every attribute; anything else as bytes in three encodings.</summary>
    private static IEnumerable<string> Raw(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var buffer = new MemoryStream();
        content.CopyTo(buffer);
        if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && !entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        {
            var bytes = buffer.ToArray();
            yield return Encoding.UTF8.GetString(bytes);
            yield return Encoding.Unicode.GetString(bytes);
            yield break;
        }

        buffer.Position = 0;
        var (words, attributes) = (new StringBuilder(), new StringBuilder());
        using var reader = PackageXml.Reader(buffer);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) words.Append(reader.Value);
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "p" or "c" or "row" or "si") words.Append('\n');
            if (reader.NodeType != XmlNodeType.Element) continue;
            while (reader.MoveToNextAttribute()) attributes.Append(reader.Value).Append('\n');
        }

        yield return words.ToString();
        yield return attributes.ToString();
    }

    private static MemoryStream Copy(MemoryStream file) => new(file.ToArray());
}

/// <summary>Looks for many values at once in a long text, blanks, hyphens, case and width aside.</summary>
internal sealed class ValueSearch
{
    private readonly HashSet<string> _values;
    private readonly List<int> _lengths;

    public ValueSearch(IEnumerable<string> values)
    {
        _values = values.Select(Plain).Where(v => v.Length > 1).ToHashSet(StringComparer.Ordinal);
        _lengths = [.. _values.Select(v => v.Length).Distinct()];
    }

    public bool FoundIn(string text)
    {
        if (_values.Count == 0) return false;
        var plain = Plain(text);
        var lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < plain.Length; at++)
            foreach (var length in _lengths)
                if (at + length <= plain.Length && lookup.Contains(plain.AsSpan(at, length))) return true;
        return false;
    }

    private static string Plain(string text) => string.Concat(ChineseText.ToHalfWidth(text).ToUpperInvariant()
        .Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD')));
}
