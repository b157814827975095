using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// How much every page of the index holds of a question. A question of everyday words finds a tenth of all pages: adding up one part after
/// the other over the whole index costs a fraction of what it takes to bring the parts together page by page, as the queries of
/// Lucene do, and the numbers serve for everything that is asked next. Give it back (<see cref="Dispose"/>) when all is answered.
/// </summary>
internal sealed class CoveredPages : IDisposable
{
    private readonly float[][] _held;
    private float? _best;

    private CoveredPages(IList<AtomicReaderContext> segments, float total)
    {
        (Segments, Total) = (segments, total);
        _held = [.. segments.Select(s => ArrayPool<float>.Shared.Rent(s.Reader.MaxDoc))];
        for (var s = 0; s < _held.Length; s++) Held(s).Clear();
    }

    /// <summary>The segments of the index.</summary>
    public IList<AtomicReaderContext> Segments { get; }

    /// <summary>The weight of the whole question.</summary>
    public float Total { get; }

    /// <summary>The share of the question that the page holds which holds most of it.</summary>
    public float Best => _best ??= Total == 0 ? 0 : Enumerable.Range(0, _held.Length).Select(Most).DefaultIfEmpty(0).Max() / Total;

    /// <summary>Adds up what pages hold; one that is deleted holds nothing.</summary>
    public static CoveredPages Of(IndexSearcher searcher, CoverQuery cover)
    {
        var pages = new CoveredPages(searcher.IndexReader.Leaves, cover.Total);
        pages.Add(searcher, cover);
        return pages;
    }

    /// <summary>Adds what pages hold in some other place, so that those come first that hold it in both.</summary>
    public void Add(IndexSearcher searcher, CoverQuery cover)
    {
        _best = null;
        foreach (var part in cover.Parts) Add(searcher, part);
        if (cover.Readings.Count == 1) Add(searcher, cover.Readings[0]);
        else if (cover.Readings.Count > 1) AddBest(searcher, cover.Readings);
    }

    /// <summary>What the pages of a segment hold, by their numbers there.</summary>
    public Span<float> Held(int segment) => _held[segment].AsSpan(0, Segments[segment].Reader.MaxDoc);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var held in _held) ArrayPool<float>.Shared.Return(held);
    }

    private void Add(IndexSearcher searcher, CoverPart part)
    {
        var weight = searcher.CreateNormalizedWeight(part.Holds);
        for (var s = 0; s < Segments.Count; s++)
        {
            if (PagesOf(weight, s) is not { } pages) continue;
            var held = Held(s);
            for (var doc = pages.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = pages.NextDoc()) held[doc] += part.Weight;
        }
    }

    private void AddBest(IndexSearcher searcher, IReadOnlyList<CoverPart> readings)
    {
        // The lightest first: what comes later overwrites it.
        var weights = readings.OrderBy(r => r.Weight).Select(r => (Query: searcher.CreateNormalizedWeight(r.Holds), r.Weight)).ToList();
        for (var s = 0; s < Segments.Count; s++)
        {
            var held = Held(s);
            var best = ArrayPool<float>.Shared.Rent(held.Length);
            var some = best.AsSpan(0, held.Length);
            some.Clear();
            foreach (var (query, weight) in weights)
            {
                if (PagesOf(query, s) is not { } pages) continue;
                for (var doc = pages.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = pages.NextDoc()) some[doc] = weight;
            }

            for (var doc = 0; doc < some.Length; doc++) held[doc] += some[doc];
            ArrayPool<float>.Shared.Return(best);
        }
    }

    private DocIdSetIterator? PagesOf(Weight query, int segment) => query.GetScorer(Segments[segment], Segments[segment].AtomicReader.LiveDocs);

    private float Most(int segment)
    {
        var most = 0f;
        foreach (var held in Held(segment))
            if (held > most) most = held;
        return most;
    }
}
