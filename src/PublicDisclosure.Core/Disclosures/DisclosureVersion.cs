namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// What the public reads: text, rendered HTML and files as they were at one publication. Never changed; a correction makes
/// the next one.
/// </summary>
public sealed class DisclosureVersion
{
    /// <summary>Longest rendered HTML and plain text stored, in characters.</summary>
    public const int HtmlLength = 4_000_000;

    private readonly List<VersionAttachment> _attachments = [];
    private readonly List<VersionReplacement> _replacements = [];

    private DisclosureVersion()
    {
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    /// <summary>1 at first publication.</summary>
    public int Number { get; private set; }

    /// <summary>Name of the organisation at the time.</summary>
    public string OrganisationName { get; private set; } = "";

    public DisclosureText Text { get; private set; } = new();

    /// <summary>Body as rendered at publication.</summary>
    public string Html { get; private set; } = "";

    /// <summary>Body as plain text, for search and comparison.</summary>
    public string PlainText { get; private set; } = "";

    /// <summary>Version of the renderer that made <see cref="Html"/>.</summary>
    public string RendererVersion { get; private set; } = "";

    public ChangeKind Change { get; private set; }

    /// <summary>Why it was corrected or updated; empty for the first version.</summary>
    public string ChangeReason { get; private set; } = "";

    /// <summary>The day on which the information changed, for an update; null otherwise.</summary>
    public DateOnly? ChangedOn { get; private set; }

    /// <summary>Last day in time of an update, 20 working days from <see cref="ChangedOn"/> as counted at publication; null otherwise.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>It took out personal or secret information: the versions before it are closed and the reason is not shown publicly.</summary>
    public bool ClosesFormer { get; private set; }

    /// <summary>Server time in the publishing transaction, UTC.</summary>
    public DateTime PublishedAt { get; private set; }

    public Guid PublishedBy { get; private set; }

    /// <summary>Who signed it off; null for a forced publication, which nobody had signed.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>The instant it had been scheduled for, where it went out later than that; null otherwise.</summary>
    public DateTime? LateFor { get; private set; }

    /// <summary>SHA-256 over text, metadata and attachment hashes, lower-case hex: what an auditor compares.</summary>
    public string ContentHash { get; private set; } = "";

    public IReadOnlyList<VersionAttachment> Attachments => _attachments;

    /// <summary>The older documents that this version replaces.</summary>
    public IReadOnlyList<VersionReplacement> Replacements => _replacements;

    internal void MarkLate(DateTime planned) => LateFor = planned;

    internal static DisclosureVersion Freeze(
        Guid id, Disclosure disclosure, int number, RenderedBody body, string organisationName, DateOnly? changeDueOn, DateTime now, Guid by)
    {
        if (disclosure.PendingChangedOn is null != changeDueOn is null) throw new InvalidOperationException("An update, and nothing else, has a due date of its own.");
        var version = new DisclosureVersion
        {
            Id = id,
            DisclosureId = disclosure.Id,
            Number = number,
            OrganisationName = organisationName,
            Text = disclosure.Text,
            Html = body.Html,
            PlainText = body.PlainText,
            RendererVersion = body.RendererVersion,
            Change = disclosure.PendingChange,
            ChangeReason = disclosure.PendingChangeReason,
            ChangedOn = disclosure.PendingChangedOn,
            DueOn = changeDueOn,
            ClosesFormer = disclosure.PendingClosesFormer,
            PublishedAt = now,
            PublishedBy = by,
            ApprovedBy = disclosure.ApprovedBy,
        };
        version._attachments.AddRange(
            disclosure.Attachments.OrderBy(a => a.SortOrder).Select((file, index) => new VersionAttachment(id, index + 1, file)));
        version._replacements.AddRange(disclosure.Replacements.Select(chosen => new VersionReplacement(id, chosen)));
        version.ContentHash = Disclosures.ContentHash.Of(version);
        return version;
    }
}

/// <summary>The body of a version after rendering.</summary>
public sealed record RenderedBody(string Html, string PlainText, string RendererVersion);
