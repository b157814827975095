using System.Globalization;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>A letter of the demonstration as it stands in its file.</summary>
/// <param name="Kind">咨询, 求助 ...</param>
/// <param name="To">Short name or slug of the organisation; empty for 不知道找谁.</param>
/// <param name="Text">The writer's words.</param>
/// <param name="IsPublic">The writer agrees.</param>
/// <param name="Ago">Days before today on which it arrived.</param>
/// <param name="Took">Days until the answer, or until it was directed elsewhere.</param>
/// <param name="End">How far it came: 公开, 答复, 信访 ...</param>
/// <param name="Answer">The answer; empty where there is none.</param>
internal sealed record DemoLetter(LetterKind Kind, string To, LetterText Text, bool IsPublic, int Ago, int Took, string End, string Answer)
{
    /// <summary>Further words of the head: d=05, rate=满意, faq, complex, late, assign=市民政局.</summary>
    public required IReadOnlyDictionary<string, string> More { get; init; }

    public string Of(string key) => More.GetValueOrDefault(key, "");
}

/// <summary>
/// Reads the letters: heads of the form <c>=== 咨询 | 市民政局 | name | contact | 是 | 35 | 3 | 公开 | d=05 faq</c>, the title, the text, and behind
/// <c>---</c> the answer.
/// </summary>
internal static class DemoLetterReader
{
    private const string Head = "=== ", Parting = "---";

    private static readonly Dictionary<string, LetterKind> Kinds = new()
    {
        ["咨询"] = LetterKind.Consultation,
        ["求助"] = LetterKind.Help,
        ["建议"] = LetterKind.Suggestion,
        ["投诉"] = LetterKind.Complaint,
        ["感谢"] = LetterKind.Thanks,
    };

    /// <summary>Every letter of every file, in order.</summary>
    public static IReadOnlyList<DemoLetter> All() => [.. SeedFiles.Names("Demo/letters/").SelectMany(name => Read(SeedFiles.Text(name)))];

    /// <summary>The letters of a file.</summary>
    /// <exception cref="FormatException">A head is not as it should be.</exception>
    internal static IEnumerable<DemoLetter> Read(string text) =>
        ("\n" + text.ReplaceLineEndings("\n")).Split("\n" + Head, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One);

    private static DemoLetter One(string block)
    {
        var lines = block.Split('\n');
        var head = lines[0].Split('|', StringSplitOptions.TrimEntries);
        if (head.Length != 9 || lines.Length < 3) throw new FormatException($"Demo letter: '{lines[0]}'");
        var parting = Array.IndexOf(lines, Parting);
        var end = parting < 0 ? lines.Length : parting;
        return new DemoLetter(
            Kinds[head[0]], head[1], new LetterText(lines[1], string.Join('\n', lines[2..end]), head[2], head[3]), head[4] == "是",
            Number(head[5]), Number(head[6]), head[7], parting < 0 ? "" : string.Join('\n', lines[(parting + 1)..]))
        {
            More = head[8].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('=', 2)).ToDictionary(w => w[0], w => w.Length > 1 ? w[1] : "1"),
        };
    }

    private static int Number(string text) => text.Length == 0 ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
