using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The public standing on every engine: all or nothing, one of two is first, and what crosses what.</summary>
public sealed class StandingWorkflowTests
{
    [Theory, EveryEngine]
    public async Task Suspend_ThenLift_TakesTheListingOffAndPutsItBackAsItWas(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (desk, id) = (around.Desk, await around.Desk.PublishedAsync());
        var before = await ListingAsync(around, id);

        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.SuspendAsync(id);
        Assert.Null(await ListingAsync(around, id));
        Assert.Equal(410, (await ReadAsync(around, id)).Status);
        var due = await around.Store.ReadAsync(db => db.Set<Suspension>().SingleAsync());
        Assert.True(due.DueOn > desk.Clock.Today);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.MustStandAsync(id, (w, r) => w.LiftAsync(new LiftSuspension(id, r, "已核实", desk.SecondReviewer)));

        var after = await ListingAsync(around, id);
        Assert.Equal((before!.Title, before.DueOn, before.PublishedOn, before.Address), (after!.Title, after.DueOn, after.PublishedOn, after.Address));
        Assert.Equal(before.Items.Select(i => i.ItemCode), after.Items.Select(i => i.ItemCode));
        Assert.Empty(await around.Store.ReadAsync(db => db.Set<ShelvedListing>().ToListAsync()));
        Assert.Equal(200, (await ReadAsync(around, id)).Status);
        Assert.Equal(["Disclosure.Suspend", "Disclosure.LiftSuspension"], (await around.ActsAsync(id)).TakeLast(2));
    }

    [Theory, EveryEngine]
    public async Task Desk_WaitingAndOverdue_AreCounted(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        var (suspended, proposed) = (await desk.PublishedAsync(), await desk.PublishedAsync());
        await desk.SuspendAsync(suspended);
        await desk.MustStandAsync(proposed, (w, r) => w.ProposeAsync(new ProposeWithdrawal(proposed, r, WithdrawalReason.Error, "有误", "", desk.Clerk)));
        Task<SuspensionCount> CountAsync() => around.Store.ReadAsync(db => new StandingDesk(db, desk.Clock.Business).CountAsync());

        Assert.Equal(new SuspensionCount(1, 0), await CountAsync());
        desk.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(new SuspensionCount(1, 1), await CountAsync());
        var waiting = await around.Store.ReadAsync(db => new StandingDesk(db, desk.Clock.Business).WaitingAsync(db.Disclosures));
        Assert.Equal(
            [(suspended, StandingAction.ConfirmSuspension, desk.Reviewer, true), (proposed, StandingAction.ConfirmWithdrawal, desk.Clerk, false)],
            waiting.Select(t => (t.Id, t.Waiting, t.By, t.IsOverdue)));
    }

    [Theory, EveryEngine]
    public async Task EveryAct_ExceptionInTheMiddleOfTheSave_LeavesNothingHalf(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        var (open, suspended, proposed) = (await desk.PublishedAsync(), await desk.PublishedAsync(), await desk.PublishedAsync());
        await desk.SuspendAsync(suspended);
        await desk.MustStandAsync(proposed, (w, r) => w.ProposeAsync(new ProposeWithdrawal(proposed, r, WithdrawalReason.PersonalOrSecret, "", "", desk.Clerk)));
        (Guid Id, Func<StandingWorkflow, int, Task<Outcome>> Act)[] acts =
        [
            (open, (w, r) => w.SuspendAsync(new SuspendDisclosure(open, r, "待核实", desk.Reviewer))),
            (suspended, (w, r) => w.LiftAsync(new LiftSuspension(suspended, r, "已核实", desk.SecondReviewer))),
            (suspended, (w, r) => w.ConfirmSuspensionAsync(new ConfirmSuspension(suspended, r, WithdrawalReason.PersonalOrSecret, "", "", desk.SecondReviewer))),
            (proposed, (w, r) => w.ConfirmAsync(new ConfirmWithdrawal(proposed, r, desk.Reviewer))),
        ];
        foreach (var (id, act) in acts)
        {
            var (before, revision) = (await PictureAsync(around), await desk.RevisionAsync(id));
            await using (var db = around.Store.Open())
            {
                // A row that the database itself refuses, among those of the act: only the transaction can take the others back.
                db.SavingChanges += (_, _) => db.Add(PreviewLink.Create(
                    Guid.NewGuid(), Guid.NewGuid(), PreviewToken.Hash(PreviewToken.Create()), "", desk.Clock.Now, 1, desk.Clerk));
                await Assert.ThrowsAsync<DbUpdateException>(() => act(desk.Workflow(db), revision));
            }

            Assert.Equal(before, await PictureAsync(around));
        }
    }

    [Theory, EveryEngine]
    public async Task Decide_TwoPersonsAtOnce_TheSecondIsToldThatItWasEdited(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (desk, id) = (around.Desk, await around.Desk.PublishedAsync());
        await desk.SuspendAsync(id);
        var revision = await desk.RevisionAsync(id);
        await using var second = around.Store.Open();
        // The second one has read the page before the first one decides.
        await new DisclosureStore(second, desk.Clock.Business).FindAsync(id, default);

        await desk.MustStandAsync(id, (w, r) => w.ConfirmSuspensionAsync(new ConfirmSuspension(id, r, WithdrawalReason.PersonalOrSecret, "", "", desk.SecondReviewer)));
        var late = await desk.Workflow(second).LiftAsync(new LiftSuspension(id, revision, "已核实", desk.Clerk));

        Assert.Equal(OutcomeKind.EditedMeanwhile, late.Kind);
        Assert.Equal(PublicStanding.Withdrawn, (await around.FindAsync(id)).Standing);
        Assert.Null(await ListingAsync(around, id));
        Assert.Single(await around.Store.ReadAsync(db => db.Set<Suspension>().ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Suspend_WhileACorrectionIsUnderWay_BarsItsPublicationUnlessItClosesTheFormerVersions(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        foreach (var closes in new[] { false, true })
        {
            var id = await desk.PublishedAsync();
            Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(
                new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "更正", desk.Clerk, ClosesFormer: closes)))).IsDone);
            Assert.True((await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), desk.GoodText(), desk.GoodItems, desk.Clerk)))).IsDone);
            await desk.SuspendAsync(id);
            await desk.ReviewedAsync(id);

            var outcome = await desk.PublishAsync(id);

            Assert.Equal(closes, outcome.IsDone);
            var found = await around.FindAsync(id);
            Assert.Equal(closes ? (PublicStanding.Public, 1, 2) : (PublicStanding.Suspended, 0, 1), (found.Standing, found.ClosedThrough, found.CurrentVersion));
            if (!closes)
            {
                Assert.Contains(outcome.Refusals, r => r.Code == "Disclosure.SuspendedIsNotPublished");
                continue;
            }

            Assert.Equal(SuspensionOutcome.Corrected, (await around.Store.ReadAsync(db => db.Set<Suspension>().SingleAsync(s => s.DisclosureId == id))).Outcome);
            Assert.Equal((410, 200), ((await ReadAsync(around, id, 1)).Status, (await ReadAsync(around, id, 2)).Status));
            Assert.Equal(2, (await ListingAsync(around, id))!.VersionNumber);
        }
    }

    [Theory, EveryEngine]
    public async Task EndDisplay_JobIsLate_ReadersGoByTheDateAndTheJobCatchesUp(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        var id = await desk.PublishedAsync(NameList(desk));
        desk.Clock.Advance(TimeSpan.FromDays(21));

        Assert.Equal(PublicStanding.DisplayEnded, (await ReadAsync(around, id)).Record!.Standing);
        Assert.Equal(410, (await ReadAsync(around, id)).Status);
        Assert.Empty(await around.Store.ReadAsync(db => db.Listings.OnDisplay(desk.Clock.Today).ToListAsync()));
        Assert.Empty((await around.Store.ReadAsync(db => Register(db, desk).DisplaysAsync(null, default))).Rows);

        Assert.Equal(1, await Job(around).RunAsync(default));
        Assert.Equal(0, await Job(around).RunAsync(default));
        Assert.Equal((PublicStanding.DisplayEnded, desk.Clock.Today.AddDays(-1)), ((await around.FindAsync(id)).Standing, (await around.FindAsync(id)).DisplayEndedOn));
        Assert.Null(await ListingAsync(around, id));
        Assert.Equal(id, Assert.Single((await around.Store.ReadAsync(db => Register(db, desk).DisplaysAsync(null, default))).Rows).Record.Id);
    }

    [Theory, EveryEngine]
    public async Task ProposeWithdrawal_BeforeTheShortestDisplayIsOver_OnlyForWhatIsWrong(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        var id = await desk.PublishedAsync(NameList(desk));
        Task<Outcome> ProposeAsync(WithdrawalReason reason) => desk.StandAsync(id, (w, r) => w.ProposeAsync(new ProposeWithdrawal(id, r, reason, "不再公示。", "", desk.Clerk)));

        // Seven working days after Monday 2 March end on Wednesday 11 March.
        foreach (var reason in new[] { WithdrawalReason.Other, WithdrawalReason.Replaced })
            Assert.Equal([new Refusal("Disclosure.DisplayTooShort", "Reason", new DateOnly(2026, 3, 11))], (await ProposeAsync(reason)).Refusals);
        desk.Clock.Set(new DateOnly(2026, 3, 11), new TimeOnly(23, 59));
        Assert.Equal(["Disclosure.DisplayTooShort"], (await ProposeAsync(WithdrawalReason.Other)).Refusals.Select(r => r.Code));
        desk.Clock.Set(new DateOnly(2026, 3, 12), new TimeOnly(0, 0));
        Assert.True((await ProposeAsync(WithdrawalReason.Other)).IsDone);

        var wrong = await desk.PublishedAsync(NameList(desk) with { Title = "桂平市民政局另一批低保对象名单公示" });
        Assert.True((await desk.StandAsync(wrong, (w, r) => w.ProposeAsync(new ProposeWithdrawal(wrong, r, WithdrawalReason.Error, "名单有误。", "", desk.Clerk)))).IsDone);
    }

    [Theory, EveryEngine]
    public async Task EndDisplay_WhileAWithdrawalWaits_EndsAndTheProposalIsStillDecided(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        var id = await desk.PublishedAsync(NameList(desk));
        await desk.MustStandAsync(id, (w, r) => w.ProposeAsync(new ProposeWithdrawal(id, r, WithdrawalReason.PersonalOrSecret, "", "", desk.Clerk)));
        desk.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Equal(1, await Job(around).RunAsync(default));

        await desk.MustStandAsync(id, (w, r) => w.ConfirmAsync(new ConfirmWithdrawal(id, r, desk.Reviewer)));

        var found = await around.FindAsync(id);
        Assert.Equal((PublicStanding.Withdrawn, 1), (found.Standing, found.ClosedThrough));
    }

    [Theory, EveryEngine]
    public async Task Lift_AfterTheDisplayHasEnded_ShowsNothingAndTheJobRecordsTheEndAnew(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var desk = around.Desk;
        var id = await desk.PublishedAsync(NameList(desk));
        await desk.SuspendAsync(id);
        desk.Clock.Advance(TimeSpan.FromDays(21));
        Assert.Equal(0, await Job(around).RunAsync(default));

        await desk.MustStandAsync(id, (w, r) => w.LiftAsync(new LiftSuspension(id, r, "已核实", desk.SecondReviewer)));

        Assert.Equal(410, (await ReadAsync(around, id)).Status);
        Assert.Equal(1, await Job(around).RunAsync(default));
        Assert.Equal(PublicStanding.DisplayEnded, (await around.FindAsync(id)).Standing);
    }

    [Theory, EveryEngine]
    public async Task PublishClosingFormer_WordsOfClosedVersions_ShowNowhereInTheHistory(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (desk, id) = (around.Desk, await around.Desk.PublishedAsync());
        await desk.ChangeFormedDateAsync(id, desk.Clock.Today.AddDays(-1), "张三的申请");
        await desk.PublishChangeAsync(id, ChangeKind.Correction, desk.GoodText() with { FormedOn = desk.Clock.Today.AddDays(-1) }, "删去张三", closesFormer: true);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.ChangeFormedDateAsync(id, desk.Clock.Today.AddDays(-2), "落款看错");

        var record = (await ReadAsync(around, id)).Record!;
        var dates = await around.Store.ReadAsync(db => new DisclosureReader(db, desk.Clock.Business).FormedDatesAsync(record, default));
        var history = await around.Store.ReadAsync(db => new DisclosureReader(db, desk.Clock.Business).HistoryAsync(record, default));

        Assert.Equal(["", "落款看错"], dates.Select(d => d.Reason));
        Assert.Equal([VersionLine.NeutralReason, ""], history.Select(h => h.ChangeReason));
        Assert.Equal([false, true], history.Select(h => h.IsClosed));
    }

    [Theory, EveryEngine]
    public async Task Preview_OfASuspendedPage_EndsForGood(Engine engine)
    {
        await using var around = await AroundDesk.CreateAsync(engine);
        var (desk, id) = (around.Desk, await around.Desk.PublishedAsync());
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "更正", desk.Clerk)));
        var token = await around.TokenAsync(id);
        Assert.NotNull(await around.OpenAsync(token));

        await desk.SuspendAsync(id);

        Assert.Null(await around.OpenAsync(token));
        Assert.Contains((await around.PreviewAsync(id)).Refusals, r => r.Code == "Preview.Suspended");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.MustStandAsync(id, (w, r) => w.LiftAsync(new LiftSuspension(id, r, "已核实", desk.SecondReviewer)));
        Assert.Null(await around.OpenAsync(token));
        Assert.NotNull(await around.OpenAsync(await around.TokenAsync(id)));
    }

    private static DisclosureText NameList(DisclosureDesk desk) => desk.GoodText("关于2026年救助对象名单的公示") with
    {
        Genre = DisclosureGenre.NameList,
        Kind = DocumentKind.Other,
        DisplayUntil = desk.Clock.Today.AddDays(20),
        ObjectionContact = "社会救助股",
    };

    private static ChangeRegister Register(DisclosureDb db, DisclosureDesk desk) => new(db, new DisclosureReader(db, desk.Clock.Business), desk.Clock.Business);

    private static EndDisplays Job(AroundDesk around)
    {
        var services = new ServiceCollection().AddScoped(_ => around.Store.Open()).AddScoped(p => around.Desk.Workflow(p.GetRequiredService<DisclosureDb>()));
        return new EndDisplays(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), around.Desk.Clock.Business, NullLogger<EndDisplays>.Instance);
    }

    private static Task<PublicListing?> ListingAsync(AroundDesk around, Guid id) =>
        around.Store.ReadAsync(db => db.Listings.Include(l => l.Items).SingleOrDefaultAsync(l => l.DisclosureId == id));

    private static async Task<PublicReading> ReadAsync(AroundDesk around, Guid id, int? number = null)
    {
        var address = (await around.FindAsync(id)).Address!;
        return await around.Store.ReadAsync(db => new DisclosureReader(db, around.Desk.Clock.Business).ReadAsync(address, PublicPart.Body, number, default));
    }

    /// <summary>Everything an act on the standing could leave behind.</summary>
    private static Task<string> PictureAsync(AroundDesk around) => around.Store.ReadAsync(async db =>
    {
        var heads = await db.Disclosures.OrderBy(d => d.Id).Select(d => new { d.Id, d.State, d.Revision, d.SuspendedAt, d.WithdrawalProposedAt, d.ClosedThrough }).ToListAsync();
        return string.Join('\n', heads) + $"{await db.Listings.CountAsync()} {await db.Set<ShelvedListing>().CountAsync()} {await db.Set<StandingChange>().CountAsync()} "
            + $"{await db.Set<Suspension>().CountAsync(s => s.Outcome == null)} {await db.Set<WithdrawalProposal>().CountAsync(p => p.Outcome == null)} "
            + $"{await db.Set<Withdrawal>().CountAsync()} {await db.AuditEntries.CountAsync()}";
    });
}
