using PublicDisclosure.Core.Tests.Guards;

namespace PublicDisclosure.Core.Tests.Search;

/// <summary>
/// The labelled questions by which search is measured: enough of each kind, hard where they say so, and their right pages exist. A set
/// that drifts from the demonstration would measure nothing.
/// </summary>
public sealed class LabelledQuestionsTests
{
    private static readonly string Seeds = Path.Combine(Repository.Root, "src", "PublicDisclosure.Core", "Data", "Seed");

    private static readonly IReadOnlyList<Row> Rows =
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "PublicDisclosure.Benchmarks", "Search", "questions.tsv")).Skip(1).Select(l => l.Split('\t')).Select(f => new Row(f[0], f[1], f[2], f[3].Split(" | ", StringSplitOptions.RemoveEmptyEntries), f[4]))];

    [Fact]
    public void Set_Numbers_GoUpByOneAndNoQuestionIsAskedTwice()
    {
        Assert.Equal(Enumerable.Range(1, Rows.Count).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), Rows.Select(r => r.Number));
        Assert.Equal(Rows.Count, Rows.Select(r => r.Words).Distinct().Count());
    }

    [Theory]
    [InlineData("situation", 50)]
    [InlineData("typo", 20)]
    [InlineData("spoken", 15)]
    [InlineData("nothing", 20)]
    public void Set_Kind_IsAskedOftenEnough(string kind, int least) => Assert.InRange(Rows.Count(r => r.Kind == kind), least, int.MaxValue);

    [Fact]
    public void Set_Whole_IsLargeEnoughAndHalfOfEachKindIsHeldOut()
    {
        Assert.InRange(Rows.Count, 120, int.MaxValue);
        Assert.All(Rows.GroupBy(r => r.Kind), kind => Assert.InRange(kind.Count(r => r.Half == "b") - kind.Count(r => r.Half == "a"), -1, 1));
        Assert.All(Rows, r => Assert.Contains(r.Half, (string[])["a", "b"]));
    }

    [Fact]
    public void Situation_Words_ShareNoTwoCharactersInARowWithARightTitle() =>
        Assert.All(Rows.Where(r => r.Kind == "situation"), r => Assert.All(r.Right, title => Assert.Empty(Pairs(r.Words).Intersect(Pairs(title)))));

    [Fact]
    public void Right_Titles_AreOfTheDemonstrationOrTheCatalogue()
    {
        var known = Directory.EnumerateFiles(Seeds, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".md" or ".csv" or ".json").Select(File.ReadAllText).ToList();

        Assert.All(Rows, r => Assert.True(r.Right.Length > 0 == (r.Kind != "nothing"), r.Words));
        Assert.All(Rows.SelectMany(r => r.Right).Distinct(), title => Assert.True(known.Exists(text => text.Contains(Written(title), StringComparison.Ordinal)), title));
    }

    /// <summary>An interpretation has no title of its own in the seeds: it takes its policy's.</summary>
    private static string Written(string title) => title[0] == '《' && title.LastIndexOf('》') is > 0 and var end && !title.EndsWith("政策解读", StringComparison.Ordinal) ? title[1..end] : title;

    private static IEnumerable<string> Pairs(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Where(i => IsHan(text[i]) && IsHan(text[i + 1])).Select(i => text.Substring(i, 2));

    private static bool IsHan(char c) => c is >= '一' and <= '鿿';

    private sealed record Row(string Number, string Words, string Kind, string[] Right, string Half);
}
