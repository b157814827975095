using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.EndToEndTests.Pages;

/// <summary>What stands around the prepared disclosures: a preview link, notes, a review date, a reminder of the lead department.</summary>
internal sealed class PreparedSurroundings(Site site)
{
    /// <summary>Makes a link to a draft; returns its token.</summary>
    public async Task<string> PreviewAsync(Guid draft)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<PreviewDesk>().CreateAsync(new CreatePreview(draft, 7, "请法律顾问核对", true, await UserAsync("township-clerk")));
        return made.IsDone ? made.Value! : throw new InvalidOperationException(string.Join("; ", made.Refusals));
    }

    /// <summary>Writes a note, sets a review date and sends a reminder to 木乐镇; returns the reminder's id.</summary>
    public async Task<Guid> ReminderAsync(Guid published)
    {
        var (clerk, reviewer) = (await UserAsync("township-clerk"), await UserAsync("reviewer"));
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InternalNotes>().WriteAsync(new WriteNote(published, "走访户数已与民政办核对。", clerk));
        await scope.ServiceProvider.GetRequiredService<ContentReviewDesk>().SetAsync(new SetReviewDate(published, 0, RunningClock.Day.AddDays(10), clerk));
        var codes = await site.ReadAsync(async db =>
        {
            var domain = await db.Domains.Where(d => d.Code == "05").Select(d => d.Id).SingleAsync();
            var township = await db.Organisations.Where(o => o.Slug == "450881101").Select(o => o.Id).SingleAsync();
            return await db.Duties.Where(d => d.OrganisationId == township && d.DomainId == domain && d.IsActive).OrderBy(d => d.ItemCode).Take(2).Select(d => d.ItemCode).ToListAsync();
        });
        var sent = await scope.ServiceProvider.GetRequiredService<ReminderDesk>()
            .SendAsync(new SendReminder("05", "450881101", codes, "请补充公开本季度的名单。", RunningClock.Day.AddDays(15), reviewer));
        return sent.IsDone ? sent.Value : throw new InvalidOperationException(string.Join("; ", sent.Refusals));
    }

    /// <summary>Brings two pages of the old site of 木乐镇 over and sends another file with two bad rows.</summary>
    public async Task<(Guid Batch, Guid Waiting)> OldSiteAsync()
    {
        var clerk = await UserAsync("township-clerk");
        var (township, item) = await site.ReadAsync(async db =>
        {
            var id = await db.Organisations.Where(o => o.Slug == "450881101").Select(o => o.Id).SingleAsync();
            return (id, await db.Duties.Where(d => d.OrganisationId == id && d.IsActive).OrderBy(d => d.ItemCode).Select(d => d.ItemCode).FirstAsync());
        });
        await using var scope = site.Services.CreateAsyncScope();
        var imports = scope.ServiceProvider.GetRequiredService<ImportUploads>();
        async Task<Guid> SendAsync(string name, byte[] content)
        {
            var sent = await imports.UploadAsync(new UploadBatch(BatchKind.Import, township, item, null, false, name, content, clerk));
            return sent.IsDone ? sent.Value : throw new InvalidOperationException(string.Join("; ", sent.Refusals));
        }

        var entered = await imports.ConfirmAsync(new ConfirmBatch(await SendAsync("旧网站2019年.zip", ImportSample.Zip(item)), false, clerk, r => r.Code));
        var waiting = await SendAsync("旧网站2020年.csv", System.Text.Encoding.UTF8.GetBytes(
            "标题,正文,原网址,原发布日期,成文日期\n木乐镇2020年第一季度临时救助情况,<p>2020年第一季度共救助21户，现予公布。</p>,http://old.example/2020/1.html,2020-04-02,2020-04-05\n"
            + "木乐镇2020年第二季度临时救助情况,正文,http://old.example/2020/1.html,2020-07-03,\n木乐镇2020年第三季度临时救助情况,正文,,去年十月,\n"));
        return entered.Value is { Count: > 0 } batches ? (batches[0], waiting) : throw new InvalidOperationException(string.Join("; ", entered.Refusals));
    }

    /// <summary>Enters a regional notice that waits for its signature; returns its id.</summary>
    public async Task<Guid> NoticeAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var head = new NoticeHead(CalendarLayer.Regional, 2026, false, "桂政办发〔2026〕3号", "关于2026年“壮族三月三”放假的通知", new DateOnly(2026, 3, 2), "");
        var entered = await scope.ServiceProvider.GetRequiredService<CalendarDesk>().EnterAsync(new EnterNotice(head, null, "三月三：4月19日至20日放假，共2天。", await UserAsync("office")));
        return entered.IsDone ? entered.Value : throw new InvalidOperationException(string.Join("; ", entered.Outcome.Refusals));
    }

    /// <summary>Makes a key that ends soon for a business system of 木乐镇, which registers a record with it; returns both.</summary>
    public async Task<(Guid Key, Guid Sent)> ApiKeyAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (township, item) = await site.ReadAsync(async db =>
        {
            var id = await db.Organisations.Where(o => o.Slug == "450881101").Select(o => o.Id).SingleAsync();
            return (id, await db.Duties.Where(d => d.OrganisationId == id && d.IsActive).OrderBy(d => d.ItemCode).Select(d => d.ItemCode).FirstAsync());
        });
        var made = await services.GetRequiredService<ApiKeyDesk>().MakeAsync(new MakeApiKey(
            township, "乡镇一体化办公系统", ApiScopes.Register | ApiScopes.Draft | ApiScopes.Status, await UserAsync("township-clerk"), RunningClock.Day.AddDays(20), await UserAsync("office")));
        if (!made.IsDone) throw new InvalidOperationException(string.Join("; ", made.Refusals));
        var key = await services.GetRequiredService<ApiKeyGate>().OpenAsync(made.Value!.Secret.Written, ApiScopes.Register);
        var sent = await services.GetRequiredService<SystemIntake>().TakeAsync(new Arriving(key.Value!, "prepared", "prepared", "MLZ-2026-018", IsRegistration: true)
        {
            Items = [item],
            Write = text => text with { Title = "木乐镇2026年2月临时救助发放情况", FormedOn = RunningClock.Day },
        });
        return sent.IsDone ? (made.Value.Id, sent.Value!.DisclosureId) : throw new InvalidOperationException(string.Join("; ", sent.Refusals));
    }

    private Task<Guid> UserAsync(string name) => site.ReadAsync(db => db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
}
