using System.Text;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>
/// Reads a standard catalogue out of a file or a pasted table: .xlsx, .xls, .csv (UTF-8, GB18030), tables in .docx, HTML,
/// tab-separated text. Nothing is stored, evaluated or fetched; a file that cannot be read leaves no trace.
/// </summary>
public static class CatalogueReader
{
    /// <summary>Largest file, in bytes.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file's content.</param>
    /// <param name="fileName">Its name, used for the domain only where the file names none.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="domain">The domain for rows of a file that names none, or empty.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>What was understood, or the reason why the file as a whole cannot be read.</returns>
    public static OutcomeOf<CatalogueReading> Read(byte[] file, string fileName, IProgress<int>? progress = null, string domain = "", CancellationToken cancel = default)
    {
        if (file.Length > MaxBytes) return new Refusal("TableFile.TooLarge", null, MaxBytes / 1024 / 1024);
        var notes = new List<Refusal>();
        var kind = TableFileSniffer.Sniff(file);
        var refusal = kind == TableFileKind.Unknown ? new Refusal("CatalogueFile.NotACatalogue") : TableReader.RefusalFor(file, kind);
        if (refusal is not null) return refusal;
        if (kind is not TableFileKind.Text && TableFileSniffer.HasMacros(file)) notes.Add(new Refusal("TableFile.MacrosIgnored"));
        var fallback = domain.Length > 0 ? domain : CatalogueTitle.DomainOf(Path.GetFileNameWithoutExtension(fileName)) ?? "";
        switch (kind)
        {
            case TableFileKind.Docx:
                var document = WordTableReader.Read(file, cancel);
                return document.IsDone ? Understand([document.Value!], fallback, notes, progress, cancel) : document.Outcome;
            default:
                var sheets = TableReader.Read(file, kind, CatalogueTitle.Looks, progress, cancel);
                return sheets.IsDone ? Understand(sheets.Value!, fallback, notes, progress, cancel) : sheets.Outcome;
        }
    }

    /// <summary>Reads a table pasted from a web page, a document or a spreadsheet.</summary>
    public static OutcomeOf<CatalogueReading> ReadPasted(string text, string domain = "", CancellationToken cancel = default)
    {
        if (string.IsNullOrWhiteSpace(text)) return new Refusal("TableFile.Empty");
        if (text.Length > MaxBytes / 4) return new Refusal("TableFile.TooLarge", null, MaxBytes / 1024 / 1024);
        return Understand([TableReader.ReadText(text, CatalogueTitle.Looks)], CellText.OneLine(domain), [], null, cancel);
    }

    private static OutcomeOf<CatalogueReading> Understand(
        IReadOnlyList<RawTable> tables, string fallbackDomain, List<Refusal> notes, IProgress<int>? progress, CancellationToken cancel)
    {
        if (tables.Sum(t => t.Rows.Count) > SpreadsheetReader.MaxRows) return new Refusal("TableFile.TooManyRows", null, SpreadsheetReader.MaxRows);
        var filled = tables.Where(t => t.Rows.Any(r => r.Broken is not null || r.Cells.Any(c => c.Text.Length > 0))).ToList();
        if (filled.Count == 0) return new Refusal("TableFile.Empty");
        var readings = new List<CatalogueReading>();
        var before = 0;
        foreach (var table in filled)
        {
            var domain = fallbackDomain.Length > 0 ? fallbackDomain : CatalogueTitle.DomainOf(table.Name) ?? (table.KnowsMerges ? SheetDomain(table.Name) : "");
            readings.Add(new CatalogueSheet(table, domain).Read(progress, before, cancel));
            before += table.Rows.Count;
        }

        notes.AddRange(readings.SelectMany(r => r.Notes));
        var whole = new CatalogueReading([.. readings.SelectMany(r => r.Rows)], [.. readings.SelectMany(r => r.Problems)], notes);
        progress?.Report(before);
        return readings.TrueForAll(r => r.Notes.Any(n => n.Code == "CatalogueFile.SheetWithoutTable"))
            ? new Refusal("CatalogueFile.NoTable")
            : whole;
    }

    /// <summary>A sheet's own name is a domain unless the program or a parser gave it.</summary>
    private static string SheetDomain(string name)
    {
        var bare = name.Trim().Replace("领域", "", StringComparison.Ordinal).TrimStart("0123456789.、 ".ToCharArray());
        return bare is "文档" or "网页表格" || bare.Any(char.IsAsciiLetter) || bare.Contains("工作表", StringComparison.Ordinal) ? "" : bare;
    }
}
