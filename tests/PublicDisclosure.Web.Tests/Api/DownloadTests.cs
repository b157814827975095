using System.Net;
using System.Security.Cryptography;
using System.Text;
using ExcelDataReader;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>The nightly files of the whole, and that nothing that was closed leaves in them.</summary>
public sealed class DownloadTests : IAsyncLifetime
{
    private static readonly string[] Files = ["catalogue.csv", "catalogue.xlsx", "catalogue.jsonl", "disclosures.csv", "disclosures.xlsx", "disclosures.jsonl"];

    private TestSite _site = null!;
    private WebApplicationFactory<Program> _factory = null!;
    private DisclosureDesk _desk = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.CreateAsync("Test", ("Site:Address", "https://www.example.gov.cn"));
        _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
        // The test runs the job itself: the host's would run a thousand times in a day of the clock.
        _factory = _site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.RunNoJobs()));
        _client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _factory.DisposeAsync();
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Files_MadeAtNight_HoldAllThatIsPublicInEveryForm()
    {
        for (var i = 0; i < 4; i++) await _desk.PublishedAsync(_desk.GoodText($"关于做好第{i}件公开工作的通知"));
        await _desk.PublishedAsync(_desk.GoodText("关于=1+1公开工作的通知") with { Summary = "=HYPERLINK(\"http://x\")，公开工作。" });
        await _desk.DraftAsync(_desk.GoodText("关于尚未公开的草稿的通知"));
        await _desk.ApprovedAsync(_desk.GoodText("关于尚未公开的草稿的通知（已审签）"));
        await MakeAsync(days: 1);

        var page = await _client.GetStringAsync("/open-data", TestContext.Current.CancellationToken);
        foreach (var file in Files)
        {
            using var answer = await _client.GetAsync("/open-data/" + file, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            Assert.Equal($"\"{hash}\"", answer.Headers.ETag!.Tag);
            Assert.Contains(hash[..32], page, StringComparison.Ordinal);
            if (file.EndsWith("csv", StringComparison.Ordinal)) Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        }

        var titles = await _site.Store.ReadAsync(db => db.Listings.OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId).Select(l => l.Title).ToListAsync());
        Assert.Equal(5, titles.Count);
        Assert.Equal(titles, await TitlesAsync("disclosures.xlsx"));
        Assert.Equal(titles, await TitlesAsync("disclosures.csv"));
        var lines = (await _client.GetStringAsync("/open-data/disclosures.jsonl", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(titles, lines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("title").GetString()));
        Assert.All(lines, l => Assert.Contains("\"https://www.example.gov.cn/disclosures/", l, StringComparison.Ordinal));
        Assert.Contains("'=HYPERLINK", await _client.GetStringAsync("/open-data/disclosures.csv", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlainSummary_OfTheVersionReadNow_IsInListsAndFiles()
    {
        await _desk.PublishedAsync(_desk.GoodText("关于没有摘要的工作的通知"));
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        await _desk.PublishedAsync(_desk.GoodText("关于有摘要的工作的通知") with { PlainSummary = "先到窗口登记，三天内答复。" });
        await MakeAsync(days: 1);

        using var answer = System.Text.Json.JsonDocument.Parse(await _client.GetStringAsync("/api/v1/disclosures", TestContext.Current.CancellationToken));
        var inList = answer.RootElement.GetProperty("data").EnumerateArray().Select(d => d.GetProperty("plainSummary").GetString());
        var lines = (await _client.GetStringAsync("/open-data/disclosures.jsonl", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var inLines = lines.Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("plainSummary").GetString());

        string[] expected = ["先到窗口登记，三天内答复。", ""];
        Assert.Equal(expected, inList);
        Assert.Equal(expected, inLines);
        foreach (var table in (string[])["/open-data/disclosures.csv", "/open-data/disclosures.xlsx", "/api/v1/disclosures?format=csv", "/api/v1/disclosures?format=xlsx"])
            Assert.Equal(["通俗摘要", .. expected], await LastColumnAsync(table));
    }

    [Theory, InlineData("withdrawn"), InlineData("suspended")]
    public async Task File_WithSomethingClosedSince_IsNotGivenOutUntilItIsMadeAnew(string act)
    {
        var id = await _desk.PublishedAsync(_desk.GoodText("关于甲乙丙丁名单的通知"));
        await _desk.PublishedAsync(_desk.GoodText("关于其他工作的通知"));
        await MakeAsync(days: 1);
        Assert.Contains("甲乙丙丁", await _client.GetStringAsync("/open-data/disclosures.csv", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        _desk.Clock.Advance(TimeSpan.FromMinutes(5));
        if (act == "withdrawn") await _desk.WithdrawAsync(id, WithdrawalReason.PersonalOrSecret);
        else await _desk.SuspendAsync(id);
        foreach (var file in Files.Where(f => f.StartsWith("disclosures", StringComparison.Ordinal)))
        {
            using var refused = await _client.GetAsync("/open-data/" + file, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        Assert.Contains("正在重新生成", await _client.GetStringAsync("/open-data", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        _desk.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(6, await RunAsync());
        Assert.Equal(["关于其他工作的通知"], await TitlesAsync("disclosures.csv"));
        Assert.Equal(["关于其他工作的通知"], await TitlesAsync("disclosures.xlsx"));
        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task Run_SameDay_MakesNothingAndALostFileIsMadeAnew()
    {
        await MakeAsync(days: 1);
        Assert.Equal(0, await RunAsync());
        var folder = Path.Combine(_site.DataFolder, "open-data");
        File.Delete(Directory.EnumerateFiles(folder, "catalogue-*.csv").First());

        Assert.Equal(6, await RunAsync());
        Assert.Equal(0, await RunAsync());
        Assert.DoesNotContain(Directory.EnumerateFiles(folder), f => f.EndsWith(".part", StringComparison.Ordinal));
        // This set and the one before it, and the list.
        for (var night = 0; night < 3; night++) await MakeAsync(days: 1);
        Assert.InRange(Directory.EnumerateFiles(folder).Count(), 7, 13);
    }

    [Theory, InlineData("/open-data/../disclosure.db"), InlineData("/open-data/files.json"), InlineData("/open-data/none.csv"), InlineData("/open-data/..%2Fdisclosure.db")]
    public async Task Get_WhatIsNoDownload_IsNotFound(string address)
    {
        await MakeAsync(days: 1);
        using var answer = await _client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Page_OpenData_FollowsTheRulesOfEveryPage()
    {
        await MakeAsync(days: 1);
        var page = await _client.GetStringAsync("/open-data", TestContext.Current.CancellationToken);
        Assert.Contains("/api/v1/openapi.json", page, StringComparison.Ordinal);
        foreach (var file in Files) Assert.Contains($"href=\"/open-data/{file}\"", page, StringComparison.Ordinal);
    }

    private async Task MakeAsync(int days)
    {
        _desk.Clock.Advance(TimeSpan.FromDays(days));
        await RunAsync();
    }

    private Task<int> RunAsync() =>
        _factory.Services.GetServices<IPeriodicJob>().Single(j => j.Name == nameof(MakeDownloads)).RunAsync(TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> TitlesAsync(string file) => [.. (await ColumnAsync("/open-data/" + file, _ => 2)).Skip(1)];

    private Task<IReadOnlyList<string>> LastColumnAsync(string address) => ColumnAsync(address, columns => columns - 1);

    private async Task<IReadOnlyList<string>> ColumnAsync(string address, Func<int, int> which)
    {
        var bytes = await _client.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        using var reader = address.EndsWith("csv", StringComparison.Ordinal) ? ExcelReaderFactory.CreateCsvReader(new MemoryStream(bytes)) : ExcelReaderFactory.CreateReader(new MemoryStream(bytes));
        var cells = new List<string>();
        while (reader.Read()) cells.Add(reader.GetValue(which(reader.FieldCount))?.ToString() ?? "");
        return cells;
    }
}
