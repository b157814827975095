using System.Net;
using System.Net.Http.Headers;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Tests.Pages;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>What a browser may keep of an answer, and what it is told when it asks again.</summary>
[Collection(nameof(PublicSite))]
public sealed class RevalidationTests(PublicSite site)
{
    /// <summary>Pages with a form to send: they carry a token of their own and are never kept.</summary>
    private static readonly string[] Forms = ["/report-error", "/report-error/track"];

    public static TheoryData<string> Kept { get; } =
    [
        .. EveryPublicPageTests.Pages.Select(row => row.Data).Except(Forms), "/disclosures/{normative}/download", "/feed.xml", "/sitemap.xml", "/robots.txt",
        "/catalogue/{domain}/export.csv", "/coverage.json", "/coverage.csv", "/coverage.xlsx", "/disclosures/{normative}/versions/1/attachments/1/%E6%A0%87%E5%87%86%E8%A1%A8.csv",
    ];

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task Get_PublicAnswer_MustBeAskedForAgainAndHasATag(string pattern)
    {
        using var response = await AskAsync(pattern);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Revalidation.CacheControl, response.Headers.CacheControl?.ToString());
        Assert.NotNull(response.Headers.ETag);
    }

    public static TheoryData<string> Tokened { get; } = [.. Forms];

    [Theory]
    [MemberData(nameof(Tokened))]
    public async Task Get_PageWithAForm_IsNeverKept(string path)
    {
        using var response = await AskAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/disclosures/{normative}")]
    [InlineData("/disclosures/{normative}/print")]
    [InlineData("/feed.xml")]
    [InlineData("/disclosures/{normative}/versions/1/attachments/1/%E6%A0%87%E5%87%86%E8%A1%A8.csv")]
    public async Task Get_UnchangedSinceItsTag_AnswersWithoutABody(string pattern)
    {
        using var first = await AskAsync(pattern);
        using var second = await AskAsync(pattern, first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(Revalidation.CacheControl, second.Headers.CacheControl?.ToString());
        Assert.Contains("default-src", second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnotherTag_AnswersWhole()
    {
        using var response = await AskAsync("/disclosures/{normative}", new EntityTagHeaderValue("\"0123456789abcdef0123456789abcdef\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(response.Content.Headers.ContentLength, (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);
    }

    [Theory]
    [InlineData("/disclosures/{error}")]
    [InlineData("/disclosures/{error}/print")]
    [InlineData("/disclosures/{error}/download")]
    [InlineData("/disclosures/{error}/versions/1")]
    public async Task Get_WithdrawnSinceItsTag_IsNeverTakenForUnchanged(string pattern)
    {
        // "*" matches whatever the browser kept.
        using var response = await AskAsync(pattern, EntityTagHeaderValue.Any);

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.True(response.Headers.CacheControl is { NoCache: true } or { NoStore: true });
    }

    [Fact]
    public async Task Head_Page_TellsTagAndLengthWithoutABody()
    {
        using var get = await AskAsync("/disclosures/{normative}");
        using var request = new HttpRequestMessage(HttpMethod.Head, Fill("/disclosures/{normative}"));
        using var head = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/admin")]
    public async Task Get_StaffPage_IsKeptNowhere(string path)
    {
        using var response = await AskAsync(path);

        Assert.Null(response.Headers.ETag);
        if (response.StatusCode == HttpStatusCode.OK) Assert.True(response.Headers.CacheControl?.NoStore);
    }

    private string Fill(string pattern) => site.Sample.Fill(pattern);

    private Task<HttpResponseMessage> AskAsync(string pattern, EntityTagHeaderValue? tag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Fill(pattern));
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        return site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
