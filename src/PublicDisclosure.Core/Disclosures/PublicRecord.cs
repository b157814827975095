using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What stands behind a public address: who published it when, and whether it was withdrawn.</summary>
/// <remarks>The title is the newest version's; show it only when <see cref="ShowsTitle"/>.</remarks>
public sealed record PublicRecord(
    Guid Id, string Address, string IndexNumber, int CurrentVersion, DateTime FirstPublishedAt, DateTime LastPublishedAt, bool IsDemo,
    Guid OrganisationId, string OrganisationName, string OrganisationSlug, string Title, DateOnly? DueOn, DateOnly? PublishedOn,
    PublicWithdrawal? Withdrawal, PublicImport? Import = null)
{
    /// <summary>Path of its page.</summary>
    public string Path => "/disclosures/" + Address;

    /// <summary>Text, versions and files may be read: it is public, or its withdrawal leaves them readable.</summary>
    public bool ShowsBody => Withdrawal is null || Withdrawal.Reason.Rule().ShowsBody;

    /// <summary>The title may be read.</summary>
    public bool ShowsTitle => Withdrawal is null || Withdrawal.Reason.Rule().ShowsTitle;

    /// <summary>Published after the last day of the statutory limit.</summary>
    public bool IsLate => DueOn < PublishedOn;
}

/// <summary>That a page was brought over from the old site, with the date which that site shows.</summary>
public sealed record PublicImport(DateTime At, DateOnly OriginalPublishedOn);

/// <summary>A withdrawal as the public reads it.</summary>
public sealed record PublicWithdrawal(WithdrawalReason Reason, string Notice, string ReplacementAddress, DateTime At);

/// <summary>One version as the public reads it.</summary>
public sealed record PublicVersion(
    Guid Id, int Number, string OrganisationName, PublicText Text, string Html, ChangeKind Change, string ChangeReason,
    DateTime PublishedAt, string ContentHash, IReadOnlyList<PublicAttachment> Attachments)
{
    /// <summary>The time it had been scheduled for, where it went out later; null otherwise.</summary>
    public DateTime? LateFor { get; init; }

    /// <summary>It went out in an emergency and nobody has made up for the signature yet (应急发布，待补办审签).</summary>
    public bool AwaitsSignature { get; init; }
}

/// <summary>The metadata of a version, without its source text.</summary>
public sealed record PublicText(
    string Title, DocumentKind Kind, DisclosureGenre Genre, DisclosureAttribute Attribute, Catalogue.DisclosureAspects Aspects,
    Catalogue.MandatoryClass? MandatoryClass, string DocumentNumber, DateOnly? DocumentDate, DateOnly? FormedOn, DateOnly? EffectiveOn,
    DateOnly? ExpiresOn, DateOnly? DisplayUntil, string ObjectionContact, ThemeClass Theme, string Keywords, string Source, string Summary,
    string PlainSummary);

/// <summary>A file of a version.</summary>
public sealed record PublicAttachment(int Ordinal, string FileName, string Kind, string Hash, long Size, bool IsOriginal);

/// <summary>A line of the list of versions.</summary>
public sealed record VersionLine(int Number, ChangeKind Change, string ChangeReason, DateTime PublishedAt, DateOnly? ChangedOn = null, DateOnly? DueOn = null)
{
    /// <summary>An update that was published after its last day in time.</summary>
    public bool IsLate => DueOn < BusinessClock.BeijingDate(PublishedAt);
}

/// <summary>A change of the formed date that a second person confirmed.</summary>
/// <param name="From">The date before.</param>
/// <param name="To">The date since.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When it was confirmed, UTC.</param>
/// <param name="DueBefore">Last day in time by the date before.</param>
/// <param name="DueAfter">Last day in time by the date since.</param>
/// <param name="AtVersion">The version that was public then; 0 before the first publication.</param>
public sealed record FormedDateLine(DateOnly From, DateOnly To, string Reason, DateTime At, DateOnly? DueBefore, DateOnly? DueAfter, int AtVersion);

/// <summary>A standard item behind which a disclosure stands.</summary>
public sealed record ItemLine(string Code, string Name, string DomainName, string DomainSlug);
