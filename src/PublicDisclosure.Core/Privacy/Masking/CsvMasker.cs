using System.Text;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy.Masking;

/// <summary>Masks a table of text; the copy is UTF-8 with a mark, which every spreadsheet program opens rightly.</summary>
internal static class CsvMasker
{
    public static MaskedContent Mask(Stream content, MaskingPass pass)
    {
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        var text = TextEncodings.Decode(bytes) ?? throw new InvalidDataException("Not a text.");
        var first = text.AsSpan(0, Math.Max(0, text.IndexOf('\n') < 0 ? text.Length : text.IndexOf('\n')));
        var delimiter = first.Count(',') >= first.Count('\t') && first.Count(',') >= first.Count(';') ? ',' : first.Count('\t') >= first.Count(';') ? '\t' : ';';
        var columns = new TableColumns(pass.Rules, "csv", "");
        var block = new MaskBlock();
        var rows = new List<List<MaskSegment>>();
        foreach (var cells in Rows(text, delimiter))
        {
            var row = new List<MaskSegment>();
            var kinds = columns.Next([.. cells.Select((cell, column) => (column, cell))]);
            for (var c = 0; c < cells.Count; c++)
            {
                if (c > 0) block.Separate('\t');
                row.Add(block.Add(cells[c], $"第{rows.Count + 1}行第{c + 1}列", kinds[c]));
            }

            block.Separate('\n');
            rows.Add(row);
        }

        pass.Process(block);
        pass.Finish();
        var written = new StringBuilder();
        foreach (var row in rows) written.AppendJoin(delimiter, row.Select(s => Quote(s.Result(), delimiter))).Append("\r\n");
        return new MaskedContent(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(written.ToString())]));
    }

    /// <summary>RFC 4180, forgiving: a quote that is never closed ends with the file.</summary>
    private static IEnumerable<List<string>> Rows(string text, char delimiter)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') { cell.Append('"'); i++; }
                else quoted = false;
            }
            else if (c == '"' && cell.Length == 0) quoted = true;
            else if (c == delimiter) { row.Add(cell.ToString()); cell.Clear(); }
            else if (c == '\n')
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                yield return row;
                row = [];
            }
            else cell.Append(c);
        }

        if (cell.Length == 0 && row.Count == 0) yield break;
        row.Add(cell.ToString().TrimEnd('\r'));
        yield return row;
    }

    private static string Quote(string text, char delimiter) =>
        text.AsSpan().IndexOfAny(['"', delimiter, '\r', '\n']) < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
