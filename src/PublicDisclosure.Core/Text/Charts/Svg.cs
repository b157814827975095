using System.Globalization;
using System.Net;
using System.Text;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>
/// A drawing being written: every text is encoded, every number comes from the server, no style and no script, so that it stands
/// under the strict content security policy. Words are measured by their characters: a Han character is as wide as its type size.
/// </summary>
internal sealed class Svg
{
    /// <summary>Width of every drawing in its own units: on a phone type of 16 is still read.</summary>
    public const double Width = 480;

    /// <summary>Type size of labels.</summary>
    public const double Type = 15;

    private readonly StringBuilder _marks = new();
    private readonly string _id;

    /// <param name="id">Prefix of every id within the drawing.</param>
    public Svg(string id) => _id = id;

    public string Finish(double height, string title, string description)
    {
        var text = new StringBuilder();
        text.Append("<svg class=\"chart-drawing\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ").Append(N(Width)).Append(' ').Append(N(height))
            .Append("\" aria-labelledby=\"").Append(_id).Append("-t\" aria-describedby=\"").Append(_id).Append("-d\">")
            .Append("<title id=\"").Append(_id).Append("-t\">").Append(E(title)).Append("</title>")
            .Append("<desc id=\"").Append(_id).Append("-d\">").Append(E(description)).Append("</desc>")
            .Append(SvgPatterns.Definitions(_id)).Append(_marks).Append("</svg>");
        return text.ToString();
    }

    public void Line(double x1, double y1, double x2, double y2, string colour = SvgPatterns.Grey, double width = 1, string dash = "") =>
        _marks.Append(CultureInfo.InvariantCulture, $"<line x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"{Dash(dash)}/>");

    public void Rectangle(double x, double y, double width, double height, int series) =>
        _marks.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(Math.Max(width, 1))}\" height=\"{N(Math.Max(height, 1))}\" fill=\"{Fill(series)}\" stroke=\"{SvgPatterns.Colour(series)}\"/>");

    public void Box(double x, double y, double width, double height) =>
        _marks.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\" rx=\"4\" fill=\"#ffffff\" stroke=\"{SvgPatterns.Colour(0)}\" stroke-width=\"1.5\"/>");

    public void Path(string data, int series) =>
        _marks.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" fill=\"{Fill(series)}\" stroke=\"{SvgPatterns.Colour(series)}\" stroke-width=\"1.5\"/>");

    public void Stroke(string data, string colour, double width = 2, string dash = "") =>
        _marks.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{N(width)}\"{Dash(dash)}/>");

    public void Solid(string data, string colour) => _marks.Append(CultureInfo.InvariantCulture, $"<path d=\"{data}\" fill=\"{colour}\"/>");

    /// <summary>Words; on white ground where they may cross a line.</summary>
    public void Words(double x, double y, string words, string anchor = "start", double size = Type, bool bold = false, bool onWhite = false)
    {
        if (onWhite)
        {
            var width = Measure(words, size) + 6;
            var left = anchor switch { "middle" => x - (width / 2), "end" => x - width + 3, _ => x - 3 };
            _marks.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(left)}\" y=\"{N(y - size)}\" width=\"{N(width)}\" height=\"{N(size + 5)}\" fill=\"#ffffff\"/>");
        }

        _marks.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(x)}\" y=\"{N(y)}\" font-size=\"{N(size)}\" fill=\"{SvgPatterns.Ink}\" text-anchor=\"{anchor}\"{(bold ? " font-weight=\"700\"" : "")}>").Append(E(words)).Append("</text>");
    }

    /// <summary>Names the series below each other with their mark and letter; returns the height it took.</summary>
    public double Legend(double y, IReadOnlyList<string> names, Action<double, double, int> mark)
    {
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var (line, row) in Wrap($"{Letter(i)}　{names[i]}", Width - 60, Type).Select((l, r) => (l, r)))
            {
                if (row == 0) mark(16, y, i);
                Words(48, y + 12, line);
                y += 24;
            }
        }

        return y;
    }

    /// <summary>A, B, C: the name of a series that needs no colour.</summary>
    public static string Letter(int series) => ((char)('A' + series)).ToString();

    public static double Measure(string words, double size) => words.Sum(c => c < 0x2E80 ? 0.58 : 1.0) * size;

    /// <summary>The words in lines no wider than <paramref name="width"/>.</summary>
    public static IReadOnlyList<string> Wrap(string words, double width, double size)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(words);
        while (elements.MoveNext())
        {
            var next = elements.GetTextElement();
            if (line.Length > 0 && Measure(line + next, size) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(next);
        }

        if (line.Length > 0) lines.Add(line.ToString());
        return lines;
    }

    public static string N(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string Dash(string dash) => dash.Length == 0 ? "" : $" stroke-dasharray=\"{dash}\"";

    private string Fill(int series) => $"url(#{_id}-{Letter(series)})";
}
