using System.ComponentModel.DataAnnotations;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// Settings of section <c>InterpretationContent</c>: how much an interpretation must say. No source that could be checked carries
/// these figures: 未核实.
/// </summary>
public sealed class InterpretationContentOptions
{
    public const string Section = "InterpretationContent";

    /// <summary>How many of the content elements (背景依据、目标任务……) a reader should find.</summary>
    [Range(0, 9)]
    public int LeastElements { get; set; } = 3;

    /// <summary>Pairs of a 简明问答.</summary>
    [Range(1, 50)]
    public int LeastQuestions { get; set; } = 3;

    /// <summary>Characters of a picture's text alternative.</summary>
    [Range(1, 2000)]
    public int LeastAlternative { get; set; } = 30;

    /// <summary>Characters of a transcript.</summary>
    [Range(1, 20000)]
    public int LeastTranscript { get; set; } = 60;

    /// <summary>Share of an interpretation, in percent, that may stand word for word in the policies it explains.</summary>
    [Range(1, 100)]
    public int MostRepeated { get; set; } = 40;
}

/// <summary>What the checklist needs to know about the content of an interpretation.</summary>
/// <param name="Form">Its form; null for a disclosure that is none.</param>
/// <param name="Policies">The bodies of the policies it explains.</param>
public sealed record InterpretationContentFacts(InterpretationForm? Form, IReadOnlyList<string> Policies)
{
    /// <summary>The measures.</summary>
    public InterpretationContentOptions Least { get; init; } = new();
}
