using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>How often a key, and a network address, may ask.</summary>
public sealed class PublishLimitTests
{
    [Fact]
    public async Task Key_OverItsLimit_Waits_AndOthersDoNot()
    {
        await using var site = new SiteFactory();
        site.Settings["PublishApi:RequestsPerMinute"] = "3";
        await site.InitializeAsync();
        using var busy = await BusinessSystem.OfAsync(site);
        using var calm = await BusinessSystem.OfAsync(site, name: "另一个系统");

        for (var i = 0; i < 3; i++) Assert.Equal(404, (await busy.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}")).Status);
        var refused = await busy.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}");

        Assert.Equal((429, "Request.TooMany"), (refused.Status, refused.Codes.Single()));
        Assert.InRange(int.Parse(refused.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        Assert.Equal(404, (await calm.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Address_ThatTriesKeys_IsStopped_AndReadersAreNot()
    {
        await using var site = new SiteFactory();
        site.Settings["PublishApi:AttemptsPerMinute"] = "4";
        await site.InitializeAsync();
        using var guesser = new BusinessSystem(site, "pdk_" + new string('0', 64));

        for (var i = 0; i < 4; i++) Assert.Equal(401, (await guesser.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}")).Status);
        var stopped = await guesser.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}");

        Assert.Equal((429, "60"), (stopped.Status, stopped.Header("Retry-After")));
        Assert.False(stopped.Response.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal(200, (await guesser.GetAsync("/api/v1/domains")).Status);
    }
}
