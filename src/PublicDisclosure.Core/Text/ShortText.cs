using System.Globalization;

namespace PublicDisclosure.Core.Text;

/// <summary>Short texts cut to a length, in characters as columns and fields count them. What a reader sees as one character is not cut in two.</summary>
public static class ShortText
{
    /// <summary>The text, or its beginning with … behind it: never longer than so many characters.</summary>
    public static string Of(string text, int most) => text.Length <= most ? text : Start(text, most - 1) + "…";

    /// <summary>The text, or as much of its beginning as fits into so many characters.</summary>
    public static string Start(string text, int most)
    {
        if (text.Length <= most) return text;
        if (most <= 0) return "";
        var end = 0;
        for (var next = Next(text, end); end + next <= most; next = Next(text, end)) end += next;
        // A heap of marks on one letter that fits nowhere: better a part of it than nothing.
        if (end == 0) end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end];
    }

    private static int Next(string text, int at) => StringInfo.GetNextTextElementLength(text.AsSpan(at));
}
