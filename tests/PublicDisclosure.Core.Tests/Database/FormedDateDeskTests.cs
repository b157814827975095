using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Formed dates and updates on both engines: what is kept, listed, and shown publicly.</summary>
public class FormedDateDeskTests
{
    [Theory, EveryEngine]
    public async Task Confirm_AfterPublication_MovesListingAndDueDateAndKeepsTheFrozenText(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        var day = desk.Clock.Today;
        var before = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        await RequestAsync(desk, id, day.AddDays(-40), "落款日期看错");

        var outcome = await DecideAsync(desk, id, true, "已核对原件");

        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        var listing = await store.ReadAsync(db => db.Listings.Include(l => l.Domains).SingleAsync(l => l.DisclosureId == id));
        Assert.Equal((day.AddDays(-40), before.PublishedOn), (listing.FormedOn, listing.PublishedOn));
        Assert.True(listing.DueOn < before.DueOn);
        Assert.All(listing.Domains, d => Assert.Equal(listing.DueOn, d.DueOn));
        Assert.True(listing.DueOn < listing.PublishedOn, "an honest date makes it late");
        Assert.Equal(day, (await store.ReadAsync(db => db.Versions.SingleAsync(v => v.DisclosureId == id))).Text.FormedOn);
        var line = Assert.Single(await PublicAsync(store, desk, id));
        Assert.Equal((day, day.AddDays(-40), "落款日期看错", before.DueOn, listing.DueOn, 1), (line.From, line.To, line.Reason, line.DueBefore, line.DueAfter, line.AtVersion));
    }

    [Theory, EveryEngine]
    public async Task Confirm_BeforePublication_StaysInThePublicHistoryAndCountsForTheDueDate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.ApprovedAsync();
        var day = desk.Clock.Today;
        await RequestAsync(desk, id, day.AddDays(-3), "落款日期看错");
        await DecideAsync(desk, id, true, "");

        var published = await desk.PublishAsync(id);

        Assert.True(published.IsDone, string.Join("; ", published.Refusals));
        var listing = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        var line = Assert.Single(await PublicAsync(store, desk, id));
        Assert.Equal((day.AddDays(-3), line.DueAfter, 0), (listing.FormedOn, listing.DueOn, line.AtVersion));
    }

    [Theory, EveryEngine]
    public async Task Decline_ChangesNothingPublic_AndBothActsAreInTheLog(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        await RequestAsync(desk, id, desk.Clock.Today.AddDays(-3), "看错");

        var outcome = await DecideAsync(desk, id, false, "原件落款即为该日");

        Assert.True(outcome.IsDone);
        Assert.Empty(await PublicAsync(store, desk, id));
        Assert.Equal(desk.Clock.Today, (await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id))).FormedOn);
        var acts = await store.ReadAsync(db => db.AuditEntries.Where(a => a.ObjectId == id).Select(a => a.Action).ToListAsync());
        Assert.Contains("Disclosure.RequestFormedDate", acts);
        Assert.Contains("Disclosure.DeclineFormedDate", acts);
    }

    [Theory, EveryEngine]
    public async Task Queue_OpenRequest_WaitsForOthersThanThoseWhoWroteIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var (id, quiet) = (await desk.PublishedAsync(), await desk.PublishedAsync());
        var day = desk.Clock.Today.AddDays(-3);
        await RequestAsync(desk, id, day, "看错");

        var (forReviewer, forClerk) = (await QueueAsync(desk.Reviewer), await QueueAsync(desk.Clerk));

        Assert.Equal((id, day), (Assert.Single(forReviewer).Id, forReviewer[0].FormedOnAsked));
        Assert.NotEqual(id, quiet);
        Assert.Empty(forClerk);
        await DecideAsync(desk, id, false, "原件落款即为该日");
        Assert.Empty(await QueueAsync(desk.Reviewer));

        async Task<IReadOnlyList<DeskRow>> QueueAsync(Guid who)
        {
            await using var db = store.Open();
            return await new DisclosureDeskQueries(db, new Core.Time.CalendarStore(db), desk.Clock.Business).QueueAsync(db.Disclosures.AwaitingFormedDateBy(who));
        }
    }

    [Theory, EveryEngine]
    public async Task Decide_TwoPersonsAtOnce_CountsOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        await RequestAsync(desk, id, desk.Clock.Today.AddDays(-3), "看错");
        var seen = await desk.RevisionAsync(id);

        var outcomes = await Task.WhenAll(new[] { true, false, true }.Select(confirms => Task.Run(() =>
            desk.FormedDateAsync(d => d.DecideAsync(new DecideFormedDate(id, seen, confirms, "已核对", desk.Reviewer))))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal(OutcomeKind.EditedMeanwhile, o.Kind));
        Assert.Single(await store.ReadAsync(db => db.Set<FormedDateChange>().Where(c => c.DisclosureId == id).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Edit_SubmittedBefore_DateIsRefusedByEditorAndSaver(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        await desk.WorkAsync(async w => await w.RecallAsync(new RecallDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

        var outcome = await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(
            id, await desk.RevisionAsync(id), desk.GoodText() with { FormedOn = desk.Clock.Today.AddDays(-1) }, desk.GoodItems, desk.Clerk)));

        Assert.Equal([new Refusal("Disclosure.FormedOnFixed", "FormedOn")], outcome.Refusals);
        Assert.Equal(desk.Clock.Today, (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text.FormedOn);
    }

    [Theory, EveryEngine]
    public async Task Update_PublishedLate_KeepsItsOwnDatesAndLeavesTheFirst(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync();
        var first = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        var changed = desk.Clock.Today;
        desk.Clock.Advance(TimeSpan.FromDays(40));
        await desk.WorkAsync(async w => await w.BeginCorrectionAsync(new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Update, "标准提高", desk.Clerk, changed)));
        var text = (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text;
        await desk.EditAsync(async e => await e.EditAsync(new EditDisclosure(id, await desk.RevisionAsync(id), text with { Summary = "标准提高了。" }, desk.GoodItems, desk.Clerk)));
        var late = new Dictionary<string, string> { ["Checklist.UpdatePublishedLate"] = "核实用时较长" };

        var refused = await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));
        Assert.Equal(["Checklist.UpdatePublishedLate"], refused.Refusals.Select(r => r.Code));
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk, "", late)));
        await desk.WorkAsync(async w => await w.ReviewSecrecyAsync(new ReviewSecrecy(id, await desk.RevisionAsync(id), SecrecyConclusion.MayPublish, "", desk.Reviewer)));
        await desk.WorkAsync(async w => await w.ApproveAsync(new ApproveDisclosure(id, await desk.RevisionAsync(id), desk.Reviewer)));
        var outcome = await desk.PublishAsync(id);

        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        var newest = (await HistoryAsync(store, desk, id))[0];
        Assert.Equal((ChangeKind.Update, changed, first.DueOn, true), (newest.Change, newest.ChangedOn, newest.DueOn, newest.IsLate));
        var listing = await store.ReadAsync(db => db.Listings.SingleAsync(l => l.DisclosureId == id));
        Assert.Equal((first.DueOn, first.PublishedOn), (listing.DueOn, listing.PublishedOn));
        var register = (await store.ReadAsync(db => new ChangeRegister(db, new DisclosureReader(db, desk.Clock.Business), desk.Clock.Business).CorrectionsAsync(null, default))).Rows.Single(r => r.Title == text.Title);
        Assert.Equal((changed, true), (register.ChangedOn, register.IsLate));
    }

    private static async Task RequestAsync(DisclosureDesk desk, Guid id, DateOnly to, string reason)
    {
        var revision = await desk.RevisionAsync(id);
        var outcome = await desk.FormedDateAsync(d => d.RequestAsync(new RequestFormedDate(id, revision, to, reason, desk.Clerk)));
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
    }

    private static async Task<Outcome> DecideAsync(DisclosureDesk desk, Guid id, bool confirms, string remark)
    {
        var revision = await desk.RevisionAsync(id);
        return await desk.FormedDateAsync(d => d.DecideAsync(new DecideFormedDate(id, revision, confirms, remark, desk.Reviewer)));
    }

    private static async Task<IReadOnlyList<VersionLine>> HistoryAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        await using var db = store.Open();
        var reader = new DisclosureReader(db, desk.Clock.Business);
        return await reader.HistoryAsync((await reader.RecordsAsync([id], default))[id], default);
    }

    /// <summary>What the page shows; nothing before the first publication.</summary>
    private static Task<IReadOnlyList<FormedDateLine>> PublicAsync(TestStore store, DisclosureDesk desk, Guid id) => store.ReadAsync(async db =>
    {
        var reader = new DisclosureReader(db, desk.Clock.Business);
        return (await reader.RecordsAsync([id], default)).TryGetValue(id, out var record) ? await reader.FormedDatesAsync(record, default) : [];
    });
}
