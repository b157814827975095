using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class TaskDeskTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        using var client = site.Visitor();
        Assert.StartsWith("/account/sign-in", (await client.OpenAsync("/admin")).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByRole_ShowsWhatWaitsInTheOwnOrganisation()
    {
        await AddDraftAsync("mzj", "关于民政草稿的通知");
        await AddDraftAsync("czj", "关于财政草稿的通知");

        using var clerk = await site.StaffAsync("clerk");
        var desk = await clerk.OpenAsync("/admin?kind=Draft");
        Assert.Contains("关于民政草稿的通知", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("关于财政草稿的通知", desk.Text, StringComparison.Ordinal);

        using var reviewer = await site.StaffAsync("reviewer");
        Assert.DoesNotContain("关于民政草稿的通知", (await reviewer.OpenAsync("/admin")).Text, StringComparison.Ordinal);

        using var admin = await site.StaffAsync("admin");
        Assert.Contains("目前没有等您办理的事", (await admin.OpenAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EveryKindTogether_CountsWhatTheHeadCounts()
    {
        await AddDraftAsync("mzj", "关于数件数的通知");
        using var clerk = await site.StaffAsync("clerk");

        var desk = await clerk.OpenAsync("/admin");
        var elsewhere = await clerk.OpenAsync("/account/profile");

        var total = int.Parse(desk.Document.QuerySelector(".desk-count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(total > 0);
        Assert.Contains($"共 {total} 件", desk.Text, StringComparison.Ordinal);
        Assert.Equal($"{total}", elsewhere.Document.QuerySelector(".desk-count")!.TextContent);
        Assert.Equal(total, desk.Document.QuerySelectorAll(".tabs .count").Skip(1).Sum(c => int.Parse(c.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("?kind=Nothing&number=x")]
    [InlineData("?kind=0")]
    [InlineData("?number=99999999999")]
    [InlineData("?number=-3")]
    public async Task Get_SenselessAddress_ShowsTheWholeDesk(string query)
    {
        using var clerk = await site.StaffAsync("clerk");
        var page = await clerk.OpenAsync("/admin" + query);
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.Contains("等我办理的事", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Navigation_ByRole_ShowsAllowedLinksOnly()
    {
        using var clerk = await site.StaffAsync("clerk");
        using var admin = await site.StaffAsync("admin");

        Assert.DoesNotContain("账号管理", Navigation(await clerk.OpenAsync("/admin")), StringComparison.Ordinal);
        Assert.Contains("账号管理", Navigation(await admin.OpenAsync("/admin")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SuspensionAndEmergency_TellWhatIsLeftInWorkingDaysAndWhereItIsCounted()
    {
        var office = await Office.OpenAsync(site);
        var suspended = await office.SuspendedAsync();
        var forced = await office.InAsync(DisclosureState.AwaitingApproval);
        var (revision, official) = ((await office.FindAsync(forced)).Revision, await site.UserAsync("office"));
        Assert.True((await site.UseAsync<ForcedPublicationDesk, Outcome>(d => d.ForceAsync(new ForceDisclosure(forced, revision, "汛情紧急", official)))).IsDone);
        using var reviewer = await site.StaffAsync("reviewer");

        await SaysAsync("Suspension", suspended, "/decidesuspension", "剩余1个工作日");
        // Who passed the secrecy review may make up for the signature.
        await SaysAsync("ForcedReview", forced, "", "剩余2个工作日");

        async Task SaysAsync(string kind, Guid id, string below, string left)
        {
            var desk = await reviewer.OpenAsync("/admin?kind=" + kind);
            var row = desk.Document.QuerySelector($"ul.tasks a[href='/admin/disclosures/{id}{below}']")!.Closest("li")!;
            Assert.Contains(left, row.TextContent, StringComparison.Ordinal);
            var way = row.QuerySelector("a.due-date")!;
            var counted = await reviewer.OpenAsync(way.GetAttribute("href")!);
            Assert.Equal(200, counted.Code);
            var due = DateOnly.Parse(way.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Contains($"{due.Year}年{due.Month}月{due.Day}日", counted.Text, StringComparison.Ordinal);
        }
    }

    private static string Navigation(SitePage page) => page.Document.QuerySelector("nav.admin-nav")!.TextContent;

    private async Task AddDraftAsync(string slug, string title)
    {
        var organisation = await site.OrganisationAsync(slug);
        var by = await site.UserAsync("demo-clerk-" + slug);
        await site.WriteAsync(db =>
        {
            db.Add(Disclosure.Create(Guid.NewGuid(), organisation, TestData.CreateText(title), new TestClock().Now, by));
            return Task.CompletedTask;
        });
    }
}
