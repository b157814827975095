using System.Text;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>A .csv for spreadsheets: UTF-8 with its mark, nothing that a spreadsheet program would run.</summary>
public static class CsvText
{
    /// <summary>The file.</summary>
    public static byte[] Write(IEnumerable<string> heading, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(heading)) text.AppendJoin(',', row.Select(cell => CsvSheet.Quote(FormulaGuard.PutOn(cell)))).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
