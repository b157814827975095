using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.WordLists;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The word lists and their nightly check, on every engine.</summary>
public sealed class WordListTests
{
    private static readonly WordEntry Account = new("帐户", "账户", WordListKind.Spelling, false, "", "");

    [Theory, EveryEngine]
    public async Task Seed_Twice_EntersOnceAndKeepsWhatWasSwitchedOff(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        await using (var db = store.Open()) Assert.Equal(WordListSeed.Shipped.Count, await new WordListSeed(db, clock.Business).RunAsync(default));
        var rule = await store.ReadAsync(db => db.WordRules.SingleAsync(r => r.Wrong == "座落"));
        Assert.True((await EditAsync(store, clock, e => e.SaveAsync(new SaveWord(rule.Id, rule.Revision, rule.Entry with { IsActive = false }, Guid.NewGuid())))).IsDone);

        await using (var db = store.Open()) Assert.Equal(0, await new WordListSeed(db, clock.Business).RunAsync(default));
        Assert.False(await store.ReadAsync(db => db.WordRules.Where(r => r.Wrong == "座落").Select(r => r.IsActive).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Save_TakenStaleOrUnknown_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        var by = Guid.NewGuid();
        Assert.True((await EditAsync(store, clock, e => e.SaveAsync(new SaveWord(null, 0, Account, by)))).IsDone);
        var id = await store.ReadAsync(db => db.WordRules.Select(r => r.Id).SingleAsync());

        Assert.Equal(["Word.WrongFormTaken"], (await EditAsync(store, clock, e => e.SaveAsync(new SaveWord(null, 0, Account, by)))).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await EditAsync(store, clock, e => e.SaveAsync(new SaveWord(id, 9, Account, by)))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await EditAsync(store, clock, e => e.SaveAsync(new SaveWord(Guid.NewGuid(), 0, Account with { Wrong = "座落", Right = "坐落" }, by)))).Kind);
        Assert.Equal(1, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Word.Save")));
    }

    [Theory, EveryEngine]
    public async Task Import_MixedFile_TakesGoodRowsAndReportsTheOthers(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var clock = new TestClock();
        await EditAsync(store, clock, e => e.SaveAsync(new SaveWord(null, 0, Account, Guid.NewGuid())));
        var file = Encoding.UTF8.GetBytes("错误形式,正确形式,词表,严重\n帐户,账户,错别字或不规范表述,是\n座落,坐落,错别字或不规范表述,否\n坏,行,错别字或不规范表述,否\n");

        var report = await EditAsync(store, clock, e => e.ImportAsync(file, Guid.NewGuid()));

        Assert.Equal((1, 1, 0, 1), (report.Added, report.Changed, report.Same, report.Refused.Count));
        Assert.Equal((0, 0, 2), await EditAsync(store, clock, async e => await e.ImportAsync(file, Guid.NewGuid()) is var again ? (again.Added, again.Changed, again.Same) : default));
        Assert.Equal(1, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Word.Import")));
        await using var db = store.Open();
        var reader = new WordReader(db);
        Assert.Equal("座落", Assert.Single((await reader.RulesAsync(WordListKind.Spelling, "坐落", false, null, default)).Rows).Wrong);
        Assert.Equal(2, (await reader.AllAsync(default)).Count);
    }

    [Theory, EveryEngine]
    public async Task Submit_WrongWords_GraveBlocksAndOthersWantAReason(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await EditAsync(store, desk.Clock, e => e.SaveAsync(new SaveWord(null, 0, Account, desk.Reviewer)));
        await EditAsync(store, desk.Clock, e => e.SaveAsync(new SaveWord(null, 0, new WordEntry("人名政府", "人民政府", WordListKind.Spelling, true, "", ""), desk.Reviewer)));
        var good = desk.GoodText();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => desk.ApprovedAsync(good with { Body = good.Body + "\n\n请到人名政府开立帐户。" }));
        Assert.Contains("Checklist.GraveWrongWord", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Checklist.WrongWord", refused.Message, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Check_Night_FindsKeepsAndClosesFindings(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var good = desk.GoodText();
        var wrong = await desk.PublishedAsync(good with { Body = good.Body + "\n\n请开立帐户。帐户应当实名。" });
        await desk.PublishedAsync();
        await EditAsync(store, desk.Clock, e => e.SaveAsync(new SaveWord(null, 0, Account with { IsGrave = true }, desk.Reviewer)));
        await using var services = Services(store, desk);
        var job = new CheckPublicWords(services.GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business);

        Assert.Equal(2, await job.CheckAsync(default));
        Assert.Equal(2, await job.CheckAsync(default));

        await using var db = store.Open();
        var reader = new WordReader(db);
        var finding = Assert.Single((await reader.FindingsAsync(OrganisationScope.WholeCity, true, false, null, default)).Rows);
        Assert.Equal((wrong, WordPlace.Body, "帐户", "账户", 1), (finding.DisclosureId, finding.Place, finding.Form, finding.Right, finding.VersionNumber));
        Assert.Equal((1, 1), await reader.CountAsync(OrganisationScope.WholeCity, default));
        Assert.Equal((0, 0), await reader.CountAsync(new OrganisationScope([Guid.NewGuid()]), default));

        await ValidityDeskTests.WithdrawAsync(desk, wrong);
        await job.CheckAsync(default);
        Assert.Equal((0, 0), await reader.CountAsync(OrganisationScope.WholeCity, default));
        Assert.NotNull(Assert.Single((await reader.FindingsAsync(OrganisationScope.WholeCity, false, true, null, default)).Rows).GoneAt);
    }

    [Theory, EveryEngine]
    public async Task Check_WordInAnAttachedFile_IsFoundOnSubmissionAndAtNightAndGoneWhenTheListForgetsIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        await desk.AttachAsync(id, "办理地点.csv", "事项,地点\n开户,请到银行开立帐户\n销户,帐户所在银行\n");
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);
        await EditAsync(store, desk.Clock, e => e.SaveAsync(new SaveWord(null, 0, Account, desk.Reviewer)));
        var draft = await desk.DraftAsync();
        await desk.AttachAsync(draft, "办理地点.csv", "事项,地点\n开户,请到银行开立帐户\n销户,帐户所在银行\n");

        // The file was inspected before the list had the word: it is read again.
        var refused = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(draft, await desk.RevisionAsync(draft), desk.Clerk)));
        Assert.Equal(["Checklist.FileWrongWord"], refused.Refusals.Select(r => r.Code));
        Assert.Equal(["办理地点.csv", "表格内容", "帐户", "账户"], refused.Refusals[0].Arguments);
        Assert.Equal(1, await store.ReadAsync(db => db.InspectedFiles.CountAsync()));

        await using var services = Services(store, desk);
        var job = new CheckPublicWords(services.GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business);
        await job.CheckAsync(default);
        await job.CheckAsync(default);
        var finding = await store.ReadAsync(db => db.WordFindings.SingleAsync());
        Assert.Equal((id, WordPlace.FileText, "帐户", "附件“办理地点.csv”的表格内容"), (finding.DisclosureId, finding.Place, finding.Form, finding.Context));

        var rule = await store.ReadAsync(db => db.WordRules.SingleAsync());
        await EditAsync(store, desk.Clock, e => e.SaveAsync(new SaveWord(rule.Id, rule.Revision, rule.Entry with { IsActive = false }, desk.Reviewer)));
        await job.CheckAsync(default);
        Assert.NotNull((await store.ReadAsync(db => db.WordFindings.SingleAsync())).GoneAt);
        Assert.True((await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(draft, await desk.RevisionAsync(draft), desk.Clerk)))).IsDone);
    }

    private static ServiceProvider Services(TestStore store, DisclosureDesk desk) =>
        new ServiceCollection().AddScoped<DisclosureDb>(_ => store.Open()).AddSingleton(desk.Files).BuildServiceProvider();

    private static async Task<T> EditAsync<T>(TestStore store, TestClock clock, Func<WordListEditor, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new WordListEditor(db, clock.Business));
    }
}
