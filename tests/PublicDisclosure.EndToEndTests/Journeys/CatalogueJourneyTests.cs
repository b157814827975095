namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>Stewards keep the standard catalogue: import the official tables, adopt it in a township.</summary>
public sealed class CatalogueJourneyTests(Portal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Import_BothOfficialTables_ShowsEveryRowBeforeItEntersTheDraft()
    {
        var edition = await new Pages.PreparedDesk(Portal.Site).EditionAsync(2028);
        var steward = await VisitAsync("steward");
        await ImportAsync(steward, edition, "社会救助", 13);
        await ImportAsync(steward, edition, "养老服务", 11);

        await steward.GoAsync($"/admin/catalogue/editions/{edition}");
        var rows = steward.Page.Locator("table tbody tr");
        await Assertions.Expect(rows.Filter(new LocatorFilterOptions { HasText = "社会救助" }).Locator("td").First).ToHaveTextAsync("13");
        await Assertions.Expect(rows.Filter(new LocatorFilterOptions { HasText = "养老服务" }).Locator("td").First).ToHaveTextAsync("11");
        await steward.PictureAsync("05-草案");
    }

    [Fact]
    public async Task Adoption_TownshipProposesNotApplicable_TakesEffectWhenTheOfficeAgrees()
    {
        const string reason = "该许可由市自然资源局统一办理，本镇没有此类信息。";
        var township = await VisitAsync("township-steward");
        await township.GoAsync("/admin/catalogue");
        await township.PictureAsync("05-采用市级目录");
        await township.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^为.*木乐镇.*生成草案$") }).ClickAsync();
        await township.ArrivesAsync(new("/admin/catalogue/editions/[^/]+$"));
        await township.Page.Locator("table tbody th a").First.ClickAsync();
        await township.ArrivesAsync(new("/admin/catalogue/editions/[^/]+/domains/"));
        await township.Page.Locator("table tbody td a").First.ClickAsync();
        await township.ArrivesAsync(new("/admin/catalogue/items/"));
        var item = new Uri(township.Page.Url).AbsolutePath;
        var name = (await township.Page.Locator("h1").InnerTextAsync()).Trim();
        await township.Page.Locator("#not-applicable textarea").FillAsync(reason);
        await township.PictureAsync("05-提出不适用");
        await township.PressAsync("提出不适用");
        await Assertions.Expect(township.Page.Locator("main")).ToContainTextAsync(reason);

        var office = await VisitAsync("office");
        await office.GoAsync("/admin/catalogue/proposals");
        var proposal = office.Page.Locator("section.panel").Filter(new LocatorFilterOptions { HasText = reason });
        await Assertions.Expect(proposal).ToContainTextAsync(name);
        await office.PictureAsync("05-审核不适用");
        await proposal.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "同意不适用" }).ClickAsync();
        await Assertions.Expect(office.Page.Locator("main")).Not.ToContainTextAsync(reason);

        await township.GoAsync(item);
        await Assertions.Expect(township.Page.Locator(".page-head")).ToContainTextAsync("不适用");
    }

    private static async Task ImportAsync(Visit steward, Guid edition, string domain, int items)
    {
        await steward.GoAsync($"/admin/catalogue/editions/{edition}/import");
        var file = Directory.EnumerateFiles(Repository.In("tests", "fixtures", "official"), domain + "*.xlsx").Single();
        await steward.Page.Locator("#Input_File").SetInputFilesAsync(file);
        await steward.PictureAsync("05-导入目录");
        await steward.PressAsync("读取并预览");
        await Assertions.Expect(steward.Page.Locator("h1")).ToHaveTextAsync("导入预览");
        var summary = steward.Page.Locator("main dl.summary-list").First;
        await Assertions.Expect(summary).ToContainTextAsync($"{items} 项");
        await Assertions.Expect(summary).ToContainTextAsync("0 行");
        await steward.PictureAsync("05-导入预览");
        await steward.PressAsync("确认导入草案");
        await Assertions.Expect(steward.Page.Locator("h1")).Not.ToHaveTextAsync("导入预览");
    }
}
