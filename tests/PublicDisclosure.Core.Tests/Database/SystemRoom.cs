using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>A business system before the door of a test database, each call in a context of its own as in a request.</summary>
internal sealed class SystemRoom : IAsyncDisposable
{
    /// <summary>The system's name.</summary>
    public const string System = "行政审批系统";

    private SystemRoom(TestStore store, DisclosureDesk desk) => (Store, Desk) = (store, desk);

    public TestStore Store { get; }

    public DisclosureDesk Desk { get; }

    /// <summary>The administrator who makes the keys.</summary>
    public Guid Admin { get; } = Guid.NewGuid();

    public PublishApiOptions Options { get; } = new();

    public static async Task<SystemRoom> CreateAsync(Engine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        var room = new SystemRoom(store, await DisclosureDesk.CreateAsync(store));
        await room.Desk.EmployAsync(StaffRole.Clerk, room.Desk.Clerk);
        return room;
    }

    /// <summary>A key with every scope, as presented.</summary>
    public async Task<string> KeyAsync(ApiScopes scopes = ApiScopes.Register | ApiScopes.Draft | ApiScopes.Status, int days = 90)
    {
        var made = await MakeAsync(new MakeApiKey(Desk.Organisation.Id, System, scopes, Desk.Clerk, Desk.Clock.Today.AddDays(days), Admin));
        return made.IsDone ? made.Value!.Secret.Written : throw new InvalidOperationException(string.Join("; ", made.Refusals));
    }

    public Task<OutcomeOf<MadeApiKey>> MakeAsync(MakeApiKey command) => KeysAsync(d => d.MakeAsync(command));

    public Task<T> KeysAsync<T>(Func<ApiKeyDesk, Task<T>> use) => InAsync(db => use(new ApiKeyDesk(
        db, Desk.Clock.Business, new StaffAuthority(db), new MailQueue(db, Desk.Clock.Business), Microsoft.Extensions.Options.Options.Create(Options), Microsoft.Extensions.Options.Options.Create(new MailOptions()))));

    public Task<IReadOnlyList<ApiKeyLine>> ListAsync(OrganisationScope? scope = null) =>
        InAsync(db => new ApiKeyList(db, Desk.Clock.Business, Microsoft.Extensions.Options.Options.Create(Options)).ReadAsync(scope ?? OrganisationScope.WholeCity));

    public Task<OutcomeOf<KeyHolder>> OpenAsync(string? presented, ApiScopes scope = ApiScopes.Draft) =>
        InAsync(db => new ApiKeyGate(db, new StaffAuthority(db), Desk.Clock.Business).OpenAsync(presented, scope));

    /// <summary>The holder of a new key.</summary>
    public async Task<KeyHolder> HolderAsync() => (await OpenAsync(await KeyAsync())).Value!;

    public Task<OutcomeOf<ArrivalReceipt>> TakeAsync(Arriving sent) => InAsync(db =>
    {
        var saver = new DraftSaver(db, new DisclosureStore(db, Desk.Clock.Business), Desk.Clock.Business, new AttachmentIntake(Desk.Files, Microsoft.Extensions.Options.Options.Create(new StorageOptions())));
        return new SystemIntake(db, saver, new DutyItems(db), Desk.Clock.Business).TakeAsync(sent);
    });

    public Task<ArrivalStatus?> StatusAsync(KeyHolder key, Guid id) => InAsync(db => new ArrivalReader(db, Desk.Runner(db)).FindAsync(key, id));

    /// <summary>A draft with the text that passes the checklist.</summary>
    public Arriving Draft(KeyHolder key, string reference = "SP-1", string number = "n-1", string hash = "h") => new(key, number, hash, reference, false)
    {
        Items = [Desk.ItemCode],
        Write = _ => Desk.GoodText(),
    };

    public Arriving Registration(KeyHolder key, string reference = "SP-1", string number = "r-1", DateOnly? formedOn = null) => new(key, number, "h", reference, true)
    {
        Items = [Desk.ItemCode],
        Write = text => text with { Title = "关于许可决定的公告", FormedOn = formedOn ?? Desk.Clock.Today },
    };

    public async Task<int> PurgeAsync()
    {
        await using var provider = new ServiceCollection().AddScoped(_ => Store.Open()).BuildServiceProvider();
        return await new PurgeAnswers(provider.GetRequiredService<IServiceScopeFactory>(), Desk.Clock.Business, Microsoft.Extensions.Options.Options.Create(Options)).RunAsync(default);
    }

    public async Task<T> InAsync<T>(Func<DisclosureDb, Task<T>> use)
    {
        await using var db = Store.Open();
        return await use(db);
    }

    public async ValueTask DisposeAsync()
    {
        Desk.Dispose();
        await Store.DisposeAsync();
    }
}
