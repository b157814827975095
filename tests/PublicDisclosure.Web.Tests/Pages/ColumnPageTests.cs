using System.Net;
using System.Xml.Linq;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages;

[Collection(nameof(PublicSite))]
public sealed class ColumnPageTests(PublicSite site)
{
    [Fact]
    public async Task Home_ShowsFiveDoorsDomainsNewestAndOrganisations()
    {
        var page = await site.GetAsync("/");

        Assert.Equal(["决策", "执行", "管理", "服务", "结果"], page.Document.QuerySelectorAll(".doors strong").Select(e => e.TextContent));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/catalogue/{site.Sample.Domain}']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/disclosures/{site.Sample.Normative}']"));
        Assert.NotNull(page.Document.QuerySelector($"a[href='/organisations/{site.Sample.Organisation}']"));
    }

    [Fact]
    public async Task Domain_Table_HasTheOfficialColumnsMergedLevelsAndWhatIsBehind()
    {
        var page = await site.GetAsync("/catalogue/" + site.Sample.Domain);

        var table = page.Document.QuerySelector("table.catalogue")!;
        Assert.Equal(
            ["序号", "公开事项", "公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体", "公开对象", "公开方式", "公开层级"],
            table.QuerySelectorAll("thead tr:first-child th").Select(e => e.TextContent));
        Assert.Equal("2", table.QuerySelector("th[scope=rowgroup]")!.GetAttribute("rowspan"));
        Assert.Contains("已公开 5 件，最新 2026年3月2日", table.QuerySelector($"tr[id='{site.Sample.ItemCode}']")!.TextContent);
        Assert.Equal(3, table.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(table.QuerySelectorAll(".status"), e => e.TextContent == "待核对");
        Assert.Contains("■政府网站 □政府公报 ■公开查阅点", table.QuerySelectorAll("td.c").Select(e => e.TextContent.Replace("\u2060", "", StringComparison.Ordinal)));
        Assert.Contains("办理事项\n办理条件\n救助标准", table.QuerySelectorAll("td.e").Select(e => e.TextContent));
        Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.InRange(row.OuterHtml.Length, 1, 1000));
    }

    [Fact]
    public async Task Item_ShowsWhatIsPublishedAndWhoMust()
    {
        var page = await site.GetAsync(site.Sample.Fill("/catalogue/{domain}/{item}"));

        Assert.Contains("桂平市社会救助办法", page.Document.QuerySelector("#published")!.TextContent);
        Assert.Contains("负有公开责任的单位（1 个）", page.Main);
    }

    [Fact]
    public async Task Item_Unchecked_SaysSo()
    {
        var domain = await site.GetAsync("/catalogue/" + site.Sample.Domain);
        var path = domain.Document.QuerySelectorAll("table.catalogue tr").Single(r => r.TextContent.Contains("监督检查", StringComparison.Ordinal) && r.TextContent.Contains("待核对", StringComparison.Ordinal)).QuerySelector("th[scope=row] a")!.GetAttribute("href")!;

        var page = await site.GetAsync(path);

        Assert.Contains("待核对", page.Document.QuerySelector(".page-head")!.TextContent);
        Assert.Contains("推定", page.Main);
    }

    [Theory]
    [InlineData("guide", "特此通知")]
    [InlineData("rules", "关于Rules的公开文件")]
    [InlineData("annual-reports", "关于AnnualReport的公开文件")]
    [InlineData("mandatory", "（十一）扶贫、教育")]
    [InlineData("mandatory?class=Livelihood", "桂平市社会救助办法")]
    public async Task Organisation_FourParts_ShowWhatBelongsThere(string part, string expected)
    {
        var page = await site.GetAsync($"/organisations/{site.Sample.Organisation}/{part}");

        Assert.Contains(expected, page.Main);
        Assert.Equal(6, page.Document.QuerySelectorAll(".tabs a").Length);
    }

    [Theory]
    [InlineData("?genre=Normative", true)]
    [InlineData("?genre=Budget", false)]
    [InlineData("?genre=Normative&validity=Expired", false)]
    [InlineData("?validity=InForce", true)]
    [InlineData("?year=2026", true)]
    [InlineData("?year=2020", false)]
    [InlineData("?aspect=decision", true)]
    [InlineData("?aspect=result", false)]
    [InlineData("?organisation={organisation}&domain={domain}&aspect=decision&genre=Normative&year=2026&validity=InForce", true)]
    [InlineData("?domain={domain}&year=2026", true)]
    [InlineData("?organisation=gpszf", false)]
    public async Task List_Filter_NarrowsAndKeepsTheChoice(string query, bool finds)
    {
        var page = await site.GetAsync(site.Sample.Fill("/disclosures" + query));

        Assert.Equal(finds, page.Main.Contains("桂平市社会救助办法"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("select option[selected]"));
    }

    [Theory]
    [InlineData("救助办法", true)]
    [InlineData("浔政办规[2026]3号", true)]
    [InlineData("农村低保", true)]
    [InlineData("救助 农村低保", true)]
    [InlineData("救助 没有这个词", false)]
    public async Task Search_WordsInTitleNumberOrText_FindTheDocument(string query, bool finds)
    {
        var page = await site.GetAsync("/search?q=" + Uri.EscapeDataString(query));

        Assert.Equal(finds, page.Document.QuerySelector($"a[href='/disclosures/{site.Sample.Normative}']") is not null);
        Assert.Equal(finds, page.Document.QuerySelector("mark") is not null);
    }

    [Fact]
    public async Task Withdrawals_Register_NamesReasonAndHidesPersonalTitles()
    {
        var page = await site.GetAsync("/withdrawals");

        Assert.Contains("关于公布有误数据的通知", page.Main);
        Assert.DoesNotContain("该信息因含个人信息撤回。", page.Text);
        Assert.Contains($"/disclosures/{site.Sample.WithdrawnPersonal}", page.Text);
        Assert.Contains("停止公开", page.Main);
        Assert.DoesNotContain(PublicSample.SecretWords, page.Text);
        Assert.Contains("更正救助标准数字", (await site.GetAsync("/withdrawals?kind=corrections")).Main);
    }

    [Fact]
    public async Task Editions_Compare_ShowsAddedItemsAndChangedCells()
    {
        var list = await site.GetAsync("/editions");
        var link = list.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Single(h => h.StartsWith("/editions/compare", StringComparison.Ordinal) && h.EndsWith($"{site.Sample.CurrentEdition}", StringComparison.Ordinal));

        var page = await site.GetAsync(link);

        Assert.Contains("增加 2 项，修改 1 项，取消 0 项", page.Main);
        Assert.Contains("文件标题", page.Document.QuerySelector("td[data-label=原内容]")!.TextContent);
        Assert.Contains("文件全文", page.Document.QuerySelector("td[data-label=现内容]")!.TextContent);
    }

    [Fact]
    public async Task Editions_Draft_IsNeitherListedNorCompared()
    {
        var (current, draft) = (site.Sample.CurrentEdition, site.Sample.DraftEdition);

        Assert.DoesNotContain(PublicSample.DraftTitle, (await site.GetAsync("/editions")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync($"/editions/compare?older={current}&newer={draft}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/editions/compare?older=x")).Status);
    }

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/feed.xml?organisation={organisation}")]
    [InlineData("/feed.xml?domain={domain}")]
    public async Task Feed_Entries_PointToLastingAddressesAndSayDemo(string pattern)
    {
        var feed = XDocument.Parse(await site.Client.GetStringAsync(site.Sample.Fill(pattern), TestContext.Current.CancellationToken));
        XNamespace atom = "http://www.w3.org/2005/Atom";

        Assert.Contains("演示站点，非政府网站", feed.Root!.Element(atom + "title")!.Value);
        Assert.Contains("https://www.example.gov.cn/disclosures/" + site.Sample.Normative, feed.Descendants(atom + "id").Select(e => e.Value));
    }

    // %E6%95%91%E5%8A%A9 is 救助.
    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/feed.xml?organisation={organisation}")]
    [InlineData("/feed.xml?domain={domain}")]
    [InlineData("/feed.xml?item={item}")]
    [InlineData("/feed.xml?aspect=decision")]
    [InlineData("/feed.xml?organisation={organisation}&domain={domain}", "/feed.xml?domain={domain}&item=&organisation={organisation}&year=+")]
    [InlineData("/feed.xml?organisation={organisation}&genre=Rules&year=2026", "/feed.xml?year=02026&genre=Rules&organisation={organisation}")]
    [InlineData("/policies/feed.xml", "/policies/feed.xml?organisation=&theme=&validity=")]
    [InlineData("/policies/feed.xml?title=%E6%95%91%E5%8A%A9&from=2026-01-01&validity=InForce", "/policies/feed.xml?validity=InForce&from=2026-01-01&title=+%E6%95%91%E5%8A%A9+")]
    [InlineData("/policies/feed.xml?organisation={organisation}")]
    [InlineData("/policies/feed.xml?theme=GeneralAffairs")]
    [InlineData("/policies/feed.xml?theme=GeneralAffairs&validity=InForce", "/policies/feed.xml?validity=InForce&theme=GeneralAffairs")]
    [InlineData("/interpretations/feed.xml", "/interpretations/feed.xml?form=")]
    [InlineData("/interpretations/feed.xml?domain={domain}&form=QuestionsAndAnswers")]
    [InlineData("/responses/feed.xml")]
    [InlineData("/responses/feed.xml?organisation={organisation}")]
    [InlineData("/letters/feed.xml", "/letters/feed.xml?organisation=")]
    [InlineData("/letters/feed.xml?organisation={organisation}")]
    [InlineData("/search/feed.xml?q=%E6%95%91%E5%8A%A9", "/search/feed.xml?kind=none&order=date&q=+%E6%95%91%E5%8A%A9+&exact=1&after=15")]
    [InlineData("/search/feed.xml?q=%E6%95%91%E5%8A%A9&kind=Disclosure&year=2026", "/search/feed.xml?year=02026&kind=Disclosure&q=%E6%95%91%E5%8A%A9")]
    public async Task Feed_Id_IsItsOwnAddressHoweverItIsAskedFor(string address, string? other = null)
    {
        address = site.Sample.Fill(address);

        Assert.Equal("https://www.example.gov.cn" + address, await IdOfAsync(address));
        if (other is not null) Assert.Equal("https://www.example.gov.cn" + address, await IdOfAsync(site.Sample.Fill(other)));
    }

    [Theory]
    [InlineData("/feed.xml", "/disclosures")]
    [InlineData("/feed.xml?organisation={organisation}", "/organisations/{organisation}")]
    [InlineData("/feed.xml?domain={domain}", "/catalogue/{domain}")]
    [InlineData("/feed.xml?item={item}", "/catalogue/{domain}/{item}")]
    [InlineData("/feed.xml?aspect=decision", "/five/decision")]
    [InlineData("/feed.xml?organisation={organisation}&domain={domain}", "/disclosures?organisation={organisation}&domain={domain}")]
    [InlineData("/policies/feed.xml", "/policies")]
    [InlineData("/policies/feed.xml?theme=GeneralAffairs&validity=InForce", "/policies?theme=GeneralAffairs&validity=InForce")]
    [InlineData("/interpretations/feed.xml?form=QuestionsAndAnswers", "/interpretations?form=QuestionsAndAnswers")]
    [InlineData("/responses/feed.xml?domain={domain}", "/responses?domain={domain}")]
    [InlineData("/letters/feed.xml?organisation={organisation}", "/letters?organisation={organisation}")]
    [InlineData("/search/feed.xml?q=%E6%95%91%E5%8A%A9", "/search?q=%E6%95%91%E5%8A%A9")]
    public async Task Feed_Links_LeadToItselfAndToThePageItFollows(string address, string page)
    {
        var (self, alternate) = ("https://www.example.gov.cn" + site.Sample.Fill(address), "https://www.example.gov.cn" + site.Sample.Fill(page));
        var links = (await RootOfAsync(site.Sample.Fill(address))).Elements(XName.Get("link", Atom)).ToLookup(l => l.Attribute("rel")?.Value, l => l.Attribute("href")?.Value);

        Assert.Equal([self], links["self"]);
        Assert.Equal([alternate], links["alternate"]);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(site.Sample.Fill(page))).Status);
    }

    [Theory]
    [InlineData("/disclosures?organisation={organisation}&genre=Rules", "/feed.xml?organisation={organisation}&genre=Rules", " 公开制度")]
    [InlineData("/disclosures?year=2026&aspect=decision&validity=", "/feed.xml?aspect=decision&year=2026", "决策公开 2026年")]
    [InlineData("/disclosures?validity=Repealed", "/feed.xml?validity=Repealed", "废止")]
    [InlineData("/disclosures?organisation={organisation}", "/feed.xml?organisation={organisation}", "桂平市测试")]
    [InlineData("/disclosures?genre=no-such", "/feed.xml", "")]
    [InlineData("/policies?title=%E6%95%91%E5%8A%A9&number=%E6%B5%94%E6%94%BF%E5%8A%9E%E8%A7%84", "/policies/feed.xml?title=%E6%95%91%E5%8A%A9&number=%E6%B5%94%E6%94%BF%E5%8A%9E%E8%A7%84", "标题含“救助” 发文字号含“浔政办规”")]
    [InlineData("/policies?from=2030-01-01", "/policies/feed.xml?from=2030-01-01", "成文日期从2030年1月1日")]
    [InlineData("/policies?validity=Expired", "/policies/feed.xml?validity=Expired", "政策文件库 失效")]
    [InlineData("/interpretations?domain={domain}&form=QuestionsAndAnswers", "/interpretations/feed.xml?domain={domain}&form=QuestionsAndAnswers", "政策解读")]
    [InlineData("/responses?misreading=1", "/responses/feed.xml?misreading=1", "回应关切 误读澄清")]
    [InlineData("/letters?kind=Consultation&q=%E4%BD%8E%E4%BF%9D", "/letters/feed.xml?kind=Consultation&q=%E4%BD%8E%E4%BF%9D", "网民留言 咨询 含“低保”")]
    [InlineData("/withdrawals", "/withdrawals/feed.xml", "撤回与更正登记")]
    [InlineData("/withdrawals?kind=corrections", "/withdrawals/feed.xml?kind=corrections", "撤回与更正登记 更正与更新")]
    [InlineData("/withdrawals?kind=displays", "/withdrawals/feed.xml?kind=displays", "公示期满")]
    [InlineData("/policies/cleanup?organisation={organisation}&kind=Repeal", "/policies/cleanup/feed.xml?organisation={organisation}&kind=Repeal", "文件清理结果")]
    [InlineData("/forced-publications?kind=open", "/forced-publications/feed.xml?kind=open", "应急发布登记 待补办")]
    [InlineData("/letters/questions", "/letters/questions/feed.xml", "常见问题")]
    [InlineData("/editions", "/editions/feed.xml", "目录版本")]
    [InlineData("/organisations/{organisation}/rules", "/feed.xml?organisation={organisation}&genre=Rules", "")]
    [InlineData("/organisations/{organisation}/annual-reports", "/feed.xml?organisation={organisation}&genre=AnnualReport", "")]
    [InlineData("/organisations/{organisation}/mandatory?class=Livelihood", "/feed.xml?organisation={organisation}&class=Livelihood", "")]
    public async Task List_HoweverItIsNarrowed_OffersTheFeedOfJustThat(string list, string feed, string name)
    {
        var page = await site.GetAsync(site.Sample.Fill(list));
        var offered = page.Document.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href")!;
        var root = await RootOfAsync(offered);

        Assert.Equal(site.Sample.Fill(feed), offered);
        Assert.Contains(name, root.Element(XName.Get("title", Atom))!.Value, StringComparison.Ordinal);
        var shown = page.Document.QuerySelectorAll(".disclosure-list :is(h2, h3) a[href^='/disclosures/']").Select(a => "https://www.example.gov.cn" + a.GetAttribute("href"));
        var entries = root.Elements(XName.Get("entry", Atom)).ToList();
        Assert.Equal(shown.Distinct().Order(), entries.Select(LinkOf).Where(link => link.Contains("/disclosures/", StringComparison.Ordinal)).Distinct().Order());
        Assert.Distinct(entries.Select(e => e.Element(XName.Get("id", Atom))!.Value));
        // The page behind a feed narrowed by nothing of its own is the list again, with the same feed.
        var alternate = new Uri(root.Elements(XName.Get("link", Atom)).Single(l => l.Attribute("rel")?.Value == "alternate").Attribute("href")!.Value).PathAndQuery;
        Assert.Equal(offered, (await site.GetAsync(alternate)).Document.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/feed.xml?organisation=nothing&domain=nothing", "organisation 的值无法识别", "domain 的值无法识别")]
    [InlineData("/feed.xml?genre=99", "genre 的值无法识别")]
    [InlineData("/feed.xml?genre=Rules&genre=Guide", "genre 的值无法识别")]
    [InlineData("/feed.xml?class=Livelihood", "class 应与 organisation 一起使用")]

    [InlineData("/feed.xml?organization={organisation}", "没有参数 organization，可用的参数：organisation、domain、aspect、genre、year、validity、item、class")]
    [InlineData("/feed.xml?after=x", "没有参数 after")]
    [InlineData("/policies/feed.xml?theme=none&validity=0", "theme 的值无法识别", "validity 的值无法识别")]
    [InlineData("/policies/feed.xml?from=2026", "from 的值无法识别")]
    [InlineData("/policies/feed.xml?domain={domain}", "没有参数 domain")]
    [InlineData("/interpretations/feed.xml?form=none", "form 的值无法识别")]
    [InlineData("/responses/feed.xml?misreading=yes", "misreading 的值无法识别")]
    [InlineData("/withdrawals/feed.xml?kind=all", "kind 的值无法识别")]
    [InlineData("/editions/feed.xml?organisation={organisation}", "没有参数 organisation，本订阅没有参数")]
    [InlineData("/letters/feed.xml?kind=Other99", "kind 的值无法识别")]
    public async Task Feed_AskedForWhatItDoesNotKnow_SaysSoInsteadOfGivingEverything(string address, params string[] reasons)
    {
        using var response = await site.Client.GetAsync(site.Sample.Fill(address), TestContext.Current.CancellationToken);
        using var problem = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.All(reasons, reason => Assert.Contains(reason, problem.RootElement.GetProperty("detail").GetString()!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feed_OfPolicies_NamesThemeAndValidityInItsTitle() => Assert.Contains(
        $"政策文件库 {Words.Of(ThemeClass.GeneralAffairs)} {Words.Of(Validity.InForce)}",
        (await RootOfAsync("/policies/feed.xml?theme=GeneralAffairs&validity=InForce")).Element(XName.Get("title", Atom))!.Value, StringComparison.Ordinal);

    private static string LinkOf(XElement entry) => entry.Elements(XName.Get("link", Atom)).Single().Attribute("href")!.Value;

    [Fact]
    public async Task Feed_OfWithdrawals_NamesReasonAndHidesPersonalTitlesAsItsPageDoes()
    {
        var text = (await RootOfAsync("/withdrawals/feed.xml")).ToString();
        var editions = (await RootOfAsync("/editions/feed.xml")).Elements(XName.Get("entry", Atom)).Select(e => e.Element(XName.Get("title", Atom))!.Value).ToList();

        Assert.Contains("关于公布有误数据的通知", text, StringComparison.Ordinal);
        Assert.Contains("数据有误，已撤回核实。", text, StringComparison.Ordinal);
        Assert.Contains($"/disclosures/{site.Sample.WithdrawnPersonal}", text, StringComparison.Ordinal);
        Assert.DoesNotContain(PublicSample.SecretWords, text, StringComparison.Ordinal);
        Assert.DoesNotContain("该信息因含个人信息撤回。", text, StringComparison.Ordinal);
        Assert.Contains("更正救助标准数字", (await RootOfAsync("/withdrawals/feed.xml?kind=corrections")).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(editions);
        Assert.DoesNotContain(PublicSample.DraftTitle, editions);
    }

    private const string Atom = "http://www.w3.org/2005/Atom";

    private async Task<XElement> RootOfAsync(string feed) => XDocument.Parse(await site.Client.GetStringAsync(feed, TestContext.Current.CancellationToken)).Root!;

    private async Task<string> IdOfAsync(string feed) =>
        (await RootOfAsync(feed)).Element(XName.Get("id", Atom))!.Value;

    [Fact]
    public async Task Robots_WithDemoData_KeepsEverybodyOut() =>
        Assert.Contains("Disallow: /\n", await site.Client.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Sitemap_Index_LeadsToColumnsAndMonths()
    {
        var index = await site.Client.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken);
        var columns = await site.Client.GetStringAsync("/sitemap.xml?month=columns", TestContext.Current.CancellationToken);

        Assert.Contains("https://www.example.gov.cn/sitemap.xml?month=2026-03", index);
        Assert.Contains("https://www.example.gov.cn/catalogue/" + site.Sample.Domain, columns);
        Assert.All(["/letters/questions", "/accessibility", "/editions", "/forced-publications"], path => Assert.Contains($"<loc>https://www.example.gov.cn{path}</loc>", columns, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sitemap_OfItems_HasEveryPageOfTheCatalogueInForceAndNoGuessedDates()
    {
        var index = await site.Client.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken);
        var items = XDocument.Parse(await site.Client.GetStringAsync("/sitemap.xml?month=items", TestContext.Current.CancellationToken));
        var table = await site.GetAsync("/catalogue/" + site.Sample.Domain);

        Assert.Contains("https://www.example.gov.cn/sitemap.xml?month=items<", index, StringComparison.Ordinal);
        var listed = items.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).ToList();
        var linked = table.Document.QuerySelectorAll("table.catalogue th[scope=row] a").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();
        Assert.NotEmpty(linked);
        Assert.Equal(linked, listed.Where(path => path.StartsWith($"/catalogue/{site.Sample.Domain}/", StringComparison.Ordinal)));
        Assert.Equal(listed.Distinct(), listed);
        Assert.DoesNotContain("lastmod", items.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<loc>", await site.Client.GetStringAsync("/sitemap.xml?month=items&part=2", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Footer_EveryPage_NamesHostCodesAndErrorReport()
    {
        var footer = (await site.GetAsync("/catalogue")).Document.QuerySelector("footer")!.TextContent;

        Assert.All(["主办单位：桂平市人民政府", "网站标识码：待填写", "ICP备案号：待填写", "公安机关备案号：待填写", "我为政府网站找错", "网站地图"],
            part => Assert.Contains(part, footer.Replace("主办单位", "主办单位：").Replace("网站标识码", "网站标识码：").Replace("ICP备案号", "ICP备案号：").Replace("公安机关备案号", "公安机关备案号：")));
    }

    [Fact]
    public async Task Get_StylesAndScripts_AreServedFingerprinted()
    {
        var page = await site.GetAsync("/");
        var sheet = page.Document.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var response = await site.Client.GetAsync(sheet, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
    }
}
