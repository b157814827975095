using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The public lists of disclosures, newest first, read from the listing rows alone: they exist only for what is public at
/// this moment, so no list can show a draft or a withdrawn page.
/// </summary>
public sealed class DisclosureList(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>So many are read of what stands near a disclosure, which is among them itself.</summary>
    public const int MostNear = 6;

    private const int YearsOffered = 8;

    /// <summary>One page of a filtered list, after or before a position.</summary>
    public async Task<Page<ListedDisclosure>> ReadAsync(
        DisclosureFilter filter, ListPosition? after, ListPosition? before, CancellationToken stop, int size = PageSize)
    {
        var over = db.Listings.DisplayOver(clock.Today);
        var keys = Narrow(filter).Where(k => !over.Contains(k.Id));
        var backwards = after is null && before is not null;
        if (after is { } a)
            keys = keys.Where(k => k.At <= a.At && (k.At < a.At || k.Id.CompareTo(a.Id) < 0));
        if (backwards && before is { } b)
            keys = keys.Where(k => k.At >= b.At && (k.At > b.At || k.Id.CompareTo(b.Id) > 0));
        keys = backwards
            ? keys.OrderBy(k => k.At).ThenBy(k => k.Id)
            : keys.OrderByDescending(k => k.At).ThenByDescending(k => k.Id);

        // First the positions, from an index alone; then the few rows themselves.
        var found = await keys.Take(size + 1).AsNoTracking().Select(k => new { k.At, k.Id }).ToListAsync(stop);
        var hasMore = found.Count > size;
        if (hasMore) found.RemoveAt(size);
        if (backwards) found.Reverse();
        var rows = await RowsAsync([.. found.Select(k => k.Id)], stop);
        var first = found.Count == 0 ? null : new ListPosition(found[0].At, found[0].Id).ToString();
        var last = found.Count == 0 ? null : new ListPosition(found[^1].At, found[^1].Id).ToString();
        return new Page<ListedDisclosure>(
            rows,
            Next: backwards || hasMore ? last : null,
            Previous: backwards ? (hasMore ? first : null) : after is null ? null : first);
    }

    /// <summary>The years a reader can choose, newest first.</summary>
    public IEnumerable<int> Years() => Enumerable.Range(0, YearsOffered).Select(back => clock.Today.Year - back);

    /// <summary>The rows of some disclosures, in the order asked for; what is no longer public is left out.</summary>
    public async Task<IReadOnlyList<ListedDisclosure>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var rows = await db.Listings.AsNoTracking().OnDisplay(clock.Today).Where(l => ids.Contains(l.DisclosureId))
            .Join(db.Organisations, l => l.OrganisationId, o => o.Id, ListedDisclosure.FromListing)
            .ToListAsync(stop);
        var byId = rows.ToDictionary(r => r.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    /// <summary>What else an organisation shows under an item, newest first, for the page of one of them.</summary>
    public Task<IReadOnlyList<ListedDisclosure>> NearAsync(string itemCode, Guid organisationId, CancellationToken stop) =>
        DisclosurePageReads.Of(db).NearAsync(db, itemCode, organisationId, clock.Today, stop);

    private IQueryable<Facets> Narrow(DisclosureFilter filter)
    {
        // A domain's rows repeat the facets, so that one index holds all a list of a domain asks for.
        if (filter.ItemCode is not { } code)
        {
            return Where(filter.DomainId is { } domain ? db.ListingDomains.Where(d => d.DomainId == domain).Select(Facets.OfDomain) : Listings(filter).Select(Facets.OfListing), filter);
        }

        // An item's rows are in order of time and carry the organisation; the rest, which few ask for, is looked up.
        var items = db.ListingItems.Where(i => i.ItemCode == code);
        if (filter.OrganisationId is { } owner) items = items.Where(i => i.OrganisationId == owner);
        if (filter is not { Aspect: null, Genre: null, MandatoryClass: null, Year: null, Validity: null, ChangedSince: null })
        {
            var narrowed = Where(db.Listings.Select(Facets.OfListing), filter with { OrganisationId = null });
            items = items.Where(i => narrowed.Any(l => l.Id == i.DisclosureId));
        }

        return items.Select(i => new Facets { At = i.FirstPublishedAt, Id = i.DisclosureId });
    }

    /// <summary>How many a filter leaves, in all and by validity; the validity asked for itself is left out of the question.</summary>
    public async Task<ValidityCounts> CountAsync(DisclosureFilter filter, CancellationToken stop)
    {
        var today = clock.Today;
        var rows = Narrow(filter with { Validity = null });
        var counts = await rows.GroupBy(_ => 1).Select(g => new
        {
            All = g.Count(),
            Repealed = g.Count(l => l.RepealedOn <= today),
            Expired = g.Count(l => l.ExpiresOn < today && (l.RepealedOn == null || l.RepealedOn > today)),
            Coming = g.Count(l => l.EffectiveOn > today && (l.ExpiresOn == null || l.ExpiresOn >= today) && (l.RepealedOn == null || l.RepealedOn > today)),
            Amended = g.Count(l => l.AmendedOn <= today && (l.EffectiveOn == null || l.EffectiveOn <= today)
                && (l.ExpiresOn == null || l.ExpiresOn >= today) && (l.RepealedOn == null || l.RepealedOn > today)),
        }).SingleOrDefaultAsync(stop);
        if (counts is null) return new ValidityCounts(0, new Dictionary<Validity, int>());
        return new ValidityCounts(counts.All, new Dictionary<Validity, int>
        {
            [Validity.InForce] = counts.All - counts.Repealed - counts.Expired - counts.Coming - counts.Amended,
            [Validity.Amended] = counts.Amended,
            [Validity.NotYetInForce] = counts.Coming,
            [Validity.Expired] = counts.Expired,
            [Validity.Repealed] = counts.Repealed,
        });
    }

    private IQueryable<PublicListing> Listings(DisclosureFilter filter) =>
        filter.Interpretations is { } interpretations ? interpretations.Apply(db) : filter.Policies is { } policies ? policies.Apply(db) : db.Listings;

    private IQueryable<Facets> Where(IQueryable<Facets> rows, DisclosureFilter filter)
    {
        if (filter.OrganisationId is { } organisation) rows = rows.Where(l => l.OrganisationId == organisation);
        if (filter.Aspect is { } aspect) rows = rows.Where(l => (l.AspectBits & (int)aspect) != 0);
        if (filter.Genre is { } genre) rows = rows.Where(l => l.Genre == genre);
        if (filter.MandatoryClass is { } mandatory) rows = rows.Where(l => l.MandatoryClass == mandatory);
        if (filter.Year is { } year) rows = rows.Where(l => l.Year == year);
        if (filter.ChangedSince is { } since)
        {
            var changed = ChangedSince(since);
            rows = rows.Where(l => changed.Any(c => c.DisclosureId == l.Id));
        }

        return filter.Validity is { } validity ? WithValidity(rows, validity) : rows;
    }

    private IQueryable<PublicListing> ChangedSince(DateTime since)
    {
        var today = clock.Today;
        // A day ends at midnight: what expired with its last day changed on the next.
        var day = BusinessClock.BeijingDate(since);
        var before = day.AddDays(-1);
        return db.Listings.Where(l => l.LastPublishedAt >= since || l.ValidityActAt >= since
            || (l.HasValidity && ((l.EffectiveOn >= day && l.EffectiveOn <= today) || (l.ExpiresOn >= before && l.ExpiresOn < today)
                || (l.AmendedOn >= day && l.AmendedOn <= today) || (l.RepealedOn >= day && l.RepealedOn <= today)))
            || db.Set<StandingChange>().Any(c => c.DisclosureId == l.DisclosureId && c.At >= since)
            || db.Set<FormedDateChange>().Any(c => c.DisclosureId == l.DisclosureId && c.Decision == FormedDateDecision.Confirmed && c.DecidedAt >= since));
    }

    private IQueryable<Facets> WithValidity(IQueryable<Facets> rows, Validity validity)
    {
        var today = clock.Today;
        var genres = Enum.GetValues<DisclosureGenre>().Where(g => g.Rule().HasValidity).ToList();
        return validity switch
        {
            Validity.InForce => rows.Where(l => genres.Contains(l.Genre)
                && (l.RepealedOn == null || l.RepealedOn > today) && (l.ExpiresOn == null || l.ExpiresOn >= today)
                && (l.EffectiveOn == null || l.EffectiveOn <= today) && (l.AmendedOn == null || l.AmendedOn > today)),
            Validity.Amended => rows.Where(l => genres.Contains(l.Genre)
                && (l.RepealedOn == null || l.RepealedOn > today) && (l.ExpiresOn == null || l.ExpiresOn >= today)
                && (l.EffectiveOn == null || l.EffectiveOn <= today) && l.AmendedOn <= today),
            Validity.Repealed => rows.Where(l => genres.Contains(l.Genre) && l.RepealedOn <= today),
            Validity.Expired => rows.Where(l => genres.Contains(l.Genre) && l.ExpiresOn < today && (l.RepealedOn == null || l.RepealedOn > today)),
            Validity.NotYetInForce => rows.Where(l => genres.Contains(l.Genre)
                && l.EffectiveOn > today && (l.ExpiresOn == null || l.ExpiresOn >= today) && (l.RepealedOn == null || l.RepealedOn > today)),
            _ => rows.Where(l => !genres.Contains(l.Genre)),
        };
    }

    /// <summary>A position in a list with what lists are narrowed by, from whichever table holds it in order.</summary>
    private sealed class Facets
    {
        public static readonly Expression<Func<PublicListing, Facets>> OfListing = l => new Facets
        {
            At = l.FirstPublishedAt,
            Id = l.DisclosureId,
            OrganisationId = l.OrganisationId,
            AspectBits = l.AspectBits,
            Genre = l.Genre,
            MandatoryClass = l.MandatoryClass,
            Year = l.Year,
            EffectiveOn = l.EffectiveOn,
            ExpiresOn = l.ExpiresOn,
            AmendedOn = l.AmendedOn,
            RepealedOn = l.RepealedOn,
        };

        public static readonly Expression<Func<PublicListingDomain, Facets>> OfDomain = d => new Facets
        {
            At = d.FirstPublishedAt,
            Id = d.DisclosureId,
            OrganisationId = d.OrganisationId,
            AspectBits = d.AspectBits,
            Genre = d.Genre,
            MandatoryClass = d.MandatoryClass,
            Year = d.Year,
            EffectiveOn = d.EffectiveOn,
            ExpiresOn = d.ExpiresOn,
            AmendedOn = d.AmendedOn,
            RepealedOn = d.RepealedOn,
        };

        public DateTime At { get; init; }

        public Guid Id { get; init; }

        public Guid OrganisationId { get; init; }

        public int AspectBits { get; init; }

        public DisclosureGenre Genre { get; init; }

        public MandatoryClass? MandatoryClass { get; init; }

        public int Year { get; init; }

        public DateOnly? EffectiveOn { get; init; }

        public DateOnly? ExpiresOn { get; init; }

        public DateOnly? AmendedOn { get; init; }

        public DateOnly? RepealedOn { get; init; }
    }
}

/// <summary>How many rows a filter leaves, in all and by validity.</summary>
public sealed record ValidityCounts(int All, IReadOnlyDictionary<Validity, int> ByValidity);
