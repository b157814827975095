namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>Suggestions while one types, in the box of the home page and in that of every other page, taken by keyboard.</summary>
public sealed class SuggestionTests(Portal portal) : BrowserTest(portal)
{
    [Theory]
    [InlineData("/", "q")]
    [InlineData("/catalogue", "site-search")]
    [InlineData("/search", "q")]
    public async Task Box_WhileTyping_OffersWordsAndKeepsItsPlace(string path, string id)
    {
        var visit = await VisitAsync();
        await visit.GoAsync(path);
        var box = visit.Page.Locator("#" + id);
        var before = await box.BoundingBoxAsync();

        await box.PressSequentiallyAsync("低保");

        var offered = visit.Page.Locator($"#{id}-suggestions option");
        await Assertions.Expect(offered.First).ToBeAttachedAsync();
        var words = await offered.EvaluateAllAsync<string[]>("all => all.map(o => o.value)");
        Assert.Contains(words, w => w.Contains("低保", StringComparison.Ordinal) || w.Contains("最低生活保障", StringComparison.Ordinal));
        // With its list the browser itself makes it a combobox, with keys and roles of its own.
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { NameRegex = new("检索") })).ToHaveAttributeAsync("list", $"{id}-suggestions");
        Assert.Equal(1, await visit.Page.Locator("datalist").CountAsync());
        var after = await box.BoundingBoxAsync();
        Assert.Equal((before!.X, before.Y, before.Width), (after!.X, after.Y, after.Width));
        Assert.Equal([], await visit.Page.AxeAsync());

        await box.FillAsync(words[0]);
        await box.PressAsync("Enter");
        await visit.ArrivesAsync(new(@"/search\?q="));
        await Assertions.Expect(visit.Page.Locator("#q")).ToHaveValueAsync(words[0]);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    [InlineData("/search")]
    public async Task Box_InTheModeForElders_OpensNothingOverThePage(string path)
    {
        var visit = await VisitAsync();
        await visit.ReadInAsync("elder");
        var asked = new List<string>();
        visit.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/search/suggest", StringComparison.Ordinal)) asked.Add(request.Url);
        };
        await visit.GoAsync(path);

        await visit.Page.Locator("input[name=q]").First.PressSequentiallyAsync("低保");
        await visit.Page.WaitForTimeoutAsync(600);

        Assert.Equal([], asked);
        Assert.Equal(0, await visit.Page.Locator("datalist").CountAsync());
    }
}
