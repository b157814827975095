using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace PublicDisclosure.Core.Text;

/// <summary>
/// Tables that can be heard and scrolled: header cells carry a scope, wide tables scroll within a region that the
/// keyboard reaches, alignment is a class because the content security policy forbids inline styles.
/// </summary>
internal sealed class TableHtmlRenderer : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        renderer.EnsureLine();
        renderer.Write("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").WriteEscape(MarkdownDialect.Label(table)).WriteLine("\"><table>");
        var header = rows.TakeWhile(row => row.IsHeader).ToList();
        // A table typed with an empty header line (the syntax demands one) has no header.
        if (header.Count > 0 && header.SelectMany(row => row.OfType<TableCell>()).Any(cell => PlainTextWriter.CellText(cell).Length > 0))
        {
            renderer.WriteLine("<thead>");
            foreach (var row in header) WriteRow(renderer, table, row);
            renderer.WriteLine("</thead>");
        }

        if (rows.Count > header.Count)
        {
            renderer.WriteLine("<tbody>");
            foreach (var row in rows.Skip(header.Count)) WriteRow(renderer, table, row);
            renderer.WriteLine("</tbody>");
        }

        renderer.WriteLine("</table></div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write("<tr>");
        foreach (var cell in row.OfType<TableCell>())
        {
            var scope = row.IsHeader ? (cell.ColumnSpan > 1 ? "colgroup" : "col")
                : cell.ColumnIndex == 0 && cell.RowSpan > 1 ? "rowgroup" : null;
            renderer.Write(scope is null ? "<td" : $"<th scope=\"{scope}\"");
            Span(renderer, "colspan", cell.ColumnSpan);
            Span(renderer, "rowspan", cell.RowSpan);
            if (Alignment(table, cell.ColumnIndex) is { } alignment) renderer.Write($" class=\"align-{alignment}\"");
            renderer.Write('>');
            var implicitParagraph = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = true;
            renderer.WriteChildren(cell);
            renderer.ImplicitParagraph = implicitParagraph;
            renderer.Write(scope is null ? "</td>" : "</th>");
        }

        renderer.WriteLine("</tr>");
    }

    private static void Span(HtmlRenderer renderer, string name, int span)
    {
        if (span > 1) renderer.Write($" {name}=\"{span.ToString(CultureInfo.InvariantCulture)}\"");
    }

    private static string? Alignment(Table table, int column) =>
        column >= table.ColumnDefinitions.Count ? null : table.ColumnDefinitions[column].Alignment switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "right",
            TableColumnAlign.Left => "left",
            _ => null,
        };
}
