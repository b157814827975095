using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PublicDisclosure.Core.Search;

/// <summary>What is asked of the index while one question is answered. Give it back (<see cref="Dispose"/>) when it is.</summary>
internal sealed class AskedQuestion : IDisposable
{
    /// <summary>
    /// Among more hits than these only so many are ranked as are shown at all: those that hold most of the question, in their titles before
    /// anywhere else.
    /// </summary>
    private const int MostRanked = 5000;

    private static readonly FilteredQuery.FilterStrategy OnlyHits = new EveryPosting();

    private readonly IndexSearcher _searcher;
    private readonly PairCounts _counts;
    private readonly QueryBuilder _builder;
    private readonly Dictionary<ReadQuery, CoveredPages> _covered = new(ReferenceEqualityComparer.Instance);

    public AskedQuestion(IndexSearcher searcher, SearchAnalyzer analyzer)
    {
        (_searcher, _counts) = (searcher, new PairCounts(searcher.IndexReader));
        _builder = new QueryBuilder(_counts, analyzer);
    }

    /// <summary>What was typed with a wrong character mended; null where nothing seems wrong.</summary>
    public string? Mend(string typed, WordBook book) => new SpellingMender(_searcher, _builder, _counts, book).Mend(typed);

    /// <summary>A question with the names as names that some page holds.</summary>
    public ReadQuery WithNamesHeld(ReadQuery question) => question.WithNamesHeld(name => _builder.IsHeldWhole(_searcher, name));

    /// <summary>What pages hold of a question; counted once.</summary>
    public CoveredPages Covered(ReadQuery question) =>
        _covered.TryGetValue(question, out var known) ? known : _covered[question] = CoveredPages.Of(_searcher, _builder.Cover(question));

    /// <summary>The hits that fit a question best, the best first.</summary>
    public ScoreDoc[] Fitting(ReadQuery question, Hits hits, int most)
    {
        if (hits.Total > MostRanked)
        {
            // From here on nobody asks any more what pages hold anywhere.
            var pages = Covered(question);
            pages.Add(_searcher, _builder.Cover(question, IndexFields.Title));
            hits.Keep(SiteSearch.MostShown, pages);
        }

        return _searcher.Search(new FilteredQuery(_builder.Relevance(question), hits.AsFilter(), OnlyHits), most).ScoreDocs;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pages in _covered.Values) pages.Dispose();
    }

    /// <summary>
    /// Tells every list of the index which pages are hits. Otherwise whoever looks for words that stand side by side reads their places in
    /// page after page until the next one that has them so, hit or not.
    /// </summary>
    private sealed class EveryPosting : FilteredQuery.RandomAccessFilterStrategy
    {
        protected override bool UseRandomAccess(IBits bits, int firstFilterDoc) => true;
    }
}
