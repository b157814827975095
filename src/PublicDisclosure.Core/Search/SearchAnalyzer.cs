using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Cuts folded text into words: Chinese into pairs of neighbouring characters, letters and digits into their runs. Folding
/// (<see cref="SearchFold"/>) comes before, so that index and query meet in one form.
/// </summary>
internal sealed class SearchAnalyzer : Analyzer
{
    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    /// <summary>The terms of a text in order, as the index holds them.</summary>
    public IReadOnlyList<string> Terms(string folded)
    {
        var terms = new List<string>();
        using var stream = GetTokenStream("text", folded);
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) terms.Add(term.ToString());
        stream.End();
        return terms;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var words = new StandardTokenizer(Version, reader);
        return new TokenStreamComponents(words, new CJKBigramFilter(words));
    }
}
