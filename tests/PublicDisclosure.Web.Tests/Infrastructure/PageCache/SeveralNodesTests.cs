using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Sweeps;

namespace PublicDisclosure.Web.Tests.Infrastructure.PageCache;

/// <summary>
/// Two processes serve one database and share their kept pages in a real Redis, while a third writes: two seconds after an act no node
/// serves what was there before it.
/// </summary>
public sealed class SeveralNodesTests : IAsyncLifetime
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(2);

    private readonly List<Process> _processes = [];
    private readonly List<HttpClient> _nodes = [];
    private SqliteStore _store = null!;
    private DisclosureDesk _desk = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Machine.Find("redis-server") is not null, "redis-server is not installed; on Debian: apt-get install -y redis-server.");
        _store = await SqliteStore.CreateAsync();
        _desk = await DisclosureDesk.CreateAsync(_store);
        var redis = Machine.FreePort();
        Start(Machine.Find("redis-server")!, ["--port", $"{redis}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]);
        for (var i = 0; i < 2; i++) _nodes.Add(StartNode(i, $"127.0.0.1:{redis}"));
        foreach (var node in _nodes) await ReadyAsync(node);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes) node.Dispose();
        foreach (var process in _processes)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        _desk?.Dispose();
        if (_store is not null) await _store.DisposeAsync();
    }

    [Fact]
    public async Task Act_OnASharedDatabase_ShowsOnEveryNodeWithinTwoSeconds()
    {
        var text = _desk.GoodText("关于发放救助金的通知");
        var id = await _desk.PublishedAsync(text);
        var policy = await _desk.PublishedAsync(_desk.GoodText("桂平市救助办法") with
        {
            Genre = DisclosureGenre.Normative,
            Kind = DocumentKind.Other,
            DocumentNumber = "浔政办规〔2026〕9号",
            EffectiveOn = _desk.Clock.Today,
            ExpiresOn = _desk.Clock.Today.AddYears(5),
            PlainSummary = "救助怎么申请，这份文件有规定。",
        });
        var page = await AddressAsync(id);
        var rules = await AddressAsync(policy);
        await Task.Delay(Promised, Stop);

        Assert.True(await IsSharedAsync(page));
        await ExpectAsync("/disclosures", "关于发放救助金的通知", "关于公布低保名额的通知");

        await _desk.PublishedAsync(_desk.GoodText("关于公布低保名额的通知"));
        await ExpectAfterAsync("/disclosures", "关于公布低保名额的通知", null);

        await ExpectAsync(page, text.Body[..8], "更正后的正文在此");
        await _desk.PublishChangeAsync(id, ChangeKind.Correction, text with { Body = text.Body + "\n\n更正后的正文在此，请按此执行。" });
        await ExpectAfterAsync(page, "更正后的正文在此", null);

        await ExpectAsync(rules, "桂平市救助办法", "浔政发〔2026〕1号");
        await _desk.RepealAsync(policy);
        await ExpectAfterAsync(rules, "浔政发〔2026〕1号", null);

        await _desk.WithdrawAsync(id, WithdrawalReason.Error, "数据有误，已撤回核实。");
        await ExpectAfterAsync(page, "数据有误，已撤回核实。", "更正后的正文在此", HttpStatusCode.Gone);
        await ExpectAsync("/disclosures", "关于公布低保名额的通知", "关于发放救助金的通知");
    }

    private async Task ExpectAfterAsync(string address, string shows, string? hides, HttpStatusCode status = HttpStatusCode.OK)
    {
        await Task.Delay(Promised, Stop);
        await ExpectAsync(address, shows, hides, status);
    }

    /// <summary>Asks every node twice: made anew, and as it is kept.</summary>
    private async Task ExpectAsync(string address, string shows, string? hides, HttpStatusCode status = HttpStatusCode.OK)
    {
        foreach (var node in _nodes.Concat(_nodes))
        {
            using var answer = await node.GetAsync(new Uri(address, UriKind.Relative), Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(shows, text, StringComparison.Ordinal);
            if (hides is not null) Assert.DoesNotContain(hides, text, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// What one node has made the other serves without making it. An answer is out before its page is kept, and a busy machine may leave
    /// Redis without an answer in time: then it is tried again with a page that no node has been asked for.
    /// </summary>
    private async Task<bool> IsSharedAsync(string page)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var address = $"{page}?attempt={attempt}";
            Assert.False(await IsKeptAsync(_nodes[0], address));
            await Task.Delay(200, Stop);
            if (await IsKeptAsync(_nodes[0], address) && await IsKeptAsync(_nodes[1], address)) return true;
        }

        return false;
    }

    private static async Task<bool> IsKeptAsync(HttpClient node, string address)
    {
        using var answer = await node.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.Age is not null;
    }

    private async Task<string> AddressAsync(Guid id) =>
        "/disclosures/" + await _store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Address!).SingleAsync(Stop));

    private HttpClient StartNode(int number, string redis)
    {
        var port = Machine.FreePort();
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_store.DatabaseFile)!, "node" + number)).FullName;
        Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "PublicDisclosure.Web.dll")], ("ASPNETCORE_ENVIRONMENT", "Staging"), ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
            ("ConnectionStrings__Disclosure", _store.ConnectionString), ("Storage__DataFolder", folder), ("PageCache__Redis", redis), ("Logging__ToConsole", "false"));
        // Both nodes stand behind one name, as behind a balancer: the name is part of what is kept.
        var node = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        node.DefaultRequestHeaders.Host = "www.example.gov.cn";
        return node;
    }

    private void Start(string program, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.Combine(SourceTree.Root, "src", "PublicDisclosure.Web"), RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
    }

    private async Task ReadyAsync(HttpClient node)
    {
        for (var i = 0; i < 600; i++)
        {
            Assert.All(_processes, process => Assert.False(process.HasExited, $"{process.StartInfo.FileName} ended."));
            try
            {
                using var answer = await node.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200, Stop);
        }

        Assert.Fail("The node did not become ready.");
    }
}
