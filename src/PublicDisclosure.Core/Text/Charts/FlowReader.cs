using System.Globalization;
using System.Text.RegularExpressions;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Text.Charts;

/// <summary>
/// Reads the lines of a flow: steps <c>1 提出申请</c>, then arrows <c>1 -> 2</c> or <c>2 -> 1：材料不全</c>. Without arrows each step
/// leads to the next.
/// </summary>
internal static partial class FlowReader
{
    public static ChartFlow Read(IReadOnlyList<(int Line, string Text)> lines, List<Refusal> faults)
    {
        var steps = new List<FlowStep>();
        var arrows = new List<(int Line, string From, string To, string Label)>();
        foreach (var (line, text) in lines)
        {
            if (Arrow().Match(text) is { Success: true } arrow)
            {
                arrows.Add((line, arrow.Groups["from"].Value, arrow.Groups["to"].Value, arrow.Groups["label"].Value.Trim()));
                continue;
            }

            var step = Step().Match(text);
            var (key, name) = step.Success ? (step.Groups["key"].Value, step.Groups["name"].Value.Trim()) : ((steps.Count + 1).ToString(CultureInfo.InvariantCulture), text);
            if (steps.Exists(s => s.Key == key)) faults.Add(new Refusal("Chart.StepTwice", null, line, key));
            if (name.Length is 0 or > ChartLimits.Text) faults.Add(new Refusal("Chart.TextTooLong", null, line, ChartLimits.Text));
            steps.Add(new FlowStep(key, name));
        }

        if (steps.Count < 2) faults.Add(new Refusal("Chart.StepsMissing", null));
        if (steps.Count > ChartLimits.Steps) faults.Add(new Refusal("Chart.TooManySteps", null, ChartLimits.Steps));
        if (arrows.Count > ChartLimits.Arrows) faults.Add(new Refusal("Chart.TooManyArrows", null, ChartLimits.Arrows));
        return new ChartFlow(steps, arrows.Count == 0 ? OneAfterAnother(steps.Count) : Ways(steps, arrows, faults));
    }

    private static List<FlowArrow> OneAfterAnother(int steps) => [.. Enumerable.Range(0, Math.Max(0, steps - 1)).Select(i => new FlowArrow(i, i + 1, ""))];

    private static List<FlowArrow> Ways(List<FlowStep> steps, List<(int Line, string From, string To, string Label)> arrows, List<Refusal> faults)
    {
        var ways = new List<FlowArrow>();
        foreach (var (line, from, to, label) in arrows)
        {
            var (a, b) = (steps.FindIndex(s => s.Key == from), steps.FindIndex(s => s.Key == to));
            if (a < 0) faults.Add(new Refusal("Chart.StepUnknown", null, line, from));
            if (b < 0) faults.Add(new Refusal("Chart.StepUnknown", null, line, to));
            if (a >= 0 && a == b) faults.Add(new Refusal("Chart.ArrowToItself", null, line, from));
            if (label.Length > ChartLimits.Text) faults.Add(new Refusal("Chart.TextTooLong", null, line, ChartLimits.Text));
            if (a >= 0 && b >= 0 && a != b) ways.Add(new FlowArrow(a, b, label));
        }

        return ways;
    }

    [GeneratedRegex(@"^(?<from>[\p{L}\p{N}]{1,4})\s*(?:->|－>|—>|→|=>)\s*(?<to>[\p{L}\p{N}]{1,4})\s*(?:[：:]\s*(?<label>.*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^(?<key>[0-9]{1,3}|[A-Za-z])\s*[、.．:：)）\t |｜]\s*(?<name>.+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
