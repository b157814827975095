using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class UsersTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Temporary = "Temporary-Pass-1!";
    private static int _serial;

    [Theory]
    [InlineData("/admin/users")]
    [InlineData("/admin/users/new")]
    public async Task Get_ByRole_AnonymousSignsInWrongRoleIsRefused(string path)
    {
        using var anonymous = site.Visitor();
        Assert.StartsWith("/account/sign-in", (await anonymous.OpenAsync(path)).RedirectsTo, StringComparison.Ordinal);
        foreach (var userName in new[] { "clerk", "reviewer", "auditor", "steward", "office" })
        {
            using var client = await site.StaffAsync(userName);
            Assert.Equal(403, (await client.OpenAsync(path)).Code);
        }

        using var admin = await site.StaffAsync("admin");
        Assert.Equal(200, (await admin.OpenAsync(path)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/password")]
    [InlineData("/account")]
    public async Task Get_AccountOfAnotherOrganisation_LooksLikeNone(string page)
    {
        using var client = await site.StaffAsync("org-admin");
        Assert.Equal(404, (await client.OpenAsync($"/admin/users/{await site.UserAsync("township-clerk")}{page}")).Code);
        Assert.Equal(404, (await client.OpenAsync($"/admin/users/{Guid.NewGuid()}{page}")).Code);
        Assert.Equal(200, (await client.OpenAsync($"/admin/users/{await site.UserAsync("clerk")}{page}")).Code);
    }

    [Fact]
    public async Task Index_OrganisationAdmin_SeesOwnPeopleOnly()
    {
        using var client = await site.StaffAsync("org-admin");
        var text = (await client.OpenAsync("/admin/users?closed=true")).Text;

        Assert.Contains("reviewer", text, StringComparison.Ordinal);
        Assert.Contains("demo-clerk-mzj", text, StringComparison.Ordinal);
        Assert.DoesNotContain("township-clerk", text, StringComparison.Ordinal);
        Assert.DoesNotContain("auditor", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_PlatformAdmin_PagesThroughAllOfThem()
    {
        using var client = await site.StaffAsync("admin");
        var seen = new HashSet<string>();
        for (string? path = "/admin/users?Closed=true"; path is not null;)
        {
            var page = await client.OpenAsync(path);
            foreach (var link in page.Document.QuerySelectorAll("tbody a")) Assert.True(seen.Add(link.TextContent), $"{link.TextContent} again on {path}");
            path = page.Document.QuerySelector("nav.pager a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(await site.ReadAsync(db => db.Users.CountAsync()), seen.Count);
    }

    [Fact]
    public async Task Create_Then_FirstSignIn_ChangesThePassword()
    {
        using var admin = await site.StaffAsync("org-admin");
        var (id, userName) = await CreateAsync(admin, "mzj", StaffRole.Clerk);

        using var client = site.Visitor();
        var signedIn = await client.TrySignInAsync(userName, Temporary);
        Assert.Equal("/account/change-password", (await client.FollowAsync(signedIn)).RedirectsTo);
        var audit = await site.ReadAsync(db => db.AuditEntries.SingleAsync(e => e.ObjectId == id && e.Action == AccountActs.Create));
        Assert.Equal(await site.UserAsync("org-admin"), audit.By);
    }

    [Fact]
    public async Task Create_Refused_SaysWhyAndKeepsWhatWasTyped()
    {
        using var client = await site.StaffAsync("org-admin");
        var answer = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"),
            [("Input.UserName", "clerk"), ("Input.DisplayName", "韦某某"), ("Input.Role", "Clerk"), ("Input.Password", "weak")]);

        Assert.Equal(422, answer.Code);
        Assert.Contains("该账号名已被使用。", answer.Errors);
        Assert.Contains("密码不能少于12位。", answer.Errors);
        Assert.Equal("韦某某", answer.Value("Input.DisplayName"));
        Assert.Equal("", answer.Value("Input.Password"));
    }

    [Fact]
    public async Task Create_ForgedOrganisationOrRole_IsNotPossible()
    {
        using var client = await site.StaffAsync("org-admin");
        var page = await client.OpenAsync("/admin/users/new");
        Assert.DoesNotContain("PlatformAdmin", page.Document.QuerySelector("#Input_Role")!.InnerHtml, StringComparison.Ordinal);
        (string, string?)[] good = [("Input.UserName", "forged"), ("Input.DisplayName", "某某"), ("Input.Password", Temporary)];

        var role = await client.SubmitAsync(page, [.. good, ("Input.Role", "PlatformAdmin")]);
        Assert.Equal(422, role.Code);
        Assert.Contains("“平台管理员”岗位只能由平台管理员授予。", role.Errors);
        var elsewhere = (await site.OrganisationAsync("czj")).ToString();
        var organisation = await client.SubmitAsync(page, [.. good, ("Input.Role", "Clerk"), ("Input.OrganisationId", elsewhere)]);
        Assert.Equal(404, organisation.Code);
        Assert.False(await site.ReadAsync(db => db.Users.AnyAsync(u => u.UserName == "forged")));
    }

    [Fact]
    public async Task Grant_RolesThatExclude_AreRefused()
    {
        using var client = await site.StaffAsync("admin");
        var id = await site.UserAsync("auditor");
        var answer = await GrantAsync(client, id, "mzj", StaffRole.Reviewer);

        Assert.Equal(422, answer.Code);
        Assert.Equal(["该人员已是“审计员”，不能再担任“审核人”。平台管理、审计与发布三类岗位不得由同一人担任。"], answer.Errors);
    }

    [Fact]
    public async Task GrantAndRevoke_Role_TakeEffectAtTheNextRequest()
    {
        using var admin = await site.StaffAsync("admin");
        var (id, userName) = await CreateAsync(admin, "czj", StaffRole.Clerk);
        await site.WriteAsync(async db => (await db.Users.SingleAsync(u => u.Id == id)).MustChangePassword = false);
        using var client = site.Visitor();
        await client.SignInAsAsync(userName, Temporary);
        Assert.Equal(403, (await client.OpenAsync("/admin/users")).Code);

        Assert.Equal(302, (await GrantAsync(admin, id, "czj", StaffRole.OrganisationAdmin)).Code);
        Assert.Equal(200, (await client.OpenAsync("/admin/users")).Code);

        var details = await admin.OpenAsync($"/admin/users/{id}");
        var membership = await site.ReadAsync(db =>
            db.Memberships.Where(m => m.UserId == id && m.Role == StaffRole.OrganisationAdmin).Select(m => m.Id).SingleAsync());
        Assert.Equal(302, (await admin.SubmitAsync(details, form: $"form.revoke[action*='{membership}']")).Code);
        Assert.Equal(302, (await client.OpenAsync("/admin")).Code);
    }

    [Fact]
    public async Task Deactivate_SignedInPerson_IsOutAtOnceAndBackAfterReactivation()
    {
        using var admin = await site.StaffAsync("org-admin");
        var (id, userName) = await CreateAsync(admin, "mzj", StaffRole.Reviewer);
        using var client = site.Visitor();
        await client.SignInAsAsync(userName, Temporary);

        await admin.SubmitAsync(await admin.OpenAsync($"/admin/users/{id}/account"), form: "form.deactivate");
        Assert.StartsWith("/account/sign-in", (await client.OpenAsync("/account/change-password")).RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(422, (await client.TrySignInAsync(userName, Temporary)).Code);

        await admin.SubmitAsync(await admin.OpenAsync($"/admin/users/{id}/account"), form: "form.reactivate");
        Assert.Equal(302, (await client.TrySignInAsync(userName, Temporary)).Code);
    }

    [Fact]
    public async Task Deactivate_OwnOrLastPlatformAdmin_IsRefused()
    {
        using var client = await site.StaffAsync("admin");
        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/users/{await site.UserAsync("admin")}/account"), form: "form.deactivate");

        Assert.Equal(422, answer.Code);
        Assert.Equal(["不能停用自己的账号。"], answer.Errors);
    }

    [Fact]
    public async Task ResetPassword_PersonWithARoleElsewhere_IsThePlatformAdmins()
    {
        using var admin = await site.StaffAsync("admin");
        var (id, _) = await CreateAsync(admin, "mzj", StaffRole.Clerk);
        await GrantAsync(admin, id, "czj", StaffRole.Clerk);
        using var local = await site.StaffAsync("org-admin");

        var refused = await local.SubmitAsync(await local.OpenAsync($"/admin/users/{id}/password"), [("Input.Password", "Brand-New-Pass-2!")]);
        Assert.Equal(422, refused.Code);
        var done = await admin.SubmitAsync(await admin.OpenAsync($"/admin/users/{id}/password"), [("Input.Password", "Brand-New-Pass-2!")]);
        Assert.Equal(302, done.Code);
    }

    [Theory]
    [InlineData("/password", "main form", "Input.Password", "Brand-New-Pass-2!")]
    [InlineData("/account", "form.rename", "Input.DisplayName", "新名字")]
    public async Task Post_EditedMeanwhile_Answers409AndChangesNothing(string page, string form, string field, string value)
    {
        using var admin = await site.StaffAsync("org-admin");
        var (id, _) = await CreateAsync(admin, "mzj", StaffRole.Clerk);
        var open = await admin.OpenAsync($"/admin/users/{id}{page}");
        await site.WriteAsync(async db => (await db.Users.SingleAsync(u => u.Id == id)).ConcurrencyStamp = Guid.NewGuid().ToString());
        var before = await site.ReadAsync(db => db.Users.SingleAsync(u => u.Id == id));

        Assert.Equal(409, (await admin.SubmitAsync(open, [(field, value)], form)).Code);
        var after = await site.ReadAsync(db => db.Users.SingleAsync(u => u.Id == id));
        Assert.Equal((before.PasswordHash, before.DisplayName), (after.PasswordHash, after.DisplayName));
    }

    [Fact]
    public async Task Rename_HostileText_IsShownAsText()
    {
        using var admin = await site.StaffAsync("org-admin");
        var (id, _) = await CreateAsync(admin, "mzj", StaffRole.Clerk);
        var hidden = await admin.SubmitAsync(await admin.OpenAsync($"/admin/users/{id}/account"), [("Input.DisplayName", "gnp\u202Eexe")], "form.rename");
        Assert.Equal(422, hidden.Code);

        await admin.SubmitAsync(await admin.OpenAsync($"/admin/users/{id}/account"), [("Input.DisplayName", "<script>1</script>'; --")], "form.rename");
        Assert.Equal("<script>1</script>'; --", (await admin.OpenAsync($"/admin/users/{id}")).Heading);
    }

    private async Task<SitePage> GrantAsync(HttpClient client, Guid userId, string slug, StaffRole role) =>
        await client.SubmitAsync(await client.OpenAsync($"/admin/users/{userId}"),
            [("Input.OrganisationId", (await site.OrganisationAsync(slug)).ToString()), ("Input.Role", role.ToString())], "form.grant");

    private async Task<(Guid Id, string UserName)> CreateAsync(HttpClient client, string slug, StaffRole role)
    {
        var userName = $"person{Interlocked.Increment(ref _serial)}";
        var answer = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"),
        [
            ("Input.UserName", userName), ("Input.DisplayName", "韦某某"), ("Input.Password", Temporary), ("Input.Role", role.ToString()),
            ("Input.OrganisationId", (await site.OrganisationAsync(slug)).ToString()),
        ]);
        Assert.True(answer.Code == 302, string.Join(' ', answer.Errors));
        return (await site.UserAsync(userName), userName);
    }
}
