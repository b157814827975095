using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Pages.Coverage;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Duties;

/// <summary>The desk for duties as clerk, reviewer and office meet it.</summary>
public sealed class DutyDeskPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Desk_MissingQuarter_LeadsToAPrefilledDraftThatStandsBehindIt()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");
        var desk = await DeskAsync(clerk, "Overdue", duty);
        Assert.Contains(DutyOffice.Missing.Label, desk.Text, StringComparison.Ordinal);
        Assert.Contains("逾期", desk.Text, StringComparison.Ordinal);

        var create = await clerk.OpenAsync(LinkOf(desk, duty, "起草"));

        Assert.Equal(200, create.Code);
        Assert.Contains(DutyOffice.Missing.TitleWords, create.Value("Input.Title"), StringComparison.Ordinal);
        var saved = await clerk.SubmitAsync(create, button: "button[value='save']");
        Assert.True(saved.Code == 302, string.Join(' ', saved.Errors));
        var draft = Guid.Parse(saved.RedirectsTo.Split('/')[^2]);
        Assert.Equal(draft, (await duty.UnitsAsync()).Single(u => u.Period == DutyOffice.Missing.Key).RecordId);
        Assert.Equal($"/admin/disclosures/{draft}/edit", LinkOf(await DeskAsync(clerk, "Overdue", duty), duty, "继续办理草稿"));
        using var reviewer = await site.StaffAsync("reviewer");
        Assert.Equal($"/admin/disclosures/{draft}", LinkOf(await DeskAsync(reviewer, "Overdue", duty), duty, "打开"));
    }

    [Fact]
    public async Task Desk_ReturnedDraft_StandsInItsHeapUntilHandedInAgain()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingSecrecyReview);
        using var clerk = await site.StaffAsync("clerk");
        Assert.Null((await clerk.OpenAsync("/admin/duties?show=Returned")).Document.QuerySelector($"a[href='/admin/disclosures/{id}']"));
        var revision = (await office.FindAsync(id)).Revision;
        Assert.True((await site.UseAsync<DisclosureWorkflow, Outcome>(w => w.ReturnAsync(new ReturnDisclosure(id, revision, "标题不准确", office.Reviewer)))).IsDone);

        Assert.NotNull((await clerk.OpenAsync("/admin/duties?show=Returned")).Document.QuerySelector($"a[href='/admin/disclosures/{id}/edit']"));
    }

    [Fact]
    public async Task Home_OfTheClerk_CountsWhatTheDeskShows()
    {
        await DutyOffice.OpenAsync(site, "按季度公开");
        using var clerk = await site.StaffAsync("clerk");
        var home = await clerk.OpenAsync("/admin");
        var desk = await clerk.OpenAsync("/admin/duties?show=Overdue");

        foreach (var view in new[] { "Overdue", "DueSoon", "ToDeclare", "ToCheck" })
        {
            var counted = home.Document.QuerySelector($".counts a[href='/admin/duties?show={view}'] strong")!.TextContent;
            Assert.Equal(desk.Document.QuerySelector($".tabs a[href='/admin/duties?show={view}'] .count")!.TextContent, counted);
        }

        Assert.True(int.Parse(home.Document.QuerySelector(".counts a[href$='Overdue'] strong")!.TextContent, System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    [Fact]
    public async Task Desk_ForeignOrganisationOrUnknownHeap_ShowsNothingForeign()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var foreigner = await site.StaffAsync("township-clerk");
        using var office = await site.StaffAsync("office");
        using var clerk = await site.StaffAsync("clerk");

        Assert.Equal(404, (await foreigner.OpenAsync($"/admin/duties?organisation={duty.Office.Organisation}")).Code);
        Assert.DoesNotContain(duty.ItemCode[8..], (await foreigner.OpenAsync("/admin/duties?show=Overdue")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.OpenAsync("/admin/duties?show=%27%3b&p=-5")).Code);
        var whole = await office.OpenAsync($"/admin/duties?show=Overdue&organisation={duty.Office.Organisation}");
        // The office sees and does not do others' work.
        Assert.Contains(duty.ItemCode[8..], whole.Text, StringComparison.Ordinal);
        Assert.Empty(whole.Document.QuerySelectorAll("main a[href*='/admin/disclosures/create']"));
    }

    [Theory]
    [InlineData("clerk", 200, 200)]
    [InlineData("reviewer", 200, 403)]
    [InlineData("org-admin", 200, 403)]
    [InlineData("steward", 200, 403)]
    [InlineData("office", 200, 403)]
    [InlineData("auditor", 200, 403)]
    [InlineData("admin", 403, 403)]
    [InlineData("township-clerk", 200, 404)]
    public async Task Pages_EachRole_OpenOrNot(string userName, int desk, int statements)
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        using var client = await site.StaffAsync(userName);

        foreach (var address in new[] { "/admin/duties", "/admin/duties/zero-reports", "/admin/duties/ranking" }) Assert.Equal(desk, (await client.OpenAsync(address)).Code);
        foreach (var address in new[] { duty.Nothing, duty.Check }) Assert.Equal(statements, (await client.OpenAsync(address)).Code);
    }

    [Fact]
    public async Task Pages_Anonymous_GoToSignIn()
    {
        using var visitor = site.Visitor();
        var id = Guid.NewGuid();
        foreach (var address in new[] { "/admin/duties", "/admin/duties/zero-reports", "/admin/duties/ranking", $"/admin/duties/zero-reports/{id}", $"/admin/duties/{id}/nothing", $"/admin/duties/{id}/check" })
            Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(address)).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ranking_OfTheYear_RepeatsThePublicMatrix()
    {
        await DutyOffice.OpenAsync(site, "按季度公开");
        using var auditor = await site.StaffAsync("auditor");
        foreach (var by in new[] { "", "&by=Overdue", "&by=Longest", "&by=nonsense" })
        {
            // The job counts what other tests of this site left to it: the page is held to a matrix that did not move meanwhile.
            var (matrix, page) = (await MatrixAsync(), await auditor.OpenAsync($"/admin/duties/ranking?period={Office.Today.Year}{by}"));
            for (var again = await MatrixAsync(); !again.Cells.OrderBy(c => c.Key).SequenceEqual(matrix.Cells.OrderBy(c => c.Key)); again = await MatrixAsync())
                (matrix, page) = (again, await auditor.OpenAsync($"/admin/duties/ranking?period={Office.Today.Year}{by}"));
            Assert.True(matrix.Total.Overdue > 0);
            var rows = page.Document.QuerySelectorAll("table:first-of-type tbody tr").Where(r => r.QuerySelector("a[href^='/coverage/organisations/']") is not null).ToList();
            Assert.Equal(matrix.Organisations.Count, rows.Count);
            Assert.All(matrix.Organisations, o => Assert.Equal(Cells(matrix.OfOrganisation(o.Id)), Cells(rows.Single(r => r.QuerySelector("a")!.GetAttribute("href") == $"/coverage/organisations/{o.Slug}"))));
            Assert.Equal(Cells(matrix.Total), Cells(page.Document.QuerySelector("tfoot tr")!));
        }

        Assert.Equal(200, (await auditor.OpenAsync("/admin/duties/ranking?period=all")).Code);

        Task<CoverageMatrix> MatrixAsync() => site.UseAsync<CoverageQueries, CoverageMatrix>(q => q.MatrixAsync(new CoverageFilter { Span = CoverageSpan.YearOf(Office.Today) }));
    }

    [Fact]
    public async Task LeadDesk_OfADomain_RanksByThePublicFigures()
    {
        var duty = await DutyOffice.OpenAsync(site, "按季度公开");
        var (domainId, domainCode) = await site.ReadAsync(db => db.Duties.Where(d => d.Id == duty.DutyId).Join(db.Domains, d => d.DomainId, d => d.Id, (_, d) => ValueTuple.Create(d.Id, d.Code)).SingleAsync());
        var matrix = await site.UseAsync<CoverageQueries, CoverageMatrix>(q => q.MatrixAsync(new CoverageFilter { DomainId = domainId, Span = CoverageSpan.YearOf(Office.Today) }));
        using var office = await site.StaffAsync("office");

        var page = await office.OpenAsync($"/admin/lead?domain={domainCode}&by=Longest");

        Assert.Equal(Cells(matrix.Total), Cells(page.Document.QuerySelector("tfoot tr")!));
        Assert.Contains(duty.ItemCode[8..], page.Document.QuerySelector("section[aria-labelledby='worst']")!.TextContent, StringComparison.Ordinal);
    }

    private static string[] Cells(CoverageShare s) =>
        [CoverageWords.Percent(s), .. new[] { s.OnTime, s.Late, s.Overdue, s.DueSoon, s.Incomplete }.Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    private static string[] Cells(IElement row) =>
        [.. new[] { "按时率", "按时公开", "逾期公开", "逾期未公开", "即将到期", "要素不全" }.Select(label => row.QuerySelector($"td[data-label='{label}']")!.TextContent.Trim())];

    /// <summary>The desk's page that shows the duty: others of the class may have filled the first.</summary>
    private static async Task<SitePage> DeskAsync(HttpClient client, string heap, DutyOffice duty)
    {
        for (var number = 1; number < 100; number++)
        {
            var page = await client.OpenAsync($"/admin/duties?show={heap}&p={number}");
            Assert.Equal(200, page.Code);
            if (page.Text.Contains(duty.ItemCode[8..], StringComparison.Ordinal)) return page;
            if (page.Document.QuerySelector("a[rel='next']") is null) break;
        }

        throw new InvalidOperationException("The desk does not show the duty.");
    }

    private static string LinkOf(SitePage page, DutyOffice duty, string word) => page.Document.QuerySelectorAll("main tbody tr")
        .Single(r => r.TextContent.Contains(duty.ItemCode[8..], StringComparison.Ordinal) && r.TextContent.Contains(DutyOffice.Missing.Label, StringComparison.Ordinal))
        .QuerySelectorAll("a").Single(a => a.TextContent == word).GetAttribute("href")!;
}
