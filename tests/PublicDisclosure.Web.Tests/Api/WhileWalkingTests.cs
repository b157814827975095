using System.Net;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Web.Tests.Api;

/// <summary>What happens on the site while a program reads it, and what it has to fetch the next day.</summary>
public sealed class WhileWalkingTests : IAsyncLifetime
{
    private TestSite _site = null!;
    private DisclosureDesk _desk = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await TestSite.CreateAsync("Test", ("OpenData:RequestsPerMinute", "40"));
        _desk = await DisclosureDesk.CreateAsync(_site.Store, _site.Clock);
        _client = _site.CreateVisitor();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _desk.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Walk_PublishedAndWithdrawnMeanwhile_SkipsNothingAndRepeatsNothing()
    {
        var before = new List<Guid>();
        for (var i = 0; i < 9; i++)
        {
            _desk.Clock.Advance(TimeSpan.FromMinutes(1));
            before.Add(await _desk.PublishedAsync(_desk.GoodText($"关于做好第{i}件公开工作的通知")));
        }

        var addresses = await AddressesAsync(before);
        var rows = await new Stranger(_client).WalkAsync("/api/v1/disclosures?limit=2", async page =>
        {
            _desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await _desk.PublishedAsync(_desk.GoodText($"关于读到第{page}页时公开的通知"));
            // The newest has been read by now, the oldest not yet.
            if (page == 1) await _desk.WithdrawAsync(before[8], WithdrawalReason.Error, "有误。");
            if (page == 2) await _desk.WithdrawAsync(before[0], WithdrawalReason.Error, "有误。");
        });

        Assert.Equal(addresses.Skip(1).Reverse(), rows.Select(r => r.GetProperty("address").GetString()));
    }

    [Fact]
    public async Task ChangedSince_TheNextDay_GivesWhatIsNewCorrectedAndGone()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 5; i++) ids.Add(await _desk.PublishedAsync(_desk.GoodText($"关于做好第{i}件公开工作的通知")));
        _desk.Clock.Advance(TimeSpan.FromHours(2));
        var since = Uri.EscapeDataString(_desk.Clock.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        await _desk.WithdrawAsync(ids[0], WithdrawalReason.Error, "有误。");
        await _desk.SuspendAsync(ids[1]);
        Assert.True((await _desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(ids[2], await _desk.RevisionAsync(ids[2]), ChangeKind.Correction, "更正一处笔误", _desk.Clerk)))).IsDone);
        Assert.True((await _desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(ids[2], await _desk.RevisionAsync(ids[2]), _desk.GoodText("关于做好第2件公开工作的通知（更正）"), _desk.GoodItems, _desk.Clerk)))).IsDone);
        await _desk.ReviewedAsync(ids[2]);
        Assert.True((await _desk.PublishAsync(ids[2])).IsDone);
        var added = await _desk.PublishedAsync(_desk.GoodText("关于新的一件工作的通知"));

        var stranger = new Stranger(_client);
        var changed = await stranger.WalkAsync("/api/v1/disclosures?limit=1&changedSince=" + since);
        var removed = await stranger.WalkAsync("/api/v1/removals?limit=1&changedSince=" + since);

        Assert.Equal((await AddressesAsync([ids[2], added])).Order(StringComparer.Ordinal), changed.Select(r => r.GetProperty("address").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal((await AddressesAsync([ids[0], ids[1]])).Order(StringComparer.Ordinal), removed.Select(r => r.GetProperty("address").GetString()!).Order(StringComparer.Ordinal));
        Assert.All(removed, r => Assert.NotEqual(default, r.GetProperty("closedAt").GetDateTime()));
    }

    [Fact]
    public async Task TooManyRequests_AreRefusedAsAProblem()
    {
        HttpStatusCode last = default;
        for (var i = 0; i < 45 && last != HttpStatusCode.TooManyRequests; i++)
        {
            // Each another question: answers that are kept cost nothing and are not counted.
            using var response = await _client.GetAsync($"/api/v1/domains?limit={i + 1}", TestContext.Current.CancellationToken);
            last = response.StatusCode;
            if (last == HttpStatusCode.TooManyRequests) Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(IReadOnlyList<Guid> ids)
    {
        var found = await _site.Store.ReadAsync(db => db.Disclosures.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Address!));
        return [.. ids.Select(id => found[id])];
    }
}
