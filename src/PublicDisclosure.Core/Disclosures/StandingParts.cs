namespace PublicDisclosure.Core.Disclosures;

/// <summary>One change of what the public may see: from, to, who, when and why. Never changed.</summary>
public sealed class StandingChange
{
    public const int RemarkLength = 1000;

    private StandingChange()
    {
    }

    internal StandingChange(
        Guid id, Guid disclosureId, int step, StandingAction action, PublicStanding from, PublicStanding to, DateTime at, Guid? by, string remark,
        string publicReason, int closedThrough)
    {
        (Id, DisclosureId, Step, Action, From, To, At, By) = (id, disclosureId, step, action, from, to, at, by);
        (Remark, PublicReason, ClosedThrough) = (remark, publicReason, closedThrough);
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The disclosure's revision at the act: the order of the history, also where two acts share an instant.</summary>
    public int Step { get; private set; }

    public StandingAction Action { get; private set; }

    public PublicStanding From { get; private set; }

    public PublicStanding To { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Null where the system acted by itself: the end of a display.</summary>
    public Guid? By { get; private set; }

    /// <summary>For staff and auditors only.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>What the public read of it; empty where the notice is neutral.</summary>
    public string PublicReason { get; private set; } = "";

    /// <summary>The last version that this act closed for good, with all before it; 0 when it closed none.</summary>
    public int ClosedThrough { get; private set; }
}

/// <summary>How a suspension ended.</summary>
public enum SuspensionOutcome
{
    /// <summary>恢复公开</summary>
    Lifted,

    /// <summary>确认停止公开</summary>
    Confirmed,

    /// <summary>以更正后的版本替换: all former versions were closed and a cleaned one published.</summary>
    Corrected,
}

/// <summary>A suspension (暂停公开): one person closes the page at once, a second one confirms or lifts it by a day.</summary>
public sealed class Suspension
{
    public const int ReasonLength = 1000;

    private Suspension()
    {
    }

    internal Suspension(Guid id, Guid disclosureId, string reason, DateOnly dueOn, DateTime at, Guid by) =>
        (Id, DisclosureId, Reason, DueOn, At, By) = (id, disclosureId, reason, dueOn, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>Why; for staff only, because a public reason would say what to look for.</summary>
    public string Reason { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Last day for the second person, counted in working days.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>Null while it lasts.</summary>
    public SuspensionOutcome? Outcome { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    internal void Decide(SuspensionOutcome outcome, DateTime at, Guid by) => (Outcome, DecidedAt, DecidedBy) = (outcome, at, by);
}

/// <summary>How a proposal to withdraw ended.</summary>
public enum ProposalOutcome
{
    /// <summary>同意撤回</summary>
    Confirmed,

    /// <summary>不同意撤回</summary>
    Declined,

    /// <summary>已随停止公开了结: the page was withdrawn on another way meanwhile.</summary>
    Superseded,
}

/// <summary>A proposal to withdraw (提出撤回); until another person confirms it, the page stays as it is.</summary>
public sealed class WithdrawalProposal
{
    private WithdrawalProposal()
    {
    }

    internal WithdrawalProposal(Guid id, Guid disclosureId, WithdrawalReason reason, string notice, string replacementAddress, DateTime at, Guid by) =>
        (Id, DisclosureId, Reason, Notice, ReplacementAddress, At, By) = (id, disclosureId, reason, notice, replacementAddress, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    public WithdrawalReason Reason { get; private set; }

    /// <summary>What the public would read.</summary>
    public string Notice { get; private set; } = "";

    public string ReplacementAddress { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>Null while it waits.</summary>
    public ProposalOutcome? Outcome { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    internal void Decide(ProposalOutcome outcome, DateTime at, Guid by) => (Outcome, DecidedAt, DecidedBy) = (outcome, at, by);
}

/// <summary>
/// What a listing knew that the versions do not: kept while the listing is off the lists, for the day it comes back or another
/// version goes out.
/// </summary>
public sealed class ShelvedListing
{
    private ShelvedListing()
    {
    }

    internal ShelvedListing(PublicListing listing) =>
        (DisclosureId, DueOn, ItemCodes) = (listing.DisclosureId, listing.DueOn, string.Join('\n', listing.Items.Select(i => i.ItemCode)));

    public Guid DisclosureId { get; private set; }

    /// <summary>The due date of the first publication, which later versions keep.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Items behind which the published version stood, one a line; the working copy may have others by now.</summary>
    public string ItemCodes { get; private set; } = "";

    /// <summary>The codes one by one.</summary>
    public IReadOnlyList<string> Codes => ItemCodes.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
