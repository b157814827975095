using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The way of a disclosure through review, on every engine.</summary>
public sealed class DisclosureWorkflowTests
{
    [Theory, EveryEngine]
    public async Task Publish_Approved_IsNumberedFrozenAndListed(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);

        var id = await desk.PublishedAsync();

        var disclosure = await store.ReadAsync(db => db.Disclosures.Include(d => d.Versions).Include(d => d.Transitions).SingleAsync(d => d.Id == id));
        Assert.Equal(DisclosureState.Published, disclosure.State);
        Assert.Equal($"{desk.Organisation.CreditCode}/2026-00001", disclosure.IndexNumber);
        Assert.Equal($"{desk.Organisation.Slug}-2026-00001", disclosure.Address);
        Assert.Equal(desk.Clock.Now, disclosure.FirstPublishedAt);
        var version = Assert.Single(disclosure.Versions);
        Assert.Contains("<p>", version.Html, StringComparison.Ordinal);
        Assert.Equal(ContentHash.Of(version), version.ContentHash);
        Assert.Equal(
            [DisclosureAction.Submit, DisclosureAction.PassSecrecyReview, DisclosureAction.Approve, DisclosureAction.Publish],
            disclosure.Transitions.OrderBy(t => t.Step).Select(t => t.Action));
        var listing = await store.ReadAsync(db => db.Listings.Include(l => l.Domains).Include(l => l.Items).SingleAsync(l => l.DisclosureId == id));
        Assert.Equal(disclosure.Text.Title, listing.Title);
        Assert.Single(listing.Domains);
        Assert.Equal(desk.ItemCode, Assert.Single(listing.Items).ItemCode);
    }

    [Theory, EveryEngine]
    public async Task Approve_ByTheClerk_IsRefusedAndNothingSaved(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var outcome = await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(
            new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Clerk)));

        Assert.Equal("Disclosure.ReviewerIsSubmitter", Assert.Single(outcome.Refusals).Code);
        Assert.Equal(DisclosureState.AwaitingSecrecyReview, (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).State);
        Assert.Equal(0, await store.ReadAsync(db => db.Set<SecrecyReview>().CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Approve_BySomebodyWhoEditedButDidNotSubmit_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        await desk.EditAsync(async e => await e.EditAsync(
            new EditDisclosure(id, await desk.RevisionAsync(id), desk.GoodText(), desk.GoodItems, desk.Reviewer)));
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var outcome = await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(
            new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer)));

        Assert.Equal("Disclosure.ReviewerIsContributor", Assert.Single(outcome.Refusals).Code);
    }

    [Theory, EveryEngine]
    public async Task Recall_AfterApproval_ReviewAndApprovalMustBeGivenAgain(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.ApprovedAsync();
        await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        await desk.EditAsync(async e => await e.EditAsync(
            new EditDisclosure(id, await desk.RevisionAsync(id), desk.GoodText(), desk.GoodItems, desk.Clerk)));
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var disclosure = await store.ReadAsync(db => db.Disclosures.Include(d => d.Reviews).SingleAsync(d => d.Id == id));

        Assert.Null(disclosure.ValidReview());
        Assert.Null(disclosure.ApprovedBy);
        Assert.Equal(Outcome.Refused("Disclosure.ActionNotPossible").Refusals, (await desk.PublishAsync(id)).Refusals);
    }

    [Theory, EveryEngine]
    public async Task Submit_RevisionSeenIsOld_IsEditedMeanwhile(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();

        var outcome = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id) - 1, desk.Clerk)));

        Assert.Equal(OutcomeKind.EditedMeanwhile, outcome.Kind);
    }

    [Theory, EveryEngine]
    public async Task Correction_Published_MakesVersionTwoAndKeepsNumberAndFirstTime(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        var first = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        desk.Clock.Advance(TimeSpan.FromDays(3));

        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(
            new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "金额有误", desk.Clerk)));
        await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(
            id, await desk.RevisionAsync(id), desk.GoodText() with { DocumentDate = TestClock.DefaultDay, FormedOn = TestClock.DefaultDay }, desk.GoodItems, desk.Clerk)));
        Assert.Equal(first.Title, (await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id))).Title);
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer)));
        await desk.WorkAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));
        var outcome = await desk.PublishAsync(id);

        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        var second = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        Assert.Equal((2, first.IndexNumber, first.FirstPublishedAt), (second.VersionNumber, second.IndexNumber, second.FirstPublishedAt));
        Assert.NotEqual(first.Title, second.Title);
        var version = await store.ReadAsync(db => db.Versions.SingleAsync(v => v.DisclosureId == id && v.Number == 2));
        Assert.Equal((ChangeKind.Correction, "金额有误"), (version.Change, version.ChangeReason));
    }

    [Theory, EveryEngine]
    public async Task AbandonCorrection_TextIsThePublicVersionAgain(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        var published = (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text;
        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(
            new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Update, "情况变化", desk.Clerk, desk.Clock.Today)));
        await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), desk.GoodText(), desk.GoodItems, desk.Clerk)));

        var outcome = await desk.WorkAsync(async w => await w.AbandonCorrectionAsync(new AbandonDisclosureCorrection(id, await desk.RevisionAsync(id), desk.Clerk)));

        Assert.True(outcome.IsDone);
        var disclosure = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id));
        Assert.Equal((DisclosureState.Published, published), (disclosure.State, disclosure.Text));
    }

    [Theory, EveryEngine]
    public async Task Withdraw_Published_LeavesTheListsInTheSameSave(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();

        await desk.WithdrawAsync(id, WithdrawalReason.Error, "数据有误，已撤回核实。");

        Assert.False(await store.ReadAsync(db => db.Listings.AnyAsync(l => l.DisclosureId == id)));
        Assert.False(await store.ReadAsync(db => db.ListingItems.AnyAsync(l => l.DisclosureId == id)));
        var disclosure = await store.ReadAsync(db => db.Disclosures.Include(d => d.Withdrawal).SingleAsync(d => d.Id == id));
        Assert.Equal((DisclosureState.Withdrawn, WithdrawalReason.Error), (disclosure.State, disclosure.Withdrawal!.Reason));
    }

    [Theory, EveryEngine]
    public async Task Withdraw_ReplacedByAnUnknownAddress_IsRefused(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();

        var outcome = await desk.StandAsync(id, (w, seen) => w.ProposeAsync(
            new ProposeWithdrawal(id, seen, WithdrawalReason.Replaced, "已有新文件。", "nowhere-2026-00009", desk.Clerk)));

        Assert.Equal("Disclosure.ReplacementUnknown", Assert.Single(outcome.Refusals).Code);
        Assert.True(await store.ReadAsync(db => db.Listings.AnyAsync(l => l.DisclosureId == id)));
    }

    [Theory, EveryEngine]
    public async Task NotPublic_EndsInTheFileAndNeverInAList(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync(desk.GoodText() with { Attribute = DisclosureAttribute.NotPublic, NonDisclosureGround = NonDisclosureGround.ProcessRecord });
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MustNotPublish, "过程性信息", desk.Reviewer)));
        var approve = await desk.WorkAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));

        var file = await desk.WorkAsync(async w => await w.FileAsync(new FileDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));

        Assert.Contains(approve.Refusals, r => r.Code == "Disclosure.OnlyActiveIsApprovedForPublication");
        Assert.True(file.IsDone, string.Join("; ", file.Refusals));
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Publish_ManyAtOnce_NumbersAreGapless(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        const int count = 12;
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++) ids.Add(await desk.ApprovedAsync());

        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => desk.PublishAsync(id))));

        Assert.All(outcomes, o => Assert.True(o.IsDone, o.Kind.ToString()));
        var numbers = await store.ReadAsync(db => db.Listings.Select(l => l.Address).ToListAsync());
        Assert.Equal(
            Enumerable.Range(1, count), numbers.Select(a => int.Parse(a[^5..], CultureInfo.InvariantCulture)).Order());
    }

    [Theory, EveryEngine]
    public async Task Publish_SameOneTwiceAtOnce_IsPublishedOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.ApprovedAsync();
        var seen = await desk.RevisionAsync(id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.PublishAsync(id, seenRevision: seen))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(1, await store.ReadAsync(db => db.Versions.CountAsync(v => v.DisclosureId == id)));
        var next = await desk.PublishedAsync();
        Assert.EndsWith("-00002", (await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == next))).Address, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task Publish_Refused_KeepsNoReasonGivenWithTheStep(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.ApprovedAsync(desk.GoodText("关于2026年救助对象名单的公示") with
        {
            Genre = DisclosureGenre.NameList,
            Kind = DocumentKind.Other,
            DisplayUntil = desk.Clock.Today.AddDays(12),
            ObjectionContact = "社会救助股",
        });
        desk.Clock.Advance(TimeSpan.FromDays(14));

        var outcome = await desk.PublishAsync(id, reasons: new Dictionary<string, string> { ["Checklist.SummaryMissing"] = "说明" });

        Assert.Contains(outcome.Refusals, r => r.Code == "Checklist.DisplayPeriodOver");
        Assert.Equal(0, await store.ReadAsync(db => db.Set<WarningReason>().CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Index_CodeAndSlugChangeLater_IssuedNumberAndAddressStay(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        var before = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        await using (var db = store.Open())
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Id == desk.Organisation.Id);
            organisation.AssignCreditCode(Core.Organisations.OrganisationCode.Demo("450881", 4242), isDemo: true);
            organisation.Rename("改名后的单位", "新单位", confirmed: true);
            await db.SaveChangesAsync();
        }

        var second = await desk.PublishedAsync();

        var after = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        Assert.Equal((before.IndexNumber, before.Address), (after.IndexNumber, after.Address));
        var issuedLater = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == second));
        Assert.NotEqual(before.IndexNumber[..18], issuedLater.IndexNumber[..18]);
    }
}
