using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Tests.Guards;

namespace PublicDisclosure.Core.Tests.Disclosures;

/// <summary>The documents say what the code does. PUBLICDISCLOSURE_WRITE_DOCS=1 writes them anew.</summary>
public class GeneratedDocumentsTests
{
    [Fact]
    public void Transitions_Document_EqualsTheTable() => AssertEqual("docs/transitions.md", GeneratedDocuments.Transitions(DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps), StandingTransitions.All));

    [Fact]
    public void Visibility_Document_EqualsTheTable() => AssertEqual("docs/visibility.md", GeneratedDocuments.Visibility(PublicVisibility.All));

    [Fact]
    public void Checklist_Document_EqualsTheRules() => AssertEqual("docs/checklist.md", GeneratedDocuments.Checklist(PublicationChecklist.Rules));

    [Fact]
    public void Transitions_PlantedRow_IsSeen() => Assert.NotEqual(
        Stored("docs/transitions.md"),
        GeneratedDocuments.Transitions([.. DisclosureTransitions.All, (DisclosureState.Filed, DisclosureAction.Publish, DisclosureState.Published)], StandingTransitions.All));

    [Fact]
    public void Standing_PlantedRow_IsSeen() => Assert.NotEqual(
        Stored("docs/transitions.md"),
        GeneratedDocuments.Transitions(DisclosureTransitions.All, [.. StandingTransitions.All, (PublicStanding.Withdrawn, StandingAction.Publish, PublicStanding.Public)]));

    [Fact]
    public void ZeroReports_PlantedRow_IsSeen() => Assert.NotEqual(
        Stored("docs/transitions.md"),
        GeneratedDocuments.Transitions(
            DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps), StandingTransitions.All, [.. Core.Coverage.ZeroReportTransitions.All, (Core.Coverage.ZeroReportState.Returned, "ZeroReport.Confirm", Core.Coverage.ZeroReportState.Confirmed)]));

    [Fact]
    public void Letters_PlantedRow_IsSeen() => Assert.NotEqual(
        Stored("docs/transitions.md"),
        GeneratedDocuments.Transitions(
            DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps), StandingTransitions.All,
            letters: [.. Core.Letters.LetterTransitions.All, new(Core.Letters.LetterState.Directed, Core.Letters.LetterAct.Answer, Core.Letters.LetterState.Answered)]));

    [Fact]
    public void Cases_PlantedRow_IsSeen() => Assert.NotEqual(
        Stored("docs/transitions.md"),
        GeneratedDocuments.Transitions(
            DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps), StandingTransitions.All,
            cases: [.. Core.OpinionCases.CaseTransitions.All, (Core.OpinionCases.CaseStage.Closed, Core.OpinionCases.CaseTransitions.Respond, Core.OpinionCases.CaseStage.Responding)]));

    [Fact]
    public void ErrorReports_PlantedRow_IsSeen() => Assert.NotEqual(
        Stored("docs/transitions.md"),
        GeneratedDocuments.Transitions(
            DisclosureTransitions.All.Concat(DisclosureTransitions.WithThreeSteps), StandingTransitions.All,
            errors: [.. Core.ErrorReports.ErrorReportTransitions.All, (Core.ErrorReports.ErrorReportState.Answered, Core.ErrorReports.ErrorReportTransitions.Answer, Core.ErrorReports.ErrorReportState.Answered)]));

    [Fact]
    public void Visibility_PlantedLeak_IsSeen() => Assert.NotEqual(
        Stored("docs/visibility.md"),
        GeneratedDocuments.Visibility(PublicVisibility.All.Select(row =>
            row.Standing == PublicStanding.Suspended ? row with { View = row.View with { Parts = PublicPart.Title } } : row)));

    [Fact]
    public void Checklist_PlantedSeverity_IsSeen()
    {
        List<ChecklistRule> rules = [.. PublicationChecklist.Rules];
        rules[0] = rules[0] with { Severity = ChecklistSeverity.Warning };

        Assert.NotEqual(Stored("docs/checklist.md"), GeneratedDocuments.Checklist(rules));
    }

    [Fact]
    public void Walkthrough_NamedFiles_Exist() => Assert.Empty(Missing(Stored("docs/walkthrough.md")));

    [Fact]
    public void Walkthrough_PlantedFile_IsMissed() => Assert.Equal(["src/Gone.cs"], Missing("| 1 | `src/Gone.cs` |"));

    private static IEnumerable<string> Missing(string document) => System.Text.RegularExpressions.Regex.Matches(document, "`(src/[^`]+)`")
        .Select(m => m.Groups[1].Value).Where(path => !File.Exists(Path.Combine(Repository.Root, path)));

    private static void AssertEqual(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable("PUBLICDISCLOSURE_WRITE_DOCS") == "1") File.WriteAllText(Path.Combine(Repository.Root, path), expected);
        Assert.Equal(expected, Stored(path));
    }

    private static string Stored(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
}
