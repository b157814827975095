using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Responses;

/// <summary>A response as the public sees it in a list. Nothing of a case is in it.</summary>
public sealed record ResponseRow(Guid Id, string Address, string Title, string Organisation, string OrganisationSlug, DateTime PublishedAt, ResponseKind Kind, string Concern, string Matter, bool Clarifies)
{
    public string Path => "/disclosures/" + Address;

    /// <summary>The document it concerns, while that is public.</summary>
    public PolicyLink? Policy { get; init; }
}

/// <summary>A public document that a response concerns.</summary>
public sealed record PolicyLink(Guid Id, string Address, string Title)
{
    public string Path => "/disclosures/" + Address;
}

/// <summary>What the public list of responses is narrowed to.</summary>
public sealed record ResponseFilter(Guid? OrganisationId = null, Guid? DomainId = null, bool OnlyMisreadings = false);

/// <summary>
/// Reads public responses, from the listing rows alone: they exist only for what is public at this moment, and facts of a working
/// copy are not read here.
/// </summary>
public sealed class ResponseReader(DisclosureDb db, BusinessClock clock)
{
    public const int PageSize = 20;

    /// <summary>One page, newest first.</summary>
    public async Task<Page<ResponseRow>> PageAsync(ResponseFilter filter, ListPosition? after, ListPosition? before, int size = PageSize, CancellationToken stop = default)
    {
        var rows = Narrow(filter);
        var back = before is not null && after is null;
        if (after is not null) rows = rows.Where(l => l.FirstPublishedAt < after.At || (l.FirstPublishedAt == after.At && l.DisclosureId.CompareTo(after.Id) < 0));
        if (back) rows = rows.Where(l => l.FirstPublishedAt > before!.At || (l.FirstPublishedAt == before.At && l.DisclosureId.CompareTo(before.Id) > 0));
        rows = back ? rows.OrderBy(l => l.FirstPublishedAt).ThenBy(l => l.DisclosureId) : rows.OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId);
        return Pages.Of(await RowsAsync(rows.Take(size + 1), stop), size, back, after is not null, r => new ListPosition(r.PublishedAt, r.Id));
    }

    /// <summary>How many are public, and how many of them clear up a misreading.</summary>
    public async Task<(int All, int Misreadings)> CountAsync(CancellationToken stop = default) =>
        (await Narrow(new ResponseFilter()).CountAsync(stop), await Narrow(new ResponseFilter(OnlyMisreadings: true)).CountAsync(stop));

    /// <summary>Responses that concern a public document, those that clear up a misreading first, then the newest.</summary>
    public async Task<IReadOnlyList<ResponseRow>> OfPolicyAsync(Guid policyId, CancellationToken stop = default)
    {
        var ids = db.Responses.Where(r => r.PublicVersion > 0 && r.PublicPolicyId == policyId).Select(r => r.DisclosureId);
        var rows = await RowsAsync(Narrow(new ResponseFilter()).Where(l => ids.Contains(l.DisclosureId)), stop);
        return [.. rows.OrderByDescending(r => r.Clarifies).ThenByDescending(r => r.PublishedAt)];
    }

    /// <summary>One public response, or null.</summary>
    public async Task<ResponseRow?> FindAsync(Guid id, CancellationToken stop = default) =>
        (await RowsAsync(Narrow(new ResponseFilter()).Where(l => l.DisclosureId == id), stop)).SingleOrDefault();

    private IQueryable<PublicListing> Narrow(ResponseFilter filter)
    {
        var rows = db.Listings.AsNoTracking().OnDisplay(clock.Today).Where(l => l.Genre == DisclosureGenre.Response);
        if (filter.OrganisationId is { } organisation) rows = rows.Where(l => l.OrganisationId == organisation);
        // A response stands in the domains of its own items and of the document it concerns.
        if (filter.DomainId is { } domain)
        {
            rows = rows.Where(l => l.Domains.Any(d => d.DomainId == domain)
                || db.Responses.Any(r => r.DisclosureId == l.DisclosureId && r.PublicVersion > 0 && db.ListingDomains.Any(d => d.DisclosureId == r.PublicPolicyId && d.DomainId == domain)));
        }

        return filter.OnlyMisreadings ? rows.Where(l => db.Responses.Any(r => r.DisclosureId == l.DisclosureId && r.PublicVersion > 0 && r.PublicClarifies)) : rows;
    }

    private async Task<List<ResponseRow>> RowsAsync(IQueryable<PublicListing> rows, CancellationToken stop)
    {
        var found = await rows.Select(l => new
        {
            l.DisclosureId,
            l.Address,
            l.Title,
            l.FirstPublishedAt,
            Name = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(),
            Slug = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.Slug).First(),
        }).ToListAsync(stop);
        var ids = found.Select(f => f.DisclosureId).ToList();
        var facts = await db.Responses.AsNoTracking().Where(r => ids.Contains(r.DisclosureId) && r.PublicVersion > 0)
            .Select(r => new { r.DisclosureId, r.Kind, r.PublicConcern, r.PublicMatter, r.PublicClarifies, r.PublicPolicyId }).ToDictionaryAsync(r => r.DisclosureId, stop);
        var wanted = facts.Values.Select(f => f.PublicPolicyId).OfType<Guid>().Distinct().ToList();
        var policies = await db.Listings.AsNoTracking().OnDisplay(clock.Today).Where(l => wanted.Contains(l.DisclosureId))
            .Select(l => new PolicyLink(l.DisclosureId, l.Address, l.Title)).ToDictionaryAsync(p => p.Id, stop);
        return [.. found.Select(f =>
        {
            var fact = facts.GetValueOrDefault(f.DisclosureId);
            return new ResponseRow(f.DisclosureId, f.Address, f.Title, f.Name, f.Slug, f.FirstPublishedAt, fact?.Kind ?? ResponseKind.Answer, fact?.PublicConcern ?? "", fact?.PublicMatter ?? "", fact?.PublicClarifies ?? false)
            {
                Policy = fact?.PublicPolicyId is { } id ? policies.GetValueOrDefault(id) : null,
            };
        })];
    }
}
