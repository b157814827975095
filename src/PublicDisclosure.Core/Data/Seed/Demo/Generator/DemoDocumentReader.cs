using System.Globalization;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>Reads the demo content files: documents separated by <c>=====</c>, headers, body, then blocks that begin with <c>@@</c>.</summary>
internal static class DemoDocumentReader
{
    private const string Separator = "=====";

    /// <summary>Every document of a file.</summary>
    /// <exception cref="FormatException">A header or a block is malformed; the message names the document.</exception>
    public static IEnumerable<DemoDocument> Read(string file)
    {
        var lines = new List<string>();
        foreach (var line in file.ReplaceLineEndings("\n").Split('\n').Append(Separator))
        {
            if (line != Separator)
            {
                lines.Add(line);
                continue;
            }

            if (lines.Exists(l => l.Length > 0)) yield return ReadOne(lines);
            lines.Clear();
        }
    }

    private static DemoDocument ReadOne(List<string> lines)
    {
        var start = lines.FindIndex(l => l.Length > 0);
        var end = lines.FindIndex(start, l => l.Length == 0);
        if (end < 0) throw new FormatException($"'{lines[start]}' has no body.");
        var headers = lines[start..end].Select(Header).ToDictionary(h => h.Name, h => h.Value);

        var blocks = new List<(string Mark, List<string> Lines)> { ("", []) };
        foreach (var line in lines[end..])
        {
            if (line.StartsWith("@@", StringComparison.Ordinal)) blocks.Add((line[2..], []));
            else blocks[^1].Lines.Add(line);
        }

        return new DemoDocument(
            headers, Text(blocks[0].Lines),
            [.. blocks.Where(b => b.Mark.StartsWith("attachment ", StringComparison.Ordinal)).Select(b => new DemoAttachment(b.Mark["attachment ".Length..].Trim(), Text(b.Lines)))],
            [.. blocks.Where(b => b.Mark.StartsWith("correction ", StringComparison.Ordinal)).Select(Correction)],
            blocks.Where(b => b.Mark.StartsWith("withdraw ", StringComparison.Ordinal)).Select(Withdrawal).SingleOrDefault());
    }

    /// <summary>A date of the form 2026-03-05.</summary>
    public static DateOnly Date(string text) => DateOnly.ParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant (UTC) of the Beijing wall-clock time 2026-03-05 16:30.</summary>
    public static DateTime Time(string text)
    {
        var time = DateTime.ParseExact(text.Trim(), "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return BusinessClock.Utc(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
    }

    private static (string Name, string Value) Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"'{line}' is no header.");
        return (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private static string Text(List<string> lines) => string.Join('\n', lines).Trim('\n');

    private static DemoCorrection Correction((string Mark, List<string> Lines) block)
    {
        var parts = block.Mark.Split(' ', 4);
        return new DemoCorrection(Date(parts[1]), parts[2], parts[3], Text(block.Lines));
    }

    private static DemoWithdrawal Withdrawal((string Mark, List<string> Lines) block)
    {
        var parts = block.Mark.Split(' ', 4);
        return new DemoWithdrawal(Date(parts[1]), parts[2], parts[3]);
    }
}
