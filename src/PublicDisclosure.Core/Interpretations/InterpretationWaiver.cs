using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// The disclosure office lets a policy out without its interpretation in an emergency. What is missing stays owed, in public
/// (解读待发布): due so many working days after the policy, until the material is there.
/// </summary>
public sealed class InterpretationWaiver
{
    public const int ReasonLength = 500;

    private InterpretationWaiver()
    {
    }

    /// <summary>The policy's disclosure.</summary>
    public Guid PolicyId { get; private set; }

    /// <summary>Why the policy cannot wait; shown publicly.</summary>
    public string Reason { get; private set; } = "";

    public DateTime GrantedAt { get; private set; }

    /// <summary>Who of the disclosure office granted it.</summary>
    public Guid GrantedBy { get; private set; }

    /// <summary>Beijing date of the policy's publication, from which the debt counts; null while the policy is not public.</summary>
    public DateOnly? OwedFrom { get; private set; }

    /// <summary>Working days the debt has, as the setting was at publication.</summary>
    public int WorkingDays { get; private set; }

    /// <summary>When the material was public; null while it is owed.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Grants it.</summary>
    public static InterpretationWaiver Grant(Guid policyId, string reason, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(Check(reason));
        return new InterpretationWaiver { PolicyId = policyId, Reason = reason.Trim(), GrantedAt = now, GrantedBy = by, Revision = 1 };
    }

    /// <summary>Every reason why it cannot be granted with these words.</summary>
    public static IReadOnlyList<Refusal> Check(string reason) => string.IsNullOrWhiteSpace(reason) ? [new Refusal("InterpretationWaiver.ReasonMissing", "Reason")]
        : reason.Trim().Length > ReasonLength ? [new Refusal("Disclosure.TextTooLong", "Reason", ReasonLength, reason.Trim().Length)] : [];

    /// <summary>The policy is public: from here the debt counts. It begins once.</summary>
    internal void BeginDebt(DateOnly publishedOn, int workingDays)
    {
        if (OwedFrom is not null) return;
        (OwedFrom, WorkingDays) = (publishedOn, workingDays);
        Revision++;
    }

    /// <summary>The material is public.</summary>
    internal void Settle(DateTime now)
    {
        if (OwedFrom is null || SettledAt is not null) return;
        SettledAt = now;
        Revision++;
    }
}
