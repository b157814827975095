using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Tests.Catalogue;
using PublicDisclosure.Core.Tests.Disclosures;
using PublicDisclosure.Core.Tests.Time;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Tests.Limits;

/// <summary>Which rule of a limit holds for a piece of information, and what stands in where none does.</summary>
public sealed class TimeLimitTests
{
    [Theory]
    [InlineData("及时公开；管理信息20个工作日内；行政许可、处罚决定7个工作日内", InformationKinds.None, "20 WorkingDay After Item")]
    [InlineData("及时公开；管理信息20个工作日内；行政许可、处罚决定7个工作日内", InformationKinds.Management, "20 WorkingDay After Item")]
    [InlineData("及时公开；管理信息20个工作日内；行政许可、处罚决定7个工作日内", InformationKinds.Penalty, "7 WorkingDay After Item")]
    [InlineData("除处罚决定外：长期公开（动态调整）；处罚决定：20个工作日内", InformationKinds.None, "20 WorkingDay After Statutory")]
    [InlineData("除处罚决定外：长期公开（动态调整）；处罚决定：20个工作日内", InformationKinds.Penalty, "20 WorkingDay After Item")]
    [InlineData("执法决定7个工作日内；其他20个工作日内", InformationKinds.Enforcement, "7 WorkingDay After Item")]
    [InlineData("执法决定7个工作日内；其他20个工作日内", InformationKinds.None, "20 WorkingDay After Item")]
    [InlineData("执法决定7个工作日内", InformationKinds.None, "20 WorkingDay After Statutory")]
    [InlineData("收到征地批准文件之日起10个工作日内（网站）；村公示栏按节点", InformationKinds.None, "10 WorkingDay After Item")]
    [InlineData("实地启动时村公示栏公开", InformationKinds.None, "20 WorkingDay After Statutory")]
    [InlineData("本级政府财政部门批复后20日内", InformationKinds.None, "20 Day After Item")]
    [InlineData("组织听证7个工作日前", InformationKinds.None, "7 WorkingDay Before Item")]
    [InlineData("实时公开", InformationKinds.None, "1 WorkingDay After Item")]
    [InlineData("按季度", InformationKinds.None, "20 WorkingDay After Statutory")]
    [InlineData("征求意见期限不得少于30日", InformationKinds.None, null)]
    [InlineData("随采购公告、采购文件公开", InformationKinds.None, null)]
    public void DueFor_WebsiteAndKind_IsTheRuleThatHolds(string text, InformationKinds kind, string? expected)
    {
        var choice = TimeLimitParser.Read(text).DueFor(kind, LimitChannel.Website, SettledWords.Defaults);

        Assert.Equal(expected, choice is null ? null : $"{choice.Span.Amount} {choice.Span.Unit} {choice.Span.Direction} {choice.Basis}");
    }

    [Fact]
    public void DueFor_OtherChannel_HasItsOwnRule() => Assert.Equal(
        (5, LimitAnchor.SurveyEnded),
        TimeLimitParser.Read("调查结束后5个工作日内村公示栏公开").DueFor(InformationKinds.None, LimitChannel.VillageBoard, SettledWords.Defaults) is { } due ? (due.Span.Amount, due.Anchor) : default);

    [Fact]
    public void DueFor_SettledWord_FollowsItsReading()
    {
        var words = new SettledWords(new Dictionary<SettledWord, LimitSpan> { [SettledWord.Promptly] = new(5, LimitUnit.WorkingDay) });

        Assert.Equal(5, TimeLimitParser.Read("及时公开").DueFor(InformationKinds.None, LimitChannel.Website, words)!.Span.Amount);
        Assert.Equal(1, TimeLimitParser.Read("即时公开").DueFor(InformationKinds.None, LimitChannel.Website, words)!.Span.Amount);
    }

    [Theory]
    [InlineData("按季度", "2025-09-30", "2025-11-04")]
    [InlineData("每季度的首个月20日", "2025-12-31", "2026-01-20")]
    [InlineData("半年至少更新1次", "2025-06-30", "2025-07-28")]
    public void PeriodDue_Recurring_IsCountedFromThePeriodsEnd(string text, string end, string due) => Assert.Equal(
        DatedCases.Day(due), TimeLimitParser.Read(text).Recurring()!.PeriodDue(ShippedCalendar.Calendar, SettledWords.Defaults, DatedCases.Day(end)).End);

    [Fact]
    public void PeriodDue_RuleWithoutPeriods_Throws() => Assert.Throws<InvalidOperationException>(
        () => TimeLimitParser.Read("及时公开").Rules[0].PeriodDue(ShippedCalendar.Calendar, SettledWords.Defaults, DatedCases.Day("2025-09-30")));

    [Fact]
    public void Kinds_OfSeededItems_AreSaidByTheirNames()
    {
        Assert.Equal(InformationKinds.Permit, KindsOfInformation.Of(ShippedCatalogue.Items.First(i => i.Text.Level1 == "行政许可类事项").Text));
        Assert.Equal(InformationKinds.Penalty, KindsOfInformation.Of(ShippedCatalogue.Items.First(i => i.Text.Level2.Contains("对导游违法行为的行政处罚", StringComparison.Ordinal)).Text));
        var plain = ShippedCatalogue.Items.First(i => i.Text.Level2 == "政府投资项目建议书审批").Text;
        Assert.Equal(InformationKinds.None, KindsOfInformation.Of(plain));
        Assert.Equal(InformationKinds.Enforcement, KindsOfInformation.Of(plain, DisclosureGenre.Enforcement));
    }

    [Fact]
    public void Ruling_KeepsItsRulesAndRefusesNonsense()
    {
        TimeLimitRule[] rules =
        [
            new() { Anchor = LimitAnchor.Approved, Amount = 15, Unit = LimitUnit.Day },
            new() { Kind = TimeLimitRuleKind.Recurring, Every = RecurrencePeriod.Quarter, Word = SettledWord.PerPeriod, Kinds = InformationKinds.Permit | InformationKinds.Penalty },
        ];
        var ruling = LimitRuling.Make(Guid.NewGuid(), "", "２０日 或者30日", rules, "市政府办通知", "", new DateOnly(2026, 1, 1), new TestKit.TestClock().Now, Guid.NewGuid());

        Assert.Equal(rules, ruling.Rules);
        Assert.Equal("20日或者30日", ruling.Phrase);
        Assert.Equal(
            ["Limit.AmountOutOfRange Rules[0]", "Limit.PeriodMissing Rules[1]", "Limit.BeforeNeedsEvent Rules[2]", "Limit.DocumentMissing Rules[3]", "Limit.KindBothWays Rules[4]", "Limit.ArticleMissing Article"],
            LimitRuling.Check(
                [
                    new TimeLimitRule { Amount = 0 }, new TimeLimitRule { Kind = TimeLimitRuleKind.Recurring, Word = SettledWord.PerPeriod },
                    new TimeLimitRule { Amount = 3, Anchor = LimitAnchor.EventHeld }, new TimeLimitRule { Kind = TimeLimitRuleKind.WithDocument },
                    new TimeLimitRule { Amount = 3, Kinds = InformationKinds.Permit, Except = InformationKinds.Permit },
                ], " ", "").Select(r => $"{r.Code} {r.Field}"));
    }
}
