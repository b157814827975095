using PublicDisclosure.Core.Data.Seed.Demo;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Privacy;

namespace PublicDisclosure.Core.Tests.Letters;

/// <summary>The letters written for the demonstration: enough, of every kind and end, and such as the rules let in.</summary>
public sealed class DemoLetterTests
{
    private static readonly IReadOnlyList<DemoLetter> All = DemoLetterReader.All();

    [Fact]
    public void All_Letters_AreEnoughAndOfEveryKindAndEnd()
    {
        Assert.True(All.Count >= 80, $"{All.Count}");
        Assert.Equal(Enum.GetValues<LetterKind>().Order(), All.Select(l => l.Kind).Distinct().Order());
        foreach (var end in new[] { "公开", "答复", "办理", "审核", "分办", "信访", "申请", "监察", "热线", "并", "延", "再", "稿", "撤" }) Assert.Contains(All, l => l.End == end);
    }

    [Fact]
    public void All_Letters_WouldBeTakenIn() => Assert.All(All, l => Assert.Empty(l.Text.Cleaned().Check()));

    [Fact]
    public void All_Answers_NameNobody() => Assert.All(All, l => Assert.Empty(PersonalDataFinder.Find(l.Answer)));

    [Fact]
    public void All_Suggestions_AnsweredOnesSayWhatBecameOfThem() =>
        Assert.All(All.Where(l => l.Kind == LetterKind.Suggestion && l.Answer.Length > 0), l => Assert.Contains("采纳", l.Of("ad"), StringComparison.Ordinal));

    [Fact]
    public void All_Texts_AreDifferent() => Assert.Equal(All.Count, All.Select(l => l.Text.Title).Distinct().Count());

    [Fact]
    public void Read_BrokenHead_IsReported() => Assert.Throws<FormatException>(() => DemoLetterReader.Read("=== 咨询 | 市民政局\n标题\n正文").ToList());
}
