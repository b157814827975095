using System.Text.RegularExpressions;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>What the Razor compiler takes for plain text without a word: a sign @ right behind a letter, Chinese ones included, begins no code.</summary>
public sealed partial class RazorSweepTests
{
    [Fact]
    public void Views_CodeRightBehindALetter_IsNowhere() => Sweep.IsClean(SourceTree.Views().SelectMany(Found));

    [Theory]
    [InlineData("<p>现有 3 件@if (Model.Late > 0) {<text>已逾期</text>}</p>", 1)]
    [InlineData("<p>共@Model.Count 件</p>", 1)]
    [InlineData("<p>共 @Model.Count 件@(Model.Late ? Late : Open)</p>", 0)]
    public void Found_PlantedViews_NamesWhatWouldBeShownAsText(string view, int faults) => Assert.Equal(faults, Found(view).Count());

    private static IEnumerable<string> Found(string view) => CodeBehindLetter().Matches(view).Select(match => match.Value);

    [GeneratedRegex(@"\w@(?:if|foreach|for|switch|await|[A-Z]\w*[.(]|[a-z]\w*\.)[^\n]{0,60}")]
    private static partial Regex CodeBehindLetter();
}
