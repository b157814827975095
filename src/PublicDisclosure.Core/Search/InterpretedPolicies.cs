using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Tells of an interpretation whether what it explains still holds. The policy's own page in the index is asked, so that an interpretation follows a
/// repeal or a last day without being read anew.
/// </summary>
internal static class InterpretedPolicies
{
    /// <summary>True for an interpretation of which every policy that is public has expired or is repealed.</summary>
    /// <param name="searcher">The index.</param>
    /// <param name="doc">Number of the page.</param>
    /// <param name="day">Today, as a day number.</param>
    public static bool AreOver(IndexSearcher searcher, int doc, int day)
    {
        var leaves = searcher.IndexReader.Leaves;
        var leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
        if (SegmentColumns.Of(leaf.AtomicReader).Kind(doc - leaf.DocBase) != SearchKind.Interpretation) return false;
        if (leaf.AtomicReader.GetBinaryDocValues(IndexFields.Interprets) is not { } interprets) return false;
        var keys = new BytesRef();
        interprets.Get(doc - leaf.DocBase, keys);
        var policies = keys.Utf8ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => ValidityOf(leaves, key, day)).OfType<Validity>().ToList();
        return policies.Count > 0 && policies.TrueForAll(v => v.IsOver());
    }

    private static Validity? ValidityOf(IList<AtomicReaderContext> leaves, string key, int day)
    {
        foreach (var leaf in leaves)
        {
            var pages = leaf.AtomicReader.GetTermDocsEnum(new Term(IndexFields.Key, key));
            // Pages that were read anew are still listed until their segment is merged away.
            for (var doc = pages?.NextDoc() ?? DocIdSetIterator.NO_MORE_DOCS; doc != DocIdSetIterator.NO_MORE_DOCS; doc = pages!.NextDoc())
                if (leaf.AtomicReader.LiveDocs is not { } live || live.Get(doc)) return SegmentColumns.Of(leaf.AtomicReader).ValidityOn(doc, day);
        }

        return null;
    }
}
