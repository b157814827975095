namespace PublicDisclosure.Core.Text.Charts;

/// <summary>What a chart block is drawn as.</summary>
public enum ChartKind
{
    /// <summary>柱状图: amounts side by side.</summary>
    Bar,

    /// <summary>折线图: how amounts went over time.</summary>
    Line,

    /// <summary>饼图: parts of one whole.</summary>
    Pie,

    /// <summary>流程图: steps and the ways between them.</summary>
    Flow,
}

/// <summary>The words a clerk writes behind <c>chart</c>.</summary>
public static class ChartKinds
{
    private static readonly Dictionary<string, ChartKind> Words = new()
    {
        ["柱状图"] = ChartKind.Bar,
        ["条形图"] = ChartKind.Bar,
        ["折线图"] = ChartKind.Line,
        ["饼图"] = ChartKind.Pie,
        ["流程图"] = ChartKind.Flow,
    };

    /// <summary>The kind of a word, or null.</summary>
    public static ChartKind? Of(string word) => Words.TryGetValue(word.Trim(), out var kind) ? kind : null;

    /// <summary>The word of a kind.</summary>
    public static string Word(ChartKind kind) => Words.First(w => w.Value == kind).Key;
}
