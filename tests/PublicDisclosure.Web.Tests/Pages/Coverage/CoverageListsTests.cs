using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;

namespace PublicDisclosure.Web.Tests.Pages.Coverage;

/// <summary>What stands behind the cells, the pages of organisations and items, and the way of every date.</summary>
public sealed class CoverageListsTests(CoverageSite site) : IClassFixture<CoverageSite>
{
    /// <summary>Titles of drafts of the world: nobody outside may read them anywhere.</summary>
    private static readonly string[] Drafts = ["2026年部门预算调整", "食品经营许可结果"];

    [Fact]
    public async Task Cell_LatePeriodAndEmptyPeriod_ShowsLatenessDocumentAndWhoDeclared()
    {
        var page = await site.GetAsync("/coverage/world-1/{木乐镇}?period=all");

        var late = Line(page, "2026年第2季度");
        Assert.Contains("逾期公开 迟4个工作日", late.Text, StringComparison.Ordinal);
        Assert.Equal(["2026年7月28日", "2026年8月3日"], late.Row.QuerySelectorAll("time").Select(t => t.TextContent));
        var document = late.Row.QuerySelector("a[href^='/disclosures/']")!;
        Assert.Equal("2026年第二季度木乐镇救助资金", document.TextContent);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(document.GetAttribute("href")!)).Status);
        var empty = Line(page, "2026年第3季度");
        Assert.Contains("本期无信息 木乐镇，2026年10月12日确认", empty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HomeAndCatalogue_OneDomain_SayTheSameShareInTime()
    {
        var home = (await site.GetAsync("/")).Document.QuerySelectorAll(".domain-grid a")
            .ToDictionary(a => a.GetAttribute("href")!, a => a.QuerySelector(".share")!.TextContent);
        var catalogue = (await site.GetAsync("/catalogue")).Document.QuerySelectorAll("main tbody tr")
            .ToDictionary(row => row.QuerySelector("a")!.GetAttribute("href")!, row => row.QuerySelector("td[data-label=本年按时率]")!.TextContent);

        Assert.Contains(home.Values, share => share.EndsWith('%'));
        Assert.Equal(home, catalogue);
    }

    [Fact]
    public async Task Cell_NeverPublishedAndWithdrawn_SayWhichItIs()
    {
        var never = Assert.Single((await site.GetAsync("/coverage/world-3/{木乐镇}?period=all")).Document.QuerySelectorAll(".coverage-lines tbody tr"));
        var taken = Assert.Single((await site.GetAsync("/coverage/world-3/{社步镇}?period=all")).Document.QuerySelectorAll(".coverage-lines tbody tr"));

        Assert.Contains("从未公开", never.TextContent, StringComparison.Ordinal);
        Assert.Null(never.QuerySelector("a[href^='/disclosures/']"));
        Assert.DoesNotContain("从未公开", taken.TextContent, StringComparison.Ordinal);
        Assert.Contains("逾期未公开", taken.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("社步镇招生政策", taken.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_DocumentWithoutAllElements_NamesWhatIsMissing()
    {
        var page = await site.GetAsync("/coverage/world-4/{民政局}?period=all");

        Assert.Contains("要素不全 缺：金额", Assert.Single(page.Document.QuerySelectorAll(".coverage-lines tbody tr").Select(CoverageSite.Flat)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Overdue", 1)]
    [InlineData("OnTime", 1)]
    [InlineData("Late", 0)]
    [InlineData("Incomplete", 0)]
    [InlineData("Unrated", 0)]
    [InlineData("", 2)]
    public async Task Cell_ByStatus_ListsAsManyAsItsTabSays(string status, int count)
    {
        var page = await site.GetAsync("/coverage/world-2/{财政局}?period=all&status=" + status);

        Assert.Equal(count, page.Document.QuerySelectorAll(".coverage-lines tbody tr").Length);
        Assert.Contains($"（{count}）", page.Document.QuerySelector(".tabs [aria-current]")!.TextContent, StringComparison.Ordinal);
        if (status == "") Assert.Contains("50.0%", page.Document.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_Anywhere_AreCountedButNeverNamed()
    {
        string[] paths =
        [
            "/coverage?period=all", "/coverage.json?period=all", "/coverage.csv?period=all", "/coverage/world-2/{财政局}?period=all", "/coverage/world-5/{财政局}?period=all",
            "/coverage/organisations/{财政局}?period=all", "/coverage/items/{部门预算}?period=all", "/coverage/items/{经营许可}?period=all", .. (await UnitsAsync("record:")).Select(id => "/calendar/unit/" + id),
        ];
        var staff = new[] { site.Desk.Clerk, site.Desk.Reviewer };
        var drafts = await site.ReadAsync(db => db.Disclosures.Where(d => Drafts.Contains(d.Text.Title)).Select(d => d.Id).ToListAsync());
        Assert.Equal(2, drafts.Count);

        foreach (var path in paths)
        {
            var page = await site.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(Drafts, title => Assert.DoesNotContain(title, page.Text, StringComparison.Ordinal));
            Assert.All(drafts.Concat(staff), id => Assert.DoesNotContain(id.ToString(), page.Text, StringComparison.OrdinalIgnoreCase));
            Assert.All(drafts, id => Assert.DoesNotContain(id.ToString("N"), page.Text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task DueDate_OfADraft_LeadsToItsStripWithoutATitle()
    {
        var page = await site.GetAsync("/coverage/world-5/{财政局}?period=all");
        var link = page.Document.QuerySelector(".coverage-lines a.due-date")!.GetAttribute("href")!;
        var way = await site.GetAsync(link);

        Assert.StartsWith("/calendar/unit/", link, StringComparison.Ordinal);
        Assert.Equal("2026-11-05", way.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
        Assert.Equal(7, way.Document.QuerySelectorAll(".day-table tr.counted").Length);
        Assert.Contains("信息形成", way.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DueDate_OfAPublicDocument_LeadsToItsOwnWay()
    {
        var page = await site.GetAsync("/coverage/world-4/{民政局}?period=all");
        var link = page.Document.QuerySelector(".coverage-lines a.due-date")!.GetAttribute("href")!;

        Assert.StartsWith("/calendar/due/", link, StringComparison.Ordinal);
        Assert.Equal("2026-09-29", (await site.GetAsync(link)).Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Unit_EveryOneWithADay_EndsThereAndCountsAsManyDaysAsItsLimit()
    {
        var units = await site.ReadAsync(db => db.CoverageUnits.Where(u => u.DueOn != null).ToListAsync());
        Assert.Contains(units, u => u.Kind == UnitKind.Period);
        Assert.Contains(units, u => u.Kind == UnitKind.Standing);
        Assert.Contains(units, u => u.Kind == UnitKind.Check);

        foreach (var unit in units)
        {
            var page = await site.GetAsync("/calendar/unit/" + unit.Id);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(unit.DueOn!.Value.ToString("yyyy-MM-dd", null), page.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
            Assert.Equal(["/", "/coverage"], page.Document.QuerySelectorAll(".breadcrumbs a").Select(a => a.GetAttribute("href")).Take(2));
            Assert.StartsWith("/coverage/organisations/", page.Document.QuerySelectorAll(".breadcrumbs a")[2].GetAttribute("href"), StringComparison.Ordinal);
            if (unit.Span.CountsDays) Assert.Equal(unit.DueAmount, page.Document.QuerySelectorAll(".day-table tr.counted").Length);
        }
    }

    [Fact]
    public async Task Organisation_OfTheWorld_ShowsWhatItMustWhatItHasAndWhatIsMissing()
    {
        var page = await site.GetAsync("/coverage/organisations/{财政局}?period=all");

        Assert.Equal("50.0%", page.Document.QuerySelector(".coverage-share strong")!.TextContent);
        Assert.Equal(["部门预算"], page.Document.QuerySelectorAll("[aria-labelledby=missing] tbody th").Select(CoverageSite.Flat));
        Assert.Equal(["合计", "财政预决算", "食品药品监管"], page.Document.QuerySelectorAll("[aria-labelledby=domains] tbody th").Select(CoverageSite.Flat));
        Assert.Equal(["1", "0", "1", "1"], page.Document.QuerySelectorAll("[aria-labelledby=domains] tr.sum td.number").Skip(1).Take(4).Select(CoverageSite.Flat));
        Assert.Equal(["部门预算", "经营许可"], page.Document.QuerySelectorAll("[aria-labelledby=items] li a").Select(CoverageSite.Flat));
    }

    [Fact]
    public async Task Item_OfTheWorld_TellsWhoHasPublishedItAndWhoHasNot()
    {
        var page = await site.GetAsync("/coverage/items/{招生政策}?period=all");

        var groups = page.Document.QuerySelectorAll("[aria-labelledby^=group-]").ToDictionary(s => CoverageSite.Flat(s.QuerySelector("h2")!), s => s.QuerySelectorAll("tbody th").Select(CoverageSite.Flat).ToList());
        Assert.Equal(["木乐镇 从未公开", "社步镇"], groups["还没有公开的单位（2 个）"]);
        Assert.Equal(["教育局"], groups["已经公开的单位（1 个）"]);
        Assert.Equal("33.3%", page.Document.QuerySelector(".coverage-share strong")!.TextContent);
    }

    [Fact]
    public async Task Home_OrganisationAndItem_SayShareAndOverdueAndLeadThere()
    {
        var home = await site.GetAsync("/");
        var organisation = await site.GetAsync("/organisations/{财政局}");
        var item = await site.GetAsync("/catalogue/world-3/{招生政策}");

        Assert.Equal("逾期未公开 3 项", CoverageSite.Flat(home.Document.QuerySelector(".home-facts a[href^='/coverage?period=all']")!));
        Assert.Contains("本年按时率 50.0%", CoverageSite.Flat(home.Document.QuerySelector(".home-lead")!), StringComparison.Ordinal);
        Assert.Equal(["50.0%", "50.0%", "33.3%", "100.0%", "—", "—"], home.Document.QuerySelectorAll(".domain-grid a").Where(a => a.GetAttribute("href")!.Contains("world-", StringComparison.Ordinal)).Select(a => CoverageSite.Flat(a.QuerySelector(".share")!)));
        Assert.Contains("50.0%，逾期未公开 1 项", CoverageSite.Flat(organisation.Document.QuerySelector("aside")!), StringComparison.Ordinal);
        Assert.Contains("本年按时率 33.3%，逾期未公开 2 项", CoverageSite.Flat(item.Document.QuerySelector(".page-head")!), StringComparison.Ordinal);
        Assert.NotNull(item.Document.QuerySelector(".page-head a[href^='/coverage/items/']"));
        Assert.NotNull(organisation.Document.QuerySelector(".tabs a[href^='/coverage/organisations/']"));
    }

    [Theory]
    [InlineData("/coverage/nothing/{民政局}")]
    [InlineData("/coverage/world-1/nothing")]
    [InlineData("/coverage/organisations/nothing")]
    [InlineData("/coverage/items/nothing")]
    [InlineData("/coverage/items/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("/calendar/unit/00000000-0000-0000-0000-000000000001")]
    [InlineData("/calendar/unit/x")]
    public async Task Get_WhatIsNotThere_IsNotFound(string path) => Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(path)).Status);

    [Fact]
    public async Task Unit_WithoutADay_IsNotFound()
    {
        foreach (var id in await site.ReadAsync(db => db.CoverageUnits.Where(u => u.DueOn == null).Select(u => u.Id).ToListAsync()))
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/calendar/unit/" + id)).Status);
    }

    [Theory]
    [InlineData("/coverage/world-1/{民政局}?status=x&period=y&after=-1&item=%00")]
    [InlineData("/coverage/world-1/{民政局}?after=99999999999")]
    [InlineData("/coverage/world-1/{民政局}?before=1&status=Overdue,Late")]
    [InlineData("/coverage/organisations/{民政局}?period=20260&level=9")]
    [InlineData("/coverage/items/{招生政策}?period='%20or%201=1")]
    public async Task Get_BadQuery_StillAnswers(string path) => Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(path)).Status);

    private static (IElement Row, string Text) Line(PublicPage page, string period)
    {
        var row = page.Document.QuerySelectorAll(".coverage-lines tbody tr").Single(tr => tr.TextContent.Contains(period + " ", StringComparison.Ordinal) || tr.Children[1].TextContent.Trim() == period);
        return (row, CoverageSite.Flat(row));
    }

    private Task<List<Guid>> UnitsAsync(string key) => site.ReadAsync(db => db.CoverageUnits.Where(u => u.Key.StartsWith(key) && u.DueOn != null).Select(u => u.Id).ToListAsync());
}
