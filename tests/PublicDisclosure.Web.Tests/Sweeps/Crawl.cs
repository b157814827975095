using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>A page that was reached.</summary>
internal sealed record ReachedPage(string Address, IHtmlDocument Document);

/// <summary>
/// Follows everything the pages point at, so many addresses of each kind, and notes what does not resolve: addresses that
/// fail, forms no page takes, fragments without a target.
/// </summary>
internal sealed class Crawl(SiteMap map, Func<string, Task<CrawlAnswer>> ask, int perShape, Func<string, bool>? follow = null)
{
    private readonly Queue<(string Address, string From)> _open = new();
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _counts = [];
    private readonly List<(string From, string Address, string Fragment)> _fragments = [];

    public List<ReachedPage> Pages { get; } = [];

    public List<string> Faults { get; } = [];

    /// <summary>Goes as far as it gets from an address.</summary>
    public async Task<Crawl> FromAsync(string start)
    {
        Note(start, "(start)");
        while (_open.TryDequeue(out var next)) await VisitAsync(next.Address, next.From);
        var reached = Pages.ToDictionary(page => page.Address, page => page.Document);
        foreach (var (from, address, fragment) in _fragments.DistinctBy(f => (map.ShapeOf(f.From), f.Address, f.Fragment)))
            if (reached.TryGetValue(address, out var document) && document.GetElementById(fragment) is null) Faults.Add($"{from}: {address}#{fragment} has no target");
        return this;
    }

    private async Task VisitAsync(string address, string from)
    {
        var answer = await ask(address);
        // A withdrawn address answers 410 with its notice.
        if (answer.Code >= 400 && answer.Code != 410)
        {
            Faults.Add($"{from}: {address} answers {answer.Code}");
            return;
        }

        if (answer.RedirectsTo is { Length: > 0 } target) Note(new Uri(new Uri("http://site.invalid" + address), target) is var uri ? uri.PathAndQuery : "", address);
        if (answer.Html is null || follow?.Invoke(address) == false) return;
        var document = new HtmlParser().ParseDocument(answer.Html);
        Pages.Add(new(address, document));
        foreach (var reference in Reference.In(document, address)) Take(reference, address);
    }

    private void Take(Reference reference, string from)
    {
        if (reference.Address is null) return;
        if (reference.IsForm)
        {
            if (!map.TakesForm(reference.Address)) Faults.Add($"{from}: no page takes the form {reference.Address}");
            return;
        }

        if (reference.Fragment.Length > 0) _fragments.Add((from, reference.Address, reference.Fragment));
        Note(reference.Address, from);
    }

    private void Note(string address, string from)
    {
        if (!_seen.Add(address)) return;
        var shape = map.ShapeOf(address);
        var most = follow?.Invoke(address) == false ? 1 : perShape;
        var count = _counts.GetValueOrDefault(shape);
        if (count >= most) return;
        _counts[shape] = count + 1;
        _open.Enqueue((address, from));
    }
}

/// <summary>What a crawl needs of an answer.</summary>
/// <param name="Code">Status.</param>
/// <param name="RedirectsTo">Where a redirect leads.</param>
/// <param name="Html">The text of a page; null for everything else.</param>
internal sealed record CrawlAnswer(int Code, string? RedirectsTo, string? Html)
{
    public static async Task<CrawlAnswer> OfAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        return new((int)response.StatusCode, response.Headers.Location?.ToString(), isHtml ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : null);
    }
}
