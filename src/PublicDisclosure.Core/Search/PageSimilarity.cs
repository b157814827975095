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
