using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The counts that home and directories show. Counted once and kept for a short while, because counting reads every
/// listing; lists themselves never count.
/// </summary>
public sealed class PublicFigures(BusinessClock clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _one = new(1, 1);
    private Figures? _last;

    /// <summary>The figures, at most half a minute old.</summary>
    public async Task<Figures> ReadAsync(DisclosureDb db, CancellationToken stop)
    {
        if (IsFresh(_last)) return _last!;
        await _one.WaitAsync(stop);
        try
        {
            return IsFresh(_last) ? _last! : _last = await CountAsync(db, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool IsFresh(Figures? figures) => figures is not null && clock.Now - figures.At < Fresh;

    private async Task<Figures> CountAsync(DisclosureDb db, CancellationToken stop)
    {
        var bits = await db.Listings.GroupBy(l => l.AspectBits).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var organisations = await db.Listings
            .GroupBy(l => l.OrganisationId)
            .Select(g => new { g.Key, Count = g.Count(), Due = g.Count(l => l.DueOn != null), Late = g.Count(l => l.DueOn < l.PublishedOn), Newest = g.Max(l => l.FirstPublishedAt) })
            .ToListAsync(stop);
        var domains = await db.ListingDomains.Join(db.Listings, d => d.DisclosureId, l => l.DisclosureId, (d, l) => new { d.DomainId, l.DueOn, l.PublishedOn })
            .GroupBy(r => r.DomainId)
            .Select(g => new { g.Key, Count = g.Count(), Due = g.Count(l => l.DueOn != null), Late = g.Count(l => l.DueOn < l.PublishedOn) })
            .ToListAsync(stop);
        return new Figures(
            clock.Now,
            organisations.Sum(o => o.Count),
            organisations.Sum(o => o.Late),
            DisclosureAspectSet.All.ToDictionary(a => a, a => bits.Where(b => (b.Key & (int)a) != 0).Sum(b => b.Count)),
            domains.ToDictionary(d => d.Key, d => new Share(d.Count, d.Due, d.Late)),
            organisations.ToDictionary(o => o.Key, o => new Share(o.Count, o.Due, o.Late)));
    }
}

/// <summary>Counts over everything public.</summary>
public sealed record Figures(
    DateTime At, int Total, int Late, IReadOnlyDictionary<DisclosureAspects, int> ByAspect,
    IReadOnlyDictionary<Guid, Share> ByDomain, IReadOnlyDictionary<Guid, Share> ByOrganisation)
{
    /// <summary>Figures of a domain; zeros when nothing is published in it.</summary>
    public Share Domain(Guid id) => ByDomain.GetValueOrDefault(id) ?? Share.None;

    /// <summary>Figures of an organisation; zeros when it has published nothing.</summary>
    public Share Organisation(Guid id) => ByOrganisation.GetValueOrDefault(id) ?? Share.None;
}

/// <summary>How much is published, how much of it has a due date, and how much of that came late.</summary>
public sealed record Share(int Count, int Due, int Late)
{
    public static Share None { get; } = new(0, 0, 0);

    /// <summary>Per cent published in time, rounded down so that 100 means all; null when nothing was due.</summary>
    public int? OnTimePercent => Due == 0 ? null : (int)((Due - Late) * 100L / Due);
}
