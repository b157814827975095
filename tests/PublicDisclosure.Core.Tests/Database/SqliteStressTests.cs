using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Many writers and readers at once on the one SQLite file: nobody may see a lock error, no write may be lost.</summary>
public sealed class SqliteStressTests
{
    private const int Writers = 20;
    private const int Readers = 40;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task WritersAndReaders_AtOnce_NoLockErrorAndNoLostWrite()
    {
        await using var store = await SqliteStore.CreateAsync();
        var watch = Stopwatch.StartNew();
        var running = new TestClock();

        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WriteAsync(store, watch, running))).ToList();
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadAsync(store, watch))).ToList();
        await Task.WhenAll(readers);
        var written = (await Task.WhenAll(writers)).Sum();

        Assert.True(written >= Writers, $"Only {written} writes in {Duration}.");
        Assert.Equal(written, await store.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    private static async Task<int> WriteAsync(SqliteStore store, Stopwatch watch, TestClock clock)
    {
        var written = 0;
        while (watch.Elapsed < Duration)
        {
            await using var db = store.Open();
            await using var transaction = await db.Database.BeginTransactionAsync();
            // Read, then write within one transaction: the order that fails at once when a transaction begins deferred.
            await db.AuditEntries.CountAsync();
            db.Add(AuditEntry.Record(clock.Now, null, "Test.Write"));
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            written++;
        }
        return written;
    }

    private static async Task ReadAsync(SqliteStore store, Stopwatch watch)
    {
        while (watch.Elapsed < Duration)
        {
            await using var db = store.Open();
            await db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.At).Take(20).ToListAsync();
        }
    }
}
