using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// Makes two things of a question: what a page must hold of it, which decides whether the page is a hit at all, and a query that says
/// how well a page fits, which decides the order.
/// </summary>
internal sealed class QueryBuilder(PairCounts counts, SearchAnalyzer analyzer)
{
    /// <summary>Weight of an everyday word that the book explains: as much as a rare pair of characters.</summary>
    public const float EverydayWeight = 6f;

    /// <summary>
    /// Beside an everyday word that is known, the other characters of a sentence are mostly the story around it: they weigh no more than this.
    /// </summary>
    private const float StoryWeight = 2f;

    /// <summary>And all of the story together no more than this.</summary>
    private const float MostStory = 5f;

    private const float SeamWeight = 0.3f;

    /// <summary>A document number is asked for as a whole.</summary>
    private const float NumberWeight = 30f;

    private const float TitleBoost = 4f;
    private const float NumberBoost = 6f;
    private const float NamesBoost = 1.2f;

    /// <summary>A plain summary says in a few words what the whole is about: more than a text, less than a title.</summary>
    private const float PlainBoost = 1.5f;

    private readonly double _pages = Math.Max(1, counts.Pages);

    /// <summary>What a page must hold of a question to be a hit.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="field">Where pages must hold it.</param>
    public CoverQuery Cover(ReadQuery question, string field = IndexFields.All)
    {
        var parts = new List<CoverPart>();
        var hasKnown = question.Parts.Any(IsKnown);
        var most = hasKnown ? StoryWeight : float.MaxValue;
        var words = question.Parts.Where(p => p.Kind == QueryPartKind.Words).SelectMany(p => WordParts(analyzer.Terms(p.Text))).ToList();
        var story = hasKnown ? Math.Min(1, MostStory / Math.Max(1, words.Sum(w => w.Weight))) : 1;
        foreach (var part in question.Parts)
        {
            if (part.Kind == QueryPartKind.Number) parts.Add(new CoverPart(AnyPhrase(part.Text), NumberWeight));
            else if (part.Kind == QueryPartKind.Everyday) parts.Add(new CoverPart(AnyOf(part.Official.Prepend(part.Text), field), KnownWeight(part)));
        }

        parts.AddRange(words.Select(w => new CoverPart(TermOrPrefix(field, w.Term), w.Weight * story)));
        return new CoverQuery(parts, [.. question.Parts.Where(p => p.Kind == QueryPartKind.Similar).Select(p => new CoverPart(AnyOf(p.Official, field), KnownWeight(p)))]);

        IEnumerable<(string Term, float Weight)> WordParts(IReadOnlyList<string> terms) => terms.Select((term, i) => (term, WordWeight(terms, i, most)));
    }

    /// <summary>How well a page fits: words in titles before words in texts, neighbouring words before scattered ones.</summary>
    public Query Relevance(ReadQuery question)
    {
        var query = new BooleanQuery();
        foreach (var part in question.Parts)
        {
            if (part.Kind == QueryPartKind.Number)
            {
                query.Add(AnyPhrase(part.Text), Occur.SHOULD);
                continue;
            }

            if (part.Kind == QueryPartKind.Hint)
            {
                query.Add(TermOrPrefix(IndexFields.Title, part.Text), Occur.SHOULD);
                continue;
            }

            if (part.Kind == QueryPartKind.Everyday)
            {
                // The best of the words it stands for: a page need not use them all. What people typed counts a little more.
                var best = new DisjunctionMaxQuery(0.1f);
                var much = part.Share * ByLength(part.Text);
                best.Add(Fielded(part.Text, 1.1f * much));
                foreach (var word in part.Official) best.Add(Fielded(word, much));
                query.Add(best, Occur.SHOULD);
                continue;
            }

            if (part.Kind == QueryPartKind.Similar) continue;

            foreach (var term in analyzer.Terms(part.Text).Distinct())
            {
                var best = new DisjunctionMaxQuery(0.2f);
                best.Add(Boosted(TermOrPrefix(IndexFields.Title, term), TitleBoost));
                best.Add(Boosted(TermOrPrefix(IndexFields.Number, term), TitleBoost));
                best.Add(Boosted(TermOrPrefix(IndexFields.Names, term), NamesBoost));
                best.Add(Boosted(TermOrPrefix(IndexFields.Plain, term), PlainBoost));
                best.Add(TermOrPrefix(IndexFields.Body, term));
                query.Add(best, Occur.SHOULD);
            }

            if (part.Text.Length > 2) query.Add(Fielded(part.Text, 0.6f), Occur.SHOULD);
        }

        var readings = new DisjunctionMaxQuery(0.2f);
        foreach (var part in question.Parts.Where(p => p.Kind == QueryPartKind.Similar))
            foreach (var word in part.Official) readings.Add(Fielded(word, part.Share));
        if (readings.Any()) query.Add(readings, Occur.SHOULD);
        return query;
    }

    private static bool IsKnown(QueryPart part) => part.Kind is QueryPartKind.Everyday or QueryPartKind.Similar;

    /// <summary>The words of a few characters mean many things, those of many mean one.</summary>
    private static float ByLength(string word) => word.Length switch
    {
        <= 2 => 0.7f,
        3 => 0.85f,
        _ => 1f,
    };

    /// <summary>The weight of the known word or phrase of a question that weighs most; 0 where there is none.</summary>
    public static float HeaviestKnown(ReadQuery question) => question.Parts.Where(IsKnown).Select(KnownWeight).DefaultIfEmpty(0).Max();

    /// <summary>What counts for the hit: a phrase that is like enough to be looked for decides nearly as much as one that stands there.</summary>
    private static float KnownWeight(QueryPart part) =>
        EverydayWeight * (part.Kind == QueryPartKind.Similar ? Math.Min(1, part.Share + 0.5f) : part.Share * ByLength(part.Text));

    private float WordWeight(IReadOnlyList<string> terms, int i, float most) => IsSeam(terms, i) ? SeamWeight : Math.Min(most, Weight(terms[i]));

    private Query AnyOf(IEnumerable<string> words, string field)
    {
        var either = new BooleanQuery();
        foreach (var word in words) either.Add(AllTerms(word, field), Occur.SHOULD);
        return either;
    }

    /// <summary>How rare a term is; a term that no page holds is the rarest.</summary>
    public float Weight(string term) => (float)Math.Log(1 + _pages / (1 + counts.Anywhere(term)));

    /// <summary>Whether a page holds all of a word, not necessarily as it stands.</summary>
    public bool IsHeldWhole(IndexSearcher searcher, string word)
    {
        if (!analyzer.Terms(word).All(IsHeld)) return false;
        var count = new TotalHitCountCollector();
        searcher.Search(AllTerms(word, IndexFields.All), count);
        return count.TotalHits > 0;
    }

    /// <summary>How many titles and names hold a word as it stands.</summary>
    public int CountPhrase(IndexSearcher searcher, string word)
    {
        var terms = analyzer.Terms(word);
        var either = new BooleanQuery { { Phrase(IndexFields.Title, terms), Occur.SHOULD }, { Phrase(IndexFields.Names, terms), Occur.SHOULD } };
        var count = new TotalHitCountCollector();
        searcher.Search(either, count);
        return count.TotalHits;
    }

    /// <summary>
    /// A pair that no page holds between two pairs that pages hold is where one word ends and the next begins (客运|票价), no word that is missing.
    /// </summary>
    private bool IsSeam(IReadOnlyList<string> terms, int i) => i > 0 && i + 1 < terms.Count && !IsHeld(terms[i]) && IsHeld(terms[i - 1]) && IsHeld(terms[i + 1]);

    private bool IsHeld(string term) => counts.Anywhere(term) > 0;

    /// <summary>A word in the title, among names and in the text, as neighbours, the best place counting.</summary>
    private Query Fielded(string word, float boost)
    {
        var terms = analyzer.Terms(word);
        // The score of a phrase adds up over its terms: a long official word would outweigh everything else.
        var each = boost / (float)Math.Sqrt(Math.Max(1, terms.Count));
        var best = new DisjunctionMaxQuery(0.1f);
        best.Add(Boosted(Phrase(IndexFields.Title, terms), each * TitleBoost));
        best.Add(Boosted(Phrase(IndexFields.Names, terms), each * NamesBoost));
        best.Add(Boosted(Phrase(IndexFields.Plain, terms), each * PlainBoost));
        best.Add(Boosted(Phrase(IndexFields.Body, terms), each));
        return best;
    }

    /// <summary>A number as a whole, wherever it stands.</summary>
    private Query AnyPhrase(string text)
    {
        // 第 and 号 stand among other characters in a sentence and are no words of their own there.
        var terms = analyzer.Terms(text).Where(t => t is not ("第" or "号")).ToList();
        var any = new DisjunctionMaxQuery(0.1f);
        any.Add(Boosted(Phrase(IndexFields.Number, terms), NumberBoost));
        any.Add(Boosted(Phrase(IndexFields.Title, terms), TitleBoost));
        any.Add(Phrase(IndexFields.Body, terms));
        return any;
    }

    private Query AllTerms(string word, string field)
    {
        var terms = analyzer.Terms(word);
        if (terms.Count == 1) return TermOrPrefix(field, terms[0]);
        var all = new BooleanQuery();
        foreach (var term in terms.Distinct()) all.Add(new TermQuery(new Term(field, term)), Occur.MUST);
        return all;
    }

    /// <summary>A single Chinese character is the beginning of pairs; everything else is a term of its own.</summary>
    private static Query TermOrPrefix(string field, string term) =>
        term.Length == 1 && Text.ChineseText.IsHan(term[0])
            ? new PrefixQuery(new Term(field, term)) { MultiTermRewriteMethod = MultiTermQuery.CONSTANT_SCORE_FILTER_REWRITE }
            : new TermQuery(new Term(field, term));

    private static Query Phrase(string field, IReadOnlyList<string> terms)
    {
        if (terms.Count == 1) return TermOrPrefix(field, terms[0]);
        var phrase = new PhraseQuery();
        foreach (var term in terms) phrase.Add(new Term(field, term));
        return phrase;
    }

    private static Query Boosted(Query query, float boost)
    {
        query.Boost = boost;
        return query;
    }
}
