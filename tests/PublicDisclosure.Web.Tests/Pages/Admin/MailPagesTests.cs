using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>The log of mail: own organisation for its staff, the city for the office, one sent again.</summary>
public sealed class MailPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Get_ByRole_AnonymousSignsInStaffSeeOwnOnly()
    {
        var mine = await QueueAsync("mzj", "民政事由");
        await QueueAsync("450881101", "木乐事由");
        using var anonymous = site.Visitor();
        using var clerk = await site.StaffAsync("clerk");
        using var office = await site.StaffAsync("office");
        using var township = await site.StaffAsync("township-clerk");

        Assert.StartsWith("/account/sign-in", (await anonymous.OpenAsync("/admin/mail")).RedirectsTo, StringComparison.Ordinal);
        var own = await clerk.OpenAsync("/admin/mail");
        Assert.Contains("民政事由", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("木乐事由", own.Text, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector("#Organisation"));
        Assert.Contains("木乐事由", (await office.OpenAsync("/admin/mail")).Text, StringComparison.Ordinal);
        Assert.Equal((200, 404), ((await clerk.OpenAsync($"/admin/mail/{mine}")).Code, (await township.OpenAsync($"/admin/mail/{mine}")).Code));
    }

    [Fact]
    public async Task Index_Filtered_ShowsWhatFitsAndPassesOverNonsense()
    {
        await QueueAsync("czj", "财政事由");
        var failed = await FailedAsync("czj", "失败事由");
        using var office = await site.StaffAsync("office");

        var page = await office.OpenAsync("/admin/mail?State=Failed&Kind=DueDigest&Organisation=czj");
        Assert.Contains("失败事由", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有接受收件地址（550）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("财政事由", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的邮件。", (await office.OpenAsync("/admin/mail?Kind=Reminder&Organisation=czj")).Text, StringComparison.Ordinal);
        Assert.Contains("财政事由", (await office.OpenAsync("/admin/mail?State=7&Kind=x&Organisation=nowhere&after=x")).Text, StringComparison.Ordinal);
        Assert.Contains("发送失败的邮件", (await office.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        using var clerk = await site.StaffAsync("clerk");
        Assert.DoesNotContain("发送失败的邮件", (await clerk.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.OpenAsync($"/admin/mail/{failed}")).Code);
    }

    [Fact]
    public async Task TryAgain_ByTheOffice_PutsItBackOnce()
    {
        var id = await FailedAsync("mzj", "重发事由");
        using var office = await site.StaffAsync("office");
        var page = await office.OpenAsync($"/admin/mail/{id}");
        Assert.Contains("正文第一行", page.Text, StringComparison.Ordinal);
        var twin = await office.OpenAsync($"/admin/mail/{id}");

        var done = await office.SubmitAsync(page);

        Assert.Equal(302, done.Code);
        Assert.Contains("已放回待发送", (await office.FollowAsync(done)).Flash, StringComparison.Ordinal);
        Assert.Equal(409, (await office.SubmitAsync(twin)).Code);
        Assert.True(await site.ReadAsync(db => db.Mails.AnyAsync(m => m.Id == id && m.State != MailState.Failed && m.Address == "clerk@guiping.example")));
        Assert.True(await site.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.ObjectId == id && e.Action == MailDesk.TryAgainAct)));
    }

    [Fact]
    public async Task TryAgain_ByAClerk_IsNotOfferedAndNotPossible()
    {
        var id = await FailedAsync("mzj", "失败");
        using var clerk = await site.StaffAsync("clerk");
        using var office = await site.StaffAsync("office");

        Assert.Null((await clerk.OpenAsync($"/admin/mail/{id}")).Document.QuerySelector("main form"));
        // The office's form, sent by the clerk with the clerk's own token.
        var form = await office.OpenAsync($"/admin/mail/{id}");
        var token = (await clerk.OpenAsync("/account/email")).Value("__RequestVerificationToken");
        Assert.Equal(404, (await clerk.SubmitAsync(form, [("__RequestVerificationToken", token)])).Code);
        Assert.Equal(MailState.Failed, await site.ReadAsync(db => db.Mails.Where(m => m.Id == id).Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task TryAgain_WithoutAddress_SaysWhatToDo()
    {
        var id = await QueueAsync("450881102", "无人事由");
        using var office = await site.StaffAsync("office");
        var page = await office.OpenAsync($"/admin/mail/{id}");

        Assert.Contains("该单位没有可接收这类邮件的人员", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form"));
        await site.WriteAsync(async db => (await db.Users.SingleAsync(u => u.UserName == "reviewer")).Email = null);
        var reviewers = await QueueAsync("mzj", "审核事由", Permission.DisclosuresReview);
        var refused = await office.SubmitAsync(await office.OpenAsync($"/admin/mail/{reviewers}"));
        Assert.Equal(422, refused.Code);
        Assert.Contains("该人员还没有填写电子邮箱。请先在账号中补填，再重新发送。", refused.Errors);
    }

    [Fact]
    public async Task Email_OwnAndByTheAdmin_IsKeptAndShown()
    {
        using var steward = await site.StaffAsync("township-steward");
        var form = await steward.OpenAsync("/account/email");
        Assert.Equal("township-steward@guiping.example", form.Value("Input.Email"));
        var wrong = await steward.SubmitAsync(form, [("Input.Email", "木乐镇")]);
        Assert.Equal(422, wrong.Code);
        Assert.Contains("电子邮箱的格式不对，应类似 name@example.gov.cn；只填一个，不含空格。", wrong.Errors);
        Assert.Equal("木乐镇", wrong.Value("Input.Email"));
        Assert.Equal(302, (await steward.SubmitAsync(form, [("Input.Email", "ｍｕｌｅ@guiping.example")])).Code);
        Assert.Contains("mule@guiping.example", (await steward.OpenAsync("/account/profile")).Text, StringComparison.Ordinal);

        using var admin = await site.StaffAsync("admin");
        var id = await site.UserAsync("township-steward");
        var account = await admin.OpenAsync($"/admin/users/{id}/account");
        Assert.Equal("mule@guiping.example", account.Value("Input.Email"));
        Assert.Equal(302, (await admin.SubmitAsync(account, [("Input.Email", "")], "form.email")).Code);
        Assert.Contains("未填写，收不到提醒邮件", (await admin.OpenAsync($"/admin/users/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(409, (await admin.SubmitAsync(account, [("Input.Email", "x@guiping.example")], "form.email")).Code);
    }

    private async Task<Guid> QueueAsync(string slug, string about, Permission to = Permission.DisclosuresDraft)
    {
        var (organisation, key) = (await site.OrganisationAsync(slug), Guid.NewGuid().ToString("N"));
        await site.WriteAsync(db => new MailQueue(db, SiteFactory.Clock).AddAsync(
            new MailDraft(MailKind.DueDigest, organisation, key, "主题", "正文第一行\n正文第二行", about, "/admin"), [to], default));
        return await site.ReadAsync(db => db.Mails.Where(m => m.Key.StartsWith(key)).Select(m => m.Id).SingleAsync());
    }

    private async Task<Guid> FailedAsync(string slug, string about)
    {
        if (slug != "mzj")
        {
            var organisation = await site.OrganisationAsync(slug);
            var user = TestKit.TestData.CreateStaffUser();
            user.Email = "czj@guiping.example";
            await site.WriteAsync(db =>
            {
                db.AddRange(user, TestKit.TestData.CreateMembership(user.Id, organisation));
                return Task.CompletedTask;
            });
        }

        var id = await QueueAsync(slug, about);
        await site.ReadAsync(db => db.Mails.Where(m => m.Id == id).ExecuteUpdateAsync(m => m
            .SetProperty(p => p.State, MailState.Failed).SetProperty(p => p.TryAt, (DateTime?)null).SetProperty(p => p.Error, "邮件服务器没有接受收件地址（550）")
            .SetProperty(p => p.Attempts, 1).SetProperty(p => p.Revision, 1)));
        return id;
    }
}
