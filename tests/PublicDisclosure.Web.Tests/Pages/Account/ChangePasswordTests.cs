using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Account;

public sealed class ChangePasswordTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Address = "/account/change-password";
    private const string NewPassword = "Another-Good-1!";

    [Fact]
    public async Task FirstPassword_NothingElseIsOpenBeforeTheChange()
    {
        await SetMustChangeAsync("clerk");
        using var client = await site.StaffAsync("clerk");

        foreach (var path in new[] { "/admin", "/account/profile", "/account/two-factor" })
            Assert.Equal(Address, (await client.OpenAsync(path)).RedirectsTo);
        Assert.Equal(200, (await client.OpenAsync("/")).Code);

        var page = await client.OpenAsync(Address);
        Assert.Contains("须修改后才能办理其他事项", page.Text, StringComparison.Ordinal);
        var done = await ChangeAsync(client, page, SiteClient.DemoPassword, NewPassword);

        Assert.Equal(302, done.Code);
        Assert.Equal(200, (await client.OpenAsync("/admin")).Code);
        using var other = site.Visitor();
        Assert.Equal(422, (await other.TrySignInAsync("clerk", SiteClient.DemoPassword)).Code);
        Assert.Equal(302, (await other.TrySignInAsync("clerk", NewPassword)).Code);
    }

    [Fact]
    public async Task Post_Changed_EndsTheOtherSessions()
    {
        using var here = await site.StaffAsync("township-clerk");
        using var there = await site.StaffAsync("township-clerk");

        await ChangeAsync(here, await here.OpenAsync(Address), SiteClient.DemoPassword, NewPassword);

        Assert.Equal(200, (await here.OpenAsync("/admin")).Code);
        Assert.Equal(302, (await there.OpenAsync("/admin")).Code);
    }

    [Theory]
    [InlineData("wrong", NewPassword, NewPassword, "当前密码不正确。")]
    [InlineData(SiteClient.DemoPassword, "short-1!", "short-1!", "密码不能少于12位。")]
    [InlineData(SiteClient.DemoPassword, NewPassword, "Another-Good-2!", "两次输入的新密码不一致。")]
    [InlineData(SiteClient.DemoPassword, SiteClient.DemoPassword, SiteClient.DemoPassword, "新密码不能与当前密码相同。")]
    [InlineData(SiteClient.DemoPassword, "my-Reviewer-123!", "my-Reviewer-123!", "密码中不能包含账号名。")]
    public async Task Post_Refused_SaysWhy(string current, string password, string repeated, string expected)
    {
        using var client = await site.StaffAsync("reviewer");
        var answer = await client.SubmitAsync(
            await client.OpenAsync(Address), [("Input.Current", current), ("Input.Password", password), ("Input.Repeated", repeated)]);

        Assert.Equal(422, answer.Code);
        Assert.Contains(expected, answer.Errors);
    }

    private static Task<SitePage> ChangeAsync(HttpClient client, SitePage page, string current, string password) =>
        client.SubmitAsync(page, [("Input.Current", current), ("Input.Password", password), ("Input.Repeated", password)]);

    private Task SetMustChangeAsync(string userName) =>
        site.WriteAsync(async db => (await db.Users.SingleAsync(u => u.UserName == userName)).MustChangePassword = true);
}
