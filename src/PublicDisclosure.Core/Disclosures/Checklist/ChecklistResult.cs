using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>How much a finding weighs.</summary>
public enum ChecklistSeverity
{
    /// <summary>Blocks the action.</summary>
    Error,

    /// <summary>Needs a reason that stays in the history.</summary>
    Warning,
}

/// <summary>One thing the checklist found.</summary>
/// <param name="Refusal">Code, field and values of the message.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="IsExplained">A reason for the warning was given for the text as it stands.</param>
/// <param name="ForApprover">Only the person who signs it off may give the reason.</param>
public sealed record ChecklistFinding(Refusal Refusal, ChecklistSeverity Severity, bool IsExplained, bool ForApprover = false);

/// <summary>The checklist's whole answer about one text revision of one disclosure.</summary>
public sealed record ChecklistResult(int TextRevision, IReadOnlyList<ChecklistFinding> Findings)
{
    /// <summary>Errors, and warnings nobody has explained.</summary>
    public IReadOnlyList<Refusal> Blocking =>
        [.. Findings.Where(f => f.Severity == ChecklistSeverity.Error || !f.IsExplained).Select(f => f.Refusal)];

    /// <summary>What stands in the way of handing it in: all of <see cref="Blocking"/> but the warnings that the approver answers.</summary>
    public IReadOnlyList<Refusal> BlockingAtSubmission => [.. Blocking.Where(r => !Findings.Any(f => f.ForApprover && f.Refusal.Code == r.Code))];

    public IEnumerable<ChecklistFinding> Errors => Findings.Where(f => f.Severity == ChecklistSeverity.Error);

    public IEnumerable<ChecklistFinding> Warnings => Findings.Where(f => f.Severity == ChecklistSeverity.Warning);
}
