using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>For which step the checklist is asked; what may still be missing at one is demanded at the next.</summary>
public enum ChecklistMoment
{
    /// <summary>提交审查 and the reviews before 审签.</summary>
    Submission,

    /// <summary>审签</summary>
    Approval,

    /// <summary>发布</summary>
    Publication,

    /// <summary>应急发布: 审签 is skipped, and nothing else.</summary>
    ForcedPublication,
}

/// <summary>What the checklist needs to know about interpretation: of a policy, whether it is asked and what there is; of an interpretation, its policies.</summary>
public sealed record InterpretationFacts
{
    public ChecklistMoment Moment { get; init; }

    /// <summary>The document has to be interpreted, whatever of it is public already and whatever the office allowed.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The document has to be interpreted, and the public version, if there is one, had not to be: the gate stands before this publication.</summary>
    public bool IsAsked { get; init; }

    public bool HasPlan { get; init; }

    /// <summary>The disclosure office made an exception.</summary>
    public bool IsWaived { get; init; }

    /// <summary>The issuing level's interpretation is linked.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>What is needed at least.</summary>
    public LeastForms Least { get; init; } = new(2, NeedsText: true);

    /// <summary>Forms of the material that would be signed off or go out with it, and of what is public already.</summary>
    public IReadOnlyList<InterpretationForm> Ready { get; init; } = [];

    /// <summary>Of an interpretation: its form; null for everything else.</summary>
    public InterpretationForm? Form { get; init; }

    /// <summary>Of an interpretation: who explains.</summary>
    public Interpreter Interpreter { get; init; } = new();

    /// <summary>Of an interpretation: to how many policies it belongs.</summary>
    public int Policies { get; init; }

    /// <summary>Titles of its policies that were withdrawn or are suspended.</summary>
    public IReadOnlyList<string> ClosedPolicies { get; init; } = [];

    /// <summary>Titles of its policies that are neither public nor taking the step together with it.</summary>
    public IReadOnlyList<string> PoliciesBehind { get; init; } = [];
}
