using System.Text;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.WordLists;

/// <summary>The lists as a .csv: 错误形式, 正确形式, 词表, 严重, 例外, 说明, 启用. The first row names the columns, in any order.</summary>
public static class WordListFile
{
    /// <summary>Rows of one file.</summary>
    public const int MostRows = 20_000;

    /// <summary>Bytes of one file.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    private const string Wrong = "错误形式", Right = "正确形式", List = "词表", Grave = "严重", Exceptions = "例外", Note = "说明", Active = "启用";

    private static readonly (string Name, WordListKind Kind)[] Lists =
    [
        ("错别字或不规范表述", WordListKind.Spelling), ("敏感表述", WordListKind.Sensitive), ("机构名称", WordListKind.Organisation), ("领导职务", WordListKind.Post),
    ];

    /// <summary>The readable entries and the rows that are not.</summary>
    public static (IReadOnlyList<WordEntry> Entries, IReadOnlyList<RefusedRow> Refused) Read(byte[] content)
    {
        if (content.Length > LargestFile) return ([], [new RefusedRow(0, new Refusal("Word.FileTooLarge", null, LargestFile / 1024 / 1024))]);
        if (TextEncodings.Decode(content) is not { } text) return ([], [new RefusedRow(0, new Refusal("Word.FileNotText"))]);
        var rows = DelimitedReader.Read(string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.StartsWith('#') ? "" : l)), ',', "words").Rows
            .Where(r => r.Broken is not null || r.Cells.Any(c => c.Text.Length > 0)).ToList();
        if (rows.Count == 0) return ([], [new RefusedRow(0, new Refusal("Word.FileEmpty"))]);
        var columns = rows[0].Cells.Select((c, i) => (c.Text, i)).DistinctBy(c => c.Text).ToDictionary(c => c.Text, c => c.i);
        if (new[] { Wrong, Right, List }.Where(name => !columns.ContainsKey(name)).ToList() is { Count: > 0 } missing)
            return ([], [new RefusedRow(0, new Refusal("Word.ColumnMissing", null, string.Join('、', missing)))]);
        if (rows.Count > MostRows + 1) return ([], [new RefusedRow(0, new Refusal("Word.TooManyRows", null, MostRows))]);
        var entries = new Dictionary<string, WordEntry>();
        var refused = new List<RefusedRow>();
        foreach (var row in rows.Skip(1))
        {
            var (entry, reasons) = ReadRow(row, columns);
            if (entry is not null && reasons.Count == 0 && !entries.TryAdd(entry.Wrong, entry)) reasons = [new Refusal("Word.FormRepeated", null, entry.Wrong)];
            refused.AddRange(reasons.Select(reason => new RefusedRow(row.Number, reason)));
        }

        return ([.. entries.Values], refused);
    }

    /// <summary>The lists as a file: UTF-8 with its mark, nothing that a spreadsheet program would run.</summary>
    public static byte[] Write(IEnumerable<WordEntry> entries)
    {
        var text = new StringBuilder();
        Append(text, [Wrong, Right, List, Grave, Exceptions, Note, Active]);
        foreach (var e in entries)
            Append(text, [e.Wrong, e.Right, Lists.Single(l => l.Kind == e.Kind).Name, e.IsGrave ? "是" : "否", e.Exceptions, e.Note, e.IsActive ? "是" : "否"]);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static (WordEntry? Entry, IReadOnlyList<Refusal> Reasons) ReadRow(RawRow row, Dictionary<string, int> columns)
    {
        if (row.Broken is not null) return (null, [new Refusal("Word.RowBroken")]);
        var list = Lists.FirstOrDefault(l => l.Name == Cell(List));
        if (list.Name is null) return (null, [new Refusal("Word.ListUnknown", null, Cell(List), string.Join('、', Lists.Select(l => l.Name)))]);
        var (grave, active) = (YesNo(Cell(Grave), false), YesNo(Cell(Active), true));
        if (grave is null || active is null) return (null, [new Refusal("Word.YesOrNo")]);
        var entry = new WordEntry(Cell(Wrong), Cell(Right), list.Kind, grave.Value, Cell(Exceptions), Cell(Note), active.Value).Trimmed();
        return (entry, WordEntry.Check(entry));

        string Cell(string name) => columns.TryGetValue(name, out var at) && at < row.Cells.Count ? row.Cells[at].Text.Trim() : "";
    }

    private static bool? YesNo(string text, bool absent) => text switch { "" => absent, "是" => true, "否" => false, _ => null };

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => Quote(FormulaGuard.PutOn(cell)))).Append("\r\n");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
