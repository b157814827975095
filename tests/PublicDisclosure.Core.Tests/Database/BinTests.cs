using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The bin: drafts that were never handed in can go and come back; everything else is kept for good.</summary>
public sealed class BinTests
{
    [Theory, EveryEngine]
    public async Task Discard_Draft_IsInNoListAndItsNumberIsFreeAndComesBackWhole(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var numbered = desk.GoodText() with { DocumentNumber = "浔民发〔2026〕7号" };
        var id = await desk.DraftAsync(numbered);
        var other = await desk.DraftAsync(numbered with { Title = "关于另一项工作的通知" });

        var discarded = await UseAsync(store, desk, async bin => await bin.DiscardAsync(new DiscardDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        Assert.True(discarded.IsDone);
        Assert.False(await store.ReadAsync(db => db.Disclosures.AnyAsync(d => d.Id == id)));
        var submitted = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(other, await desk.RevisionAsync(other), desk.Clerk)));
        Assert.DoesNotContain(submitted.Refusals, r => r.Code == "Checklist.DocumentNumberTaken");
        Assert.True((await UseAsync(store, desk, bin => bin.RestoreAsync(id, desk.Clerk))).IsDone);
        var back = await store.ReadAsync(db => db.Disclosures.Include(d => d.Items).SingleAsync(d => d.Id == id));
        Assert.Equal((numbered.Title, desk.ItemCode, (DateTime?)null), (back.Text.Title, back.Items[0].ItemCode, back.DiscardedAt));
        Assert.Equal(
            ["Disclosure.Discard", "Disclosure.Restore"],
            await store.ReadAsync(db => db.AuditEntries.Where(a => a.ObjectId == id && a.Action != "Disclosure.Create").OrderBy(a => a.Action).Select(a => a.Action).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Discard_WhatWasOnceSubmitted_IsRefusedAlsoWhenItCameBack(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var outcome = await UseAsync(store, desk, async bin => await bin.DiscardAsync(new DiscardDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        Assert.Equal("Disclosure.SubmittedIsKept", Assert.Single(outcome.Refusals).Code);
        Assert.True(await store.ReadAsync(db => db.Disclosures.AnyAsync(d => d.Id == id)));
    }

    [Theory, EveryEngine]
    public async Task Discard_EditedMeanwhile_ChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();

        var outcome = await UseAsync(store, desk, async bin => await bin.DiscardAsync(new DiscardDisclosure(id, await desk.RevisionAsync(id) - 1, desk.Clerk)));

        Assert.Equal(OutcomeKind.EditedMeanwhile, outcome.Kind);
    }

    [Theory, EveryEngine]
    public async Task Remove_SubmittedDisclosure_IsStoppedBeforeTheDatabase(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        await using var db = store.Open();
        db.Remove(await db.Disclosures.SingleAsync(d => d.Id == id, TestContext.Current.CancellationToken));

        var broken = await Assert.ThrowsAsync<RuleViolationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));

        Assert.Equal("Disclosure.SubmittedIsKept", Assert.Single(broken.Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Purge_TimeIsOver_DeletesTheDraftAndKeepsItsAudit(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        var stays = await desk.DraftAsync();
        await UseAsync(store, desk, async bin => await bin.DiscardAsync(new DiscardDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        var job = new PurgeBin(Services(store, desk).GetRequiredService<IServiceScopeFactory>(), NullLogger<PurgeBin>.Instance);

        desk.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
        desk.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await job.RunAsync(CancellationToken.None));

        Assert.Equal([stays], await store.ReadAsync(db => db.Disclosures.IgnoreQueryFilters().Select(d => d.Id).ToListAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.Set<DisclosureItem>().CountAsync(i => i.DisclosureId == id)));
        Assert.Equal(3, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.ObjectId == id)));
        Assert.Equal(OutcomeKind.NotFound, (await UseAsync(store, desk, bin => bin.RestoreAsync(id, desk.Clerk))).Kind);
        Assert.Equal(0, await job.RunAsync(CancellationToken.None));
    }

    [Theory, EveryEngine]
    public async Task List_OfTheBin_TellsWhoAndUntilWhen(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        await UseAsync(store, desk, async bin => await bin.DiscardAsync(new DiscardDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var row = Assert.Single(await store.ReadAsync(db => Bin(db, desk).ListAsync(db.Disclosures.IgnoreQueryFilters())));

        Assert.Equal((id, desk.Clock.Today.AddDays(30)), (row.Id, row.PurgedOn));
    }

    private static async Task<Outcome> UseAsync(TestStore store, DisclosureDesk desk, Func<Bin, Task<Outcome>> use)
    {
        await using var db = store.Open();
        return await use(Bin(db, desk));
    }

    private static Bin Bin(DisclosureDb db, DisclosureDesk desk) =>
        new(db, new DisclosureStore(db, desk.Clock.Business), desk.Clock.Business, Options.Create(new BinOptions()));

    private static ServiceProvider Services(TestStore store, DisclosureDesk desk)
    {
        var services = new ServiceCollection();
        services.AddScoped(_ => store.Open());
        services.AddSingleton(desk.Clock.Business);
        services.AddOptions<BinOptions>();
        services.AddScoped<DisclosureStore>();
        services.AddScoped<Bin>();
        return services.BuildServiceProvider();
    }
}
