using PublicDisclosure.TestKit;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>Planted faults: what the harness must notice by itself.</summary>
public sealed class HarnessTests(Portal portal) : BrowserTest(portal)
{
    [Fact]
    public void Find_NoChromiumOnThePath_FindsNothingAndSaysWhatToInstall()
    {
        Assert.Null(Machine.FindOn("/nowhere:/neither", "chromium"));
        Assert.Contains("apt-get install -y chromium chromium-l10n fonts-noto-cjk", Chromium.Missing("not root."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Axe_PictureWithoutTextAndPaleWords_AreFound()
    {
        var visit = await VisitAsync();
        await visit.Page.SetContentAsync("<html lang=zh-CN><title>试</title><main><h1>试</h1><img src='data:,'><p style='color:#ccc;background:#fff'>太淡</p></main>");

        var found = await visit.Page.AxeAsync();

        Assert.Contains(found, v => v.StartsWith("image-alt", StringComparison.Ordinal));
        Assert.Contains(found, v => v.StartsWith("color-contrast", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Axe_PageWithoutTitleAndLanguage_IsFoundAsAWhole()
    {
        var visit = await VisitAsync();
        await visit.Page.SetContentAsync("<html><main><h1>试</h1></main></html>");

        var found = await visit.Page.AxeAsync();

        Assert.Contains(found, v => v.StartsWith("document-title", StringComparison.Ordinal));
        Assert.Contains(found, v => v.StartsWith("html-has-lang", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Visit_ScriptErrorAndForeignPicture_AreTroubles()
    {
        await using var visit = await Visit.BeginAsync(Portal, new VisitOptions());
        await visit.Page.SetContentAsync("<img src='http://192.0.2.1/x.png'><script>nonsense()</script>", new PageSetContentOptions { WaitUntil = WaitUntilState.DOMContentLoaded });

        Assert.Contains(visit.Troubles, t => t.Contains("another host", StringComparison.Ordinal));
        Assert.Contains(visit.Troubles, t => t.Contains("nonsense", StringComparison.Ordinal));
    }
}
