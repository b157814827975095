using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.WordLists;

/// <summary>
/// Finds every wrong form in a text in one pass, however many forms there are. Of forms that begin at the same place the
/// longest counts.
/// </summary>
public sealed class WordMatcher
{
    private readonly Dictionary<string, Line>.AlternateLookup<ReadOnlySpan<char>> _lines;
    private readonly SearchValues<string> _forms;
    private readonly int[] _lengths;

    /// <summary>Prepares the search.</summary>
    public WordMatcher(IEnumerable<WordLine> lines)
    {
        var all = lines.Where(l => l.Entry.IsActive).ToDictionary(l => l.Entry.Wrong, l => new Line(l, [.. Exceptions(l.Entry)]));
        Fingerprint = FingerprintOf(all.Values);
        _lines = all.GetAlternateLookup<ReadOnlySpan<char>>();
        _forms = SearchValues.Create([.. all.Keys], StringComparison.Ordinal);
        _lengths = [.. all.Keys.Select(k => k.Length).Distinct().OrderDescending()];
    }

    /// <summary>Finds nothing.</summary>
    public static WordMatcher None { get; } = new([]);

    /// <summary>The same for lists that find the same; a changed form or exception changes it.</summary>
    public string Fingerprint { get; }

    /// <summary>The line of a wrong form; null when the lists do not have it.</summary>
    public WordLine? LineOf(string form) => _lines.TryGetValue(form, out var line) ? line.Rule : null;

    /// <summary>The wrong forms in a text, in order.</summary>
    public IEnumerable<WordHit> Find(string text)
    {
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            if (At(text, at) is { } line)
            {
                yield return new WordHit(line.Id, line.Entry, at);
                at += line.Entry.Wrong.Length;
            }
            else
            {
                at++;
            }
        }
    }

    // A right form may change without another reading of the files: it is looked up when asked.
    private static string FingerprintOf(IEnumerable<Line> lines)
    {
        var text = string.Join('\n', lines.Select(l => $"{l.Rule.Entry.Wrong}\t{l.Rule.Entry.Kind}\t{l.Rule.Entry.IsGrave}\t{string.Join('、', l.Rule.Entry.ExceptionForms)}").Order(StringComparer.Ordinal));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }

    private int Next(string text, int from)
    {
        if (_lengths.Length == 0 || from >= text.Length) return -1;
        var found = text.AsSpan(from).IndexOfAny(_forms);
        return found < 0 ? -1 : from + found;
    }

    private WordLine? At(string text, int at)
    {
        foreach (var length in _lengths)
        {
            if (at + length > text.Length || !_lines.TryGetValue(text.AsSpan(at, length), out var line)) continue;
            if (!line.Exceptions.Any(e => Stands(text, at - e.Offset, e.Form)) && !IsFormerName(line.Rule.Entry, text, at)) return line.Rule;
        }

        return null;
    }

    private static bool Stands(string text, int at, string form) => at >= 0 && text.AsSpan(at).StartsWith(form, StringComparison.Ordinal);

    /// <summary>
    /// A former name is right where history is told: after 原, before 令 (an order keeps the name of who issued it), and at
    /// the head of a title in 《》.
    /// </summary>
    private static bool IsFormerName(WordEntry entry, string text, int at)
    {
        if (entry.Kind != WordListKind.Organisation || entry.IsGrave) return false;
        var end = at + entry.Wrong.Length;
        return (at > 0 && text[at - 1] is '原' or '《') || (end < text.Length && text[end] == '令');
    }

    private static IEnumerable<(string Form, int Offset)> Exceptions(WordEntry entry)
    {
        foreach (var form in entry.ExceptionForms)
            for (var offset = form.IndexOf(entry.Wrong, StringComparison.Ordinal); offset >= 0; offset = form.IndexOf(entry.Wrong, offset + 1, StringComparison.Ordinal))
                yield return (form, offset);
    }

    private sealed record Line(WordLine Rule, IReadOnlyList<(string Form, int Offset)> Exceptions);
}

/// <summary>A line of a list with its id.</summary>
public sealed record WordLine(Guid Id, WordEntry Entry);

/// <summary>A wrong form found.</summary>
/// <param name="RuleId">The line of the list.</param>
/// <param name="Entry">What it says.</param>
/// <param name="At">Where in the text.</param>
public sealed record WordHit(Guid RuleId, WordEntry Entry, int At)
{
    /// <summary>The text around the form, for people who look for it.</summary>
    public string Context(string text)
    {
        var start = Math.Max(0, At - 20);
        return text.AsSpan(start, Math.Min(text.Length - start, At - start + Entry.Wrong.Length + 20)).ToString().ReplaceLineEndings(" ").Trim();
    }
}
