using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Account;

public sealed class SignInTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Get_Anonymous_ShowsTheFormAndMayNotBeStored()
    {
        using var client = site.Visitor();
        using var response = await client.GetAsync("/account/sign-in", TestContext.Current.CancellationToken);
        var page = await SitePage.FromAsync(response, "/account/sign-in");

        Assert.Equal(200, page.Code);
        Assert.Equal("工作人员登录", page.Heading);
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAnyField_NamesEveryFieldAndLeadsToIt()
    {
        using var client = site.Visitor();

        var answer = await client.SubmitAsync(await client.OpenAsync("/account/sign-in"), [("Input.UserName", null), ("Input.Password", null)]);

        Assert.Equal(422, answer.Code);
        Assert.Equal(["#Input_UserName", "#Input_Password"], answer.Document.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Input_UserName", "Input_Password"], answer.Document.QuerySelectorAll(".field-invalid input").Select(field => field.Id));
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("reviewer")]
    [InlineData("org-admin")]
    [InlineData("township-clerk")]
    [InlineData("township-reviewer")]
    [InlineData("township-steward")]
    [InlineData("steward")]
    [InlineData("office")]
    [InlineData("auditor")]
    [InlineData("admin")]
    public async Task Post_DemoAccount_OpensTheDesk(string userName)
    {
        using var client = site.Visitor();
        var answer = await client.TrySignInAsync(userName, SiteClient.DemoPassword);

        Assert.Equal(302, answer.Code);
        Assert.Equal("/admin", answer.RedirectsTo);
        Assert.Equal(200, (await client.FollowAsync(answer)).Code);
    }

    [Theory]
    [InlineData("clerk", "wrong-password-1!")]
    [InlineData("nobody-at-all", "wrong-password-1!")]
    [InlineData("demo-clerk-mzj", SiteClient.DemoPassword)]
    public async Task Post_UnknownWrongOrClosed_AnswersTheSame(string userName, string password)
    {
        using var client = site.Visitor();
        var answer = await client.TrySignInAsync(userName, password);

        Assert.Equal(422, answer.Code);
        Assert.Equal(["账号或密码不正确，或者账号暂时不能登录。连续输错5次，账号将锁定15分钟。"], answer.Errors);
        Assert.Equal(userName, answer.Value("Input.UserName"));
        Assert.Equal("", answer.Value("Input.Password"));
        Assert.Equal(302, (await client.OpenAsync("/admin")).Code);
    }

    [Fact]
    public async Task Post_FiveFailures_LocksTheAccountEvenForTheRightPassword()
    {
        using var client = site.Visitor();
        for (var i = 0; i < 5; i++) await client.TrySignInAsync("township-steward", "wrong-password-1!");

        Assert.Equal(422, (await client.TrySignInAsync("township-steward", SiteClient.DemoPassword)).Code);

        var id = await site.UserAsync("township-steward");
        var acts = await site.ReadAsync(db => db.AuditEntries.Where(e => e.By == id).OrderBy(e => e.At).Select(e => e.Action).ToListAsync());
        // Four wrong ones, the fifth locks, the right one after it fails too.
        Assert.Equal(5, acts.Count(a => a == AccountActs.SignInFailed));
        Assert.Single(acts, a => a == AccountActs.LockedOut);
        await site.WriteAsync(async db => (await db.Users.SingleAsync(u => u.Id == id)).LockoutEnd = null);
    }

    [Fact]
    public async Task Post_UnknownAccount_LeavesARowWithoutWhatWasTyped()
    {
        using var client = site.Visitor();
        await client.TrySignInAsync("my-secret-password-typed-here", "x");

        Assert.True(await site.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Action == AccountActs.SignInFailed && e.By == null)));
        Assert.False(await site.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.ObjectName.Contains("secret") || e.Detail.Contains("secret"))));
    }

    [Theory]
    [InlineData("/admin?x=1", "/admin?x=1")]
    [InlineData("https://evil.example/", "/admin")]
    [InlineData("//evil.example/", "/admin")]
    [InlineData("/\\evil.example/", "/admin")]
    public async Task Post_ReturnAddress_IsFollowedWithinTheSiteOnly(string returnUrl, string expected)
    {
        using var client = site.Visitor();
        var answer = await client.TrySignInAsync(
            "reviewer", SiteClient.DemoPassword, "/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(expected, answer.RedirectsTo);
    }

    [Fact]
    public async Task Post_Done_GivesACookieThatScriptsCannotRead()
    {
        using var client = site.Visitor();
        var form = await client.OpenAsync("/account/sign-in");
        using var response = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(
        [
            KeyValuePair.Create("Input.UserName", "office"), KeyValuePair.Create("Input.Password", SiteClient.DemoPassword),
            KeyValuePair.Create("__RequestVerificationToken", form.Value("__RequestVerificationToken")!),
        ]), TestContext.Current.CancellationToken);

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), c => c.StartsWith("staff=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Post_WithoutFormToken_IsRefused()
    {
        using var client = site.Visitor();
        using var response = await client.PostAsync(
            "/account/sign-in", new FormUrlEncodedContent([KeyValuePair.Create("Input.UserName", "clerk")]), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Fact]
    public async Task SignOut_Post_EndsTheSession()
    {
        using var client = await site.StaffAsync("clerk");
        Assert.Equal(200, (await client.OpenAsync("/admin")).Code);

        var answer = await client.SubmitAsync(await client.OpenAsync("/account/sign-out"));

        Assert.Equal(302, answer.Code);
        Assert.Equal(302, (await client.OpenAsync("/admin")).Code);
    }
}
