using System.Globalization;
using Lucene.Net.Search;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Search;

/// <summary>
/// The search of the site over everything that is public. While this node's index is being built, or cannot be read, the plain
/// search of the database answers in its place.
/// </summary>
public sealed class SiteSearch(SearchIndex index, SearchFollower follower, WordBooks books, DisclosureSearch plain, BusinessClock clock)
{
    /// <summary>Hits of one page.</summary>
    public const int PageSize = 20;

    /// <summary>Hits behind this one are not shown: whoever gets so far narrows down.</summary>
    public const int MostShown = 1000;

    /// <summary>What a page must hold of a question, by weight, to be a hit.</summary>
    internal const float LeastCovered = 0.45f;

    /// <summary>Where nothing covers so much, pages that speak of one of the known words are shown, if that is so much of the question.</summary>
    internal const float LeastOfOne = 0.25f;

    /// <summary>A question is mended only where a page then holds so much more of it.</summary>
    private const float LeastGain = 0.04f;

    /// <summary>
    /// And only where a page holds so much of its bare words: one word that is known by chance makes no sense of a sentence about something else.
    /// </summary>
    private const float LeastMended = 0.2f;

    /// <summary>Where a page holds so much of the question as typed, phrases that are only like it are not looked for.</summary>
    private const float SaidAsTyped = 0.8f;

    /// <summary>Hits among which copies of one page (the same of every township, of every month) give way to others.</summary>
    private const int Spread = 200;

    private const float OfCopy = 0.7f;
    private const float OfTownship = 0.95f;

    /// <summary>Hits that are ranked again by what they are; behind them the words alone decide.</summary>
    private const int Ranked = 300;

    /// <summary>Asks.</summary>
    /// <param name="query">As typed.</param>
    /// <param name="filter">What narrows the hits.</param>
    /// <param name="from">Hits before the page; in the plain search <paramref name="plainAfter"/> says where it goes on.</param>
    /// <param name="asTyped">Typing errors are not mended.</param>
    /// <param name="plainAfter">Position in the plain search.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<SearchPage> FindAsync(string? query, SearchFilter filter, int from = 0, bool asTyped = false, ListPosition? plainAfter = null, CancellationToken stop = default)
    {
        var book = await books.GetAsync(stop);
        var question = ReadQuery.Of(query, book);
        if (question.Parts.Count == 0) return new SearchPage { Query = question.Typed };
        await follower.CatchUpAsync(mayBuild: false, stop);
        if (!index.IsReady) return await PlainAsync(question.Typed, plainAfter, stop);
        try
        {
            return index.Ask(searcher => Find(searcher, question, book, filter, Math.Clamp(from, 0, MostShown - PageSize), asTyped));
        }
        catch (Exception exception) when (SearchIndex.IsDamage(exception))
        {
            index.Discard(exception);
            return await PlainAsync(question.Typed, plainAfter, stop);
        }
    }

    private SearchPage Find(IndexSearcher searcher, ReadQuery question, WordBook book, SearchFilter filter, int from, bool asTyped)
    {
        using var asked = new AskedQuestion(searcher, index.Analyzer);
        question = asked.WithNamesHeld(question);
        string? mended = null;
        var typed = question.WithoutSimilar();
        if (!asTyped && asked.Mend(question.Typed, book) is { } better)
        {
            var other = asked.WithNamesHeld(ReadQuery.Of(better, book)) with { Typed = question.Typed };
            var otherTyped = other.WithoutSimilar();
            // Spoken sentences hold pairs of characters that no page holds: what is mended must find more of what was asked.
            if (asked.Covered(otherTyped).Best > asked.Covered(typed).Best + LeastGain && Finds(asked, other)
                && asked.Covered(ReadQuery.Plainly(better, book)).Best >= LeastMended) (mended, question, typed) = (better, other, otherTyped);
        }

        // What a page says in these very words needs no other reading.
        if (question != typed && asked.Covered(typed).Best >= SaidAsTyped) question = typed;
        var covered = asked.Covered(question);
        var hits = new Hits(covered, covered.Total * LeastCovered, filter, clock.Today.DayNumber);
        var isPart = false;
        if (hits.Total == 0 && LeastOfPart(question, covered) is { } part)
        {
            hits = new Hits(covered, part, filter, clock.Today.DayNumber);
            isPart = hits.Total > 0;
        }

        var docs = hits.Total == 0 ? [] : filter.Order == SearchOrder.Date ? hits.Newest(from + PageSize) : Rank(searcher, asked.Fitting(question, hits, Math.Max(Ranked, from + PageSize)), question);
        var words = SearchExcerpt.Words(question);
        var shown = Math.Min(hits.Total, MostShown);
        return new SearchPage
        {
            Query = question.Typed,
            Mended = mended,
            IsPart = isPart,
            Rows = [.. docs.Skip(from).Take(PageSize).Select(d => Row(searcher, d.Doc, words))],
            Total = hits.Total,
            Next = from + PageSize < shown ? from + PageSize : null,
            Previous = from > 0 ? Math.Max(0, from - PageSize) : null,
            Facets = hits.Facets,
            AlsoLookedFor = [.. question.Parts.Where(p => p.Kind is QueryPartKind.Everyday or QueryPartKind.Similar).SelectMany(p => p.Official).Distinct().Take(6)],
        };
    }

    /// <summary>Whether a page holds enough of a question to be shown: whoever mends what finds nothing tells of an error where none is.</summary>
    private static bool Finds(AskedQuestion asked, ReadQuery question)
    {
        var covered = asked.Covered(question);
        return covered.Best >= LeastCovered || (LeastOfPart(question, covered) is { } part && covered.Best * covered.Total >= part);
    }

    /// <summary>What a page must hold that speaks of one known word of the question only; null where no word is so much of it.</summary>
    private static float? LeastOfPart(ReadQuery question, CoveredPages covered) =>
        QueryBuilder.HeaviestKnown(question) is > 0 and var one && one >= covered.Total * LeastOfOne ? one : null;

    /// <summary>What holds no longer comes later, and what explains it; guides come first for whoever asks how; of two that fit alike the newer one.</summary>
    private ScoreDoc[] Rank(IndexSearcher searcher, ScoreDoc[] docs, ReadQuery question)
    {
        var today = clock.Today;
        var head = docs.Take(Ranked).ToList();
        foreach (var hit in head)
        {
            var (columns, doc) = SegmentColumns.At(searcher, hit.Doc);
            var isOver = columns.ValidityOn(doc, today.DayNumber).IsOver() || InterpretedPolicies.AreOver(searcher, hit.Doc, today.DayNumber);
            var factor = isOver ? 0.5f : 1f;
            factor *= OfKind(columns.Kind(doc));
            if (question.WantsGuide && columns.Genre(doc) == DisclosureGenre.Guide) factor *= 1.2f;
            if (columns.Year(doc) is > 0 and var year) factor *= 1f - 0.01f * Math.Min(10, Math.Max(0, today.Year - year));
            hit.Score *= factor;
        }

        SpreadCopies(searcher, [.. head.OrderByDescending(h => h.Score).ThenBy(h => h.Doc).Take(Spread)], question);
        return [.. head.OrderByDescending(h => h.Score).ThenBy(h => h.Doc), .. docs.Skip(Ranked)];
    }

    /// <summary>
    /// The city's page comes before those of townships that nobody named, and of pages whose titles differ in nothing but the place and
    /// the time the best one stands for the others, which come later.
    /// </summary>
    private static void SpreadCopies(IndexSearcher searcher, IReadOnlyList<ScoreDoc> hits, ReadQuery question)
    {
        var pages = hits.Select(h => (Hit: h, At: SegmentColumns.At(searcher, h.Doc))).ToList();
        foreach (var (hit, (columns, doc)) in pages)
            if (columns.Township(doc) is { Length: > 0 } town && !question.Typed.Contains(town, StringComparison.Ordinal)) hit.Score *= OfTownship;
        foreach (var same in pages.GroupBy(p => p.At.Columns.Copies(p.At.Doc)))
        {
            var factor = OfCopy;
            foreach (var (copy, _) in same.OrderByDescending(p => p.Hit.Score).Skip(1))
            {
                copy.Score *= factor;
                factor = OfCopy * OfCopy;
            }
        }
    }

    /// <summary>
    /// A row of the catalogue says what is to be published: whoever looks for the thing itself wants the document before it. A body is
    /// asked for by its name, which others carry in theirs.
    /// </summary>
    private static float OfKind(SearchKind kind) => kind switch
    {
        SearchKind.Item => 0.55f,
        SearchKind.Organisation => 1.3f,
        _ => 1f,
    };

    private FoundPage Row(IndexSearcher searcher, int doc, IReadOnlyList<string> words)
    {
        var page = searcher.Doc(doc);
        var (columns, inSegment) = SegmentColumns.At(searcher, doc);
        // What is said in plain words comes first: of two stretches that say as much, the first is shown.
        string[] texts = [Stored(IndexFields.StoredPlain), Stored(IndexFields.StoredSummary), Stored(IndexFields.StoredBody)];
        return new FoundPage(
            columns.Kind(inSegment), Stored(IndexFields.StoredPath), SearchExcerpt.Mark(Stored(IndexFields.StoredTitle), words),
            SearchExcerpt.Of(string.Join('\n', texts.Where(t => t.Length > 0)), words), Stored(IndexFields.StoredOrganisation), SearchExcerpt.Mark(Stored(IndexFields.StoredNumber), words),
            DateOnly.TryParseExact(Stored(IndexFields.StoredOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null,
            columns.ValidityOn(inSegment, clock.Today.DayNumber))
        {
            ExplainsWhatIsOver = InterpretedPolicies.AreOver(searcher, doc, clock.Today.DayNumber),
        };

        string Stored(string field) => page.Get(field, CultureInfo.InvariantCulture) ?? "";
    }

    private async Task<SearchPage> PlainAsync(string query, ListPosition? after, CancellationToken stop)
    {
        var words = DisclosureSearch.Words(query);
        var found = await plain.FindAsync(words, after, stop);
        return new SearchPage
        {
            Query = query,
            IsPlain = true,
            Rows = [.. found.Rows.Select(h => new FoundPage(
                h.Disclosure.Genre switch { DisclosureGenre.Interpretation => SearchKind.Interpretation, DisclosureGenre.Response => SearchKind.Response, _ => SearchKind.Disclosure },
                h.Disclosure.Path, SearchExcerpt.Mark(h.Disclosure.Title, words), SearchExcerpt.Mark(h.Snippet, words), h.Disclosure.OrganisationName,
                SearchExcerpt.Mark(h.Disclosure.DocumentNumber, words), h.Disclosure.PublishedOn, h.Disclosure.ValidityOn(clock.Today)))],
            Total = found.Rows.Count,
            NextPlain = found.Next,
        };
    }
}
