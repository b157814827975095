using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>
/// One browser window for each account, used for one page after the other: opening a new one for each of the routes takes longer
/// than looking at it.
/// </summary>
public sealed class AuditWindows : IAsyncDisposable
{
    private readonly Dictionary<string, Visit> _windows = [];

    /// <summary>The window of an account; of an anonymous visitor for null.</summary>
    public async Task<Visit> OfAsync(Portal portal, string? account)
    {
        if (_windows.TryGetValue(account ?? "", out var window)) return window;
        return _windows[account ?? ""] = await Visit.BeginAsync(portal, new VisitOptions { As = account });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var window in _windows.Values) await window.DisposeAsync();
    }
}

/// <summary>
/// What holds of every page: WCAG 2.2 AA as far as axe can see; no sideways scrolling at 200 % (683 px) or 400 % (320 px); a focus
/// that is seen; edges in forced colours; no movement where less is wished; paper without navigation; and in the mode for elders large
/// text, wide lines, large targets, contrast, no pop-ups, no sideways scrolling. Each half of the routes is a class of its own, so that
/// the two run side by side.
/// </summary>
public abstract class PageAudit(Portal portal, AuditWindows windows) : BrowserTest(portal)
{
    /// <summary>
    /// Every other route, from the first or from the second on. Those that the manual shows carry the chapter as a trait, so that the
    /// pictures of one chapter can be renewed alone: <c>--filter-trait manual=21</c>.
    /// </summary>
    private protected static TheoryData<string> Half(int remainder) =>
        [.. PageSamples.All.Concat(PageSamples.Others).Select(s => s.Route).Where((_, i) => i % 2 == remainder).Select(Row)];

    private static TheoryDataRow<string> Row(string route) =>
        new(route) { Traits = { ["manual"] = [.. ManualPictures.ChaptersOf(route)] } };

    private protected async Task AuditAsync(string route)
    {
        var sample = PageSamples.Of(route);
        var visit = await windows.OfAsync(Portal, sample.As);
        try
        {
            await AuditAsync(visit, sample);
            Assert.Equal([], visit.TakeTroubles());
        }
        catch (Exception)
        {
            await visit.RecordAsync(Repository.In("TestResults", "journeys"), TestContext.Current.Test!.TestDisplayName);
            visit.TakeTroubles();
            throw;
        }
    }

    private async Task AuditAsync(Visit visit, PageSample sample)
    {
        await visit.Page.SetViewportSizeAsync(1366, 768);
        Assert.Equal(sample.Status, await visit.GoAsync(sample.Address(await Samples.OfAsync(Portal.Site))));

        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeInViewportAsync();
        await AssertAccessibleAsync(visit);
        var gates = await visit.Page.GateFaultsAsync();
        Assert.True(gates.Count == 0, string.Join('\n', gates));
        foreach (var width in (int[])[683, 320])
        {
            await visit.Page.SetViewportSizeAsync(width, 640);
            var overflow = await visit.OverflowAsync();
            Assert.True(overflow.Length == 0, $"{width} px window: {overflow}");
        }

        // Public pages look different on a phone; staff pages stay as they are.
        if (sample.As is null) await AssertAccessibleAsync(visit);
        await ManualPictures.TakeAsync(visit, sample.Route);
        await AuditForEldersAsync(visit, sample);
    }

    // The cookie that the link of the mode leaves (ElderModeTests clicks it); the mode has other markup, so the page is asked for again.
    private async Task AuditForEldersAsync(Visit visit, PageSample sample)
    {
        await visit.ReadInAsync(new ReadingMode(Elder: true).Key);
        try
        {
            await visit.Page.SetViewportSizeAsync(1280, 900);
            Assert.Equal(sample.Status, await visit.GoAsync(sample.Address(await Samples.OfAsync(Portal.Site))));
            await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-reading", "elder");
            List<string> faults = [.. await visit.Page.AxeAsync("color-contrast", "target-size")];
            foreach (var width in (int[])[1280, 390, 320])
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                faults.AddRange((await visit.Page.ElderFaultsAsync()).Select(fault => $"{width} px window: {fault}"));
                if (await visit.OverflowAsync() is { Length: > 0 } overflow) faults.Add($"{width} px window: {overflow}");
            }

            Assert.True(faults.Count == 0, "长者模式:\n" + string.Join('\n', faults));
        }
        finally
        {
            await visit.Page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { Name = ReadingMode.Cookie });
        }
    }

    // Not Assert.Equal, which cuts the list short.
    private static async Task AssertAccessibleAsync(Visit visit)
    {
        var found = await visit.Page.AxeAsync();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}

/// <summary>The second half of the routes.</summary>
public sealed class SecondHalfOfEveryPageTests(Portal portal, AuditWindows windows) : PageAudit(portal, windows), IClassFixture<AuditWindows>
{
    public static TheoryData<string> Routes => Half(1);

    [Theory, MemberData(nameof(Routes))]
    public Task Page_SeenByWhoMaySeeIt_IsAccessibleAndFitsNarrowWindows(string route) => AuditAsync(route);
}

/// <summary>The first half of the routes, and that none is missing from either.</summary>
public sealed class EveryPageTests(Portal portal, AuditWindows windows) : PageAudit(portal, windows), IClassFixture<AuditWindows>
{
    public static TheoryData<string> Routes => Half(0);

    [Fact]
    public void Halves_Together_AreEveryRouteOnce() =>
        Assert.Equal(PageSamples.All.Concat(PageSamples.Others).Select(s => s.Route).Order(), Half(0).Concat(Half(1)).Select(r => r.Data).Order());

    [Fact]
    public void ManualPictures_EveryPageShown_IsAudited() =>
        Assert.Equal([], ManualPictures.Routes.Except(PageSamples.All.Concat(PageSamples.Others).Select(s => s.Route)));

    [Fact]
    public void Samples_AgainstTheRoutesOfTheSite_NoneMissingNoneLeftOver()
    {
        var routes = Portal.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.Equals("Index", StringComparison.OrdinalIgnoreCase))
            .ToHashSet();
        var known = PageSamples.All.Select(s => s.Route).Concat(PageSamples.Unseen).ToHashSet();

        Assert.Equal([], routes.Except(known).Order());
        Assert.Equal([], known.Except(routes).Order());
    }

    [Theory, MemberData(nameof(Routes))]
    public Task Page_SeenByWhoMaySeeIt_IsAccessibleAndFitsNarrowWindows(string route) => AuditAsync(route);

    [Fact]
    public async Task GateFaults_PlantedFaults_AreFound()
    {
        var visit = await VisitAsync();
        await visit.Page.SetContentAsync(
            "<style>a:focus{outline:none} p{transition:color 1s} .button{border:0}</style><h1>试</h1><p>动</p><a href='/'>看不见</a><button class=button>无边</button><nav class=site-nav>导航</nav>");

        var faults = await visit.Page.GateFaultsAsync();

        Assert.Contains(faults, f => f.StartsWith("focus not to be seen: a", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("moves although less motion is wished: p", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("no edge in forced colours: button", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("printed: nav.site-nav", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Overflow_TooWideAPicture_IsNamed()
    {
        var visit = await VisitAsync(new VisitOptions { Width = 320 });
        await visit.Page.SetContentAsync("<h1>试</h1><p class=wide style='width:600px'>太宽</p>");

        Assert.Contains("p.wide", await visit.OverflowAsync(), StringComparison.Ordinal);
    }
}
