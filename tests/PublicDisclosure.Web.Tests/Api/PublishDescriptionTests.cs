using System.Text.Json;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>The description of the publish API (OpenAPI) against what it takes and answers.</summary>
public sealed class PublishDescriptionTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Answers_FitTheDescription()
    {
        var office = await Office.OpenAsync(site);
        using var system = await BusinessSystem.OfAsync(site);
        var document = await DocumentAsync();
        var sent = await system.SendAsync(BusinessSystem.Draft(office, "D-1"), null, ("files", "名单.csv", "乡镇,户数\n木乐镇,12\n"u8.ToArray()));
        var registered = await system.RegisterAsync(new { externalReference = "D-2", item = office.ItemCode, title = "登记", formedOn = $"{Office.Today:yyyy-MM-dd}" });

        Fits(document, "/api/v1/drafts", "post", sent, 201);
        Fits(document, "/api/v1/formed-records", "post", registered, 201);
        Fits(document, "/api/v1/drafts/{id}", "get", await system.GetAsync("/api/v1/drafts/" + sent.Id), 200);
        Fits(document, "/api/v1/formed-records/{id}", "get", await system.GetAsync("/api/v1/formed-records/" + registered.Id), 200);
        Fits(document, "/api/v1/drafts", "post", await system.SendAsync(new { }), 422);
        Fits(document, "/api/v1/drafts/{id}", "get", await system.GetAsync($"/api/v1/drafts/{Guid.NewGuid()}"), 404);
    }

    [Fact]
    public async Task Requests_AreDescribedWithKeyNumberAndEveryField()
    {
        var document = await DocumentAsync();
        foreach (var (path, request, forms) in new[] { ("/api/v1/drafts", typeof(DraftRequest), 2), ("/api/v1/formed-records", typeof(FormedRecordRequest), 1) })
        {
            var operation = document.GetProperty("paths").GetProperty(path).GetProperty("post");
            Assert.Equal(1, operation.GetProperty("security").GetArrayLength());
            Assert.Contains(operation.GetProperty("parameters").EnumerateArray(), p => p.GetProperty("name").GetString() == "Idempotency-Key" && p.GetProperty("required").GetBoolean());
            var contents = operation.GetProperty("requestBody").GetProperty("content");
            Assert.Equal(forms, contents.EnumerateObject().Count());
            var schema = contents.GetProperty("application/json").GetProperty("schema");
            var fields = document.GetProperty("components").GetProperty("schemas").GetProperty(schema.GetProperty("$ref").GetString()!.Split('/')[^1]).GetProperty("properties");
            Assert.Equal(request.GetProperties().Select(p => PublishProblems.Field(p.Name)), fields.EnumerateObject().Select(f => f.Name));
        }

        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("key").GetProperty("scheme").GetString());
        Assert.False(document.GetProperty("paths").GetProperty("/api/v1/disclosures").GetProperty("get").TryGetProperty("security", out _));
    }

    private static void Fits(JsonElement document, string path, string method, PublishAnswer answer, int status)
    {
        Assert.Equal(status, answer.Status);
        var content = document.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty($"{status}").GetProperty("content");
        Assert.Empty(SchemaCheck.Faults(document, content.GetProperty(answer.Response.Content.Headers.ContentType!.MediaType!).GetProperty("schema"), answer.Body));
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = site.Visitor();
        return await new Stranger(client).GetAsync("/api/v1/openapi.json");
    }
}
