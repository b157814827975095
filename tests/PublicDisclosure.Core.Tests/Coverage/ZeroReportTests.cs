using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Coverage;

/// <summary>本期无信息 takes two persons and words that may be public.</summary>
public sealed class ZeroReportTests
{
    private static readonly DateOnly Today = TestClock.DefaultDay;
    private static readonly DateTime Now = new TestClock().Now;
    private static readonly Guid Clerk = Guid.NewGuid(), Reviewer = Guid.NewGuid();

    [Theory]
    [InlineData("", "ZeroReport.RemarkMissing")]
    [InlineData("  ", "ZeroReport.RemarkMissing")]
    [InlineData("经办人身份证号11010519491231002X。", "ZeroReport.RemarkHasPersonalData")]
    [InlineData("本季度\u202E没有。", "Text.ForbiddenCharacters")]
    public void Declare_RemarkThatMayNotBePublic_IsRefused(string remark, string code)
    {
        var violation = Assert.Throws<RuleViolationException>(() => Declared(remark));

        Assert.Equal(code, Assert.Single(violation.Refusals).Code);
    }

    [Fact]
    public void Declare_RemarkTooLong_IsRefused() =>
        Assert.Equal("ZeroReport.RemarkTooLong", Assert.Single(Assert.Throws<RuleViolationException>(() => Declared(new string('无', ZeroReport.RemarkLength + 1))).Refusals).Code);

    [Theory]
    [InlineData("2026-Q1", true)]
    [InlineData("2025-Q4", false)]
    [InlineData("2026", true)]
    [InlineData("2026-02", false)]
    public void Check_Period_MustHaveEnded(string period, bool isRunning) =>
        Assert.Equal(isRunning, ZeroReport.Check(ReportingPeriod.Parse(period)!, "没有新增。", Today).Any(r => r.Code == "ZeroReport.PeriodRunning"));

    [Fact]
    public void Decide_Twice_IsRefused()
    {
        var report = Declared();
        report.Confirm(Now, Reviewer);

        Assert.Equal((ZeroReportState.Confirmed, 1, Reviewer), (report.State, report.Revision, report.DecidedBy));
        Assert.Equal(["ZeroReport.NotWaiting"], report.CheckDecision(Reviewer).Select(r => r.Code));
        Assert.Throws<RuleViolationException>(() => report.Return("不对", Now, Reviewer));
        Assert.Equal(ZeroReportState.Confirmed, report.State);
    }

    [Fact]
    public void Return_NeedsAReason_AndAnotherPerson()
    {
        var report = Declared();

        Assert.Equal("ZeroReport.ReturnWithoutReason", Assert.Single(Assert.Throws<RuleViolationException>(() => report.Return(" ", Now, Reviewer)).Refusals).Code);
        Assert.Equal("ZeroReport.ConfirmerIsDeclarer", Assert.Single(Assert.Throws<RuleViolationException>(() => report.Return("不对", Now, Clerk)).Refusals).Code);
        Assert.Equal((ZeroReportState.Declared, 0), (report.State, report.Revision));
        report.Return("有一笔资金。", Now, Reviewer);
        Assert.Equal((ZeroReportState.Returned, "有一笔资金。"), (report.State, report.DecisionRemark));
    }

    private static ZeroReport Declared(string remark = "本季度没有新增救助对象。") => ZeroReport.Declare(
        Guid.NewGuid(), Duty.Create(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "05-a", GovernmentLevels.County, Today), ReportingPeriod.Parse("2025-Q4")!, remark, Today, Now, Clerk);
}
