using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The jobs that count, remind, tell and send, on a test database with a pickup folder of its own.</summary>
internal sealed class MailRoom : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private MailRoom(TestStore store, DisclosureDesk desk, IMailCarrier? carrier, DueNoticeOptions? notices)
    {
        (Store, Desk) = (store, desk);
        Carrier = carrier ?? new PickupFolder(Folder);
        _services = new ServiceCollection().AddScoped(_ => store.Open()).AddSingleton(desk.Clock.Business).AddSingleton(Carrier)
            .AddSingleton(Options.Create(new MailOptions { SiteAddress = "https://zw.example.gov.cn", MostAttempts = 3 })).AddSingleton(Options.Create(notices ?? new DueNoticeOptions()))
            .AddScoped<CalendarStore>().AddScoped<LimitBook>().AddScoped<DueDates>().AddScoped<DueMatters>().AddScoped<MailQueue>().AddScoped<CalendarDesk>()
            .AddScoped<StaffAuthority>().AddScoped<MailDesk>().AddScoped<MailLog>()
            .AddLogging().AddSingleton(Options.Create(new CoverageOptions())).AddScoped<DutyBook>().AddScoped<RecordBook>().AddScoped<CoverageRefresh>().AddScoped<CoverageUpdates>()
            .AddScoped<CoverageSnapshots>().AddScoped<CoverageQueries>().AddScoped<CoverageLists>().AddScoped<UnitTitles>().AddSingleton<RefreshCoverage>()
            .AddSingleton<RecountDueDates>().AddSingleton<TellOfMoves>().AddSingleton<RemindOfDueDates>().AddSingleton<SendMail>()
            .BuildServiceProvider();
    }

    public TestStore Store { get; }

    public DisclosureDesk Desk { get; }

    public IMailCarrier Carrier { get; }

    public string Folder { get; } = Directory.CreateTempSubdirectory("pickup-").FullName;

    public static async Task<MailRoom> CreateAsync(Engine engine, IMailCarrier? carrier = null, DueNoticeOptions? notices = null, string limit = "7个工作日内")
    {
        var store = await TestStore.CreateAsync(engine);
        var room = new MailRoom(store, await DisclosureDesk.CreateAsync(store), carrier, notices);
        await using var db = store.Open();
        var item = await db.Items.SingleAsync(i => i.Code == room.Desk.ItemCode);
        item.Edit(item.Sequence, item.Text with { TimeLimit = limit }, item.Levels, item.Mode);
        await db.SaveChangesAsync();
        return room;
    }

    /// <summary>Somebody with a role in the desk's organisation.</summary>
    public async Task<StaffUser> EmployAsync(string name, string? email, StaffRole role = StaffRole.Clerk, Guid? organisation = null, bool isActive = true)
    {
        var user = TestData.CreateStaffUser(displayName: name);
        user.Email = email;
        if (!isActive) user.DeactivatedAt = Desk.Clock.Now;
        await Store.AddAsync(user, TestData.CreateMembership(user.Id, organisation ?? Desk.Organisation.Id, role));
        return user;
    }

    public Task<int> RunAsync<TJob>() where TJob : IPeriodicJob => _services.GetRequiredService<TJob>().RunAsync(default);

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<List<OutgoingMail>> MailsAsync() => Store.ReadAsync(db => db.Mails.OrderBy(m => m.QueuedAt).ThenBy(m => m.Key).ToListAsync());

    /// <summary>What lies in the pickup folder, by recipient.</summary>
    public IReadOnlyList<(string To, string Subject, string Text)> Letters() =>
        [.. Directory.GetFiles(Folder, "*.eml").Select(f => MimeMessage.Load(f)).Select(m => (m.To.Mailboxes.Single().Address, m.Subject!, m.TextBody!.ReplaceLineEndings("\n"))).OrderBy(m => m.Address)];

    /// <summary>Confirms the item: only then it is rated, and anybody reminded of it..</summary>
    public async Task ConfirmItemAsync()
    {
        await using var db = Store.Open();
        (await db.Items.SingleAsync(i => i.Code == Desk.ItemCode)).Confirm(Desk.Clock.Now, Desk.Reviewer);
        await db.SaveChangesAsync();
    }

    /// <summary>Signs off the notices of 2026, and counts by them.</summary>
    public async Task SignYearAsync()
    {
        var notices = CalendarSeed.Notices(Desk.Clock.Now).Where(n => n.Year == 2026).ToList();
        foreach (var notice in notices) notice.SignOff(Desk.Clock.Now, Desk.Reviewer);
        await Store.AddAsync([.. notices]);
        await RunAsync<RecountDueDates>();
    }

    /// <summary>Enters and signs off a notice that makes one day a holiday.</summary>
    public async Task SignOffAsync(string text, string number = "补1号")
    {
        var head = new NoticeHead(CalendarLayer.National, 2026, true, number, "关于2026年3月5日放假的通知", new DateOnly(2026, 3, 2), "");
        var entered = await UseAsync<CalendarDesk, Shared.OutcomeOf<Guid>>(c => c.EnterAsync(new EnterNotice(head, null, text, Desk.Reviewer)));
        Assert.True(entered.IsDone, string.Join("; ", entered.Refusals));
        var signed = await UseAsync<CalendarDesk, Shared.Outcome>(c => c.SignOffAsync(new SignOffNotice(entered.Value, 0, Desk.Reviewer)));
        Assert.True(signed.IsDone, string.Join("; ", signed.Refusals));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Desk.Dispose();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
