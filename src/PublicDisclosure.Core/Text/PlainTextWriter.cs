using System.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PublicDisclosure.Core.Text;

/// <summary>The words of a parsed text: a line per block, table cells separated by tabs.</summary>
internal static class PlainTextWriter
{
    public static string Write(MarkdownDocument document) => Blocks(document);

    public static string Blocks(IEnumerable<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks) Write(block, text);
        return text.ToString().TrimEnd();
    }

    public static string Inlines(ContainerInline? container)
    {
        var text = new StringBuilder();
        if (container is not null) Write(container, text);
        return text.ToString();
    }

    private static void Write(Block block, StringBuilder text)
    {
        switch (block)
        {
            case LeafBlock { Inline: { } inline }:
                Write(inline, text);
                text.Append('\n');
                break;
            case CodeBlock code when Fence.Of(code) is { Faults.Count: 0 } fence:
                foreach (var line in fence.PlainLines()) text.Append(line).Append('\n');
                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString()).Append('\n');
                break;
            case TableRow row:
                text.AppendJoin('\t', row.OfType<TableCell>().Select(CellText)).Append('\n');
                break;
            case ContainerBlock container and not LinkReferenceDefinitionGroup:
                foreach (var child in container) Write(child, text);
                break;
        }
    }

    public static string CellText(TableCell cell) =>
        string.Join('\n', cell.OfType<LeafBlock>().Select(p => Inlines(p.Inline))).Trim();

    private static void Write(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: text.Append(literal.Content.AsSpan()); break;
                case CodeInline code: text.Append(code.Content); break;
                case HtmlEntityInline entity: text.Append(entity.Transcoded.AsSpan()); break;
                case AutolinkInline link: text.Append(link.Url); break;
                case LineBreakInline: text.Append('\n'); break;
                case FootnoteLink: break;
                case ContainerInline inner: Write(inner, text); break;
            }
        }
    }
}
