using System.Globalization;
using System.Text.Json;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>
/// The HTML of every route as the server sends it, to somebody who may see it, and what the Nu HTML checker says of it. Fetched by
/// HTTP and checked in one run: the whole site costs about half a minute.
/// </summary>
public sealed class CheckedHtml(Portal portal) : IAsyncLifetime
{
    /// <summary>The pages that are checked twice: as everybody sees them, and in the mode for elderly readers.</summary>
    internal static readonly string[] AlsoForElders = ["", "catalogue/{domain}", "disclosures/{address}", "letters/write", "status/{code:int}"];

    private const string Planted = "planted.html";
    private readonly Dictionary<string, HttpClient> _readers = [];
    private readonly Dictionary<string, string> _routes = [];

    /// <summary>Why nothing was checked; empty when everything was.</summary>
    public string Absent { get; private set; } = "";

    /// <summary>Errors of the site's pages, each with its route.</summary>
    internal IReadOnlyList<string> OfPages { get; private set; } = [];

    /// <summary>Errors of a page with a fault that was put beside them.</summary>
    internal IReadOnlyList<HtmlError> OfPlanted { get; private set; } = [];

    /// <summary>How many pages were checked.</summary>
    public int Count => _routes.Count;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var (jar, absent) = await HtmlChecker.FindOrInstallAsync();
        Absent = absent;
        if (jar is null) return;

        var folder = Directory.CreateTempSubdirectory("html-").FullName;
        try
        {
            await SaveAllAsync(folder);
            await File.WriteAllTextAsync(
                Path.Combine(folder, Planted), "<!DOCTYPE html><html lang=\"zh-CN\"><head><title>试</title></head><body><p>段<ul><li id=\"a\">一</li><li id=\"a\">二</li></ul></p></body></html>");
            var found = (await HtmlChecker.CheckAsync(jar, folder)).ToLookup(e => e.File == Planted);
            OfPlanted = [.. found[true]];
            OfPages = [.. found[false].Select(e => $"{_routes[e.File]}: {e}")];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var reader in _readers.Values) reader.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task SaveAllAsync(string folder)
    {
        var samples = await Samples.OfAsync(portal.Site);
        foreach (var sample in PageSamples.All.Concat(PageSamples.Others)) await SaveAsync(folder, sample, samples);
        foreach (var route in AlsoForElders) await SaveAsync(folder, PageSamples.Of(route), samples, "reading=elder");
    }

    private async Task SaveAsync(string folder, PageSample sample, Samples samples, string cookie = "")
    {
        var reader = await ReaderAsync(sample.As, cookie);
        using var answer = await reader.GetAsync(sample.Address(samples));
        // The page of an error would be checked instead of the page meant.
        Assert.True((int)answer.StatusCode == sample.Status, $"{sample.Route} answers {(int)answer.StatusCode}.");
        if (answer.Content.Headers.ContentType?.MediaType != "text/html") return;
        var name = string.Create(CultureInfo.InvariantCulture, $"{_routes.Count:000}.html");
        _routes[name] = $"{sample.Route} {cookie}".TrimEnd();
        await File.WriteAllBytesAsync(Path.Combine(folder, name), await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpClient> ReaderAsync(string? account, string cookie)
    {
        var key = account + cookie;
        if (_readers.TryGetValue(key, out var reader)) return reader;
        reader = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(portal.Site.Address) };
        if (account is not null) cookie = CookiesOf(await portal.SessionOfAsync(account));
        if (cookie.Length > 0) reader.DefaultRequestHeaders.Add("Cookie", cookie);
        return _readers[key] = reader;
    }

    private static string CookiesOf(string session)
    {
        using var state = JsonDocument.Parse(session);
        return string.Join("; ", state.RootElement.GetProperty("cookies").EnumerateArray().Select(c => $"{c.GetProperty("name").GetString()}={c.GetProperty("value").GetString()}"));
    }
}

/// <summary>No page breaks the HTML standard.</summary>
public sealed class HtmlTests(CheckedHtml html) : IClassFixture<CheckedHtml>
{
    [Fact]
    public void EveryPage_BeforeTheNuHtmlChecker_HasNoError()
    {
        Assert.SkipWhen(html.Absent.Length > 0, html.Absent);

        Assert.True(html.OfPages.Count == 0, string.Join('\n', html.OfPages));
        Assert.Equal(PageSamples.All.Count + PageSamples.Others.Count + CheckedHtml.AlsoForElders.Length, html.Count);
    }

    [Fact]
    public void PlantedFaults_BeforeTheNuHtmlChecker_AreFound()
    {
        Assert.SkipWhen(html.Absent.Length > 0, html.Absent);

        Assert.Contains(html.OfPlanted, e => e.Message.Contains("Duplicate ID", StringComparison.Ordinal));
        Assert.Contains(html.OfPlanted, e => e.Message.Contains("element in scope", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_AReport_TellsFilePlaceAndFault()
    {
        var error = Assert.Single(HtmlChecker.Read(
            """{"messages":[{"type":"error","url":"file:/tmp/x/007.html","lastLine":12,"message":"Duplicate ID a.","extract":"<li\nid=a>"}]}"""));

        Assert.Equal("007.html", error.File);
        Assert.Equal("line 12: Duplicate ID a. <li id=a>", error.ToString());
    }
}
