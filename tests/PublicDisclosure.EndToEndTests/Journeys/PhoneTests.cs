using Microsoft.EntityFrameworkCore;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>What a narrow window does to wide tables and long names.</summary>
public sealed class PhoneTests(Portal portal) : BrowserTest(portal)
{
    // The last pixels of the window of a table beside its last row, where the shade stands; headings have a ground of their own.
    private const string RightEdge =
        """
        e => {
          const row = e.querySelector('tbody tr:last-child');
          row.scrollIntoView({ block: 'center', inline: 'nearest' });
          const [window, box] = [e.getBoundingClientRect(), row.getBoundingClientRect()];
          return [window.right - 20, box.top + 2, 20, Math.min(100, box.height - 4)];
        }
        """;

    [Theory]
    [InlineData("", ForcedColors.None)]
    [InlineData("contrast", ForcedColors.None)]
    [InlineData("elder", ForcedColors.None)]
    [InlineData("", ForcedColors.Active)]
    public async Task Table_WiderThanTheWindow_ShowsAtItsEdgeThatThereIsMore(string mode, ForcedColors colours)
    {
        var address = await Portal.Site.ReadAsync(db => db.Listings
            .Join(db.Versions, l => l.DisclosureId, v => v.DisclosureId, (l, v) => new { l.Address, v.Html, v.Text.Title })
            .Where(v => v.Html.Contains("table-scroll") && v.Title.EndsWith("年度报告")).Select(v => v.Address).FirstAsync(TestContext.Current.CancellationToken));
        var visit = await VisitAsync(new VisitOptions { Width = 390, Height = 844, ForcedColors = colours });
        await visit.ReadInAsync(mode);
        await visit.GoAsync("/disclosures/" + address);
        var wide = await visit.Page.Locator(".prose .table-scroll").EvaluateAllAsync<int>("all => all.findIndex(e => e.scrollWidth > e.clientWidth + 40)");
        Assert.True(wide >= 0, "No table is wider than the window.");
        var table = visit.Page.Locator(".prose .table-scroll").Nth(wide);

        Assert.True(await IsShadedAsync(visit, table), "Nothing tells that the table goes on.");

        await table.EvaluateAsync("e => e.scrollLeft = 100000");
        Assert.False(await IsShadedAsync(visit, table), "The table ends, and seems to go on.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("elder")]
    public async Task Interpretations_LongTitleOfAPolicy_StandsBesideTheWordBeforeIt(string mode)
    {
        var visit = await VisitAsync(new VisitOptions { Width = 390, Height = 844 });
        await visit.ReadInAsync(mode);
        await visit.GoAsync("/interpretations");

        var apart = await visit.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.disclosure-list .facts li')].filter(li => li.textContent.trim().startsWith('解读')).filter(li => {
              const range = document.createRange();
              const walker = document.createTreeWalker(li, NodeFilter.SHOW_TEXT);
              let word = walker.nextNode();
              while (!word.data.trim()) word = walker.nextNode();
              range.selectNodeContents(word);
              const [text, link] = [range.getClientRects()[0], li.querySelector('a').getBoundingClientRect()];
              return link.top >= text.bottom;
            }).map(li => li.textContent.trim())
            """);

        Assert.True(await visit.Page.Locator(".disclosure-list .facts a").CountAsync() > 0, "No policy is named.");
        Assert.Equal([], apart);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(390)]
    public async Task SiteName_InElderMode_LeavesNoCharacterAloneOnALine(int width)
    {
        var visit = await VisitAsync(new VisitOptions { Width = width, Height = 844 });
        await visit.ReadInAsync("elder");
        await visit.GoAsync("/");

        var lines = await visit.Page.Locator(".site-name strong").EvaluateAsync<int[]>(
            """
            e => {
              const text = e.firstChild, lines = new Map(), range = document.createRange();
              for (let i = 0; i < text.length; i++) {
                range.setStart(text, i);
                range.setEnd(text, i + 1);
                const top = Math.round(range.getBoundingClientRect().top);
                lines.set(top, (lines.get(top) ?? 0) + 1);
              }
              return [...lines.values()];
            }
            """);

        Assert.All(lines, characters => Assert.True(characters > 2, $"Lines of {string.Join(", ", lines)} characters."));
    }

    [Theory]
    [InlineData(390, 844, true)]
    [InlineData(1280, 900, false)]
    public async Task Search_Facets_AreOneTapAwayAboveTheHitsWhereTheyComeAfterThem(int width, int height, bool isShown)
    {
        var visit = await VisitAsync(new VisitOptions { Script = false, Width = width, Height = height });
        await visit.GoAsync("/search?q=低保");
        var link = visit.Page.Locator("main").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "缩小范围", Exact = true });

        Assert.Equal(isShown ? 1 : 0, await link.CountAsync());
        if (!isShown) return;
        Assert.True((await link.BoundingBoxAsync())!.Y < (await visit.Page.Locator(".disclosure-list > li").First.BoundingBoxAsync())!.Y);
        await link.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#narrow")).ToBeInViewportAsync();
    }

    private static async Task<bool> IsShadedAsync(Visit visit, ILocator table)
    {
        var box = await table.EvaluateAsync<float[]>(RightEdge);
        var options = new PageScreenshotOptions { Clip = new Clip { X = box[0], Y = box[1], Width = box[2], Height = box[3] } };
        var shown = await visit.Page.ScreenshotAsync(options);
        await table.EvaluateAsync("e => e.style.backgroundImage = 'none'");
        var plain = await visit.Page.ScreenshotAsync(options);
        await table.EvaluateAsync("e => e.style.backgroundImage = ''");
        return !shown.AsSpan().SequenceEqual(plain);
    }
}
