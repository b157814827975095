using Microsoft.EntityFrameworkCore;
using MimeKit;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The outbox: queued once, sent once, tried again, never lost.</summary>
public sealed class SendMailTests
{
    private static readonly Permission[] Drafting = [Permission.DisclosuresDraft];

    [Theory, EveryEngine]
    public async Task Send_Queued_IsAFileAndMarked(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await QueueAsync(room, "a");
        room.Desk.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await room.RunAsync<SendMail>());

        Assert.Equal(("wei@guiping.example", "主题", "正文\n"), Assert.Single(room.Letters()));
        var mail = Assert.Single(await room.MailsAsync());
        Assert.Equal((MailState.Sent, room.Desk.Clock.Now, MailDelivery.Pickup, 1, ""), (mail.State, mail.SentAt, mail.Via, mail.Attempts, mail.Error));
        Assert.Equal(0, await room.RunAsync<SendMail>());
    }

    [Theory, EveryEngine]
    public async Task Queue_SameKeyAgain_IsQueuedOnce(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");

        Assert.Equal((1, 0, 1), (await QueueAsync(room, "a"), await QueueAsync(room, "a"), await QueueAsync(room, "b")));
        Assert.Equal(2, (await room.MailsAsync()).Count);
    }

    [Theory, EveryEngine]
    public async Task Queue_NotSaved_IsNotQueued(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.UseAsync<MailQueue, int>(q => q.AddAsync(Draft(room, "a"), Drafting, default));

        Assert.Empty(await room.MailsAsync());
    }

    [Theory, EveryEngine]
    public async Task Send_CrashBetweenHandingOverAndMarking_HandsOverTheSameFileAgain(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine, new Crashing());
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await QueueAsync(room, "a");
        var crashing = (Crashing)room.Carrier;
        crashing.Inner = new PickupFolder(room.Folder);

        await Assert.ThrowsAsync<InvalidOperationException>(() => room.RunAsync<SendMail>());
        Assert.Equal(MailState.Queued, Assert.Single(await room.MailsAsync()).State);
        Assert.Single(room.Letters());
        crashing.IsMended = true;
        Assert.Equal(1, await room.RunAsync<SendMail>());

        Assert.Single(room.Letters());
        Assert.Equal(MailState.Sent, Assert.Single(await room.MailsAsync()).State);
    }

    [Theory, EveryEngine]
    public async Task Send_ServerDown_WaitsAndGivesUpInTheEnd(Engine engine)
    {
        var carrier = new Refusing(new MailNotCarriedException("邮件服务器连接不上", isFinal: false, isUnreachable: true, new IOException()));
        await using var room = await MailRoom.CreateAsync(engine, carrier);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await QueueAsync(room, "a");
        await QueueAsync(room, "b");

        // When nothing is reached, the rest is not even tried.
        Assert.Equal(0, await room.RunAsync<SendMail>());
        Assert.Equal(1, carrier.Asked);
        Assert.Equal((MailState.Queued, room.Desk.Clock.Now.AddMinutes(1), 1, "邮件服务器连接不上"), (await room.MailsAsync()).MaxBy(mail => mail.Attempts) is { } m ? (m.State, m.TryAt, m.Attempts, m.Error) : default);

        for (var i = 0; i < 5; i++)
        {
            room.Desk.Clock.Advance(TimeSpan.FromHours(1));
            await room.RunAsync<SendMail>();
        }

        Assert.All(await room.MailsAsync(), mail => Assert.Equal((MailState.Failed, 3), (mail.State, mail.Attempts)));
        Assert.Equal(6, carrier.Asked);
    }

    [Theory, EveryEngine]
    public async Task Send_OneRefused_TheOthersGo(Engine engine)
    {
        var carrier = new Refusing(new MailNotCarriedException("没有接受收件地址（550）", isFinal: true, isUnreachable: false, new IOException()), onlyFor: "bad@guiping.example");
        await using var room = await MailRoom.CreateAsync(engine, carrier);
        await room.EmployAsync("甲", "bad@guiping.example");
        await room.EmployAsync("乙", "good@guiping.example");
        await QueueAsync(room, "a");

        Assert.Equal(1, await room.RunAsync<SendMail>());

        var mails = await room.MailsAsync();
        Assert.Equal([("bad@guiping.example", MailState.Failed), ("good@guiping.example", MailState.Sent)], mails.Select(m => (m.Address, m.State)).Order());
    }

    [Theory, EveryEngine]
    public async Task Send_AccountClosedMeanwhile_IsNotSent(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        var user = await room.EmployAsync("韦经办", "wei@guiping.example");
        await QueueAsync(room, "a");
        await using (var db = room.Store.Open()) await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.DeactivatedAt, room.Desk.Clock.Now));

        Assert.Equal(0, await room.RunAsync<SendMail>());

        Assert.Empty(room.Letters());
        Assert.Equal((MailState.Failed, "账号已停用，没有发送。"), Assert.Single(await room.MailsAsync()) is var m ? (m.State, m.Error) : default);
    }

    [Theory, EveryEngine]
    public async Task TryAgain_ByTheOffice_GoesToTheNewAddressAndIsRecorded(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        var clerk = await room.EmployAsync("韦经办", null);
        var office = await room.EmployAsync("公开办", null, StaffRole.DisclosureOffice);
        await QueueAsync(room, "a");
        var mail = Assert.Single(await room.MailsAsync());
        Task<Outcome> Try(Guid by, int seen = 0) => room.UseAsync<MailDesk, Outcome>(d => d.TryAgainAsync(new TryMailAgain(mail.Id, seen, by)));

        Assert.Equal(["Mail.StillNoAddress"], (await Try(office.Id)).Refusals.Select(r => r.Code));
        await using (var db = room.Store.Open()) await db.Users.Where(u => u.Id == clerk.Id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Email, "wei@guiping.example"));
        Assert.Equal(OutcomeKind.NotFound, (await Try(clerk.Id)).Kind);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await Try(office.Id, seen: 7)).Kind);
        Assert.True((await Try(office.Id)).IsDone);
        Assert.Equal(1, await room.RunAsync<SendMail>());

        Assert.Equal("wei@guiping.example", Assert.Single(room.Letters()).To);
        Assert.Equal(["Mail.NothingToTryAgain"], (await Try(office.Id, seen: 2)).Refusals.Select(r => r.Code));
        Assert.Equal([office.Id], await room.Store.ReadAsync(db => db.AuditEntries.Where(e => e.Action == MailDesk.TryAgainAct && e.ObjectId == mail.Id).Select(e => e.By!.Value).ToListAsync()));
    }

    [Theory, EveryEngine]
    public async Task Log_ByStateKindAndOrganisation_ShowsOwnOnly(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        await room.EmployAsync("覃经办", null);
        await QueueAsync(room, "a");
        await room.RunAsync<SendMail>();
        var mine = new OrganisationScope([room.Desk.Organisation.Id]);
        Task<Page<MailRow>> Read(OrganisationScope scope, MailSearch search) => room.UseAsync<MailLog, Page<MailRow>>(l => l.PageAsync(scope, search, null, null));

        Assert.Equal(["覃经办", "韦经办"], (await Read(mine, new(null, null, null))).Rows.Select(r => r.To).Order(StringComparer.Ordinal));
        var sent = Assert.Single((await Read(OrganisationScope.WholeCity, new(MailState.Sent, MailKind.Reminder, room.Desk.Organisation.Id))).Rows);
        Assert.Equal(("韦经办", "事由", room.Desk.Organisation.ShortName, "wei@guiping.example"), (sent.To, sent.About, sent.Organisation, sent.Address));
        Assert.Empty((await Read(mine, new(null, MailKind.DueDigest, null))).Rows);
        Assert.Empty((await Read(new([Guid.NewGuid()]), new(null, null, null))).Rows);
        Assert.Empty((await Read(OrganisationScope.WholeCity, new(null, null, Guid.NewGuid()))).Rows);
        Assert.Equal(("正文", MailDelivery.Pickup), await room.UseAsync<MailLog, MailSheet?>(l => l.FindAsync(mine, sent.Id)) is { } s ? (s.Body, s.Via) : default);
        Assert.Null(await room.UseAsync<MailLog, MailSheet?>(l => l.FindAsync(new([Guid.NewGuid()]), sent.Id)));
        Assert.Equal(0, await room.UseAsync<MailLog, int>(l => l.FailedAsync(mine)));
    }

    [Theory, EveryEngine]
    public async Task Log_ManyMails_PagesThroughAllOfThem(Engine engine)
    {
        await using var room = await MailRoom.CreateAsync(engine);
        await room.EmployAsync("韦经办", "wei@guiping.example");
        for (var i = 0; i < 53; i++) await QueueAsync(room, $"m{i}");
        var first = await room.UseAsync<MailLog, Page<MailRow>>(l => l.PageAsync(OrganisationScope.WholeCity, new(null, null, null), null, null));
        var second = await room.UseAsync<MailLog, Page<MailRow>>(l => l.PageAsync(OrganisationScope.WholeCity, new(null, null, null), ListPosition.Read(first.Next), null));
        var back = await room.UseAsync<MailLog, Page<MailRow>>(l => l.PageAsync(OrganisationScope.WholeCity, new(null, null, null), null, ListPosition.Read(second.Previous)));

        Assert.Equal((50, 3, 53), (first.Rows.Count, second.Rows.Count, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count()));
        Assert.Equal(first.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
    }

    private static MailDraft Draft(MailRoom room, string key) => new(MailKind.Reminder, room.Desk.Organisation.Id, key, "主题", "正文", "事由", "/admin");

    private static async Task<int> QueueAsync(MailRoom room, string key)
    {
        await using var db = room.Store.Open();
        var queued = await new MailQueue(db, room.Desk.Clock.Business).AddAsync(Draft(room, key), Drafting, default);
        await db.SaveChangesAsync();
        return queued;
    }

    /// <summary>Hands over and dies before anybody can mark it.</summary>
    private sealed class Crashing : IMailCarrier
    {
        public IMailCarrier Inner { get; set; } = null!;

        public bool IsMended { get; set; }

        public MailDelivery Via => MailDelivery.Pickup;

        public async Task CarryAsync(MimeMessage message, CancellationToken stop)
        {
            await Inner.CarryAsync(message, stop);
            if (!IsMended) throw new InvalidOperationException("The machine died.");
        }
    }

    /// <summary>Refuses everybody, or one address.</summary>
    private sealed class Refusing(MailNotCarriedException why, string? onlyFor = null) : IMailCarrier
    {
        public int Asked { get; private set; }

        public MailDelivery Via => MailDelivery.Smtp;

        public Task CarryAsync(MimeMessage message, CancellationToken stop)
        {
            Asked++;
            return onlyFor is null || message.To.Mailboxes.Any(m => m.Address == onlyFor) ? Task.FromException(why) : Task.CompletedTask;
        }
    }
}
