using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Infrastructure.PageCache;

/// <summary>
/// Kept pages of this node as they go out: headers and bytes, in front of everything else. The output cache holds them in one piece, which
/// it takes apart for every reader, behind routing; that is a fifth of what the machine can serve. A page becomes ready when it comes out of
/// the output cache, so what is asked for once takes no room here. Whether it is still right is asked of the same <see cref="PublicState"/>.
/// </summary>
internal sealed class ReadyAnswers(PublicState state, BusinessClock clock, TimeProvider time, PageCookies cookies, IOptions<PageCacheOptions> options)
{
    // Of this answer, not of the page: the server writes them itself.
    private static readonly HashSet<string> OfOneAnswer =
        new([HeaderNames.Date, HeaderNames.Age, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength], StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<Asked, Ready> _ready = new();
    private readonly long _most = options.Value.Enabled ? options.Value.ReadyMegabytes * 1024L * 1024 : 0;
    private long _bytes;

    /// <summary>Answers with what is ready, or lets the page be found or made and takes it in.</summary>
    public Task AnswerAsync(HttpContext http, RequestDelegate next) =>
        _most == 0 || !HttpMethods.IsGet(http.Request.Method) || cookies.IsPersonal(http.Request)
            ? next(http)
            : AnswerAsync(http, Asked.Of(http.Request), next);

    private async Task AnswerAsync(HttpContext http, Asked asked, RequestDelegate next)
    {
        if (_ready.TryGetValue(asked, out var ready))
        {
            if (await IsRightAsync(ready, http.RequestAborted))
            {
                await ready.SendAsync(http, time.GetElapsedTime(ready.Since));
                return;
            }

            Remove(asked, ready);
        }

        var kept = new KeptAnswer();
        http.Features.Set(kept);
        await next(http);
        if (kept.Body is null) return;
        await using var body = kept.Body;
        http.Features.Set(kept.Original);
        // What was cut off or is not modified has another length than it says.
        var isWhole = !http.RequestAborted.IsCancellationRequested && http.Response is { StatusCode: StatusCodes.Status200OK } response && response.ContentLength == body.Length;
        await body.SendAsync(http.RequestAborted);
        if (isWhole) Add(asked, Read(http.Response, kept, body.ToArray()));
    }

    private async ValueTask<bool> IsRightAsync(Ready ready, CancellationToken stop)
    {
        if (ready.Day != clock.Today || time.GetElapsedTime(ready.Since) >= ready.For) return false;
        try
        {
            return await state.NameAsync(PublicTags.Everything, ready.Tag, stop) == ready.State;
        }
        catch (DbException)
        {
            // The output cache behind says so in the log and makes the page anew.
            return false;
        }
    }

    private Ready Read(HttpResponse response, KeptAnswer kept, byte[] body)
    {
        var headers = response.Headers.Where(h => !OfOneAnswer.Contains(h.Key)).Select(h => (h.Key, h.Value)).ToArray();
        var age = TimeSpan.FromSeconds(int.TryParse(response.Headers.Age, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);
        return new Ready(kept.Tag, kept.State, clock.Today, time.GetTimestamp() - (long)(age.TotalSeconds * time.TimestampFrequency), kept.For, headers, response.Headers.ETag.ToString(), body);
    }

    private void Add(Asked asked, Ready ready)
    {
        // What is asked for most comes back within a moment; keeping account of who was asked for when costs every reader.
        if (Interlocked.Read(ref _bytes) + ready.Body.Length > _most)
        {
            foreach (var (key, old) in _ready) Remove(key, old);
        }

        if (ready.Body.Length <= _most && _ready.TryAdd(asked, ready)) Interlocked.Add(ref _bytes, ready.Body.Length);
    }

    private void Remove(Asked asked, Ready ready)
    {
        if (_ready.TryRemove(KeyValuePair.Create(asked, ready))) Interlocked.Add(ref _bytes, -ready.Body.Length);
    }

    /// <summary>Everything of a request that makes a difference to the page.</summary>
    private readonly record struct Asked(string Scheme, string Host, string Base, string Path, string Query, string Mode, string Encoding)
    {
        public static Asked Of(HttpRequest request) => new(
            request.Scheme, request.Host.Value ?? "", request.PathBase.Value ?? "", request.Path.Value ?? "", request.QueryString.Value ?? "",
            ReadingMode.Of(request).Key, PageEncoding.Of(request.Headers.AcceptEncoding));
    }

    private sealed class Ready(string tag, string state, DateOnly day, long since, TimeSpan lifetime, (string Name, StringValues Value)[] headers, string entityTag, byte[] body)
    {
        // They tell of bytes that a reader who has the page is not sent (RFC 9110, 15.4.5).
        private static readonly string[] OfTheBytes = [HeaderNames.ContentType, HeaderNames.ContentEncoding, HeaderNames.ContentLanguage];

        public string Tag => tag;

        public string State => state;

        public DateOnly Day => day;

        /// <summary>When the page was made.</summary>
        public long Since => since;

        /// <summary>How long it may be used from then on.</summary>
        public TimeSpan For => lifetime;

        public byte[] Body => body;

        public Task SendAsync(HttpContext http, TimeSpan age)
        {
            var response = http.Response;
            if (http.Request.Headers.IfNoneMatch.Count > 0 && entityTag.Length > 0 && Revalidation.Matches(http.Request, EntityTagHeaderValue.Parse(entityTag)))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                foreach (var (name, value) in headers)
                    if (!OfTheBytes.Contains(name, StringComparer.OrdinalIgnoreCase)) response.Headers[name] = value;
                return Task.CompletedTask;
            }

            foreach (var (name, value) in headers) response.Headers[name] = value;
            response.Headers.Age = HeaderUtilities.FormatNonNegativeInt64((long)age.TotalSeconds);
            response.ContentLength = body.Length;
            return response.Body.WriteAsync(body, 0, body.Length, http.RequestAborted);
        }
    }
}

/// <summary>A page that came out of the output cache, on its way to the reader: what it depends on, and its bytes.</summary>
internal sealed class KeptAnswer
{
    /// <summary>The tag whose state it shows, beside that of everything.</summary>
    public string Tag { get; set; } = "";

    /// <summary>The name of the state it shows.</summary>
    public string State { get; set; } = "";

    /// <summary>How long it may be used from when it was made.</summary>
    public TimeSpan For { get; set; }

    /// <summary>Its bytes; null while it did not come out of the cache.</summary>
    public BufferedAnswer? Body { get; private set; }

    /// <summary>Where its bytes are to go.</summary>
    public IHttpResponseBodyFeature? Original { get; private set; }

    /// <summary>Takes what comes out of the cache.</summary>
    public void Take(HttpContext http)
    {
        if (Body is not null) return;
        Original = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        Body = new BufferedAnswer(Original.Stream);
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Body, Original));
    }
}
