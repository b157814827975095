using System.Text;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>
/// How series are told apart: a colour of the house that passes 4.5:1 on white, a pattern of its own, and a letter beside.
/// Whoever sees no colour, or prints in grey, has the pattern and the letter.
/// </summary>
internal static class SvgPatterns
{
    public const string Ink = "#1b1c1f";
    public const string Grey = "#5b6470";

    private static readonly string[] Colours = ["#12408c", "#7a4b00", "#1a6b3c", "#b3261e", "#5b2a86", "#5b6470"];

    /// <summary>Drawn into a tile of 8 by 8 over a white ground; the first is full.</summary>
    private static readonly string[] Tiles =
    [
        "<rect width=\"8\" height=\"8\" fill=\"{0}\"/>",
        "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"{0}\" stroke-width=\"2\"/>",
        "<circle cx=\"4\" cy=\"4\" r=\"2\" fill=\"{0}\"/>",
        "<path d=\"M0 4h8M4 0v8\" stroke=\"{0}\" stroke-width=\"1.5\"/>",
        "<path d=\"M0 2h8M0 6h8\" stroke=\"{0}\" stroke-width=\"1.5\"/>",
        "<path d=\"M2 0v8M6 0v8\" stroke=\"{0}\" stroke-width=\"1.5\"/>",
    ];

    public static string Colour(int series) => Colours[series % Colours.Length];

    public static string Definitions(string id)
    {
        var text = new StringBuilder("<defs>");
        for (var i = 0; i < Tiles.Length; i++)
        {
            text.Append("<pattern id=\"").Append(id).Append('-').Append(Svg.Letter(i)).Append("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"#ffffff\"/>")
                .Append(Tiles[i].Replace("{0}", Colour(i), StringComparison.Ordinal)).Append("</pattern>");
        }

        return text.Append("</defs>").ToString();
    }
}
