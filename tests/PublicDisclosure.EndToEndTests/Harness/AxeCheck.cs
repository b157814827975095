using Deque.AxeCore.Commons;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// Runs axe over a page. Needs scripts: axe never answers where they are switched off. The engine runs within the page: the package's
/// own call opens an empty page beside it to put the results of frames together, which takes longer than looking, and no page has frames.
/// </summary>
internal static class AxeCheck
{
    private const string Run =
        """
        rules => axe.run(document, {
          runOnly: rules.length ? { type: 'rule', values: rules } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
          resultTypes: ['violations'],
        }).then(found => found.violations.flatMap(v => v.nodes.slice(0, 5).map(n => `${v.id} (${v.help}): ${n.target} ${n.html}`)))
        """;

    private static readonly string Engine = new BundledAxeScriptProvider().GetScript();

    /// <summary>The breaches of WCAG 2.2 AA, or of the named rules only, that axe finds on the page, one line each: rule, help, where.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => typeof axe === 'object'")) await page.EvaluateAsync(Engine);
        return await page.EvaluateAsync<string[]>(Run, rules).WaitAsync(TimeSpan.FromSeconds(60));
    }
}
