using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Catalogue;

public sealed class EditionPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("/admin/catalogue")]
    [InlineData("/admin/catalogue/duties")]
    [InlineData("/admin/catalogue/proposals")]
    [InlineData("/admin/catalogue/rules/classification")]
    [InlineData("/admin/catalogue/rules/bodies/new")]
    [InlineData("/admin/catalogue/editions/new")]
    public async Task Get_Anonymous_AsksToSignIn(string path)
    {
        using var client = site.Visitor();
        var page = await client.OpenAsync(path);

        Assert.Equal(302, page.Code);
        Assert.StartsWith("/account/sign-in", page.RedirectsTo, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("admin", "/admin/catalogue")]
    [InlineData("clerk", "/admin/catalogue/proposals")]
    [InlineData("clerk", "/admin/catalogue/editions/new")]
    [InlineData("office", "/admin/catalogue/rules/bodies")]
    public async Task Get_WrongRole_IsForbidden(string userName, string path)
    {
        using var client = await site.StaffAsync(userName);
        var page = await client.OpenAsync(path);

        Assert.True(page.Code == 403 || page.RedirectsTo.StartsWith("/account/", StringComparison.Ordinal), $"{page.Code} {page.RedirectsTo}");
    }

    [Theory]
    [InlineData("/admin/catalogue/editions/new")]
    [InlineData("/admin/catalogue/rules/classification")]
    [InlineData("/admin/catalogue/rules/classification/new")]
    [InlineData("/admin/catalogue/rules/bodies")]
    [InlineData("/admin/catalogue/rules/bodies/new")]
    public async Task Get_TownshipSteward_DoesNotSeeTheCitysTables(string path)
    {
        using var client = await site.StaffAsync("township-steward");

        Assert.Equal(404, (await client.OpenAsync(path)).Code);
    }

    [Theory]
    [InlineData("/admin/catalogue", "标准目录")]
    [InlineData("/admin/catalogue/editions/new", "新建市级目录草案")]
    [InlineData("/admin/catalogue/duties", "公开责任")]
    [InlineData("/admin/catalogue/duties?kind=OutsideDirectory", "公开责任")]
    [InlineData("/admin/catalogue/proposals", "不适用事项的审核")]
    [InlineData("/admin/catalogue/rules/classification", "分类规则")]
    [InlineData("/admin/catalogue/rules/classification/new", "增加分类规则")]
    [InlineData("/admin/catalogue/rules/bodies", "主体对照")]
    [InlineData("/admin/catalogue/rules/bodies/new", "增加主体对照")]
    public async Task Get_CitySteward_ShowsOneHeading(string path, string heading)
    {
        using var client = await site.StaffAsync("steward");
        var page = await client.OpenAsync(path);

        Assert.Equal((200, heading), (page.Code, page.Heading));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Duties_DemoSite_ListsEveryOrganisationAndWhatWaits()
    {
        using var client = await site.StaffAsync("steward");
        var page = await client.OpenAsync("/admin/catalogue/duties");

        Assert.Contains("人力资源社会保障部门（社保经办机构）", page.Text, StringComparison.Ordinal);
        Assert.Equal(57, page.Document.QuerySelectorAll("[aria-label='各单位的公开责任'] tbody tr").Length);
    }

    [Fact]
    public async Task Edition_UnknownOrForeign_Is404()
    {
        var foreign = await site.OrganisationAsync("450881102");
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), foreign, "桂平市木圭镇目录", 2026, await CityEditionAsync(), new DateTime(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc), null);
        await site.WriteAsync(db => Task.FromResult(db.Add(edition)));
        using var client = await site.StaffAsync("township-steward");

        foreach (var path in new[] { "", "/put-in-force", "/items/new", "/domains/05" })
            Assert.Equal(404, (await client.OpenAsync($"/admin/catalogue/editions/{edition.Id}{path}")).Code);
        Assert.Equal(404, (await client.OpenAsync($"/admin/catalogue/editions/{Guid.NewGuid()}")).Code);
        Assert.Equal(404, (await client.OpenAsync($"/admin/catalogue/items/{Guid.NewGuid()}")).Code);
        Assert.Equal(404, (await client.OpenAsync($"/admin/catalogue/compare?before={edition.Id}&after={await CityEditionAsync()}")).Code);
    }

    [Fact]
    public async Task Items_LeadReviewer_ConfirmsTickedRowsByName()
    {
        var edition = await CityEditionAsync();
        using var client = await site.StaffAsync("reviewer");
        var page = await client.OpenAsync($"/admin/catalogue/editions/{edition}/domains/06?filter=Unconfirmed");
        var boxes = page.Document.QuerySelectorAll("input[name=Rows]").Select(b => b.GetAttribute("value")!).ToList();
        Assert.NotEmpty(boxes);

        var answer = await client.SubmitAsync(page, [("Rows", boxes[0]), ("Rows", boxes[1])], "#rows");

        Assert.Equal(302, answer.Code);
        Assert.Contains("已由您核对 2 项", (await client.FollowAsync(answer)).Flash, StringComparison.Ordinal);
        var reviewer = await site.UserAsync("reviewer");
        Assert.Equal(2, await site.ReadAsync(db => db.Items.CountAsync(i => i.ConfirmedBy == reviewer)));

        // The same form again: the rows were changed meanwhile.
        Assert.Equal(409, (await client.SubmitAsync(page, [("Rows", boxes[0])], "#rows")).Code);
        Assert.Equal(422, (await client.SubmitAsync(page, [("Rows", null)], "#rows")).Code);
        Assert.Equal(422, (await client.SubmitAsync(page, [("Rows", "no-id:x")], "#rows")).Code);
    }

    [Fact]
    public async Task Items_ReviewerOfAnotherDepartment_CannotTick()
    {
        using var client = await site.StaffAsync("reviewer");
        var page = await client.OpenAsync($"/admin/catalogue/editions/{await CityEditionAsync()}/domains/03");

        Assert.Equal(200, page.Code);
        Assert.Empty(page.Document.QuerySelectorAll("input[name=Rows]"));
    }

    [Fact]
    public async Task Rule_Preview_ShowsTheEffectWithoutSaving()
    {
        using var client = await site.StaffAsync("steward");
        var page = await client.OpenAsync("/admin/catalogue/rules/bodies/new?item=" + await CodeAsync("10", "1") + "&level=Township");
        var before = await site.ReadAsync(db => db.BodyRules.CountAsync());

        var preview = await client.SubmitAsync(page, [], "#rule", "#preview");

        Assert.Equal(200, preview.Code);
        Assert.Contains("26 个单位", preview.Document.QuerySelector("#effect")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await site.ReadAsync(db => db.BodyRules.CountAsync()));
    }

    [Fact]
    public async Task Rule_RefusedAndSavedAndStale_KeepsWhatWasTyped()
    {
        using var client = await site.StaffAsync("steward");
        var page = await client.OpenAsync("/admin/catalogue/rules/classification/new");

        var refused = await client.SubmitAsync(page, [("Input.Words", "从没有过的词")], "#rule", "#save");
        Assert.Equal((422, "从没有过的词"), (refused.Code, refused.Value("Input.Words")));

        var saved = await client.SubmitAsync(page, [("Input.Words", "从没有过的词"), ("Input.Aspects", "Result")], "#rule", "#save");
        Assert.Equal(302, saved.Code);
        var rule = await site.ReadAsync(db => db.ClassificationRules.SingleAsync(r => r.Words == "从没有过的词"));
        var edit = await client.OpenAsync($"/admin/catalogue/rules/classification/{rule.Id}");
        await site.WriteAsync(async db => (await db.ClassificationRules.SingleAsync(r => r.Id == rule.Id)).Revision++);
        Assert.Equal(409, (await client.SubmitAsync(edit, [("Input.Words", "另一个词")], "#rule", "#save")).Code);
        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync($"/admin/catalogue/rules/classification/{rule.Id}"), [], "#delete")).Code);
    }

    private Task<Guid> CityEditionAsync() =>
        site.ReadAsync(db => db.Editions.Where(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == null).Select(e => e.Id).SingleAsync());

    private Task<string> CodeAsync(string domain, string sequence) => site.ReadAsync(db => db.Items
        .Where(i => i.Sequence == sequence && db.Domains.Any(d => d.Id == i.DomainId && d.Code == domain)).Select(i => i.Code).FirstAsync());
}
