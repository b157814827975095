using System.Text.RegularExpressions;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>Somebody writes a letter about what is public already: the answers come while it is written, and the letter is never lost.</summary>
public sealed class AlreadyPublicTests(Portal portal) : BrowserTest(portal)
{
    private const string Question = "低保怎么申请", Letter = "请问申请低保要带什么材料，到哪里办？";

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 900)]
    public async Task Writing_WithScript_ShowsAnswersBelowTheTextWithOneRequestAndWithoutAJump(int width, int height)
    {
        var citizen = await VisitAsync(new VisitOptions { Width = width, Height = height });
        var asked = new List<string>();
        await OpenAsync(citizen);
        citizen.Page.Request += (_, request) =>
        {
            if (request.Method == "POST") asked.Add(request.Url);
        };
        var title = citizen.Page.Locator("#Input_Title");
        await title.PressSequentiallyAsync(Question, new LocatorPressSequentiallyOptions { Delay = 40 });
        var panel = citizen.Page.Locator("#already-public");

        await Assertions.Expect(panel).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Visit.Patience });

        await Assertions.Expect(title).ToBeFocusedAsync();
        Assert.Single(asked);
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "已经公开的内容" })).ToBeAttachedAsync();
        var (text, found, send) = (await YAsync(citizen, "#Input_Text"), await YAsync(citizen, "#already-public"), await YAsync(citizen, "#letter .actions button.button"));
        Assert.True(text < found && found < send, $"text {text}, answers {found}, button {send}");
        Assert.Equal([], await citizen.Page.AxeAsync());
        Assert.Equal("", await citizen.OverflowAsync());

        // The same words are not asked twice, whichever field is left.
        await citizen.Page.Locator("#Input_Text").FillAsync(Letter + Guid.NewGuid());
        await citizen.Page.Locator("#Input_Contact").FocusAsync();
        await citizen.Page.WaitForTimeoutAsync(900);
        Assert.Single(asked);

        // Other answers come and go; the field under the finger stays where it is.
        var before = await YAsync(citizen, "#Input_Contact");
        await title.EvaluateAsync("e => { e.value = 'xqzvkwj'; e.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Assertions.Expect(panel).ToHaveCountAsync(0, new LocatorAssertionsToHaveCountOptions { Timeout = Visit.Patience });
        Assert.Equal(before, await YAsync(citizen, "#Input_Contact"), 1f);
        await title.EvaluateAsync($"e => {{ e.value = '{Question}'; e.dispatchEvent(new Event('input', {{ bubbles: true }})); }}");
        await Assertions.Expect(panel).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = Visit.Patience });
        Assert.Equal(before, await YAsync(citizen, "#Input_Contact"), 1f);

        // They were shown for these very words: the letter goes straight on its way.
        await citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "提交留言", Exact = true }).ClickAsync();
        await citizen.ArrivesAsync(new("/letters/receipt$"));
    }

    [Fact]
    public async Task Sending_WithoutScript_ShowsAnswersOnASecondPageFirst()
    {
        var citizen = await VisitAsync(new VisitOptions { Script = false, Width = 390, Height = 844 });
        await FillAsync(citizen);
        await citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "提交留言", Exact = true }).ClickAsync();

        await Assertions.Expect(citizen.Page.Locator("#already-public")).ToContainTextAsync("您的留言还没有提交");
        Assert.Equal("", await citizen.OverflowAsync());
        await citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "仍然提交", Exact = true }).ClickAsync();

        await citizen.ArrivesAsync(new("/letters/receipt$"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answered_LeadsToThePageWithThanksAndBackToTheLetter(bool script)
    {
        var citizen = await VisitAsync(new VisitOptions { Script = script });
        await FillAsync(citizen);
        await citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "看看是不是已经有答案" }).ClickAsync();
        await citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^这个回答了我的问题") }).First.ClickAsync();

        await citizen.LeavesAsync(new("/letters/write"));
        await Assertions.Expect(citizen.Page.Locator(".flash")).ToContainTextAsync("感谢反馈");
        await citizen.Page.Locator(".flash a").ClickAsync();
        await citizen.ArrivesAsync(new(@"/letters/write\?draft=1"));
        await ExpectLetterAsync(citizen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Link_InTheModeForElders_OpensInTheSameWindowAndTheLetterIsFoundAgain(bool script)
    {
        var citizen = await VisitAsync(new VisitOptions { Script = script });
        await citizen.ReadInAsync("elder");
        await FillAsync(citizen);
        if (!script) await citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "看看是不是已经有答案" }).ClickAsync();
        await citizen.Page.Locator("#already-public li a").First.ClickAsync();

        await citizen.LeavesAsync(new("/letters/write"));
        Assert.Single(citizen.Page.Context.Pages);
        await citizen.GoAsync("/letters/write");
        await citizen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "接着写" }).ClickAsync();
        await citizen.ArrivesAsync(new(@"/letters/write\?draft=1"));
        await ExpectLetterAsync(citizen);
        Assert.Equal([], await citizen.Page.ElderFaultsAsync());
    }

    private static async Task FillAsync(Visit citizen)
    {
        await OpenAsync(citizen);
        await citizen.Page.Locator("#Input_Title").FillAsync(Question);
        await citizen.Page.Locator("#Input_Text").FillAsync(Letter + Guid.NewGuid());
    }

    /// <summary>Opens the form once the search knows the pages.</summary>
    private static async Task OpenAsync(Visit citizen)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            await citizen.GoAsync("/search?q=低保");
            if (await citizen.Page.Locator(".facets").CountAsync() > 0) break;
            await citizen.Page.WaitForTimeoutAsync(500);
        }

        await citizen.GoAsync("/letters/write");
        await citizen.Page.GetByLabel("咨询：").CheckAsync();
    }

    private static async Task ExpectLetterAsync(Visit citizen)
    {
        await Assertions.Expect(citizen.Page.Locator("#Input_Title")).ToHaveValueAsync(Question);
        await Assertions.Expect(citizen.Page.Locator("#Input_Text")).ToHaveValueAsync(new Regex("^" + Letter));
        await Assertions.Expect(citizen.Page.GetByLabel("咨询：")).ToBeCheckedAsync();
    }

    private static async Task<float> YAsync(Visit visit, string selector) => await visit.Page.Locator(selector).First.EvaluateAsync<float>("e => e.getBoundingClientRect().top");
}
