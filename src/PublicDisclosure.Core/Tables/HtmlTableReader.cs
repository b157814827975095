using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PublicDisclosure.Core.Tables;

/// <summary>Reads the tables of a pasted or saved web page into one grid. Nothing is fetched and no script runs.</summary>
internal static class HtmlTableReader
{
    private static readonly HashSet<string> Blocks = ["P", "DIV", "LI", "TR", "BR", "H1", "H2", "H3", "H4"];

    /// <param name="html">The page.</param>
    /// <param name="isTitle">Which lines beside the tables belong to them, as rows of one cell; null keeps the tables alone.</param>
    public static RawTable Read(string html, Func<string, bool>? isTitle)
    {
        var document = new HtmlParser().ParseDocument(html);
        var grid = new GridBuilder("网页表格");
        foreach (var element in document.QuerySelectorAll("table, caption, h1, h2, h3, title, p"))
        {
            if (element.LocalName == "table")
            {
                // A table that holds tables is layout.
                if (element.QuerySelector("table") is null) AddTable(grid, element);
            }
            else if (element.Closest("td, th") is null && isTitle?.Invoke(TextOf(element)) == true)
            {
                grid.BeginRow();
                grid.Add(TextOf(element));
            }

            if (grid.Count > SpreadsheetReader.MaxRows) break;
        }

        return grid.Build();
    }

    private static void AddTable(GridBuilder grid, IElement table)
    {
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            grid.BeginRow();
            foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
                grid.Add(TextOf(cell), Span(cell, "colspan"), Span(cell, "rowspan"));
        }

        grid.EndTable();
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? span : 1;

    private static string TextOf(INode node)
    {
        var text = new StringBuilder();
        Collect(node, text);
        return text.ToString();
    }

    private static void Collect(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText run)
            {
                // Line ends of the source are white space in HTML.
                text.Append(run.Data.Replace('\n', ' ').Replace('\r', ' '));
                continue;
            }

            if (child is not IElement element || element.NodeName is "SCRIPT" or "STYLE") continue;
            if (Blocks.Contains(element.NodeName)) text.Append('\n');
            Collect(element, text);
            if (element.NodeName is "P" or "DIV" or "LI") text.Append('\n');
        }
    }
}
