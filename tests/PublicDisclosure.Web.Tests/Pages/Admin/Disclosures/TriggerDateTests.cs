using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>The day beside the formed date from which an item's limit counts (起算日期): asked for, checked, shown and explained.</summary>
public sealed class TriggerDateTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Field = "#Input_TriggerOn";

    [Fact]
    public async Task Edit_ItemWhoseLimitCountsFromTheFormedDate_DoesNotAsk()
    {
        var office = await OpenAsync("20个工作日");
        using var clerk = await site.StaffAsync("clerk");

        Assert.Null((await clerk.OpenAsync($"/admin/disclosures/{await office.DraftAsync()}/edit")).Document.QuerySelector(Field));
    }

    [Fact]
    public async Task Edit_LimitFromApproval_AsksByItsNameAndThePageExplainsIt()
    {
        var office = await OpenAsync("收到批准文件之日起10个工作日内");
        using var clerk = await site.StaffAsync("clerk");
        var create = await clerk.OpenAsync($"/admin/disclosures/create?organisation={office.Organisation}&item={office.ItemCode}");
        Assert.NotNull(create.Document.QuerySelector(Field));
        var id = await office.DraftAsync();
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/edit");
        Assert.Contains("收到批准文件的日期", form.Document.QuerySelector("label[for=Input_TriggerOn]")!.TextContent, StringComparison.Ordinal);
        var approved = Office.Today.AddDays(-4);

        var wrong = await clerk.SubmitAsync(form, [("Input.TriggerOn", "1900-01-01")]);
        Assert.Equal(422, wrong.Code);
        var saved = await clerk.SubmitAsync(form, [("Input.TriggerOn", approved.ToString("yyyy-MM-dd", null))]);
        Assert.Equal(302, saved.Code);
        Assert.Equal(approved.ToString("yyyy-MM-dd", null), (await clerk.OpenAsync($"/admin/disclosures/{id}/edit")).Document.QuerySelector(Field)!.GetAttribute("value"));
        Assert.Equal(approved, await site.ReadAsync(db => db.DueDates.Where(d => d.DisclosureId == id).Select(d => d.From).SingleAsync()));

        await office.LeadAsync(id, DisclosureState.Published);
        using var visitor = site.Visitor();
        var address = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());
        var line = (await visitor.OpenAsync("/disclosures/" + address)).Document.QuerySelector(".metadata a.due-date")!.ParentElement!;
        Assert.Contains("收到批准文件的日期", line.TextContent, StringComparison.Ordinal);
        Assert.Equal(approved.ToString("yyyy-MM-dd", null), line.QuerySelector("time")!.GetAttribute("datetime"));
        var explained = await visitor.OpenAsync("/calendar/due/" + address);
        Assert.Contains("收到批准文件的日期", explained.Text, StringComparison.Ordinal);
        Assert.Equal(10, explained.Document.QuerySelectorAll(".day-table tr.counted").Length);

        // Once public it is shown, and no longer taken.
        await site.UseAsync<DisclosureWorkflow, Core.Shared.Outcome>(async w => await w.BeginCorrectionAsync(
            new BeginDisclosureCorrection(id, (await office.FindAsync(id)).Revision, ChangeKind.Correction, "数字有误", office.Clerk)));
        var again = await clerk.OpenAsync($"/admin/disclosures/{id}/edit");
        Assert.Contains("首次发布时已固定", again.Document.QuerySelector(Field)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422, (await clerk.SubmitAsync(again, [("Input.TriggerOn", Office.Today.ToString("yyyy-MM-dd", null))])).Code);
    }

    [Fact]
    public async Task Edit_ApprovalInTheFuture_IsAClearErrorOfTheChecklist()
    {
        var office = await OpenAsync("收到批准文件之日起10个工作日内");
        using var clerk = await site.StaffAsync("clerk");
        var address = $"/admin/disclosures/{await office.DraftAsync()}/edit";

        await clerk.SubmitAsync(await clerk.OpenAsync(address), [("Input.TriggerOn", Office.Today.AddDays(3).ToString("yyyy-MM-dd", null))]);

        Assert.Contains("还没有发生的事不能作为起算日期", (await clerk.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_LimitBeforeAnEvent_AsksForTheEventAndCountsBack()
    {
        var office = await OpenAsync("提前一周发通知邀请");
        using var clerk = await site.StaffAsync("clerk");
        var id = await office.DraftAsync();
        Assert.Contains("活动日期未登记", (await clerk.OpenAsync($"/admin/disclosures/{id}")).Text, StringComparison.Ordinal);
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/edit");
        Assert.Contains("活动日期", form.Document.QuerySelector("label[for=Input_TriggerOn]")!.TextContent, StringComparison.Ordinal);

        await clerk.SubmitAsync(form, [("Input.TriggerOn", "2026-06-10")]);

        var due = await site.ReadAsync(db => db.DueDates.SingleAsync(d => d.DisclosureId == id));
        Assert.Equal((new DateOnly(2026, 6, 3), new DateOnly(2026, 6, 10)), (due.DueOn, due.From));
        var link = (await clerk.OpenAsync($"/admin/disclosures/{id}")).Document.QuerySelector("a.due-date")!.GetAttribute("href")!;
        Assert.Equal("2026-06-03", (await clerk.OpenAsync(link)).Document.QuerySelector(".due-answer time")!.GetAttribute("datetime"));
    }

    private async Task<Office> OpenAsync(string wording)
    {
        var office = await Office.OpenAsync(site);
        await site.WriteAsync(async db =>
        {
            var item = await db.Items.SingleAsync(i => i.Code == office.ItemCode);
            item.Edit(item.Sequence, item.Text with { TimeLimit = wording }, item.Levels, item.Mode);
        });
        return office;
    }
}
