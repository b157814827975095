using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Account;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task Post_MoreThanTheLimit_IsAnswered429ButTheFormStaysReadable()
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        site.Settings["SignIn:AttemptsPerMinute"] = "3";
        using var client = site.Visitor();

        var codes = new List<int>();
        for (var i = 0; i < 4; i++) codes.Add((await client.TrySignInAsync("nobody-" + i, "wrong-password-1!")).Code);

        Assert.Equal([422, 422, 422, 429], codes);
        Assert.Equal(200, (await client.OpenAsync("/account/sign-in")).Code);
    }
}
