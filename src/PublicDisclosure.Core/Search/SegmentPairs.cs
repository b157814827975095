using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// How many pages of one segment of the index hold a pair of Chinese characters: anywhere, in their titles, among their names. Mending a
/// typing error asks for a thousand pairs, and to look one up in the index of a million pages takes a tenth of a millisecond. A segment
/// never changes once it is written, so that its numbers are read once and die with it.
/// </summary>
internal sealed class SegmentPairs
{
    private static readonly ConditionalWeakTable<object, SegmentPairs> Kept = [];

    private readonly uint[] _pairs;
    private readonly int[] _anywhere;
    private readonly int[] _titles;
    private readonly int[] _names;

    private SegmentPairs(AtomicReader reader)
    {
        // Every field is a part of this one: no other holds a pair that it does not.
        var (pairs, anywhere) = (new List<uint>(), new List<int>());
        foreach (var (pair, pages) in Read(reader, IndexFields.All))
        {
            pairs.Add(pair);
            anywhere.Add(pages);
        }

        (_pairs, _anywhere) = ([.. pairs], [.. anywhere]);
        (_titles, _names) = (Column(IndexFields.Title), Column(IndexFields.Names));

        int[] Column(string field)
        {
            var column = new int[_pairs.Length];
            foreach (var (pair, pages) in Read(reader, field))
                if (Array.BinarySearch(_pairs, pair) is >= 0 and var at) column[at] = pages;
            return column;
        }
    }

    /// <summary>The numbers of a segment.</summary>
    public static SegmentPairs Of(AtomicReader reader) => Kept.GetValue(reader.CoreCacheKey, _ => new SegmentPairs(reader));

    /// <summary>Adds the pages of this segment that hold a pair.</summary>
    public void AddTo(ref PairPages pages, uint pair)
    {
        if (Array.BinarySearch(_pairs, pair) is >= 0 and var at) pages = new PairPages(pages.Anywhere + _anywhere[at], pages.Titles + _titles[at], pages.Names + _names[at]);
    }

    /// <summary>Adds the characters that follow another one in the title of some page.</summary>
    public void AddFollowers(char first, ISet<char> followers)
    {
        var at = Array.BinarySearch(_pairs, PairPages.Of(first, '\0'));
        for (var i = at < 0 ? ~at : at; i < _pairs.Length && _pairs[i] >> 16 == first; i++)
            if (_titles[i] > 0) followers.Add((char)(_pairs[i] & 0xffff));
    }

    /// <summary>The pairs of a field in the order of their numbers, which is that of the index.</summary>
    private static IEnumerable<(uint Pair, int Pages)> Read(AtomicReader reader, string field)
    {
        if (reader.GetTerms(field) is not { } terms) yield break;
        var each = terms.GetEnumerator();
        while (each.MoveNext())
        {
            // Two characters of three bytes each.
            if (each.Term.Length != 6) continue;
            var term = each.Term.Utf8ToString();
            if (PairPages.IsPair(term)) yield return (PairPages.Of(term[0], term[1]), each.DocFreq);
        }
    }
}

/// <summary>How many pages hold a pair of characters.</summary>
/// <param name="Anywhere">In whatever place.</param>
/// <param name="Titles">In their titles.</param>
/// <param name="Names">Among their names.</param>
internal readonly record struct PairPages(int Anywhere, int Titles, int Names)
{
    /// <summary>A term that is a pair of Chinese characters.</summary>
    public static bool IsPair(string term) => term.Length == 2 && ChineseText.IsHan(term[0]) && ChineseText.IsHan(term[1]);

    /// <summary>A pair as one number.</summary>
    public static uint Of(char first, char second) => ((uint)first << 16) | second;
}
