using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class MaskingAssistantTests
{
    [Theory, EveryEngine]
    public async Task MaskFileAsync_File_TakesTheOriginalsPlaceAndClosesIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await store.AddAsync([.. MaskingRuleSeed.Shipped(desk.Clock.Now)]);
        var id = await desk.DraftAsync();
        var file = await AttachAsync(desk, store, id, "名单.csv");

        var outcome = await RunAsync(desk, store, async a => await a.MaskFileAsync(new MaskFile(id, await desk.RevisionAsync(id), file.Id, new HashSet<string>(), desk.Clerk)));

        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        var now = await AttachmentAsync(store, id);
        Assert.Equal(file.Id, now.Id);
        Assert.NotEqual(file.Hash, now.Hash);
        Assert.False(desk.Files.Exists(file.Hash));
        Assert.True(desk.Closed.Exists(file.Hash));
        var row = Assert.Single(await store.ReadAsync(db => new MaskingHistory(db).OfAsync(id, default)));
        Assert.Equal((file.Hash, now.Hash, 1, "IdentityNumber=1", desk.Clerk), (row.OriginalHash, row.MaskedHash, row.Places, row.Counts, row.By));
    }

    [Theory, EveryEngine]
    public async Task MaskFileAsync_AnotherDraftHasTheFile_KeepsItOpenForThatOne(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await store.AddAsync([.. MaskingRuleSeed.Shipped(desk.Clock.Now)]);
        var (id, other) = (await desk.DraftAsync(), await desk.DraftAsync());
        var file = await AttachAsync(desk, store, id, "名单.csv");
        await AttachAsync(desk, store, other, "名单.csv");

        await RunAsync(desk, store, async a => await a.MaskFileAsync(new MaskFile(id, await desk.RevisionAsync(id), file.Id, new HashSet<string>(), desk.Clerk)));

        Assert.True(desk.Files.Exists(file.Hash));
    }

    [Theory, EveryEngine]
    public async Task MaskTextAsync_BodyWithNumbers_EditsTheDraft(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await store.AddAsync([.. MaskingRuleSeed.Shipped(desk.Clock.Now)]);
        var number = PoisonedFiles.Identity(7);
        var id = await desk.DraftAsync(desk.GoodText() with { Body = $"申请人身份证号{number}。\n\n| 姓名 | 残疾等级 |\n|---|---|\n| 王五六 | 二级 |" });

        var stale = await RunAsync(desk, store, a => a.MaskTextAsync(new MaskText(id, 99, new HashSet<string>(), desk.Clerk)));
        var outcome = await RunAsync(desk, store, async a => await a.MaskTextAsync(new MaskText(id, await desk.RevisionAsync(id), new HashSet<string>(), desk.Clerk)));

        Assert.Equal((OutcomeKind.EditedMeanwhile, OutcomeKind.Done), (stale.Kind, outcome.Kind));
        var body = await store.ReadAsync(async db => (await db.Disclosures.FindAsync(id))!.Text.Body);
        Assert.DoesNotContain(number, body, StringComparison.Ordinal);
        Assert.Contains(number[..6] + string.Concat(Enumerable.Repeat("\\*", 8)) + number[^4..], body, StringComparison.Ordinal);
        Assert.DoesNotContain("二级", body, StringComparison.Ordinal);
        Assert.Contains("王五六", body, StringComparison.Ordinal);
    }

    [Theory, EveryEngine]
    public async Task SaveAsync_Rule_IsChangedAndAudited(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var rules = MaskingRuleSeed.Shipped(desk.Clock.Now);
        await store.AddAsync([.. rules]);
        var rule = rules.Single(r => r.Kind == MaskingKind.IdentityNumber);
        var text = new MaskingRuleText(MaskMethod.KeepEnds, 3, 2, "*", "身份证", "通行做法", false);

        await using var db = store.Open();
        var editor = new MaskingRuleEditor(db, desk.Clock.Business);
        Assert.Equal("MaskingRule.MasksTooLittle", Assert.Single((await editor.SaveAsync(rule.Id, 1, text with { KeepFirst = 10, KeepLast = 4 }, desk.Clerk)).Refusals).Code);
        Assert.Equal(OutcomeKind.Done, (await editor.SaveAsync(rule.Id, 1, text, desk.Clerk)).Kind);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await editor.SaveAsync(rule.Id, 1, text, desk.Clerk)).Kind);
        Assert.Contains(db.AuditEntries, e => e.Action == "MaskingRule.Edit" && e.ObjectId == rule.Id);
    }

    private static async Task<Outcome> RunAsync(DisclosureDesk desk, TestStore store, Func<MaskingAssistant, Task<Outcome>> use)
    {
        await using var db = store.Open();
        return await use(new MaskingAssistant(db, new DisclosureStore(db, desk.Clock.Business), desk.Files, desk.Closed, new OpenFileRemoval(db, desk.Files, desk.Closed)));
    }

    private static async Task<DisclosureAttachment> AttachAsync(DisclosureDesk desk, TestStore store, Guid id, string name)
    {
        var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"序号,身份证号\n1,{PoisonedFiles.Identity(3)}\n"));
        var outcome = await desk.EditAsync(async e => await e.AttachAsync(new AttachFile(id, await desk.RevisionAsync(id), name, false, desk.Clerk), content));
        Assert.Equal(OutcomeKind.Done, outcome.Kind);
        return await AttachmentAsync(store, id);
    }

    private static Task<DisclosureAttachment> AttachmentAsync(TestStore store, Guid id) =>
        store.ReadAsync(db => Task.FromResult(db.Disclosures.Where(d => d.Id == id).SelectMany(d => d.Attachments).Single()));
}
