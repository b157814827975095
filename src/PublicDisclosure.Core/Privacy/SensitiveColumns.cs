using System.Text.RegularExpressions;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Privacy;

/// <summary>A column of a list that shows what must not be shown.</summary>
/// <param name="Heading">Its heading as written.</param>
/// <param name="IsError">False where the column may have a good reason: telephones and addresses.</param>
/// <param name="Rows">How many values under it are neither masked nor empty.</param>
public sealed record SensitiveColumn(string Heading, bool IsError, int Rows);

/// <summary>What a heading says of the cells below it.</summary>
public enum SensitiveColumnKind
{
    /// <summary>身份证号, 证件号码, 护照号: numbers of persons. Counts in every table.</summary>
    Number,

    /// <summary>银行账号, 社保卡号. Counts in lists of persons, as all that follow.</summary>
    Account,

    /// <summary>病种, 残疾等级, 致贫原因, 监护人: sensitive by 个人信息保护法第二十八条.</summary>
    Attribute,

    /// <summary>家庭住址</summary>
    Address,

    /// <summary>联系电话</summary>
    Phone,

    /// <summary>姓名, 户主: names, which make the table a list of persons.</summary>
    Name,

    /// <summary>救助对象, 老人: makes the table a list of persons; what stands below may be names or kinds.</summary>
    Person,

    /// <summary>单位名称: a list of bodies.</summary>
    Organisation,
}

/// <summary>
/// Finds columns headed 身份证号, 病种, 致贫原因 and the like whose values are not masked. Headings are data
/// (<c>Data/Seed/rules/sensitive-columns.csv</c>), the same for the checklist and for the masking assistant.
/// </summary>
public static partial class SensitiveColumns
{
    // A heading names one thing; anything longer is a sentence.
    private const int LongestHeading = 16;

    // 身份证号 also as 身份证号码, 监护人 as 监护人姓名.
    private const int LongestTail = 2;

    /// <summary>Characters that stand for what was masked; a mask made of others would not be known as one.</summary>
    public const string MaskCharacters = "*＊×●■□▇";

    // EA1234567: the passports of today have seven digits.
    private const int DigitsOfANumber = 7;
    private const int DigitsOfAnAccount = 8;

    private static readonly System.Buffers.SearchValues<char> Masks = System.Buffers.SearchValues.Create(MaskCharacters);

    private static readonly string[] Nothing = ["", "无", "/", "-", "—", "——", "–", "略", "暂无", "\\", "不详"];

    private static readonly Lazy<IReadOnlyList<(string Heading, SensitiveColumnKind Kind)>> Headings =
        new(() => [.. SeedTable.Read("rules/sensitive-columns.csv").Select(r => (r["heading"], Enum.Parse<SensitiveColumnKind>(r["kind"], ignoreCase: true)))]);

    /// <summary>The columns of all tables in a text whose cells are parted by tabs.</summary>
    /// <param name="text">Rows on lines of their own.</param>
    /// <param name="isSheet">True for a whole sheet, where a line of one cell does not end the table.</param>
    public static IReadOnlyList<SensitiveColumn> Find(string text, bool isSheet)
    {
        var found = new List<SensitiveColumn>();
        var open = new Dictionary<int, (string Heading, SensitiveColumnKind Kind, int Rows)>();
        var table = new TableHeadings();
        foreach (var line in text.Split('\n'))
        {
            var cells = Array.ConvertAll(line.Split('\t'), c => ChineseText.ToHalfWidth(c).Trim());
            if (cells.Length < 2 && !isSheet)
            {
                Close(open, found);
                table.End();
                continue;
            }

            var headings = table.Next([.. cells.Select((cell, column) => (column, cell))]);
            if (headings.Count > 0)
            {
                foreach (var (column, kind) in headings)
                {
                    if (open.Remove(column, out var former)) Keep(former, found);
                    open[column] = (cells[column], kind, 0);
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

    /// <summary>What a heading says of its column; null for one that says nothing, and for anything that is no heading.</summary>
    public static SensitiveColumnKind? KindOf(string heading)
    {
        var cell = ChineseText.ToHalfWidth(heading).Trim();
        if (cell.Length is < 2 or > LongestHeading) return null;
        // 统一社会信用代码（身份证号码） is two headings in one.
        var headings = ChineseText.WithoutSpaces(cell).Split('（', '）', '(', ')');
        foreach (var (word, kind) in Headings.Value)
            if (headings.Any(h => Names(h, word, kind is SensitiveColumnKind.Name or SensitiveColumnKind.Person ? 0 : LongestTail))) return kind;
        return null;
    }

    /// <summary>Whether a value under a heading of that kind is neither masked nor empty nor harmless.</summary>
    public static bool IsOpen(string value, SensitiveColumnKind kind)
    {
        if (Nothing.Contains(value) || IsMasked(value)) return false;
        return kind switch
        {
            // 统一社会信用代码或身份证号: a body's code is public.
            SensitiveColumnKind.Number => NoNumbersOfPersons().Replace(value, "").Count(char.IsAsciiDigit) >= DigitsOfANumber && !OrganisationCode.TryParse(value.ToUpperInvariant(), out _),
            SensitiveColumnKind.Account => value.Count(char.IsAsciiDigit) >= DigitsOfAnAccount,
            SensitiveColumnKind.Phone => PersonalDataFinder.Find(value).Any(h => h.Kind == PersonalDataKind.Mobile),
            SensitiveColumnKind.Address => value.Any(char.IsAsciiDigit) || PersonalDataFinder.Find(value).Count > 0,
            _ => true,
        };
    }

    /// <summary>The heading ends with the word; 家庭人均收入超过标准 is a reason in a cell, not a heading.</summary>
    private static bool Names(string heading, string word, int tail)
    {
        var at = heading.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && heading.Length - at - word.Length <= tail;
    }

    /// <summary>Opening hours and the telephones of offices: in a guide they stand below the row that names 居民身份证 as its subject.</summary>
    [GeneratedRegex(@"(?<!\d)[0-2]?\d[:：][0-5]\d(?!\d)|(?<!\d)0\d{2,3}[-－ ]?\d{7,8}(?!\d)")]
    private static partial Regex NoNumbersOfPersons();

    private static bool IsMasked(string value) => value.AsSpan().ContainsAny(Masks) || value.Contains("XXX", StringComparison.OrdinalIgnoreCase);

    private static void Close(Dictionary<int, (string, SensitiveColumnKind, int)> open, List<SensitiveColumn> found)
    {
        foreach (var column in open.Values) Keep(column, found);
        open.Clear();
    }

    private static void Keep((string Heading, SensitiveColumnKind Kind, int Rows) column, List<SensitiveColumn> found)
    {
        if (column.Rows > 0) found.Add(new SensitiveColumn(column.Heading, column.Kind is not (SensitiveColumnKind.Phone or SensitiveColumnKind.Address), column.Rows));
    }
}
