using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What the city's steward rules, and how it is read afterwards.</summary>
public sealed class LimitDeskTests
{
    private static readonly TimeLimitRule Five = new() { Amount = 5, Unit = LimitUnit.WorkingDay };

    [Theory, EveryEngine]
    public async Task Rule_WordingThenItem_TheItemsStandsAboveAndTheFormerEnds(Engine engine)
    {
        await using var city = await CatalogueDesk.CreateAsync(engine, inForce: true);
        await WordAsync(city, "及时公开");
        var item = await city.ItemAsync(city.EditionId, await FirstNameAsync(city));
        var (wording, today) = (item.Text.TimeLimit, city.Clock.Today);

        Assert.True((await DeskAsync(city, d => d.RuleAsync(new RuleLimit("", wording, [Five], "通知一", "", today, city.Steward)))).IsDone);
        Assert.True((await DeskAsync(city, d => d.RuleAsync(new RuleLimit(item.Code, wording, [Five with { Amount = 3 }], "通知二", "", today, city.Steward)))).IsDone);
        Assert.True((await DeskAsync(city, d => d.RuleAsync(new RuleLimit("", wording, [Five with { Amount = 9 }], "通知三", "", today.AddDays(10), city.Steward)))).IsDone);
        Assert.Equal(["Limit.LaterRulingThere"], (await DeskAsync(city, d => d.RuleAsync(new RuleLimit("", wording, [Five], "通知四", "", today, city.Steward)))).Refusals.Select(r => r.Code));

        Assert.Equal((3, "通知二"), await ReadAsync(item.Code, today));
        Assert.Equal((5, "通知一"), await ReadAsync("other", today.AddDays(9)));
        Assert.Equal((9, "通知三"), await ReadAsync("other", today.AddDays(10)));
        Assert.Equal(LimitReadingState.Understood, (await BookAsync(city, b => b.ForAsync("other", wording, today.AddDays(-1)))).State);
        Assert.Equal(3, await city.Store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Limit.Rule")));

        async Task<(int, string)> ReadAsync(string code, DateOnly on) => await BookAsync(city, b => b.ForAsync(code, wording, on)) is var limit ? (limit.Rules[0].Amount, limit.Article) : default;
    }

    [Theory, EveryEngine]
    public async Task Rule_NotTheCityStewardOrNonsense_IsRefused(Engine engine)
    {
        await using var city = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var today = city.Clock.Today;

        Assert.Equal(OutcomeKind.NotFound, (await DeskAsync(city, d => d.RuleAsync(new RuleLimit("", "及时公开", [Five], "通知", "", today, city.TownshipSteward)))).Kind);
        Assert.Equal(
            ["Limit.AmountOutOfRange", "Limit.ArticleMissing", "Limit.FromOutOfRange"],
            (await DeskAsync(city, d => d.RuleAsync(new RuleLimit("", "及时公开", [Five with { Amount = 0 }], "", "", today.AddYears(-3), city.Steward)))).Refusals.Select(r => r.Code));
        Assert.Equal(["Limit.NoRules", "Limit.DateMissing"], (await DeskAsync(city, d => d.RuleAsync(new RuleLimit("", "及时公开", [], "通知", "", null, city.Steward)))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Settle_Word_HoldsFromItsDayAndIsPublished(Engine engine)
    {
        await using var city = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var today = city.Clock.Today;
        Assert.True((await DeskAsync(city, d => d.SettleAsync(new SettleWord(SettledWord.Promptly, 5, LimitUnit.WorkingDay, today.AddDays(3), "浔政办发〔2026〕6号", city.Steward)))).IsDone);
        Assert.Equal(["Limit.AmountOutOfRange", "Limit.ArticleMissing"], (await DeskAsync(city, d => d.SettleAsync(new SettleWord(SettledWord.AtOnce, 0, LimitUnit.Day, today, " ", city.Steward)))).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await DeskAsync(city, d => d.SettleAsync(new SettleWord(SettledWord.AtOnce, 1, LimitUnit.Day, today, "x", city.LeadReviewer)))).Kind);

        Assert.Equal((20, 5, 1), await BookAsync(city, async b => (
            (await b.WordsAsync(today)).Of(SettledWord.Promptly).Amount, (await b.WordsAsync(today.AddDays(3))).Of(SettledWord.Promptly).Amount, (await b.WordsAsync(today)).Of(SettledWord.AtOnce).Amount)));
        var lines = await ReaderAsync(city, r => r.ReadingsAsync());
        Assert.Equal([(20, (DateOnly?)null), (5, (DateOnly?)today.AddDays(3))], lines.Where(l => l.Word == SettledWord.Promptly).Select(l => (l.Span.Amount, l.From)));
    }

    [Theory, EveryEngine]
    public async Task Release_EnterTwiceAndRemove_IsChecked(Engine engine)
    {
        await using var city = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var code = (await city.ItemAsync(city.EditionId, await FirstNameAsync(city))).Code;
        var day = city.Clock.Today.AddDays(5);

        Assert.True((await DeskAsync(city, d => d.EnterReleaseAsync(new EnterRelease(code, day, "月度数据", city.Steward)))).IsDone);
        Assert.Equal(["Limit.ReleaseTwice", "Limit.ReleaseNameMissing"], (await DeskAsync(city, d => d.EnterReleaseAsync(new EnterRelease(code, day, "", city.Steward)))).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await DeskAsync(city, d => d.EnterReleaseAsync(new EnterRelease("none", day, "x", city.Steward)))).Kind);
        var release = Assert.Single(await ReaderAsync(city, r => r.ReleasesAsync(code)));
        Assert.Null((await city.Store.ReadAsync(db => db.DueRecounts.SingleAsync(r => r.Cause == DueMoveCause.Schedule))).DoneAt);
        city.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal(["Limit.ReleaseIsPast"], (await DeskAsync(city, d => d.RemoveReleaseAsync(release.Id, city.Steward))).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.NotFound, (await DeskAsync(city, d => d.RemoveReleaseAsync(Guid.NewGuid(), city.Steward))).Kind);
    }

    [Theory, EveryEngine]
    public async Task Wordings_OfTheEditionInForce_AreCountedAndTheUnreadStandFirst(Engine engine)
    {
        await using var city = await CatalogueDesk.CreateAsync(engine, inForce: true);
        await WordAsync(city, "及时公开", "20个工作日或30日");

        var lines = await ReaderAsync(city, r => r.WordingsAsync());

        Assert.Equal(("20个工作日或30日", 1, true), (lines[0].Wording, lines[0].Rows, lines[0].Limit.NeedsSteward));
        var items = await ReaderAsync(city, r => r.ItemsAsync("20个工作日或30日"));
        Assert.Equal(items[0].Code, (await ReaderAsync(city, r => r.ItemAsync(items[0].Code)))!.Code);
        Assert.Null(await ReaderAsync(city, r => r.ItemAsync("none")));
        Assert.Empty(await ReaderAsync(city, r => r.RulingsAsync("", "20个工作日或30日")));
    }

    /// <summary>Gives the last row the last wording and the others the first.</summary>
    private static async Task WordAsync(CatalogueDesk city, params string[] wordings)
    {
        await using var db = city.Store.Open();
        var items = await db.Items.Where(i => i.EditionId == city.EditionId).OrderByDescending(i => i.SortOrder).ToListAsync();
        for (var i = 0; i < items.Count; i++)
            items[i].Edit(items[i].Sequence, items[i].Text with { TimeLimit = i == 0 ? wordings[^1] : wordings[0] }, items[i].Levels, items[i].Mode);
        await db.SaveChangesAsync();
    }

    private static Task<string> FirstNameAsync(CatalogueDesk city) => city.Store.ReadAsync(db => db.Items.Where(i => i.EditionId == city.EditionId).OrderBy(i => i.SortOrder).Select(i => i.Text.Level1).FirstAsync());

    private static async Task<T> DeskAsync<T>(CatalogueDesk city, Func<LimitDesk, Task<T>> use)
    {
        await using var db = city.Store.Open();
        var authority = new CatalogueAuthority(db, new StaffAuthority(db), Options.Create(new DisclosureOfficeOptions { Slug = city.Office.Slug }));
        return await use(new LimitDesk(db, authority, city.Clock.Business));
    }

    private static async Task<T> BookAsync<T>(CatalogueDesk city, Func<LimitBook, Task<T>> use)
    {
        await using var db = city.Store.Open();
        return await use(new LimitBook(db));
    }

    private static async Task<T> ReaderAsync<T>(CatalogueDesk city, Func<LimitReader, Task<T>> use)
    {
        await using var db = city.Store.Open();
        return await use(new LimitReader(db, new LimitBook(db), city.Clock.Business));
    }
}
