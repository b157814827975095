using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// How much a word counts: by its rareness, and less in long texts. Official titles are long because organisations and documents
/// have long names, not because they speak of more; their length counts little, and naming a thing twice hardly more than once.
/// </summary>
internal sealed class PageSimilarity : PerFieldSimilarityWrapper
{
    private static readonly BM25Similarity Titles = new(0.4f, 0.35f);
    private static readonly BM25Similarity Texts = new(1.2f, 0.6f);

    public override Similarity Get(string name) => name == IndexFields.Body ? Texts : Titles;
}

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
