using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Pages;

namespace PublicDisclosure.Web.Tests.Infrastructure.PageCache;

/// <summary>
/// Two sites stand on one database: one keeps its pages, the other renders each anew. Whatever is done, every page of both is the same
/// afterwards: no act forgets to say what it changes.
/// </summary>
public sealed partial class KeptPagesAreRightTests : IAsyncLifetime
{
    private readonly List<WebApplicationFactory<Program>> _sites = [];
    private SqliteStore _store = null!;
    private DisclosureDesk _desk = null!;
    private PublicSample _sample = null!;
    private HttpClient _keeps = null!, _renders = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.CreateAsync();
        _desk = await DisclosureDesk.CreateAsync(_store);
        _sample = await PublicSample.CreateAsync(_store, _desk);
        (_keeps, _renders) = (Site(true), Site(false));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in _sites) await site.DisposeAsync();
        _desk.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task EveryPage_AfterEveryAct_IsTheSameKeptAndRendered()
    {
        var policy = await _desk.PublishedAsync(_desk.GoodText("桂平市临时救助办法") with { Genre = DisclosureGenre.Normative, Kind = DocumentKind.Other, DocumentNumber = "浔政办规〔2026〕7号", EffectiveOn = _desk.Clock.Today, ExpiresOn = _desk.Clock.Today.AddYears(5), PlainSummary = "临时救助怎么申请，这份文件有规定。" });
        var notice = await _desk.PublishedAsync(_desk.GoodText("关于发放补贴的通知"));
        var pages = await PagesAsync(policy, notice);
        await CompareAsync(pages, "at first");
        foreach (var (name, act) in Acts(policy, notice))
        {
            await act();
            // This also puts what changed into the cache for the next act.
            await CompareAsync(pages, "after " + name);
        }

        var kept = await CompareAsync(pages, "in the end");
        Assert.True(kept > pages.Count * 3 / 4, $"Only {kept} of {pages.Count} answers came out of the cache: this test must not compare two renderings.");
    }

    private IEnumerable<(string Name, Func<Task> Act)> Acts(Guid policy, Guid notice)
    {
        yield return ("another publication of the same organisation", () => _desk.PublishedAsync(_desk.GoodText("关于低保复核的通知")));
        yield return ("a correction", () => _desk.PublishChangeAsync(notice, ChangeKind.Correction, _desk.GoodText("关于发放补贴的通知") with { Summary = "更正后的概述。" }));
        yield return ("an update under way", async () => await _desk.WorkAsync(async w => await w.BeginCorrectionAsync(
            new BeginDisclosureCorrection(notice, await _desk.RevisionAsync(notice), ChangeKind.Update, "内容有变化", _desk.Clerk, _desk.Clock.Today))));
        yield return ("an interpretation", () => InterpretAsync(policy));
        yield return ("a repeal", () => _desk.RepealAsync(policy));
        yield return ("a suspension", () => _desk.SuspendAsync(notice));
        yield return ("a withdrawal", async () => await _desk.WithdrawAsync(await _desk.PublishedAsync(_desk.GoodText("关于有误名单的通知")), WithdrawalReason.Error));
        yield return ("a new name of the organisation", RenameAsync);
        yield return ("the next day", NextDayAsync);
    }

    private async Task InterpretAsync(Guid policy)
    {
        var text = await _desk.InterpretationAsync(policy, InterpretationForm.Text);
        await _desk.ReviewedAsync(text);
        var published = await _desk.PublishAsync(text);
        Assert.True(published.IsDone, string.Join("; ", published.Refusals));
    }

    private async Task RenameAsync()
    {
        await using var db = _store.Open();
        var organisation = await db.Organisations.SingleAsync(o => o.Id == _desk.Organisation.Id, Stop);
        organisation.Rename("桂平市民政和救助局", "民政救助局", true);
        await db.SaveChangesAsync(Stop);
    }

    private Task NextDayAsync()
    {
        _desk.Clock.Advance(TimeSpan.FromDays(1));
        return Task.CompletedTask;
    }

    private async Task<IReadOnlyList<string>> PagesAsync(params Guid[] ids)
    {
        var addresses = await _store.ReadAsync(db => db.Disclosures.Where(d => ids.Contains(d.Id)).Select(d => d.Address!).ToListAsync());
        return
        [
            .. EveryPublicPageTests.Pages.Select(row => _sample.Fill(row.Data)).Where(p => !p.Contains("/print", StringComparison.Ordinal)),
            .. addresses.Select(a => "/disclosures/" + a), .. addresses.Select(a => "/calendar/due/" + a), "/feed.xml", "/sitemap.xml", "/interpretations", "/interpretations/owed",
            "/policies", "/policies/feed.xml", "/coverage.json", "/api/v1/disclosures", "/api/v1/organisations", "/api/v1/items", "/api/v1/interpretations",
            "/disclosures/" + _sample.Replaced, "/disclosures/" + _sample.WithdrawnError,
        ];
    }

    private async Task<int> CompareAsync(IReadOnlyList<string> pages, string when)
    {
        var kept = 0;
        foreach (var page in pages)
        {
            using var one = await _keeps.GetAsync(new Uri(page, UriKind.Relative), Stop);
            using var other = await _renders.GetAsync(new Uri(page, UriKind.Relative), Stop);
            if (one.Headers.Age is not null) kept++;
            Assert.True(one.StatusCode == other.StatusCode, $"{page} {when}: {one.StatusCode}, rendered {other.StatusCode}");
            var (text, rendered) = (Settled(await one.Content.ReadAsStringAsync(Stop)), Settled(await other.Content.ReadAsStringAsync(Stop)));
            Assert.True(text == rendered, $"{page} {when} differs at {Difference(text, rendered)}");
            // Out of the cache it becomes ready: the next act must be felt there too.
            using var again = await _keeps.GetAsync(new Uri(page, UriKind.Relative), Stop);
        }

        return kept;
    }

    private HttpClient Site(bool keeps)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(_store.DatabaseFile)!, keeps ? "keeps" : "renders")).FullName;
        var site = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            host.UseSetting("ConnectionStrings:Disclosure", _store.ConnectionString);
            host.UseSetting("Storage:DataFolder", folder);
            host.UseSetting("Logging:ToConsole", "false");
            host.UseSetting("PageCache:CheckEvery", "00:00:00");
            host.UseSetting("PageCache:Enabled", keeps ? "true" : "false");
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(_desk.Clock.Provider);
                services.AddSingleton<IAttachmentStore>(_desk.Files);
                // Counts beside pages are kept half a minute by themselves; here both sites must show those of the moment.
                services.AddTransient<PublicFigures>();
                // What jobs change in between would be a third act.
                services.RunNoJobs();
            });
        });
        _sites.Add(site);
        return site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new Uri("https://localhost") });
    }

    /// <summary>Without what differs from one rendering to the next.</summary>
    private static string Settled(string text) => Tokens().Replace(text, "");

    private static string Difference(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        string Around(string text) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)];
        return $"{at}: kept «{Around(one)}», rendered «{Around(other)}»";
    }

    [GeneratedRegex("""value="[A-Za-z0-9_-]{60,}"|<code>[^<]*</code>""")]
    private static partial Regex Tokens();
}
