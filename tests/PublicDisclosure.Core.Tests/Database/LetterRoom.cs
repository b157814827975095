using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The letters of a small city: the office, two departments with a clerk and a reviewer each, and one that is closed.</summary>
internal sealed class LetterRoom : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private LetterRoom(TestStore store, TestClock clock, IDataProtectionProvider keys)
    {
        (Store, Clock) = (store, clock);
        _services = new ServiceCollection().AddScoped(_ => store.Open()).AddSingleton(clock.Business).AddSingleton(keys).AddSingleton<FieldSealer>()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddLogging()
            .AddSingleton(Options.Create(new MailOptions { SiteAddress = "https://zw.example.gov.cn" })).AddSingleton(Options.Create(new DisclosureOfficeOptions()))
            .AddScoped<CalendarStore>().AddScoped<MailQueue>().AddSingleton<IMailCarrier>(new PickupFolder(Path.Combine(Folder, "mail"))).AddSingleton<SendMail>()
            .With(services => services.AddLetters(Folder)).AddScoped<LetterChannelSeed>().AddScoped<SelfTestPass, LetterPass>().BuildServiceProvider();
    }

    public TestStore Store { get; }

    public TestClock Clock { get; }

    /// <summary>Where files and mails of the room lie.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("letters-").FullName;

    public Organisation Office { get; } = TestData.CreateOrganisation("dsjzwj", "桂平市大数据局");

    public Organisation Civil { get; } = TestData.CreateOrganisation("mzj", "桂平市民政局");

    public Organisation Water { get; } = TestData.CreateOrganisation("slj", "桂平市水利局");

    public Organisation Closed { get; } = TestData.CreateOrganisation("ylj", "桂平市园林局");

    public StaffUser Clerk { get; } = TestData.CreateStaffUser("letter-clerk");

    public StaffUser Reviewer { get; } = TestData.CreateStaffUser("letter-reviewer");

    public StaffUser WaterClerk { get; } = TestData.CreateStaffUser("water-clerk");

    public Guid Desk { get; } = Guid.NewGuid();

    public static async Task<LetterRoom> CreateAsync(Engine engine = Engine.Sqlite, IDataProtectionProvider? keys = null)
    {
        var room = new LetterRoom(await TestStore.CreateAsync(engine), new TestClock(), keys ?? new EphemeralDataProtectionProvider());
        foreach (var user in new[] { room.Clerk, room.Reviewer, room.WaterClerk }) (user.Email, user.NormalizedEmail) = ($"{user.UserName}@example.com", $"{user.UserName}@EXAMPLE.COM".ToUpperInvariant());
        room.Closed.MergeInto(room.Water);
        await room.Store.AddAsync(
            room.Office, room.Civil, room.Water, room.Closed, room.Clerk, room.Reviewer, room.WaterClerk,
            TestData.CreateMembership(room.Clerk.Id, room.Civil.Id), TestData.CreateMembership(room.Reviewer.Id, room.Civil.Id, StaffRole.Reviewer), TestData.CreateMembership(room.WaterClerk.Id, room.Water.Id));
        await room.UseAsync<LetterChannelSeed, int>(s => s.RunAsync(default));
        return room;
    }

    /// <summary>Uses a service in a scope of its own, as a request does.</summary>
    public async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<int> RunAsync<TJob>() where TJob : IPeriodicJob => await _services.GetServices<IPeriodicJob>().OfType<TJob>().Single().RunAsync(default);

    public Task<int> SendMailsAsync() => _services.GetRequiredService<SendMail>().RunAsync(default);

    public LetterFigures Figures => _services.GetRequiredService<LetterFigures>();

    public static LetterText Text(string text = "请问低保申请需要什么材料？在哪里办理？", string title = "低保申请", string name = "", string contact = "") => new(title, text, name, contact);

    /// <summary>Sends a letter to the civil affairs bureau, or to whom it is asked for.</summary>
    public Task<OutcomeOf<LetterReceipt>> SendAsync(LetterText? text = null, string organisation = "mzj", LetterKind kind = LetterKind.Consultation, bool isPublic = true, Guid? form = null, params Upload[] files) =>
        UseAsync<LetterIntake, OutcomeOf<LetterReceipt>>(i => i.SendAsync(new SendLetter(form ?? Guid.NewGuid(), kind, organisation, text ?? Text(), isPublic, "", files)));

    /// <summary>Sends one that must arrive.</summary>
    public async Task<LetterReceipt> SentAsync(LetterText? text = null, string organisation = "mzj", LetterKind kind = LetterKind.Consultation, bool isPublic = true)
    {
        var sent = await SendAsync(text, organisation, kind, isPublic);
        return sent.IsDone ? sent.Value! : throw new InvalidOperationException(string.Join("; ", sent.Refusals));
    }

    public Task<Letter> FindAsync(Guid id) => Store.ReadAsync(db => LetterStore.Whole(db.Letters).SingleAsync(l => l.Id == id));

    public Task<Outcome> TriageAsync(Guid id, Func<LetterTriage, int, Task<Outcome>> act) => ActAsync(id, act);

    public Task<Outcome> ReplyAsync(Guid id, Func<LetterReplies, int, Task<Outcome>> act) => ActAsync(id, act);

    public Task<Outcome> PublishingAsync(Guid id, Func<LetterPublishing, int, Task<Outcome>> act) => ActAsync(id, act);

    /// <summary>Answers by two persons.</summary>
    public async Task AnswerAsync(Guid id, string text = "请带户口簿到镇政府便民服务中心办理。", Adoption? adoption = null)
    {
        Sure(await ReplyAsync(id, (r, seen) => r.SubmitAsync(new SubmitLetterReply(id, seen, text, adoption, adoption is null ? "" : "符合规划。", Clerk.Id))));
        Sure(await ReplyAsync(id, (r, seen) => r.ReviewAsync(new ReviewLetterReply(id, seen, true, "", Reviewer.Id))));
    }

    /// <summary>Publishes an answered letter by two persons.</summary>
    public async Task PublishAsync(Guid id, PublicLetterText? text = null)
    {
        Sure(await PublishingAsync(id, (p, seen) => p.ProposeAsync(new ProposePublicLetter(id, seen, text ?? new PublicLetterText("低保怎么申请", "低保申请需要什么材料？", "请带户口簿办理。"), Clerk.Id))));
        Sure(await PublishingAsync(id, (p, seen) => p.DecideAsync(new DecidePublicLetter(id, seen, true, "", Reviewer.Id))));
    }

    /// <summary>What of letters waits for a person of the civil affairs bureau.</summary>
    public async Task<IReadOnlyList<DeskTask>> DeskAsync(Guid person, StaffRole role)
    {
        await using var db = Store.Open();
        return await new LetterDeskSource(db).ReadAsync(new DeskPerson(person, new StaffRights([new RoleAt(Civil.Id, role)])), default);
    }

    public Task<TrackedLetter?> TrackAsync(LetterReceipt receipt, string? secret = null) =>
        UseAsync<LetterTracking, TrackedLetter?>(t => t.OpenAsync(receipt.Number, receipt.Code, secret));

    public static void Sure(Outcome outcome) => Assert.True(outcome.IsDone, $"{outcome.Kind}: {string.Join("; ", outcome.Refusals)}");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Store.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task<Outcome> ActAsync<TService>(Guid id, Func<TService, int, Task<Outcome>> act) where TService : notnull
    {
        var seen = (await FindAsync(id)).Revision;
        return await UseAsync<TService, Outcome>(s => act(s, seen));
    }
}

internal static class LetterRoomServices
{
    public static IServiceCollection With(this IServiceCollection services, Action<IServiceCollection> add)
    {
        add(services);
        return services;
    }
}

internal static class LetterRoomReads
{
    /// <summary>The public statistics of all letters.</summary>
    public static async Task<LetterStatistics> UseFiguresAsync(this LetterRoom room, int? year = null)
    {
        await using var db = room.Store.Open();
        return await room.Figures.ReadAsync(db, year);
    }
}
