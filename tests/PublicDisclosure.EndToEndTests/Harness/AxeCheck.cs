using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>Runs axe over a page. Needs scripts: axe never answers where they are switched off.</summary>
internal static class AxeCheck
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The breaches of WCAG 2.2 AA that axe finds on the page, one line each: rule, help, where.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page)
    {
        var result = await page.RunAxe(Rules).WaitAsync(TimeSpan.FromSeconds(60));
        return [.. result.Violations.SelectMany(v => v.Nodes.Take(5).Select(n => $"{v.Id} ({v.Help}): {n.Target} {n.Html}"))];
    }
}
