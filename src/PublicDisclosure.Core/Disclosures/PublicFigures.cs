using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
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

    /// <summary>The figures, half a minute old at most; while somebody counts anew, others get the last ones without waiting.</summary>
    public async Task<Figures> ReadAsync(DisclosureDb db, CancellationToken stop)
    {
        if (_last is { } fresh && IsFresh(fresh)) return fresh;
        var isMine = await _one.WaitAsync(_last is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, stop);
        if (!isMine) return _last!;
        try
        {
            return _last is { } counted && IsFresh(counted) ? counted : _last = await CountAsync(db, stop);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool IsFresh(Figures figures) => clock.Now - figures.At < Fresh;

    private async Task<Figures> CountAsync(DisclosureDb db, CancellationToken stop)
    {
        // Each from one covering index; joined, counting took ten times as long.
        var rows = await db.Listings.GroupBy(l => new { l.OrganisationId, l.AspectBits })
            .Select(g => new { g.Key.OrganisationId, g.Key.AspectBits, Count = g.Count(), Due = g.Count(l => l.DueOn != null), Late = g.Count(l => l.DueOn < l.PublishedOn) })
            .ToListAsync(stop);
        var domains = await db.ListingDomains
            .GroupBy(r => r.DomainId)
            .Select(g => new { g.Key, Count = g.Count(), Due = g.Count(l => l.DueOn != null), Late = g.Count(l => l.DueOn < l.PublishedOn) })
            .ToListAsync(stop);
        return new Figures(
            clock.Now,
            rows.Sum(r => r.Count),
            rows.Sum(r => r.Late),
            DisclosureAspectSet.All.ToDictionary(a => a, a => rows.Where(r => (r.AspectBits & (int)a) != 0).Sum(r => r.Count)),
            domains.ToDictionary(d => d.Key, d => new Share(d.Count, d.Due, d.Late)),
            rows.GroupBy(r => r.OrganisationId).ToDictionary(g => g.Key, g => new Share(g.Sum(r => r.Count), g.Sum(r => r.Due), g.Sum(r => r.Late))))
        {
            Coverage = await CoverageFigures.ReadAsync(db, clock.Today, stop),
            Forced = await ForcedPublicationRegister.FiguresAsync(db, clock.Today, stop),
        };
    }
}

/// <summary>Counts over everything public.</summary>
public sealed record Figures(
    DateTime At, int Total, int Late, IReadOnlyDictionary<DisclosureAspects, int> ByAspect,
    IReadOnlyDictionary<Guid, Share> ByDomain, IReadOnlyDictionary<Guid, Share> ByOrganisation)
{
    /// <summary>Forced publications that wait for their later review.</summary>
    public ForcedFigures Forced { get; init; } = new(0, 0);

    /// <summary>What had to be published, and whether it was in time.</summary>
    public CoverageFigures Coverage { get; init; } = CoverageFigures.None;

    /// <summary>Figures of a domain; zeros when nothing is published in it.</summary>
    public Share Domain(Guid id) => ByDomain.GetValueOrDefault(id) ?? Share.None;

    /// <summary>Figures of an organisation; zeros when it has published nothing.</summary>
    public Share Organisation(Guid id) => ByOrganisation.GetValueOrDefault(id) ?? Share.None;
}

/// <summary>How much is published, how much of it has a due date, and how much of that came late. What share of a year's duties was met in time is the coverage's to say.</summary>
public sealed record Share(int Count, int Due, int Late)
{
    public static Share None { get; } = new(0, 0, 0);
}
