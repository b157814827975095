using Microsoft.EntityFrameworkCore;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

public sealed class SqliteConnectionSettingsTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("synchronous", "1")]
    [InlineData("foreign_keys", "1")]
    public async Task Open_EveryConnection_HasTheHouseSettings(string pragma, string expected)
    {
        await using var store = await SqliteStore.CreateAsync();
        await using var first = store.Open();
        await using var second = store.Open();

        Assert.Equal(expected, await AskAsync(first, pragma));
        Assert.Equal(expected, await AskAsync(second, pragma));
    }

    private static async Task<string> AskAsync(DbContext db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA " + pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }
}
