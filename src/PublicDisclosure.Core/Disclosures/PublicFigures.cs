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
            .Select(g => new { g.Key.OrganisationId, g.Key.AspectBits, Count = g.Count(), Late = g.Count(l => l.DueOn < l.PublishedOn) })
            .ToListAsync(stop);
        return new Figures(
            clock.Now,
            rows.Sum(r => r.Count),
            rows.Sum(r => r.Late),
            DisclosureAspectSet.All.ToDictionary(a => a, a => rows.Where(r => (r.AspectBits & (int)a) != 0).Sum(r => r.Count)),
            await db.ListingDomains.GroupBy(r => r.DomainId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(d => d.Key, d => d.Count, stop),
            rows.GroupBy(r => r.OrganisationId).ToDictionary(g => g.Key, g => g.Sum(r => r.Count)))
        {
            Coverage = await CoverageFigures.ReadAsync(db, clock.Today, stop),
            Forced = await ForcedPublicationRegister.FiguresAsync(db, clock.Today, stop),
        };
    }
}

/// <summary>Counts over everything public. What share of a year's duties was met in time is <see cref="Coverage"/>'s to say.</summary>
public sealed record Figures(
    DateTime At, int Total, int Late, IReadOnlyDictionary<DisclosureAspects, int> ByAspect,
    IReadOnlyDictionary<Guid, int> ByDomain, IReadOnlyDictionary<Guid, int> ByOrganisation)
{
    /// <summary>Forced publications that wait for their later review.</summary>
    public ForcedFigures Forced { get; init; } = new(0, 0);

    /// <summary>What had to be published, and whether it was in time.</summary>
    public CoverageFigures Coverage { get; init; } = CoverageFigures.None;

    /// <summary>What is published in a domain.</summary>
    public int Domain(Guid id) => ByDomain.GetValueOrDefault(id);

    /// <summary>What an organisation has published.</summary>
    public int Organisation(Guid id) => ByOrganisation.GetValueOrDefault(id);
}
