namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>What a page may cost, and that it needs neither scripts nor anybody else's host.</summary>
public sealed class BudgetTests(Portal portal) : BrowserTest(portal)
{
    /// <summary>Most bytes of HTML, styles and scripts a public page may transfer to a first-time reader.</summary>
    private const int LargestPage = 150 * 1024;

    public static TheoryData<string> MainPages =>
        ["", "five/{aspect}", "catalogue", "catalogue/{domain}", "organisations/{slug}", "disclosures", "disclosures/{address}", "search"];

    [Theory, MemberData(nameof(MainPages))]
    public async Task Page_FirstVisit_TransfersAtMost150KilobytesWithoutPictures(string route)
    {
        var visit = await VisitAsync();
        var loaded = new List<IRequest>();
        visit.Page.RequestFinished += (_, request) => loaded.Add(request);

        await visit.Page.GotoAsync(PageSamples.Of(route).Address(await Samples.OfAsync(Portal.Site)), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

        var weights = new Dictionary<string, long>();
        foreach (var request in loaded.Where(r => r.ResourceType is "document" or "stylesheet" or "script"))
            weights[request.Url] = (await request.SizesAsync()).ResponseBodySize;
        Assert.Contains(weights.Keys, url => url.Contains(".css", StringComparison.Ordinal));
        Assert.True(weights.Values.Sum() <= LargestPage, string.Join('\n', weights.OrderByDescending(w => w.Value).Select(w => $"{w.Value,8} {w.Key}")));
    }

    [Theory, MemberData(nameof(MainPages))]
    public async Task Page_WithoutScripts_ShowsTheSameWords(string route)
    {
        var address = PageSamples.Of(route).Address(await Samples.OfAsync(Portal.Site));
        var with = await VisitAsync();
        var without = await VisitAsync(new VisitOptions { Script = false });

        var answer = (await without.Page.GotoAsync(address))!;
        // The same page to both: other people publish meanwhile.
        var page = await answer.BodyAsync();
        await with.Page.RouteAsync(answer.Url, route => route.FulfillAsync(new RouteFulfillOptions { BodyBytes = page, ContentType = "text/html; charset=utf-8" }));
        await with.GoAsync(address);

        // Scripts may add conveniences (copy, print); they may not add anything to read.
        var missing = (await LinesAsync(with)).Except(await LinesAsync(without)).Except(["复制本页地址", "打印", "打印本页"]);
        Assert.Equal([], missing);
    }

    private static async Task<IEnumerable<string>> LinesAsync(Visit visit) =>
        (await visit.Page.Locator("main").InnerTextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
