using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Imports;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>A clerk brings pages of the old site over: sample, preview, drafts, review, and what the public reads in the end.</summary>
public sealed class ImportPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Path = "/admin/imports", Head = "标题,正文,原网址,原发布日期,成文日期\n";

    [Fact]
    public async Task Get_ByRole_OnlyThoseWhoBringPagesOver()
    {
        Assert.Equal(302, (await site.Visitor().OpenAsync(Path)).Code);
        Assert.Equal(403, (await (await site.StaffAsync("reviewer")).OpenAsync(Path)).Code);
        Assert.Equal(403, (await (await site.StaffAsync("auditor")).OpenAsync(Path)).Code);
        var clerk = await (await site.StaffAsync("clerk")).OpenAsync(Path);
        var office = await (await site.StaffAsync("office")).OpenAsync(Path);

        // One organisation chooses among its items; the office names organisation and item by file.
        Assert.Null(clerk.Document.QuerySelector("[name='Input.Organisation']"));
        Assert.NotEmpty(clerk.Document.QuerySelectorAll("select[name='Input.Item'] option[value]:not([value=''])"));
        Assert.True(office.Document.QuerySelectorAll("select[name='Input.Organisation'] option").Length > 20);
        Assert.NotNull(office.Document.QuerySelector("input[name='Input.Item']"));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("zip")]
    public async Task Sample_DownloadedAndSentBack_HasNoBadRow(string format)
    {
        var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync(Path);
        var link = form.Document.QuerySelector($"a[href$='format={format}']")!.GetAttribute("href")!;
        var file = await clerk.GetByteArrayAsync(Path + link, TestContext.Current.CancellationToken);

        var preview = await clerk.FollowAsync(await SendAsync(clerk, form, file, "示例." + format));

        Assert.Contains("可以导入2 条", preview.Text.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(preview.Document.QuerySelectorAll("a[href='?handler=Rejected']"));
        Assert.Equal("/admin/imports", (await clerk.SubmitAsync(preview, button: "button[formaction$=Discard]")).RedirectsTo);
        Assert.Equal(404, (await clerk.OpenAsync(preview.Path)).Code);
    }

    [Fact]
    public void Columns_OfThePage_AreThoseOfTheSample()
    {
        var sample = Encoding.UTF8.GetString(Core.Disclosures.Imports.ImportSample.Csv(""))[1..].Split("\r\n")[0].Split(',');
        var json = Encoding.UTF8.GetString(Core.Disclosures.Imports.ImportSample.Json("05-any"));

        Assert.Equal(sample.Order(StringComparer.Ordinal), IndexModel.Columns.Select(c => c.Name).Order(StringComparer.Ordinal));
        // Of the two keys without a value in the sample, organisation and files, the reader's own tests speak.
        Assert.All(IndexModel.Columns.Where(c => c.Key is not ("organisation" or "files" or "number")), c => Assert.Contains($"\"{c.Key}\":", json, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Import_BadRows_AreNamedByRowAndKeptForDownloadAndTheGoodOnesEntered()
    {
        var clerk = await site.StaffAsync("clerk");
        var mark = Guid.NewGuid().ToString("N")[..8];
        var csv = Head + $"好的{mark},正文,http://old.example/{mark}.html,2019-01-10,\n明天的{mark},正文,,2099-01-01,\n没有日期{mark},正文,,,\n重复{mark},正文,https://old.example/{mark}.html,2019-01-10,\n";
        var preview = await clerk.FollowAsync(await SendAsync(clerk, await clerk.OpenAsync(Path), Encoding.UTF8.GetBytes(csv), "旧站.csv"));

        foreach (var row in new[] { "第 3 行", "第 4 行", "第 5 行" }) Assert.Contains(row, preview.Text, StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of(new Refusal("BatchRow.DateInFuture", null, new DateOnly(2099, 1, 1))), preview.Text, StringComparison.Ordinal);
        Assert.Contains(RefusalTexts.Of(new Refusal("BatchRow.TwiceInFile", null, 2)), preview.Text, StringComparison.Ordinal);
        Assert.Contains("没有日期", Encoding.UTF8.GetString(await clerk.GetByteArrayAsync(preview.Path + "?handler=Rejected", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(404, (await (await site.StaffAsync("township-clerk")).OpenAsync(preview.Path)).Code);
        Assert.Equal(422, (await clerk.SubmitAsync(preview, button: "button[formaction*='all=true']")).Code);
        var batch = await clerk.FollowAsync(await clerk.SubmitAsync(preview, button: "button[formaction$=Confirm]"));

        Assert.Equal("已导入 1 条为草稿。另有 3 条没有导入，可以在批次页面下载。", batch.Flash);
        Assert.Contains("从旧网站导入 1 条", batch.Text, StringComparison.Ordinal);
        Assert.Contains("没有日期", Encoding.UTF8.GetString(await clerk.GetByteArrayAsync(batch.Path + "?handler=Rejected", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.NotEmpty((await clerk.OpenAsync("/admin/batches")).Document.QuerySelectorAll("th .tag"));
        Assert.Equal(404, (await clerk.OpenAsync(preview.Path)).Code);
    }

    [Theory]
    [InlineData("", "旧站.csv", "TableFile.Empty")]
    [InlineData("姓名,电话\n甲,乙\n", "旧站.csv", "ImportFile.NoHeadings")]
    [InlineData("[{\"标题\" }]", "旧站.json", "ImportFile.BrokenJson")]
    [InlineData("%PDF-1.4", "旧站.pdf", "ImportFile.NotATable")]
    public async Task Post_BadFile_SaysWhatToDoAndKeepsNothing(string content, string name, string code)
    {
        var clerk = await site.StaffAsync("clerk");
        var before = await site.ReadAsync(db => db.BatchUploads.CountAsync());

        var answer = await SendAsync(clerk, await clerk.OpenAsync(Path), Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(422, answer.Code);
        Assert.Contains(answer.Errors, e => e.Contains(RefusalTexts.Of(new Refusal(code, null, 1)), StringComparison.Ordinal));
        Assert.Equal(before, await site.ReadAsync(db => db.BatchUploads.CountAsync()));
    }

    [Fact]
    public async Task Post_ForAnOrganisationOfOthers_IsNotFound()
    {
        var clerk = await site.StaffAsync("clerk");
        var foreign = await site.OrganisationAsync("450881101");

        var answer = await clerk.SubmitAsync(
            await clerk.OpenAsync(Path), [("Input.Organisation", foreign.ToString())], files: [("Input.File", "a.csv", Encoding.UTF8.GetBytes(Head + "甲,正文,,2019-01-10,\n"))]);

        Assert.Equal(404, answer.Code);
    }

    [Fact]
    public async Task Publish_ImportedPage_SaysEverywhereThatItCameFromTheOldSite()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        await site.WriteAsync(async db => (await db.Disclosures.SingleAsync(d => d.Id == id)).MarkImported(SiteFactory.Clock.Now, new DateOnly(2019, 1, 10), "http://old.example/1.html"));
        await office.LeadAsync(id, DisclosureState.Published);
        var address = await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => d.Address!).SingleAsync());
        var visitor = site.Visitor();
        var today = $"{Office.Today:yyyy年M月d日}";

        var page = await visitor.OpenAsync("/disclosures/" + address);
        Assert.Contains($"导入于{today}", Bare(page.Document.QuerySelector(".document-head")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("原发布日期2019年1月10日（原网站所示）", Bare(page.Document.QuerySelector(".document-head")!.TextContent), StringComparison.Ordinal);
        Assert.Contains("旧网站导入，不计按时或逾期", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("按时公开", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("逾期公开", page.Text, StringComparison.Ordinal);
        // The date of the old site is nobody's date of publication, for readers and for machines.
        Assert.DoesNotContain(page.Document.QuerySelectorAll("meta").Select(m => m.GetAttribute("content")), c => c?.Contains("2019-01-10", StringComparison.Ordinal) == true);
        Assert.Contains(today, Bare(page.Document.QuerySelectorAll(".metadata div").Single(d => d.TextContent.Contains("发布日期", StringComparison.Ordinal)).TextContent), StringComparison.Ordinal);
        Assert.DoesNotContain("old.example", page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var print = await visitor.OpenAsync($"/disclosures/{address}/print");
        Assert.Contains("原发布日期2019年1月10日（原网站所示）", Bare(print.Document.Body!.TextContent), StringComparison.Ordinal);
        var list = await visitor.OpenAsync("/disclosures?organisation=mzj");
        var row = list.Document.QuerySelectorAll(".disclosure-list li").First(l => l.QuerySelector($"a[href$='{address}']") is not null);
        Assert.Contains("旧网站导入", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2019", row.TextContent, StringComparison.Ordinal);
        var feed = await visitor.GetStringAsync("/feed.xml?organisation=mzj", TestContext.Current.CancellationToken);
        Assert.Contains("term=\"Imported\"", feed, StringComparison.Ordinal);
        Assert.DoesNotContain("2019-01-10", feed, StringComparison.Ordinal);
        using var word = new MemoryStream(await visitor.GetByteArrayAsync($"/disclosures/{address}/download", TestContext.Current.CancellationToken));
        Assert.Contains("原发布日期2019年1月10日（原网站所示）", WordText(word), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAnImport_IsNoBatchOfDecisions()
    {
        var clerk = await site.StaffAsync("clerk");
        var sent = await SendAsync(clerk, await clerk.OpenAsync(Path), Encoding.UTF8.GetBytes(Head + $"放着{Guid.NewGuid():N},正文,,2019-01-10,\n"), "旧站.csv");
        var id = Guid.Parse(sent.RedirectsTo.Split('/')[^1]);

        Assert.Equal((BatchKind.Import, null), await site.ReadAsync(db => db.BatchUploads.Where(u => u.Id == id).Select(u => new ValueTuple<BatchKind, DateTime?>(u.Kind, u.ConfirmedAt)).SingleAsync()));
        Assert.Equal(404, (await clerk.OpenAsync($"/admin/batches/uploads/{id}")).Code);
        Assert.Equal(200, (await clerk.OpenAsync(sent.RedirectsTo)).Code);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string WordText(Stream docx)
    {
        using var archive = new System.IO.Compression.ZipArchive(docx);
        return string.Concat(archive.Entries.Where(e => e.FullName.StartsWith("word/", StringComparison.Ordinal) && e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", "");
        }));
    }

    private static async Task<SitePage> SendAsync(HttpClient clerk, SitePage form, byte[] file, string name)
    {
        var item = form.Document.QuerySelector("select[name='Input.Item'] option[value]:not([value=''])")!.GetAttribute("value")!;
        return await clerk.SubmitAsync(form, [("Input.Item", item)], files: [("Input.File", name, file)]);
    }
}
