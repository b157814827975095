using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class ReminderTests
{
    // Counted, not drawn: two listings never meet in one address.
    private static int _published;

    [Theory, EveryEngine]
    public async Task Send_ByTheLead_IsKeptAndListedOnBothSides(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var code = (await desk.ItemAsync(desk.EditionId, "审核")).Code;

        var id = await SentAsync(desk, code);

        var reminder = await FindAsync(desk, id);
        Assert.Equal((desk.Lead.Id, desk.Township.Id, ReminderState.Open, "请公开"), (reminder.FromOrganisationId, reminder.ToOrganisationId, reminder.State, reminder.Words));
        Assert.Equal([code], reminder.Items.Select(i => i.ItemCode));
        var received = await QueryAsync(desk, q => q.WaitingAsync(q.ReceivedBy(new OrganisationScope([desk.Township.Id]))));
        var sent = await QueryAsync(desk, q => q.PageAsync(q.SentFor(new OrganisationScope([desk.Lead.Id])), null, null, null));
        Assert.Equal((id, id), (Assert.Single(received).Id, Assert.Single(sent.Rows).Id));
        Assert.Empty(await QueryAsync(desk, q => q.WaitingAsync(q.ReceivedBy(new OrganisationScope([desk.OtherTownship.Id])))));
        Assert.Empty((await QueryAsync(desk, q => q.PageAsync(q.SentFor(new OrganisationScope([desk.Office.Id])), null, null, null))).Rows);
        Assert.True(await desk.Store.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.Action == "Reminder.Send" && e.ObjectId == id && e.By == desk.LeadReviewer)));
    }

    [Theory, EveryEngine]
    public async Task Send_Mails_ThoseWhoMayAnswer(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var clerk = TestData.CreateStaffUser();
        clerk.Email = "mule@guiping.example";
        await desk.Store.AddAsync(clerk, TestData.CreateMembership(clerk.Id, desk.Township.Id, StaffRole.Clerk));
        var code = (await desk.ItemAsync(desk.EditionId, "审核")).Code;

        var id = await SentAsync(desk, code);

        var mails = await desk.Store.ReadAsync(db => db.Mails.ToListAsync());
        Assert.Equal([(clerk.Id, MailState.Queued), (desk.TownshipSteward, MailState.NotAddressed)], mails.OrderBy(m => m.State).Select(m => (m.ToUserId!.Value, m.State)));
        var mail = mails.Single(m => m.ToUserId == clerk.Id);
        Assert.Equal((MailKind.Reminder, $"/admin/reminders/{id}", $"{desk.Lead.ShortName}提醒：社会救助，1 个事项"), (mail.Kind, mail.Path, mail.About));
        Assert.Contains("请公开", mail.Body, StringComparison.Ordinal);
        Assert.Contains("1. 审核\n", mail.Body, StringComparison.Ordinal);
        Assert.Contains($"请于{desk.Clock.Today.AddDays(10):yyyy年M月d日}前办理", mail.Body, StringComparison.Ordinal);
        Assert.False((await SendAsync(desk, codes: code)).IsDone);
        Assert.Equal(2, await desk.Store.ReadAsync(db => db.Mails.CountAsync()));
    }

    [Theory, EveryEngine]
    public async Task Send_ByTheOffice_ComesFromTheOffice(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var code = (await desk.ItemAsync(desk.EditionId, "审核")).Code;

        var sent = await SendAsync(desk, by: desk.OfficeMember, codes: code);

        Assert.Equal(desk.Office.Id, (await FindAsync(desk, sent.Value)).FromOrganisationId);
    }

    [Theory, EveryEngine]
    public async Task Send_ByOthersOrAbroad_LooksLikeNothingOrIsRefused(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var code = (await desk.ItemAsync(desk.EditionId, "审核")).Code;
        var county = (await desk.ItemAsync(desk.EditionId, "指南")).Code;

        Assert.Equal(OutcomeKind.NotFound, (await SendAsync(desk, by: desk.TownshipSteward, codes: code)).Outcome.Kind);
        Assert.Equal(OutcomeKind.NotFound, (await SendAsync(desk, domain: "99", codes: code)).Outcome.Kind);
        Assert.Equal(["Reminder.TownshipMissing"], (await SendAsync(desk, township: "mzj", codes: code)).Refusals.Select(r => r.Code));
        Assert.Equal(["Reminder.ItemsNotTheirs"], (await SendAsync(desk, codes: county)).Refusals.Select(r => r.Code));
        Assert.Equal(["Reminder.ItemsMissing"], (await SendAsync(desk, codes: [])).Refusals.Select(r => r.Code));
        Assert.Equal(["Reminder.WordsMissing", "Reminder.DueMissing"], (await SendAsync(desk, words: " ", days: null, codes: code)).Refusals.Select(r => r.Code));
        Assert.Equal(["Reminder.DueOutOfRange"], (await SendAsync(desk, days: 0, codes: code)).Refusals.Select(r => r.Code));
        Assert.True((await SendAsync(desk, codes: code)).IsDone);
        Assert.Equal([new Refusal("Reminder.AlreadyOpen", "Items", code)], (await SendAsync(desk, codes: code)).Refusals);
    }

    [Theory, EveryEngine]
    public async Task Answer_ByTheTownshipOnly_IsKept(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var id = await SentAsync(desk, (await desk.ItemAsync(desk.EditionId, "审核")).Code);
        Task<Outcome> Answer(Guid by, int seen, string text = "下月公开") => UseAsync(desk, d => d.AnswerAsync(new AnswerReminder(id, seen, text, by)));

        Assert.Equal(OutcomeKind.NotFound, (await Answer(desk.LeadReviewer, 0)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await Answer(desk.OfficeMember, 0)).Kind);
        Assert.Equal([new Refusal("Reminder.AnswerMissing", "Text")], (await Answer(desk.TownshipSteward, 0, " ")).Refusals);
        Assert.True((await Answer(desk.TownshipSteward, 0)).IsDone);
        Assert.Equal(OutcomeKind.EditedMeanwhile, (await Answer(desk.TownshipSteward, 0)).Kind);

        var reminder = await FindAsync(desk, id);
        Assert.Equal((ReminderState.Answered, "下月公开", desk.TownshipSteward), (reminder.State, Assert.Single(reminder.Answers).Text, reminder.Answers[0].By));
    }

    [Theory, EveryEngine]
    public async Task Close_ByTheSenderOnly_EndsItWithARemark(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var id = await SentAsync(desk, (await desk.ItemAsync(desk.EditionId, "审核")).Code);
        Task<Outcome> Close(Guid by, string remark = "同意暂缓", int seen = 0) => UseAsync(desk, d => d.CloseAsync(new CloseReminder(id, seen, remark, by)));

        Assert.Equal(OutcomeKind.NotFound, (await Close(desk.TownshipSteward)).Kind);
        Assert.Equal([new Refusal("Reminder.RemarkMissing", "Remark")], (await Close(desk.LeadReviewer, "")).Refusals);
        Assert.True((await Close(desk.LeadReviewer)).IsDone);

        Assert.Equal(["Reminder.HasEnded"], (await Close(desk.LeadReviewer, seen: 1)).Refusals.Select(r => r.Code));
        Assert.Equal(["Reminder.HasEnded"], (await UseAsync(desk, d => d.AnswerAsync(new AnswerReminder(id, 1, "好", desk.TownshipSteward)))).Refusals.Select(r => r.Code));
        Assert.Equal((ReminderState.Closed, "同意暂缓"), (await FindAsync(desk, id)) is var r ? (r.State, r.CloseRemark) : default);
    }

    [Theory, EveryEngine]
    public async Task Job_EverythingPublishedSince_Fulfils(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var (first, second) = ((await desk.ItemAsync(desk.EditionId, "审核")).Code, (await desk.ItemAsync(desk.EditionId, "发放")).Code);
        var id = await SentAsync(desk, first, second);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await PublishAsync(desk, desk.Township, first);
        await PublishAsync(desk, desk.OtherTownship, second);
        Assert.Equal(0, await FulfilAsync(desk));

        await PublishAsync(desk, desk.Township, second);

        Assert.Equal(1, await FulfilAsync(desk));
        Assert.Equal((ReminderState.Fulfilled, desk.Clock.Now), (await FindAsync(desk, id)) is var r ? (r.State, r.EndedAt) : default);
        var sheet = await SheetAsync(desk, id, desk.TownshipSteward);
        Assert.All(sheet!.Items, i => Assert.Equal(desk.Clock.Now, i.PublishedAt));
        Assert.Equal((false, true), (sheet.IsSender, sheet.MayAnswer));
    }

    [Theory, EveryEngine]
    public async Task Find_ByAThird_IsNothing(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var id = await SentAsync(desk, (await desk.ItemAsync(desk.EditionId, "审核")).Code);
        var stranger = TestData.CreateStaffUser();
        await desk.Store.AddAsync(stranger, TestData.CreateMembership(stranger.Id, desk.OtherTownship.Id, StaffRole.Reviewer));

        Assert.Null(await SheetAsync(desk, id, stranger.Id));
        Assert.Equal((true, false), (await SheetAsync(desk, id, desk.LeadReviewer)) is { } s ? (s.IsSender, s.MayAnswer) : default);
    }

    [Theory, EveryEngine]
    public async Task LeadDesk_Gaps_AreDutiesOfTownshipsWithoutAnythingPublic(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var (first, second) = ((await desk.ItemAsync(desk.EditionId, "审核")).Code, (await desk.ItemAsync(desk.EditionId, "发放")).Code);
        await PublishAsync(desk, desk.Township, first);
        await SentAsync(desk, second);

        var domains = await desk.Store.ReadAsync(async db => await new LeadDesk(db).DomainsAsync(await Authority(db).OfAsync(desk.LeadReviewer, default)));
        var townships = await desk.Store.ReadAsync(db => new LeadDesk(db).TownshipsAsync(desk.Domain.Id));
        var gap = Assert.Single(await desk.Store.ReadAsync(db => new LeadDesk(db).GapsAsync(desk.Domain.Id, desk.Township.Id)));

        Assert.Equal((4, 3), Assert.Single(domains) is var d ? (d.Duties, d.Gaps) : default);
        Assert.Equal([(desk.OtherTownship.Slug, 2, 0), (desk.Township.Slug, 1, 1)], townships.Select(t => (t.Slug, t.Gaps, t.OpenReminders)));
        Assert.Equal((second, "发放", true), (gap.Code, gap.Name, gap.HasOpenReminder));
        Assert.Empty(await desk.Store.ReadAsync(async db => await new LeadDesk(db).DomainsAsync(await Authority(db).OfAsync(desk.TownshipSteward, default))));
    }

    [Theory, EveryEngine]
    public async Task LeadDesk_Rows_AreTheUnconfirmedOfTownshipEditions(Engine engine)
    {
        await using var desk = await CatalogueDesk.CreateAsync(engine, inForce: true);
        var draft = await desk.AdoptionAsync(a => a.AdoptAsync(new AdoptEdition(desk.Township.Id, desk.TownshipSteward), default));
        await using (var db = desk.Store.Open())
        {
            var edition = await db.Editions.Include(e => e.Items).SingleAsync(e => e.Id == draft.Value);
            db.Add(edition.Add(StandardItem.Create(
                Guid.NewGuid(), edition.Id, desk.Domain.Id, "05-unconfirmed", "9", 9, new StandardItemText { Level1 = "互助", Body = "乡镇" }, GovernmentLevels.Township, DisclosureMode.Active, ItemProvenance.Mirror)));
            await db.SaveChangesAsync();
        }

        var row = Assert.Single(await desk.Store.ReadAsync(db => new LeadDesk(db).RowsAsync(desk.Domain.Id, desk.Township.Id)));
        Assert.Equal(("互助", EditionStatus.Draft), (row.Name, row.Status));
        Assert.Empty(await desk.Store.ReadAsync(db => new LeadDesk(db).RowsAsync(desk.Domain.Id, desk.OtherTownship.Id)));
        var domain = Assert.Single(await desk.Store.ReadAsync(async db => await new LeadDesk(db).DomainsAsync(await Authority(db).OfAsync(desk.LeadReviewer, default))));
        Assert.Equal((0, 1), (domain.CityUnconfirmed, domain.TownshipUnconfirmed));
    }

    private static async Task<Guid> SentAsync(CatalogueDesk desk, params string[] codes)
    {
        var sent = await SendAsync(desk, codes: codes);
        return sent.IsDone ? sent.Value : throw new InvalidOperationException(string.Join("; ", sent.Refusals));
    }

    private static Task<OutcomeOf<Guid>> SendAsync(
        CatalogueDesk desk, Guid? by = null, string domain = "05", string? township = null, string words = "请公开", int? days = 10, params string[] codes) =>
        UseAsync(desk, d => d.SendAsync(new SendReminder(
            domain, township ?? desk.Township.Slug, codes, words, days is { } n ? desk.Clock.Today.AddDays(n) : null, by ?? desk.LeadReviewer)));

    private static Task<Reminder> FindAsync(CatalogueDesk desk, Guid id) =>
        desk.Store.ReadAsync(db => db.Set<Reminder>().Include(r => r.Items).Include(r => r.Answers).SingleAsync(r => r.Id == id));

    private static async Task<T> UseAsync<T>(CatalogueDesk desk, Func<ReminderDesk, Task<T>> use)
    {
        await using var db = desk.Store.Open();
        return await use(new ReminderDesk(db, desk.Clock.Business, Authority(db), new ReminderMail(db, new MailQueue(db, desk.Clock.Business), Options.Create(new MailOptions()))));
    }

    private static async Task<T> QueryAsync<T>(CatalogueDesk desk, Func<ReminderQueries, Task<T>> use)
    {
        await using var db = desk.Store.Open();
        return await use(new ReminderQueries(db, desk.Clock.Business));
    }

    private static async Task<ReminderSheet?> SheetAsync(CatalogueDesk desk, Guid id, Guid by)
    {
        await using var db = desk.Store.Open();
        return await new ReminderQueries(db, desk.Clock.Business).FindAsync(id, await Authority(db).OfAsync(by, default));
    }

    private static async Task<int> FulfilAsync(CatalogueDesk desk)
    {
        await using var provider = new ServiceCollection().AddScoped(_ => desk.Store.Open()).BuildServiceProvider();
        return await new FulfilReminders(provider.GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business).RunAsync(default);
    }

    // A listing as publication leaves it; the way there has tests of its own.
    private static async Task PublishAsync(CatalogueDesk desk, Organisation organisation, string code)
    {
        var disclosure = TestData.CreateDisclosure(organisation.Id);
        disclosure.Edit(disclosure.Text, [new ItemChoice(code, "")], desk.Clock.Now, desk.TownshipSteward);
        disclosure.Submit(new ChecklistResult(disclosure.TextRevision, []), desk.Clock.Now, desk.TownshipSteward);
        disclosure.ReviewSecrecy(SecrecyConclusion.MayPublish, "", desk.Clock.Now, desk.OfficeMember);
        disclosure.Approve(new ChecklistResult(disclosure.TextRevision, []), desk.Clock.Now, desk.OfficeMember);
        var serial = Interlocked.Increment(ref _published);
        var version = disclosure.Publish(
            new ChecklistResult(disclosure.TextRevision, []), new RenderedBody("<p>正文</p>", "正文", "1"), organisation.Name,
            ($"114508810DEM{serial:D6}/2026-{serial:D5}", $"{organisation.Slug}-2026-{serial:D5}"), desk.Clock.Now, desk.OfficeMember);
        await desk.Store.AddAsync(disclosure, PublicListing.From(disclosure, version, [desk.Domain.Id], desk.Clock.Today, null));
    }

    private static CatalogueAuthority Authority(DisclosureDb db) => new(db, new StaffAuthority(db), Options.Create(new DisclosureOfficeOptions()));
}
