using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Account;

public sealed class TwoFactorTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Address = "/account/two-factor";

    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        using var client = site.Visitor();
        Assert.StartsWith("/account/sign-in?returnUrl=", (await client.OpenAsync(Address)).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enable_RightCode_AsksForACodeAtTheNextSignIn()
    {
        using var client = await site.StaffAsync("reviewer");
        var (key, codes) = await EnrolAsync(client);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Contains("已启用", (await client.OpenAsync(Address)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(codes[0], (await client.OpenAsync(Address)).Text, StringComparison.Ordinal);

        using var other = site.Visitor();
        var answer = await other.TrySignInAsync("reviewer", SiteClient.DemoPassword, "/account/sign-in?returnUrl=/account/profile");
        Assert.StartsWith("/account/two-factor-sign-in", answer.RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(302, (await other.OpenAsync("/admin")).Code);

        var second = await other.FollowAsync(answer);
        var wrong = await other.SubmitAsync(second, [("Input.Code", "000000")]);
        Assert.Equal(422, wrong.Code);
        var right = await other.SubmitAsync(wrong, [("Input.Code", Totp.Code(key))]);
        Assert.Equal("/account/profile", right.RedirectsTo);
        Assert.Equal(200, (await other.OpenAsync("/admin")).Code);
    }

    [Fact]
    public async Task RecoveryCode_Used_OpensTheDeskOnceOnly()
    {
        using var client = await site.StaffAsync("township-reviewer");
        var (_, codes) = await EnrolAsync(client);

        using var first = site.Visitor();
        await first.TrySignInAsync("township-reviewer", SiteClient.DemoPassword);
        var done = await first.SubmitAsync(await first.OpenAsync("/account/recovery-code-sign-in?returnUrl=%2F%2Fexample.com"), [("Input.Code", codes[0].ToLowerInvariant())]);
        Assert.Equal("/admin", done.RedirectsTo);

        using var second = site.Visitor();
        await second.TrySignInAsync("township-reviewer", SiteClient.DemoPassword);
        var refused = await second.SubmitAsync(await second.OpenAsync("/account/recovery-code-sign-in"), [("Input.Code", codes[0])]);
        Assert.Equal(422, refused.Code);

        var id = await site.UserAsync("township-reviewer");
        Assert.Equal(1, await site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.By == id && e.Action == AccountActs.RecoveryCodeUsed)));
    }

    [Fact]
    public async Task Enable_WrongCode_StaysOff()
    {
        using var client = await site.StaffAsync("office");
        await client.SubmitAsync(await client.OpenAsync(Address));
        var answer = await client.SubmitAsync(await client.OpenAsync(Address), [("Input.Code", "12")]);

        Assert.Equal(422, answer.Code);
        Assert.NotNull(answer.Document.QuerySelector(".qr svg"));
        Assert.False(await site.ReadAsync(db => db.Users.Where(u => u.UserName == "office").Select(u => u.TwoFactorEnabled).SingleAsync()));
    }

    [Fact]
    public async Task Disable_NeedsThePassword()
    {
        using var client = await site.StaffAsync("steward");
        await EnrolAsync(client);
        var page = await client.OpenAsync(Address);
        const string Button = "button.button-danger";

        Assert.Equal(422, (await client.SubmitAsync(page, [("Input.Password", "not-the-password")], button: Button)).Code);
        var done = await client.SubmitAsync(page, [("Input.Password", SiteClient.DemoPassword)], button: Button);

        Assert.Equal(302, done.Code);
        Assert.Contains("未启用", (await client.OpenAsync(Address)).Text, StringComparison.Ordinal);
        using var other = site.Visitor();
        Assert.Equal("/admin", (await other.TrySignInAsync("steward", SiteClient.DemoPassword)).RedirectsTo);
    }

    [Theory]
    [InlineData("/account/two-factor-sign-in")]
    [InlineData("/account/recovery-code-sign-in")]
    public async Task SecondStep_WithoutTheFirst_GoesBackToSignIn(string path)
    {
        using var client = site.Visitor();
        Assert.Equal("/account/sign-in", (await client.OpenAsync(path)).RedirectsTo);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> EnrolAsync(HttpClient client)
    {
        await client.SubmitAsync(await client.OpenAsync(Address));
        var page = await client.OpenAsync(Address);
        var key = page.Document.QuerySelector("#key")!.TextContent;
        var shown = await client.SubmitAsync(page, [("Input.Code", Totp.Code(key))]);
        Assert.Equal(200, shown.Code);
        return (key, [.. shown.Document.QuerySelectorAll(".recovery-codes code").Select(c => c.TextContent)]);
    }
}
