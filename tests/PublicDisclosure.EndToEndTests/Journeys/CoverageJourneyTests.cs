using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Reminders;

namespace PublicDisclosure.EndToEndTests.Journeys;

/// <summary>
/// From a red cell to the published page: a citizen sees what the civil affairs bureau owes, its clerk drafts from the duty, it goes out through
/// review, and the figures of the cell and of the city follow at once.
/// </summary>
public sealed class CoverageJourneyTests(OwnPortal own) : BrowserTest(own.Portal), IClassFixture<OwnPortal>
{
    private const string Bureau = "mzj";

    [Fact]
    public async Task RedCell_DraftedFromTheDutyAndPublished_FiguresFollowAtOnce()
    {
        var missing = await MissingAsync();
        var (citizen, clerk, reviewer) = (await VisitAsync(), await VisitAsync("clerk"), await VisitAsync("reviewer"));
        var before = await SharesAsync(missing);

        await citizen.GoAsync("/coverage");
        await Assertions.Expect(Cell(citizen, missing)).ToContainTextAsync($"{before.Cell.OnTime}/{before.Cell.Rated}");
        await citizen.PictureAsync("16-公开情况", 1500);
        await Cell(citizen, missing).ClickAsync();
        await Assertions.Expect(Line(citizen, missing)).ToContainTextAsync("逾期未公开");

        var desk = await DraftAsync(clerk, missing);
        await SubmitAsync(clerk, desk);
        await PublishAsync(reviewer, desk);

        var after = await SharesAsync(missing);
        Assert.Equal((before.Cell.Overdue - 1, before.Cell.Late + 1, before.Cell.Rated), (after.Cell.Overdue, after.Cell.Late, after.Cell.Rated));
        Assert.Equal((before.City.Overdue - 1, before.City.Late + 1), (after.City.Overdue, after.City.Late));
        await ReadAsync(citizen, missing);
    }

    private static async Task<string> DraftAsync(Visit clerk, Missing missing)
    {
        await clerk.GoAsync("/admin");
        await clerk.Page.Locator(".counts a[href='/admin/duties?show=Overdue']").ClickAsync();
        await clerk.ArrivesAsync(new("/admin/duties"));
        await clerk.PictureAsync("15-公开责任", 900);
        var draft = clerk.Page.Locator($"a[href='{missing.DraftPath}']");
        while (await draft.CountAsync() == 0)
        {
            // A page is searched when all of it has come: one that is searched sooner is passed over.
            var left = clerk.Page.Url;
            await clerk.Page.Locator("a[rel='next']").ClickAsync();
            await clerk.LeavesAsync(new($"^{System.Text.RegularExpressions.Regex.Escape(left)}$"));
            await clerk.LoadsAsync();
        }

        await draft.ClickAsync();
        await Assertions.Expect(clerk.Page.Locator("#Input_Title")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(missing.TitleWords));
        await clerk.PictureAsync("15-从责任起草", 900);

        await clerk.Page.Locator("#Input_Body").FillAsync($"现将市民政局{missing.TitleWords}有关情况公开如下。\n\n本期工作按计划办结，资金按规定拨付，群众可向市民政局办公室查询。");
        await clerk.Page.Locator("#Input_Summary").FillAsync($"公开市民政局{missing.TitleWords}的办理情况。");
        await clerk.Page.Locator("#Input_DocumentDate").FillAsync($"{RunningClock.Day.AddDays(-1):yyyy-MM-dd}");
        await clerk.PressAsync("保存草稿");
        await Assertions.Expect(clerk.Page.Locator("h1")).ToHaveTextAsync("编辑公开信息");
        return clerk.DisclosureOf();
    }

    private static async Task SubmitAsync(Visit clerk, string desk)
    {
        await clerk.OpenStepAsync(desk, "提交审查");
        await clerk.ExplainWarningsAsync("人手紧张，补办公开。");
        await clerk.PressAsync("提交审查");
        await clerk.ExpectStateAsync("待保密审查");
    }

    private static async Task PublishAsync(Visit reviewer, string desk)
    {
        await reviewer.OpenStepAsync(desk, "保密审查");
        await reviewer.Page.GetByLabel("可以公开", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await reviewer.PressAsync("登记审查结论");
        foreach (var (step, button, state) in ((string, string, string)[])[("审签", "同意发布", "待发布"), ("发布", "立即发布", "已发布")])
        {
            await reviewer.OpenStepAsync(desk, step);
            await reviewer.ExplainWarningsAsync("已核对。");
            await reviewer.PressAsync(button);
            await reviewer.ExpectStateAsync(state);
        }
    }

    private async Task ReadAsync(Visit citizen, Missing missing)
    {
        var after = await SharesAsync(missing);
        await citizen.GoAsync("/coverage");
        await Assertions.Expect(Cell(citizen, missing)).ToContainTextAsync($"{after.Cell.OnTime}/{after.Cell.Rated}");
        await Cell(citizen, missing).ClickAsync();
        await Assertions.Expect(Line(citizen, missing)).ToContainTextAsync("逾期公开");
        await Line(citizen, missing).Locator("a[href^='/disclosures/']").ClickAsync();
        await Assertions.Expect(citizen.Page.Locator(".metadata")).ToContainTextAsync("公开期限");
        await citizen.Page.Locator(".metadata a[href^='/calendar/']").First.ClickAsync();
        await Assertions.Expect(citizen.Page.Locator("main table").First).ToBeVisibleAsync();
    }

    private static ILocator Cell(Visit visit, Missing missing) => visit.Page.Locator($"td a[href='/coverage/{missing.DomainSlug}/{Bureau}']");

    private static ILocator Line(Visit visit, Missing missing) => visit.Page.Locator(".coverage-lines tbody tr")
        .Filter(new LocatorFilterOptions { Has = visit.Page.Locator($"a[href='/coverage/items/{missing.ItemCode}']") }).Filter(new LocatorFilterOptions { HasText = missing.PeriodName });

    /// <summary>A period of a confirmed item of the bureau that is overdue and whose form asks for nothing special.</summary>
    private Task<Missing> MissingAsync() => Portal.Site.ReadAsync(async db =>
    {
        var bureau = await db.Organisations.Where(o => o.Slug == Bureau).Select(o => o.Id).SingleAsync();
        var units = await db.CoverageUnits.Where(u => u.OrganisationId == bureau && u.IsRated && u.Kind == UnitKind.Period && u.RecordId == null && !u.HasZeroReport
            && u.DueOn < RunningClock.Day && u.DueOn >= new DateOnly(RunningClock.Day.Year, 1, 1)).OrderBy(u => u.DueOn).ThenBy(u => u.ItemCode).ToListAsync();
        foreach (var unit in units)
        {
            var item = await db.Items.Where(i => i.Code == unit.ItemCode).Select(i => i.Text).FirstAsync();
            if (DraftProposal.GenreOf(item) is not (DisclosureGenre.Other or DisclosureGenre.Announcement or DisclosureGenre.Report)) continue;
            var slug = await db.Domains.Where(d => d.Id == unit.DomainId).Select(d => d.Slug).SingleAsync();
            var period = ReportingPeriod.Parse(unit.Period)!;
            return new Missing(unit.DomainId, unit.OrganisationId, slug, unit.ItemCode, period.Label, period.TitleWords, UnitTitles.DraftPathOf(unit));
        }

        throw new InvalidOperationException("The bureau owes nothing that could be drafted.");
    });

    private async Task<(CoverageShare Cell, CoverageShare City)> SharesAsync(Missing missing)
    {
        await using var scope = Portal.Site.Services.CreateAsyncScope();
        var matrix = await scope.ServiceProvider.GetRequiredService<CoverageQueries>().MatrixAsync(new CoverageFilter { Span = CoverageSpan.YearOf(RunningClock.Day) });
        return (matrix.Of(missing.DomainId, missing.OrganisationId)!, matrix.Total);
    }

    private sealed record Missing(Guid DomainId, Guid OrganisationId, string DomainSlug, string ItemCode, string PeriodName, string TitleWords, string DraftPath);
}
