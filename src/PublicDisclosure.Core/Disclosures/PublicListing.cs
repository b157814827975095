using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Policies;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// One row per disclosure that is public at this moment: what lists, feeds, search and the sitemap show. Written in the
/// publishing transaction from the frozen version and removed in the withdrawing one, so that no list can show a draft.
/// </summary>
public sealed class PublicListing
{
    private readonly List<PublicListingItem> _items = [];
    private readonly List<PublicListingDomain> _domains = [];

    private PublicListing()
    {
    }

    public Guid DisclosureId { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>Last part of the public address.</summary>
    public string Address { get; private set; } = "";

    public string IndexNumber { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string DocumentNumber { get; private set; } = "";

    public DocumentKind Kind { get; private set; }

    public DisclosureGenre Genre { get; private set; }

    public MandatoryClass? MandatoryClass { get; private set; }

    /// <summary>The five disclosures as one bit set, for filters.</summary>
    public int AspectBits { get; private set; }

    public DateOnly? DocumentDate { get; private set; }

    public DateOnly? FormedOn { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    /// <summary>Last day in force, as the acts on its validity left it.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    /// <summary>First day in force as amended.</summary>
    public DateOnly? AmendedOn { get; private set; }

    /// <summary>First day on which it is repealed.</summary>
    public DateOnly? RepealedOn { get; private set; }

    /// <summary>When an act on its validity last changed this row; null when none did.</summary>
    public DateTime? ValidityActAt { get; private set; }

    /// <summary>Its genre has a validity: it belongs to the policy document library. A column, so that the library is read from one index.</summary>
    public bool HasValidity { get; private set; }

    /// <summary>主题分类; null only in rows of before it was kept, until they are filled in at the next start.</summary>
    public ThemeClass? Theme { get; private set; }

    /// <summary>Last day of the display of a list of persons; from the next day on no list shows it. Null for everything else.</summary>
    public DateOnly? DisplayUntil { get; private set; }

    /// <summary>Last day in time by the statutory limit (Article 26), counted at first publication.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Beijing date of first publication.</summary>
    public DateOnly PublishedOn { get; private set; }

    /// <summary>Beijing year of first publication, for filters.</summary>
    public int Year { get; private set; }

    public DateTime FirstPublishedAt { get; private set; }

    public DateTime LastPublishedAt { get; private set; }

    public int VersionNumber { get; private set; }

    public int AttachmentCount { get; private set; }

    public bool IsDemo { get; private set; }

    /// <summary>Brought over from the old site: it counts as existing and has no due date.</summary>
    public bool IsImported { get; private set; }

    public IReadOnlyList<PublicListingItem> Items => _items;

    public IReadOnlyList<PublicListingDomain> Domains => _domains;

    /// <summary>
    /// Makes the row of a disclosure that was published just now, or, with the <paramref name="itemCodes"/> of its version, of one
    /// that comes back into the lists.
    /// </summary>
    public static PublicListing From(
        Disclosure disclosure, DisclosureVersion version, IEnumerable<Guid> domainIds, DateOnly publishedOn, DateOnly? dueOn,
        IReadOnlyList<string>? itemCodes = null)
    {
        var text = version.Text;
        var first = disclosure.FirstPublishedAt ?? throw new InvalidOperationException("Only a published disclosure is listed.");
        var listing = new PublicListing
        {
            DisclosureId = disclosure.Id,
            OrganisationId = disclosure.OrganisationId,
            Address = disclosure.Address!,
            IndexNumber = disclosure.IndexNumber!,
            Title = text.Title,
            Summary = text.Summary,
            DocumentNumber = text.DocumentNumber,
            Kind = text.Kind,
            Genre = text.Genre,
            MandatoryClass = text.MandatoryClass,
            AspectBits = (int)text.Aspects,
            DocumentDate = text.DocumentDate,
            FormedOn = text.FormedOn,
            EffectiveOn = text.EffectiveOn,
            ExpiresOn = text.ExpiresOn,
            HasValidity = text.Genre.Rule().HasValidity,
            Theme = text.Theme,
            DisplayUntil = text.Genre.Rule().NeedsDisplayPeriod ? text.DisplayUntil : null,
            DueOn = dueOn,
            PublishedOn = publishedOn,
            Year = publishedOn.Year,
            FirstPublishedAt = first,
            LastPublishedAt = version.PublishedAt,
            VersionNumber = version.Number,
            AttachmentCount = version.Attachments.Count,
            IsDemo = disclosure.IsDemo,
            IsImported = disclosure.IsImported,
        };
        var codes = itemCodes ?? [.. disclosure.Items.Select(i => i.ItemCode)];
        var carried = disclosure.Items.ToDictionary(i => i.ItemCode, i => i.Elements);
        listing._items.AddRange(codes.Select(code => new PublicListingItem(disclosure.Id, code, carried.GetValueOrDefault(code), disclosure.OrganisationId, first)));
        listing._domains.AddRange(domainIds.Distinct().Select(d => new PublicListingDomain(listing, d)));
        return listing;
    }

    /// <summary>Shows a formed date that was changed by its own procedure, and the due date that follows from it.</summary>
    internal void ChangeFormedDate(DateOnly formedOn, DateOnly? dueOn)
    {
        (FormedOn, DueOn) = (formedOn, dueOn);
        foreach (var domain in _domains) domain.ChangeDueDate(dueOn);
    }

    /// <summary>Takes over what was decided about the document's validity.</summary>
    internal void FollowActs(IReadOnlyList<ValidityAct> acts, DateTime? changedAt)
    {
        var dates = ValidityDates.Of(EffectiveOn, ExpiresOn, acts);
        (EffectiveOn, ExpiresOn, AmendedOn, RepealedOn) = (dates.EffectiveOn, dates.ExpiresOn, dates.AmendedOn, dates.RepealedOn);
        ValidityActAt = changedAt;
        foreach (var domain in _domains) domain.FollowDates(dates);
    }
}

/// <summary>An item behind which a public disclosure stands, with its time for paging by position.</summary>
public sealed class PublicListingItem
{
    private PublicListingItem()
    {
    }

    internal PublicListingItem(Guid disclosureId, string itemCode, string? elements, Guid organisationId, DateTime firstPublishedAt) =>
        (DisclosureId, ItemCode, Elements, OrganisationId, FirstPublishedAt) = (disclosureId, itemCode, elements, organisationId, firstPublishedAt);

    public Guid DisclosureId { get; private set; }

    public string ItemCode { get; private set; } = "";

    /// <summary>
    /// Elements of the item that the published version carries, one a line: what the working copy ticks meanwhile counts for nothing.
    /// Null in rows of an older database.
    /// </summary>
    public string? Elements { get; private set; }

    public Guid OrganisationId { get; private set; }

    public DateTime FirstPublishedAt { get; private set; }
}

/// <summary>
/// A domain a public disclosure belongs to through its items. It repeats what lists are narrowed by, so that a narrowed list of
/// a domain is read from one index.
/// </summary>
public sealed class PublicListingDomain
{
    private PublicListingDomain()
    {
    }

    internal PublicListingDomain(PublicListing listing, Guid domainId)
    {
        (DisclosureId, DomainId, OrganisationId) = (listing.DisclosureId, domainId, listing.OrganisationId);
        (FirstPublishedAt, PublishedOn, Year, DueOn) = (listing.FirstPublishedAt, listing.PublishedOn, listing.Year, listing.DueOn);
        (Genre, MandatoryClass, AspectBits) = (listing.Genre, listing.MandatoryClass, listing.AspectBits);
        (EffectiveOn, ExpiresOn) = (listing.EffectiveOn, listing.ExpiresOn);
    }

    public Guid DisclosureId { get; private set; }

    public Guid DomainId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public DisclosureGenre Genre { get; private set; }

    public MandatoryClass? MandatoryClass { get; private set; }

    public int AspectBits { get; private set; }

    public DateOnly? EffectiveOn { get; private set; }

    public DateOnly? ExpiresOn { get; private set; }

    public DateOnly? AmendedOn { get; private set; }

    public DateOnly? RepealedOn { get; private set; }

    public DateOnly? DueOn { get; private set; }

    public DateOnly PublishedOn { get; private set; }

    public int Year { get; private set; }

    public DateTime FirstPublishedAt { get; private set; }

    internal void ChangeDueDate(DateOnly? dueOn) => DueOn = dueOn;

    internal void FollowDates(ValidityDates dates) =>
        (EffectiveOn, ExpiresOn, AmendedOn, RepealedOn) = (dates.EffectiveOn, dates.ExpiresOn, dates.AmendedOn, dates.RepealedOn);
}
