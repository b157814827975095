namespace PublicDisclosure.Core.Shared;

/// <summary>
/// A caller broke a rule that it should have asked about first. It is a bug in the caller, never a message to a user:
/// workflows ask the checklist before they call the entity.
/// </summary>
public sealed class RuleViolationException : Exception
{
    public RuleViolationException(params IReadOnlyList<Refusal> refusals)
        : base("Rule violated: " + string.Join("; ", refusals)) => Refusals = refusals;

    /// <summary>The reasons, as the checklist would have given them.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Throws when there is any reason.</summary>
    public static void ThrowIfAny(IReadOnlyList<Refusal> refusals)
    {
        if (refusals.Count > 0) throw new RuleViolationException(refusals);
    }
}
