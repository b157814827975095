using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Tests.Search;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The plain summary (通俗摘要): owed where an interpretation is, kept through the versions, read by checks and by search.</summary>
public sealed class PlainSummaryTests
{
    private const string Missing = "Checklist.PlainSummaryMissing";

    [Theory, EveryEngine]
    public async Task Submit_WhatMustBeInterpretedWithout_IsRefusedUntilItIsWritten(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync(desk.PolicyText() with { PlainSummary = "" });
        await desk.PlanAsync(id);

        Assert.Contains(Missing, Codes(await SubmitAsync(desk, id)));
        await WriteAsync(store, desk, id, new string('长', 31));
        Assert.Contains("Checklist.PlainSentenceTooLong", Codes(await SubmitAsync(desk, id)));
        await WriteAsync(store, desk, id, string.Concat(Enumerable.Repeat("十个字一句话的摘要。", 16)));
        Assert.Contains("Checklist.PlainSummaryTooLong", Codes(await SubmitAsync(desk, id)));

        await WriteAsync(store, desk, id, "困难家庭可以申请救助。到镇政府办理。");
        Assert.True((await SubmitAsync(desk, id)).IsDone);
    }

    [Theory, EveryEngine]
    public async Task Submit_WhatNeedNotBeInterpreted_AsksForNone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);

        Assert.True((await SubmitAsync(desk, await desk.DraftAsync())).IsDone);
        var marked = await desk.DraftAsync(desk.GoodText("关于市场价格的通知") with { Concerns = PublicConcerns.Market });
        Assert.Contains(Missing, Codes(await SubmitAsync(desk, marked)));
    }

    [Theory, EveryEngine]
    public async Task Submit_PageOfTheOldSite_OwesNone(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ImportTests.ServicesAsync(store, desk);
        var file = OfficeZip.Bytes("标题,正文,原网址,原发布日期,成文日期\n关于低保的通知,为做好工作，现通知如下：请各单位认真贯彻执行并按时报送落实情况。,http://old.example/1.html,2019-01-10,2019-01-08\n");
        Assert.True((await ImportTests.ConfirmAsync(services, desk, (await ImportTests.UploadAsync(services, desk, file)).Value)).IsDone);
        var old = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.ImportedAt != null));
        Assert.True((await desk.EditAsync(e => e.EditAsync(new EditDisclosure(old.Id, old.Revision, desk.PolicyText() with { PlainSummary = "" }, desk.GoodItems, desk.Clerk)))).IsDone);

        var codes = Codes(await SubmitAsync(desk, old.Id));

        Assert.DoesNotContain(Missing, codes);
        // It may still be written, and is then asked to be short.
        Assert.Contains("Checklist.PlainSummaryAdvised", codes);
    }

    [Theory, EveryEngine]
    public async Task Publish_Versions_EachKeepsItsOwn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.PublishedAsync(desk.GoodText() with { PlainSummary = "低保每月八百八十元。" });
        Assert.True((await desk.WorkAsync(async w => await w.BeginCorrectionAsync(
            new BeginDisclosureCorrection(id, await desk.RevisionAsync(id), ChangeKind.Correction, "更正数字", desk.Clerk)))).IsDone);
        Assert.Equal("低保每月八百八十元。", (await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id))).Text.PlainSummary);

        await WriteAsync(store, desk, id, "低保每月九百元。");
        await desk.ReviewedAsync(id);
        Assert.True((await desk.PublishAsync(id)).IsDone);

        Assert.Equal(
            ["低保每月八百八十元。", "低保每月九百元。"],
            await store.ReadAsync(db => db.Versions.Where(v => v.DisclosureId == id).OrderBy(v => v.Number).Select(v => v.Text.PlainSummary).ToListAsync()));
    }

    [Theory]
    [InlineData("身份证号11010519491231002X可以领。", "Checklist.IdentityNumberFound")]
    [InlineData("有事打手机13800138000。", "Checklist.MobileNumberFound")]
    [InlineData("电话待补充。", "Checklist.PlaceholderLeft")]
    public void Checklist_PersonalDataInIt_IsFoundAsInTheBody(string plain, string code) =>
        Assert.Contains(code, new Disclosures.ChecklistCase().With(t => t with { PlainSummary = plain }).Codes());

    [Theory, EveryEngine]
    public async Task Find_WordsOfTheSummaryAlone_LeadToThePageAndAreShown(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var bench = new SearchBench(store, desk);
        await desk.PublishedAsync(desk.GoodText("关于调整夔牛标准的通知") with { PlainSummary = "饕餮家庭也能领钱。" });
        await desk.PublishedAsync(desk.GoodText("关于其他工作的通知"));
        await bench.Follower.CatchUpAsync();

        var found = Assert.Single((await bench.FindAsync("饕餮家庭")).Rows);

        Assert.Equal("关于调整夔牛标准的通知", found.PlainTitle);
        Assert.Contains(found.Excerpt, p => p is { IsHit: true, Text: "饕餮家庭" });
    }

    [Theory, EveryEngine]
    public async Task Find_InTheDatabaseAlone_ReadsItToo(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await desk.PublishedAsync(desk.GoodText("关于调整夔牛标准的通知") with { PlainSummary = "饕餮家庭也能领钱。" });
        await using var db = store.Open();
        var plain = new DisclosureSearch(db, new DisclosureList(db, desk.Clock.Business));

        Assert.Equal("关于调整夔牛标准的通知", Assert.Single((await plain.FindAsync(["饕餮"], null, CancellationToken.None)).Rows).Disclosure.Title);
        Assert.Empty((await plain.FindAsync(["穷奇"], null, CancellationToken.None)).Rows);
    }

    private static async Task WriteAsync(TestStore store, DisclosureDesk desk, Guid id, string plain)
    {
        var draft = await store.ReadAsync(db => db.Disclosures.SingleAsync(d => d.Id == id));
        Assert.True((await desk.EditAsync(e => e.EditAsync(new EditDisclosure(id, draft.Revision, draft.Text with { PlainSummary = plain }, desk.GoodItems, desk.Clerk)))).IsDone);
    }

    private static async Task<Outcome> SubmitAsync(DisclosureDesk desk, Guid id) =>
        await desk.WorkAsync(async w => await w.SubmitAsync(new SubmitDisclosure(id, await desk.RevisionAsync(id), desk.Clerk)));

    private static IEnumerable<string> Codes(Outcome outcome) => outcome.Refusals.Select(r => r.Code);
}
