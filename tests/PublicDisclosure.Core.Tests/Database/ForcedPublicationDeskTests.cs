using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Forced publication on every engine: by whom, of what, what it leaves, and the review that follows.</summary>
public sealed class ForcedPublicationDeskTests
{
    [Theory, EveryEngine]
    public async Task ForceAsync_ReviewedText_IsPublicWithARowAReviewDateAndAnAuditEntry(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var id = await ReviewedAsync(desk);

        Assert.True((await ForceAsync(store, desk, id, official)).IsDone);

        var forced = await store.ReadAsync(db => db.ForcedPublications.Include(f => f.Authors).SingleAsync());
        // Two working days after Monday 2 March.
        Assert.Equal((id, 1, official, new DateOnly(2026, 3, 4)), (forced.DisclosureId, forced.Version, forced.By, forced.ReviewDueOn));
        Assert.Equal([desk.Clerk], forced.Authors.Select(a => a.UserId));
        Assert.Null((await store.ReadAsync(db => db.Versions.SingleAsync())).ApprovedBy);
        Assert.Equal(1, await store.ReadAsync(db => db.Listings.CountAsync()));
        Assert.Equal(1, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Disclosure.ForcePublish" && a.By == official)));
        Assert.Equal(new ForcedFigures(1, 0), await FiguresAsync(store, desk));
        desk.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(new ForcedFigures(1, 1), await FiguresAsync(store, desk));
    }

    [Theory, EveryEngine]
    public async Task ForceAsync_ByAReviewerOrNobody_IsNotFoundAndChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await ReviewedAsync(desk);

        foreach (var role in new[] { StaffRole.Reviewer, StaffRole.Clerk, StaffRole.OrganisationAdmin, StaffRole.Auditor, StaffRole.PlatformAdmin })
            Assert.Equal(OutcomeKind.NotFound, (await ForceAsync(store, desk, id, await desk.EmployAsync(role))).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await ForceAsync(store, desk, id, Guid.NewGuid())).Kind);

        Assert.Equal(0, await store.ReadAsync(db => db.ForcedPublications.CountAsync()));
        Assert.Equal(DisclosureState.AwaitingApproval, (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).State);
    }

    [Theory, EveryEngine]
    public async Task ForceAsync_DeactivatedOfficial_IsNotFound(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        await using (var db = store.Open())
            await db.Users.Where(u => u.Id == official).ExecuteUpdateAsync(u => u.SetProperty(p => p.DeactivatedAt, desk.Clock.Now));

        Assert.Equal(OutcomeKind.NotFound, (await ForceAsync(store, desk, await ReviewedAsync(desk), official)).Kind);
    }

    [Theory, EveryEngine]
    public async Task ForceAsync_WithoutSecrecyReview_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var id = await desk.DraftAsync();
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var outcome = await ForceAsync(store, desk, id, official);

        Assert.Contains(outcome.Refusals, r => r.Code == "Disclosure.ActionNotPossible");
        Assert.Equal(0, await store.ReadAsync(db => db.Versions.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task ForceAsync_IdentityNumberInTheText_IsRefusedWhateverTheReason(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var id = await ReviewedAsync(desk);
        // Behind every door: straight into the stored text, as a fault elsewhere might leave it.
        await using (var db = store.Open())
        {
            var stored = await db.Disclosures.SingleAsync(d => d.Id == id);
            db.Entry(stored).ComplexProperty(d => d.Text).Property(t => t.Body).CurrentValue = "身份证号11010519491231002X，" + desk.GoodText().Body;
            await db.SaveChangesAsync();
        }

        var outcome = await ForceAsync(store, desk, id, official);

        Assert.Contains(outcome.Refusals, r => r.Code == "Checklist.IdentityNumberFound");
        Assert.Equal(0, await store.ReadAsync(db => db.Versions.CountAsync()));
        Assert.Equal(0, await store.ReadAsync(db => db.ForcedPublications.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task ForceAsync_OfficialWroteOnIt_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var id = await desk.DraftAsync();
        Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), desk.GoodText(), desk.GoodItems, official)))).IsDone);
        await ReviewedAsync(desk, id);

        Assert.Contains((await ForceAsync(store, desk, id, official)).Refusals, r => r.Code == "Disclosure.ReviewerIsContributor");
    }

    [Theory, EveryEngine]
    public async Task ReviewAsync_WhoMayAndMayNot(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var reviewer = await desk.EmployAsync(StaffRole.Reviewer);
        var clerk = await desk.EmployAsync(StaffRole.Clerk);
        await ForceAsync(store, desk, await ReviewedAsync(desk), official);
        var forced = await store.ReadAsync(db => db.ForcedPublications.SingleAsync());

        Assert.Equal(OutcomeKind.NotFound, (await ReviewAsync(store, desk, forced.Id, clerk)).Kind);
        Assert.Equal("ForcedPublication.ReviewerForcedIt", Assert.Single((await ReviewAsync(store, desk, forced.Id, official)).Refusals).Code);
        await using (var db = store.Open()) Assert.Single(await db.Disclosures.AwaitingForcedReviewBy(reviewer).ToListAsync());
        await using (var db = store.Open()) Assert.Empty(await db.Disclosures.AwaitingForcedReviewBy(official).ToListAsync());
        Assert.True((await ReviewAsync(store, desk, forced.Id, reviewer)).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await ReviewAsync(store, desk, forced.Id, await desk.EmployAsync(StaffRole.Reviewer))).Kind);

        Assert.Equal(new ForcedFigures(0, 0), await FiguresAsync(store, desk));
        await using var after = store.Open();
        var page = await new ForcedPublicationRegister(after, desk.Clock.Business).PublicAsync(false, null, CancellationToken.None);
        Assert.Equal((ForcedReviewOutcome.Agreed, "汛情紧急"), (Assert.Single(page.Rows).Outcome, page.Rows[0].Reason));
    }

    [Theory, EveryEngine]
    public async Task ReviewAsync_ToWithdraw_StandsOnTheDeskUntilWithdrawn_AndTheRegisterForgetsTheTitle(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var reviewer = await desk.EmployAsync(StaffRole.Reviewer);
        var id = await ReviewedAsync(desk);
        await ForceAsync(store, desk, id, official);
        var forced = await store.ReadAsync(db => db.ForcedPublications.SingleAsync());
        Assert.True((await ReviewAsync(store, desk, forced.Id, reviewer, ForcedReviewOutcome.ToWithdraw, "不应公开")).IsDone);
        await using (var db = store.Open()) Assert.Single(await db.Disclosures.ToPutRight(ForcedReviewOutcome.ToWithdraw).ToListAsync());

        // As every closing does it: the listing goes with the page.
        await using (var db = store.Open())
        {
            db.Remove(await db.Listings.SingleAsync());
            await db.SaveChangesAsync();
        }

        await using var after = store.Open();
        var line = Assert.Single((await new ForcedPublicationRegister(after, desk.Clock.Business).PublicAsync(false, null, CancellationToken.None)).Rows);
        Assert.Equal((null, null), (line.Title, line.Reason));
    }

    private static async Task<Guid> ReviewedAsync(DisclosureDesk desk, Guid? draft = null)
    {
        var id = draft ?? await desk.DraftAsync();
        Assert.True((await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)))).IsDone);
        Assert.True((await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer)))).IsDone);
        return id;
    }

    internal static async Task<Outcome> ForceAsync(TestStore store, DisclosureDesk desk, Guid id, Guid by)
    {
        var revision = await desk.RevisionAsync(id);
        await using var db = store.Open();
        return await Desk(db, desk).ForceAsync(new ForceDisclosure(id, revision, "汛情紧急", by));
    }

    private static async Task<Outcome> ReviewAsync(
        TestStore store, DisclosureDesk desk, Guid forced, Guid by, ForcedReviewOutcome outcome = ForcedReviewOutcome.Agreed, string remark = "")
    {
        await using var db = store.Open();
        return await Desk(db, desk).ReviewAsync(new ReviewForcedPublication(forced, 0, outcome, remark, by));
    }

    private static async Task<ForcedFigures> FiguresAsync(TestStore store, DisclosureDesk desk)
    {
        await using var db = store.Open();
        return await new ForcedPublicationRegister(db, desk.Clock.Business).FiguresAsync(CancellationToken.None);
    }

    private static ForcedPublicationDesk Desk(DisclosureDb db, DisclosureDesk desk) =>
        new(db, desk.Publishing(db), new StaffAuthority(db), desk.Clock.Business, new CalendarStore(db), Options.Create(new ReviewOptions()));
}
