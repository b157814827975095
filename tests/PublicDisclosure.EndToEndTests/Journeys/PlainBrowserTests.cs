using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>Staff work without scripts, and without a mouse.</summary>
public sealed class PlainBrowserTests(Portal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task NoScript_ClerkSignsInDraftsAndSubmits()
    {
        const string title = "木乐镇2026年临时救助工作情况";
        var clerk = await VisitAsync(new VisitOptions { Script = false });
        await clerk.SignInAsync("township-clerk");
        await clerk.GoAsync("/admin/disclosures/new?Q=救助");
        await clerk.Page.Locator(".duty-domain[open] .tasks a").First.ClickAsync();
        await clerk.Page.Locator("#Input_Title").FillAsync(title);
        await clerk.Page.Locator("#Input_DocumentDate").FillAsync("2026-11-20");
        await clerk.Page.Locator("#Input_Body").FillAsync("今年以来，木乐镇按规定开展临时救助，做到应救尽救、及时公开。\n\n## 一、救助情况\n\n共救助困难家庭21户，资金全部通过银行发放到户。");
        await clerk.Page.Locator("#Input_Summary").FillAsync("公开木乐镇临时救助的户数和发放方式。");
        await clerk.PressAsync("保存草稿");
        await clerk.PressAsync("预览");
        await Assertions.Expect(clerk.Page.Locator("#no-script-preview")).ToContainTextAsync("应救尽救");

        await clerk.OpenStepAsync(clerk.DisclosureOf(), "提交审查");
        await clerk.ExplainWarningsAsync("已核对。");
        await clerk.PressAsync("提交审查");

        await clerk.ExpectStateAsync("待保密审查");
        Assert.Equal(DisclosureState.AwaitingSecrecyReview, await Portal.Site.ReadAsync(db =>
            Task.FromResult(db.Disclosures.Where(d => d.Text.Title == title).Select(d => d.State).Single())));
    }

    [Fact]
    public async Task Keyboard_ReviewerSignsInAndPublishes()
    {
        var id = await new Pages.PreparedDesk(Portal.Site).ApprovedAsync("木乐镇2026年社会救助服务窗口安排");
        var reviewer = await VisitAsync();
        await reviewer.GoAsync("/account/sign-in");
        await TabToAsync(reviewer, "#Input_UserName");
        await reviewer.Page.Keyboard.TypeAsync("township-reviewer");
        await reviewer.Page.Keyboard.PressAsync("Tab");
        await reviewer.Page.Keyboard.TypeAsync(Portal.Password);
        await reviewer.Page.Keyboard.PressAsync("Enter");
        await reviewer.ArrivesAsync(new("/admin$"));

        await reviewer.GoAsync($"/admin/disclosures/{id}");
        await TabToAsync(reviewer, $"a[href='/admin/disclosures/{id}/publish']");
        await reviewer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reviewer.Page.Locator("h1")).ToHaveTextAsync("发布");
        await TabToAsync(reviewer, "main form button.button");
        await reviewer.Page.Keyboard.PressAsync("Space");

        await reviewer.ExpectStateAsync("已发布");
    }

    /// <summary>Presses Tab until the element has the focus, seen by an outline; gives up after 80 presses.</summary>
    private static async Task TabToAsync(Visit visit, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (!await visit.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) continue;
            Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            return;
        }
        Assert.Fail($"{selector} is not reached by the Tab key on {visit.Page.Url}.");
    }
}
