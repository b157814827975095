using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Tests.Pages;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>The reader's mode: its cookie, its normalised key, the link that changes it, and what the pages make of it.</summary>
[Collection(nameof(PublicSite))]
public sealed class ReadingModeTests(PublicSite site) : IDisposable
{
    // Without a jar: the switch would follow the other tests' pages.
    private readonly HttpClient _client = site.CreatePlainClient();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("<script>", "")]
    [InlineData("elder", "elder")]
    [InlineData("pointer.elder.nonsense", "elder.pointer")]
    [InlineData("elder.larger", "elder")]
    [InlineData("pointer", "")]
    [InlineData("contrast.large", "large.contrast")]
    [InlineData("large.larger", "larger")]
    [InlineData("nokeys", "nokeys")]
    public void Key_OfAnyCookie_IsNormalised(string? cookie, string key) => Assert.Equal(key, ReadingMode.Read(cookie).Key);

    [Fact]
    public void Key_OfEveryCombination_IsOneOfTwentyAndReadsBackTheSame()
    {
        string[] words = ["elder", "large", "larger", "contrast", "pointer", "nokeys"];
        var keys = Enumerable.Range(0, 1 << words.Length).Select(bits => string.Join('.', words.Where((_, i) => (bits >> i & 1) == 1)))
            .Select(value => ReadingMode.Read(value).Key).Distinct().ToList();

        Assert.Equal(20, keys.Count);
        Assert.All(keys, key => Assert.Equal(key, ReadingMode.Read(key).Key));
    }

    [Fact]
    public void Key_OfACookieOfAThousandWords_IsTheOrdinaryOne() =>
        Assert.Equal("", ReadingMode.Read(string.Join('.', Enumerable.Repeat("elder", 1000))).Key);

    [Theory]
    [InlineData("", "?elder=1", "elder")]
    [InlineData("elder.pointer", "?elder=0", "")]
    [InlineData("large", "?text=larger", "larger")]
    [InlineData("large", "?text=7", "large")]
    [InlineData("elder", "?text=large", "elder")]
    [InlineData("elder", "?pointer=1&contrast=1", "elder.contrast.pointer")]
    [InlineData("elder", "?elder=maybe", "elder")]
    [InlineData("", "?keys=0", "nokeys")]
    public void With_AChange_KeepsTheRest(string before, string query, string after) =>
        Assert.Equal(after, ReadingMode.Read(before).With(new QueryCollection(QueryHelpers.ParseQuery(query))).Key);

    [Theory]
    [InlineData("/catalogue?x=1", "/catalogue?x=1")]
    [InlineData("/search?q=低保", "/search?q=%E4%BD%8E%E4%BF%9D")]
    [InlineData("/five/..//evil.example", "/")]
    [InlineData("/five#top", "/five")]
    [InlineData(null, "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/reading-mode?elder=1&return=/reading-mode", "/")]
    public void Back_ToAnAddress_StaysOnThisSite(string? asked, string leads) => Assert.Equal(leads, ReadingMode.Back(asked));

    [Fact]
    public async Task Get_TheSwitch_SetsAPlainCookieAndLeadsBack()
    {
        using var answer = await AskAsync("/reading-mode?elder=1&return=" + Uri.EscapeDataString("/search?q=低保"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/search?q=" + Uri.EscapeDataString("低保"), answer.Headers.Location!.OriginalString, ignoreCase: true);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("reading=elder;", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=34560000", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_TheSwitchOff_ForgetsTheCookie()
    {
        using var answer = await AskAsync("/reading-mode?elder=0&return=%2F%2Fevil.example", "elder");

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        Assert.StartsWith("reading=; expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/catalogue")]
    [InlineData("/nowhere?x=1")]
    public async Task Page_InTheModeForElders_SaysSoAndOffersTheWayBackToItself(string path)
    {
        using var answer = await AskAsync(path, "elder.pointer");
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);

        Assert.Equal("elder", page.DocumentElement.GetAttribute("data-reading"));
        Assert.Equal("large", page.DocumentElement.GetAttribute("data-pointer"));
        Assert.NotNull(page.QuerySelector("link[href*='elder']"));
        var off = Assert.Single(page.QuerySelectorAll(".reading-bar a"), a => a.TextContent == "退出长者模式");
        Assert.Equal($"/reading-mode?elder=0&return={Uri.EscapeDataString(path)}", off.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_InEitherMode_DiffersInItsBytesAndSaysThatItVariesByCookie()
    {
        using var ordinary = await AskAsync("/catalogue");
        using var elder = await AskAsync("/catalogue", "elder");

        Assert.Contains("Cookie", ordinary.Headers.Vary);
        Assert.Contains("Cookie", elder.Headers.Vary);
        Assert.NotEqual(ordinary.Headers.ETag!.Tag, elder.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task Page_AccessKeys_AreDigitsUsedOnceAndGoWhenSwitchedOff()
    {
        var keys = (await site.GetAsync("/")).Document.QuerySelectorAll("[accesskey]").Select(e => e.GetAttribute("accesskey")!).ToList();
        using var off = await AskAsync("/", "nokeys");

        Assert.Contains("1", keys);
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^[0-9]$", key));
        Assert.DoesNotContain("accesskey", await off.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? mode = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (mode is not null) request.Headers.Add("Cookie", $"{ReadingMode.Cookie}={mode}");
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
