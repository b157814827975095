using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// A citizen without script asks from the page of a document, gets a receipt; the office assigns, the clerk answers, the reviewer
/// approves and publishes it masked; the citizen reads the answer by code and rates it.
/// </summary>
public sealed class LetterJourneyTests(Portal portal) : BrowserTest(portal)
{
    private const string Name = "覃月英", Phone = "13877512345";

    [Fact]
    public async Task Letter_AskedWithoutScript_IsAssignedAnsweredPublishedMaskedReadAndRated()
    {
        var citizen = await VisitAsync(new VisitOptions { Script = false });
        var document = await Portal.Site.ReadAsync(db => db.Listings.Where(l => l.IsDemo).OrderByDescending(l => l.FirstPublishedAt).Select(l => l.Address).FirstAsync());
        await citizen.GoAsync("/disclosures/" + document);
        await citizen.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "看不明白？向发布单位咨询" }).ClickAsync();
        await citizen.Page.GetByLabel("咨询：").CheckAsync();
        await citizen.Page.Locator("#Input_Organisation").SelectOptionAsync("");
        await citizen.Page.Locator("#Input_Title").FillAsync("这份文件什么时候开始执行");
        await citizen.Page.Locator("#Input_Text").FillAsync($"我是{Name}，电话{Phone}。请问这份文件从哪一天开始执行，以前办的还算不算？");
        await citizen.Page.Locator("#Input_Name").FillAsync(Name);
        await citizen.Page.Locator("#Input_Contact").FillAsync(Phone);
        await citizen.Page.GetByLabel("同意公开").CheckAsync();
        await PressAsync(citizen, "提交留言");
        // What is public already may come first; it does not answer the question.
        if (await citizen.Page.Locator("#already-public").CountAsync() > 0) await PressAsync(citizen, "仍然提交");
        await Assertions.Expect(citizen.Page.Locator("h1")).ToHaveTextAsync("留言回执");
        var codes = await citizen.Page.Locator("main dl strong").AllInnerTextsAsync();
        var id = await Portal.Site.ReadAsync(db => db.Letters.Where(l => l.Number == codes[0]).Select(l => l.Id).SingleAsync());

        var office = await VisitAsync("office");
        await office.GoAsync($"/admin/letters/{id}/triage");
        await office.Page.Locator("#Input_OrganisationId").First.SelectOptionAsync(new SelectOptionValue { Label = "桂平市木乐镇人民政府" });
        await PressAsync(office, "分办");
        await Assertions.Expect(office.Page.Locator(".flash")).ToContainTextAsync("已分办");

        var clerk = await VisitAsync("township-clerk");
        await clerk.GoAsync($"/admin/letters/{id}");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync(Phone);
        await clerk.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "起草答复" }).ClickAsync();
        await clerk.Page.Locator("#Input_Text").FillAsync("您好！自公布之日起执行，以前已经办好的继续有效。");
        await PressAsync(clerk, "提交审核");
        var reviewer = await VisitAsync("township-reviewer");
        await reviewer.GoAsync($"/admin/letters/{id}/review");
        await PressAsync(reviewer, "审核通过并答复");

        await clerk.GoAsync($"/admin/letters/{id}/publication");
        Assert.DoesNotContain(Phone, await clerk.Page.Locator("#Input_Question").InputValueAsync(), StringComparison.Ordinal);
        await PressAsync(clerk, "提交审核");
        await reviewer.GoAsync($"/admin/letters/{id}/publicity");
        await PressAsync(reviewer, "公开");

        await citizen.GoAsync("/letters/track");
        await citizen.Page.Locator("#Input_Number").FillAsync(codes[0]);
        await citizen.Page.Locator("#Input_Code").FillAsync(codes[1].ToLowerInvariant());
        await PressAsync(citizen, "查询");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("自公布之日起执行");
        await citizen.Page.GetByLabel("非常满意").CheckAsync();
        await PressAsync(citizen, "提交评价");
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("感谢您的评价");

        await citizen.GoAsync("/letters/" + codes[0]);
        await Assertions.Expect(citizen.Page.Locator("main")).ToContainTextAsync("覃**");
        var text = await citizen.Page.Locator("main").InnerTextAsync();
        foreach (var secret in new[] { Name, Phone }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.Equal(Satisfaction.VerySatisfied, await Portal.Site.ReadAsync(db => db.Letters.Where(l => l.Id == id).Select(l => l.Satisfaction).SingleAsync()));
    }

    private static async Task PressAsync(Visit visit, string button)
    {
        // The next line often goes elsewhere: it must not overtake what was sent.
        await visit.Page.RunAndWaitForResponseAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync(), answer => answer.Request.Method == "POST");
        await visit.LoadsAsync();
    }
}
