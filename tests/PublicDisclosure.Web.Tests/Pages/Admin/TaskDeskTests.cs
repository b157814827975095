using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

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
        var desk = await clerk.OpenAsync("/admin");
        Assert.Contains("待完成的草稿（1 件）", desk.Text, StringComparison.Ordinal);
        Assert.Contains("关于民政草稿的通知", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("关于财政草稿的通知", desk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("待我发布", desk.Text, StringComparison.Ordinal);

        using var reviewer = await site.StaffAsync("reviewer");
        var reviews = await reviewer.OpenAsync("/admin");
        Assert.Contains("待我审查、审签（0 件）", reviews.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("关于民政草稿的通知", reviews.Text, StringComparison.Ordinal);

        using var admin = await site.StaffAsync("admin");
        Assert.DoesNotContain("待完成的草稿", (await admin.OpenAsync("/admin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Navigation_ByRole_ShowsAllowedLinksOnly()
    {
        using var clerk = await site.StaffAsync("clerk");
        using var admin = await site.StaffAsync("admin");

        Assert.DoesNotContain("账号管理", Navigation(await clerk.OpenAsync("/admin")), StringComparison.Ordinal);
        Assert.Contains("账号管理", Navigation(await admin.OpenAsync("/admin")), StringComparison.Ordinal);
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
