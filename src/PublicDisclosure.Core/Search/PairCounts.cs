using Lucene.Net.Index;

namespace PublicDisclosure.Core.Search;

/// <summary>How many pages of the whole index hold a term, each asked for once in a question.</summary>
internal sealed class PairCounts(IndexReader reader)
{
    private readonly Dictionary<uint, PairPages> _known = [];
    private readonly Dictionary<string, int> _others = [];
    private readonly SegmentPairs[] _segments = [.. reader.Leaves.Select(leaf => SegmentPairs.Of(leaf.AtomicReader))];

    /// <summary>Pages in the index.</summary>
    public int Pages { get; } = reader.NumDocs;

    /// <summary>Pages that hold a pair of Chinese characters.</summary>
    public PairPages Of(char first, char second)
    {
        var pair = PairPages.Of(first, second);
        if (_known.TryGetValue(pair, out var pages)) return pages;
        foreach (var segment in _segments) segment.AddTo(ref pages, pair);
        return _known[pair] = pages;
    }

    /// <summary>Pages that hold a term of any kind anywhere.</summary>
    public int Anywhere(string term)
    {
        if (PairPages.IsPair(term)) return Of(term[0], term[1]).Anywhere;
        if (_others.TryGetValue(term, out var pages)) return pages;
        return _others[term] = reader.DocFreq(new Term(IndexFields.All, term));
    }

    /// <summary>The characters that follow another one in the title of some page.</summary>
    public IEnumerable<char> Followers(char first)
    {
        var followers = new SortedSet<char>();
        foreach (var segment in _segments) segment.AddFollowers(first, followers);
        return followers;
    }
}
