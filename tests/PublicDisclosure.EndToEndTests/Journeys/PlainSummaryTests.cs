using System.Text.RegularExpressions;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>The plain summary (通俗摘要) as a clerk writes it: counted while typing, by the same rules as the checklist; without script it is told on saving.</summary>
public sealed class PlainSummaryTests(Portal portal) : BrowserTest(portal)
{
    private const string Field = "#Input_PlainSummary";

    [Theory]
    [InlineData("低保提高了。", "已写 6 个字，还可以写 144 个字。")]
    [InlineData("𠮷祥社区。\n每月一次。", "已写 10 个字，还可以写 140 个字。")]
    public async Task Count_WithinTheLimits_SaysHowMuchIsLeft(string text, string said)
    {
        var clerk = await EditingAsync(script: true);
        await clerk.Page.Locator(Field).FillAsync(text);

        var count = clerk.Page.Locator(".field-count");
        await Assertions.Expect(count).ToHaveTextAsync(said);
        await Assertions.Expect(count).Not.ToHaveClassAsync(new Regex("field-count-over"));
    }

    [Fact]
    public async Task Count_BeyondALimit_NamesTheSentenceAndTheExcess()
    {
        var clerk = await EditingAsync(script: true);
        var sentence = new string('长', 31);
        await clerk.Page.Locator(Field).FillAsync("短句。" + sentence + "。" + string.Concat(Enumerable.Repeat("十个字一句话的摘要。", 12)));

        var count = clerk.Page.Locator(".field-count");
        await Assertions.Expect(count).ToHaveTextAsync($"已写 155 个字，超出 5 个字。这句话有 31 个字，超过 30 个字，请拆开：“{sentence}”");
        await Assertions.Expect(count).ToHaveClassAsync(new Regex("field-count-over"));
    }

    [Fact]
    public async Task NoScript_TooLong_IsSavedAndTheChecklistSaysWhatToShorten()
    {
        var clerk = await EditingAsync(script: false);
        Assert.False(await clerk.Page.Locator(".field-count").IsVisibleAsync());
        await clerk.Page.Locator(Field).FillAsync(new string('长', 31));
        await clerk.PressAsync("保存草稿");

        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("每句不能超过 30 个字");
    }

    private async Task<Visit> EditingAsync(bool script)
    {
        var id = await new Pages.PreparedDesk(Portal.Site).LeadAsync(steps: 0, "木乐镇2026年社会救助政策简介");
        var clerk = await VisitAsync(new VisitOptions { As = "township-clerk", Script = script });
        Assert.Equal(200, await clerk.GoAsync($"/admin/disclosures/{id}/edit"));
        return clerk;
    }
}
