using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class MergeOrganisationTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Get_ByRole_OnlyThePlatformAdminMerges()
    {
        var path = $"/admin/organisations/{await site.OrganisationAsync("mzj")}/merge";
        using var anonymous = site.Visitor();
        using var orgAdmin = await site.StaffAsync("org-admin");
        using var admin = await site.StaffAsync("admin");

        Assert.StartsWith("/account/sign-in", (await anonymous.OpenAsync(path)).RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(403, (await orgAdmin.OpenAsync(path)).Code);
        Assert.Equal(200, (await admin.OpenAsync(path)).Code);
        Assert.Equal(404, (await admin.OpenAsync($"/admin/organisations/{Guid.NewGuid()}/merge")).Code);
    }

    [Fact]
    public async Task Post_WithoutASuccessor_SaysWhatToDo()
    {
        using var admin = await site.StaffAsync("admin");
        var answer = await admin.SubmitAsync(await admin.OpenAsync($"/admin/organisations/{await site.OrganisationAsync("mzj")}/merge"), []);

        Assert.Equal(422, answer.Code);
        Assert.Contains("请选择承接单位。", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Merged_ShowsTheSuccessorToThePublicAndCannotBeMergedAgain()
    {
        var (id, successor) = (await site.OrganisationAsync("lyj"), await site.OrganisationAsync("zrzyj"));
        using var admin = await site.StaffAsync("admin");
        using var visitor = site.Visitor();

        var answer = await admin.SubmitAsync(await admin.OpenAsync($"/admin/organisations/{id}/merge"), [("Input.SuccessorId", successor.ToString())]);

        Assert.Equal(302, answer.Code);
        Assert.Equal(404, (await admin.OpenAsync($"/admin/organisations/{id}/merge")).Code);
        var page = await visitor.OpenAsync("/organisations/lyj");
        Assert.Contains("/organisations/zrzyj", page.Document.QuerySelector(".page-head .notice a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.True(await site.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.ObjectId == id && e.Action == "Organisation.Merge")));
    }
}
