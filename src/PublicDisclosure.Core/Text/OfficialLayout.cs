using System.Globalization;
using System.Text.RegularExpressions;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// The parts of an official document by their look and wording (GB/T 9704-2012 党政机关公文格式): red head, document
/// number, title, numbered headings, signature and date.
/// </summary>
internal static partial class OfficialLayout
{
    private const int TitleSize = 36;

    /// <summary>What stands before the body; the blocks it used are taken out of the list.</summary>
    public static (string? Title, string? DocumentNumber) TakeHead(List<WordBlock> blocks)
    {
        string? number = null;
        var title = new List<WordBlock>();
        for (var i = 0; i < blocks.Count && i < 15;)
        {
            var block = blocks[i];
            if (block.IsTable) break;
            var text = block.Plain.Trim();
            if (text.Length == 0 || (title.Count == 0 && IsRedHead(block, text))) blocks.RemoveAt(i);
            else if (number is null && Number().Match(ChineseText.WithoutSpaces(text)) is { Success: true } match) { number = match.Groups[1].Value; blocks.RemoveAt(i); }
            else if (title.Count == 0 ? IsTitle(block, text, i) : Continues(title[0], block, text)) { title.Add(block); blocks.RemoveAt(i); }
            else if (title.Count > 0 && number is null && i < 2 && text.Length < 60) i++;
            else break;
        }

        var words = title.Count == 0 ? null : ChineseText.TidySpaces(string.Concat(title.Select(b => b.Plain)));
        return (words, number);
    }

    /// <summary>The date that stands alone nearest the end, and the short line above it.</summary>
    public static (string? SignedBy, DateOnly? On) Signature(List<WordBlock> blocks)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            if (blocks[i].IsTable) continue;
            var lines = blocks[i].Plain.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (lines.Length == 0 || Date(lines[^1]) is not { } date) continue;
            var above = lines.Length > 1 ? lines[^2] : i > 0 && !blocks[i - 1].IsTable ? blocks[i - 1].Plain.Trim() : "";
            above = ChineseText.TidySpaces(above);
            return (above.Length is > 1 and <= 40 && above.IndexOfAny(['。', '；', '：', '，']) < 0 ? above : null, date);
        }

        return (null, null);
    }

    /// <summary>A date that is a whole line: <c>2024年5月6日</c> or <c>二〇二四年五月六日</c>.</summary>
    public static DateOnly? Date(string line)
    {
        var match = DateLine().Match(ChineseText.WithoutSpaces(ChineseText.ToHalfWidth(line)));
        if (!match.Success) return null;
        var (year, month, day) = (Digits(match.Groups[1].Value), Digits(match.Groups[2].Value), Digits(match.Groups[3].Value));
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    /// <summary>
    /// Level of a heading by its number, or null: 一、 and 第一章 are 1, （一） and 第一节 are 2. Only short lines
    /// without a full stop are headings; the same number before a whole paragraph is body text.
    /// </summary>
    public static int? HeadingLevel(string text)
    {
        var line = text.Trim();
        if (line.Length > 50 || line.Contains('\n', StringComparison.Ordinal) || line.EndsWith('。') || line.EndsWith('；') || line.EndsWith('，') || line.EndsWith('：')
            || line.TrimEnd('。').Contains('。', StringComparison.Ordinal)) return null;
        return FirstLevel().IsMatch(line) ? 1 : SecondLevel().IsMatch(line) ? 2 : null;
    }

    private static bool IsRedHead(WordBlock block, string text) => (block.Centered || block.Red) && (block.Red || text.EndsWith("文件", StringComparison.Ordinal)) && text.Length < 50 && block.FontSize >= TitleSize && (block.Red || !text.Contains('关', StringComparison.Ordinal));

    private static bool IsTitle(WordBlock block, string text, int index) =>
        text.Length <= 120 && HeadingLevel(text) is null && !text.EndsWith('。') && !text.EndsWith('：')
        && (block.IsTitleStyle || block.Font.Contains("小标宋", StringComparison.Ordinal) || (block.Centered && (block.FontSize >= TitleSize || index == 0))
            || (index == 0 && (block.HeadingLevel == 1 || Genre().IsMatch(text))));

    private static bool Continues(WordBlock first, WordBlock block, string text) =>
        block.Centered == first.Centered && (block.Centered || block.IsTitleStyle) && block.FontSize == first.FontSize && block.FontSize >= TitleSize && block.Font == first.Font
        && HeadingLevel(text) is null && text[0] is not ('（' or '(');

    private static int Digits(string text)
    {
        if (text.All(char.IsAsciiDigit)) return int.Parse(text, CultureInfo.InvariantCulture);
        if (text.Length == 4 || (text.Length == 1 && text != "十")) return text.Aggregate(0, (sum, c) => (sum * 10) + Digit(c));
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        return ten < 0 ? 0 : ((ten == 0 ? 1 : Digit(text[0])) * 10) + (ten + 1 < text.Length ? Digit(text[ten + 1]) : 0);
    }

    private static int Digit(char c) => c is '〇' or '○' or '零' or 'О' or 'O' or '0' ? 0 : "一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) + 1;

    [GeneratedRegex(@"^[（(]?([\u4e00-\u9fff]{1,20}[〔\[（(【［]\d{4}[〕\]）)】］]第?\d{1,5}号)[）)]?(?:签发人.{0,20})?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(\d{4}|[〇○零ОO一二三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(\d{1,2}|[一二三四五六七八九十]{1,3})日$")]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十百]{1,4}、|第[一二三四五六七八九十百]{1,4}[章编](?=\s|$|[\u3000\u4e00-\u9fff]))")]
    private static partial Regex FirstLevel();

    [GeneratedRegex(@"^(?:[（(][一二三四五六七八九十百]{1,4}[）)]|第[一二三四五六七八九十百]{1,4}节)")]
    private static partial Regex SecondLevel();

    [GeneratedRegex(@"^[^。；]{4,60}(?:通知|通报|公告|通告|公示|意见|办法|方案|决定|决议|命令|报告|请示|批复|议案|函|纪要|规定|细则|计划|规划|指南|制度|清单|目录|预案)(?:（.{1,12}）)?$")]
    private static partial Regex Genre();
}
