using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Search;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>What is found, of what kind, in which order, and how it narrows.</summary>
public sealed class SiteSearchTests
{
    [Theory, EveryEngine]
    public async Task Find_PublishedPage_IsThereAtOnceAndGoneWhenWithdrawn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await bench.Follower.CatchUpAsync();
        Assert.Empty(await bench.TitlesAsync("夔牛水库"));

        var id = await desk.PublishedAsync(desk.GoodText("夔牛水库除险加固工程验收通知"));
        Assert.Equal(["夔牛水库除险加固工程验收通知"], await bench.TitlesAsync("夔牛水库"));
        await desk.SuspendAsync(id);
        Assert.Empty(await bench.TitlesAsync("夔牛水库"));
    }

    [Theory, EveryEngine]
    public async Task Find_WithdrawnPage_IsGoneOnEveryNode(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var one = new SearchBench(store, desk);
        await using var two = new SearchBench(store, desk);
        var id = await desk.PublishedAsync(desk.GoodText("夔牛水库除险加固工程验收通知"));
        await one.Follower.CatchUpAsync();
        await two.Follower.CatchUpAsync();
        await desk.WithdrawAsync(id, WithdrawalReason.PublishedInError);

        Assert.Empty(await one.TitlesAsync("夔牛水库"));
        Assert.Empty(await two.TitlesAsync("夔牛水库"));
    }

    [Theory, EveryEngine]
    public async Task Find_Correction_IsFoundByItsNewWordsOnly(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        var text = desk.GoodText("夔牛水库除险加固工程验收通知");
        var id = await desk.PublishedAsync(text);
        await bench.Follower.CatchUpAsync();
        await desk.PublishChangeAsync(id, ChangeKind.Correction, text with { Title = "狴犴水库除险加固工程验收通知" });

        Assert.Equal(["狴犴水库除险加固工程验收通知"], await bench.TitlesAsync("狴犴"));
        Assert.Empty(await bench.TitlesAsync("夔牛"));
    }

    [Theory, EveryEngine]
    public async Task Find_ManyWaysOfWriting_LeadToOnePage(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        const string title = "关于提高城乡最低生活保障标准的通知";
        var id = await desk.PublishedAsync(desk.GoodText(title));
        for (var i = 0; i < 5; i++) await desk.PublishedAsync(desk.GoodText($"关于第{i}期道路养护维修安排的通知"));
        await bench.Follower.CatchUpAsync();
        var number = await store.ReadAsync(async db => (await db.Disclosures.FindAsync(id))!.IndexNumber!);

        foreach (var query in new[]
                 {
                     "最低生活保障标准", "最低生活保障 标准", "低保标准", "低保提高了吗", "請問低保標準", "最底生活保障标准", "最低生活宝障", number, number[^10..], "最低生活",
                 })
            Assert.Equal(title, (await bench.TitlesAsync(query)) is [var top, ..] ? top : "nothing for " + query);
    }

    [Theory, EveryEngine]
    public async Task Find_DocumentNumberInAnyBrackets_PutsTheDocumentFirst(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("关于救助工作的通知") with { DocumentNumber = "浔民发〔2026〕12号" });
        await desk.PublishedAsync(desk.GoodText("关于供养工作的通知") with { DocumentNumber = "浔民发〔2026〕13号" });
        await bench.Follower.CatchUpAsync();

        foreach (var query in new[] { "浔民发〔2026〕13号", "浔民发[2026]13号", "浔民发【2026】13号", "浔民发(2026)13", "浔民发２０２６－１３号", "浔民發〔2026〕13號" })
            Assert.Equal(["关于供养工作的通知"], await bench.TitlesAsync(query));
        Assert.Empty(await bench.TitlesAsync("浔民发〔2026〕14号"));
    }

    [Theory, EveryEngine]
    public async Task Find_WordOnlyInAnAttachment_IsFound(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        var id = await desk.DraftAsync(desk.GoodText("关于设备采购结果的通知"));
        await desk.AttachAsync(id, "清单.csv", "设备,数量\n饕餮牌抽水机,3\n");
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await bench.Follower.CatchUpAsync();

        var found = await bench.FindAsync("饕餮");
        Assert.Equal("关于设备采购结果的通知", Assert.Single(found.Rows).PlainTitle);
        Assert.Contains(found.Rows[0].Excerpt, p => p is { IsHit: true, Text: "饕餮" });
    }

    [Theory, EveryEngine]
    public async Task Find_WhatHoldsNoLonger_IsMarkedAndComesLater(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        var text = desk.GoodText() with { Genre = DisclosureGenre.Plan, PlainSummary = "说明。", EffectiveOn = desk.Clock.Today };
        await desk.PublishedAsync(text with { Title = "关于夔牛水库运行方案（一）的通知", ExpiresOn = desk.Clock.Today.AddDays(10) });
        await desk.PublishedAsync(text with { Title = "关于夔牛水库运行方案（二）的通知", ExpiresOn = desk.Clock.Today.AddYears(3) });
        desk.Clock.Advance(TimeSpan.FromDays(20));
        await bench.Follower.CatchUpAsync();

        var rows = (await bench.FindAsync("夔牛水库运行方案")).Rows;
        Assert.Equal([("关于夔牛水库运行方案（二）的通知", Validity.InForce), ("关于夔牛水库运行方案（一）的通知", Validity.Expired)], rows.Select(r => (r.PlainTitle, r.Validity)));
        Assert.Equal(["关于夔牛水库运行方案（一）的通知"], await bench.TitlesAsync("夔牛水库", new SearchFilter { Validity = Validity.Expired }));
    }

    [Theory, EveryEngine]
    public async Task Find_Facets_AreAPlainCountWhateverTheyAreNarrowedTo(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        for (var i = 0; i < 7; i++)
        {
            await desk.PublishedAsync(desk.GoodText($"夔牛水库第{i}期通知"));
            desk.Clock.Advance(TimeSpan.FromDays(100));
        }

        await bench.Follower.CatchUpAsync();
        var years = await store.ReadAsync(db => Task.FromResult(db.Listings.Where(l => l.Title.Contains("夔牛")).AsEnumerable().GroupBy(l => l.Year).ToDictionary(g => g.Key, g => g.Count())));
        Assert.True(years.Count > 1);
        var found = await bench.FindAsync("夔牛水库");
        Assert.Equal(7, found.Total);
        Assert.Equal(years, found.Facets.Years);
        Assert.Equal(7, found.Facets.Organisations[desk.Organisation.Id]);
        Assert.Equal(7, Assert.Single(found.Facets.Domains).Value);
        Assert.Equal(7, found.Facets.Aspects[Core.Catalogue.DisclosureAspects.Decision]);

        // Its own dimension shows what else there is; the others show what is left.
        var year = years.First();
        var narrowed = await bench.FindAsync("夔牛水库", new SearchFilter { Year = year.Key });
        Assert.Equal(year.Value, narrowed.Total);
        Assert.Equal(years, narrowed.Facets.Years);
        Assert.Equal(year.Value, narrowed.Facets.Organisations[desk.Organisation.Id]);
        Assert.Equal(0, (await bench.FindAsync("夔牛水库", new SearchFilter { OrganisationId = Guid.NewGuid() })).Total);
    }

    [Theory, EveryEngine]
    public async Task Find_ByDate_ComesNewestFirstPageByPage(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        for (var i = 0; i < SiteSearch.PageSize + 3; i++)
        {
            await desk.PublishedAsync(desk.GoodText($"夔牛水库第{i:00}期通知"));
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await bench.Follower.CatchUpAsync();
        var filter = new SearchFilter { Order = SearchOrder.Date };
        var first = await bench.FindAsync("夔牛水库", filter);
        var second = await bench.FindAsync("夔牛水库", filter, first.Next!.Value);
        var titles = first.Rows.Concat(second.Rows).Select(r => r.PlainTitle).ToList();
        Assert.Equal(SiteSearch.PageSize + 3, titles.Distinct().Count());
        Assert.Equal(titles.OrderDescending(StringComparer.Ordinal), titles);
        Assert.Null(second.Next);
        Assert.Equal(0, second.Previous);
        // Every one of them stands on one of the pages by relevance too.
        Assert.Equal(titles.Order(), (await bench.FindAsync("夔牛水库")).Rows.Concat((await bench.FindAsync("夔牛水库", from: SiteSearch.PageSize)).Rows).Select(r => r.PlainTitle).Order());
    }

    [Theory, EveryEngine]
    public async Task Find_Organisation_ByItsShortName(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await bench.Follower.CatchUpAsync();

        var organisation = Assert.Single((await bench.FindAsync(desk.Organisation.ShortName)).Rows, r => r.Kind == SearchKind.Organisation);
        Assert.Equal("/organisations/" + desk.Organisation.Slug, organisation.Path);
    }

    [Theory, EveryEngine]
    public async Task Find_Nonsense_FindsNothingAndMendsNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync();
        await bench.Follower.CatchUpAsync();
        foreach (var query in new[] { "asdfghjkl", "周杰伦演唱会", "%'\"_\\ OR 1=1", "a:b AND (", "*", "" })
        {
            var found = await bench.FindAsync(query);
            Assert.Empty(found.Rows);
            Assert.Null(found.Mended);
        }
    }

    [Theory, EveryEngine]
    public async Task Find_WrongCharacterAskedAsTyped_IsNotMended(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("关于最低生活保障标准的通知"));
        await bench.Follower.CatchUpAsync();
        Assert.Equal("最低生活保障", (await bench.FindAsync("最低生活保章")).Mended);
        Assert.Null((await bench.FindAsync("最低生活保章", asTyped: true)).Mended);
    }

    [Theory, EveryEngine]
    public async Task Find_SituationSaidALittleOtherwise_LeadsToWhatTheSiteSaysOfIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await bench.Follower.CatchUpAsync();
        await desk.PublishedAsync(desk.GoodText("夔牛水库除险加固工程验收通知"));
        Assert.Empty(await bench.TitlesAsync("磨坊边上的塘堤夜里老漏水"));

        await using (var db = store.Open())
        {
            var words = new SearchWordDesk(db, desk.Clock.Business);
            Assert.True((await words.SaveAsync(new SaveSearchWord("磨坊塘堤夜里漏水", "水库除险加固", 0, desk.Clerk), default)).IsDone);
        }

        desk.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["夔牛水库除险加固工程验收通知"], await bench.TitlesAsync("磨坊边上的塘堤夜里老漏水"));
    }

    [Theory, EveryEngine]
    public async Task Find_SpokenQuestion_IsNotTakenForATypingError(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("关于调整夔牛水库供水标准的通知"));
        await desk.PublishedAsync(desk.GoodText("关于标准地名登记的通知"));
        await bench.Follower.CatchUpAsync();
        foreach (var query in new[] { "夔牛水库供水标准是多少", "夔牛水库供水标准有多少", "夔牛水库供水和排水" })
        {
            var found = await bench.FindAsync(query);
            Assert.Null(found.Mended);
            Assert.Equal("关于调整夔牛水库供水标准的通知", found.Rows.FirstOrDefault(r => r.Kind == SearchKind.Disclosure)?.PlainTitle ?? "nothing for " + query);
        }
    }

    [Theory, EveryEngine]
    public async Task Find_SentenceAboutNothing_IsNotMendedIntoAWordThatIsKnown(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        for (var i = 0; i < 3; i++) await desk.PublishedAsync(desk.GoodText($"关于第{i}期民政服务站和居民住户调查的通知"));
        await bench.Follower.CatchUpAsync();

        var found = await bench.FindAsync("阿尔法星球居民证");
        Assert.Null(found.Mended);
        Assert.Empty(found.Rows);
        Assert.Equal("民政服务站", (await bench.FindAsync("民证服务站")).Mended);
    }

    [Theory, EveryEngine]
    public async Task Find_OfficialName_CountsAsOneWordLikeTheEverydayOne(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("夔牛镇最低生活保障办事指南"));
        for (var i = 0; i < 5; i++) await desk.PublishedAsync(desk.GoodText($"关于第{i}期道路养护对象名单的通知"));
        await bench.Follower.CatchUpAsync();

        foreach (var query in new[] { "夔牛镇低保申请家庭花名册", "夔牛镇最低生活保障申请家庭花名册", "最低生活保障申请家庭花名册 夔牛" })
        {
            var found = await bench.FindAsync(query);
            Assert.Equal("夔牛镇最低生活保障办事指南", found.Rows is [var top, ..] ? top.PlainTitle : "nothing for " + query);
            Assert.DoesNotContain("最低生活保障", query.Contains("低保", StringComparison.Ordinal) ? [] : found.AlsoLookedFor);
        }
    }

    [Theory, EveryEngine]
    public async Task Find_OfficialNameThatNoPageHolds_IsLookedForByItsWords(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await using (var db = store.Open())
        {
            var words = new SearchWordDesk(db, desk.Clock.Business);
            Assert.True((await words.SaveAsync(new SaveSearchWord("山塘水坝要修", "夔牛水库除险加固", 0, desk.Clerk), default)).IsDone);
        }

        await desk.PublishedAsync(desk.GoodText("夔牛水库除险工程验收通知"));
        await bench.Follower.CatchUpAsync();

        Assert.Equal(["夔牛水库除险工程验收通知"], await bench.TitlesAsync("夔牛水库除险加固"));
    }

    [Theory, EveryEngine]
    public async Task Find_InterpretationOfWhatHoldsNoLonger_IsMarkedAndComesAfterWhatHolds(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        var last = desk.Clock.Today.AddDays(10);
        await desk.PublishedPolicyAsync(desk.PolicyText("关于夔牛水库运行办法（一）的通知") with { ExpiresOn = last });
        await desk.PublishedPolicyAsync(desk.PolicyText("关于夔牛水库运行办法（二）的通知"));
        await bench.Follower.CatchUpAsync();
        Assert.DoesNotContain((await bench.FindAsync("夔牛水库运行办法")).Rows, r => r.ExplainsWhatIsOver);

        // Nothing is read anew for it: the day alone makes the difference.
        desk.Clock.Advance(TimeSpan.FromDays(20));
        var rows = (await bench.FindAsync("夔牛水库运行办法")).Rows;
        var over = rows.Where(r => r.ExplainsWhatIsOver).ToList();
        Assert.NotEmpty(over);
        Assert.All(over, r => Assert.Contains("（一）", r.PlainTitle, StringComparison.Ordinal));
        Assert.All(over, r => Assert.Equal(SearchKind.Interpretation, r.Kind));
        Assert.Equal(rows.Count(r => r.Kind == SearchKind.Interpretation && r.PlainTitle.Contains("（一）", StringComparison.Ordinal)), over.Count);
        var firstOver = rows.Index().First(r => r.Item.PlainTitle.Contains("（一）", StringComparison.Ordinal)).Index;
        Assert.All(rows.Take(firstOver), r => Assert.Contains("（二）", r.PlainTitle, StringComparison.Ordinal));
        Assert.Equal(rows.Count(r => r.PlainTitle.Contains("（二）", StringComparison.Ordinal)), firstOver);
    }
}
