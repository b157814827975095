using System.Text;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Tables;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>Reads and writes 公开渠道和载体: a tick list in one cell, over lines or not, with or without marks.</summary>
public static partial class ChannelList
{
    private const string AnyOneText = "（在标注范围内至少选择其一公开）";

    /// <summary>The ticks of a cell, as the whole official list; a cell without any mark means that all it names are chosen.</summary>
    public static IReadOnlyList<ChannelTick> Parse(string cell, out bool anyTicked)
    {
        var text = CellText.Clean(cell, out _);
        anyTicked = IsAnyOne(text);
        if (anyTicked) text = AnyOne().Replace(text, "");
        var marks = Enumerable.Range(0, text.Length).Where(i => TickMark.At(text, i) is not null).ToList();
        return Complete(marks.Count == 0 ? Unmarked(text) : marks[0] > 0 && IsMarkLast(text) ? Marked(Reverse(text)) : Marked(text));
    }

    /// <summary>True when a heading or cell says that one of the ticked channels is enough.</summary>
    public static bool IsAnyOne(string text) => AnyOne().IsMatch(text);

    /// <summary>
    /// The whole official list in official order, untouched channels as not ticked, then what the file adds, 其他 last.
    /// </summary>
    public static IReadOnlyList<ChannelTick> Complete(IEnumerable<ChannelTick> ticks)
    {
        var known = ticks.Select(t => t with { Text = Spell(t.Text) }).Where(t => t.Text.Length > 0)
            .Select(t => t with { Channel = ChannelVocabulary.Of(t.Text) }).DistinctBy(t => t.Text).ToLookup(t => t.Channel);
        return [.. Enum.GetValues<Channel>().SelectMany(c => known[c].Any() || !ChannelVocabulary.OfficialList.Contains(c)
            ? known[c].AsEnumerable()
            : [new ChannelTick(c, ChannelVocabulary.OfficialText(c), false)])];
    }

    /// <summary>The official tick list, one channel a line: ■政府网站, □政府公报 ...</summary>
    public static string Format(IReadOnlyList<ChannelTick> ticks, bool anyTicked)
    {
        var lines = ticks.Select(t => (t.IsTicked ? "■" : "□") + t.Text);
        return string.Join('\n', anyTicked ? lines.Append(AnyOneText) : lines);
    }

    private static List<ChannelTick> Unmarked(string text)
    {
        var ticks = new List<ChannelTick>();
        foreach (var line in text.Split('\n'))
        {
            var whole = CellText.OneLine(line);
            var parts = ChannelVocabulary.IsKnown(whole) ? [whole] : whole.Split(['、', '；', ';', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries);
            ticks.AddRange(parts.Select(p => new ChannelTick(ChannelVocabulary.Of(p), p, true)));
        }

        return ticks;
    }

    private static List<ChannelTick> Marked(string text)
    {
        var ticks = new List<ChannelTick>();
        var piece = new StringBuilder();
        var ticked = true;
        for (var i = 0; i <= text.Length; i++)
        {
            var mark = i < text.Length ? TickMark.At(text, i) : null;
            if (i < text.Length && mark is null)
            {
                piece.Append(text[i]);
                continue;
            }

            ticks.AddRange(Pieces(piece.ToString(), ticked));
            piece.Clear();
            ticked = mark ?? true;
        }

        return ticks;
    }

    /// <summary>
    /// What stands between two marks: usually one channel, its words perhaps broken over lines; a further line that is
    /// itself a channel carries no mark and therefore is chosen.
    /// </summary>
    private static IEnumerable<ChannelTick> Pieces(string text, bool ticked)
    {
        var current = "";
        var mark = ticked;
        foreach (var line in text.Split('\n').Select(CellText.OneLine).Where(l => l.Length > 0))
        {
            var joined = CellText.OneLine(current + line);
            if (current.Length == 0 || ChannelVocabulary.IsKnown(joined) || !ChannelVocabulary.IsKnown(line))
            {
                current = joined;
                continue;
            }

            yield return new ChannelTick(ChannelVocabulary.Of(current), current, mark);
            (current, mark) = (line, true);
        }

        if (current.Length > 0) yield return new ChannelTick(ChannelVocabulary.Of(current), current, mark);
    }

    private static bool IsMarkLast(string text) => TickMark.Read(text[^1..]) is not null && "■□√☑☐▲◆".Contains(text[^1]);

    /// <summary>政府网站■ 政府公报□ with the mark put first.</summary>
    private static string Reverse(string text) => TrailingMark().Replace(text, "$2$1\n");

    /// <summary>One spelling for 其他: underscores and colons become brackets around the free text.</summary>
    private static string Spell(string text)
    {
        var line = CellText.OneLine(text).Trim('；', ';', '，', ',', '。', '、', ' ');
        if (!line.StartsWith("其他", StringComparison.Ordinal) && !line.StartsWith("其它", StringComparison.Ordinal)) return line;
        var free = line[2..].Replace("_", "", StringComparison.Ordinal).Replace("＿", "", StringComparison.Ordinal)
            .Replace("（请注明）", "", StringComparison.Ordinal).Trim('：', ':', ' ');
        if (free.Length > 1 && free[0] is '（' or '(' && free[^1] is '）' or ')') free = free[1..^1].Trim();
        return free.Length == 0 ? "其他" : $"其他（{free}）";
    }

    [GeneratedRegex(@"[（(]?\s*(?:请)?(?:在|从)?(?:标注|所选|勾选)?范?围?内?至少选择?其(?:中之)?一(?:进行)?公开\s*[）)。]?")]
    private static partial Regex AnyOne();

    [GeneratedRegex(@"([^■□√☑☐▲◆\n]+?)\s*([■□√☑☐▲◆])\s*")]
    private static partial Regex TrailingMark();
}
