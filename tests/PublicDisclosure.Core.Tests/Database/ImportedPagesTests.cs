using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;
using static PublicDisclosure.Core.Tests.Database.ImportTests;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What was brought in goes the way of everything else, is brought in once, and is never taken for something published in time.</summary>
public sealed class ImportedPagesTests
{
    private const string Head = "标题,正文,原网址,原发布日期,成文日期\n";

    private static readonly DateOnly Original = new(2019, 1, 10);

    [Theory, EveryEngine]
    public async Task Publish_ImportedPage_ExistsAndIsNeitherInTimeNorLate(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var batch = await BringAsync(services, desk, Page("http://old.example/1.html"));
        await StepAsync(services, batch, BatchStep.Submit, desk.Clerk);
        await StepAsync(services, batch, BatchStep.PassSecrecyReview, desk.Reviewer);
        await StepAsync(services, batch, BatchStep.Approve, desk.Reviewer);
        await StepAsync(services, batch, BatchStep.Publish, desk.Reviewer);
        // The rules count 20 working days from a date of 2019: anything written here would be years late.
        var id = await store.ReadAsync(db => db.Disclosures.Where(d => d.BatchId == batch).Select(d => d.Id).SingleAsync());

        await NeitherAsync(store, desk, id);
        await desk.ChangeFormedDateAsync(id, new DateOnly(2019, 1, 7), "原文落款为1月7日");

        await NeitherAsync(store, desk, id);
        var change = await store.ReadAsync(db => db.Set<FormedDateChange>().SingleAsync(c => c.DisclosureId == id));
        Assert.Equal((null, null, FormedDateDecision.Confirmed), (change.DueBefore, change.DueAfter, change.Decision));
        using var figures = new PublicFigures(desk.Clock.Business);
        var counted = await store.ReadAsync(db => figures.ReadAsync(db, default));
        Assert.Equal((1, 0), (counted.Organisation(desk.Organisation.Id), counted.Late));
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync(l => l.DueOn != null)));
        // An update made here is a duty of today, with a due date of its own.
        var text = await store.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Text).SingleAsync());
        await desk.PublishChangeAsync(id, ChangeKind.Update, text with { Body = text.Body + "\n\n咨询电话见单位主页。" }, "补充咨询方式");
        Assert.NotNull(await store.ReadAsync(db => db.Versions.Where(v => v.DisclosureId == id && v.Number == 2).Select(v => v.DueOn).SingleAsync()));
        await NeitherAsync(store, desk, id);
    }

    [Theory, EveryEngine]
    public async Task Steps_ImportedDraft_HasNoWayAroundChecklistAndSecondPerson(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        await store.AddAsync(TestData.CreateMembership(desk.Clerk, desk.Organisation.Id, StaffRole.Reviewer));
        var batch = await BringAsync(services, desk, Page("/1.html"), Page("/2.html", "户主110101199003077758已登记，请各村核对以后按时报送。"));

        var submitted = await RunAsync(services, batch, BatchStep.Submit, desk.Clerk);
        var own = await RunAsync(services, batch, BatchStep.PassSecrecyReview, desk.Clerk);

        Assert.Equal((1, "Checklist.IdentityNumberFound"), (submitted.Done, Assert.Single(submitted.Left).Codes));
        Assert.Equal((0, 1), (own.Done, own.Left.Count));
        Assert.Matches("ReviewerIs(Contributor|Submitter)", own.Left[0].Codes);
        Assert.Equal(0, await store.ReadAsync(db => db.Listings.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Preview_PagesThatAreThere_SayWhereTheyAre(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var (elsewhere, office) = (TestData.CreateOrganisation(), TestData.CreateStaffUser());
        await store.AddAsync(elsewhere, office, TestData.CreateMembership(office.Id, elsewhere.Id, StaffRole.DisclosureOffice));
        var batch = await BringAsync(services, desk, Page("http://Old.example:80/1.html#top"), Page("http://old.example/2.html"), Page("http://old.example/3.html"), Page("/4.html"));
        var ids = await store.ReadAsync(db => db.Disclosures.Where(d => d.BatchId == batch).OrderBy(d => d.BatchRow).Select(d => d.Id).ToListAsync());
        await using (var db = store.Open())
        {
            await new Bin(db, new DisclosureStore(db, desk.Clock.Business), desk.Clock.Business, Microsoft.Extensions.Options.Options.Create(new BinOptions()))
                .DiscardAsync(new DiscardDisclosure(ids[1], await desk.RevisionAsync(ids[1]), desk.Clerk));
        }

        foreach (var (step, by) in new[] { (BatchStep.Submit, desk.Clerk), (BatchStep.PassSecrecyReview, desk.Reviewer), (BatchStep.Approve, desk.Reviewer), (BatchStep.Publish, desk.Reviewer) })
            await RunAsync(services, batch, step, by);
        await desk.WithdrawAsync(ids[2], WithdrawalReason.Error);

        var own = await CodesAsync(services, desk.Clerk, await UploadAsync(services, desk, Table("https://old.example/1.html?", "https://old.example/1.html", "https://old.example/2.html", "http://old.example/3.html", "/4.html")));
        var others = await CodesAsync(services, office.Id, await UseAsync<ImportUploads, OutcomeOf<Guid>>(services, u => u.UploadAsync(
            new UploadBatch(BatchKind.Import, elsewhere.Id, desk.ItemCode, null, false, "a.csv", Table("http://old.example/1.html", "/4.html"), office.Id))));

        Assert.Equal(["", "ImportRow.BroughtBefore", "ImportRow.InBin", "ImportRow.WithdrawnBefore", "ImportRow.BroughtBefore"], own);
        Assert.Equal(["ImportRow.BroughtBefore", ""], others);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("zip")]
    public async Task Sample_AsDownloaded_IsReadWithoutAWordAndOnceOnly(string format)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var file = format switch { "csv" => ImportSample.Csv(desk.ItemCode), "json" => ImportSample.Json(desk.ItemCode), _ => ImportSample.Zip(desk.ItemCode) };

        var upload = await UploadAsync(services, desk, file, "示例." + format);
        var rows = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk)))!.Reading.Rows;

        Assert.Equal(["", ""], await CodesAsync(services, desk.Clerk, upload));
        Assert.All(rows, r => Assert.Empty(r.Warnings));
        Assert.Equal(format == "zip" ? 1 : 0, rows.Sum(r => r.Parts.Count));
        Assert.Equal([Original, new DateOnly(2019, 4, 3)], rows.Select(r => r.PublishedOn));
        Assert.Contains("| 1月 | 12 |", rows[1].Sheet.Text!.Body, StringComparison.Ordinal);
        Assert.True((await ConfirmAsync(services, desk, upload.Value)).IsDone);
        Assert.Equal(["ImportRow.BroughtBefore", "ImportRow.BroughtBefore"], await CodesAsync(services, desk.Clerk, await UploadAsync(services, desk, ImportSample.Csv(desk.ItemCode))));
    }

    [Theory, EveryEngine]
    public async Task Preview_SameTitleAndDay_IsOnePageOnlyWithoutAddresses(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        static byte[] Rows(params string[] addresses) => OfficeZip.Bytes(Head + string.Concat(addresses.Select(a => $"公示,正文,{a},2019-01-10,\n")));

        var first = await UploadAsync(services, desk, Rows("http://old.example/1.html", "http://old.example/2.html", "", "http://old.example/3.html"));
        Assert.Equal(["", "", "BatchRow.TwiceInFile", ""], await CodesAsync(services, desk.Clerk, first));
        Assert.True((await ConfirmAsync(services, desk, first.Value)).IsDone);

        var second = await UploadAsync(services, desk, Rows("http://old.example/4.html", "http://old.example/2.html"));
        Assert.Equal(["", "ImportRow.BroughtBefore"], await CodesAsync(services, desk.Clerk, second));
        Assert.Equal(["ImportRow.BroughtBefore"], await CodesAsync(services, desk.Clerk, await UploadAsync(services, desk, Rows(""))));
        Assert.Equal(["", "BatchRow.TwiceInFile"], await CodesAsync(services, desk.Clerk, await UploadAsync(services, desk, Rows("http://old.example/5.html", "HTTPS://OLD.example/5.html#x"))));
    }

    [Fact]
    public async Task Preview_DocumentMadeAfterItsPublication_IsShownToTheClerk()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);

        var upload = await UploadAsync(services, desk, OfficeZip.Bytes(Head + "甲,正文,,2019-01-10,2019-01-11\n乙,正文,,2019-01-10,2019-01-10\n"));
        var rows = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk)))!.Reading.Rows;

        Assert.Equal("ImportRow.MadeAfterPublication", Assert.Single(rows[0].Warnings).Code);
        Assert.Empty(rows[1].Warnings);
    }

    private static async Task NeitherAsync(TestStore store, DisclosureDesk desk, Guid id)
    {
        var listing = await store.ReadAsync(db => db.Listings.Include(l => l.Domains).SingleAsync(l => l.DisclosureId == id));
        Assert.Equal((true, null, desk.Clock.Today), (listing.IsImported, listing.DueOn, listing.PublishedOn));
        Assert.Null(Assert.Single(listing.Domains).DueOn);
        var record = await store.ReadAsync(async db => (await new DisclosureReader(db, desk.Clock.Business).RecordsAsync([id], default))[id]);
        Assert.Equal((Original, false, null), (record.Import!.OriginalPublishedOn, record.IsLate, record.DueOn));
        Assert.Equal(desk.Clock.Now, record.FirstPublishedAt);
        var listed = await store.ReadAsync(async db => Assert.Single((await new DisclosureList(db, desk.Clock.Business).ReadAsync(new DisclosureFilter(), null, null, default)).Rows));
        Assert.Equal((true, false), (listed.IsImported, listed.IsLate));
    }

    private static string Page(string address, string body = "各村（社区）认真贯彻执行，并于每月25日前报送落实情况，工作人员当场登记。") => $"关于第{address[address.IndexOf(".html", StringComparison.Ordinal) - 1]}号工作安排的通知,{body},{address},2019-01-10,2019-01-08\n";

    private static byte[] Table(params string[] addresses) => OfficeZip.Bytes(Head + string.Concat(addresses.Select((a, i) => $"另一标题{i},正文,{a},2019-01-10,\n")));

    private static async Task<Guid> BringAsync(ServiceProvider services, DisclosureDesk desk, params string[] pages)
    {
        var upload = await UploadAsync(services, desk, OfficeZip.Bytes(Head + string.Concat(pages)));
        Assert.True(upload.IsDone, string.Join("; ", upload.Refusals));
        return Assert.Single((await ConfirmAsync(services, desk, upload.Value, allOrNothing: true)).Value!);
    }

    private static async Task<IReadOnlyList<string>> CodesAsync(ServiceProvider services, Guid by, OutcomeOf<Guid> upload) =>
        [.. (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(upload.Value, by)))!.Reading.Rows.Select(r => string.Join(',', r.Sheet.Problems.Select(p => p.Code)))];

    private static async Task StepAsync(ServiceProvider services, Guid batch, BatchStep step, Guid by)
    {
        var run = await RunAsync(services, batch, step, by);
        Assert.True(run.Left.Count == 0 && run.Done > 0, step + string.Join("; ", run.Left.Select(l => l.Codes)));
    }

    private static async Task<BatchRun> RunAsync(ServiceProvider services, Guid batch, BatchStep step, Guid by)
    {
        var seen = await UseAsync<BatchDesk, string>(services, d => d.SeenAsync(batch, step));
        var reasons = PublicationChecklist.Rules.Where(r => r.Severity == ChecklistSeverity.Warning).ToDictionary(r => r.Code, _ => "旧网站原文如此");
        var outcome = await services.GetRequiredService<BatchRuns>().RequestAsync(new RunBatch(Guid.NewGuid(), batch, step, seen, reasons, "", by), default);
        Assert.True(outcome.IsDone, step + string.Join("; ", outcome.Refusals));
        return (await UseAsync<BatchDesk, BatchRun?>(services, d => d.LastRunAsync(batch)))!;
    }
}
