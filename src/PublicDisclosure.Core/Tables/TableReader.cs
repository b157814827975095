using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tables;

/// <summary>
/// Reads tables out of .xlsx, .xls, .csv (UTF-8, GB18030), tab-separated text and HTML, whatever the file is called. Nothing
/// is stored, evaluated or fetched.
/// </summary>
internal static class TableReader
{
    /// <summary>Reads a file that was found to be of a kind.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="kind">Its kind by content.</param>
    /// <param name="isTitle">Which lines of a web page outside its tables belong to them.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <returns>One table a sheet, or the reason (<c>TableFile.*</c>) why the file as a whole cannot be read.</returns>
    public static OutcomeOf<IReadOnlyList<RawTable>> Read(byte[] file, TableFileKind kind, Func<string, bool>? isTitle = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        if (kind is not TableFileKind.Text) return SpreadsheetReader.Read(file, kind, progress, cancel);
        return TextDecoding.Decode(file) is { } text ? new RawTable[] { ReadText(text, isTitle, progress) } : new Refusal("TableFile.UnknownEncoding");
    }

    /// <summary>Many systems export HTML under the name .xls; a table is a table.</summary>
    public static RawTable ReadText(string text, Func<string, bool>? isTitle = null, IProgress<int>? progress = null)
    {
        if (text.Contains("<table", StringComparison.OrdinalIgnoreCase)) return HtmlTableReader.Read(text, isTitle);
        var head = text.AsSpan(0, Math.Min(text.Length, 4000));
        var tabbed = head.Count('\t') >= 4 && head.Count('\t') * 2 > head.Count(',');
        return DelimitedReader.Read(text, tabbed ? '\t' : ',', "表格", progress);
    }

    /// <summary>Why a file must not or cannot be opened as a table at all, or null.</summary>
    public static Refusal? RefusalFor(byte[] file, TableFileKind kind) => kind switch
    {
        TableFileKind.Empty => new Refusal("TableFile.Empty"),
        TableFileKind.Encrypted => new Refusal("TableFile.Encrypted"),
        TableFileKind.OldWord => new Refusal("TableFile.OldWord"),
        TableFileKind.Xlsx or TableFileKind.Docx => ZipLimits.Check(file),
        _ => null,
    };
}
