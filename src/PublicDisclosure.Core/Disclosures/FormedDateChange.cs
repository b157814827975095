namespace PublicDisclosure.Core.Disclosures;

/// <summary>How a request to change a formed date ended.</summary>
public enum FormedDateDecision
{
    /// <summary>已确认</summary>
    Confirmed,

    /// <summary>未同意</summary>
    Declined,
}

/// <summary>
/// A request to change the formed date (信息形成日期) after it was handed in, and what a second person made of it. Kept for good:
/// a faked date is a veto item of the national inspection (国办秘函〔2019〕19号), so confirmed changes stay in the public history.
/// </summary>
public sealed class FormedDateChange
{
    public const int ReasonLength = 500;

    private FormedDateChange()
    {
    }

    internal FormedDateChange(Guid id, Guid disclosureId, DateOnly from, DateOnly to, string reason, DateTime at, Guid by) =>
        (Id, DisclosureId, From, To, Reason, RequestedAt, RequestedBy) = (id, disclosureId, from, to, reason, at, by);

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>The date as it stood.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The date asked for.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Why; shown publicly once confirmed.</summary>
    public string Reason { get; private set; } = "";

    public DateTime RequestedAt { get; private set; }

    public Guid RequestedBy { get; private set; }

    /// <summary>Null while nobody has decided.</summary>
    public FormedDateDecision? Decision { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    /// <summary>What the second person wrote; a refusal needs a reason.</summary>
    public string Remark { get; private set; } = "";

    /// <summary>Last day in time by the old date, as counted at the confirmation; null for a page of the old site.</summary>
    public DateOnly? DueBefore { get; private set; }

    /// <summary>Last day in time by the new date, as counted at the confirmation; null for a page of the old site.</summary>
    public DateOnly? DueAfter { get; private set; }

    /// <summary>Number of the version that was public at the confirmation; 0 before the first publication.</summary>
    public int AtVersion { get; private set; }

    internal void Confirm((DateOnly Before, DateOnly After)? due, int atVersion, string remark, DateTime now, Guid by)
    {
        (DueBefore, DueAfter, AtVersion) = (due?.Before, due?.After, atVersion);
        Decide(FormedDateDecision.Confirmed, remark, now, by);
    }

    internal void Decline(string remark, DateTime now, Guid by) => Decide(FormedDateDecision.Declined, remark, now, by);

    private void Decide(FormedDateDecision decision, string remark, DateTime now, Guid by) =>
        (Decision, Remark, DecidedAt, DecidedBy) = (decision, remark, now, by);
}
