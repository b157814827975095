using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace PublicDisclosure.Core.Text;

/// <summary>One pair of a 简明问答.</summary>
/// <param name="Number">Its lasting number, part of its address.</param>
/// <param name="Question">The question without its number.</param>
/// <param name="Anchor">Fragment of its heading in the whole text.</param>
/// <param name="NextAnchor">Fragment of the heading that ends the answer; null when the text ends it.</param>
/// <param name="Level">Level of its heading as rendered.</param>
/// <param name="Answer">The words of the answer.</param>
public sealed record QuestionPair(int Number, string Question, string Anchor, string? NextAnchor, int Level, string Answer);

/// <summary>
/// The pairs of a text: a heading <c>问3：谁可以申请？</c>, or one that ends in a question mark, and what follows to the next heading
/// of its level. The written number stays with the question when pairs are put in or taken out, so that addresses never move;
/// a question without one takes the first number that is free.
/// </summary>
public static partial class QuestionList
{
    /// <summary>Pairs that one text may hold.</summary>
    public const int Most = 100;

    /// <summary>Longest question.</summary>
    public const int QuestionLength = 120;

    /// <summary>The pairs in the order of the text; none for a text that cannot be read as Markdown.</summary>
    public static IReadOnlyList<QuestionPair> Of(string? markdown)
    {
        markdown ??= "";
        if (MarkdownLimits.Check(markdown) is not null) return [];
        try
        {
            return Of(MarkdownDialect.Parse(markdown));
        }
        catch (ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Numbers that stand at two questions.</summary>
    public static IReadOnlyList<int> Repeated(string? markdown) =>
        [.. Written(markdown).GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key).Order()];

    /// <summary>The piece of a rendered text that answers one question, heading included.</summary>
    public static string HtmlOf(string html, QuestionPair pair)
    {
        var start = html.IndexOf(Mark(pair.Level, pair.Anchor), StringComparison.Ordinal);
        if (start < 0) return "";
        if (pair.NextAnchor is null) return html[start..];
        // The heading that ends the answer may stand on any level down to the question's own.
        var end = Enumerable.Range(2, pair.Level - 1).Select(level => html.IndexOf(Mark(level, pair.NextAnchor), start, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(html.Length).Min();
        return html[start..end];
    }

    /// <summary>The number written before a question and the question alone; 0 when there is none.</summary>
    public static (int Number, string Question) Split(string heading)
    {
        var match = Numbered().Match(heading.Trim());
        return match.Success && int.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? (number, match.Groups["question"].Value.Trim()) : (0, heading.Trim());
    }

    private static List<QuestionPair> Of(MarkdownDocument document)
    {
        var found = new List<(HeadingBlock Heading, int At, int Number, string Question)>();
        for (var i = 0; i < document.Count; i++)
        {
            if (document[i] is not HeadingBlock heading) continue;
            var words = PlainTextWriter.Inlines(heading.Inline).Trim();
            var (number, question) = Split(words);
            if (question.Length > 0 && (number > 0 || question[^1] is '？' or '?')) found.Add((heading, i, number, question));
        }

        var taken = found.Select(f => f.Number).Where(n => n > 0).ToHashSet();
        var pairs = new List<QuestionPair>();
        foreach (var (heading, at, number, question) in found)
        {
            var end = at + 1;
            while (end < document.Count && !(document[end] is HeadingBlock next && next.Level <= heading.Level)) end++;
            var own = number;
            if (own == 0 || pairs.Exists(p => p.Number == own))
            {
                own = 1;
                while (!taken.Add(own)) own++;
            }

            pairs.Add(new QuestionPair(
                own, question, MarkdownDialect.Id(heading), end < document.Count ? MarkdownDialect.Id((HeadingBlock)document[end]) : null, heading.Level,
                PlainTextWriter.Blocks(document.Skip(at + 1).Take(end - at - 1))));
        }

        return pairs;
    }

    private static IEnumerable<int> Written(string? markdown) => (markdown ?? "").Split('\n')
        .Where(l => l.TrimStart().StartsWith('#')).Select(l => Split(l.TrimStart().TrimStart('#')).Number).Where(n => n > 0);

    private static string Mark(int level, string anchor) => $"<h{level} id=\"{anchor}\"";

    [GeneratedRegex(@"^(?:问题?|Q)\s*(?<number>\d{1,4})\s*[：:、.．]\s*(?<question>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
