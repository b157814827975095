using System.Text;
using UglyToad.PdfPig;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>A citizen reads: on paper, without scripts, by keyboard, in high contrast.</summary>
public sealed class ReadingTests(Portal portal) : BrowserTest(portal)
{
    [Fact]
    public async Task Print_OfADocument_CarriesAddressVersionAndTheWarning()
    {
        var samples = await Pages.Samples.OfAsync(Portal.Site);
        var visit = await VisitAsync();
        await visit.GoAsync($"/disclosures/{samples.Corrected}/print");
        var title = (await visit.Page.Locator("h1").InnerTextAsync()).Trim();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var pdf = await visit.Page.PdfAsync(new PagePdfOptions { Format = "A4" });

        using var document = PdfDocument.Open(pdf);
        // Chromium writes some characters as radicals and compatibility forms.
        var words = string.Concat(document.GetPages().SelectMany(p => p.Text)).Normalize(NormalizationForm.FormKC).Replace('⺠', '民').Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(title[..8], words, StringComparison.Ordinal);
        Assert.Contains("网站打印件,以正式文件为准", words, StringComparison.Ordinal);
        Assert.Contains($"/disclosures/{samples.Corrected}", words, StringComparison.Ordinal);
        Assert.Contains("演示站点,非政府网站", words, StringComparison.Ordinal);
        Assert.DoesNotContain("返回网页", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Print_OfACount_CarriesEveryDayOfTheStripAndLeavesTheFormOut()
    {
        var visit = await VisitAsync();
        await visit.GoAsync("/calendar/count?from=2025-09-26&amount=20");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var pdf = await visit.Page.PdfAsync(new PagePdfOptions { Format = "A4" });

        using var document = PdfDocument.Open(pdf);
        var words = string.Concat(document.GetPages().SelectMany(p => p.Text)).Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        foreach (var day in (string[])["2025年9月28日", "2025年10月1日", "2025年10月11日", "2025年10月30日"]) Assert.Contains(day, words, StringComparison.Ordinal);
        // Each of the twenty counted days with its number, the holiday by name, the notice behind it.
        foreach (var number in Enumerable.Range(1, 20)) Assert.Contains($"第{number}天", words, StringComparison.Ordinal);
        Assert.Contains("国庆节", words, StringComparison.Ordinal);
        Assert.Contains("国办发明电", words, StringComparison.Ordinal);
        Assert.DoesNotContain("另算一个", words, StringComparison.Ordinal);
        Assert.InRange(document.NumberOfPages, 1, 3);
    }

    [Fact]
    public async Task Count_OfALongLimitOnAPhone_WrapsItsStripInsteadOfScrollingThePage()
    {
        var visit = await VisitAsync(new VisitOptions { Width = 320 });
        await visit.GoAsync("/calendar/count?from=2025-09-26&amount=60");

        Assert.Equal("", await visit.OverflowAsync());
        var last = visit.Page.Locator(".day-strip li").Last;
        await last.ScrollIntoViewIfNeededAsync();
        var box = (await last.BoundingBoxAsync())!;
        Assert.InRange(box.X + box.Width, 1, 320);
    }

    [Fact]
    public async Task Document_OnAPhone_LeadsPastItsParticularsToTheText()
    {
        var samples = await Pages.Samples.OfAsync(Portal.Site);
        var visit = await VisitAsync(new VisitOptions { Width = 390, Height = 800, Script = false });
        await visit.GoAsync($"/disclosures/{samples.Corrected}");
        var text = visit.Page.Locator("#document-text");
        await Assertions.Expect(text).Not.ToBeInViewportAsync();

        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "直接看正文" }).ClickAsync();

        await Assertions.Expect(text).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Document_OnADesk_NeedsNoWayPastItsParticulars()
    {
        var samples = await Pages.Samples.OfAsync(Portal.Site);
        var visit = await VisitAsync();
        await visit.GoAsync($"/disclosures/{samples.Corrected}");

        await Assertions.Expect(visit.Page.GetByText("直接看正文")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Print_OfTheOrdinaryPage_LeavesNavigationAndToolsOut()
    {
        var samples = await Pages.Samples.OfAsync(Portal.Site);
        var visit = await VisitAsync();
        await visit.GoAsync($"/disclosures/{samples.WithFiles}");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
        Assert.False(await visit.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "主导航" }).IsVisibleAsync());
        Assert.False(await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "下载 Word 文档" }).IsVisibleAsync());
    }

    [Fact]
    public async Task Print_OfTheOrdinaryPage_BeginsWithTitleAndTextAndNamesThePrintView()
    {
        var samples = await Pages.Samples.OfAsync(Portal.Site);
        var visit = await VisitAsync();
        await visit.GoAsync($"/disclosures/{samples.WithFiles}");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        var title = (await visit.Page.Locator("h1").BoundingBoxAsync())!;
        var text = (await visit.Page.Locator("#document-text").BoundingBoxAsync())!;
        var particulars = (await visit.Page.Locator(".document-body > .metadata").BoundingBoxAsync())!;
        Assert.True(title.Y + title.Height <= text.Y);
        Assert.True(text.Y + text.Height <= particulars.Y);
        Assert.Equal(0, await visit.Page.Locator(".plain-words:visible, article > .panel:visible, .document-aside:visible").CountAsync());
        Assert.Contains("打印版", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.document-body'), '::after').content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keyboard_FromTheTopOfHome_SkipLinkLeadsToTheContentAndSearchIsNear()
    {
        var visit = await VisitAsync();
        await visit.GoAsync("/");

        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await visit.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("q", await visit.Page.EvaluateAsync<string>("document.activeElement.name"));
        await visit.Page.Keyboard.TypeAsync("低保");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.ArrivesAsync(new(@"/search\?q="));
        await Assertions.Expect(visit.Page.Locator(".disclosure-list li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ForcedColours_FocusAndButtons_KeepAVisibleEdge()
    {
        var visit = await VisitAsync(new VisitOptions { ForcedColors = ForcedColors.Active });
        await visit.GoAsync("/");
        var button = visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "检索" }).Last;

        Assert.NotEqual("0px", await button.EvaluateAsync<string>("e => getComputedStyle(e).borderTopWidth"));
        await visit.Page.Locator("#q").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("none", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
    }

    [Fact]
    public async Task NoScriptOn320Pixels_FromHomeByNamesAlone_LeadsToTheTownshipsSubsistenceAllowances()
    {
        // By roles and names, as a screen reader offers them; each page fits the window.
        var visit = await VisitAsync(new VisitOptions { Script = false, Width = 320, Height = 640 });
        await visit.GoAsync("/");
        Assert.Equal("", await visit.OverflowAsync());
        await visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "按领域查" }).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new("^社会救助") }).ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToContainTextAsync("社会救助领域");
        Assert.Equal("", await visit.OverflowAsync());
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "本领域全部公开信息" }).ClickAsync();
        await visit.Page.GetByLabel("机构", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Value = "450881101" });
        await visit.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "筛选" }).ClickAsync();
        await visit.ArrivesAsync(new(@"/disclosures\?.*organisation=450881101"));

        Assert.Equal("", await visit.OverflowAsync());
        var list = visit.Page.Locator(".disclosure-list > li");
        Assert.InRange(await list.CountAsync(), 2, 50);
        Assert.All(await list.AllInnerTextsAsync(), row => Assert.Contains("木乐镇", row, StringComparison.Ordinal));
        var guide = visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "木乐镇最低生活保障办事指南" });
        await Assertions.Expect(guide).ToBeVisibleAsync();
        await guide.ClickAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync("木乐镇最低生活保障办事指南");
        Assert.Equal("", await visit.OverflowAsync());
    }

    // On a phone the browser lays out only the cards in view; that must be true of nothing but its work.
    [Fact]
    public async Task LongestCatalogue_OnAPhone_LeadsToItsLastRowFindsItAndPrintsIt()
    {
        var visit = await VisitAsync(new VisitOptions { Width = 390, Height = 844 });
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ReducedMotion = ReducedMotion.NoPreference });
        await visit.GoAsync("/catalogue/social-insurance");
        var last = visit.Page.Locator(".catalogue tbody tr").Last;
        var name = (await last.Locator(".n a").First.TextContentAsync())!;
        Assert.Equal("auto", await last.EvaluateAsync<string>("row => getComputedStyle(row).contentVisibility"));

        Assert.Equal(await last.GetAttributeAsync("id"), await visit.Page.EvaluateAsync<string>("name => find(name) ? getSelection().anchorNode.parentElement.closest('tr').id : ''", name));
        await visit.Page.EvaluateAsync("() => scrollTo(0, 0)");
        await visit.Page.EvaluateAsync("row => { location.hash = row; }", await last.GetAttributeAsync("id"));
        await Assertions.Expect(last).ToBeInViewportAsync();

        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        using var document = PdfDocument.Open(await visit.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        var words = string.Concat(document.GetPages().SelectMany(p => p.Text)).Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains(name, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoScript_FromHomeByDomainToADocument_IsThreeClicks()
    {
        var visit = await VisitAsync(new VisitOptions { Script = false });
        await visit.GoAsync("/");
        await visit.Page.Locator(".domain-grid").GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameRegex = new("^社会救助") }).ClickAsync();
        await visit.Page.Locator("a.published").First.ClickAsync();
        await visit.Page.Locator(".disclosure-list h3 a, .disclosure-list a").First.ClickAsync();

        await visit.ArrivesAsync(new("/disclosures/[a-z0-9]+-\\d{4}-\\d{5}$"));
        await Assertions.Expect(visit.Page.Locator("h1")).ToBeVisibleAsync();
    }
}
