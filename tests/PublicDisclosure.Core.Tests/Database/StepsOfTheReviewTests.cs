using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Three steps, signatures on paper, opinions and yearly examinations as stored, and the queues of the desk.</summary>
public sealed class StepsOfTheReviewTests
{
    [Theory, EveryEngine]
    public async Task ThreeSteps_WholeWay_WaitsForEachInTurn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (second, admin) = (Guid.NewGuid(), await desk.EmployAsync(StaffRole.OrganisationAdmin));
        await using (var db = store.Open())
        {
            var editor = new OrganisationEditor(db, desk.Clock.Business, new StaffAuthority(db));
            Assert.True((await editor.SetReviewStepsAsync(new SetReviewSteps(desk.Organisation.Id, desk.Organisation.Revision, 3, admin), CancellationToken.None)).IsDone);
        }

        Assert.Equal("2 → 3", (await store.ReadAsync(db => db.AuditEntries.SingleAsync(a => a.Action == "Organisation.SetReviewSteps"))).Detail);
        var id = await desk.DraftAsync();
        await DoAsync(desk, async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        await DoAsync(desk, async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer)));
        await using (var db = store.Open())
        {
            Assert.Empty(await db.Disclosures.AwaitingDecisionBy(desk.Reviewer).ToListAsync());
            Assert.Single(await db.Disclosures.AwaitingDecisionBy(second).ToListAsync());
        }

        var byTheFirst = await desk.WorkAsync(async w => await w.PassSecondReviewAsync(new PassDisclosureSecondReview(id, await desk.RevisionAsync(id), desk.Reviewer)));
        Assert.Contains(byTheFirst.Refusals, r => r.Code == "Disclosure.SecondReviewerIsFirst");
        await DoAsync(desk, async w => await w.PassSecondReviewAsync(new PassDisclosureSecondReview(id, await desk.RevisionAsync(id), second, "同意")));
        await using (var db = store.Open())
        {
            Assert.Empty(await db.Disclosures.AwaitingDecisionBy(second).ToListAsync());
            Assert.Single(await db.Disclosures.AwaitingDecisionBy(desk.Reviewer).ToListAsync());
        }

        var bySecond = await desk.WorkAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), second)));
        Assert.Contains(bySecond.Refusals, r => r.Code == "Disclosure.ApproverIsSecondReviewer");
        await DoAsync(desk, async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));
        Assert.True((await desk.PublishAsync(id)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task SetReviewSteps_AClerkOrABadNumber_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (clerk, admin) = (await desk.EmployAsync(StaffRole.Clerk), await desk.EmployAsync(StaffRole.OrganisationAdmin));
        await using var db = store.Open();
        var editor = new OrganisationEditor(db, desk.Clock.Business, new StaffAuthority(db));

        Assert.Equal(OutcomeKind.NotFound, (await editor.SetReviewStepsAsync(new SetReviewSteps(desk.Organisation.Id, desk.Organisation.Revision, 3, clerk), CancellationToken.None)).Kind);
        Assert.Equal("Organisation.ReviewStepsInvalid", Assert.Single((await editor.SetReviewStepsAsync(new SetReviewSteps(desk.Organisation.Id, desk.Organisation.Revision, 4, admin), CancellationToken.None)).Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task ApproveAsync_TwoReviewersAtOnce_TheSecondIsTold(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await SubmittedAsync(desk, null);
        var seen = await desk.RevisionAsync(id);

        Assert.True((await desk.WorkAsync(w => w.ApproveAsync(new ApproveDisclosure(id, seen, Guid.NewGuid())))).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await desk.WorkAsync(w => w.ApproveAsync(new ApproveDisclosure(id, seen, Guid.NewGuid())))).Kind);

        Assert.Equal(1, await store.ReadAsync(db => db.Set<DisclosureTransition>().CountAsync(t => t.Action == DisclosureAction.Approve)));
    }

    [Theory, EveryEngine]
    public async Task Signature_Kept_IsReadBackAndEachLookIsAudited(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await SubmittedAsync(desk, null);
        await using var db = store.Open();
        var scans = new SignatureScans(db, desk.Closed, desk.Clock.Business, Options.Create(new StorageOptions()));
        using var text = new MemoryStream("姓名,职务"u8.ToArray());
        Assert.Equal("PaperSignature.ScanMissing", Assert.Single((await scans.KeepAsync("签批.csv", text, CancellationToken.None)).Refusals).Code);
        var file = await desk.Closed.KeepAsync(new MemoryStream([1, 2, 3]), CancellationToken.None);
        var paper = new SignedPaper("覃某", "局长", desk.Clock.Today, new ClosedFile(file.Hash, "签批页.pdf", "pdf", 3));
        await DoAsync(desk, async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer, "同意", null, paper)));

        var signature = await store.ReadAsync(d => d.Set<PaperSignature>().SingleAsync());
        Assert.Equal(("覃某", desk.Reviewer), (signature.SignerName, signature.EnteredBy));
        var opened = await scans.OpenAsync(id, signature.Id, desk.Clerk, CancellationToken.None);
        Assert.Equal(3, opened!.Value.Content.Length);
        Assert.Null(await scans.OpenAsync(Guid.NewGuid(), signature.Id, desk.Clerk, CancellationToken.None));
        Assert.Equal([desk.Clerk], await store.ReadAsync(d => d.AuditEntries.Where(a => a.Action == "Disclosure.ViewSignature").Select(a => a.By!.Value).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task PolicyFile_NotPublic_WaitsForTheOfficeFirst(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = Guid.NewGuid();
        var id = await SubmittedAsync(desk, NotPublic(desk, DisclosureGenre.Plan));
        await using (var db = store.Open())
        {
            Assert.Empty(await db.Disclosures.AwaitingDecisionBy(desk.Reviewer).ToListAsync());
            Assert.Single(await db.Disclosures.AwaitingOpinionBy(official).ToListAsync());
        }

        var early = await desk.WorkAsync(async w => await w.FileAsync(new FileDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));
        Assert.Contains(early.Refusals, r => r.Code == "Disclosure.OfficeOpinionMissing");
        await DoAsync(desk, async w => await w.GiveOpinionAsync(new GiveOfficeOpinion(id, await desk.RevisionAsync(id), true, "确属内部事务。", official)));
        await using (var db = store.Open())
        {
            Assert.Single(await db.Disclosures.AwaitingDecisionBy(desk.Reviewer).ToListAsync());
            Assert.Empty(await db.Disclosures.AwaitingOpinionBy(official).ToListAsync());
        }

        await DoAsync(desk, async w => await w.FileAsync(new FileDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));
        Assert.Equal(desk.Clock.Today.AddMonths(12), (await store.ReadAsync(db => db.Disclosures.SingleAsync())).ReexamineOn);
    }

    [Theory, EveryEngine]
    public async Task Reexamine_Due_StaysOrBecomesADraftThatKnowsItsOrigin(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await SubmittedAsync(desk, NotPublic(desk, DisclosureGenre.Other));
        await DoAsync(desk, async w => await w.FileAsync(new FileDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));
        await using (var db = store.Open()) Assert.Empty(await db.Disclosures.ToReexamine(desk.Clock.Today).ToListAsync());
        desk.Clock.Advance(TimeSpan.FromDays(366));
        await using (var db = store.Open()) Assert.Single(await db.Disclosures.ToReexamine(desk.Clock.Today).ToListAsync());

        var stays = await ReexamineAsync(store, desk, id, ReexaminationResult.StaysNotPublic, desk.Clock.Today.AddDays(90));
        Assert.True(stays.IsDone);
        await using (var db = store.Open()) Assert.Empty(await db.Disclosures.ToReexamine(desk.Clock.Today).ToListAsync());
        var becomes = await ReexamineAsync(store, desk, id, ReexaminationResult.BecomesPublic, null);

        var draft = await store.ReadAsync(db => db.Disclosures.Include(d => d.Items).SingleAsync(d => d.Id == becomes.Value));
        Assert.Equal((DisclosureState.Draft, DisclosureAttribute.Active, id), (draft.State, draft.Text.Attribute, draft.ReexaminedFromId));
        Assert.Single(draft.Items);
        Assert.Equal(2, await store.ReadAsync(db => db.Set<Reexamination>().CountAsync(r => r.DisclosureId == id)));
        await using var after = store.Open();
        Assert.Empty(await after.Disclosures.ToReexamine(desk.Clock.Today.AddYears(5)).ToListAsync());
    }

    private static DisclosureText NotPublic(DisclosureDesk desk, DisclosureGenre genre) => desk.GoodText() with
    {
        Genre = genre,
        Attribute = DisclosureAttribute.NotPublic,
        NonDisclosureGround = NonDisclosureGround.InternalAffairs,
    };

    private static async Task<Guid> SubmittedAsync(DisclosureDesk desk, DisclosureText? text)
    {
        var id = await desk.DraftAsync(text);
        await DoAsync(desk, async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        var conclusion = text is null ? SecrecyConclusion.MayPublish : SecrecyConclusion.MustNotPublish;
        await DoAsync(desk, async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), conclusion, "见审查表", desk.Reviewer)));
        return id;
    }

    private static async Task<OutcomeOf<Guid?>> ReexamineAsync(TestStore store, DisclosureDesk desk, Guid id, ReexaminationResult result, DateOnly? next)
    {
        var revision = await desk.RevisionAsync(id);
        await using var db = store.Open();
        return await new ReexaminationDesk(db, new DisclosureStore(db, desk.Clock.Business), desk.Clock.Business)
            .ReexamineAsync(new ReexamineDisclosure(id, revision, result, "复核情况", next, desk.Reviewer));
    }

    private static async Task DoAsync(DisclosureDesk desk, Func<DisclosureWorkflow, Task<Outcome>> act)
    {
        var outcome = await desk.WorkAsync(act);
        Assert.True(outcome.IsDone, $"{outcome.Kind} {string.Join("; ", outcome.Refusals)}");
    }
}
