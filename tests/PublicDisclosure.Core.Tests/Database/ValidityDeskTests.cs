using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Acts on a document's validity, and what page, lists and library show of them, on every engine.</summary>
public sealed class ValidityDeskTests
{
    // Counted, not drawn: two policies never meet in one document number.
    private static int _number = 10_000;

    [Theory, EveryEngine]
    public async Task Confirm_Repeal_ChangesPageListsAndCountsTogether(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync(Normative(desk));
        var act = await RecordAsync(store, desk, Repeal(desk, id));
        Assert.Equal([id], await IdsAsync(store, desk, Validity.InForce));

        Assert.True((await ConfirmAsync(store, desk, act, id, desk.Reviewer)).IsDone);

        Assert.Empty(await IdsAsync(store, desk, Validity.InForce));
        Assert.Equal([id], await IdsAsync(store, desk, Validity.Repealed));
        var domain = await store.ReadAsync(db => db.ListingDomains.Select(d => d.DomainId).FirstAsync());
        Assert.Equal([id], await IdsAsync(store, desk, Validity.Repealed, domain));
        var page = await PublicAsync(store, desk, id);
        Assert.Equal(Validity.Repealed, page.Now);
        Assert.Equal(act, page.Cause!.Id);
        Assert.NotNull(await store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.ValidityActAt).SingleAsync()));
        Assert.Equal(["Validity.Confirm", "Validity.Record"], await store.ReadAsync(db =>
            db.AuditEntries.Where(a => a.Action.StartsWith("Validity.")).OrderBy(a => a.Action).Select(a => a.Action).ToListAsync()));
        var counts = await CountsAsync(store, desk);
        Assert.Equal((1, 1), (counts.All, counts.ByValidity[Validity.Repealed]));
    }

    [Theory, EveryEngine]
    public async Task Confirm_SamePersonOrStaleOrGone_ChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync(Normative(desk));
        var act = await RecordAsync(store, desk, Repeal(desk, id));

        Assert.Equal(["Validity.ConfirmerIsRecorder"], (await ConfirmAsync(store, desk, act, id, desk.Clerk)).Refusals.Select(r => r.Code));
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await ConfirmAsync(store, desk, act, id, desk.Reviewer, seenRevision: 7)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await ConfirmAsync(store, desk, Guid.NewGuid(), id, desk.Reviewer)).Kind);
        Assert.Equal([id], await IdsAsync(store, desk, Validity.InForce));

        Assert.True((await DeskAsync(store, desk, d => d.RefuseAsync(new DecideValidityAct(act, id, 0, desk.Reviewer), "依据未找到"))).IsDone);
        Assert.Equal(["Validity.NotPending"], (await ConfirmAsync(store, desk, act, id, desk.Reviewer, seenRevision: 1)).Refusals.Select(r => r.Code));
        Assert.Equal(ValidityActState.Refused, await store.ReadAsync(db => db.ValidityActs.Select(a => a.State).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Record_NotPublicOrBadBasis_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var draft = await desk.DraftAsync(Normative(desk));
        var id = await desk.PublishedAsync(Normative(desk));

        Assert.Equal(OutcomeKind.NotFound, (await DeskAsync(store, desk, d => d.RecordAsync(Repeal(desk, draft)))).Outcome.Kind);
        Assert.Equal(["Validity.BasisNotPublic"], (await DeskAsync(store, desk, d => d.RecordAsync(Repeal(desk, id) with { BasisDisclosureId = draft }))).Refusals.Select(r => r.Code));
        Assert.Equal(["Validity.GenreHasNone"], (await DeskAsync(store, desk, async d => await d.RecordAsync(Repeal(desk, await desk.PublishedAsync())))).Refusals.Select(r => r.Code));
    }

    [Theory, EveryEngine]
    public async Task Validity_Midnight_ChangesByItself(Engine engine)
    {
        var clock = new TestClock();
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store, clock);
        var id = await desk.PublishedAsync(Normative(desk) with { ExpiresOn = clock.Today });
        var midnight = Core.Time.BusinessClock.Utc(clock.Today.AddDays(1), TimeOnly.MinValue);

        clock.Advance(midnight - clock.Now - TimeSpan.FromSeconds(1));
        Assert.Equal([id], await IdsAsync(store, desk, Validity.InForce));
        Assert.Equal(Validity.InForce, (await PublicAsync(store, desk, id)).Now);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([id], await IdsAsync(store, desk, Validity.Expired));
        Assert.Equal(Validity.Expired, (await PublicAsync(store, desk, id)).Now);
        Assert.Equal(1, (await CountsAsync(store, desk)).ByValidity[Validity.Expired]);
    }

    [Theory, EveryEngine]
    public async Task Publish_NewVersion_KeepsWhatWasDecided(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var text = Normative(desk);
        var id = await desk.PublishedAsync(text);
        var end = desk.Clock.Today.AddYears(9);
        var act = await RecordAsync(store, desk, Repeal(desk, id) with { Kind = ValidityActKind.Continue, NewExpiresOn = end });
        Assert.True((await ConfirmAsync(store, desk, act, id, desk.Reviewer)).IsDone);

        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "更正错字", desk.Clerk)));
        await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text with { Summary = "改过的概述。" }, desk.GoodItems, desk.Clerk)));
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);

        Assert.Equal((2, end), await store.ReadAsync(async db => (
            await db.Listings.Where(l => l.DisclosureId == id).Select(l => l.VersionNumber).SingleAsync(),
            (await db.ListingDomains.Where(l => l.DisclosureId == id).Select(l => l.ExpiresOn).SingleAsync())!.Value)));
    }

    [Theory, EveryEngine]
    public async Task Lists_ForStaff_HoldWhatEndsWaitsAndIsOpen(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var today = desk.Clock.Today;
        var later = await desk.PublishedAsync(Normative(desk) with { ExpiresOn = today.AddMonths(6) });
        var soon = await desk.PublishedAsync(Normative(desk) with { ExpiresOn = today.AddDays(3) });
        var far = await desk.PublishedAsync(Normative(desk) with { ExpiresOn = today.AddMonths(7) });
        var open = await desk.PublishedAsync(Plan(desk));
        var waiting = await RecordAsync(store, desk, Repeal(desk, far));

        Assert.Equal([soon, later], await ViewAsync(ValidityView.Ending));
        Assert.Equal([open], await ViewAsync(ValidityView.Open));
        Assert.Equal([far], await ViewAsync(ValidityView.Pending));
        Assert.Empty(await ViewAsync(ValidityView.Expired));
        Assert.Empty(await ViewAsync(ValidityView.Doubtful));
        Assert.Equal(4, (await ViewAsync(ValidityView.All)).Length);
        Assert.Empty(await ViewAsync(ValidityView.All, new OrganisationScope([Guid.NewGuid()])));
        await using var db = store.Open();
        var counts = await Lists(db).CountsAsync(new OrganisationScope([desk.Organisation.Id]), default);
        Assert.Equal((2, 1, 1), (counts[ValidityView.Ending], counts[ValidityView.Open], counts[ValidityView.Pending]));
        Assert.NotEqual(Guid.Empty, waiting);

        ValidityLists Lists(Core.Data.DisclosureDb with) => new(with, desk.Clock.Business, Options.Create(new ValidityOptions()));
        async Task<Guid[]> ViewAsync(ValidityView view, OrganisationScope? scope = null)
        {
            await using var own = store.Open();
            return [.. (await Lists(own).ReadAsync(scope ?? OrganisationScope.WholeCity, view, null, null, default)).Rows.Select(r => r.Id)];
        }
    }

    [Theory, EveryEngine]
    public async Task Register_ShowsDecisionsOfPublicDocumentsWithTheirBasis(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var result = await desk.PublishedAsync(desk.GoodText("关于公布规范性文件清理结果的通知"));
        var (first, second) = (await desk.PublishedAsync(Normative(desk)), await desk.PublishedAsync(Normative(desk)));
        foreach (var id in new[] { first, second })
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            var act = await RecordAsync(store, desk, Repeal(desk, id) with { BasisDisclosureId = result, Basis = "" });
            Assert.True((await ConfirmAsync(store, desk, act, id, desk.Reviewer)).IsDone);
        }

        var rows = (await RegisterAsync(null, null)).Rows;
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Equal("关于公布规范性文件清理结果的通知", r.BasisTitle));
        Assert.Equal(2, (await PublicAsync(store, desk, result)).CleanedUp.Count);
        Assert.Empty((await RegisterAsync(Guid.NewGuid(), null)).Rows);
        Assert.Empty((await RegisterAsync(desk.Organisation.Id, ValidityActKind.Amend)).Rows);

        await WithdrawAsync(desk, result);
        Assert.All((await RegisterAsync(null, ValidityActKind.Repeal)).Rows, r => Assert.Null(r.BasisTitle));
        Assert.Null((await PublicAsync(store, desk, first)).Acts[0].BasisPage!.Title);
        await WithdrawAsync(desk, first);
        Assert.Single((await RegisterAsync(null, null)).Rows);

        async Task<Page<CleanupLine>> RegisterAsync(Guid? organisation, ValidityActKind? kind)
        {
            await using var db = store.Open();
            return await new CleanupRegister(db, desk.Clock.Business).ReadAsync(organisation, kind, new ListPosition(desk.Clock.Now.AddDays(1), Guid.Empty), default);
        }
    }

    [Theory, EveryEngine]
    public async Task Register_DisplayOverBeforeTheJobTookItAway_NamesNeitherDocumentNorBasis(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var result = await desk.PublishedAsync(desk.GoodText("关于公布规范性文件清理结果的通知"));
        var id = await desk.PublishedAsync(Normative(desk));
        var act = await RecordAsync(store, desk, Repeal(desk, id) with { BasisDisclosureId = result, Basis = "" });
        Assert.True((await ConfirmAsync(store, desk, act, id, desk.Reviewer)).IsDone);
        await UntilAsync(result, desk.Clock.Today);
        Assert.Equal(("关于公布规范性文件清理结果的通知", true), ((await RegisterAsync()).Single().BasisTitle, (await RegisterAsync()).Single().BasisAddress is not null));

        await UntilAsync(result, desk.Clock.Today.AddDays(-1));
        Assert.Equal((null, null), ((await RegisterAsync()).Single().BasisTitle, (await RegisterAsync()).Single().BasisAddress));
        await UntilAsync(id, desk.Clock.Today.AddDays(-1));
        Assert.Empty(await RegisterAsync());
        Assert.Empty((await PublicAsync(store, desk, result)).CleanedUp);

        Task<int> UntilAsync(Guid listing, DateOnly until) =>
            store.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == listing).ExecuteUpdateAsync(set => set.SetProperty(l => l.DisplayUntil, until)));

        async Task<IReadOnlyList<CleanupLine>> RegisterAsync()
        {
            await using var db = store.Open();
            return (await new CleanupRegister(db, desk.Clock.Business).ReadAsync(null, null, null, default)).Rows;
        }
    }

    internal static DisclosureText Normative(DisclosureDesk desk)
    {
        var number = Interlocked.Increment(ref _number);
        return desk.GoodText($"桂平市第{number}号救助管理办法的通知") with
        {
            Genre = DisclosureGenre.Normative,
            DocumentNumber = $"浔政规〔2026〕{number}号",
            PlainSummary = "救助怎么办，看这里。",
            EffectiveOn = desk.Clock.Today,
            ExpiresOn = desk.Clock.Today.AddYears(5),
        };
    }

    internal static Task WithdrawAsync(DisclosureDesk desk, Guid id) => desk.WithdrawAsync(id, WithdrawalReason.PersonalOrSecret, "该信息已停止公开。");

    internal static async Task<PublicValidity> PublicAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        await using var db = store.Open();
        var record = (await new DisclosureReader(db, desk.Clock.Business).RecordsAsync([id], default))[id];
        return await new ValidityReader(db, desk.Clock.Business).OfAsync(record, default);
    }

    internal static async Task<Guid[]> IdsAsync(TestStore store, DisclosureDesk desk, Validity validity, Guid? domain = null)
    {
        await using var db = store.Open();
        var page = await new DisclosureList(db, desk.Clock.Business).ReadAsync(new DisclosureFilter { Validity = validity, DomainId = domain }, null, null, default);
        return [.. page.Rows.Select(r => r.Id)];
    }

    private static DisclosureText Plan(DisclosureDesk desk) => desk.GoodText() with { Genre = DisclosureGenre.Plan, PlainSummary = "说明。", EffectiveOn = desk.Clock.Today };

    private static RecordValidityAct Repeal(DisclosureDesk desk, Guid id) =>
        new(id, ValidityActKind.Repeal, desk.Clock.Today, null, null, "浔政发〔2026〕1号", "清理后废止", null, desk.Clerk);

    private static async Task<Guid> RecordAsync(TestStore store, DisclosureDesk desk, RecordValidityAct command)
    {
        var recorded = await DeskAsync(store, desk, d => d.RecordAsync(command));
        return recorded.IsDone ? recorded.Value : throw new InvalidOperationException(string.Join("; ", recorded.Refusals));
    }

    private static Task<Outcome> ConfirmAsync(TestStore store, DisclosureDesk desk, Guid act, Guid id, Guid by, int seenRevision = 0) =>
        DeskAsync(store, desk, d => d.ConfirmAsync(new DecideValidityAct(act, id, seenRevision, by)));

    private static async Task<T> DeskAsync<T>(TestStore store, DisclosureDesk desk, Func<ValidityDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new ValidityDesk(db, desk.Clock.Business));
    }

    private static async Task<ValidityCounts> CountsAsync(TestStore store, DisclosureDesk desk)
    {
        await using var db = store.Open();
        return await new DisclosureList(db, desk.Clock.Business).CountAsync(new DisclosureFilter { Policies = new PolicyFilter() }, default);
    }
}
