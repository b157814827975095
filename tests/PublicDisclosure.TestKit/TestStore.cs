using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.TestKit;

/// <summary>A database of a test's own with the real migrations, thrown away at the end.</summary>
public abstract class TestStore : IAsyncDisposable
{
    /// <summary>Makes a migrated, empty database on an engine.</summary>
    public static async Task<TestStore> CreateAsync(Engine engine) =>
        engine == Engine.Sqlite ? await SqliteStore.CreateAsync() : await SqlServerStore.CreateAsync();

    /// <summary>Connection string of the database, for tests that start the whole site on it.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>A new context, as each request gets one. The caller disposes it.</summary>
    public abstract DisclosureDb Open();

    /// <summary>Saves entities in a context of their own.</summary>
    public async Task AddAsync(params object[] entities)
    {
        await using var db = Open();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    /// <summary>Reads something in a context of its own, so that nothing comes out of a cache of the writer.</summary>
    public async Task<T> ReadAsync<T>(Func<DisclosureDb, Task<T>> read)
    {
        await using var db = Open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
        return await read(db);
    }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
