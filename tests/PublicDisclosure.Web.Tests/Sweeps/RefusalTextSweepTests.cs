using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>Every refusal code of the source has a Chinese text, and every text is of a code that still exists.</summary>
public sealed partial class RefusalTextSweepTests
{
    [Fact]
    public void Codes_All_HaveAText() => Assert.Empty(Codes(SourceTree.Sources()).Except(Texts()));

    [Fact]
    public void Texts_All_AreOfACode()
    {
        var source = string.Join('\n', SourceTree.Sources());
        var quoted = QuotedNames([source]).ToHashSet();

        Assert.DoesNotContain(Texts(), key => !quoted.Contains(key) && !IsPutTogether(key, source));
    }

    /// <summary>2027年, never 2027 年: the house writes dates as documents do (GB/T 9704-2012).</summary>
    [Fact]
    public void Dates_InTexts_HaveNoSpaces() => Assert.Empty(SourceTree.Sources().Append(Resource("Refusals")).Append(Resource("Words")).SelectMany(SpacedDates));

    [Theory]
    [InlineData("{0} 年还没有通知", true)]
    [InlineData("{estimate.Year} 年", true)]
    [InlineData("12 月 25 日", true)]
    [InlineData("{0}年12月25日", false)]
    [InlineData("6 个月内，3 日内", false)]
    public void SpacedDates_Planted_AreSeen(string text, bool isSeen) => Assert.Equal(isSeen, SpacedDates(text).Any());

    private static IEnumerable<string> SpacedDates(string text) => SpacedDate().Matches(text).Select(match => match.Value);

    private static string Resource(string name) => File.ReadAllText(Path.Combine(SourceTree.Root, $"src/PublicDisclosure.Web/Resources/{name}.resx"));

    [Fact]
    public void Sweep_PlantedSource_IsRead()
    {
        const string Source = """throw new RuleViolationException(new Refusal("Planted.One", null)); return Outcome.Refused("Planted.Two"); var x = "Planted.Three";""";

        Assert.Equal(["Planted.One", "Planted.Two"], Codes([Source]));
        Assert.Contains("Planted.Three", QuotedNames([Source]));
    }

    /// <summary>A code made as <c>"Attachment." + reason</c>: the noun with its dot and the reason stand in the source by themselves.</summary>
    private static bool IsPutTogether(string key, string source)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return source.Contains($"\"{key[..(dot + 1)]}", StringComparison.Ordinal)
            && Regex.IsMatch(source, $@"\b{Regex.Escape(key[(dot + 1)..])}\b");
    }

    private static IEnumerable<string> Codes(IEnumerable<string> sources) =>
        sources.SelectMany(source => Code().Matches(source)).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> QuotedNames(IEnumerable<string> sources) =>
        sources.SelectMany(source => Quoted().Matches(source)).Select(match => match.Groups[1].Value).Distinct();

    private static HashSet<string> Texts() => [.. XDocument
        .Load(Path.Combine(SourceTree.Root, "src/PublicDisclosure.Web/Resources/Refusals.resx"))
        .Descendants("data").Select(data => data.Attribute("name")!.Value)];

    [GeneratedRegex("(?:new Refusal|Outcome\\.Refused)\\(\\s*\"([A-Z][A-Za-z]+\\.[A-Z][A-Za-z0-9]+)\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"[0-9}] (?:年|月 [0-9{]).{0,6}")]
    private static partial Regex SpacedDate();

    [GeneratedRegex("\"([A-Z][A-Za-z]+\\.[A-Z][A-Za-z0-9]+)\"")]
    private static partial Regex Quoted();
}
