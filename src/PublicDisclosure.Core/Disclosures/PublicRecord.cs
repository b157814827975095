using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What stands behind a public address: who published it when, and what the public may see of it.</summary>
/// <remarks>The title is the newest version's; show it only when <see cref="Shows"/> says so.</remarks>
public sealed record PublicRecord(
    Guid Id, string Address, string IndexNumber, int CurrentVersion, DateTime FirstPublishedAt, DateTime LastPublishedAt, bool IsDemo,
    Guid OrganisationId, string OrganisationName, string OrganisationSlug, string Title, DateOnly? DueOn, DateOnly? PublishedOn,
    PublicWithdrawal? Withdrawal, PublicImport? Import = null)
{
    /// <summary>Genre of the newest version.</summary>
    public DisclosureGenre Genre { get; init; }

    /// <summary>First day in force, as the newest version says it.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Last day in force, as the newest version says it.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>What else is on record about it, so that nobody asks in vain.</summary>
    public PublicTraces Traces { get; init; } = new();

    /// <summary>Last day of the display, as the newest version says it.</summary>
    public DateOnly? DisplayUntil { get; init; }

    /// <summary>Since when it is suspended.</summary>
    public DateTime? SuspendedAt { get; init; }

    /// <summary>The job has ended its display.</summary>
    public bool IsDisplayEnded { get; init; }

    /// <summary>Versions up to this number are closed for good.</summary>
    public int ClosedThrough { get; init; }

    /// <summary>What the public may see of it on the day it was read.</summary>
    public PublicStanding Standing { get; private init; }

    /// <summary>Path of its page.</summary>
    public string Path => "/disclosures/" + Address;

    /// <summary>What is open, by the one table.</summary>
    public PublicView View => PublicVisibility.Of(Standing, Withdrawal?.Reason, ClosedThrough >= CurrentVersion);

    /// <summary>Closed for a reason that is not named (该信息已停止公开).</summary>
    public bool IsNeutral => View.Status == StatusGone && !View.Shows(PublicPart.Notice);

    /// <summary>When it was closed: suspended or withdrawn.</summary>
    public DateTime? ClosedAt => Withdrawal?.At ?? SuspendedAt;

    /// <summary>The title, or what a page may say in its place.</summary>
    public string ShownTitle => Shows(PublicPart.Title) ? Title : $"索引号 {IndexNumber} 的信息";

    /// <summary>Search engines are told to keep it out.</summary>
    public bool IsKeptOutOfIndexes => PublicVisibility.IsKeptOutOfIndexes(Genre);

    /// <summary>Published after the last day of the statutory limit.</summary>
    public bool IsLate => DueOn < PublishedOn;

    private const int StatusGone = 410;

    /// <summary>Whether a part may be read.</summary>
    public bool Shows(PublicPart part) => View.Shows(part);

    /// <summary>Whether a version is closed for good, whatever else is open.</summary>
    public bool IsClosed(int number) => number > 0 && number <= ClosedThrough;

    /// <summary>The record as it stands on a day.</summary>
    public PublicRecord On(DateOnly today) => this with
    {
        Standing = StandingRule.On(
            today, StandingRule.Of(CurrentVersion, Withdrawal is not null, SuspendedAt is not null, IsDisplayEnded), Genre, DisplayUntil),
    };
}

/// <summary>
/// Which kinds of records there are about a disclosure. Read with it in one question: most documents have none of them, and a page
/// that asked for each in turn took twenty questions to say nothing.
/// </summary>
public sealed record PublicTraces
{
    /// <summary>Changes of its formed date that were confirmed.</summary>
    public bool FormedDates { get; init; }

    /// <summary>Checks of its content.</summary>
    public bool Checks { get; init; }

    /// <summary>Acts on its validity.</summary>
    public bool Acts { get; init; }

    /// <summary>Documents that its newest version replaces.</summary>
    public bool Replaces { get; init; }

    /// <summary>Documents that replace it.</summary>
    public bool ReplacedBy { get; init; }

    /// <summary>Acts on the validity of others that rest on it.</summary>
    public bool Decides { get; init; }

    /// <summary>It is interpreted, owes that, or interprets.</summary>
    public bool Interpretation { get; init; }

    /// <summary>Responses that concern it.</summary>
    public bool Responses { get; init; }
}

/// <summary>What somebody who asks for one output gets.</summary>
/// <param name="Status">200, 404 for what never was, 410 for what is closed.</param>
/// <param name="Record">What stands behind the address; null with 404 of the address itself.</param>
/// <param name="Version">The version to be shown; only with 200.</param>
public sealed record PublicReading(int Status, PublicRecord? Record = null, PublicVersion? Version = null)
{
    /// <summary>Record and version may be shown.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Record), nameof(Version))]
    public bool IsOpen => Status == 200;
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

    /// <summary>Why it was changed, in words fit for everybody: a reason that names what was taken out is not shown.</summary>
    public string ShownReason => ClosesFormer ? VersionLine.NeutralReason : ChangeReason;

    /// <summary>It closed the versions before it.</summary>
    public bool ClosesFormer { get; init; }

    /// <summary>When what it tells had changed, for an update.</summary>
    public DateOnly? ChangedOn { get; init; }

    /// <summary>Its last day in time, where it has one of its own.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How many files it has.</summary>
    internal int FileCount { get; init; }

    /// <summary>Its settled or running due date, where that <see cref="IsWithDue">was read with it</see>.</summary>
    internal Limits.PublicDue? Due { get; init; }

    /// <summary>Its due date was asked for, whether or not it has one.</summary>
    internal bool IsWithDue { get; init; }
}

/// <summary>The metadata of a version, without its source text.</summary>
public sealed record PublicText(
    string Title, DocumentKind Kind, DisclosureGenre Genre, DisclosureAttribute Attribute, Catalogue.DisclosureAspects Aspects,
    Catalogue.MandatoryClass? MandatoryClass, string DocumentNumber, DateOnly? DocumentDate, DateOnly? FormedOn, DateOnly? EffectiveOn,
    DateOnly? ExpiresOn, DateOnly? DisplayUntil, string ObjectionContact, ThemeClass Theme, string Keywords, string Source, string Summary,
    string PlainSummary)
{
    /// <summary>起算日期, where the item's limit does not count from the formed date.</summary>
    public DateOnly? TriggerOn { get; init; }
}

/// <summary>A file of a version; <c>MaskedPlaces</c> says how many places were masked before it was published (去标识化).</summary>
public sealed record PublicAttachment(int Ordinal, string FileName, string Kind, string Hash, long Size, bool IsOriginal, int MaskedPlaces = 0);

/// <summary>A line of the list of versions.</summary>
public sealed record VersionLine(int Number, ChangeKind Change, string ChangeReason, DateTime PublishedAt, DateOnly? ChangedOn = null, DateOnly? DueOn = null)
{
    /// <summary>An update that was published after its last day in time.</summary>
    public bool IsLate => DueOn < BusinessClock.BeijingDate(PublishedAt);

    /// <summary>What stands in place of a reason that would name what was closed.</summary>
    public const string NeutralReason = "此前各版本已停止公开";

    /// <summary>The version is closed for good; its page answers 410.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A change of the formed date that a second person confirmed.</summary>
/// <param name="From">The date before.</param>
/// <param name="To">The date since.</param>
/// <param name="Reason">Why; empty where it belongs to a version that is closed.</param>
/// <param name="At">When it was confirmed, UTC.</param>
/// <param name="DueBefore">Last day in time by the date before.</param>
/// <param name="DueAfter">Last day in time by the date since.</param>
/// <param name="AtVersion">The version that was public then; 0 before the first publication.</param>
public sealed record FormedDateLine(DateOnly From, DateOnly To, string Reason, DateTime At, DateOnly? DueBefore, DateOnly? DueAfter, int AtVersion);

/// <summary>A standard item behind which a disclosure stands.</summary>
public sealed record ItemLine(string Code, string Name, string DomainName, string DomainSlug);
