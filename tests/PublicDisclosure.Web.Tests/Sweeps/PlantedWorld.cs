using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Sweeps;

/// <summary>What a word is planted in.</summary>
public enum Planted
{
    Title, Summary, PlainSummary, Keywords, Source, Body, FileName, FileContent, ChangeReason, FormedReason, ValidityReason, ForcedReason, Notice,
}

/// <summary>An answer of the site to somebody without an account.</summary>
public sealed record Answer(string Address, HttpStatusCode Status, string Text, bool SaysNoIndex);

/// <summary>
/// One disclosure in every situation, each with a word of its own in every field, and every answer of the site that could carry
/// one, fetched once.
/// </summary>
public sealed partial class PlantedWorld : IAsyncLifetime
{
    private const string Situation = "锂铍钠镁铝硅磷硫氯氩钾钙钪钛钒铬锰铁钴镍铜锌镓锗砷硒溴氪";
    private const string Field = "氢氦硼碳氮氧氟氖锆铌钼锝钌";

    private readonly List<string> _names = [];
    private readonly Dictionary<string, Guid> _ids = [];
    private TestSite _site = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private DisclosureDesk _desk = null!;
    private HttpClient _visitor = null!;

    /// <summary>Everything that does not belong to one address.</summary>
    public List<Answer> Everywhere { get; } = [];

    /// <summary>Everything below the address of a situation's disclosure, by the path after it.</summary>
    public Dictionary<string, Dictionary<string, Answer>> Below { get; } = [];

    /// <summary>Lasting addresses of what was ever public.</summary>
    public Dictionary<string, (string Address, string IndexNumber)> Addresses { get; } = [];

    /// <summary>The planted word; "<c>name+</c>" is the second version of a situation, planted anew.</summary>
    public string Word(string situation, Planted field)
    {
        if (!_names.Contains(situation)) _names.Add(situation);
        var (group, place) = Math.DivRem(_names.IndexOf(situation), Situation.Length);
        return $"铷{Situation[group]}{Situation[place]}{Field[(int)field]}钽";
    }

    /// <summary>Every answer.</summary>
    public IEnumerable<Answer> All => Everywhere.Concat(Below.Values.SelectMany(b => b.Values));

    /// <summary>Asks anew.</summary>
    public async Task<Answer> AskAsync(string address)
    {
        using var response = await _visitor.GetAsync(address, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = bytes is [0x50, 0x4B, ..] ? Unpacked(bytes) : WebUtility.HtmlDecode(Encoding.UTF8.GetString(bytes));
        var headers = string.Join('\n', response.Headers.Concat(response.Content.Headers).Select(h => $"{h.Key}: {Uri.UnescapeDataString(string.Join(' ', h.Value))}"));
        var noIndex = headers.Contains("X-Robots-Tag: noindex", StringComparison.OrdinalIgnoreCase) || text.Contains("<meta name=\"robots\" content=\"noindex", StringComparison.Ordinal);
        // A hit is marked in the middle of a word: it is looked for without the tags too.
        return new Answer(address, response.StatusCode, $"{headers}\n{text}\n{Tag().Replace(text, "")}", noIndex);
    }

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.CreateAsync();
        _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
        await AddCityEditionAsync();
        await PrepareAsync();
        _factory = _site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IAttachmentStore>(_desk.Files)));
        _visitor = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var found = await _site.Store.ReadAsync(db => db.Disclosures.IgnoreQueryFilters().Where(d => d.Address != null)
            .Select(d => new { d.Id, d.Address, d.IndexNumber }).ToDictionaryAsync(d => d.Id));
        foreach (var (name, id) in _ids)
            if (found.TryGetValue(id, out var at)) Addresses[name] = (at.Address!, at.IndexNumber!);
        var domain = await _site.Store.ReadAsync(db => db.Domains.Select(d => d.Slug).SingleAsync());
        foreach (var output in Outputs)
        {
            Everywhere.Add(await AskAsync(output.Replace("{domain}", domain, StringComparison.Ordinal)
                .Replace("{item}", _desk.ItemCode, StringComparison.Ordinal).Replace("{organisation}", _desk.Organisation.Slug, StringComparison.Ordinal)));
        }

        foreach (var (name, (address, index)) in Addresses)
        {
            var below = Below[name] = [];
            foreach (var output in Documents) below[output] = await AskAsync($"/disclosures/{address}{output}");
            foreach (var (number, file) in new[] { (1, name), (2, name + "+") })
                below["file" + number] = await AskAsync(AttachmentLinks.VersionAddress(address, number, 1, Word(file, Planted.FileName) + ".csv"));
            below["api"] = await AskAsync("/api/v1/disclosures/" + address);
            foreach (var number in new[] { 1, 2 }) below["api" + number] = await AskAsync($"/api/v1/disclosures/{address}/versions/{number}");
            below["index"] = await AskAsync("/disclosures/" + index);
        }

        // The search echoes what was typed: half a word is enough to find the whole one, and cannot be mistaken for it.
        foreach (var name in _names.ToList()) Everywhere.Add(await AskAsync("/search?q=" + Uri.EscapeDataString(Word(name, Planted.Title)[..3])));
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _factory.DisposeAsync();
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    private static string Unpacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <summary>Every output that is not about one disclosure alone.</summary>
    public static IReadOnlyList<string> Outputs { get; } =
    [
        "/", "/five", "/five/decision", "/catalogue", "/catalogue/{domain}", "/catalogue/{domain}/{item}", "/organisations", "/organisations/{organisation}",
        "/organisations/{organisation}/mandatory?class=Livelihood", "/organisations/{organisation}/rules", "/organisations/{organisation}/annual-reports",
        "/organisations/{organisation}/guide", "/organisations/{organisation}/not-applicable", "/disclosures", "/disclosures?organisation={organisation}",
        "/policies", "/policies?validity=Repealed", "/policies?validity=Expired", "/policies/cleanup", "/policies/feed.xml", "/feed.xml",
        "/feed.xml?organisation={organisation}", "/feed.xml?domain={domain}", "/sitemap.xml", "/sitemap.xml?month=2026-03", "/sitemap.xml?month=2026-04", "/sitemap",
        "/withdrawals", "/withdrawals?kind=corrections", "/withdrawals?kind=displays", "/forced-publications", "/withdrawals/feed.xml", "/withdrawals/feed.xml?kind=corrections", "/withdrawals/feed.xml?kind=displays", "/policies/cleanup/feed.xml", "/forced-publications/feed.xml", "/editions/feed.xml", "/editions", "/editions/not-applicable", "/robots.txt",
        "/api/v1/organisations", "/api/v1/items", "/api/v1/duties", "/api/v1/disclosures?limit=200", "/api/v1/disclosures?changedSince=2026-01-01&limit=200", "/api/v1/disclosures?item={item}&limit=200",
        "/api/v1/disclosures?domain={domain}&format=csv&limit=200", "/api/v1/disclosures?format=xlsx&limit=200", "/api/v1/removals?limit=200", "/api/v1/removals?format=csv&limit=200", "/api/v1/interpretations?limit=200",
        "/api/v1/responses?limit=200", "/api/v1/coverage?period=all", "/api/v1/coverage/duties?period=all", "/api/v1/openapi.json",
    ];

    /// <summary>Every output below an address.</summary>
    public static IReadOnlyList<string> Documents { get; } =
        ["", "/versions/1", "/versions/2", "/versions/3", "/print", "/download", "/download?version=1", "/download?version=2", "/changes/1/2"];
}
