using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>What is for particular groups goes onto the web only with the approver's reason.</summary>
public class AudienceTests
{
    private const string Code = "Checklist.AudienceIsParticular";
    private readonly TestClock _clock = new();
    private readonly Guid _clerk = Guid.NewGuid(), _reviewer = Guid.NewGuid();
    private readonly ChecklistCase _case = new ChecklistCase().Knowing(f => f with
    {
        Items = new Dictionary<string, ItemFacts> { ["05-abc"] = f.Items["05-abc"] with { Audience = "特定群众（申请人）" } },
    });

    [Theory]
    [InlineData("全社会", true)]
    [InlineData("", true)]
    [InlineData("全社会、特定群众", true)]
    [InlineData("社会公众", true)]
    [InlineData("特定群众", false)]
    [InlineData("特定群众（拟征地所在村集体成员）", false)]
    [InlineData("项目单位", false)]
    public void IsForEveryone_Cell_IsReadAsItIsWritten(string audience, bool everyone) => Assert.Equal(everyone, ItemReach.IsForEveryone(audience));

    [Theory]
    [InlineData("■政府网站 □政府公报", true)]
    [InlineData("□政府网站 ■社区/企事业单位/村公示栏（电子屏）", false)]
    [InlineData("■社区/企事业单位/村公示栏（电子屏）", false)]
    [InlineData("■精准推送", false)]
    [InlineData("■部门网站", true)]
    [InlineData("R政府网站\n£政府公报", true)]
    [InlineData("£政府网站\nR入户/现场", false)]
    [InlineData("政府公报、政府网站、新闻发布会", true)]
    [InlineData("村公示栏", false)]
    [InlineData("", true)]
    public void TicksWebsite_Cell_IsReadByItsMarks(string channels, bool ticks) => Assert.Equal(ticks, ItemReach.TicksWebsite(channels));

    [Fact]
    public void OffsiteChannels_Cell_LeavesTheWebOut() => Assert.Equal(
        [Channel.Visit, Channel.NoticeBoard], ItemReach.OffsiteChannels("■政府网站 ■入户/现场 ■村公示栏（电子屏） □政府公报"));

    [Fact]
    public void Submit_DoesNotWaitForTheApprover_ButApproveDoes()
    {
        var disclosure = Draft();
        var check = Check(disclosure);
        Assert.Equal([Code], check.Blocking.Select(r => r.Code));

        disclosure.Submit(check, _clock.Now, _clerk);
        disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", _clock.Now, _reviewer);

        var violation = Assert.Throws<RuleViolationException>(() => disclosure.Approve(Check(disclosure), _clock.Now, _reviewer));
        Assert.Equal([Code], violation.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void ExplainWarning_ByTheClerk_IsRefused()
    {
        var disclosure = Draft();

        var violation = Assert.Throws<RuleViolationException>(() => disclosure.ExplainWarning(Guid.NewGuid(), Code, "当事人同意", _clock.Now, _clerk));

        Assert.Equal([new Refusal("Disclosure.ReasonIsApprovers", Code)], violation.Refusals);
        disclosure.ExplainWarnings(new Dictionary<string, string> { [Code] = "当事人同意" }, _clock.Now, _clerk);
        Assert.Empty(disclosure.WarningReasons);
    }

    [Fact]
    public void Approve_WithTheApproversReason_PassesAndKeepsWhoAndWhy()
    {
        var disclosure = Draft();
        disclosure.Submit(Check(disclosure), _clock.Now, _clerk);
        disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", _clock.Now, _reviewer);

        disclosure.ExplainWarnings(new Dictionary<string, string> { [Code] = "当事人书面同意" }, _clock.Now, _reviewer, atApproval: true);
        disclosure.Approve(Check(disclosure), _clock.Now, _reviewer);

        var reason = Assert.Single(disclosure.WarningReasons);
        Assert.Equal((Code, "当事人书面同意", _reviewer, true), (reason.Code, reason.Reason, reason.By, reason.AtApproval));
        Assert.Empty(Check(disclosure).Blocking);
    }

    [Fact]
    public void Rules_OnlyWarnings_AreForTheApprover() =>
        Assert.All(PublicationChecklist.Rules.Where(r => r.ForApprover), r => Assert.Equal(ChecklistSeverity.Warning, r.Severity));

    private ChecklistResult Check(Disclosure disclosure) => PublicationChecklist.Check(disclosure, _case.Facts);

    private Disclosure Draft()
    {
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), _case.Text, _clock.Now, _clerk);
        disclosure.Edit(_case.Text, _case.Items, _clock.Now, _clerk);
        return disclosure;
    }
}
