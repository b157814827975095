using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Everything the desk shows as a coded value has a Chinese word; every finding and refusal has a Chinese text.</summary>
public sealed class WordsOfTheDeskTests
{
    private static readonly Type[] Shown =
    [
        typeof(DisclosureState), typeof(DisclosureAction), typeof(DisclosureAttribute), typeof(DocumentKind), typeof(DisclosureGenre), typeof(ThemeClass),
        typeof(SecrecyConclusion), typeof(NonDisclosureGround), typeof(WithdrawalReason), typeof(ChangeKind), typeof(Validity), typeof(ChecklistSeverity),
        typeof(PublicStanding), typeof(StandingAction), typeof(SuspensionOutcome), typeof(ProposalOutcome), typeof(PublicPart),
        typeof(Channel), typeof(MandatoryClass), typeof(DisclosureAspects),
    ];

    public static TheoryData<string> Rules => [.. PublicationChecklist.Rules.Select(r => r.Code)];

    [Fact]
    public void Words_EveryMember_HasAWord() => Assert.Empty(WithoutWord(Shown));

    [Fact]
    public void WithoutWord_PlantedEnum_IsReported() => Assert.Equal(["OutcomeKind.Done"], WithoutWord([typeof(OutcomeKind)]).Take(1));

    [Theory, MemberData(nameof(Rules))]
    public void RefusalTexts_EveryRule_SaysWhatToDo(string code)
    {
        var text = RefusalTexts.Plain(code);

        Assert.NotEqual(code, text);
        Assert.EndsWith("。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusalTexts_EveryDisclosureCodeInTheSource_HasAText()
    {
        var codes = SourceCodes().ToList();

        Assert.True(codes.Count > 20);
        Assert.DoesNotContain(codes, c => RefusalTexts.Plain(c) == c);
        Assert.Equal("Disclosure.Planted", RefusalTexts.Plain("Disclosure.Planted"));
    }

    private static IEnumerable<string> WithoutWord(IEnumerable<Type> types) => types
        .SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}")).Where(key => Words.Find(key) is null);

    private static IEnumerable<string> SourceCodes()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "PublicDisclosure.sln"))) root = root.Parent!;
        return Directory.EnumerateFiles(Path.Combine(root.FullName, "src/PublicDisclosure.Core/Disclosures"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "(?:Refusal|Refused)\\(\\s*\"((?:Disclosure|Attachment)\\.[A-Za-z]+)\""))
            .Select(m => m.Groups[1].Value).Distinct();
    }
}
