using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.EndToEndTests.Pages;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// 长者模式, switched on from every page, without script and without an account, and what a reader then finds. That every page measures
/// up in it is looked at by <see cref="PageAudit"/>.
/// </summary>
public sealed class ElderModeTests(Portal portal) : BrowserTest(portal)
{
    public static TheoryData<string> MainPages =>
    [
        "", "catalogue/{domain}", "catalogue/{domain}/{item}", "disclosures/{address}", "search", "letters/write", "disclosures", "interpretations", "letters", "status/{code:int}",
    ];

    [Theory, MemberData(nameof(MainPages))]
    public async Task Page_InElderModeOnAPhone_IsAccessible(string route)
    {
        var sample = PageSamples.Of(route);
        var visit = await VisitAsync(new VisitOptions { Width = 320, Height = 900 });
        await SwitchOnAsync(visit);
        Assert.Equal(sample.Status, await visit.GoAsync(sample.Address(await Samples.OfAsync(Portal.Site))));

        var found = await visit.Page.AxeAsync();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Switch_OnTheDesk_IsOnThePageAndStays()
    {
        var visit = await VisitAsync(new VisitOptions { As = PageSamples.Of("admin").As, Width = 1280, Height = 900 });
        await visit.GoAsync("/admin");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "长者模式", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-reading", "elder");

        await visit.GoAsync("/admin/letters");

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-reading", "elder");
    }

    [Fact]
    public async Task ElderFaults_OnTheOrdinaryPage_AreFound()
    {
        var visit = await VisitAsync();
        await visit.GoAsync("/");

        var faults = await visit.Page.ElderFaultsAsync();

        Assert.Contains(faults, f => f.StartsWith("text of 14 px", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("target of", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("main target of", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1080, 1920)]
    [InlineData(390, 844)]
    [InlineData(320, 640)]
    public async Task Switch_WithoutScript_IsOnThePageComesBackToItAndStays(int width, int height)
    {
        var visit = await VisitAsync(new VisitOptions { Script = false, Width = width, Height = height });
        await visit.GoAsync("/letters/questions");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "长者模式" }).First.ClickAsync();

        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-reading", "elder");
        Assert.EndsWith("/letters/questions", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(24, await TextOfAsync(visit));
        await visit.GoAsync("/five");
        Assert.Equal(24, await TextOfAsync(visit));
        var pointer = visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "用大指针", Exact = true });
        Assert.True(await pointer.IsVisibleAsync());
        await pointer.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-pointer", "large");
        Assert.Contains("pointer.svg", await visit.Page.Locator("main p").First.EvaluateAsync<string>("e => getComputedStyle(e).cursor"), StringComparison.Ordinal);

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "退出长者模式" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).Not.ToHaveAttributeAsync("data-reading", "elder");
        Assert.EndsWith("/five", visit.Page.Url, StringComparison.Ordinal);
        Assert.Equal(16, await TextOfAsync(visit));
    }

    [Fact]
    public async Task ElderMode_AgainstTheOrdinaryPage_HidesNoInformationOfADocument()
    {
        var address = PageSamples.Of("disclosures/{address}").Address(await Samples.OfAsync(Portal.Site));
        var ordinary = await VisitAsync();
        await ordinary.GoAsync(address);
        var elder = await VisitAsync();
        await SwitchOnAsync(elder);
        await elder.GoAsync(address);

        // The codes to photograph with a telephone are what may go.
        var missing = (await LinesAsync(ordinary)).Except(await LinesAsync(elder)).Except(["手机查看"]);
        Assert.Equal([], missing);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task PlainSummary_InElderMode_ComesFirstAndLarge(int width)
    {
        var address = await Portal.Site.ReadAsync(db => db.Listings.Where(l => l.Genre == DisclosureGenre.Normative).OrderBy(l => l.Address).Select(l => l.Address).FirstAsync());
        var visit = await VisitAsync(new VisitOptions { Width = width, Height = 900 });
        await SwitchOnAsync(visit);
        await visit.GoAsync("/disclosures/" + address);

        var summary = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "简单说" });
        await Assertions.Expect(summary).ToBeVisibleAsync();
        var top = (await summary.BoundingBoxAsync())!.Y;
        foreach (var later in (string[])[".metadata", ".prose"]) Assert.True(top < (await visit.Page.Locator(later).First.BoundingBoxAsync())!.Y);
        Assert.Equal("large", await summary.Locator("p").First.EvaluateAsync<string>("e => parseFloat(getComputedStyle(e).fontSize) > 24 ? 'large' : getComputedStyle(e).fontSize"));
        Assert.Equal("", await visit.OverflowAsync());
    }

    [Fact]
    public async Task TextSizeAndContrast_WithoutScript_AreRememberedAndShown()
    {
        var visit = await VisitAsync(new VisitOptions { Script = false });
        await visit.GoAsync("/five");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "特大字", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-text", "larger");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "高对比度", Exact = true }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-contrast", "high");
        await visit.GoAsync("/catalogue");

        Assert.Equal(22, await TextOfAsync(visit));
        Assert.Equal("rgb(0, 0, 0)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.documentElement).color"));
    }

    private static async Task SwitchOnAsync(Visit visit)
    {
        await visit.GoAsync("/five");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "长者模式" }).First.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-reading", "elder");
    }

    private static Task<double> TextOfAsync(Visit visit) => visit.Page.EvaluateAsync<double>("parseFloat(getComputedStyle(document.documentElement).fontSize)");

    private static async Task<IEnumerable<string>> LinesAsync(Visit visit) =>
        (await visit.Page.Locator("main").InnerTextAsync()).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
