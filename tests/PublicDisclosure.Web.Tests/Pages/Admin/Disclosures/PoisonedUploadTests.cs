using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Files that hide something, far too long tables and a schedule that was missed, through the forms: a clear answer, nothing lost.</summary>
public sealed class PoisonedUploadTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData("修订删除.docx")]
    [InlineData("深度隐藏工作表.xlsx")]
    [InlineData("文字层与图片不一致.pdf")]
    [InlineData("加密文件.pdf")]
    public async Task Submit_FileThatHidesSomething_IsRefusedNamingTheFile_AndTheDraftStays(string name)
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var clerk = await site.StaffAsync("clerk");
        var file = PoisonedFiles.Of(name);
        var saved = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/edit"), [], button: "button[value='save']", files: [("Input.Uploads", name, file.Content)]);
        Assert.True(saved.Code is 302 or 422, $"{saved.Code}");
        if (saved.Code == 422)
        {
            Assert.Contains(saved.Errors, e => e.Contains(name, StringComparison.Ordinal));
            return;
        }

        var page = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/submit"));

        Assert.Equal(422, page.Code);
        Assert.Contains(page.Errors, e => e.Contains(name, StringComparison.Ordinal));
        Assert.All(file.Planted, value => Assert.DoesNotContain(value, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal));
        Assert.Equal(DisclosureState.Draft, (await office.FindAsync(id)).State);
    }

    [Fact]
    public async Task Upload_PictureWithGps_LosesThePlaceAndMayBeSubmitted()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var clerk = await site.StaffAsync("clerk");
        await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/edit"), [], button: "button[value='save']", files: [("Input.Uploads", "现场照片.jpg", PoisonedFiles.Of("现场照片.jpg").Content)]);

        var attachment = Assert.Single((await office.FindAsync(id)).Attachments);
        var inspection = await site.UseAsync<IAttachmentStore, FileInspection>(async files =>
        {
            await using var content = files.Open(attachment.Hash);
            return FileInspector.Inspect(FileKind.Jpeg, content);
        });
        Assert.False(inspection.Has(FileTrait.Gps));
    }

    [Fact]
    public async Task Batch_FiveThousandRows_SaysHowManyFilesToMake_AndKeepsNothing()
    {
        using var clerk = await site.StaffAsync("clerk");
        var office = await Office.OpenAsync(site);
        var csv = new StringBuilder("行政相对人名称,行政处罚决定书文号,处罚类别,违法事实,处罚决定日期\n");
        for (var i = 1; i <= 5000; i++) csv.Append(CultureInfo.InvariantCulture, $"某公司{i},浔民罚〔2026〕{i}号,罚款,无证经营,{(i % 294 == 0 ? "不详" : "2026-01-05")}\n");
        var before = await site.ReadAsync(db => db.BatchUploads.CountAsync());

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync("/admin/batches/new"), [("Input.Item", office.ItemCode)], files: [("Input.File", "处罚.csv", Encoding.UTF8.GetBytes(csv.ToString()))]);

        Assert.Equal(422, answer.Code);
        Assert.Contains(answer.Errors, e => e.Contains("5000", StringComparison.Ordinal) && e.Contains("1000", StringComparison.Ordinal));
        Assert.Equal(before, await site.ReadAsync(db => db.BatchUploads.CountAsync()));
    }

    [Fact]
    public async Task Schedule_SiteWasDown_GoesOutLateAndThePublicPageSaysSo()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingPublication);
        var revision = (await office.FindAsync(id)).Revision;
        var scheduled = await site.UseAsync<DisclosureWorkflow, Outcome>(w => w.ScheduleAsync(new ScheduleDisclosure(id, revision, SiteFactory.Clock.Now.AddHours(2), office.Reviewer)));
        Assert.True(scheduled.IsDone, string.Join("; ", scheduled.Refusals));
        // As if the two hours and thirty more had passed with the site down.
        await site.WriteAsync(db => db.Disclosures.Where(d => d.Id == id).ExecuteUpdateAsync(d => d.SetProperty(p => p.ScheduledAt, SiteFactory.Clock.Now.AddHours(-30))));

        await site.UseAsync<IEnumerable<IPeriodicJob>, int>(jobs => jobs.OfType<PublishScheduled>().Single().RunAsync(TestContext.Current.CancellationToken));

        var found = await office.FindAsync(id);
        Assert.Equal(DisclosureState.Published, found.State);
        using var visitor = site.Visitor();
        Assert.Contains("定时发布晚于设定时间", (await visitor.OpenAsync($"/disclosures/{found.Address}")).Text, StringComparison.Ordinal);
    }
}
