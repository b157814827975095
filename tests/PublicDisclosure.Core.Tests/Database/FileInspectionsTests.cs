using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public class FileInspectionsTests
{
    [Theory, EveryEngine]
    public async Task FactsAsync_Twice_ReadsTheFileOnce(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var file = await StoredAsync(desk, PoisonedFiles.Of("隐藏列.xlsx"));

        var first = await FactsAsync(store, desk, file);
        await desk.Files.StoreAsync(new MemoryStream([1]), default);
        var kept = await store.ReadAsync(db => db.InspectedFiles.SingleAsync());
        var second = await FactsAsync(store, desk, file);

        Assert.Equal((file.Hash, FileInspector.Version, desk.Clock.Now), (kept.Hash, kept.InspectorVersion, kept.InspectedAt));
        Assert.Equal(first[file.Hash].Findings, second[file.Hash].Findings);
        Assert.Contains(first[file.Hash].Findings, f => f.Rule == "FileIdentityNumberFound");
        Assert.Equal(1, await store.ReadAsync(db => db.InspectedFiles.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task FactsAsync_WhatIsKept_HoldsNoPersonalData(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var poisoned = PoisonedFiles.Of("低保名单.xlsx");

        await FactsAsync(store, desk, await StoredAsync(desk, poisoned));

        var kept = await store.ReadAsync(db => db.InspectedFiles.SingleAsync());
        Assert.All(poisoned.Planted, value => Assert.DoesNotContain(value, kept.Findings, StringComparison.Ordinal));
        Assert.Empty(PersonalDataFinder.Find(kept.Findings));
    }

    [Theory, EveryEngine]
    public async Task FactsAsync_UnsavedChangesOfTheCaller_AreNotSaved(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var id = await desk.DraftAsync();
        var file = await StoredAsync(desk, PoisonedFiles.Of("正文.docx"));
        await using var db = store.Open();
        var disclosure = await db.Disclosures.Include(d => d.WarningReasons).SingleAsync(d => d.Id == id);
        disclosure.ExplainWarning(Guid.NewGuid(), "Checklist.SummaryMissing", "理由", desk.Clock.Now, desk.Clerk);

        await new FileInspections(db, desk.Files, desk.Clock.Business).FactsAsync([file]);

        Assert.Equal(1, await store.ReadAsync(other => other.InspectedFiles.CountAsync()));
        Assert.Empty(await store.ReadAsync(other => other.Set<WarningReason>().ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task FactsAsync_FileIsGone_LeavesItOut(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);

        Assert.Empty(await FactsAsync(store, desk, TestData.CreateAttachment(Guid.NewGuid())));
    }

    [Theory, EveryEngine]
    public async Task FactsAsync_LetterWithDate_KeepsTheDateUnderIt(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        var letter = new PoisonedFile("通知.docx", Core.Storage.FileKind.Docx, OfficeZip.Docx(OfficeZip.P("特此通知。") + OfficeZip.P("二〇二六年一月五日"), ("header1.xml", OfficeZip.WordPart("hdr", OfficeZip.P("桂平市民政局文件")))), [], "");
        var file = await StoredAsync(desk, letter);

        await FactsAsync(store, desk, file);
        var again = await FactsAsync(store, desk, file);

        Assert.Equal(new DateOnly(2026, 1, 5), again[file.Hash].SignatureOn);
        Assert.Empty(again[file.Hash].Findings);
    }

    private static async Task<IReadOnlyDictionary<string, FileFacts>> FactsAsync(TestStore store, DisclosureDesk desk, DisclosureAttachment file)
    {
        await using var db = store.Open();
        return await new FileInspections(db, desk.Files, desk.Clock.Business).FactsAsync([file]);
    }

    private static async Task<DisclosureAttachment> StoredAsync(DisclosureDesk desk, PoisonedFile file)
    {
        using var content = new MemoryStream(file.Content);
        var stored = await desk.Files.StoreAsync(content, default);
        return TestData.CreateAttachment(Guid.NewGuid(), stored.Hash, file.Name);
    }
}
