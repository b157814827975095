using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// The Markdown that clerks write, and the one place that reads it: CommonMark without HTML, pipe tables with merged
/// cells (<see cref="MergedCells"/>), footnotes and lettered lists. The HTML renderer, the Word export and the
/// difference all work on this tree.
/// </summary>
/// <remarks>
/// Three departures from CommonMark, because clerks type as in Word: four leading spaces are an indent, not code; a line
/// under a paragraph is a rule, not a heading; a line break is a line break.
/// Extensions are named one by one: <c>UseAdvancedExtensions</c> would bring generic attributes, which let
/// <c>{onclick=...}</c> through.
/// </remarks>
public static class MarkdownDialect
{
    internal static readonly MarkdownPipeline Pipeline = Build();

    /// <summary>Parses a text that passed <see cref="MarkdownLimits"/>; every address in the tree obeys <see cref="UrlRule"/>.</summary>
    /// <exception cref="ArgumentException">The text nests more deeply than the parser allows.</exception>
    public static MarkdownDocument Parse(string markdown)
    {
        var document = Markdown.Parse(Normalise(markdown), Pipeline);
        GuardLinks(document);
        foreach (var table in document.Descendants<Table>().ToList()) MergedCells.Apply(table);
        LevelHeadings(document);
        LabelTables(document);
        return document;
    }

    /// <summary>The fragment that leads to a heading.</summary>
    internal static string Id(HeadingBlock heading) => heading.GetAttributes().Id ?? "";

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = false })
            .UseFootnotes().UseListExtras().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    /// <summary>Takes out what has no meaning in a text (control and bidi characters) and the typed indent of paragraphs.</summary>
    private static string Normalise(string markdown)
    {
        var text = ChineseText.RemoveForbidden(markdown);
        if (!text.Contains(ChineseText.IdeographicSpace, StringComparison.Ordinal)) return text;
        return string.Join('\n', text.Split('\n').Select(line => line.TrimStart(ChineseText.IdeographicSpace)));
    }

    private static void GuardLinks(MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var url = link.GetDynamicUrl?.Invoke() ?? link.Url;
            if (link.IsImage && UrlRule.AllowsLink(url) && !UrlRule.IsRelative(url)) link.IsImage = false;
            else if (!UrlRule.AllowsLink(url)) Unwrap(link);
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            var url = link.IsEmail ? "mailto:" + link.Url : link.Url;
            if (!UrlRule.AllowsLink(url)) link.ReplaceBy(new LiteralInline(link.Url));
        }
    }

    private static void Unwrap(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    /// <summary>The levels used become 2, 3, 4 ... without gaps, and each heading gets the id <c>s-1</c>, <c>s-2</c> ...</summary>
    private static void LevelHeadings(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var levels = headings.Select(h => h.Level).Distinct().Order().ToList();
        for (var i = 0; i < headings.Count; i++)
        {
            headings[i].Level = Math.Min(6, levels.IndexOf(headings[i].Level) + 2);
            headings[i].GetAttributes().Id = $"s-{i + 1}";
        }
    }

    /// <summary>A table is named by the heading or the line <c>表1 ...</c> before it, for those who hear the page.</summary>
    private static void LabelTables(MarkdownDocument document)
    {
        string? heading = null, caption = null;
        var number = 0;
        foreach (var block in document.Descendants().OfType<Block>())
        {
            if (block is HeadingBlock h) heading = PlainTextWriter.Inlines(h.Inline);
            else if (block is ParagraphBlock p && PlainTextWriter.Inlines(p.Inline) is ['表' or '附', ..] and { Length: < 60 } line && p.Parent is MarkdownDocument) caption = line;
            if (block is not Table table) continue;
            var name = caption ?? heading;
            table.SetData(typeof(MarkdownDialect), $"表格 {++number}{(string.IsNullOrEmpty(name) ? "" : "：" + name)}");
            caption = null;
        }
    }

    internal static string Label(Table table) => table.GetData(typeof(MarkdownDialect)) as string ?? "表格";
}
