using System.Globalization;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// How long a plain summary (通俗摘要) may be: at most 150 characters, no sentence over 30. House figures for readers with little
/// schooling, after the short sentences that 《互联网网站适老化通用设计规范》 asks for. Both count characters as people see them: a rare
/// character that a computer keeps in two pieces is one, and the end of a line is none.
/// </summary>
public static class PlainSummaryRule
{
    /// <summary>Most characters of the whole, punctuation included.</summary>
    public const int MostCharacters = 150;

    /// <summary>Most characters of a sentence, the mark at its end not counted.</summary>
    public const int MostInSentence = 30;

    /// <summary>What a draft may hold, in units of storage: more than is allowed out, so that half a text can always be saved.</summary>
    public const int StoredLength = 600;

    private static readonly char[] Ends = ['。', '！', '？', '；', '!', '?', ';', '\n', '\r'];

    /// <summary>Characters as people see them, without the ends of lines.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var walk = StringInfo.GetTextElementEnumerator(text); walk.MoveNext();)
            if (walk.GetTextElement() is not ("\r\n" or "\n" or "\r")) count++;
        return count;
    }

    /// <summary>The sentences, without their end marks and outer blanks.</summary>
    public static IReadOnlyList<string> Sentences(string text) =>
        text.Split(Ends, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The sentences that are too long, as they stand.</summary>
    public static IEnumerable<string> TooLong(string text) => Sentences(text).Where(s => Count(s) > MostInSentence);
}
