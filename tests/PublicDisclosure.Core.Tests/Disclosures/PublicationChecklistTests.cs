using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Disclosures;

public class PublicationChecklistTests
{
    public static TheoryData<string> Codes => [.. ChecklistCases.All.Keys];

    [Fact]
    public void Check_GoodText_FindsNothing() => Assert.Empty(new ChecklistCase().Codes());

    [Theory, MemberData(nameof(Codes))]
    public void Check_TextThatBreaksTheRule_FindsIt(string code) =>
        Assert.Contains("Checklist." + code, ChecklistCases.All[code].Breaks.Codes());

    [Theory, MemberData(nameof(Codes))]
    public void Check_TextThatKeepsTheRule_DoesNotFindIt(string code) =>
        Assert.DoesNotContain("Checklist." + code, ChecklistCases.All[code].Keeps.Codes());

    [Fact]
    public void Rules_Each_HasACase() => Assert.Empty(WithoutCase(PublicationChecklist.Rules, ChecklistCases.All.Keys));

    [Fact]
    public void WithoutCase_PlantedRule_IsReported()
    {
        var planted = PublicationChecklist.Rules[0] with { Code = "Checklist.Planted" };

        Assert.Equal(["Checklist.Planted"], WithoutCase([.. PublicationChecklist.Rules, planted], ChecklistCases.All.Keys));
    }

    [Fact]
    public void Cases_Each_BelongToARule() =>
        Assert.Empty(ChecklistCases.All.Keys.Except(PublicationChecklist.Rules.Select(r => r.Code["Checklist.".Length..])));

    [Fact]
    public void Rules_Codes_AreUniqueAndAtLeastThirty()
    {
        Assert.Distinct(PublicationChecklist.Rules.Select(r => r.Code));
        Assert.True(PublicationChecklist.Rules.Count >= 30);
        Assert.All(PublicationChecklist.Rules, r => Assert.True(r.Code.Length <= WarningReason.CodeLength));
    }

    /// <summary>A formed date that was corrected by decision is no change of the text; another item is one, and so is another element.</summary>
    [Theory]
    [InlineData("05-abc", null, 0, true)]
    [InlineData("05-abc", null, -3, true)]
    [InlineData("05-abc", "不同的要素", 0, false)]
    [InlineData("05-xyz", null, 0, false)]
    [InlineData(null, null, 0, true)]
    public void Check_ChangeThatChangesNothing_IsFound(string? publishedItem, string? elements, int formedDays, bool isFound)
    {
        var good = new ChecklistCase { Change = ChangeKind.Update };
        var published = new PublishedFacts(good.Text with { FormedOn = ChecklistCase.Today.AddDays(formedDays) }, []) { Items = publishedItem is null ? null : new Dictionary<string, string?> { [publishedItem] = elements } };

        Assert.Equal(isFound, good.Knowing(f => f with { Published = published }).Codes().Contains("Checklist.CorrectionChangesNothing"));
    }

    [Fact]
    public void Check_PrivateNumber_IsNotRepeatedInTheFinding()
    {
        var finding = ChecklistCases.All["IdentityNumberFound"].Breaks.Check().Findings.Single(f => f.Refusal.Code == "Checklist.IdentityNumberFound");

        Assert.Equal("110*************2X", Assert.Single(finding.Refusal.Arguments));
    }

    [Fact]
    public void Blocking_ExplainedWarning_DoesNotBlock_UntilTheTextChanges()
    {
        var subject = ChecklistCases.All["SummaryMissing"].Breaks;
        var clock = new TestClock();
        var disclosure = Disclosure.Create(Guid.NewGuid(), Guid.NewGuid(), subject.Text, clock.Now, Guid.NewGuid());
        disclosure.Edit(subject.Text, subject.Items, clock.Now, Guid.NewGuid());
        Assert.Equal(["Checklist.SummaryMissing"], PublicationChecklist.Check(disclosure, subject.Facts).Blocking.Select(r => r.Code));

        disclosure.ExplainWarning(Guid.NewGuid(), "Checklist.SummaryMissing", "标题已说明内容", clock.Now, Guid.NewGuid());
        Assert.Empty(PublicationChecklist.Check(disclosure, subject.Facts).Blocking);

        disclosure.Edit(subject.Text with { Keywords = "低保" }, subject.Items, clock.Now, Guid.NewGuid());
        Assert.NotEmpty(PublicationChecklist.Check(disclosure, subject.Facts).Blocking);
    }

    [Fact]
    public void Blocking_Error_BlocksWhateverReasonIsGiven()
    {
        var finding = new ChecklistFinding(new Core.Shared.Refusal("Checklist.BodyMissing"), ChecklistSeverity.Error, IsExplained: true);

        Assert.NotEmpty(new ChecklistResult(1, [finding]).Blocking);
    }

    private static IEnumerable<string> WithoutCase(IEnumerable<ChecklistRule> rules, IEnumerable<string> cases) =>
        rules.Select(r => r.Code).Except(cases.Select(c => "Checklist." + c));
}
