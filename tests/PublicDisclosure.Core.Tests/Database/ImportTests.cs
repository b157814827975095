using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Pages of an old site become drafts that are marked for good, and every kind of bad file is told what to do.</summary>
public sealed class ImportTests
{
    private const string Head = "标题,正文,原网址,原发布日期,附件,发文字号,成文日期";

    [Theory, EveryEngine]
    public async Task Confirm_ZipWithFilesAndBadRows_EntersTheGoodMarkedAsImportedAndKeepsTheOthers(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var csv = $"{Head}\n关于低保的通知,<p>为做好工作，<strong>现通知</strong>如下：请各单位认真贯彻执行并按时报送。</p>,http://old.example/1.html,2019-03-04 10:22:31,名单/表一.csv,浔政办发[2019]12号,2019年3月1日\n"
            + "没有日期,正文,,昨天,,,\n没有附件,正文,,2019-01-05,不在.pdf,,\n外面的附件,正文,,2019-01-05,../../etc/passwd,,\n重复,正文,http://old.example/1.html,2019-03-04,,,\n纯文本,第一段\n";
        var upload = await UploadAsync(services, desk, OfficeZip.Zip(("旧站/导入.csv", OfficeZip.Bytes(csv)), ("旧站/名单/表一.csv", OfficeZip.Bytes("姓名,金额\n甲,1\n"))), "旧站.zip");
        Assert.True(upload.IsDone, string.Join("; ", upload.Refusals));
        var preview = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk)))!;
        Assert.Equal([2], preview.Reading.Good.Select(r => r.Sheet.Number));
        Assert.Equal(
            ["BatchRow.BadDate", "ImportRow.FileMissing", "ImportFile.UnsafePath", "BatchRow.TwiceInFile", "BatchRow.Missing"],
            preview.Reading.Sheet.Rejected.SelectMany(r => r.Problems).Select(p => p.Code));
        Assert.Equal("Batch.SomeRowsWrong", Assert.Single((await ConfirmAsync(services, desk, upload.Value, allOrNothing: true)).Refusals).Code);
        Assert.Equal(0, await store.ReadAsync(db => db.Disclosures.CountAsync()));

        var batch = Assert.Single((await ConfirmAsync(services, desk, upload.Value)).Value!);

        Assert.Equal(batch, Assert.Single((await ConfirmAsync(services, desk, upload.Value)).Value!));
        var draft = await store.ReadAsync(db => db.Disclosures.Include(d => d.Items).Include(d => d.Attachments).SingleAsync(d => d.BatchId == batch));
        Assert.Equal((desk.Clock.Now, new DateOnly(2019, 3, 4), "http://old.example/1.html"), (draft.ImportedAt, draft.OriginalPublishedOn, draft.OriginalAddress));
        Assert.Equal(("浔政办发〔2019〕12号", new DateOnly(2019, 3, 1), new DateOnly(2019, 3, 1), DocumentKind.Notice), (draft.Text.DocumentNumber, draft.Text.DocumentDate, draft.Text.FormedOn, draft.Text.Kind));
        Assert.Contains("**现通知**", draft.Text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", draft.Text.Body, StringComparison.Ordinal);
        Assert.Equal(("表一.csv", desk.ItemCode, DisclosureState.Draft), (Assert.Single(draft.Attachments).FileName, Assert.Single(draft.Items).ItemCode, draft.State));
        Assert.Null(draft.FirstPublishedAt);
        Assert.Equal(BatchKind.Import, await store.ReadAsync(db => db.Batches.Where(b => b.Id == batch).Select(b => b.Kind).SingleAsync()));
        Assert.Equal(1, await store.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == "Batch.Import")));
        var rejected = (await UseAsync<BatchUploads, (string, string Csv)?>(services, u => u.RejectedAsync(upload.Value, desk.Clerk)))!.Value.Csv;
        // Put right, the file of rejected rows can be sent as it is.
        var again = await UploadAsync(services, desk, Encoding.UTF8.GetBytes(rejected.Replace("昨天", "2019-01-06", StringComparison.Ordinal)), "改.csv");
        var second = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(again.Value, desk.Clerk)))!;
        Assert.Equal("没有日期", Assert.Single(second.Reading.Good).Sheet.Text!.Title);
        Assert.Contains(second.Reading.Sheet.Rejected, r => r.Problems.Any(p => p.Code == "ImportRow.BroughtBefore"));
    }

    [Theory, EveryEngine]
    public async Task Upload_SameFileTwice_EveryRowIsFoundToExist(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var file = OfficeZip.Bytes("标题,正文,原发布日期\n甲,正文,2019-01-05\n乙,正文,2019-01-05\n");
        Assert.True((await ConfirmAsync(services, desk, (await UploadAsync(services, desk, file)).Value)).IsDone);

        var again = (await UseAsync<ImportUploads, ImportPreview?>(services, async u => await u.PreviewAsync((await UploadAsync(services, desk, file)).Value, desk.Clerk)))!;

        Assert.Equal(desk.Clock.Now, again.SentBefore);
        Assert.Empty(again.Reading.Good);
        Assert.Equal("Batch.NothingToEnter", Assert.Single((await ConfirmAsync(services, desk, again.Upload.Id)).Refusals).Code);
        Assert.Equal(2, await store.ReadAsync(db => db.Disclosures.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Upload_ForSeveralOrganisations_IsTheOfficesAndAClerkGetsOnlyTheirOwn(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var (elsewhere, stranger, office) = (TestData.CreateOrganisation(), TestData.CreateStaffUser(), TestData.CreateStaffUser());
        await store.AddAsync(elsewhere, stranger, office, TestData.CreateMembership(stranger.Id, elsewhere.Id), TestData.CreateMembership(office.Id, elsewhere.Id, StaffRole.DisclosureOffice));
        var file = OfficeZip.Bytes($"标题,正文,原发布日期,发布单位\n甲,正文,2019-01-05,{desk.Organisation.Slug}\n乙,正文,2019-01-05,{elsewhere.Name}\n丙,正文,2019-01-05,没有的局\n");

        var clerks = await UploadAsync(services, desk, file);
        var own = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(clerks.Value, desk.Clerk)))!;
        var offices = await UploadAsync(services, desk, file, by: office.Id);
        var several = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(offices.Value, office.Id)))!;

        Assert.Equal("甲", Assert.Single(own.Reading.Good).Sheet.Text!.Title);
        Assert.All(own.Reading.Sheet.Rejected, r => Assert.Equal("ImportRow.OrganisationUnknown", Assert.Single(r.Problems).Code));
        // The item is in force of the first organisation's edition, which here is the city's.
        Assert.Equal([desk.Organisation.Id, elsewhere.Id], several.Reading.Good.Select(r => r.OrganisationId));
        Assert.Equal(2, (await ConfirmAsync(services, desk, offices.Value, by: office.Id)).Value!.Count);
        Assert.Equal([1, 1], await store.ReadAsync(db => db.Batches.Where(b => b.UploadId == offices.Value).Select(b => b.RowCount).ToListAsync()));
        Assert.Equal(OutcomeKind.NotFound, (await UploadAsync(services, desk, file, by: stranger.Id)).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await UploadAsync(services, desk, file, by: desk.Reviewer)).Outcome.Kind);
        Assert.Null(await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(clerks.Value, office.Id)));
        Assert.Null(await UseAsync<BatchUploads, BatchPreview?>(services, u => u.PreviewAsync(clerks.Value, desk.Clerk)));
        Assert.Equal(OutcomeKind.NotFound, (await ConfirmAsync(services, desk, clerks.Value, by: stranger.Id)).Outcome.Kind);
    }

    [Fact]
    public async Task Upload_BadFiles_SaysWhyAndKeepsNothing()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var good = OfficeZip.Bytes("标题,正文,原发布日期\n甲,正文,2019-01-05\n");
        (byte[] File, string Code)[] bad =
        [
            ([], "TableFile.Empty"),
            (OfficeZip.Bytes("姓名,电话\n甲,乙\n"), "ImportFile.NoHeadings"),
            (OfficeZip.Bytes("标题,正文\n甲,乙\n"), "BatchFile.ColumnsMissing"),
            (OfficeZip.Bytes("标题,正文,原发布日期\n"), "BatchFile.NoRows"),
            (OfficeZip.Bytes("标题,正文,原发布日期\n" + string.Concat(Enumerable.Repeat("甲,正文,2019-01-05\n", 1001))), "BatchFile.TooManyRows"),
            ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31, 0x2E, 0x34], "ImportFile.NotATable"),
            (OfficeZip.Bytes("[{\"标题\": \"甲\",\n \"正文\" }]"), "ImportFile.BrokenJson"),
            (OfficeZip.Bytes("{\"标题\": \"甲\"}"), "ImportFile.NotAList"),
            (OfficeZip.Bytes("[1, 2]"), "ImportFile.NotAList"),
            (OfficeZip.Zip(("a.txt", good)), "ImportFile.NoTable"),
            (OfficeZip.Zip(), "ImportFile.NoTable"),
            (OfficeZip.Zip(("a.csv", good), ("b.json", good)), "ImportFile.SeveralTables"),
            (OfficeZip.Zip(("a.csv", good), ("../b.txt", good)), "ImportFile.UnsafePath"),
            (OfficeZip.Zip(("a.csv", good), ("x\\..\\..\\b.txt", good)), "ImportFile.UnsafePath"),
            (OfficeZip.Zip(("a.csv", good), ("/etc/b.txt", good)), "ImportFile.UnsafePath"),
            (OfficeZip.Zip(("a.csv", good), ("C:/b.txt", good)), "ImportFile.UnsafePath"),
            (OfficeZip.Zip(("a.csv", good), ("b.txt", good), ("B.TXT", good)), "ImportFile.SameNameTwice"),
            (OfficeZip.Zip(("a.csv", good), ("b.txt", new byte[40 * 1024 * 1024])), "TableFile.TooMuchInside"),
            (OfficeZip.Zip(("a.csv", good))[..60], "TableFile.Damaged"),
            (OfficeZip.Zip(("xl/workbook.xml", good), ("a.csv", good)), "ImportFile.NotATable"),
            (Encrypted(OfficeZip.Zip(("a.csv", good))), "ImportFile.Encrypted"),
            ([.. good, .. new byte[51 * 1024 * 1024]], "TableFile.TooLarge"),
        ];
        foreach (var (file, code) in bad)
            Assert.Equal((code, "File"), (await UploadAsync(services, desk, file)).Refusals.Select(r => (r.Code, r.Field)).FirstOrDefault());

        Assert.Equal(0, await store.ReadAsync(db => db.BatchUploads.CountAsync()));
    }

    [Fact]
    public async Task Upload_JsonGb18030AndOddRows_AreReadByRow()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var json = """
            [{"title": "甲", "body": "第一段\n# 不是标题", "publishedOn": "2019-01-05", "files": []},
             {"title": "乙", "body": "<script>alert(1)</script><p>正文</p>", "format": "html", "publishedOn": "2019.1.5"},
             {"title": "丙", "body": "正文", "format": "rtf", "publishedOn": "2019-01-05"},
             {"title": "丁", "body": "正文", "publishedOn": "2099-01-05"},
             {"title": "戊", "body": "正文", "publishedOn": "2019-02-30", "url": "javascript:alert(1)"},
             {"title": "己\ud800", "body": "正文", "publishedOn": "2019-01-05"},
             {"title": "庚", "body": "正文", "publishedOn": "2019-01-05", "item": "99-zzzz", "number": "十二号"},
             {"title": "辛", "body": "正文", "publishedOn": "2019-01-05", "item": "99-zzzz"}]
            """;
        var upload = await UploadAsync(services, desk, Encoding.UTF8.GetBytes(json), "旧站.json");
        Assert.True(upload.IsDone, string.Join("; ", upload.Refusals));
        var reading = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk)))!.Reading;

        Assert.Equal([1, 2], reading.Good.Select(r => r.Sheet.Number));
        Assert.DoesNotContain("script", reading.Good.Last().Sheet.Text!.Body, StringComparison.Ordinal);
        Assert.Contains("第一段\n\n\\# 不是标题", reading.Good.First().Sheet.Text!.Body, StringComparison.Ordinal);
        // The date of the old page is no formed date: the clerk fills that in.
        Assert.Null(reading.Good.First().Sheet.Text!.FormedOn);
        Assert.Equal(
            ["ImportRow.FormatUnknown", "BatchRow.DateInFuture", "BatchRow.BadDate", "ImportRow.BadAddress", "BatchRow.HiddenCharacters", "BatchRow.BadNumber", "ImportRow.ItemUnknown"],
            reading.Sheet.Rejected.SelectMany(r => r.Problems).Select(p => p.Code));

        var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        var gb = await UploadAsync(services, desk, chinese.GetBytes("标题,正文,原发布日期,原网址\n镕基路改造,正文,2019年1月5日,=1+1\n喆家村,正文,2019年1月5日,/old/1.htm\n"));
        var read = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(gb.Value, desk.Clerk)))!.Reading;
        Assert.Equal("喆家村", Assert.Single(read.Good).Sheet.Text!.Title);
        Assert.Contains(Assert.Single(read.Sheet.Rejected).Problems, p => p.Code == "BatchRow.Formula");
    }

    [Fact]
    public async Task Upload_ZipNamesInGb18030_FindsTheFilesAndRefusesWhatIsNoDocument()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var desk = await DisclosureDesk.CreateAsync(store);
        await using var services = await ServicesAsync(store, desk);
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")))
        {
            foreach (var (name, text) in new[] { ("导入.csv", "标题,正文,原发布日期,附件\n甲,正文,2019-01-05,附件/附件1.csv\n乙,正文,2019-01-05,程序.pdf\n"), ("附件/附件1.csv", "a,b\n1,2\n"), ("程序.pdf", "MZ program") })
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        var upload = await UploadAsync(services, desk, bytes.ToArray(), "旧站.zip");
        var reading = (await UseAsync<ImportUploads, ImportPreview?>(services, u => u.PreviewAsync(upload.Value, desk.Clerk)))!.Reading;

        Assert.Equal("附件1.csv", Assert.Single(Assert.Single(reading.Good).Parts).FileName);
        Assert.Equal("Attachment.Executable", Assert.Single(Assert.Single(reading.Sheet.Rejected).Problems).Code);
    }

    /// <summary>The same archive with the mark of a password on each entry, in its own head and in the directory.</summary>
    private static byte[] Encrypted(byte[] zip)
    {
        for (var i = 0; i + 10 < zip.Length; i++)
        {
            if (zip.AsSpan(i).StartsWith("PK\u0003\u0004"u8)) zip[i + 6] |= 1;
            if (zip.AsSpan(i).StartsWith("PK\u0001\u0002"u8)) zip[i + 8] |= 1;
        }

        return zip;
    }

    internal static Task<OutcomeOf<Guid>> UploadAsync(ServiceProvider services, DisclosureDesk desk, byte[] file, string name = "旧站.csv", Guid? by = null) => UseAsync<ImportUploads, OutcomeOf<Guid>>(services, u => u.UploadAsync(
        new UploadBatch(BatchKind.Import, desk.Organisation.Id, desk.ItemCode, null, false, name, file, by ?? desk.Clerk)));

    internal static Task<OutcomeOf<IReadOnlyList<Guid>>> ConfirmAsync(ServiceProvider services, DisclosureDesk desk, Guid upload, bool allOrNothing = false, Guid? by = null) =>
        UseAsync<ImportUploads, OutcomeOf<IReadOnlyList<Guid>>>(services, u => u.ConfirmAsync(new ConfirmBatch(upload, allOrNothing, by ?? desk.Clerk, r => r.Code)));

    internal static async Task<T> UseAsync<TService, T>(ServiceProvider services, Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    internal static async Task<ServiceProvider> ServicesAsync(TestStore store, DisclosureDesk desk)
    {
        await desk.EmployAsync(StaffRole.Clerk, desk.Clerk);
        await desk.EmployAsync(StaffRole.Reviewer, desk.Reviewer);
        var services = new ServiceCollection();
        services.AddDisclosureCore(new ConfigurationBuilder().Build(), Path.GetTempPath());
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddScoped(_ => store.Open());
        services.AddSingleton(desk.Clock.Business);
        services.AddSingleton(desk.Files);
        return services.BuildServiceProvider();
    }
}
