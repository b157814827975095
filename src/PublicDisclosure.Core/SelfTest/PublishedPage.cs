using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>The newest version of a public disclosure, as the checks of the self-test look at it.</summary>
internal sealed record PublishedPage
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Address { get; init; }

    public required string OrganisationName { get; init; }

    public required string Title { get; init; }

    public required DisclosureGenre Genre { get; init; }

    public string Source { get; init; } = "";

    public string Keywords { get; init; } = "";

    public string Summary { get; init; } = "";

    public string Html { get; init; } = "";

    public string PlainText { get; init; } = "";

    public DateOnly? DocumentDate { get; init; }

    public DateOnly? FormedOn { get; init; }

    /// <summary>First day in force, as the acts on its validity left it.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>Last day in force, as the acts on its validity left it.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public DateOnly? RepealedOn { get; init; }

    public DateOnly? DisplayUntil { get; init; }

    /// <summary>Publication date as the old site shows it, of imported pages.</summary>
    public DateOnly? OriginalPublishedOn { get; init; }

    /// <summary>Its display is over: only its title is public.</summary>
    public bool IsDisplayEnded { get; init; }

    public required DateTime FirstPublishedAt { get; init; }

    /// <summary>When this version was published.</summary>
    public required DateTime PublishedAt { get; init; }

    public IReadOnlyList<PublishedFile> Files { get; init; } = [];

    /// <summary>What findings about it name.</summary>
    public SelfTestSubject Subject => SelfTestSubject.Of(Id, Title, Address);

    /// <summary>A fault of this page.</summary>
    public FoundFault Fault(SelfTestIndicator indicator, SelfTestFault fault, string place, params IReadOnlyList<string> values) =>
        new(indicator, fault, OrganisationId, Subject, place, values);
}

/// <summary>A file of a version.</summary>
internal sealed record PublishedFile(int Ordinal, string FileName, string Hash);
