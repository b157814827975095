using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages;

/// <summary>The public calendar, and the explanation behind every due date.</summary>
public sealed class CalendarPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Year_SignedOff_ShowsHolidaysMakeUpDaysAndSource()
    {
        using var visitor = site.Visitor();

        var page = await visitor.OpenAsync("/calendar?year=2026");

        Assert.Equal(12, page.Document.QuerySelectorAll("table.month").Length);
        Assert.Equal(365, page.Document.QuerySelectorAll("table.month td[class]").Length);
        Assert.Contains("国办发明电〔2025〕7号", page.Text, StringComparison.Ordinal);
        // Seven national festivals with 33 days off; 19 and 20 April are computed.
        Assert.Equal(2, page.Document.QuerySelectorAll("td.computed").Length);
        Assert.Equal(6, page.Document.QuerySelectorAll("td.makeup").Length);
        Assert.Contains("预计", page.Text, StringComparison.Ordinal);
        Assert.Contains("尚未签发", (await visitor.OpenAsync("/calendar?year=2027")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/calendar?year=1900")]
    [InlineData("/calendar?year=x")]
    [InlineData("/calendar/limits?item=nothing")]
    [InlineData("/calendar/due/mzj-2020-99999")]
    public async Task Get_WhatIsNotThere_IsNotFound(string address)
    {
        using var visitor = site.Visitor();

        Assert.Equal(404, (await visitor.OpenAsync(address)).Code);
    }

    [Theory]
    [InlineData("from=2025-09-26&amount=20", "2025-10-30", 20)]
    [InlineData("from=2025-09-28&amount=5&unit=Day", "2025-10-09", 5)]
    [InlineData("from=2025-10-10&amount=3&unit=WorkingDay&direction=Before", "2025-09-29", 3)]
    [InlineData("from=2026-01-31&amount=1&unit=Month", "2026-02-28", 0)]
    public async Task Count_Limit_ShowsTheDateAndAsManyCountedRowsAsTheLimit(string query, string due, int counted)
    {
        using var visitor = site.Visitor();

        var page = await visitor.OpenAsync("/calendar/count?" + query);

        Assert.Equal(200, page.Code);
        Assert.Equal(due, page.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
        Assert.Equal(counted, page.Document.QuerySelectorAll(".day-table tr.counted").Length);
        Assert.Equal(counted, page.Document.QuerySelectorAll(".day-strip li.day-counted, .day-strip li.day-countedmakeup").Length);
    }

    [Theory]
    [InlineData("from=2025-09-26&amount=0")]
    [InlineData("from=2025-09-26&amount=401")]
    [InlineData("from=2025-09-26&amount=-5")]
    [InlineData("from=2025-13-26&amount=20")]
    [InlineData("from=2025-09-26&amount=20&unit=Fortnight")]
    [InlineData("from=2025-09-26&amount=20&unit=99")]
    [InlineData("from=0001-01-01&amount=20")]
    public async Task Count_Nonsense_SaysSo(string query)
    {
        using var visitor = site.Visitor();

        var page = await visitor.OpenAsync("/calendar/count?" + query);

        Assert.Equal(422, page.Code);
        Assert.NotEmpty(page.Errors);
        Assert.Null(page.Document.QuerySelector(".day-table"));
    }

    [Fact]
    public async Task Count_ThroughAnUnsignedYear_IsMarkedAsEstimate()
    {
        using var visitor = site.Visitor();

        var page = await visitor.OpenAsync("/calendar/count?from=2027-12-20&amount=20");

        Assert.Contains("2027年的节假日安排尚未签发", page.Text, StringComparison.Ordinal);
        Assert.Equal("预计", page.Document.QuerySelector(".due-answer .status")!.TextContent.Trim());
    }

    [Fact]
    public async Task Due_PublishedDisclosure_LeadsFromItsPageToTheCountOfThatTime()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var visitor = site.Visitor();
        var (address, due) = await site.ReadAsync(async db => (
            await db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync(), await db.DueDates.SingleAsync(d => d.DisclosureId == id)));

        var page = await visitor.OpenAsync("/disclosures/" + address);
        var link = page.Document.QuerySelector(".metadata a.due-date")!.GetAttribute("href")!;
        Assert.Equal("/calendar/due/" + address, link);
        var explained = await visitor.OpenAsync(link);

        Assert.Equal(due.DueOn.ToString("yyyy-MM-dd", null), explained.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
        Assert.Equal(due.Amount, explained.Document.QuerySelectorAll(".day-table tr.counted").Length);
        Assert.Contains("第二十六条", explained.Text, StringComparison.Ordinal);
        Assert.Contains("按时", explained.Text, StringComparison.Ordinal);
        // The page is about the document, so the way to it leads over the document.
        Assert.Equal(["/", "/disclosures", "/disclosures/" + address], explained.Document.QuerySelectorAll(".breadcrumbs a").Select(a => a.GetAttribute("href")));
        Assert.Equal(page.Heading, explained.Document.QuerySelectorAll(".breadcrumbs a")[2].TextContent);
    }

    [Fact]
    public async Task Due_PublishedBeforeDueDatesWereKept_SaysTheStatutoryLimitInsteadOfNone()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var visitor = site.Visitor();
        var address = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());
        await site.ReadAsync(db => db.DueDates.Where(d => d.DisclosureId == id).ExecuteDeleteAsync());

        var page = await visitor.OpenAsync("/calendar/due/" + address);

        Assert.Contains("按法定期限计算", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有单独计算", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_EveryWordingOfTheEditionInForce_StandsThereWithItsReading()
    {
        using var visitor = site.Visitor();

        var page = await visitor.OpenAsync("/calendar/limits");

        Assert.Contains("信息形成或者变更之日起20个工作日内", page.Text, StringComparison.Ordinal);
        Assert.Contains("（“及时”）", page.Text, StringComparison.Ordinal);
        Assert.Contains("除行政处罚外：长期公开", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Desk_DueDate_LeadsToItsCount()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var clerk = await site.StaffAsync("clerk");

        var link = (await clerk.OpenAsync($"/admin/disclosures/{id}")).Document.QuerySelector("a.due-date")!.GetAttribute("href")!;

        Assert.StartsWith("/calendar/count?from=", link, StringComparison.Ordinal);
        var count = await clerk.OpenAsync(link);
        var due = await site.ReadAsync(db => db.DueDates.SingleAsync(d => d.DisclosureId == id));
        Assert.Equal(due.DueOn.ToString("yyyy-MM-dd", null), count.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task Document_PublishedLate_ShowsDatesLatenessInItsUnitAndTheWayThere()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var visitor = site.Visitor();
        var (address, on) = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => ValueTuple.Create(l.Address, l.PublishedOn)).SingleAsync());
        // A fortnight late in natural days, and counted through a year that nobody had signed off.
        var due = on.AddDays(-14);
        await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).ExecuteUpdateAsync(s => s.SetProperty(l => l.DueOn, due)));
        await site.ReadAsync(db => db.DueDates.Where(d => d.DisclosureId == id).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.DueOn, due).SetProperty(d => d.Unit, LimitUnit.Day).SetProperty(d => d.IsEstimated, true).SetProperty(d => d.Estimates, "2027 YearNotSigned")));

        foreach (var path in new[] { "/disclosures/" + address, $"/disclosures/{address}/versions/1" })
        {
            var page = await visitor.OpenAsync(path);
            var line = page.Document.QuerySelector(".metadata .status-amber")!.ParentElement!;
            Assert.Contains("逾期14日", line.TextContent, StringComparison.Ordinal);
            Assert.Equal(3, line.QuerySelectorAll("time").Length);
            Assert.All(line.QuerySelectorAll("a"), a => Assert.Equal("/calendar/due/" + address, a.GetAttribute("href")));
            Assert.Contains("2027年的节假日安排尚未签发", line.QuerySelector(".estimate")!.GetAttribute("title"), StringComparison.Ordinal);
        }

        var explained = await visitor.OpenAsync("/calendar/due/" + address);
        Assert.Contains("逾期14日", explained.Text, StringComparison.Ordinal);
        Assert.NotNull(explained.Document.QuerySelector(".estimate"));
    }

    [Fact]
    public async Task Desk_EstimatedDueDate_SaysWhyToPointerAndScreenReader()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        await site.ReadAsync(db => db.DueDates.Where(d => d.DisclosureId == id).ExecuteUpdateAsync(s => s
            .SetProperty(d => d.IsEstimated, true).SetProperty(d => d.Estimates, "2026 RegionalComputed")));
        using var clerk = await site.StaffAsync("clerk");

        foreach (var path in new[] { $"/admin/disclosures/{id}", "/admin/disclosures", "/admin" })
        {
            var mark = (await clerk.OpenAsync(path)).Document.QuerySelector(".estimate");
            Assert.NotNull(mark);
            Assert.Contains("壮族三月三", mark.GetAttribute("title"), StringComparison.Ordinal);
            Assert.Contains("壮族三月三", mark.QuerySelector(".visually-hidden")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Count_AsOfBeforeANoticeWasSigned_CountsAsItWasThen()
    {
        using var visitor = site.Visitor();

        var now = await visitor.OpenAsync("/calendar/count?from=2025-09-26&amount=2");
        var then = await visitor.OpenAsync("/calendar/count?from=2025-09-26&amount=2&asof=2001-01-01T00:00:00Z");

        Assert.Equal("2025-09-29", now.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
        Assert.Equal("2025-09-30", then.Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
        Assert.Contains("2025年的节假日安排尚未签发", then.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await visitor.OpenAsync("/calendar/count?from=2025-09-26&amount=20&asof=yesterday")).Code);
    }

    [Fact]
    public async Task FormedDate_Changed_BothDueDatesLeadToTheirWay()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var visitor = site.Visitor();
        var (address, formed) = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => ValueTuple.Create(l.Address, l.FormedOn!.Value)).SingleAsync());
        await office.MoveFormedDateAsync(id, formed.AddDays(-7));

        var links = (await visitor.OpenAsync("/disclosures/" + address)).Document.QuerySelectorAll("#formed-dates a.due-date");
        Assert.Equal(2, links.Length);
        Assert.All(links, a => Assert.Equal($"/calendar/due/{address}#formed-1", a.GetAttribute("href")));
        var section = (await visitor.OpenAsync("/calendar/due/" + address)).Document.QuerySelector("#formed-1")!;
        Assert.Equal(2, section.QuerySelectorAll(".day-strip").Length);
        Assert.Equal([20, 20], section.QuerySelectorAll(".day-table").Select(t => t.QuerySelectorAll("tr.counted").Length));
    }

    [Fact]
    public async Task Count_ItemOfATownshipsOwnEdition_ShowsItsWording()
    {
        var code = "own-" + Guid.NewGuid().ToString("N")[..8];
        var slug = await site.ReadAsync(db => db.Organisations.Where(o => o.Kind == OrganisationKind.Township && !db.Editions.Any(e => e.OwnerOrganisationId == o.Id)).OrderBy(o => o.Slug).Select(o => o.Slug).FirstAsync());
        await site.WriteAsync(async db =>
        {
            var (domain, owner) = (await db.Domains.FirstAsync(), await db.Organisations.SingleAsync(o => o.Slug == slug));
            var city = await db.Editions.Where(e => e.BasedOnEditionId == null && e.Status != EditionStatus.Draft).Select(e => e.Id).FirstOrDefaultAsync();
            if (city == default)
            {
                var basis = CatalogueEdition.Draft(Guid.NewGuid(), await db.Organisations.Where(o => o.Kind == OrganisationKind.Government).Select(o => o.Id).SingleAsync(), "市级目录", 2026, null, SiteFactory.Clock.Now, null);
                city = basis.Id;
                db.Add(basis);
            }

            var edition = CatalogueEdition.Draft(Guid.NewGuid(), owner.Id, "乡镇目录", 2026, city, SiteFactory.Clock.Now, null);
            var text = new StandardItemText { Level1 = "村务监督", Level2 = "自选事项", Elements = "全文", TimeLimit = "3个工作日内", Body = "乡镇", Channels = "■政府网站", Audience = "全社会" };
            edition.Add(StandardItem.Create(Guid.NewGuid(), edition.Id, domain.Id, code, "1", 1, text, GovernmentLevels.Township, DisclosureMode.Active, ItemProvenance.Entered));
            edition.PutInForce(SiteFactory.Clock.Today);
            db.Add(edition);
        });
        using var visitor = site.Visitor();

        var own = await visitor.OpenAsync($"/calendar/count?from=2026-03-02&amount=3&item={code}&by={slug}");
        Assert.Contains("目录规定的公开时限：3个工作日内", own.Text, StringComparison.Ordinal);
        Assert.Contains("自选事项", own.Text, StringComparison.Ordinal);
        // Neither the city nor another organisation words it so.
        foreach (var other in new[] { "", "&by=mzj", "&by=nobody" })
            Assert.DoesNotContain("自选事项", (await visitor.OpenAsync($"/calendar/count?from=2026-03-02&amount=3&item={code}{other}")).Text, StringComparison.Ordinal);
    }
}
