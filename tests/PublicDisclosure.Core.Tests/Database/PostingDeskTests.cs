using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Postings off the web on both engines: recorded, confirmed, corrected, and what the public learns.</summary>
public sealed class PostingDeskTests : IDisposable
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46];
    private readonly string _closed = Directory.CreateTempSubdirectory("closed-").FullName;

    public void Dispose() => Directory.Delete(_closed, recursive: true);

    [Theory, EveryEngine]
    public async Task Record_AndConfirm_ThePublicLearnsTheFactAndNothingElse(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await OffWebAsync(store);
        var recorded = await RecordAsync(store, desk, Details(desk) with { Note = "秘密备注" }, new Upload("现场.jpg", new MemoryStream(Picture)));
        Assert.True(recorded.IsDone, string.Join("; ", recorded.Refusals));
        Assert.Equal(0, (await FactsAsync(store, desk)).Total);

        Assert.True((await DecideAsync(store, desk, recorded.Value, true, desk.Reviewer)).IsDone);

        var fact = Assert.Single((await FactsAsync(store, desk)).Newest);
        Assert.Equal(("2026年第一季度低保对象名单", "木乐村公示栏", desk.Clock.Today, null), (fact.What, fact.Places, fact.From, fact.CorrectedAt));
        Assert.DoesNotContain("秘密备注", fact.ToString(), StringComparison.Ordinal);
        var record = await store.ReadAsync(db => db.Set<PostingRecord>().SingleAsync());
        Assert.Equal("现场.jpg", record.PhotoName);
        Assert.True(TestData.CreateClosedStore(_closed).Exists(record.PhotoHash));
        Assert.Equal(["OffsitePosting.Confirm", "OffsitePosting.Record"], await store.ReadAsync(db => db.AuditEntries.Where(a => a.ObjectId == recorded.Value).Select(a => a.Action).Order().ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Correct_Confirmed_IsMarkedForThePublicAndKeepsTheFormerRecord(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await OffWebAsync(store);
        var id = (await RecordAsync(store, desk, Details(desk))).Value;
        await DecideAsync(store, desk, id, true, desk.Reviewer);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var corrected = await UseAsync(store, desk, d => d.CorrectAsync(new CorrectPosting(id, 1, Details(desk) with { Places = "马皮村公示栏" }, null, "地点写错", desk.Clerk)));
        Assert.True(corrected.IsDone);
        Assert.Equal("木乐村公示栏", Assert.Single((await FactsAsync(store, desk)).Newest).Places);
        await DecideAsync(store, desk, id, true, desk.Reviewer);

        var fact = Assert.Single((await FactsAsync(store, desk)).Newest);
        Assert.Equal(("马皮村公示栏", desk.Clock.Now), (fact.Places, fact.CorrectedAt));
        Assert.Equal(2, await store.ReadAsync(db => db.Set<PostingRecord>().CountAsync(r => r.PostingId == id)));
    }

    [Theory, EveryEngine]
    public async Task Record_ItemForTheWeb_IsRefusedAndNothingKept(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);

        var outcome = await RecordAsync(store, desk, Details(desk), new Upload("现场.jpg", new MemoryStream(Picture)));

        Assert.Equal(["OffsitePosting.ItemIsForTheWeb"], outcome.Refusals.Select(r => r.Code));
        Assert.Equal(0, await store.ReadAsync(db => db.Postings.CountAsync()));
        Assert.Empty(Directory.EnumerateFiles(_closed, "*", SearchOption.AllDirectories));
    }

    [Theory, EveryEngine]
    public async Task Record_UnknownItemOrNoPicture_IsRefusedWithEveryReason(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await OffWebAsync(store);

        var outcome = await UseAsync(store, desk, d => d.RecordAsync(new RecordPosting(
            desk.Organisation.Id, "99-none", Details(desk) with { From = desk.Clock.Today.AddDays(1), To = desk.Clock.Today.AddDays(9) }, new Upload("名单.pdf", new MemoryStream("%PDF-1.7 ..."u8.ToArray())), desk.Clerk)));

        Assert.Equal(["OffsitePosting.FromInFuture", "OffsitePosting.ItemUnknown", "OffsitePosting.PhotoNotAPicture"], outcome.Refusals.Select(r => r.Code).Order());
    }

    [Theory, EveryEngine]
    public async Task Decide_SeenOlderRevision_IsEditedMeanwhile(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await OffWebAsync(store);
        var id = (await RecordAsync(store, desk, Details(desk))).Value;
        await DecideAsync(store, desk, id, false, desk.Reviewer, "地点不清");

        var again = await UseAsync(store, desk, d => d.DecideAsync(new DecidePosting(id, 0, true, "", desk.Reviewer)));

        Assert.Equal(OutcomeKind.EditedMeanwhile, again.Kind);
        Assert.Equal(0, (await FactsAsync(store, desk)).Total);
    }

    [Theory, EveryEngine]
    public async Task List_And_Counts_TellTheNewestRecordAndWhatCounts(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await OffWebAsync(store);
        var first = (await RecordAsync(store, desk, Details(desk))).Value;
        await DecideAsync(store, desk, first, true, desk.Reviewer);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await RecordAsync(store, desk, Details(desk) with { What = "另一份名单" })).Value;

        var (all, open, counts) = await store.ReadAsync(async db => (
            await new PostingQueries(db).ListAsync(db.Postings, false, null, default),
            await new PostingQueries(db).ListAsync(db.Postings, true, null, default),
            await new PostingQueries(db).CountsAsync(desk.Organisation.Id, default)));

        Assert.Equal([second, first], all.Rows.Select(r => r.Id));
        Assert.Equal(("另一份名单", null), (Assert.Single(open.Rows).What, open.Rows[0].Decision));
        Assert.Equal(1, counts[desk.ItemCode]);
    }

    private static PostingDetails Details(DisclosureDesk desk) => new()
    {
        What = "2026年第一季度低保对象名单",
        Places = "木乐村公示栏",
        From = desk.Clock.Today,
        To = desk.Clock.Today.AddDays(7),
        Channel = Channel.NoticeBoard,
    };

    /// <summary>A desk whose item ticks the notice board and not the web.</summary>
    private static async Task<DisclosureDesk> OffWebAsync(TestStore store)
    {
        var desk = await DisclosureDesk.CreateAsync(store);
        await using var db = store.Open();
        var item = await db.Items.SingleAsync(i => i.Code == desk.ItemCode);
        item.Edit(item.Sequence, item.Text with { Channels = "□政府网站 ■社区/企事业单位/村公示栏（电子屏）" }, item.Levels, item.Mode);
        await db.SaveChangesAsync();
        return desk;
    }

    private async Task<T> UseAsync<T>(TestStore store, DisclosureDesk desk, Func<PostingDesk, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(new PostingDesk(db, desk.Clock.Business, new DutyItems(db), TestData.CreateClosedStore(_closed), Options.Create(new PostingOptions())));
    }

    private Task<OutcomeOf<Guid>> RecordAsync(TestStore store, DisclosureDesk desk, PostingDetails details, Upload? photo = null) =>
        UseAsync(store, desk, d => d.RecordAsync(new RecordPosting(desk.Organisation.Id, desk.ItemCode, details, photo, desk.Clerk)));

    private async Task<Outcome> DecideAsync(TestStore store, DisclosureDesk desk, Guid id, bool confirms, Guid by, string remark = "")
    {
        var revision = await store.ReadAsync(db => db.Postings.Where(p => p.Id == id).Select(p => p.Revision).SingleAsync());
        return await UseAsync(store, desk, d => d.DecideAsync(new DecidePosting(id, revision, confirms, remark, by)));
    }

    private static Task<PostingFacts> FactsAsync(TestStore store, DisclosureDesk desk) => store.ReadAsync(async db =>
    {
        var reader = new PostingReader(db);
        var ofItem = await reader.OfItemAsync(desk.ItemCode, default);
        Assert.Equal(ofItem.Total, (await reader.OfOrganisationAsync(desk.Organisation.Id, default)).Total);
        return ofItem;
    });
}
