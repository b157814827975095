using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using static PublicDisclosure.Core.Tests.Database.ValidityDeskTests;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Links between a new document and what it replaces, on every engine.</summary>
public sealed class ReplacementTests
{
    [Theory, EveryEngine]
    public async Task Publish_ReplacesAndRepeals_BothPagesSaySoFromTheEffectiveDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var old = await desk.PublishedAsync(Normative(desk));
        var from = desk.Clock.Today.AddDays(30);
        var text = Normative(desk) with { EffectiveOn = from };
        var draft = await desk.DraftAsync(text);
        Assert.True((await ChooseAsync(store, desk, draft, new ReplacementChoice(old, Repeals: true))).IsDone);
        Assert.Empty((await PublicAsync(store, desk, old)).ReplacedBy);

        await desk.ReviewedAsync(draft);
        Assert.True((await desk.PublishAsync(draft)).IsDone);

        var link = Assert.Single((await PublicAsync(store, desk, old)).ReplacedBy);
        Assert.Equal((text.Title, true), (link.Document.Title, link.Repeals));
        Assert.Equal(old, Assert.Single((await PublicAsync(store, desk, draft)).Replaces).Document.Id);
        Assert.Contains(old, await IdsAsync(store, desk, Validity.InForce));
        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal([old], await IdsAsync(store, desk, Validity.Repealed));
        var act = await store.ReadAsync(db => db.ValidityActs.SingleAsync());
        Assert.Equal((desk.Clerk, desk.Reviewer, from), (act.RecordedBy, act.DecidedBy!.Value, act.EffectiveOn));
        Assert.Empty((await PublicAsync(store, desk, draft)).CleanedUp);
    }

    [Theory, EveryEngine]
    public async Task Publish_CorrectedReplacement_CorrectsTheRepealByAFurtherAct(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var old = await desk.PublishedAsync(Normative(desk));
        var draft = await desk.DraftAsync(Normative(desk));
        await ChooseAsync(store, desk, draft, new ReplacementChoice(old, Repeals: true));
        await desk.ReviewedAsync(draft);
        Assert.True((await desk.PublishAsync(draft)).IsDone);
        Assert.Equal([old], await IdsAsync(store, desk, Validity.Repealed));

        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(draft, await desk.RevisionAsync(draft), ChangeKind.Correction, "误选被替代文件", desk.Clerk)));
        Assert.True((await ChooseAsync(store, desk, draft)).IsDone);
        Assert.Equal([old], await IdsAsync(store, desk, Validity.Repealed));
        await desk.ReviewedAsync(draft);
        Assert.True((await desk.PublishAsync(draft)).IsDone);

        Assert.Empty(await IdsAsync(store, desk, Validity.Repealed));
        var page = await PublicAsync(store, desk, old);
        Assert.Equal((Validity.InForce, 2), (page.Now, page.Acts.Count));
        Assert.Equal([false, true], page.Acts.Select(a => a.IsCorrected));
        Assert.Empty(page.ReplacedBy);
    }

    [Theory, EveryEngine]
    public async Task Withdraw_EitherSide_LeavesTheLinkWithoutTheTitle(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var old = await desk.PublishedAsync(Normative(desk));
        var draft = await desk.DraftAsync(Normative(desk));
        await ChooseAsync(store, desk, draft, new ReplacementChoice(old, Repeals: true));
        await desk.ReviewedAsync(draft);
        await desk.PublishAsync(draft);

        await WithdrawAsync(desk, draft);

        var left = Assert.Single((await PublicAsync(store, desk, old)).ReplacedBy);
        Assert.Null(left.Document.Title);
        await using var db = store.Open();
        var lists = new ValidityLists(db, desk.Clock.Business, Microsoft.Extensions.Options.Options.Create(new ValidityOptions()));
        Assert.Equal(old, Assert.Single((await lists.ReadAsync(Core.Accounts.OrganisationScope.WholeCity, ValidityView.Doubtful, "救助", null, default)).Rows).Id);
        await WithdrawAsync(desk, old);
        Assert.Null(Assert.Single((await PublicAsync(store, desk, draft)).Replaces).Document.Title);
    }

    [Theory, EveryEngine]
    public async Task Publish_ReplacedWithdrawnMeanwhile_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var old = await desk.PublishedAsync(Normative(desk));
        var draft = await desk.DraftAsync(Normative(desk));
        await ChooseAsync(store, desk, draft, new ReplacementChoice(old, Repeals: false));
        await desk.ReviewedAsync(draft);
        await WithdrawAsync(desk, old);

        Assert.Equal(["Checklist.ReplacedNotPublic"], (await desk.PublishAsync(draft)).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Choose_ForeignUnknownOrItself_IsRefused_AndVoidsReviewOtherwise(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        using var foreign = await DisclosureDesk.CreateAsync(store);
        var theirs = await foreign.PublishedAsync(Normative(foreign));
        var ours = await desk.PublishedAsync(Normative(desk) with { Title = "桂平市旧救助办法的通知" });
        var draft = await desk.DraftAsync(Normative(desk));

        Assert.Equal(["Disclosure.ReplacedUnknown"], (await ChooseAsync(store, desk, draft, new ReplacementChoice(theirs, false))).Refusals.Select(r => r.Code));
        Assert.Equal(["Disclosure.ReplacedUnknown"], (await ChooseAsync(store, desk, draft, new ReplacementChoice(draft, false))).Refusals.Select(r => r.Code));
        var before = await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == draft).Select(d => d.TextRevision).SingleAsync());
        Assert.True((await ChooseAsync(store, desk, draft, new ReplacementChoice(ours, false))).IsDone);
        Assert.Equal(before + 1, await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == draft).Select(d => d.TextRevision).SingleAsync()));
        await using var db = store.Open();
        var chooser = new ReplacementChooser(db, new DisclosureStore(db, desk.Clock.Business));
        Assert.Equal(ours, Assert.Single(await chooser.FindAsync(draft, desk.Organisation.Id, "旧救助", default)).Id);
        Assert.Equal(ours, Assert.Single(await chooser.ChosenAsync([ours], default)).Id);
    }

    private static async Task<Outcome> ChooseAsync(TestStore store, DisclosureDesk desk, Guid draft, params ReplacementChoice[] choices)
    {
        var revision = await desk.RevisionAsync(draft);
        await using var db = store.Open();
        return await new ReplacementChooser(db, new DisclosureStore(db, desk.Clock.Business)).SaveAsync(new ChooseReplaced(draft, revision, choices, desk.Clerk));
    }
}
