using System.Globalization;
using System.Text;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>The rows that were left out as a .csv with their reasons, to be put right and sent again.</summary>
public static class RejectedRows
{
    /// <summary>Headings of the two columns that are ours.</summary>
    public const string ReasonHeading = "原因", RowHeading = "原行号";

    /// <summary>Writes the rows; <paramref name="textOf"/> gives the Chinese text of a reason.</summary>
    public static string Write(SheetReading reading, Func<Refusal, string> textOf)
    {
        // A file that was sent again has these columns already.
        var kept = Enumerable.Range(0, reading.Headings.Count).Where(c => reading.Headings[c] is not (ReasonHeading or RowHeading)).ToList();
        var csv = new StringBuilder();
        Line(csv, [.. kept.Select(c => reading.Headings[c]), RowHeading, ReasonHeading]);
        foreach (var row in reading.Rejected)
        {
            var reasons = string.Join("；", row.Problems.Select(p => p.Field is null ? textOf(p) : $"{p.Field}：{textOf(p)}"));
            Line(csv, [.. kept.Select(c => row.Cells[c]), row.Number.ToString(CultureInfo.InvariantCulture), reasons]);
        }

        return csv.ToString();
    }

    private static void Line(StringBuilder csv, IEnumerable<string> cells) =>
        csv.AppendJoin(',', cells.Select(c => "\"" + FormulaGuard.PutOn(c).Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")).Append("\r\n");
}
