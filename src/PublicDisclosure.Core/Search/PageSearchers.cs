using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Every searcher counts in the same way as the index was written. What is kept of a segment is read before the searcher is handed out:
/// whoever asks next does not wait for it.
/// </summary>
internal sealed class PageSearchers : SearcherFactory
{
    public override IndexSearcher NewSearcher(IndexReader reader)
    {
        foreach (var leaf in reader.Leaves) SegmentWarmer.Read(leaf.AtomicReader);
        return new IndexSearcher(reader) { Similarity = new PageSimilarity() };
    }
}

/// <summary>Reads what is kept of a segment that came of others, while these still answer.</summary>
internal sealed class SegmentWarmer : IndexWriter.IndexReaderWarmer
{
    public override void Warm(AtomicReader reader) => Read(reader);

    /// <summary>Reads what is kept of a segment, unless it was read before.</summary>
    public static void Read(AtomicReader reader)
    {
        SegmentColumns.Of(reader);
        SegmentPairs.Of(reader);
    }
}
