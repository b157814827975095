using System.Text;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Tables;

/// <summary>
/// Reads .csv and tab-separated text. A row whose quotes do not match is reported by its line and the reading goes on at
/// the next line, so that one stray quote costs one row and not the rest of the file.
/// </summary>
internal static class DelimitedReader
{
    public static RawTable Read(string text, char delimiter, string name, IProgress<int>? progress = null)
    {
        var rows = new List<RawRow>();
        var line = 1;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var fields = ReadRow(text, ref at, delimiter, literalQuotes: false);
            var broken = fields is null;
            if (fields is null)
            {
                at = start;
                fields = ReadRow(text, ref at, delimiter, literalQuotes: true)!;
            }

            // In pasted text a quote is as likely a Chinese citation mark as a delimiter, so the line is taken as it stands.
            rows.Add(Row(rows.Count, line, fields, broken && delimiter == ',' ? new Refusal("TableFile.BrokenQuotes") : null));
            line += text.AsSpan(start, at - start).Count('\n');
            if (rows.Count % 500 == 0) progress?.Report(rows.Count);
        }

        while (rows.Count > 0 && rows[^1].Broken is null && rows[^1].Cells.All(c => c.Text.Length == 0)) rows.RemoveAt(rows.Count - 1);
        return new RawTable(name, rows, KnowsMerges: false);
    }

    private static RawRow Row(int index, int line, List<string> fields, Refusal? broken) => new(line, [.. fields.Select((f, column) =>
    {
        var text = CellText.Clean(f, out var hidden);
        var unguarded = FormulaGuard.TakeOff(text);
        return new RawCell(unguarded, index, column, hidden, text.Length > 1 && text[0] == '=');
    })], broken);

    /// <summary>One row from <paramref name="at"/>; null when its quotes do not match.</summary>
    private static List<string>? ReadRow(string text, ref int at, char delimiter, bool literalQuotes)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        while (true)
        {
            field.Clear();
            if (!literalQuotes && at < text.Length && text[at] == '"')
            {
                if (!ReadQuoted(text, ref at, field)) return null;
                if (at < text.Length && text[at] != delimiter && text[at] is not ('\r' or '\n')) return null;
            }
            else
            {
                var length = text.AsSpan(at).IndexOfAny(delimiter, '\r', '\n');
                if (length < 0) length = text.Length - at;
                field.Append(text, at, length);
                at += length;
                if (delimiter == ',' && !literalQuotes && field.ToString().Contains('"')) return null;
            }

            fields.Add(field.ToString());
            if (at < text.Length && text[at] == delimiter)
            {
                at++;
                continue;
            }

            if (at < text.Length && text[at] == '\r') at++;
            if (at < text.Length && text[at] == '\n') at++;
            return fields;
        }
    }

    private static bool ReadQuoted(string text, ref int at, StringBuilder field)
    {
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"') field.Append(text[at]);
            else if (at + 1 < text.Length && text[at + 1] == '"') field.Append(text[at++]);
            else
            {
                at++;
                return true;
            }
        }

        return false;
    }
}
