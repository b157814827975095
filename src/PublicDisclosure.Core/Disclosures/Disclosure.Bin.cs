using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The bin (回收站). Only a draft that was never handed in can be discarded: what was once submitted is a record of the
/// organisation's work and is never deleted.
/// </summary>
public sealed partial class Disclosure
{
    /// <summary>When it was put into the bin; null for everything else. What lies in the bin is in no list and no check.</summary>
    public DateTime? DiscardedAt { get; private set; }

    /// <summary>Who put it there.</summary>
    public Guid? DiscardedBy { get; private set; }

    /// <summary>Whether it may be discarded, and deleted afterwards.</summary>
    public bool WasNeverSubmitted => State == DisclosureState.Draft && SubmittedAt is null && CurrentVersion == 0;

    /// <summary>Every reason why it cannot be put into the bin.</summary>
    public IReadOnlyList<Refusal> CheckDiscard() =>
        DiscardedAt is not null ? [new Refusal("Disclosure.AlreadyInBin")]
        : !WasNeverSubmitted ? [new Refusal("Disclosure.SubmittedIsKept")] : [];

    /// <summary>Puts a draft that was never submitted into the bin.</summary>
    public void Discard(DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckDiscard());
        (DiscardedAt, DiscardedBy) = (now, by);
        Touch(now);
    }

    /// <summary>Takes it out of the bin; the draft is as it was.</summary>
    public void Restore(DateTime now)
    {
        if (DiscardedAt is null) throw new RuleViolationException(new Refusal("Disclosure.NotInBin"));
        (DiscardedAt, DiscardedBy) = (null, null);
        Touch(now);
    }
}
