using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>A chart as a figure of a page: its name, the drawing, and its table.</summary>
public static class ChartFigure
{
    /// <summary>HTML of our own making, every text in it encoded.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="place">Its place in the text, from 1: two equal charts do not share ids.</param>
    public static string Html(Chart chart, int place = 1)
    {
        var caption = chart.Unit.Length > 0 ? $"{chart.Title}（单位：{chart.Unit}）" : chart.Title;
        var svg = new Svg($"c{place}-{Mark(chart)}");
        var height = chart.Kind switch
        {
            ChartKind.Bar => BarDrawing.Draw(svg, chart),
            ChartKind.Line => LineDrawing.Draw(svg, chart),
            ChartKind.Pie => PieDrawing.Draw(svg, chart),
            _ => FlowDrawing.Draw(svg, chart),
        };
        var html = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<figure class=\"chart chart-{chart.Kind.ToString().ToLowerInvariant()}\"><figcaption>")
            .Append(E(caption)).Append("</figcaption>").Append(svg.Finish(height, chart.Title, ChartTable.Description(chart)));
        Table(html, chart);
        return html.Append("</figure>").ToString();
    }

    private static void Table(StringBuilder html, Chart chart)
    {
        var rows = ChartTable.Rows(chart);
        html.Append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"").Append(E("数据表：" + chart.Title)).Append("\"><table><thead><tr>");
        foreach (var head in rows[0]) html.Append("<th scope=\"col\">").Append(E(head)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (var row in rows.Skip(1))
        {
            html.Append("<tr>");
            for (var c = 0; c < row.Count; c++)
            {
                var number = chart.Flow is null && c > 0 ? " class=\"align-right\"" : "";
                html.Append(c == 0 ? "<th scope=\"row\">" : $"<td{number}>").Append(E(row[c])).Append(c == 0 ? "</th>" : "</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static string Mark(Chart chart) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(chart.Title + ChartTable.Markdown(chart))))[..6];

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
