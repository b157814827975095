using System.Linq.Expressions;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A row of a public list.</summary>
public sealed record ListedDisclosure(
    Guid Id,
    string Address,
    string Title,
    string Summary,
    string DocumentNumber,
    DisclosureGenre Genre,
    string OrganisationName,
    string OrganisationSlug,
    DateTime FirstPublishedAt,
    DateTime LastPublishedAt,
    DateOnly PublishedOn,
    DateOnly? DueOn,
    DateOnly? EffectiveOn,
    DateOnly? ExpiresOn,
    DateOnly? AmendedOn,
    DateOnly? RepealedOn,
    DateTime? ValidityActAt,
    int VersionNumber,
    int AttachmentCount)
{
    /// <summary>Published after the last day of the statutory limit.</summary>
    public bool IsLate => DueOn < PublishedOn;

    /// <summary>Brought over from the old site: its date of publication is the one of this portal, and no sign of being in time.</summary>
    public bool IsImported { get; init; }

    /// <summary>Path of its page.</summary>
    public string Path => "/disclosures/" + Address;

    /// <summary>The dates from which its validity follows.</summary>
    public ValidityDates Dates => new(EffectiveOn, ExpiresOn, AmendedOn, RepealedOn);

    /// <summary>Validity on a day, from dates and acts.</summary>
    public Validity ValidityOn(DateOnly day) => Dates.On(day, Genre);

    internal static readonly Expression<Func<PublicListing, Organisation, ListedDisclosure>> FromListing = (l, o) => new ListedDisclosure(
        l.DisclosureId, l.Address, l.Title, l.Summary, l.DocumentNumber, l.Genre, o.Name, o.Slug, l.FirstPublishedAt, l.LastPublishedAt,
        l.PublishedOn, l.DueOn, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn, l.ValidityActAt, l.VersionNumber, l.AttachmentCount)
    {
        IsImported = l.IsImported,
    };
}
