using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class PlainSummaryRuleTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("低保提高了。", 6)]
    [InlineData("每月880元。", 7)]
    // Rare characters of names and places take two units of storage.
    [InlineData("𠮷祥社区", 4)]
    // A letter and its accent are one character, and so is the end of a line however it is written, which does not count.
    [InlineData("cafe\u0301", 4)]
    [InlineData("一\r\n二\n三", 3)]
    public void Count_AsPeopleSeeIt_IsTheNumberOfCharacters(string text, int expected) => Assert.Equal(expected, PlainSummaryRule.Count(text));

    [Theory]
    [InlineData("甲。乙！丙？丁；戊", "甲|乙|丙|丁|戊")]
    [InlineData("甲\n乙\r\n丙", "甲|乙|丙")]
    [InlineData("甲!乙?丙;丁", "甲|乙|丙|丁")]
    [InlineData("  甲 。。 乙 ", "甲|乙")]
    [InlineData("甲，乙、丙：丁", "甲，乙、丙：丁")]
    [InlineData("增长4.8%", "增长4.8%")]
    public void Sentences_EndMarksAndLines_PartThem(string text, string expected) => Assert.Equal(expected.Split('|'), PlainSummaryRule.Sentences(text));

    [Theory]
    [InlineData(30, 0)]
    [InlineData(31, 1)]
    public void TooLong_SentenceAtTheLimit_IsKeptAndOneBeyondIsNamed(int length, int found)
    {
        var sentence = new string('长', length);

        Assert.Equal(Enumerable.Repeat(sentence, found), PlainSummaryRule.TooLong("短句。" + sentence + "。短句"));
    }

    [Fact]
    public void TooLong_ThirtyRareCharacters_AreThirtyCharacters() =>
        Assert.Empty(PlainSummaryRule.TooLong(string.Concat(Enumerable.Repeat("𠮷", 30))));

    [Fact]
    public void Check_LongestSummaryOfRareCharacters_CanBeStored()
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", PlainSummaryRule.MostCharacters));

        Assert.DoesNotContain(DisclosureText.Check(new DisclosureText { Title = "标题", PlainSummary = text }), r => r.Field == nameof(DisclosureText.PlainSummary));
    }

    [Fact]
    public void Findings_LongSentence_NameItItsLengthAndTheLimit()
    {
        var sentence = new string('长', 33);
        var check = new ChecklistCase().With(t => t with { PlainSummary = "第一句。" + sentence + "。" }).Check();

        Assert.Equal([sentence, 33, 30], Assert.Single(check.Errors, e => e.Refusal.Code == "Checklist.PlainSentenceTooLong").Refusal.Arguments);
    }

    [Fact]
    public void Findings_SummaryOfManyWords_SaysHowManyAreTooMany()
    {
        var text = string.Concat(Enumerable.Repeat("十个字一句话的摘要。", 16));
        var check = new ChecklistCase().With(t => t with { PlainSummary = text }).Check();

        Assert.Equal([150, 160, 10], Assert.Single(check.Errors, e => e.Refusal.Code == "Checklist.PlainSummaryTooLong").Refusal.Arguments);
    }

    [Fact]
    public void Normalised_LinesOfABrowser_AreLinesOfTheSystem() =>
        Assert.Equal("一。\n二。", new DisclosureText { PlainSummary = " 一。\r\n二。\r\n" }.Normalised().PlainSummary);
}
