using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>Every way in which the publish API says no, with its status, its code and words that say what to do.</summary>
public sealed class PublishRefusalTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task EveryEndpoint_WithoutAKey_IsClosedBeforeAnythingIsRead()
    {
        var routes = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => PublishEndpoints.IsPublishing("/" + e.RoutePattern.RawText!.TrimStart('/'))).ToList();
        Assert.Equal(4, routes.Count);
        using var nobody = new BusinessSystem(site, null);
        foreach (var route in routes)
        {
            var method = route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
            var request = new HttpRequestMessage(new HttpMethod(method), "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{id:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal));
            if (method == "POST") request.Content = BusinessSystem.Json("{ not even json");
            var answer = await nobody.AskAsync(request);
            Assert.Equal((401, "ApiKey.Missing", "Bearer"), (answer.Status, answer.Codes.Single(), answer.Header("WWW-Authenticate")));
            Assert.Contains("Authorization: Bearer", answer.Detail, StringComparison.Ordinal);
            Assert.True(answer.Response.Headers.CacheControl!.NoStore);
        }
    }

    [Fact]
    public async Task Key_OfNobodyRevokedExpiredOrOtherScheme_Is401()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        var (draft, prefix) = (BusinessSystem.Draft(office, "K-1"), system.Key![..12]);
        var key = await site.ReadAsync(db => db.ApiKeys.SingleAsync(k => k.Prefix == prefix));

        await site.ReadAsync(db => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.ExpiresOn, Office.Today.AddDays(-1))));
        Assert.Equal((401, "ApiKey.Expired"), Short(await system.SendAsync(draft)));
        await site.UseAsync<ApiKeyDesk, Outcome>(d => d.RevokeAsync(new RevokeApiKey(key.Id, key.CreatedBy)));
        var revoked = await system.SendAsync(draft);
        Assert.Equal((401, "ApiKey.Revoked"), Short(revoked));
        Assert.Contains("停用", revoked.Detail, StringComparison.Ordinal);
        system.Key = ApiKeySecret.New().Written;
        Assert.Equal((401, "ApiKey.Unknown"), Short(await system.SendAsync(draft)));
        var basic = new HttpRequestMessage(HttpMethod.Post, "/api/v1/drafts") { Headers = { Authorization = new AuthenticationHeaderValue("Basic", "YTpi") } };
        system.Key = null;
        Assert.Equal((401, "ApiKey.Missing"), Short(await system.AskAsync(basic)));
    }

    [Fact]
    public async Task Cookie_OfASignedInClerk_CountsForNothing()
    {
        using var clerk = await site.StaffAsync("clerk");
        using var content = BusinessSystem.Json("{}");

        using var response = await clerk.PostAsync("/api/v1/drafts", content, TestContext.Current.CancellationToken);

        Assert.Equal(401, (int)response.StatusCode);
    }

    [Fact]
    public async Task Key_WithoutTheScope_Is403AndSaysWhich()
    {
        var office = await Office.OpenAsync(site);
        using var reading = await BusinessSystem.OfAsync(site, ApiScopes.Status);
        using var writing = await BusinessSystem.OfAsync(site, ApiScopes.Draft);

        var refused = await reading.SendAsync(BusinessSystem.Draft(office, "S-1"));
        Assert.Equal((403, "ApiKey.ScopeLacking"), Short(refused));
        Assert.Contains("起草", refused.Detail, StringComparison.Ordinal);
        Assert.Equal((403, "ApiKey.ScopeLacking"), Short(await writing.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}")));
        Assert.Equal((403, "ApiKey.ScopeLacking"), Short(await writing.RegisterAsync(new { })));
    }

    [Fact]
    public async Task Status_OfAnotherOrganisationOrOfAnOrdinaryDraft_Is404()
    {
        var office = await Office.OpenAsync(site);
        using var own = await BusinessSystem.OfAsync(site);
        using var foreign = await BusinessSystem.OfAsync(site, slug: await TownshipAsync(), responsible: "township-clerk");
        var id = (await own.SendAsync(BusinessSystem.Draft(office, "F-1"))).Id;

        Assert.Equal(200, (await own.GetAsync("/api/v1/drafts/" + id)).Status);
        Assert.Equal(404, (await foreign.GetAsync("/api/v1/drafts/" + id)).Status);
        Assert.Equal(404, (await own.GetAsync("/api/v1/formed-records/" + id)).Status);
        Assert.Equal(404, (await own.GetAsync("/api/v1/drafts/" + await office.DraftAsync())).Status);
        Assert.Equal(404, (await own.GetAsync("/api/v1/drafts/none")).Status);
    }

    [Theory]
    [InlineData("{", "Request.BrokenJson"), InlineData("[]", "Request.NotAnObject"), InlineData("null", "Request.NotAnObject"), InlineData("""{"title":"甲","title":"乙"}""", "Request.BrokenJson")]
    [InlineData("""{"titel":"甲"}""", "Request.UnknownField"), InlineData("""{"title":7}""", "Request.WrongType"), InlineData("""{"title":"\ud800"}""", "Request.WrongType")]
    [InlineData("""{"formedOn":"2026-13-01"}""", "Request.WrongType"), InlineData("""{"formedOn":"2026年1月5日"}""", "Request.WrongType"), InlineData("""{"items":"05-a"}""", "Request.WrongType")]
    [InlineData("""{"items":[null]}""", "Request.WrongType"), InlineData("""{"genre":"Poem"}""", "Request.WrongType"), InlineData("""{"genre":1}""", "Request.WrongType"), InlineData("""{"formedRecord":"7"}""", "Request.WrongType")]
    [InlineData("""{"publishedOn":"2020-01-01"}""", "Request.UnknownField")]
    public async Task Body_ThatCannotBeRead_Is400WithTheReason(string json, string code)
    {
        using var system = await BusinessSystem.OfAsync(site);

        Assert.Equal((400, code), Short(await system.PostAsync("/api/v1/drafts", BusinessSystem.Json(json))));
    }

    [Fact]
    public async Task Body_SeveralFaults_AreToldAtOnceByField()
    {
        using var system = await BusinessSystem.OfAsync(site);

        var answer = await system.PostAsync("/api/v1/drafts", BusinessSystem.Json("""{"titel":"甲","formedOn":"gestern","keywords":[]}"""));

        Assert.Equal(["Request.UnknownField", "Request.WrongType", "Request.WrongType"], answer.Codes);
        Assert.Equal([null, "formedOn", "keywords"], answer.Body.GetProperty("reasons").EnumerateArray().Select(r => r.TryGetProperty("field", out var f) ? f.GetString() : null));
    }

    [Fact]
    public async Task Request_WithoutNumberOrOfAnotherType_SaysHow()
    {
        using var system = await BusinessSystem.OfAsync(site);

        var missing = await system.AskAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/drafts") { Content = BusinessSystem.Json("{}") });
        Assert.Equal((400, "Request.NumberMissing"), Short(missing));
        Assert.Equal((400, "Request.NumberMissing"), Short(await system.PostAsync("/api/v1/drafts", BusinessSystem.Json("{}"), new string('x', 101))));
        Assert.Equal((415, "Request.NotJsonOrForm"), Short(await system.PostAsync("/api/v1/drafts", new StringContent("a=b", Encoding.UTF8, "application/x-www-form-urlencoded"))));
        Assert.Equal((415, "Request.NotJson"), Short(await system.PostAsync("/api/v1/formed-records", BusinessSystem.Form(new { }))));
        var wrong = await system.AskAsync(new HttpRequestMessage(HttpMethod.Put, "/api/v1/drafts"));
        Assert.Equal(405, wrong.Status);
        Assert.Contains("POST", wrong.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfWrongParts_SaysWhichParts()
    {
        using var system = await BusinessSystem.OfAsync(site);
        byte[] some = [1];

        Assert.Equal((400, "Request.UnknownPart"), Short(await system.PostAsync("/api/v1/drafts", BusinessSystem.Form(new { }, ("attachment", "a.pdf", some)))));
        using var noDraft = new MultipartFormDataContent { { new ByteArrayContent(some), "files", "a.pdf" } };
        Assert.Equal((400, "Request.DraftMissing"), Short(await system.PostAsync("/api/v1/drafts", noDraft)));
        using var noName = new MultipartFormDataContent { { BusinessSystem.Json("{}"), "draft" }, { new StringContent("text"), "files" } };
        Assert.Equal((400, "Request.FileWithoutName"), Short(await system.PostAsync("/api/v1/drafts", noName)));
        using var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"draft\"\r\n\r\n{"u8.ToArray()) { Headers = { ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b") } };
        Assert.Equal((400, "Request.Broken"), Short(await system.PostAsync("/api/v1/drafts", cut)));
    }

    [Fact]
    public async Task Body_TooLarge_Is413()
    {
        using var system = await BusinessSystem.OfAsync(site);
        var long1 = new string('长', PublishBodies.LargestJson / 3);

        Assert.Equal((413, "Request.TooLarge"), Short(await system.RegisterAsync(new { title = long1 })));
        Assert.Equal((413, "Request.TooLarge"), Short(await system.PostAsync("/api/v1/drafts", BusinessSystem.Json($$"""{"body":"{{long1}}","x":"{{long1}}"}"""))));
        // What a clerk may write a system may send.
        Assert.Equal(["Disclosure.TextTooLong"], (await system.SendAsync(BusinessSystem.Draft(await Office.OpenAsync(site), "L-1", new string('长', 500_001)))).Codes);
    }

    [Theory]
    [InlineData("通知.pdf", "Attachment.Executable"), InlineData("通知.exe", "Attachment.Executable")]
    public async Task File_AProgramInDisguise_IsRefusedWithTheClerksWordsAndNothingIsMade(string name, string code)
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);

        var answer = await system.SendAsync(BusinessSystem.Draft(office, $"X-{name}"), null, ("files", name, [0x4D, 0x5A, 0x90, 0x00, .. new byte[200]]));

        Assert.Equal((422, code), Short(answer));
        Assert.Contains($"“{name}”是程序文件", answer.Detail, StringComparison.Ordinal);
        Assert.Equal("files", answer.Body.GetProperty("reasons")[0].GetProperty("field").GetString());
        Assert.False(await site.ReadAsync(db => db.Arrivals.AnyAsync(a => a.ExternalReference == $"X-{name}")));
    }

    [Fact]
    public async Task Draft_AgainstNothingOrWithoutWhatItNeeds_SaysEverything()
    {
        using var system = await BusinessSystem.OfAsync(site);

        Assert.Equal(["Arrival.ReferenceMissing", "Arrival.ItemMissing"], (await system.SendAsync(new { title = "题" })).Codes);
        Assert.Equal((422, "Arrival.ItemUnknown"), Short(await system.SendAsync(new { externalReference = "N-1", items = new[] { "99-none" }, title = "题" })));
        Assert.Equal(["Arrival.FormedOnMissing"], (await system.RegisterAsync(new { externalReference = "N-2", item = (await Office.OpenAsync(site)).ItemCode, title = "题" })).Codes);
        Assert.Equal(["Checklist.FormedOnInFuture"], (await system.RegisterAsync(new { externalReference = "N-3", item = "05-test-item", title = "题", formedOn = $"{Office.Today.AddDays(1):yyyy-MM-dd}" })).Codes);
    }

    [Fact]
    public async Task Registration_OfNothing_IsToldEverythingAtOnceByField()
    {
        using var system = await BusinessSystem.OfAsync(site);

        var nothing = await system.RegisterAsync(new { });
        Assert.Equal((422, "Arrival.ReferenceMissing"), (nothing.Status, nothing.Body.GetProperty("code").GetString()));
        Assert.Equal(["externalReference", "item", "formedOn", "title"], nothing.Body.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("field").GetString()));
        Assert.Equal(["Arrival.ReferenceMissing", "Arrival.ItemMissing", "Arrival.FormedOnMissing", "Disclosure.TitleMissing"], nothing.Codes);
        Assert.Equal(["Arrival.FormedOnMissing", "Disclosure.TitleMissing"], (await system.RegisterAsync(new { externalReference = "N-5", item = (await Office.OpenAsync(site)).ItemCode })).Codes);
        Assert.Equal(["Arrival.ItemUnknown", "Arrival.FormedOnMissing", "Disclosure.TextTooLong"], (await system.RegisterAsync(new { externalReference = "N-6", item = "99-none", title = new string('长', 201) })).Codes);
        Assert.Equal(["Arrival.ItemMissing", "Disclosure.TitleMissing"], (await system.SendAsync(new { externalReference = "N-7" })).Codes);
    }

    [Fact]
    public async Task Script_OfAnotherSite_GetsNoLeave()
    {
        using var system = await BusinessSystem.OfAsync(site);
        foreach (var (method, path) in new[] { ("POST", "/api/v1/drafts"), ("GET", $"/api/v1/drafts/{Guid.NewGuid()}"), ("DELETE", "/api/v1/drafts"), ("OPTIONS", "/api/v1/formed-records") })
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { { "Origin", "https://elsewhere.cn" }, { "Access-Control-Request-Method", "POST" } } };
            var answer = await system.AskAsync(request);
            Assert.False(answer.Response.Headers.Contains("Access-Control-Allow-Origin"), $"{method} {path}");
            Assert.True(answer.Response.Headers.CacheControl?.NoStore, $"{method} {path}");
        }
    }

    private static (int, string) Short(PublishAnswer answer) => (answer.Status, answer.Codes.Single());

    private Task<string> TownshipAsync() =>
        site.ReadAsync(db => db.Memberships.Where(m => db.Users.Any(u => u.Id == m.UserId && u.UserName == "township-clerk")).Select(m => m.Organisation!.Slug).FirstAsync());
}
