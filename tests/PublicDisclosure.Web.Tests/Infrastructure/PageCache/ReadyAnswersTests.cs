using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Infrastructure.PageCache;

namespace PublicDisclosure.Web.Tests.Infrastructure.PageCache;

/// <summary>Which pages go out without anything behind being asked, to whom, and until when. What stands behind is an output cache that has the page.</summary>
public sealed class ReadyAnswersTests : IAsyncLifetime
{
    private const string Page = "<!DOCTYPE html><p>公开</p>";

    private TestSite _site = null!;
    private ReadyAnswers _ready = null!;
    private int _found;
    private string _text = Page;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.CreateAsync("Test", ("PageCache:CheckEvery", "00:00:00"));
        _ready = Ready(megabytes: 1);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Answer_FoundOnce_IsReadyWithAllItsHeaders()
    {
        var first = await AskAsync();
        var second = await AskAsync();

        Assert.Equal(1, _found);
        Assert.Equal(Page, first.Text);
        Assert.Equal(Page, second.Text);
        Assert.Equal("\"tag\"", second.Response.Headers.ETag);
        Assert.Equal("nosniff", second.Response.Headers.XContentTypeOptions);
        Assert.Equal(Encoding.UTF8.GetByteCount(Page), second.Response.ContentLength);
        Assert.Equal("7", second.Response.Headers.Age);
        Assert.Equal(0, second.Response.Headers.Date.Count);
    }

    [Fact]
    public async Task Answer_ReaderHasItAlready_HasNoBody()
    {
        await AskAsync();

        var same = await AskAsync(http => http.Request.Headers.IfNoneMatch = "\"tag\"");
        var other = await AskAsync(http => http.Request.Headers.IfNoneMatch = "\"former\"");

        Assert.Equal(1, _found);
        Assert.Equal(StatusCodes.Status304NotModified, same.Response.StatusCode);
        Assert.Empty(same.Text);
        Assert.Equal("\"tag\"", same.Response.Headers.ETag);
        Assert.Equal("no-cache", same.Response.Headers.CacheControl);
        Assert.Equal("nosniff", same.Response.Headers.XContentTypeOptions);
        Assert.Equal(Page, other.Text);
    }

    [Theory]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("host")]
    [InlineData("scheme")]
    [InlineData("mode")]
    [InlineData("encoding")]
    public async Task Answer_AnotherPageInAnyRespect_IsFoundForItself(string what)
    {
        await AskAsync();

        await AskAsync(http =>
        {
            switch (what)
            {
                case "path":
                    http.Request.Path = "/another";
                    break;
                case "query":
                    http.Request.QueryString = new QueryString("?page=2");
                    break;
                case "host":
                    http.Request.Host = new HostString("www.example.gov.cn");
                    break;
                case "scheme":
                    http.Request.Scheme = "http";
                    break;
                case "mode":
                    http.Request.Headers.Cookie = "reading=elder";
                    break;
                default:
                    http.Request.Headers.AcceptEncoding = "br";
                    break;
            }
        });

        Assert.Equal(2, _found);
    }

    [Theory]
    [InlineData("post")]
    [InlineData("head")]
    [InlineData("authorization")]
    [InlineData("staff")]
    public async Task Answer_WhoIsNotJustAnyReader_AlwaysGoesOn(string who)
    {
        await AskAsync();

        await AskAsync(http =>
        {
            switch (who)
            {
                case "post":
                    http.Request.Method = HttpMethods.Post;
                    break;
                case "head":
                    http.Request.Method = HttpMethods.Head;
                    break;
                case "authorization":
                    http.Request.Headers.Authorization = "Bearer secret";
                    break;
                default:
                    var name = _site.Services.GetRequiredService<IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>()
                        .Get(Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme).Cookie.Name;
                    http.Request.Headers.Cookie = name + "=ticket";
                    break;
            }
        });

        Assert.Equal(2, _found);
    }

    [Fact]
    public async Task Answer_SomethingItShowsChanged_IsFoundAnew()
    {
        await AskAsync();
        _text = "<!DOCTYPE html><p>更正</p>";
        using var desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
        await desk.PublishedAsync();

        var after = await AskAsync();

        Assert.Equal(_text, after.Text);
    }

    [Fact]
    public async Task Answer_TimeIsOver_IsFoundAnew()
    {
        await AskAsync();
        _site.Clock.Advance(TimeSpan.FromSeconds(22));
        await AskAsync();
        Assert.Equal(1, _found);

        // It was seven seconds old when it came, and may be used for thirty.
        _site.Clock.Advance(TimeSpan.FromSeconds(2));
        await AskAsync();

        Assert.Equal(2, _found);
    }

    [Fact]
    public async Task Answer_CutOffOnItsWay_IsNotTaken()
    {
        await AskAsync(says: 1000);
        var second = await AskAsync();

        Assert.Equal(2, _found);
        Assert.Equal(Page, second.Text);
    }

    [Fact]
    public async Task Answer_MoreThanThereIsRoomFor_BeginsAnewAndStaysRight()
    {
        _text = new string('a', 600_000);
        await AskAsync();
        await AskAsync(http => http.Request.Path = "/another");
        Assert.Equal(2, _found);

        var first = await AskAsync();
        var again = await AskAsync();

        // The first had to go for the second, and the second for the first.
        Assert.Equal(3, _found);
        Assert.Equal(_text, first.Text);
        Assert.Equal(_text, again.Text);
    }

    [Fact]
    public async Task Answer_SwitchedOff_AlwaysGoesOn()
    {
        _ready = Ready(megabytes: 0);

        await AskAsync();
        await AskAsync();

        Assert.Equal(2, _found);
    }

    private ReadyAnswers Ready(int megabytes) => new(
        _site.Services.GetRequiredService<PublicState>(), _site.Services.GetRequiredService<BusinessClock>(), _site.Clock.Provider,
        _site.Services.GetRequiredService<PageCookies>(), Options.Create(new PageCacheOptions { ReadyMegabytes = megabytes }));

    private async Task<(HttpResponse Response, string Text)> AskAsync(Action<HttpContext>? change = null, long? says = null)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = _site.Services };
        (http.Request.Method, http.Request.Scheme, http.Request.Host, http.Request.Path) = (HttpMethods.Get, "https", new HostString("localhost"), "/");
        http.Response.Body = body;
        change?.Invoke(http);
        await _ready.AnswerAsync(http, context => FindAsync(context, says));
        return (http.Response, Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>An output cache that has the page for everybody, seven seconds old.</summary>
    private async Task FindAsync(HttpContext http, long? says)
    {
        _found++;
        if (http.Features.Get<KeptAnswer>() is { } kept)
        {
            kept.State = await _site.Services.GetRequiredService<PublicState>().NameAsync(PublicTags.Everything, PublicTags.Lists, TestContext.Current.CancellationToken);
            (kept.Tag, kept.For) = (PublicTags.Lists, TimeSpan.FromSeconds(30));
            kept.Take(http);
        }

        var bytes = Encoding.UTF8.GetBytes(_text);
        var headers = http.Response.Headers;
        (headers.ETag, headers.CacheControl, headers.Age, headers.Date, headers.XContentTypeOptions) = ("\"tag\"", "no-cache", "7", "Thu, 26 Nov 2026 00:00:00 GMT", "nosniff");
        http.Response.ContentLength = says ?? bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }
}
