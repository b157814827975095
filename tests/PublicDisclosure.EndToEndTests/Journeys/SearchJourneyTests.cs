using System.Text.RegularExpressions;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// What 木乐镇 has published about 低保, found by a citizen with an old phone: scripts off, 320 px wide, no pointer; everything is
/// reached by Tab and told by its role and name, as a screen reader offers it. Once by search, once by browsing, each from home to the list of
/// the households.
/// </summary>
public sealed class SearchJourneyTests(Portal portal) : BrowserTest(portal)
{
    private const string List = "木乐镇2026年第四季度最低生活保障对象名单公示";
    private const string Guide = "木乐镇最低生活保障办事指南";

    // The browser scrolls by whole pixels; an edge of the element may lie a part of one beyond that of the window.
    private const string OutOfSight = "e => { const r = e.getBoundingClientRect(); return r.top > -1 && r.bottom < innerHeight + 1 && r.right < innerWidth + 1 ? '' : `${r.top} to ${r.bottom} of ${innerHeight}, ${r.left} to ${r.right} of ${innerWidth}`; }";

    [Fact]
    public async Task Search_FromHomeByKeyboard_LeadsToTheListOfTheTownship()
    {
        var citizen = await PhoneAsync();
        await TabToAsync(citizen, citizen.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Searchbox, new LocatorGetByRoleOptions { Name = "检索公开信息", Exact = true }));
        await citizen.Page.Keyboard.TypeAsync("木乐镇 低保");
        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.ArrivesAsync(new(@"/search\?q="));
        await ExpectPageAsync(citizen, "检索公开信息");
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex(@"^找到 [\d,]+ 条"));
        // 低保 is what people say; the page tells that it looked for the official word too.
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("最低生活保障");

        await FollowAsync(citizen, citizen.Page.GetByRole(AriaRole.Complementary, new PageGetByRoleOptions { Name = "缩小范围" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new("^木乐镇") }));
        await ExpectPageAsync(citizen, "检索公开信息");
        var hits = citizen.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 3 }).GetByRole(AriaRole.Link);
        Assert.InRange(await hits.CountAsync(), 2, 50);
        Assert.Contains(Guide, await hits.AllInnerTextsAsync());

        await FollowAsync(citizen, citizen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = List, Exact = true }));
        await ExpectListAsync(citizen);
    }

    [Fact]
    public async Task Browsing_FromHomeByKeyboard_LeadsToTheListOfTheTownship()
    {
        var citizen = await PhoneAsync();
        await FollowAsync(citizen, citizen.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "按领域查" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new("^社会救助") }));
        await ExpectPageAsync(citizen, "社会救助领域");
        await FollowAsync(citizen, citizen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "本领域全部公开信息" }));

        var organisations = citizen.Page.GetByRole(AriaRole.Combobox, new PageGetByRoleOptions { Name = "机构", Exact = true });
        await TabToAsync(citizen, organisations);
        for (var presses = 0; presses < 150 && await organisations.InputValueAsync() != "450881101"; presses++) await citizen.Page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal("450881101", await organisations.InputValueAsync());
        await TabToAsync(citizen, citizen.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "筛选" }));
        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.ArrivesAsync(new(@"/disclosures\?.*organisation=450881101"));
        await ExpectPageAsync(citizen, "");

        await FollowAsync(citizen, citizen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = List, Exact = true }));
        await ExpectListAsync(citizen);
    }

    [Fact]
    public async Task TabTo_WhatTheKeyboardCannotReach_Fails()
    {
        var citizen = await PhoneAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => TabToAsync(citizen, citizen.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })));
    }

    private async Task<Visit> PhoneAsync()
    {
        var visit = await VisitAsync(new VisitOptions { Script = false, Width = 320, Height = 568 });
        Assert.Equal(200, await visit.GoAsync("/"));
        Assert.Equal("", await visit.OverflowAsync());
        return visit;
    }

    private static async Task ExpectListAsync(Visit citizen)
    {
        await ExpectPageAsync(citizen, List);
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Columnheader, new LocatorGetByRoleOptions { Name = "户主姓名" }).First).ToBeVisibleAsync();
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Article).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new("^桂平市木乐镇人民政府") }).First).ToBeVisibleAsync();
    }

    /// <summary>One first heading, and nothing wider than the phone.</summary>
    private static async Task ExpectPageAsync(Visit citizen, string heading)
    {
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync(heading);
        Assert.Equal("", await citizen.OverflowAsync());
    }

    /// <summary>Goes to the link by Tab and opens it by Enter.</summary>
    private static async Task FollowAsync(Visit citizen, ILocator link)
    {
        await TabToAsync(citizen, link);
        var address = new Uri(new Uri(citizen.Page.Url), await link.GetAttributeAsync("href"));
        await citizen.Page.Keyboard.PressAsync("Enter");
        await citizen.ArrivesAsync(new Regex($"^{Regex.Escape(address.AbsoluteUri)}$"));
    }

    /// <summary>Presses Tab until the element has the focus, seen by an outline and inside the window; gives up after 250 presses.</summary>
    private static async Task TabToAsync(Visit visit, ILocator target)
    {
        await Assertions.Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 250; presses++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (!await target.EvaluateAsync<bool>("e => document.activeElement === e")) continue;
            Assert.NotEqual("none", await target.EvaluateAsync<string>("e => getComputedStyle(e).outlineStyle"));
            Assert.Equal("", await target.EvaluateAsync<string>(OutOfSight));
            return;
        }

        Assert.Fail($"{target} is not reached by the Tab key on {visit.Page.Url}.");
    }
}
