using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>A clerk's daily work: copy the last one, use templates, bin drafts, bring in a spreadsheet of decisions.</summary>
public sealed class DailyWorkTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("copy")]
    [InlineData("discard")]
    public async Task Get_AnonymousReviewerOrForeignClerk_GetsNowhere(string page)
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        var path = $"/admin/disclosures/{id}/{page}";

        Assert.Equal(302, (await site.Visitor().OpenAsync(path)).Code);
        Assert.Equal(403, (await (await site.StaffAsync("reviewer")).OpenAsync(path)).Code);
        Assert.Equal(404, (await (await site.StaffAsync("township-clerk")).OpenAsync(path)).Code);
    }

    [Fact]
    public async Task Copy_FromDetails_OpensANewDraftWithoutDates()
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        var clerk = await site.StaffAsync("clerk");
        Assert.NotNull((await clerk.OpenAsync($"/admin/disclosures/{id}")).Document.QuerySelector($"a[href='/admin/disclosures/{id}/copy']"));
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/copy");

        var first = await clerk.SubmitAsync(form);
        var second = await clerk.SubmitAsync(form);

        Assert.Equal(302, first.Code);
        Assert.Equal(first.RedirectsTo, second.RedirectsTo);
        var edit = await clerk.FollowAsync(first);
        Assert.Equal("", edit.Value("Input.FormedOn") ?? "");
    }

    [Fact]
    public async Task Discard_ThenRestore_TheDraftIsGoneAndBack()
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        var clerk = await site.StaffAsync("clerk");

        Assert.Equal("/admin/bin", (await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/discard"))).RedirectsTo);
        Assert.Equal(404, (await clerk.OpenAsync($"/admin/disclosures/{id}")).Code);
        var bin = await clerk.OpenAsync("/admin/bin");
        var restored = await clerk.SubmitAsync(bin, button: $"button[value='{id}']");

        Assert.Equal($"/admin/disclosures/{id}", restored.RedirectsTo);
        Assert.Equal(200, (await clerk.OpenAsync($"/admin/disclosures/{id}")).Code);
    }

    [Fact]
    public async Task Discard_EditedMeanwhile_IsConflict()
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/discard");
        await site.WriteAsync(async db =>
        {
            var d = await db.Disclosures.Include(x => x.Items).Include(x => x.Contributors).SingleAsync(x => x.Id == id);
            d.Edit(d.Text with { Keywords = "改过" }, [], SiteFactory.Clock.Now, d.CreatedBy);
        });

        Assert.Equal(409, (await clerk.SubmitAsync(form)).Code);
        Assert.True(await site.ReadAsync(db => db.Disclosures.AnyAsync(d => d.Id == id)));
    }

    [Fact]
    public async Task Template_MadeByTheClerk_IsOfferedAndFillsTheForm()
    {
        var clerk = await site.StaffAsync("clerk");
        var item = await ItemAsync(clerk);
        var form = await clerk.OpenAsync("/admin/templates/new");
        Assert.Equal(422, (await clerk.SubmitAsync(form, [("Input.Name", "没有标题")])).Code);

        var made = await clerk.SubmitAsync(form, [("Item.Code", item.Code), ("Input.Name", "页面试验模板"), ("Input.Title", "{单位名称}情况"), ("Input.Body", "本期{人数}人。")]);

        Assert.True(made.Code == 302, string.Join(' ', made.Errors));
        var create = await clerk.OpenAsync(item.Path);
        var offer = create.Document.QuerySelectorAll("a").Single(a => a.TextContent.Contains("页面试验模板", StringComparison.Ordinal));
        var filled = await clerk.OpenAsync(offer.GetAttribute("href")!);
        Assert.Contains("本期{人数}人。", filled.Value("Input.Body"), StringComparison.Ordinal);
        Assert.DoesNotContain("{单位名称}", filled.Value("Input.Title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_SpreadsheetWithABadRow_IsPreviewedEnteredAndSubmittedByRow()
    {
        var clerk = await site.StaffAsync("clerk");
        var item = await ItemAsync(clerk);
        var mark = Random.Shared.Next(1000, 900_000);
        var csv = $"行政相对人名称,行政处罚决定书文号,处罚类别,违法事实,处罚决定日期\n甲公司,浔民罚〔2026〕{mark}号,罚款,无证经营,2026-01-05\n乙公司,浔民罚〔2026〕{mark + 1}号,罚款,无证经营,不详\n";
        var form = await clerk.OpenAsync("/admin/batches/new");

        var sent = await clerk.SubmitAsync(form, [("Input.Item", item.Code)], files: [("Input.File", "处罚.csv", Encoding.UTF8.GetBytes(csv))]);

        Assert.True(sent.Code == 302, string.Join(' ', sent.Errors));
        var preview = await clerk.FollowAsync(sent);
        Assert.Contains("第 3 行", preview.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await (await site.StaffAsync("township-clerk")).OpenAsync(sent.RedirectsTo)).Code);
        Assert.Equal(422, (await clerk.SubmitAsync(preview, button: "button[formaction*='all=true']")).Code);
        var batch = await clerk.FollowAsync(await clerk.SubmitAsync(preview, button: "button[formaction$=Confirm]"));
        Assert.Equal(200, batch.Code);
        Assert.Contains("甲公司", batch.Text, StringComparison.Ordinal);
        var rejected = await clerk.GetByteArrayAsync(batch.Path + "?handler=Rejected", TestContext.Current.CancellationToken);
        Assert.Contains("不详", Encoding.UTF8.GetString(rejected), StringComparison.Ordinal);
        Assert.Equal(404, (await (await site.StaffAsync("township-clerk")).OpenAsync(batch.Path)).Code);
        Assert.Equal(302, (await clerk.SubmitAsync(batch, form: "#step-Submit")).Code);
        Assert.Equal(1, await site.ReadAsync(db => db.BatchRuns.CountAsync(r => r.EndedAt != null && r.Total == 1)));
    }

    [Theory]
    [InlineData("", "TableFile.Empty")]
    [InlineData("姓名,电话\n甲,乙\n", "BatchFile.NoHeadings")]
    [InlineData("行政相对人名称,处罚决定日期,处罚类别\n甲,2026-01-05,罚款\n", "BatchFile.ColumnsMissing")]
    public async Task Batch_BadFile_SaysWhatToDoAndKeepsNothing(string csv, string code)
    {
        var clerk = await site.StaffAsync("clerk");
        var item = await ItemAsync(clerk);
        var before = await site.ReadAsync(db => db.BatchUploads.CountAsync());

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync("/admin/batches/new"), [("Input.Item", item.Code)], files: [("Input.File", "a.csv", Encoding.UTF8.GetBytes(csv))]);

        Assert.Equal(422, answer.Code);
        Assert.Contains(answer.Errors, e => e.Contains(Web.Infrastructure.RefusalTexts.Plain(code)[..6], StringComparison.Ordinal));
        Assert.Equal(before, await site.ReadAsync(db => db.BatchUploads.CountAsync()));
    }

    private static async Task<(string Code, string Path)> ItemAsync(HttpClient clerk)
    {
        var choose = await clerk.OpenAsync("/admin/disclosures/new");
        var path = choose.Document.QuerySelector("a[href*='item=']")!.GetAttribute("href")!;
        return (path.Split("item=")[1].Split('&')[0], path);
    }
}
