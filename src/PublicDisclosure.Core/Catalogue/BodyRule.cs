namespace PublicDisclosure.Core.Catalogue;

/// <summary>
/// One editable line of the table that turns a body as printed (公开主体) into organisations: in this domain, a body phrase at a
/// level means this organisation, all townships, all departments, or nobody here for a stated reason.
/// </summary>
public sealed class BodyRule
{
    public const int ReasonLength = 300;

    public Guid Id { get; init; }

    /// <summary>Domain code, or "*" for every domain.</summary>
    public string DomainCode { get; set; } = "*";

    /// <summary>
    /// Code of the one item the line decides on, or empty. A line for an item is a steward's decision: it overrides every
    /// phrase and also a level that body and ticks disagree about.
    /// </summary>
    public string ItemCode { get; set; } = "";

    /// <summary>Words that must stand in the body text; empty in a decision on one item.</summary>
    public string Phrase { get; set; } = "";

    public GovernmentLevels Level { get; set; }

    public BodyRuleTarget Target { get; set; }

    /// <summary>The organisation when <see cref="Target"/> is <see cref="BodyRuleTarget.Organisation"/>.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>Why nobody is meant, when <see cref="Target"/> is <see cref="BodyRuleTarget.Nobody"/>; else a remark.</summary>
    public string Reason { get; set; } = "";

    public int SortOrder { get; set; }

    /// <summary>Concurrency token, raised by the editor.</summary>
    public int Revision { get; set; }
}

/// <summary>Whom a body phrase means.</summary>
public enum BodyRuleTarget
{
    Organisation,
    AllTownships,
    AllDepartments,

    /// <summary>No organisation of the directory, for a stated reason (a public enterprise, a village, an agency outside).</summary>
    Nobody,
}
