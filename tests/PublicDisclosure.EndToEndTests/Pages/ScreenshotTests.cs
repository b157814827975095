namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>
/// The ten pages shown in <c>docs/screenshots</c>: at the width of an office screen, of a phone, and in the mode for elders; and the
/// parts that <c>docs/components.md</c> shows. Taken in a run with <c>PUBLICDISCLOSURE_SCREENSHOTS=1</c>; every run proves that they are there.
/// </summary>
public sealed class ScreenshotTests(Portal portal) : BrowserTest(portal)
{
    private static readonly (string Name, string Route)[] Shown =
    [
        ("home", ""), ("catalogue", "catalogue"), ("domain", "catalogue/{domain}"), ("item", "catalogue/{domain}/{item}"), ("disclosure", "disclosures/{address}"),
        ("list", "disclosures"), ("search", "search"), ("interpretation", "questions of an interpretation"), ("letter", "letters/write"), ("coverage", "coverage"),
    ];

    [Theory, InlineData("1280", 1280, 900), InlineData("390", 390, 844), InlineData("elder", 1280, 900)]
    public async Task TenPages_AtThisWidth_OpenWithTheirHeadingInView(string look, int width, int height)
    {
        var visit = await VisitAsync(new VisitOptions { Width = width, Height = height });
        if (look == "elder") await visit.GoAsync("/reading-mode?elder=1&return=/five");
        foreach (var (name, route) in Shown)
        {
            var sample = PageSamples.Of(route);
            Assert.Equal(200, await visit.GoAsync(sample.Address(await Samples.OfAsync(Portal.Site))));
            await Assertions.Expect(visit.Page.Locator("h1")).ToBeInViewportAsync();
            await visit.ShotAsync($"{name}-{look}");
        }
    }

    [Theory]
    [InlineData("", ".doors", "doors")]
    [InlineData("", ".search-wide", "search")]
    [InlineData("", ".domain-grid", "domain-grid")]
    [InlineData("disclosures", ".filters", "filters")]
    [InlineData("disclosures", ".disclosure-list", "list")]
    [InlineData("disclosures/{address}", ".document-head", "document-head")]
    [InlineData("disclosures/{address}", ".metadata", "metadata")]
    [InlineData("disclosures/{address}", ".attachments", "attachments")]
    [InlineData("letters/write", "form.form fieldset.panel", "fields")]
    [InlineData("letters/statistics", "main table", "table")]
    [InlineData("coverage", ".state-legend", "states")]
    [InlineData("withdrawn", ".withdrawn", "withdrawn")]
    public async Task Component_OnItsPage_IsShown(string route, string selector, string name)
    {
        var visit = await VisitAsync(new VisitOptions { Width = 900, Height = 900 });
        await visit.GoAsync(PageSamples.Of(route).Address(await Samples.OfAsync(Portal.Site)));
        var part = visit.Page.Locator(selector).First;

        await Assertions.Expect(part).ToBeVisibleAsync();
        await part.PartAsync(name, highest: 420);
    }
}
