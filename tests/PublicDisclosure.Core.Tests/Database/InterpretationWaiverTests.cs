using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What lets a policy through the gate without material of its own: the office's exception, which leaves a debt, and the issuing level's interpretation.</summary>
public sealed class InterpretationWaiverTests
{
    [Theory, EveryEngine]
    public async Task Waive_ByAnybodyButTheOffice_IsNotFoundAndChangesNothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());

        foreach (var role in Enum.GetValues<StaffRole>().Where(r => r != StaffRole.DisclosureOffice))
            Assert.Equal(OutcomeKind.NotFound, (await WaiveAsync(desk, policy, await desk.EmployAsync(role))).Kind);

        Assert.Equal(0, await store.ReadAsync(db => db.InterpretationWaivers.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Waive_ByTheOffice_OpensTheGateAndLeavesADebtOfThreeWorkingDays(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var policy = await desk.DraftAsync(desk.PolicyText());

        Assert.Equal("InterpretationWaiver.ReasonMissing", Assert.Single((await WaiveAsync(desk, policy, official, " ")).Refusals).Code);
        Assert.True((await WaiveAsync(desk, policy, official)).IsDone);
        Assert.Equal("InterpretationWaiver.AlreadyGranted", Assert.Single((await WaiveAsync(desk, policy, official)).Refusals).Code);
        await desk.ReviewedAsync(policy);
        Assert.Null((await WaiverAsync(store)).OwedFrom);
        Assert.True((await desk.PublishAsync(policy)).IsDone);

        var waiver = await WaiverAsync(store);
        Assert.Equal((desk.Clock.Today, 3, (DateTime?)null), (waiver.OwedFrom, waiver.WorkingDays, waiver.SettledAt));
        // Three working days after Monday 2 March.
        Assert.Equal([(policy, new DateOnly(2026, 3, 5), false)], (await OwedAsync(store, desk)).Select(o => (o.PolicyId, o.DueOn, o.IsLate)));
        desk.Clock.Advance(TimeSpan.FromDays(4));
        Assert.True((await OwedAsync(store, desk)).Single().IsLate);
    }

    [Theory, EveryEngine]
    public async Task Publish_TheMaterialAfterwards_SettlesTheDebtWithItsSecondForm(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await OwedPolicyAsync(desk);

        await PublishAsync(InterpretationForm.Text);
        Assert.Null((await WaiverAsync(store)).SettledAt);
        await PublishAsync(InterpretationForm.PressConference);

        Assert.Equal(desk.Clock.Now, (await WaiverAsync(store)).SettledAt);
        Assert.Empty(await OwedAsync(store, desk));

        async Task PublishAsync(InterpretationForm form)
        {
            var id = await desk.ReadyInterpretationAsync(policy, form);
            Assert.True((await PolicyInterpretationTests.ApproveAsync(desk, id)).IsDone);
            Assert.True((await desk.PublishAsync(id)).IsDone);
        }
    }

    [Theory, EveryEngine]
    public async Task Withdraw_ThePolicy_TakesItsDebtOffTheList(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await OwedPolicyAsync(desk);

        await desk.WithdrawAsync(policy, WithdrawalReason.Error);

        Assert.Empty(await OwedAsync(store, desk));
    }

    [Theory, EveryEngine]
    public async Task Waive_WhatIsNotAskedOrIsPublic_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var official = await desk.EmployAsync(StaffRole.DisclosureOffice);
        var plain = await desk.DraftAsync();
        var (published, _, _) = await desk.PublishedPolicyAsync();

        Assert.Equal("InterpretationWaiver.NotAsked", Assert.Single((await WaiveAsync(desk, plain, official)).Refusals).Code);
        Assert.Equal("InterpretationWaiver.AlreadyPublic", Assert.Single((await WaiveAsync(desk, published, official)).Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Forward_OfficialAddress_StandsForPlanAndMaterialAndIsFrozenWithThePublication(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());

        foreach (var address in new[] { "https://gov.cn.example.com/a", "javascript:alert(1)", "https://notgov.cn/1", "/disclosures/1", "https://a@www.gov.cn/1", "ftp://www.gov.cn/1" })
            Assert.Equal("ForwardedInterpretation.AddressNotOfficial", Assert.Single((await ForwardAsync(desk, policy, address)).Refusals).Code);
        Assert.True((await ForwardAsync(desk, policy, "https://www.gxzf.gov.cn/zcjd/2026.html")).IsDone);
        await desk.ReviewedAsync(policy);
        Assert.True((await desk.PublishAsync(policy)).IsDone);
        Assert.Equal([false, true], await store.ReadAsync(db => db.ForwardedInterpretations.OrderBy(f => f.IsPublic).Select(f => f.IsPublic).ToListAsync()));

        // A correction under way does not show before it is published.
        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(policy, await desk.RevisionAsync(policy), ChangeKind.Correction, "网址有误", desk.Clerk, null)))).IsDone);
        Assert.True((await ForwardAsync(desk, policy, "https://www.gov.cn/zhengce/1.html")).IsDone);

        Assert.Equal("https://www.gxzf.gov.cn/zcjd/2026.html", await store.ReadAsync(db => db.ForwardedInterpretations.Where(f => f.IsPublic).Select(f => f.Address).SingleAsync()));
    }

    [Theory, EveryEngine]
    public async Task Discard_PolicyWithMaterial_WaitsForItAndThePurgeFreesWhatIsLeft(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var policy = await desk.DraftAsync(desk.PolicyText());
        var text = await desk.InterpretationAsync(policy, InterpretationForm.Text);

        Assert.Equal("Interpretation.PolicyHasMaterial", Assert.Single((await BinAsync(policy)).Refusals).Code);
        Assert.True((await BinAsync(text)).IsDone);
        Assert.True((await BinAsync(policy)).IsDone);
        desk.Clock.Advance(TimeSpan.FromDays(31));
        Assert.True((await UseBinAsync(b => b.PurgeAsync(policy))).IsDone);

        Assert.Equal((1, 0), (await store.ReadAsync(db => db.Interpretations.CountAsync()), await store.ReadAsync(db => db.InterpretationLinks.CountAsync())));

        Task<Outcome> BinAsync(Guid id) => UseBinAsync(async b => await b.DiscardAsync(new DiscardDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        async Task<Outcome> UseBinAsync(Func<Bin, Task<Outcome>> use)
        {
            await using var db = store.Open();
            return await use(new Bin(db, new DisclosureStore(db, desk.Clock.Business), desk.Clock.Business, Options.Create(new BinOptions())));
        }
    }

    private static async Task<Guid> OwedPolicyAsync(DisclosureDesk desk)
    {
        var policy = await desk.DraftAsync(desk.PolicyText());
        Assert.True((await WaiveAsync(desk, policy, await desk.EmployAsync(StaffRole.DisclosureOffice))).IsDone);
        await desk.ReviewedAsync(policy);
        Assert.True((await desk.PublishAsync(policy)).IsDone);
        return policy;
    }

    private static Task<Outcome> WaiveAsync(DisclosureDesk desk, Guid policy, Guid by, string reason = "汛情紧急，须立即公布避险措施") =>
        desk.InterpretAsync(async d => await d.WaiveAsync(new WaiveInterpretation(policy, await desk.RevisionAsync(policy), reason, by)));

    private static Task<Outcome> ForwardAsync(DisclosureDesk desk, Guid policy, string address) => desk.InterpretAsync(async d => await d.ForwardAsync(
        new ForwardInterpretation(policy, await desk.RevisionAsync(policy), new ForwardedWords("《办法》解读", address, "自治区民政厅"), desk.Clerk)));

    private static Task<InterpretationWaiver> WaiverAsync(TestStore store) => store.ReadAsync(db => db.InterpretationWaivers.SingleAsync());

    private static async Task<IReadOnlyList<OwedInterpretation>> OwedAsync(TestStore store, DisclosureDesk desk)
    {
        await using var db = store.Open();
        return await new OwedInterpretations(db, new PublicDisclosure.Core.Time.CalendarStore(db), desk.Clock.Business).ListAsync();
    }
}
