using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Text.Media;

/// <summary>One caption.</summary>
/// <param name="From">When it appears, from the start of the film.</param>
/// <param name="To">When it goes.</param>
/// <param name="Text">What it says, its lines parted by line breaks.</param>
public sealed record CaptionCue(TimeSpan From, TimeSpan To, string Text);

/// <summary>
/// Captions as WebVTT (W3C WebVTT 1): every fault with its line, because a clerk mends them in a text editor. Style blocks are
/// refused: the page's policy would drop them, and captions must be readable without.
/// </summary>
/// <param name="Cues">The captions, in order.</param>
/// <param name="Faults"><c>Caption.*</c>; the first value is the line, from 1. Empty when the file is sound.</param>
public sealed partial record CaptionFile(IReadOnlyList<CaptionCue> Cues, IReadOnlyList<Refusal> Faults)
{
    /// <summary>Bytes of a captions file; a film of ten hours stays far below.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>Faults that are named; a file with more is best made anew.</summary>
    public const int MostFaults = 20;

    /// <summary>Longest line of a caption.</summary>
    public const int LineLength = 200;

    private static readonly string[] Settings = ["vertical", "line", "position", "size", "align", "region"];

    /// <summary>Reads a captions file; never throws.</summary>
    public static CaptionFile Read(string text)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var cues = new List<CaptionCue>();
        var faults = new List<Refusal>();
        if (lines[0] != "WEBVTT" && !lines[0].StartsWith("WEBVTT ", StringComparison.Ordinal) && !lines[0].StartsWith("WEBVTT\t", StringComparison.Ordinal))
            faults.Add(Fault("HeaderMissing", 1));
        var at = 1;
        while (at < lines.Length && faults.Count < MostFaults)
        {
            if (lines[at].Trim().Length == 0) { at++; continue; }
            var end = at;
            while (end < lines.Length && lines[end].Trim().Length > 0) end++;
            Block(lines, at, end, cues, faults);
            at = end;
        }

        if (cues.Count == 0 && faults.Count == 0) faults.Add(Fault("Empty", lines.Length));
        return new CaptionFile(cues, faults);
    }

    private static void Block(string[] lines, int at, int end, List<CaptionCue> cues, List<Refusal> faults)
    {
        if (lines[at].StartsWith("NOTE", StringComparison.Ordinal)) return;
        if (lines[at].Trim() is "STYLE" or "REGION") { faults.Add(Fault("StyleNotAllowed", at + 1)); return; }
        // A name may stand above the times.
        var times = lines[at].Contains("-->", StringComparison.Ordinal) ? at : at + 1;
        if (times >= end || !lines[times].Contains("-->", StringComparison.Ordinal)) { faults.Add(Fault("TimesMissing", at + 1)); return; }
        var match = Times().Match(lines[times].Trim());
        if (!match.Success)
        {
            faults.Add(Fault(lines[times].Contains(',', StringComparison.Ordinal) ? "TimesWithComma" : "TimesUnreadable", times + 1));
            return;
        }

        if (Moment(match, "from") is not { } from || Moment(match, "to") is not { } to) { faults.Add(Fault("TimesUnreadable", times + 1)); return; }
        if (to <= from) faults.Add(Fault("EndsBeforeItBegins", times + 1));
        if (cues.Count > 0 && from < cues[^1].From) faults.Add(Fault("OutOfOrder", times + 1));
        foreach (var setting in match.Groups["settings"].Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Settings.Contains(setting.Split(':')[0])) faults.Add(Fault("SettingUnknown", times + 1, setting.Length > 20 ? setting[..20] : setting));
        }

        if (times + 1 >= end) { faults.Add(Fault("TextMissing", times + 1)); return; }
        for (var line = times + 1; line < end; line++) Words(lines[line], line + 1, faults);
        cues.Add(new CaptionCue(from, to, Tag().Replace(string.Join('\n', lines[(times + 1)..end]), "")));
    }

    private static void Words(string line, int number, List<Refusal> faults)
    {
        if (line.Contains("-->", StringComparison.Ordinal)) faults.Add(Fault("BlankLineMissing", number));
        if (line.Length > LineLength) faults.Add(Fault("LineTooLong", number, LineLength));
        if (ChineseText.HasForbiddenCharacters(line)) faults.Add(Fault("ForbiddenCharacters", number));
        if (Tag().Replace(line, "").Contains('<', StringComparison.Ordinal)) faults.Add(Fault("TagNotAllowed", number));
    }

    private static TimeSpan? Moment(Match match, string name)
    {
        var parts = match.Groups[name].Value.Split(':', '.');
        var numbers = parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var (hours, rest) = numbers.Length == 4 ? (numbers[0], numbers[1..]) : (0, numbers);
        return rest[0] > 59 || rest[1] > 59 ? null : new TimeSpan(0, hours, rest[0], rest[1], rest[2]);
    }

    private static Refusal Fault(string reason, params object[] values) => new("Caption." + reason, "File", values);

    [GeneratedRegex(@"^(?<from>(?:\d{2,4}:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+(?<to>(?:\d{2,4}:)?\d{2}:\d{2}\.\d{3})(?<settings>[ \t].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    /// <summary>The tags of WebVTT (3.5): voices, classes, weight, ruby, language and times. Anything else in angle brackets is a fault.</summary>
    [GeneratedRegex(@"</?(?:v|c|i|b|u|ruby|rt|lang)(?:\.[\w.-]+)?(?:[ \t][^<>&]*)?>|<(?:\d{2,4}:)?\d{2}:\d{2}\.\d{3}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
