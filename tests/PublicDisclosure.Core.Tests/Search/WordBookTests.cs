using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>The words that the program brings along, and how a question is taken apart with them.</summary>
public sealed class WordBookTests
{
    private static readonly WordBook Book = WordBook.With([]);

    [Fact]
    public void Shipped_List_HoldsAtLeast150PairsEachOnceAndWellFormed()
    {
        var words = WordBook.Shipped;
        Assert.True(words.Count >= 150);
        Assert.Empty(words.GroupBy(w => w.Everyday).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.All(words, w =>
        {
            Assert.InRange(w.Everyday.Length, 1, SearchWord.EverydayLength);
            Assert.InRange(w.Official.Count, 1, SearchWord.MostOfficial);
            Assert.All(w.Official, o => Assert.Equal(o.Trim(), o));
            Assert.DoesNotContain("", w.Official);
        });
    }

    [Theory]
    [InlineData("低保")]
    [InlineData("五保")]
    [InlineData("医保报销")]
    [InlineData("上户口")]
    [InlineData("宅基地")]
    [InlineData("危房")]
    [InlineData("学区")]
    public void Knows_WordsThatEverybodyUses_AreThere(string word) => Assert.True(Book.Knows(word));

    [Fact]
    public void Of_QuestionOfACitizen_KeepsWhatIsAskedAndDropsTheRest()
    {
        var question = ReadQuery.Of("请问低保材料", Book);
        Assert.Equal([(QueryPartKind.Everyday, "低保"), (QueryPartKind.Words, "材料")], question.Parts.Select(p => (p.Kind, p.Text)));
        Assert.Equal(["最低生活保障"], question.Parts[0].Official);
        Assert.True(question.WantsGuide);
    }

    [Theory]
    [InlineData("浔民规〔2026〕1号")]
    [InlineData("浔民规[2026]1号")]
    [InlineData("浔民规【2026】1号")]
    [InlineData("浔民规（2026）1号")]
    [InlineData("浔民规(２０２６)１号")]
    [InlineData("浔民规20261号")]
    public void Of_DocumentNumberInAnyBrackets_IsOnePart(string typed) =>
        Assert.Equal(QueryPartKind.Number, Assert.Single(ReadQuery.Of(typed, Book).Parts).Kind);

    [Fact]
    public void Of_NothingButSilentWords_IsAskedAsItStands()
    {
        Assert.Equal("怎么办", Assert.Single(ReadQuery.Of("怎么办", Book).Parts).Text);
        Assert.Empty(ReadQuery.Of("  \u3000？！", Book).Parts);
        Assert.Empty(ReadQuery.Of(null, Book).Parts);
    }

    [Fact]
    public void Of_EndlessText_IsCut() => Assert.Equal(ReadQuery.Longest, ReadQuery.Of(new string('救', 2000), Book).Typed.Length);

    [Fact]
    public void With_OwnWords_GoBeforeTheShippedOnes()
    {
        var book = WordBook.With([("低保", ["低收入家庭"]), ("五保", []), ("浔江鱼", ["渔业"])]);
        Assert.Equal(["低收入家庭"], book.OfficialOf("低保"));
        Assert.False(book.Knows("五保"));
        Assert.True(book.Knows("浔江鱼"));
    }

    [Fact]
    public void Of_PhraseSaidALittleOtherwise_IsKnownAsSimilar()
    {
        var book = WordBook.With([("祠堂戏台夜里漏雨", ["文物修缮"])]);
        var part = Assert.Single(ReadQuery.Of("村头祠堂的戏台一到夜里就漏雨", book).Parts, p => p.Text == "祠堂戏台夜里漏雨");
        Assert.Equal((QueryPartKind.Similar, "文物修缮"), (part.Kind, Assert.Single(part.Official)));
        Assert.InRange(part.Share, 0.3f, 1f);
    }

    [Fact]
    public void Of_PhraseAsItStands_IsNoSimilarOne()
    {
        var book = WordBook.With([("祠堂戏台夜里漏雨", ["文物修缮"])]);
        var part = Assert.Single(ReadQuery.Of("祠堂戏台夜里漏雨", book).Parts);
        Assert.Equal((QueryPartKind.Everyday, "祠堂戏台夜里漏雨", 1f), (part.Kind, part.Text, part.Share));
    }

    [Theory]
    [InlineData("祠堂里的人")]
    [InlineData("夜里怎么办")]
    [InlineData("甄嬛传全集")]
    public void Of_OnlyCommonCharactersShared_NothingIsSimilar(string typed)
    {
        var book = WordBook.With([("祠堂戏台夜里漏雨", ["文物修缮"]), ("夜里祠堂没人看门", ["治安巡逻"])]);
        Assert.DoesNotContain(ReadQuery.Of(typed, book).Parts, p => p.Text is "祠堂戏台夜里漏雨" or "夜里祠堂没人看门");
    }

    [Fact]
    public void Of_PhraseThatTheSiteEmptied_IsSimilarToNothing()
    {
        const string typed = "日子实在是过得不下去了怎么办";
        var phrase = ReadQuery.Of(typed, Book).Parts.First(p => p.Kind == QueryPartKind.Similar).Text;
        var emptied = WordBook.With([(phrase, [])]);
        Assert.DoesNotContain(ReadQuery.Of(typed, emptied).Parts, p => p.Text == phrase);
    }

    [Fact]
    public void Similar_SilentWords_CountForNothing()
    {
        var book = WordBook.With([("请问祠堂戏台找谁修", ["文物修缮"])]);
        var plain = book.Similar("祠堂戏台修", book.Said("祠堂戏台修"), [], 0.1f).First();
        var spoken = book.Similar("请问祠堂戏台怎么办理修呢", book.Said("请问祠堂戏台怎么办理修呢"), [], 0.1f).First();
        Assert.Equal(plain, spoken with { Likeness = plain.Likeness });
        Assert.InRange(plain.Likeness - spoken.Likeness, -0.2f, 0.2f);
    }

    [Fact]
    public void Of_StoryThatNoPhraseTells_IsKnownByAllOfThemTogether()
    {
        (string, IReadOnlyList<string>)[] own = [("祠堂戏台夜里漏雨", ["文物修缮"]), ("老祠堂的梁柱被虫蛀", ["文物修缮"]), ("牌坊瓦片掉落", ["文物修缮"]), ("夜里没人看门", ["治安巡逻"])];
        var topics = Topics(ReadQuery.Of("阿公讲牌坊边那间祠堂，梁柱歪了瓦片也碎", WordBook.With(own)));

        Assert.Contains("文物修缮", topics);
        Assert.DoesNotContain("治安巡逻", topics);
    }

    [Theory]
    [InlineData("红烧肉要放多少糖")]
    [InlineData("二次函数公式")]
    [InlineData("梦到掉牙是什么意思")]
    [InlineData("成都火锅哪家好")]
    [InlineData("苹果手机屏幕碎了")]
    public void Of_WhatNoPhraseIsAbout_HasNoTopic(string typed) => Assert.Empty(Topics(ReadQuery.Of(typed, Book)));

    [Fact]
    public void Topics_MoreSigns_MoreEvidence()
    {
        var one = Book.Topics(Book.Said("厂子倒闭"), 0).ToDictionary(t => t.Official, t => t.Evidence);
        var both = Book.Topics(["厂子倒闭", "被裁员"], 0).ToDictionary(t => t.Official, t => t.Evidence);

        Assert.NotEmpty(one);
        Assert.All(one, topic => Assert.True(both[topic.Key] >= topic.Value));
        Assert.True(both.Values.Max() > one.Values.Max());
        Assert.Equal(both.Values.OrderDescending(), both.Values);
    }

    private static IEnumerable<string> Topics(ReadQuery question) =>
        question.Parts.Where(p => p.Kind == QueryPartKind.Similar && p.Official is [var only] && only == p.Text).Select(p => p.Text);

    [Fact]
    public void Check_Pairs_SayWhatIsWrong()
    {
        Assert.Empty(SearchWord.Check("低保", "最低生活保障"));
        Assert.Empty(SearchWord.Check("低保", ""));
        Assert.Contains(SearchWord.Check("低", "最低生活保障"), r => r.Code == "SearchWord.TooShort");
        Assert.Contains(SearchWord.Check(new string('低', 21), ""), r => r.Code == "SearchWord.TooLong");
        Assert.Contains(SearchWord.Check("低保", "低保"), r => r.Code == "SearchWord.SameWord");
        Assert.Contains(SearchWord.Check("低保", string.Join('、', Enumerable.Range(10, 9).Select(i => "用语" + i))), r => r.Code == "SearchWord.TooMany");
    }
}
