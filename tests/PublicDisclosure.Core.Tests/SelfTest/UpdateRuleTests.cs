using System.ComponentModel.DataAnnotations;
using PublicDisclosure.Core.SelfTest;

namespace PublicDisclosure.Core.Tests.SelfTest;

public sealed class UpdateRuleTests
{
    private static readonly DateOnly Newest = new(2026, 3, 2);

    [Theory]
    [InlineData("14d", 14, 0)]
    [InlineData("6m", 0, 6)]
    [InlineData("none", 0, 0)]
    public void Read_Rule_ReadsWhatItWrites(string text, int days, int months)
    {
        var rule = UpdateRule.Read(text);

        Assert.Equal(new UpdateRule(days, months), rule);
        Assert.Equal(text, rule!.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("14")]
    [InlineData("14w")]
    [InlineData("1000m")]
    [InlineData("十四d")]
    public void Read_AnythingElse_IsNoRule(string? text) => Assert.Null(UpdateRule.Read(text));

    [Theory]
    [InlineData("14d", "2026-03-16", false)]
    [InlineData("14d", "2026-03-17", true)]
    [InlineData("6m", "2026-09-02", false)]
    [InlineData("6m", "2026-09-03", true)]
    [InlineData("none", "2099-01-01", false)]
    public void IsLate_AtTheEdge_CountsThePeriodItselfAsInTime(string rule, string today, bool isLate) =>
        Assert.Equal(isLate, UpdateRule.Read(rule)!.IsLate(Newest, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void IsLate_EndOfMonth_StaysWithinTheMonth() => Assert.False(new UpdateRule(0, 6).IsLate(new DateOnly(2025, 8, 31), new DateOnly(2026, 2, 28)));

    [Fact]
    public void Options_RuleOf_TakesTheColumnsOwnThenItsKindsThenTheDeclared()
    {
        var options = new SelfTestOptions { UpdateRules = { ["five/result"] = "14d", ["Aspect"] = "3m" } };

        Assert.Equal("14d", options.RuleOf(SiteColumnKind.Aspect, "/five/result").ToString());
        Assert.Equal("3m", options.RuleOf(SiteColumnKind.Aspect, "/five/decision").ToString());
        Assert.Equal("6m", options.RuleOf(SiteColumnKind.Domain, "/catalogue/social-assistance").ToString());
        Assert.True(options.RuleOf(SiteColumnKind.Guide, "/organisations/mzj/guide").IsNone);
        Assert.All(Enum.GetValues<SiteColumnKind>(), kind => Assert.NotNull(options.RuleOf(kind, "/")));
    }

    [Fact]
    public void Options_Unreadable_AreRefusedAtStart()
    {
        var options = new SelfTestOptions { UpdateRules = { ["Aspect"] = "两周" }, Thresholds = { [SelfTestIndicator.BrokenLinks] = 0 } };

        Assert.Equal(2, options.Validate(new ValidationContext(options)).Count());
        Assert.Empty(new SelfTestOptions().Validate(new ValidationContext(options)));
    }

    [Theory]
    [InlineData(SelfTestIndicator.ColumnsEmpty, 0, SelfTestLevel.Green)]
    [InlineData(SelfTestIndicator.ColumnsEmpty, 4, SelfTestLevel.Amber)]
    [InlineData(SelfTestIndicator.ColumnsEmpty, 5, SelfTestLevel.Red)]
    [InlineData(SelfTestIndicator.HomeStale, 1, SelfTestLevel.Red)]
    [InlineData(SelfTestIndicator.ExternalLinks, 500, SelfTestLevel.Grey)]
    public void LevelOf_Count_IsByTheThreshold(SelfTestIndicator indicator, int open, SelfTestLevel level) =>
        Assert.Equal(level, new SelfTestOptions().LevelOf(SelfTestIndicators.Of(indicator), open));

    [Fact]
    public void LevelOf_ThresholdSet_GoesByTheSetting() =>
        Assert.Equal(SelfTestLevel.Red, new SelfTestOptions { Thresholds = { [SelfTestIndicator.ColumnsEmpty] = 2 } }.LevelOf(SelfTestIndicators.Of(SelfTestIndicator.ColumnsEmpty), 2));

    [Fact]
    public void Registry_EveryIndicator_HasOneRowWithItsOwnAddress()
    {
        Assert.Equal(Enum.GetValues<SelfTestIndicator>(), SelfTestIndicators.All.Select(r => r.Indicator).Order());
        Assert.Distinct(SelfTestIndicators.All.Select(r => r.Slug));
        Assert.All(SelfTestIndicators.All, r => Assert.Same(r, SelfTestIndicators.Find(r.Slug)));
        Assert.Null(SelfTestIndicators.Find("nowhere"));
        Assert.All(SelfTestIndicators.All, r => Assert.Equal(r.Kind == IndicatorKind.Listed, r.DefaultThreshold == 0));
    }

    [Fact]
    public void Site_SettingsLeftOpen_AreNamed() =>
        Assert.Equal(["Phone", "PoliceFiling"], new SiteTagOptions { IdCode = "4508810001", Icp = "桂ICP备1号", PoliceFiling = " " }.Missing());
}
