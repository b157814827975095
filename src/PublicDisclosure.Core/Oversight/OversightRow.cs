using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Oversight;

/// <summary>What an auditor's list is about.</summary>
public enum OversightList
{
    /// <summary>Warnings of the checklist that somebody went over with a reason.</summary>
    WaivedWarnings,

    /// <summary>Withdrawals and the like: what took a public page away, or gave it back.</summary>
    Withdrawals,

    /// <summary>Publications in an emergency without a signature, and what the review afterwards found.</summary>
    ForcedPublications,
}

/// <summary>How an auditor's list is narrowed.</summary>
/// <param name="Organisation">Slug of the organisation; null for all.</param>
/// <param name="From">First day, Beijing.</param>
/// <param name="To">Last day, Beijing.</param>
/// <param name="After">Position after which the page begins, or null.</param>
/// <param name="Before">Position before which the page ends, or null.</param>
public sealed record OversightFilter(string? Organisation = null, DateOnly? From = null, DateOnly? To = null, ListPosition? After = null, ListPosition? Before = null);

/// <summary>A line of an auditor's list: what was done to which disclosure, by whom, why.</summary>
public sealed record OversightRow
{
    public Guid Id { get; init; }

    /// <summary>UTC instant.</summary>
    public DateTime At { get; init; }

    public Guid DisclosureId { get; init; }

    public Guid OrganisationId { get; init; }

    public string OrganisationName { get; init; } = "";

    public string Title { get; init; } = "";

    public string IndexNumber { get; init; } = "";

    public string Person { get; init; } = "";

    /// <summary>Code of what the line is about: a warning's; empty where the action says it.</summary>
    public string Code { get; init; } = "";

    /// <summary>The change of the public standing, where the line is one.</summary>
    public StandingAction? Standing { get; init; }

    /// <summary>Ground of a withdrawal, where there is one.</summary>
    public WithdrawalReason? Ground { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>What the review after a forced publication found; null while it is open, and elsewhere.</summary>
    public ForcedReviewOutcome? Outcome { get; init; }
}
