namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>The ten pages shown in <c>docs/screenshots</c>, at the width of a phone and of an office screen.</summary>
public sealed class ScreenshotTests(Portal portal) : BrowserTest(portal)
{
    private static readonly (string Name, string Route)[] Shown =
    [
        ("home", ""), ("five", "five/{aspect}"), ("catalogue", "catalogue"), ("domain", "catalogue/{domain}"), ("item", "catalogue/{domain}/{item}"),
        ("organisation", "organisations/{slug}"), ("list", "disclosures"), ("disclosure", "disclosures/{address}"),
        ("difference", "disclosures/{address}/changes/{older:int}/{newer:int}"), ("desk", "admin"),
    ];

    [Theory, InlineData(390, 844), InlineData(1366, 900)]
    public async Task TenPages_AtThisWidth_OpenWithTheirHeadingInView(int width, int height)
    {
        foreach (var (name, route) in Shown)
        {
            var sample = PageSamples.Of(route);
            var visit = await VisitAsync(new VisitOptions { As = sample.As, Width = width, Height = height });
            Assert.Equal(200, await visit.GoAsync(sample.Address(await Samples.OfAsync(Portal.Site))));
            await Assertions.Expect(visit.Page.Locator("h1")).ToBeInViewportAsync();
            await visit.ShotAsync($"{name}-{width}");
        }
    }
}
