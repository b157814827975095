using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Tests.WordLists;

public sealed class WordMatcherTests
{
    private static readonly WordMatcher Shipped = new(WordListSeed.Shipped.Select(e => new WordLine(Guid.NewGuid(), e)));

    [Theory]
    [InlineData("请将款项转入帐户，座落于城区。", "帐户,座落")]
    [InlineData("既使用公款又不登记，既使如此。", "既使")]
    [InlineData("按装机容量安装，并按装好。", "按装")]
    [InlineData("内部份额分配，一部份人员。", "部份")]
    [InlineData("原国土局移交自然资源局，国土局印章停用。", "国土局")]
    [InlineData("《国土资源部关于规范管理的通知》（国土资源部令第39号）", "")]
    [InlineData("国土资源部门和卫生部门联合检查。", "")]
    [InlineData("交付主任审定后，由付主任签字。", "付主任")]
    [InlineData("香港等国家和地区的客商", "")]
    [InlineData("前往香港等国家旅游", "香港等国家")]
    [InlineData("深入学习贯彻习近平新时代中国特色社会主义思想", "")]
    [InlineData("", "")]
    public void Find_ShippedLists_FindWrongFormsOnly(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', Shipped.Find(text).Select(h => h.Entry.Wrong)));

    [Fact]
    public void Find_OverlappingForms_LongestCounts()
    {
        var matcher = new WordMatcher([Line("甲乙"), Line("甲乙丙"), Line("丙丁")]);

        Assert.Equal(["甲乙丙", "甲乙", "丙丁"], matcher.Find("甲乙丙丁甲乙丁丙丁").Select(h => h.Entry.Wrong));
    }

    [Fact]
    public void Find_SwitchedOff_IsNotFound() => Assert.Empty(new WordMatcher([new WordLine(Guid.NewGuid(), Line("甲乙").Entry with { IsActive = false })]).Find("甲乙"));

    [Fact]
    public void Context_ShowsTheWordsAround()
    {
        var text = new string('前', 40) + "帐户" + new string('后', 40);

        Assert.Equal(new string('前', 20) + "帐户" + new string('后', 20), Shipped.Find(text).Single().Context(text));
    }

    [Fact]
    public void Shipped_AtLeastTwoHundredOfEveryKind_AndSound()
    {
        Assert.True(WordListSeed.Shipped.Count >= 200);
        Assert.All(Enum.GetValues<WordListKind>(), kind => Assert.True(WordListSeed.Shipped.Count(e => e.Kind == kind) >= 30));
        Assert.All(WordListSeed.Shipped, e => Assert.Empty(WordEntry.Check(e)));
        Assert.All(WordListSeed.Shipped, e => Assert.Empty(Shipped.Find(e.Right).Select(h => $"{e.Wrong} → {e.Right} holds {h.Entry.Wrong}")));
        // Every exception does what it is for.
        Assert.All(WordListSeed.Shipped, e => Assert.All(e.ExceptionForms, form => Assert.DoesNotContain(Shipped.Find(form), h => h.Entry == e)));
    }

    [Fact]
    public void Find_HandwrittenDocumentsAndPatterns_RaiseNoFalseError()
    {
        var texts = SeedFiles.Names("Demo/").Where(n => n.EndsWith(".md", StringComparison.Ordinal)).Select(n => (Name: n, Text: SeedFiles.Text(n))).ToList();
        var found = texts.SelectMany(t => Shipped.Find(t.Text).Select(h => $"{t.Name}: {h.Context(t.Text)}")).ToList();

        Assert.True(texts.Sum(t => t.Text.Length) > 200_000);
        Assert.Empty(found);
    }

    [Fact]
    public void Find_AMillionRightCharacters_FindsNothing()
    {
        var text = string.Concat(Enumerable.Repeat("为做好城乡低保工作，现就有关事项通知如下，请认真贯彻执行，并按时报送落实情况。", 26_000));

        Assert.Empty(Shipped.Find(text));
    }

    private static WordLine Line(string wrong) => new(Guid.NewGuid(), new WordEntry(wrong, "对", WordListKind.Spelling, false, "", ""));
}
