using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy;

/// <summary>A column of a list that shows what must not be shown.</summary>
/// <param name="Heading">Its heading as written.</param>
/// <param name="IsError">False where the column may have a good reason: telephones and addresses.</param>
/// <param name="Rows">How many values under it are neither masked nor empty.</param>
public sealed record SensitiveColumn(string Heading, bool IsError, int Rows);

/// <summary>
/// Finds columns headed 身份证号, 病种, 致贫原因 and the like whose values are not masked. Headings are data
/// (<c>Data/Seed/rules/sensitive-columns.csv</c>).
/// </summary>
public static class SensitiveColumns
{
    // A heading names one thing; anything longer is a sentence.
    private const int LongestHeading = 16;

    // 身份证号 also as 身份证号码, 监护人 as 监护人姓名.
    private const int LongestTail = 2;

    // Headings of two or three levels stand in rows of their own.
    private const int HeadingRows = 3;

    private static readonly System.Buffers.SearchValues<char> Masks = System.Buffers.SearchValues.Create("*＊×●■□▇");

    private static readonly string[] Nothing = ["", "无", "/", "-", "—", "——", "–", "略", "暂无", "\\", "不详"];

    private static readonly Lazy<IReadOnlyList<(string Heading, string Kind)>> Headings =
        new(() => [.. SeedTable.Read("rules/sensitive-columns.csv").Select(r => (r["heading"], r["kind"]))]);

    /// <summary>The columns of all tables in a text whose cells are parted by tabs.</summary>
    /// <param name="text">Rows on lines of their own.</param>
    /// <param name="isSheet">True for a whole sheet, where a line of one cell does not end the table.</param>
    public static IReadOnlyList<SensitiveColumn> Find(string text, bool isSheet)
    {
        var found = new List<SensitiveColumn>();
        var open = new Dictionary<int, (string Heading, string Kind, int Rows)>();
        var recent = new Queue<string[]>();
        foreach (var line in text.Split('\n'))
        {
            var cells = Array.ConvertAll(line.Split('\t'), c => ChineseText.ToHalfWidth(c).Trim());
            if (cells.Length < 2 && !isSheet)
            {
                Close(open, found);
                recent.Clear();
                continue;
            }

            recent.Enqueue(cells);
            if (recent.Count > HeadingRows) recent.Dequeue();
            var headings = HeadingsIn(cells, recent);
            if (headings.Count > 0)
            {
                foreach (var (column, heading) in headings)
                {
                    if (open.Remove(column, out var former)) Keep(former, found);
                    open[column] = (heading.Heading, heading.Kind, 0);
                }
            }
            else
            {
                foreach (var (column, heading) in open.ToList())
                    if (column < cells.Length && IsOpen(cells[column], heading.Kind)) open[column] = heading with { Rows = heading.Rows + 1 };
            }
        }

        Close(open, found);
        return found;
    }

    private static List<(int Column, (string Heading, string Kind) Heading)> HeadingsIn(string[] cells, IEnumerable<string[]> recent)
    {
        var found = new List<(int, (string, string))>();
        bool? ofPersons = null;
        for (var c = 0; c < cells.Length; c++)
        {
            if (KindOf(cells[c]) is not { } kind || kind is "person" or "organisation") continue;
            if (kind != "number" && !(ofPersons ??= recent.SelectMany(r => r).Any(cell => KindOf(cell) == "person"))) continue;
            found.Add((c, (cells[c], kind)));
        }

        return found;
    }

    private static string? KindOf(string cell)
    {
        if (cell.Length is < 2 or > LongestHeading) return null;
        // 统一社会信用代码（身份证号码） is two headings in one.
        var headings = ChineseText.WithoutSpaces(cell).Split('（', '）', '(', ')');
        foreach (var (word, kind) in Headings.Value)
            if (headings.Any(h => Names(h, word, kind == "person" ? 0 : LongestTail))) return kind;
        return null;
    }

    /// <summary>The heading ends with the word; 家庭人均收入超过标准 is a reason in a cell, not a heading.</summary>
    private static bool Names(string heading, string word, int tail)
    {
        var at = heading.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && heading.Length - at - word.Length <= tail;
    }

    private static bool IsOpen(string value, string kind)
    {
        if (Nothing.Contains(value) || IsMasked(value)) return false;
        return kind switch
        {
            // 统一社会信用代码或身份证号: a body's code is public.
            "number" => value.Count(char.IsAsciiDigit) >= 8 && !OrganisationCode.TryParse(value.ToUpperInvariant(), out _),
            "account" => value.Count(char.IsAsciiDigit) >= 8,
            "phone" => PersonalDataFinder.Find(value).Any(h => h.Kind == PersonalDataKind.Mobile),
            "address" => value.Any(char.IsAsciiDigit) || PersonalDataFinder.Find(value).Count > 0,
            _ => true,
        };
    }

    private static bool IsMasked(string value) => value.AsSpan().ContainsAny(Masks) || value.Contains("XXX", StringComparison.OrdinalIgnoreCase);

    private static void Close(Dictionary<int, (string, string, int)> open, List<SensitiveColumn> found)
    {
        foreach (var column in open.Values) Keep(column, found);
        open.Clear();
    }

    private static void Keep((string Heading, string Kind, int Rows) column, List<SensitiveColumn> found)
    {
        if (column.Rows > 0) found.Add(new SensitiveColumn(column.Heading, column.Kind is not ("phone" or "address"), column.Rows));
    }
}
