using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Sizes beyond which a text is not read as Markdown. No official document comes near them; they keep the time spent on
/// hostile input in proportion to its length.
/// </summary>
public static class MarkdownLimits
{
    /// <summary>Characters of a whole text.</summary>
    public const int MaxLength = 1_000_000;

    /// <summary>Lines of a whole text.</summary>
    public const int MaxLines = 60_000;

    /// <summary>Markers such as <c>&gt;</c> or <c>-</c> at the start of one line.</summary>
    public const int MaxNesting = 24;

    /// <summary>Delimiters (<c>[ * _ ` ! | ^ &lt;</c>) within one paragraph that is not a table.</summary>
    public const int MaxDelimiters = 4_000;

    /// <summary>Cells of one table row.</summary>
    public const int MaxColumns = 60;

    /// <summary>Delimiters within one block of table rows, the bars included.</summary>
    public const int MaxTableDelimiters = 40_000;

    /// <summary>Why a text is refused, or null when it may be read.</summary>
    public static Refusal? Check(string markdown)
    {
        if (markdown.Length > MaxLength) return new Refusal("Text.TooLong", null, MaxLength);
        int delimiters = 0, bars = 0, line = 0;
        foreach (var range in markdown.AsSpan().EnumerateLines())
        {
            if (++line > MaxLines) return new Refusal("Text.TooManyLines", null, MaxLines);
            if (range.IsWhiteSpace()) { delimiters = bars = 0; continue; }
            if (Nesting(range) > MaxNesting) return new Refusal("Text.NestedTooDeeply", null, line);
            var barsHere = 0;
            foreach (var c in range)
            {
                if (c == '|') barsHere++;
                else if (c is '[' or ']' or '*' or '_' or '`' or '!' or '^' or '<' or '(' or '&') delimiters++;
            }

            bars += barsHere;
            if (barsHere > MaxColumns + 1) return new Refusal("Text.TableTooWide", null, line, MaxColumns);
            if (delimiters > (bars > 0 ? MaxTableDelimiters : MaxDelimiters) || bars > MaxTableDelimiters) return new Refusal("Text.TooManySigns", null, line);
        }

        return null;
    }

    private static int Nesting(ReadOnlySpan<char> line)
    {
        var markers = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (c is '>' || (c is '-' or '+' or '*' && i + 1 < line.Length && line[i + 1] == ' ')) markers++;
            else if (char.IsAsciiDigit(c) || c is '.' or ')') { if (c is '.' or ')') markers++; }
            else if (c is not (' ' or '\t')) break;
        }

        return markers;
    }
}
