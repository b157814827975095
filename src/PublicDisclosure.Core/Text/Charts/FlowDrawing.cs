namespace PublicDisclosure.Core.Text.Charts;

/// <summary>
/// Steps in boxes below each other. A way to the next step runs straight down; a way that leaves steps out runs along the right
/// side, a way back along the left, each in a lane of its own.
/// </summary>
internal static class FlowDrawing
{
    private const double Lane = 16;
    private const double Small = 13;
    private const double Gap = 42;

    public static double Draw(Svg svg, Chart chart)
    {
        var flow = chart.Flow!;
        List<FlowArrow> back = [.. flow.Arrows.Where(a => a.To < a.From)], over = [.. flow.Arrows.Where(a => a.To > a.From + 1)];
        // Lanes take room from the boxes, never more than leaves room for words.
        var (left, right) = (8 + Math.Min(120, back.Count * Lane), Svg.Width - 8 - Math.Min(120, over.Count * Lane));
        var boxes = Boxes(svg, flow, left, right, out var height);
        foreach (var arrow in flow.Arrows.Where(a => a.To == a.From + 1))
        {
            var x = (left + right) / 2;
            Arrow(svg, $"M{Svg.N(x)} {Svg.N(boxes[arrow.From].Bottom)}V{Svg.N(boxes[arrow.To].Top - 6)}", x, boxes[arrow.To].Top, down: true);
            if (arrow.Label.Length > 0) svg.Words(x + 10, boxes[arrow.From].Bottom + 25, arrow.Label, size: Small, onWhite: true);
        }

        for (var i = 0; i < over.Count; i++) Side(svg, boxes, over[i], right, right + ((i + 1) * (Svg.Width - 8 - right) / over.Count), -1, i);
        for (var i = 0; i < back.Count; i++) Side(svg, boxes, back[i], left, left - ((i + 1) * (left - 8) / back.Count), 1, i);
        return height;
    }

    private static List<(double Top, double Bottom)> Boxes(Svg svg, ChartFlow flow, double left, double right, out double height)
    {
        var boxes = new List<(double, double)>();
        var y = 8.0;
        foreach (var step in flow.Steps)
        {
            var lines = Svg.Wrap($"{step.Key}　{step.Name}", right - left - 24, Svg.Type);
            var tall = (lines.Count * 21) + 18;
            svg.Box(left, y, right - left, tall);
            for (var i = 0; i < lines.Count; i++) svg.Words((left + right) / 2, y + 25 + (21 * i), lines[i], "middle");
            boxes.Add((y, y + tall));
            y += tall + Gap;
        }

        height = y - Gap + 10;
        return boxes;
    }

    /// <summary>A way along one side; its label stands inside, below the box it leaves.</summary>
    private static void Side(Svg svg, List<(double Top, double Bottom)> boxes, FlowArrow arrow, double edge, double lane, int inwards, int place)
    {
        // Ways of one box leave and arrive at different heights, so that they do not run into each other.
        var offset = 6 * (place % 3);
        var (y1, y2) = (boxes[arrow.From].Bottom - 8 - offset, boxes[arrow.To].Top + 10 + offset);
        svg.Stroke($"M{Svg.N(edge)} {Svg.N(y1)}H{Svg.N(lane)}V{Svg.N(y2)}H{Svg.N(edge - (inwards * 6))}", SvgPatterns.Colour(0), 1.8, inwards > 0 ? "6 3" : "");
        svg.Solid($"M{Svg.N(edge)} {Svg.N(y2)}L{Svg.N(edge - (inwards * 9))} {Svg.N(y2 - 5)}V{Svg.N(y2 + 5)}Z", SvgPatterns.Colour(0));
        if (arrow.Label.Length > 0)
            svg.Words(edge + (inwards * 4), boxes[arrow.From].Bottom + 16 + (place % 2 * 16), arrow.Label, inwards > 0 ? "start" : "end", Small, onWhite: true);
    }

    private static void Arrow(Svg svg, string path, double x, double y, bool down)
    {
        svg.Stroke(path, SvgPatterns.Colour(0), 1.8);
        var tail = down ? -9 : 9;
        svg.Solid($"M{Svg.N(x)} {Svg.N(y)}L{Svg.N(x - 5)} {Svg.N(y + tail)}H{Svg.N(x + 5)}Z", SvgPatterns.Colour(0));
    }
}
