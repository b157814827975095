using System.Collections.Concurrent;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>
/// Every form that any demo account can reach, sent with hostile words in every field at once and with no field at all: nothing
/// fails, nothing comes back as markup, the errors are named in the order of the form and lead to its fields, and the tables are still there.
/// </summary>
public sealed class HostileFormSweepTests
{
    private const string Markup = "<script>alert(450881)</script><img src=x onerror=alert(450881)>";

    private static readonly (string Kind, string? Value)[] Attacks =
    [
        ("sql", "'; DROP TABLE Disclosures; --"), ("markup", Markup), ("control and bidi", "表\u202Egnp.exe\u0000\u0007"),
        ("long", new string('长', 100_000)), ("markdown", "[点我](javascript:alert(1)) ![x](data:text/html,1)"), ("formula", "=cmd|' /C calc'!A0"),
        ("nothing", null),
    ];

    // A form is sent every attack for whoever comes to it first; the others see the same form, and only what it gives back may differ.
    private static readonly ConcurrentDictionary<string, string> FirstReaders = new();

    public static TheoryData<string> Readers { get; } = [SiteSweepTests.World.Public, .. DemoAccounts.All.Select(account => account.UserName)];

    [Theory, MemberData(nameof(Readers))]
    public async Task Forms_HostileWordsInEveryField_NeverFail(string reader)
    {
        // A site for each reader: an administrator's forms close the accounts of the others.
        await using var site = new SpoiltSite();
        await site.InitializeAsync();

        var (sent, faults) = await site.AttackAsync(reader);

        Sweep.IsClean(faults);
        Assert.True(sent > 0, "No form was reached.");
        Assert.True(await site.CountAsync() > 0, "The disclosures are gone.");
    }

    [Theory]
    [InlineData(500, "<p>正常</p>", true)]
    [InlineData(200, "<p>" + Markup + "</p>", true)]
    [InlineData(422, "<p>&lt;script&gt;alert(450881)&lt;/script&gt;</p>", false)]
    [InlineData(302, "", false)]
    [InlineData(422, "<div class=error-summary><a href=#b></a><a href=#a></a></div><input id=a><input id=b>", true)]
    [InlineData(422, "<div class=error-summary><a href=#a></a><a href=#a></a><a href=#b></a></div><input id=a><input id=b>", false)]
    [InlineData(422, "<div class=error-summary><a href=#a></a><a href=#none></a></div><input id=a>", true)]
    public void Fault_Planted_IsSeen(int code, string body, bool isFault) => Assert.Equal(isFault, SpoiltSite.Fault(code, body) is not null);

    /// <summary>A site that may be spoilt.</summary>
    private sealed class SpoiltSite : IAsyncDisposable
    {
        private readonly SiteFactory _site = new();
        private SiteMap _map = null!;

        public async Task InitializeAsync()
        {
            _site.Settings["Demo:Content"] = "true";
            _site.Settings["Demo:Generated"] = "40";
            await _site.InitializeAsync();
            _map = SiteMap.Of(_site.Services.GetRequiredService<EndpointDataSource>().Endpoints);
        }

        public ValueTask DisposeAsync() => _site.DisposeAsync();

        public Task<int> CountAsync() => _site.ReadAsync(db => db.Disclosures.CountAsync());

        /// <summary>What is wrong with an answer; null when nothing is.</summary>
        public static string? Fault(int code, string body) =>
            code >= 500 ? $"answers {code}"
            : body.Contains("<script>alert(450881)", StringComparison.OrdinalIgnoreCase) || body.Contains("<img src=x onerror", StringComparison.OrdinalIgnoreCase) ? "gives the markup back"
            : body.Contains("error-summary", StringComparison.Ordinal) ? Summary(new HtmlParser().ParseDocument(body))
            : null;

        /// <summary>The first line of the error summary that leads nowhere, or whose field stands above the one of the line before it.</summary>
        private static string? Summary(IHtmlDocument page)
        {
            var links = page.QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")![1..]).ToList();
            if (links.Find(id => page.GetElementById(id) is null) is { } missing) return $"leads to {missing}, which is not on the page";
            var fields = links.ConvertAll(id => page.GetElementById(id)!);
            var wrong = fields.Zip(fields.Skip(1)).FirstOrDefault(pair => pair.Second.CompareDocumentPosition(pair.First).HasFlag(DocumentPositions.Following));
            return wrong.Second is null ? null : $"names {wrong.First.Id} before {wrong.Second.Id}, which stands above it";
        }

        public async Task<(int Sent, IReadOnlyList<string> Faults)> AttackAsync(string reader)
        {
            using var client = reader == SiteSweepTests.World.Public ? _site.Visitor() : await _site.StaffAsync(reader);
            var isPublic = reader == SiteSweepTests.World.Public;
            bool Follow(string address) => isPublic || address.StartsWith("/admin", StringComparison.Ordinal) || address.StartsWith("/account", StringComparison.Ordinal);
            var crawl = await new Crawl(_map, address => CrawlAnswer.OfAsync(client, address), perShape: 1, Follow).FromAsync(isPublic ? "/" : "/admin");
            var faults = new List<string>();
            var sent = 0;
            var done = new HashSet<string>();
            foreach (var page in crawl.Pages)
            {
                foreach (var form in page.Document.Forms.Where(IsAttackable))
                {
                    var target = form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address;
                    var shape = $"{form.Method} {_map.ShapeOf(target)}";
                    if (!done.Add(shape)) continue;
                    var isFirst = FirstReaders.GetOrAdd(shape, reader) == reader;
                    foreach (var (kind, value) in isFirst ? Attacks : [.. Attacks.Where(a => a.Value == Markup)])
                    {
                        sent++;
                        var (code, body) = await SendAsync(client, form, page.Address, target, value);
                        if (Fault(code, body) is { } fault) faults.Add($"{page.Address} {kind}: {form.Method} {target} {fault}");
                    }
                }
            }

            return (sent, faults);
        }

        private static bool IsAttackable(IHtmlFormElement form) =>
            form.GetAttribute("action")?.Contains("sign-out", StringComparison.OrdinalIgnoreCase) != true
            && form.QuerySelector("input:not([type=hidden]), textarea, select") is not null;

        private static async Task<(int Code, string Body)> SendAsync(HttpClient client, IHtmlFormElement form, string from, string target, string? value)
        {
            var pairs = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(field => field.GetAttribute("type") is not ("file" or "submit" or "button"))
                .Where(field => value is not null || field.GetAttribute("name") == "__RequestVerificationToken")
                .Select(field => KeyValuePair.Create(field.GetAttribute("name")!, Keeps(field) ? (field as IHtmlInputElement)?.Value ?? "" : value!)).ToList();
            var address = target.StartsWith('?') ? from.Split('?')[0] + target : target;
            if (form.Method.Equals("post", StringComparison.OrdinalIgnoreCase))
            {
                using HttpContent content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(pairs) : new FormUrlEncodedContent(pairs);
                using var answer = await client.PostAsync(address, content, TestContext.Current.CancellationToken);
                return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }

            // An address has a limit of its own, long before the application sees it.
            var query = string.Join('&', pairs.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value.Length > 1000 ? p.Value[..1000] : p.Value)}"));
            using var response = await client.GetAsync($"{address.Split('?')[0]}?{query}", TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        // Tokens and revisions stay, else the attack would never get past the door.
        private static bool Keeps(IElement field) => field.GetAttribute("type") == "hidden";

        private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> pairs)
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in pairs) content.Add(new StringContent(value), name);
            return content;
        }
    }
}
