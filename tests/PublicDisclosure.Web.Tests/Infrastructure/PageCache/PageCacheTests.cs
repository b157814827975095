using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure.PageCache;

/// <summary>A site with one published page.</summary>
public sealed class KeptSite : IAsyncLifetime
{
    private TestSite _site = null!;
    private DisclosureDesk _desk = null!;

    /// <summary>A visitor without cookies of his own.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Path of the page.</summary>
    public string Page { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.CreateAsync();
        _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
        Client = _site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
        var id = await _desk.PublishedAsync();
        Page = "/disclosures/" + await _site.Store.ReadAsync(db => Task.FromResult(db.Disclosures.Single(d => d.Id == id).Address));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _desk.Dispose();
        await _site.DisposeAsync();
    }
}

/// <summary>Which answers are kept, for whom, and in which form. An answer out of the cache says its age.</summary>
public sealed class PageCacheTests(KeptSite kept) : IClassFixture<KeptSite>
{
    private readonly HttpClient _client = kept.Client;
    private readonly string _page = kept.Page;

    // Addresses of one test are entries of their own.
    private readonly string _mine = Guid.NewGuid().ToString("N");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/disclosures")]
    [InlineData("{page}")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/catalogue")]
    [InlineData("/api/v1/disclosures")]
    public async Task Get_Twice_SecondIsKeptAndTheSameWithAllHeaders(string address)
    {
        using var first = await AskAsync(address);
        using var second = await AskAsync(address);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Stop), await second.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(Names(first), Names(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("/search?q=救助")]
    [InlineData("/search/feed.xml?q=救助")]
    [InlineData("{page}/print")]
    [InlineData("/letters/write")]
    [InlineData("/report-error?page=%2F")]
    [InlineData("/account/sign-in")]
    [InlineData("/nowhere")]
    [InlineData("/disclosures/mzj-2026-99999")]
    public async Task Get_WhatBelongsToOneMomentOrReader_IsNotKept(string address)
    {
        using var first = await AskAsync(address);
        using var second = await AskAsync(address);

        Assert.Equal(first.StatusCode, second.StatusCode);
        Assert.Null(second.Headers.Age);
    }

    [Fact]
    public async Task Get_FeedNarrowedOtherwise_IsNeverTheOneThatWasKept()
    {
        var texts = new List<string>();
        foreach (var address in (string[])["/feed.xml?genre=Rules", "/feed.xml?genre=Guide", "/feed.xml?genre=Rules&year=2019", "/feed.xml?year=2019"])
        {
            using var first = await AskAsync(address);
            using var second = await AskAsync(address);
            Assert.NotNull(second.Headers.Age);
            var text = await second.Content.ReadAsStringAsync(Stop);
            Assert.Contains(address.Replace("&", "&amp;", StringComparison.Ordinal) + "</id>", text, StringComparison.Ordinal);
            texts.Add(text);
        }

        using var unknown = await AskAsync("/feed.xml?genre=Rules&kind=1");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Equal(texts.Count, texts.Distinct().Count());
    }

    [Fact]
    public async Task Get_InThreeEncodings_EachGetsItsOwnAndItsOwnTag()
    {
        // Brotli first: whoever asks for the plain page afterwards must not get it.
        using var brotli = await AskAsync(_page, ("Accept-Encoding", "gzip, deflate, br"));
        using var plain = await AskAsync(_page, ("Accept-Encoding", "identity"));
        using var gzip = await AskAsync(_page, ("Accept-Encoding", "gzip"));
        using var again = await AskAsync(_page, ("Accept-Encoding", "br"));

        var text = Encoding.UTF8.GetString(await plain.Content.ReadAsByteArrayAsync(Stop));
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.Equal(text, await UnpackAsync(brotli, s => new BrotliStream(s, CompressionMode.Decompress)));
        Assert.Equal(text, await UnpackAsync(gzip, s => new GZipStream(s, CompressionMode.Decompress)));
        Assert.NotNull(again.Headers.Age);
        Assert.Equal(3, new[] { brotli, plain, gzip }.Select(a => a.Headers.ETag!.Tag).Distinct().Count());
        Assert.All([brotli, plain, gzip, again], a => Assert.Contains("Accept-Encoding", a.Headers.Vary));
        Assert.All([brotli, plain, gzip, again], a => Assert.False(a.Headers.ETag!.IsWeak));
    }

    [Fact]
    public async Task Get_KeptPageWithItsTag_AnswersWithoutABody()
    {
        using var first = await AskAsync(_page, ("Accept-Encoding", "br"));
        using var second = await AskAsync(_page, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var plain = await AskAsync(_page, ("If-None-Match", first.Headers.ETag!.ToString()));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(Revalidation.CacheControl, second.Headers.CacheControl?.ToString());
        Assert.Contains("Accept-Encoding", second.Headers.Vary);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
    }

    [Fact]
    public async Task Get_PageWithAFormsToken_IsNotCompressed()
    {
        using var form = await AskAsync("/letters/write", ("Accept-Encoding", "br"));

        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        Assert.Empty(form.Content.Headers.ContentEncoding);
    }

    [Theory]
    [InlineData("reading=elder", "data-reading=\"elder\"")]
    [InlineData("reading=larger", "data-text=\"larger\"")]
    [InlineData("reading=contrast", "data-contrast=\"high\"")]
    public async Task Get_InAnotherReadingMode_HasAnEntryOfItsOwn(string cookie, string mark)
    {
        using var ordinary = await AskAsync(_page);
        using var first = await AskAsync(_page, ("Cookie", cookie));
        using var second = await AskAsync(_page, ("Cookie", cookie));
        using var ordinaryAgain = await AskAsync(_page);

        Assert.Null(first.Headers.Age);
        Assert.NotNull(second.Headers.Age);
        Assert.Contains(mark, await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.NotNull(ordinaryAgain.Headers.Age);
        Assert.DoesNotContain(mark, await ordinaryAgain.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Cookie", "__Host-staff=anything")]
    [InlineData("Cookie", "__Host-staffC1=anything")]
    [InlineData("Cookie", ".AspNetCore.Mvc.CookieTempDataProvider=anything")]
    [InlineData("Authorization", "Bearer anything")]
    public async Task Get_ByAReaderWithSomethingOfHisOwn_IsRenderedForHim(string header, string value)
    {
        using var first = await AskAsync(_page);
        using var own = await AskAsync(_page, (header, value));

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Null(own.Headers.Age);
    }

    [Fact]
    public async Task Get_WithACookieOfAnotherSite_IsTheKeptPage()
    {
        using var first = await AskAsync(_page);
        using var second = await AskAsync(_page, ("Cookie", "portal_visitor=17; reading=nonsense"));

        Assert.NotNull(second.Headers.Age);
    }

    [Fact]
    public async Task Get_FromAnotherOrigin_MayBeReadThoughItWasKeptForNobodyElsewhere()
    {
        using var first = await AskAsync("/api/v1/organisations");
        using var second = await AskAsync("/api/v1/organisations", ("Origin", "https://elsewhere.example"));

        Assert.NotNull(second.Headers.Age);
        Assert.Equal(["*"], second.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Get_OnTheNextDay_IsRenderedAnew()
    {
        await using var site = await TestSite.CreateAsync();
        using var visitor = site.CreateVisitor();
        using var first = await visitor.GetAsync(new Uri("/calendar", UriKind.Relative), Stop);
        using var second = await visitor.GetAsync(new Uri("/calendar", UriKind.Relative), Stop);
        site.Clock.Advance(TimeSpan.FromDays(1));
        using var third = await visitor.GetAsync(new Uri("/calendar", UriKind.Relative), Stop);

        Assert.NotNull(second.Headers.Age);
        Assert.Null(third.Headers.Age);
    }

    [Fact]
    public async Task Get_CacheSwitchedOff_RendersEveryTime()
    {
        await using var site = await TestSite.CreateAsync(settings: ("PageCache:Enabled", "false"));
        using var visitor = site.CreateVisitor();
        using var first = await visitor.GetAsync(new Uri("/", UriKind.Relative), Stop);
        using var second = await visitor.GetAsync(new Uri("/", UriKind.Relative), Stop);

        Assert.Null(second.Headers.Age);
        Assert.NotNull(second.Headers.ETag);
    }

    [Fact]
    public async Task Get_SharedStoreThatDoesNotAnswer_RendersThePage()
    {
        await using var site = await TestSite.CreateAsync(settings: ("PageCache:Redis", "127.0.0.1:1"));
        using var visitor = site.CreateVisitor();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await visitor.GetAsync(new Uri("/", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Null(answer.Headers.Age);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.Replace("{page}", _page, StringComparison.Ordinal) + Mine(address));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request, Stop);
    }

    // The reading interface and the feeds refuse what they do not know.
    private string Mine(string address) => address.StartsWith("/api", StringComparison.Ordinal) || address.Contains("feed.xml", StringComparison.Ordinal) ? "" : (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "mine=" + _mine;

    private static List<string> Names(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Age" or "Date")).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal)];

    private static async Task<string> UnpackAsync(HttpResponseMessage answer, Func<Stream, Stream> unpack)
    {
        await using var stream = unpack(await answer.Content.ReadAsStreamAsync(Stop));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Stop);
    }
}
