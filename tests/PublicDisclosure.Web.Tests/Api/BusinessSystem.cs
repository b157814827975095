using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>An answer of the publish API.</summary>
internal sealed record PublishAnswer(int Status, JsonElement Body, HttpResponseMessage Response)
{
    /// <summary>Codes of every reason.</summary>
    public IReadOnlyList<string> Codes => [.. Body.GetProperty("reasons").EnumerateArray().Select(r => r.GetProperty("code").GetString()!)];

    public string Detail => Body.GetProperty("detail").GetString()!;

    public string Id => Body.GetProperty("id").GetString()!;

    public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}

/// <summary>A department's business system that has read docs/api.md and nothing else.</summary>
internal sealed class BusinessSystem(SiteFactory site, string? key) : IDisposable
{
    /// <summary>Every scope.</summary>
    public const ApiScopes All = ApiScopes.Register | ApiScopes.Draft | ApiScopes.Status;

    private readonly HttpClient _client = site.Visitor();

    /// <summary>The client behind it.</summary>
    public HttpClient Client => _client;

    /// <summary>The key it shows.</summary>
    public string? Key { get; set; } = key;

    /// <summary>A system of the civil affairs bureau, with a key that its administrator has just made.</summary>
    public static async Task<BusinessSystem> OfAsync(SiteFactory site, ApiScopes scopes = All, string name = "社会救助系统", string slug = Office.Slug, string responsible = "clerk")
    {
        var command = new MakeApiKey(await site.OrganisationAsync(slug), name, scopes, await site.UserAsync(responsible), Office.Today.AddDays(90), await site.UserAsync("org-admin"));
        var made = await site.UseAsync<ApiKeyDesk, OutcomeOf<MadeApiKey>>(d => d.MakeAsync(command));
        return new BusinessSystem(site, made.IsDone ? made.Value!.Secret.Written : throw new InvalidOperationException(string.Join("; ", made.Refusals)));
    }

    /// <summary>A draft that passes the checklist but for what the test changes.</summary>
    public static Dictionary<string, object?> Draft(Office office, string reference, string? body = null) => new()
    {
        ["externalReference"] = reference,
        ["items"] = new[] { office.ItemCode },
        ["title"] = Office.Text().Title,
        ["body"] = body ?? Office.Text().Body,
        ["documentDate"] = $"{Office.Today:yyyy-MM-dd}",
        ["kind"] = "Notice",
        ["summary"] = "部署社会救助工作。",
    };

    public Task<PublishAnswer> SendAsync(object draft, string? number = null, params (string Part, string Name, byte[] Content)[] files) =>
        PostAsync("/api/v1/drafts", files.Length == 0 ? Json(JsonSerializer.Serialize(draft)) : Form(draft, files), number);

    public Task<PublishAnswer> RegisterAsync(object record, string? number = null) => PostAsync("/api/v1/formed-records", Json(JsonSerializer.Serialize(record)), number);

    public Task<PublishAnswer> PostAsync(string path, HttpContent content, string? number = null) =>
        AskAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { { "Idempotency-Key", number ?? Guid.NewGuid().ToString() } } });

    public Task<PublishAnswer> GetAsync(string path) => AskAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public async Task<PublishAnswer> AskAsync(HttpRequestMessage request)
    {
        if (Key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return new PublishAnswer((int)response.StatusCode, await Stranger.ReadAsync(response), response);
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public static MultipartFormDataContent Form(object draft, params (string Part, string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { Json(JsonSerializer.Serialize(draft)), "draft" } };
        foreach (var (part, name, content) in files) form.Add(new ByteArrayContent(content), part, name);
        return form;
    }

    public void Dispose() => _client.Dispose();
}
