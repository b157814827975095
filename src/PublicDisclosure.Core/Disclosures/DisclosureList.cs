using Microsoft.EntityFrameworkCore;
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

    private const int YearsOffered = 8;

    /// <summary>One page of a filtered list, after or before a position.</summary>
    public async Task<Page<ListedDisclosure>> ReadAsync(
        DisclosureFilter filter, ListPosition? after, ListPosition? before, CancellationToken stop, int size = PageSize)
    {
        var keys = Narrow(filter);
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
        var rows = await db.Listings.AsNoTracking().Where(l => ids.Contains(l.DisclosureId))
            .Join(db.Organisations, l => l.OrganisationId, o => o.Id, ListedDisclosure.FromListing)
            .ToListAsync(stop);
        var byId = rows.ToDictionary(r => r.Id);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    private IQueryable<Key> Narrow(DisclosureFilter filter)
    {
        // The item's own rows carry the organisation, so that it need not be looked up in the listing.
        var rows = Where(filter.ItemCode is null ? filter : filter with { OrganisationId = null });
        // An item or a domain has an index of its own that is already in order of time; the rest is checked on the way.
        if (filter.ItemCode is { } code)
        {
            var items = db.ListingItems.Where(i => i.ItemCode == code);
            if (filter.OrganisationId is { } owner) items = items.Where(i => i.OrganisationId == owner);
            return rows is null
                ? items.Select(i => new Key { At = i.FirstPublishedAt, Id = i.DisclosureId })
                : items.Where(i => rows.Any(l => l.DisclosureId == i.DisclosureId)).Select(i => new Key { At = i.FirstPublishedAt, Id = i.DisclosureId });
        }

        if (filter.DomainId is { } domain && filter.OrganisationId is null)
        {
            var domains = db.ListingDomains.Where(d => d.DomainId == domain);
            return rows is null
                ? domains.Select(d => new Key { At = d.FirstPublishedAt, Id = d.DisclosureId })
                : domains.Where(d => rows.Any(l => l.DisclosureId == d.DisclosureId)).Select(d => new Key { At = d.FirstPublishedAt, Id = d.DisclosureId });
        }

        var all = rows ?? db.Listings;
        if (filter.DomainId is { } within) all = all.Where(l => l.Domains.Any(d => d.DomainId == within));
        return all.Select(l => new Key { At = l.FirstPublishedAt, Id = l.DisclosureId });
    }

    private IQueryable<PublicListing>? Where(DisclosureFilter filter)
    {
        IQueryable<PublicListing> rows = db.Listings;
        var isNarrowed = false;
        if (filter.OrganisationId is { } organisation) Add(rows.Where(l => l.OrganisationId == organisation));
        if (filter.Aspect is { } aspect) Add(rows.Where(l => (l.AspectBits & (int)aspect) != 0));
        if (filter.Genre is { } genre) Add(rows.Where(l => l.Genre == genre));
        if (filter.MandatoryClass is { } mandatory) Add(rows.Where(l => l.MandatoryClass == mandatory));
        if (filter.Year is { } year) Add(rows.Where(l => l.Year == year));
        if (filter.Validity is { } validity) Add(WithValidity(rows, validity));
        return isNarrowed ? rows : null;

        void Add(IQueryable<PublicListing> narrower) => (rows, isNarrowed) = (narrower, true);
    }

    private IQueryable<PublicListing> WithValidity(IQueryable<PublicListing> rows, Validity validity)
    {
        var today = clock.Today;
        var genres = Enum.GetValues<DisclosureGenre>().Where(g => g.Rule().HasValidity).ToList();
        return validity switch
        {
            Validity.InForce => rows.Where(l => genres.Contains(l.Genre)
                && (l.ExpiresOn == null || l.ExpiresOn >= today) && (l.EffectiveOn == null || l.EffectiveOn <= today)),
            Validity.Expired => rows.Where(l => genres.Contains(l.Genre) && l.ExpiresOn < today),
            Validity.NotYetInForce => rows.Where(l => genres.Contains(l.Genre)
                && l.EffectiveOn > today && (l.ExpiresOn == null || l.ExpiresOn >= today)),
            _ => rows.Where(l => !genres.Contains(l.Genre)),
        };
    }

    private sealed class Key
    {
        public DateTime At { get; init; }

        public Guid Id { get; init; }
    }
}
