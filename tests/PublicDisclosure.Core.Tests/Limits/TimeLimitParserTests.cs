using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Tests.Catalogue;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Tests.Time;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Limits;

public sealed class TimeLimitParserTests
{
    [Fact]
    public void Read_EverySeededWording_IsReadAsTheTableSays()
    {
        Assert.Equal(48, Readings.All.Count);
        Assert.All(Readings.All, r => Assert.Equal($"{r.Text} {r.Reading}", $"{r.Text} {Readings.Short(TimeLimitParser.Read(r.Text))}"));
        Assert.All(Readings.All, r => Assert.Equal((LimitReadingState.Understood, r.Text), (TimeLimitParser.Read(r.Text).State, TimeLimitParser.Read(r.Text).Text)));
    }

    [Fact]
    public void Table_OfReadings_IsThatOfTheSeededRows() => Assert.Equal(
        ShippedCatalogue.Items.GroupBy(i => i.Text.TimeLimit).Select(g => (TimeLimitParser.Flat(g.Key), g.Count())).Order(),
        Readings.All.Select(r => (TimeLimitParser.Flat(r.Text), r.Rows)).Order());

    [Theory]
    [InlineData("二十个工作日", "Due FormedOrChanged 20 WorkingDay")]
    [InlineData("信息形成之日起二十个工作日内", "Due Formed 20 WorkingDay")]
    [InlineData("自信息形成或变更之日起 20 个工作\n日内。", "Due FormedOrChanged 20 WorkingDay")]
    [InlineData("3个工作日内", "Due FormedOrChanged 3 WorkingDay")]
    [InlineData("5个工作日内；长期公示", "Due FormedOrChanged 5 WorkingDay + Standing")]
    [InlineData("永久公开", "Standing")]
    [InlineData("长期", "Standing")]
    [InlineData("同政策文件同步发布", "WithDocument 政策文件")]
    [InlineData("半年至少更新1次", "Recurring HalfYear PerPeriod")]
    [InlineData("每年更新两次", "Recurring HalfYear PerPeriod")]
    [InlineData("每季度的首个月20日", "Recurring Quarter day 20")]
    [InlineData("20个工作日内；法律、法规另有规定的，从其规定", "Due FormedOrChanged 20 WorkingDay")]
    [InlineData("作出决定之日起7日内", "Due Decided 7 Day")]
    [InlineData("一百二十日内", "Due FormedOrChanged 120 Day")]
    [InlineData("３个月内", "Due FormedOrChanged 3 Month")]
    public void Read_FurtherVocabulary_IsUnderstood(string text, string reading) => Assert.Equal(reading, Readings.Short(TimeLimitParser.Read(text)));

    [Theory]
    [InlineData("0个工作日", "Limit.AmountOutOfRange")]
    [InlineData("零个工作日内", "Limit.AmountOutOfRange")]
    [InlineData("401个工作日内", "Limit.AmountOutOfRange")]
    [InlineData("999999个工作日内", "Limit.AmountOutOfRange")]
    [InlineData("-5", "Limit.NotUnderstood")]
    [InlineData("-5个工作日内", "Limit.NotUnderstood")]
    [InlineData("20个工作日或30日", "Limit.NotUnderstood")]
    [InlineData("尽快", "Limit.NotUnderstood")]
    [InlineData("二二个工作日", "Limit.AmountOutOfRange")]
    [InlineData("及时公开；看情况", "Limit.NotUnderstood")]
    [InlineData("其他20个工作日内", "Limit.NotUnderstood")]
    [InlineData("", "Limit.Empty")]
    [InlineData("   ", "Limit.Empty")]
    public void Read_WhatMeansNothing_IsKeptFlaggedAndFallsBackToTheStatute(string text, string code)
    {
        var limit = TimeLimitParser.Read(text);

        Assert.Equal((text, LimitReadingState.NotUnderstood, true), (limit.Text, limit.State, limit.NeedsSteward));
        Assert.Equal([code], limit.Problems.Select(p => p.Code));
        Assert.Equal(new DueChoice(LimitSpan.Statutory, LimitAnchor.FormedOrChanged, DueBasis.Fallback, null), limit.DueFor(InformationKinds.None, LimitChannel.Website, SettledWords.Defaults));
    }

    [Theory]
    [InlineData("二十", 20)]
    [InlineData("十", 10)]
    [InlineData("十五", 15)]
    [InlineData("三十五", 35)]
    [InlineData("一百零五", 105)]
    [InlineData("一百二十", 120)]
    [InlineData("两", 2)]
    [InlineData("20", 20)]
    [InlineData("十二十", null)]
    [InlineData("一二", null)]
    [InlineData("", null)]
    [InlineData("12345", null)]
    public void ChineseNumber_Words_AreNumbersOrNothing(string text, int? number) => Assert.Equal(number, ChineseNumber.Read(text));
}
