using Lucene.Net.Index;
using Lucene.Net.Search;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>What every page holds of a question, which pages are hits by it, and which of them are ranked.</summary>
public sealed class CoveredPagesTests
{
    private const string Letters = "低保标准提高通知公示养老";

    private static readonly int Today = new DateOnly(2026, 6, 1).DayNumber;

    [Fact]
    public void Of_PagesOfManySegments_AddsUpAsTheQueriesOfLuceneDo()
    {
        using var bench = new IndexBench();
        var random = new Random(20261127);
        SearchDocument? last = null;
        for (var segment = 0; segment < 4; segment++)
        {
            var pages = Enumerable.Range(0, 40).Select(_ => IndexBench.Page(Text(random, 6), Text(random, 12))).ToList();
            bench.Add(pages);
            last = pages[^1];
        }

        bench.Remove(last!);
        var cover = new CoverQuery(
            [new(Term("低保"), 6), new(Term("标准"), 2.5f), new(new BooleanQuery { { Term("养老"), Occur.SHOULD }, { Term("公示"), Occur.SHOULD } }, 1.25f)],
            [new(Term("提高"), 3), new(Term("通知"), 4)]);

        bench.Ask(searcher =>
        {
            using var covered = CoveredPages.Of(searcher, cover);
            var query = new BooleanQuery();
            foreach (var part in cover.Parts) query.Add(Constant(part), Occur.SHOULD);
            var best = new DisjunctionMaxQuery(0);
            foreach (var reading in cover.Readings) best.Add(Constant(reading));
            query.Add(best, Occur.SHOULD);
            var expected = searcher.Search(query, 1000).ScoreDocs.ToDictionary(d => d.Doc, d => d.Score);

            Assert.NotEmpty(expected);
            Assert.Equal(17.75f - 4, covered.Total);
            Assert.Equal(expected.Values.Max() / covered.Total, covered.Best, 0.0001f);
            foreach (var (segment, ord) in covered.Segments.Select((s, i) => (s, i)))
                for (var doc = 0; doc < segment.Reader.MaxDoc; doc++)
                    Assert.Equal(expected.GetValueOrDefault(segment.DocBase + doc), covered.Held(ord)[doc], 0.0001f);
            return 0;
        });

        static Query Term(string pair) => new TermQuery(new Term(IndexFields.All, pair));
        static Query Constant(CoverPart part) => new ConstantScoreQuery(part.Holds) { Boost = part.Weight };
    }

    [Fact]
    public void Best_NothingHeld_IsZero()
    {
        using var bench = new IndexBench();
        bench.Ask(searcher =>
        {
            using var covered = CoveredPages.Of(searcher, new CoverQuery([], []));
            Assert.Equal(0, covered.Best);
            return 0;
        });
    }

    [Fact]
    public void PairCounts_EveryPairOfManySegments_AreThoseOfTheIndex()
    {
        using var bench = new IndexBench();
        var random = new Random(7);
        for (var segment = 0; segment < 3; segment++)
            bench.Add(Enumerable.Range(0, 15).Select(_ => IndexBench.Page(Text(random, 4), Text(random, 8)) with { Names = Text(random, 3) }));
        bench.Ask(searcher =>
        {
            var reader = searcher.IndexReader;
            var counts = new PairCounts(reader);
            Assert.True(reader.Leaves.Count > 1);
            foreach (var first in Letters)
            {
                foreach (var second in Letters)
                {
                    var pair = $"{first}{second}";
                    var expected = new PairPages(Pages(IndexFields.All, pair), Pages(IndexFields.Title, pair), Pages(IndexFields.Names, pair));
                    Assert.Equal(expected, counts.Of(first, second));
                    Assert.Equal(expected.Anywhere, counts.Anywhere(pair));
                }

                Assert.Equal(Letters.Where(second => Pages(IndexFields.Title, $"{first}{second}") > 0).Order(), counts.Followers(first));
            }

            Assert.Equal(default, counts.Of('夔', '牛'));
            return 0;

            int Pages(string field, string pair) => reader.DocFreq(new Term(field, pair));
        });
    }

    [Fact]
    public void PairCounts_WordOfLetters_IsCountedToo()
    {
        using var bench = new IndexBench();
        bench.Add(IndexBench.Page("关于ETC办理的通知"), IndexBench.Page("关于etc优惠的通知"));
        Assert.Equal(2, bench.Ask(searcher => new PairCounts(searcher.IndexReader).Anywhere("etc")));
    }

    [Fact]
    public void Keep_ManyHits_LeavesThoseThatHoldMostAndOfThemTheNewest()
    {
        using var bench = new IndexBench();
        bench.Add(IndexBench.Page("甲", "低保", 9), IndexBench.Page("乙", "低保标准", 1), IndexBench.Page("丙", "低保标准", 3));
        bench.Add(IndexBench.Page("丁", "低保", 8), IndexBench.Page("戊", "低保标准", 2), IndexBench.Page("己", "养老", 30));
        bench.Ask(searcher =>
        {
            using var covered = CoveredPages.Of(searcher, new CoverQuery([new(new TermQuery(new Term(IndexFields.All, "低保")), 2), new(new TermQuery(new Term(IndexFields.All, "标准")), 1)], []));
            var hits = new Hits(covered, 2, new SearchFilter(), Today);
            Assert.Equal(5, hits.Total);
            Assert.Equal(["甲", "丁", "丙"], hits.Newest(3).Select(h => IndexBench.PathOf(searcher, h.Doc)));

            hits.Keep(4, covered);
            Assert.Equal(["甲", "丙", "戊", "乙"], hits.Newest(10).Select(h => IndexBench.PathOf(searcher, h.Doc)));
            Assert.Equal(5, hits.Facets.Years[2026]);
            return 0;
        });
    }

    [Fact]
    public void Fitting_MoreHitsThanAreRanked_GivesTheTitlesFirstAndEveryPageThatIsShown()
    {
        using var bench = new IndexBench();
        var many = Enumerable.Range(1, 6000).Select(i => IndexBench.Page($"第{i}号", "夔牛狴犴", i));
        bench.Add(many);
        bench.Add(IndexBench.Page("夔牛狴犴", "", -300));
        bench.Ask(searcher =>
        {
            using var asked = new AskedQuestion(searcher, bench.Analyzer);
            var question = ReadQuery.Of("夔牛狴犴", WordBook.With([]));
            var hits = new Hits(asked.Covered(question), asked.Covered(question).Total, new SearchFilter(), Today);
            Assert.Equal(6001, hits.Total);

            var fitting = asked.Fitting(question, hits, SiteSearch.MostShown).Select(h => IndexBench.PathOf(searcher, h.Doc)).ToList();
            Assert.Equal("夔牛狴犴", fitting[0]);
            Assert.Equal(Enumerable.Range(5002, 999).Select(i => $"第{i}号").Order(StringComparer.Ordinal), fitting.Skip(1).Order(StringComparer.Ordinal));
            return 0;
        });
    }

    private static string Text(Random random, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));
}
