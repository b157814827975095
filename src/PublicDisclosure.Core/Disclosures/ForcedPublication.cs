using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What the person who makes up for the signature found.</summary>
public enum ForcedReviewOutcome
{
    /// <summary>同意: the publication stands as if it had been signed.</summary>
    Agreed,

    /// <summary>应予更正</summary>
    ToCorrect,

    /// <summary>应予撤回</summary>
    ToWithdraw,
}

/// <summary>
/// One publication in an emergency without 审签 (应急发布), and its review by another person afterwards. It skipped that one
/// signature and nothing else: attribute, secrecy review and checklist were asked.
/// </summary>
public sealed class ForcedPublication
{
    public const int ReasonLength = 500;

    private readonly List<ForcedPublicationAuthor> _authors = [];

    private ForcedPublication()
    {
    }

    internal ForcedPublication(
        Guid id, Guid disclosureId, int version, DisclosureState from, string reason, DateOnly reviewDueOn, DateTime at, Guid by, IEnumerable<Guid> authors)
    {
        (Id, DisclosureId, Version, From, Reason, ReviewDueOn, At, By) = (id, disclosureId, version, from, reason, reviewDueOn, at, by);
        _authors.AddRange(authors.Select(person => new ForcedPublicationAuthor(id, person)));
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>Number of the version that went out.</summary>
    public int Version { get; private set; }

    /// <summary>Which step it was taken from.</summary>
    public DisclosureState From { get; private set; }

    /// <summary>Why it could not wait; shown publicly.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Last Beijing date for the review.</summary>
    public DateOnly ReviewDueOn { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Who forced it.</summary>
    public Guid By { get; private set; }

    /// <summary>What the review found; null while it is open.</summary>
    public ForcedReviewOutcome? Outcome { get; private set; }

    public string ReviewRemark { get; private set; } = "";

    public DateTime? ReviewedAt { get; private set; }

    public Guid? ReviewedBy { get; private set; }

    /// <summary>Raised by the review: two at once do not both count.</summary>
    public int Revision { get; private set; }

    /// <summary>Who had submitted or changed what went out; none of them reviews it.</summary>
    public IReadOnlyList<ForcedPublicationAuthor> Authors => _authors;

    /// <summary>Every reason why a forced publication with these words is not possible.</summary>
    public static IReadOnlyList<Refusal> CheckReason(string reason) => string.IsNullOrWhiteSpace(reason) ? [new Refusal("ForcedPublication.ReasonMissing", "Reason")]
        : reason.Trim().Length > ReasonLength ? [new Refusal("Disclosure.TextTooLong", "Reason", ReasonLength, reason.Trim().Length)]
        : [];

    /// <summary>Every reason why this person cannot review it now; empty when nothing is in the way.</summary>
    public IReadOnlyList<Refusal> CheckReviewer(Guid by)
    {
        var refusals = new List<Refusal>();
        if (ReviewedAt is not null) refusals.Add(new Refusal("ForcedPublication.AlreadyReviewed"));
        if (By == by) refusals.Add(new Refusal("ForcedPublication.ReviewerForcedIt"));
        if (_authors.Exists(a => a.UserId == by)) refusals.Add(new Refusal("ForcedPublication.ReviewerIsAuthor"));
        return refusals;
    }

    /// <summary>Records the review. What is to be corrected or withdrawn needs words.</summary>
    public void Review(ForcedReviewOutcome outcome, string remark, DateTime now, Guid by)
    {
        RuleViolationException.ThrowIfAny(CheckReviewer(by));
        if (outcome != ForcedReviewOutcome.Agreed && string.IsNullOrWhiteSpace(remark)) throw new RuleViolationException(new Refusal("Disclosure.RemarkMissing", "Remark"));
        if (remark.Trim().Length > ReasonLength) throw new RuleViolationException(new Refusal("Disclosure.TextTooLong", "Remark", ReasonLength, remark.Trim().Length));
        (Outcome, ReviewRemark, ReviewedAt, ReviewedBy) = (outcome, remark.Trim(), now, by);
        Revision++;
    }
}

/// <summary>A person who had submitted or changed what was forced out.</summary>
public sealed class ForcedPublicationAuthor
{
    private ForcedPublicationAuthor()
    {
    }

    internal ForcedPublicationAuthor(Guid forcedPublicationId, Guid userId) => (ForcedPublicationId, UserId) = (forcedPublicationId, userId);

    public Guid ForcedPublicationId { get; private set; }

    public Guid UserId { get; private set; }
}
