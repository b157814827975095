using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;
using SQLitePCL;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>The questions behind the page of a disclosure stay prepared in SQLite.</summary>
public sealed class DisclosurePageReadsTests
{
    // SQLITE_STMTSTATUS_REPREPARE
    private const int PreparedAnew = 5;

    [Fact]
    public async Task Questions_AskedAgainWithOtherValues_AreNotPreparedAnew()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var store = await SqliteStore.CreateAsync();
        await using var db = store.Open();
        await db.StayOpenAsync(stop);
        var connection = ((LeasedConnection)db.Database.GetDbConnection()).Kept;
        connection.Handle!.enable_sqlite3_next_stmt(true);
        var reads = DisclosurePageReads.Of(db);
        for (var round = 0; round < 3; round++)
        {
            await reads.NewestAsync(db, $"address-{round}", stop);
            await reads.RecordAsync(db, $"address-{round}", stop);
            await reads.ItemsAsync(db, Guid.NewGuid(), stop);
            await reads.NearAsync(db, $"item-{round}", Guid.NewGuid(), new DateOnly(2026, 1, 1).AddDays(round), stop);
        }

        Assert.Equal(4, connection.Statements);
        for (var statement = raw.sqlite3_next_stmt(connection.Handle, null); statement is not null; statement = raw.sqlite3_next_stmt(connection.Handle, statement))
            Assert.Equal((0, raw.sqlite3_sql(statement).utf8_to_string()), (raw.sqlite3_stmt_status(statement, PreparedAnew, 0), raw.sqlite3_sql(statement).utf8_to_string()));
    }
}
