namespace PublicDisclosure.Core.Text;

/// <summary>A fenced block as it stands in a text.</summary>
/// <param name="From">First line, the opening fence, from 0.</param>
/// <param name="To">Last line, the closing fence.</param>
/// <param name="Info">The first word behind the opening fence.</param>
/// <param name="Arguments">What follows it.</param>
/// <param name="Lines">The lines between.</param>
public sealed record FencedText(int From, int To, string Info, string Arguments, IReadOnlyList<string> Lines);

/// <summary>Finds and changes fenced blocks in the typed text, leaving every other character as it is.</summary>
public static class FenceText
{
    private const string Mark = "```";

    /// <summary>The blocks of one of these words, in order.</summary>
    public static IReadOnlyList<FencedText> Find(string body, params string[] words)
    {
        var found = new List<FencedText>();
        var lines = Lines(body);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Mark, StringComparison.Ordinal)) continue;
            var head = lines[i].TrimStart('`').Trim().Split(' ', 2, StringSplitOptions.TrimEntries);
            var end = Array.FindIndex(lines, i + 1, l => l.StartsWith(Mark, StringComparison.Ordinal) && l.Trim('`', ' ').Length == 0);
            if (end < 0) break;
            if (words.Contains(head[0])) found.Add(new FencedText(i, end, head[0], head.Length > 1 ? head[1] : "", lines[(i + 1)..end]));
            i = end;
        }

        return found;
    }

    /// <summary>The text with a block in the place of another; at its end where there was none.</summary>
    public static string Put(string body, FencedText? old, string block)
    {
        if (old is null) return body.Trim().Length == 0 ? block : body.TrimEnd() + "\n\n" + block + "\n";
        var lines = Lines(body);
        return string.Join('\n', [.. lines[..old.From], .. Lines(block), .. lines[(old.To + 1)..]]);
    }

    /// <summary>The text without a block.</summary>
    public static string Remove(string body, FencedText old)
    {
        var lines = Lines(body);
        var after = lines[(old.To + 1)..];
        return string.Join('\n', [.. lines[..old.From], .. after.Length > 0 && after[0].Trim().Length == 0 ? after[1..] : after]).TrimEnd();
    }

    private static string[] Lines(string body) => body.ReplaceLineEndings("\n").Split('\n');
}
