using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>What stands around a disclosure (previews, notes, review dates) on a test database, each call in a context of its own.</summary>
internal sealed class AroundDesk(TestStore store, DisclosureDesk desk) : IAsyncDisposable
{
    public TestStore Store => store;

    public DisclosureDesk Desk => desk;

    public static async Task<AroundDesk> CreateAsync(Engine engine)
    {
        var store = await TestStore.CreateAsync(engine);
        return new AroundDesk(store, await DisclosureDesk.CreateAsync(store));
    }

    public Task<OutcomeOf<string>> PreviewAsync(Guid id, int days = 7, string purpose = "请核对", bool isHarmless = true) =>
        PreviewsAsync(p => p.CreateAsync(new CreatePreview(id, days, purpose, isHarmless, desk.Clerk)));

    public async Task<string> TokenAsync(Guid id, int days = 7)
    {
        var made = await PreviewAsync(id, days);
        return made.IsDone ? made.Value! : throw new InvalidOperationException(string.Join("; ", made.Refusals));
    }

    public Task<T> PreviewsAsync<T>(Func<PreviewDesk, Task<T>> use) => InAsync(db => use(new PreviewDesk(
        db, new DisclosureStore(db, desk.Clock.Business), desk.Runner(db), desk.Clock.Business, Options.Create(new PreviewOptions()))));

    public Task<PreviewSheet?> OpenAsync(string token) => InAsync(db => Reader(db).OpenAsync(token, file => $"/f/{file}"));

    public Task<DisclosureAttachment?> OpenFileAsync(string token, Guid file) => InAsync(db => Reader(db).OpenFileAsync(token, file));

    public Task<T> NotesAsync<T>(Func<InternalNotes, Task<T>> use) => InAsync(db => use(new InternalNotes(db, desk.Clock.Business)));

    public Task<T> ReviewsAsync<T>(Func<ContentReviewDesk, Task<T>> use) => InAsync(db => use(Reviews(db)));

    public async Task<int> RemindAsync()
    {
        var services = new ServiceCollection().AddScoped(_ => store.Open()).AddScoped(p => Reviews(p.GetRequiredService<DisclosureDb>()));
        await using var provider = services.BuildServiceProvider();
        return await new RemindOfReviews(provider.GetRequiredService<IServiceScopeFactory>(), desk.Clock.Business, Options.Create(new ContentReviewOptions())).RunAsync(default);
    }

    public Task<Disclosure> FindAsync(Guid id) => store.ReadAsync(db => db.Disclosures.Include(d => d.Withdrawal).SingleAsync(d => d.Id == id));

    public Task<List<string>> ActsAsync(Guid objectId) =>
        store.ReadAsync(db => db.AuditEntries.Where(e => e.ObjectId == objectId).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Action).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        desk.Dispose();
        await store.DisposeAsync();
    }

    private PreviewReader Reader(DisclosureDb db) => new(db, desk.Runner(db), desk.Clock.Business);

    private ContentReviewDesk Reviews(DisclosureDb db) => new(db, desk.Clock.Business, Options.Create(new ContentReviewOptions()));

    private async Task<T> InAsync<T>(Func<DisclosureDb, Task<T>> use)
    {
        await using var db = store.Open();
        return await use(db);
    }
}
