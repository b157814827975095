using Markdig.Syntax;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text.Charts;
using PublicDisclosure.Core.Text.Media;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// A fenced block that is more than a quotation: <c>chart 柱状图</c>, <c>图解</c>, <c>音频</c>, <c>视频</c>. One reader for every output: page,
/// plain text, Word, checklist.
/// </summary>
/// <param name="Chart">The chart, where the block is a sound one.</param>
/// <param name="Media">The picture, sound or film, where the block is a sound one.</param>
/// <param name="Line">Line of the text where it begins, from 1.</param>
/// <param name="Faults">Why it cannot be shown; the block is then shown as it was typed.</param>
internal sealed record Fence(Chart? Chart, MediaBlock? Media, IReadOnlyList<Refusal> Faults, int Line = 0)
{
    /// <summary>The block read, or null when it is an ordinary quotation of text.</summary>
    public static Fence? Of(CodeBlock block)
    {
        if (block is not FencedCodeBlock { Info: { } info } fenced) return null;
        if (info == "chart")
        {
            var chart = ChartReader.Read(fenced.Arguments ?? "", Lines(fenced));
            return new Fence(chart.Chart, null, chart.Faults, block.Line + 1);
        }

        if (MediaBlock.KindOf(info) is not { } kind) return null;
        var media = MediaReader.Read(kind, Lines(fenced));
        return new Fence(null, media.Block, media.Faults, block.Line + 1);
    }

    /// <summary>All blocks of a text with their reading, in order.</summary>
    public static IReadOnlyList<Fence> AllOf(MarkdownDocument document) => [.. document.Descendants<CodeBlock>().Select(Of).OfType<Fence>()];

    /// <summary>The words of the block for search, checks and comparison.</summary>
    public IEnumerable<string> PlainLines() =>
        Chart is not null ? [Chart.Title, .. ChartTable.Rows(Chart).Select(row => string.Join('\t', row))]
        : Media is not null ? [Media.Title, .. Media.Words] : [];

    /// <summary>The block as Markdown, for outputs that cannot draw or play.</summary>
    public string Markdown() =>
        Chart is not null ? $"**{Chart.Title}**\n\n{ChartTable.Markdown(Chart)}"
        : Media is not null ? $"［{MediaBlock.Word(Media.Kind)}：{Media.Title}］\n\n{string.Join("\n\n", Media.Words)}" : "";

    private static List<string> Lines(FencedCodeBlock block) => [.. block.Lines.ToString().Split('\n')];
}
