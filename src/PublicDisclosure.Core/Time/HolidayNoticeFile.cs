using System.Globalization;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Time;

/// <summary>The days of a notice as a .csv: 日期, 类型 (放假 or 上班), 名称. The first row names the columns, in any order; date, kind, name will do.</summary>
public static class HolidayNoticeFile
{
    /// <summary>Bytes of one file.</summary>
    public const int LargestFile = 200_000;

    private static readonly Dictionary<string, CalendarDayKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["放假"] = CalendarDayKind.Holiday,
        ["holiday"] = CalendarDayKind.Holiday,
        ["上班"] = CalendarDayKind.Workday,
        ["workday"] = CalendarDayKind.Workday,
        ["按平日"] = CalendarDayKind.Ordinary,
        ["ordinary"] = CalendarDayKind.Ordinary,
    };

    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>The readable days and, by row, what is not.</summary>
    public static (IReadOnlyList<NoticeDay> Days, IReadOnlyList<Refusal> Refusals) Read(byte[] content, string field = "Csv")
    {
        if (content.Length > LargestFile) return ([], [new Refusal("Calendar.FileTooLarge", field)]);
        if (TextEncodings.Decode(content) is not { } text) return ([], [new Refusal("Calendar.FileNotText", field)]);
        var rows = DelimitedReader.Read(text, ',', "calendar").Rows.Where(r => r.Broken is not null || r.Cells.Any(c => c.Text.Length > 0)).ToList();
        if (rows.Count == 0) return ([], [new Refusal("Calendar.FileEmpty", field)]);
        var headings = rows[0].Cells.Select(c => c.Text.Trim().ToLowerInvariant()).ToList();
        var (date, kind, name) = (Column(headings, "日期", "date"), Column(headings, "类型", "kind"), Column(headings, "名称", "name"));
        if (date < 0 || kind < 0 || name < 0) return ([], [new Refusal("Calendar.FileHeadings", field)]);
        var days = new List<NoticeDay>();
        var refusals = new List<Refusal>();
        foreach (var row in rows.Skip(1))
        {
            string Cell(int at) => at < row.Cells.Count ? row.Cells[at].Text.Trim() : "";
            if (row.Broken is not null) refusals.Add(new Refusal("Calendar.RowBroken", field, row.Number));
            else if (!DateOnly.TryParseExact(Cell(date), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) refusals.Add(new Refusal("Calendar.RowDate", field, row.Number, Cell(date)));
            else if (!Kinds.TryGetValue(Cell(kind), out var said)) refusals.Add(new Refusal("Calendar.RowKind", field, row.Number, Cell(kind)));
            else days.Add(new NoticeDay(on, said, Cell(name)));
        }

        return (days, refusals);
    }

    private static int Column(List<string> headings, params string[] names) => headings.FindIndex(names.Contains);
}
