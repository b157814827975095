using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Web.Endpoints.Api;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>The description of the API (OpenAPI) against what the site answers.</summary>
[Collection(nameof(DemoSite))]
public sealed class ApiDescriptionTests(DemoSite demo)
{
    /// <summary>Every path with an address that answers 200.</summary>
    private static readonly (string Path, string Address)[] Samples =
    [
        ("/api/v1/organisations", "/api/v1/organisations?limit=200"), ("/api/v1/organisations/{slug}", "/api/v1/organisations/mzj"), ("/api/v1/domains", "/api/v1/domains"),
        ("/api/v1/items", "/api/v1/items?limit=200"), ("/api/v1/items/{code}", "/api/v1/items/{item}"), ("/api/v1/duties", "/api/v1/duties"), ("/api/v1/disclosures", "/api/v1/disclosures?limit=200"),
        ("/api/v1/disclosures/{address}", "/api/v1/disclosures/{address}"), ("/api/v1/disclosures/{address}/versions/{number}", "/api/v1/disclosures/{address}/versions/1"),
        ("/api/v1/removals", "/api/v1/removals"), ("/api/v1/interpretations", "/api/v1/interpretations"), ("/api/v1/responses", "/api/v1/responses"), ("/api/v1/coverage", "/api/v1/coverage"),
        ("/api/v1/coverage/duties", "/api/v1/coverage/duties"), ("/api/v1/calendar/{year}", "/api/v1/calendar/2026"),
    ];

    [Fact]
    public async Task Description_NamesEveryEndpoint()
    {
        var routes = demo.Site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').Replace(":int", "", StringComparison.Ordinal).Replace(":guid", "", StringComparison.Ordinal))
            .Where(r => r.StartsWith("/api/v1/", StringComparison.Ordinal) && r != "/api/v1/openapi.json").Distinct().Order(StringComparer.Ordinal).ToList();

        var described = Document().GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(routes, described);
        // What business systems send has tests of its own (PublishDescriptionTests).
        Assert.Equal(described.Where(p => !PublishEndpoints.IsPublishing(p)), Samples.Select(s => s.Path).Order(StringComparer.Ordinal));
        foreach (var operation in Document().GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            Assert.NotEqual("", operation.GetProperty("summary").GetString());
            Assert.NotEqual("", operation.GetProperty("description").GetString());
            if (operation.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query"), p => Assert.NotEqual("", p.GetProperty("description").GetString()));
        }

        await Task.CompletedTask;
    }

    [Fact]
    public async Task EveryAnswer_FitsTheDescription()
    {
        var document = Document();
        var stranger = new Stranger(demo.Client);
        var item = (await stranger.GetAsync("/api/v1/items?limit=1")).GetProperty("data")[0].GetProperty("code").GetString();
        var addresses = (await stranger.WalkAsync("/api/v1/disclosures?limit=200")).Take(60).Select(d => d.GetProperty("address").GetString()!).ToList();
        foreach (var (path, sample) in Samples)
        {
            foreach (var address in sample.Contains("{address}", StringComparison.Ordinal) ? addresses : addresses.Take(1))
            {
                var asked = sample.Replace("{item}", item, StringComparison.Ordinal).Replace("{address}", address, StringComparison.Ordinal);
                using var response = await demo.Client.GetAsync(asked, TestContext.Current.CancellationToken);
                Assert.Empty(Faults(document, path, response, await Stranger.ReadAsync(response)).Select(f => $"{asked}: {f}"));
            }
        }
    }

    [Theory]
    [InlineData("/api/v1/items?limit=0", "/api/v1/items"), InlineData("/api/v1/items/none", "/api/v1/items/{code}"), InlineData("/api/v1/disclosures/none", "/api/v1/disclosures/{address}")]
    [InlineData("/api/v1/calendar/1800", "/api/v1/calendar/{year}")]
    public async Task EveryRefusal_FitsTheDescription(string asked, string path)
    {
        using var response = await demo.Client.GetAsync(asked, TestContext.Current.CancellationToken);

        Assert.False(response.IsSuccessStatusCode);
        Assert.Empty(Faults(Document(), path, response, await Stranger.ReadAsync(response)));
    }

    [Fact]
    public async Task Tables_AreOfADescribedType()
    {
        foreach (var (path, _) in Samples.Where(s => !s.Path.Contains('{', StringComparison.Ordinal)))
        {
            foreach (var format in new[] { "csv", "xlsx" })
            {
                using var response = await demo.Client.GetAsync($"{path}?format={format}", TestContext.Current.CancellationToken);
                Assert.True(response.IsSuccessStatusCode, path);
                Assert.True(Answer(Document(), path, 200).GetProperty("content").TryGetProperty(response.Content.Headers.ContentType!.MediaType!, out _), path);
                // A Chinese name for people, and one that every program can read.
                var name = response.Content.Headers.ContentDisposition!;
                Assert.Matches($"^[a-z-]+\\.{format}$", name.FileName!.Trim('"'));
                Assert.Matches($"^[一-龥]+\\.{format}$", name.FileNameStar!);
            }
        }
    }

    [Fact]
    public void Planted_AnAnswerThatDoesNotFit_IsFound()
    {
        var schema = Json("""{"type":"object","required":["a","b"],"properties":{"a":{"type":"integer"},"b":{"type":["null","string"]},"c":{"type":"array","items":{"type":"string"}}}}""");

        Assert.Empty(SchemaCheck.Faults(schema, schema, Json("""{"a":1,"b":null,"c":["x"]}""")));
        Assert.Equal(["$.b is missing", "$.a is String", "$.c[0] is Number", "$.d is not described"], SchemaCheck.Faults(schema, schema, Json("""{"a":"1","c":[2],"d":3}""")));
    }

    private static IEnumerable<string> Faults(JsonElement document, string path, HttpResponseMessage response, JsonElement body)
    {
        var answer = Answer(document, path, (int)response.StatusCode);
        return answer.TryGetProperty("content", out var content) && content.TryGetProperty(response.Content.Headers.ContentType!.MediaType!, out var type)
            ? SchemaCheck.Faults(document, type.GetProperty("schema"), body)
            : [$"{(int)response.StatusCode} {response.Content.Headers.ContentType} is not described"];
    }

    private static JsonElement Answer(JsonElement document, string path, int status) =>
        document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").TryGetProperty($"{status}", out var answer) ? answer : Json("{}");

    private JsonElement Document() => Json(demo.Client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken).GetAwaiter().GetResult());

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
