using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Policies;

/// <summary>What is decided about a document in force (清理结果: 继续有效、修改、废止).</summary>
public enum ValidityActKind
{
    /// <summary>继续有效, to a new end where one is named.</summary>
    Continue,

    /// <summary>修改: in force as amended.</summary>
    Amend,

    /// <summary>废止, or declared void (宣布失效).</summary>
    Repeal,
}

/// <summary>Where a recorded act stands.</summary>
public enum ValidityActState
{
    /// <summary>待确认: it changes nothing yet.</summary>
    Pending,

    /// <summary>已确认: it counts.</summary>
    Confirmed,

    /// <summary>未通过: the second person did not confirm it; it stays on record and never counts.</summary>
    Refused,
}

/// <summary>
/// A decision about a document's validity, recorded by one person and confirmed by another. Never deleted and never changed
/// afterwards: a wrong one is corrected by a further act that names it.
/// </summary>
public sealed class ValidityAct
{
    public const int BasisLength = 200;
    public const int ReasonLength = 500;

    private ValidityAct()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The document concerned.</summary>
    public Guid DisclosureId { get; private set; }

    /// <summary>Its organisation, for the scope of staff.</summary>
    public Guid OrganisationId { get; private set; }

    public ValidityActKind Kind { get; private set; }

    /// <summary>First day on which it counts, Beijing.</summary>
    public DateOnly EffectiveOn { get; private set; }

    /// <summary>New last day in force, of 继续有效 only; null leaves the end as it was.</summary>
    public DateOnly? NewExpiresOn { get; private set; }

    /// <summary>The published clean-up result, or the document that amends or repeals; null when it lies outside the portal.</summary>
    public Guid? BasisDisclosureId { get; private set; }

    /// <summary>Number and title of a basis outside the portal.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>Why; shown publicly.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The earlier act that this one corrects.</summary>
    public Guid? CorrectsId { get; private set; }

    /// <summary>Made by the publication of the document that replaces this one, not entered by hand.</summary>
    public bool IsByReplacement { get; private set; }

    public Guid RecordedBy { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public ValidityActState State { get; private set; }

    /// <summary>The second person, who confirmed or refused it.</summary>
    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was refused; never shown publicly.</summary>
    public string RefusalReason { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    /// <summary>Records an act that waits for its second person. <see cref="ValidityRules"/> says before whether it may be.</summary>
    public static ValidityAct Record(Guid organisationId, RecordValidityAct command, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DisclosureId = command.DisclosureId,
        OrganisationId = organisationId,
        Kind = command.Kind,
        EffectiveOn = command.EffectiveOn ?? throw new RuleViolationException(new Refusal("Validity.EffectiveOnMissing", nameof(EffectiveOn))),
        NewExpiresOn = command.NewExpiresOn,
        BasisDisclosureId = command.BasisDisclosureId,
        Basis = Within(command.Basis, BasisLength, nameof(Basis)),
        Reason = Within(command.Reason, ReasonLength, nameof(Reason)),
        CorrectsId = command.CorrectsId,
        RecordedBy = command.By,
        RecordedAt = now,
    };

    /// <summary>
    /// The act that a publication brings with it: the author of the new document recorded it, the person who signed the new
    /// document off confirmed it.
    /// </summary>
    internal static ValidityAct ByReplacement(Guid organisationId, RecordValidityAct command, Guid confirmedBy, DateTime now)
    {
        var act = Record(organisationId, command, now);
        act.IsByReplacement = true;
        (act.State, act.DecidedBy, act.DecidedAt) = (ValidityActState.Confirmed, confirmedBy, now);
        return act;
    }

    /// <summary>The second person confirms it; from now on it counts.</summary>
    public void Confirm(DateTime now, Guid by) => Decide(ValidityActState.Confirmed, "", now, by);

    /// <summary>The second person does not confirm it.</summary>
    public void Refuse(string reason, DateTime now, Guid by)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("Validity.RefusalReasonMissing", "RefusalReason"));
        Decide(ValidityActState.Refused, Within(reason, ReasonLength, nameof(RefusalReason)), now, by);
    }

    private void Decide(ValidityActState state, string reason, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(ValidityRules.CheckDecision(this, by));
        (State, DecidedBy, DecidedAt, RefusalReason) = (state, by, now, reason);
        Revision++;
    }

    private static string Within(string text, int length, string field) => text.Trim().Length <= length
        ? text.Trim()
        : throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", field, length, text.Trim().Length));
}

/// <summary>What somebody enters about a document's validity.</summary>
/// <param name="DisclosureId">The document concerned.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="EffectiveOn">From which day.</param>
/// <param name="NewExpiresOn">New last day in force, of 继续有效 only.</param>
/// <param name="BasisDisclosureId">The public page of the decision.</param>
/// <param name="Basis">Number and title of a decision that is not in the portal.</param>
/// <param name="Reason">Why; shown publicly.</param>
/// <param name="CorrectsId">The earlier act that this one corrects.</param>
/// <param name="By">Who records it.</param>
public sealed record RecordValidityAct(
    Guid DisclosureId, ValidityActKind Kind, DateOnly? EffectiveOn, DateOnly? NewExpiresOn, Guid? BasisDisclosureId, string Basis, string Reason,
    Guid? CorrectsId, Guid By);
