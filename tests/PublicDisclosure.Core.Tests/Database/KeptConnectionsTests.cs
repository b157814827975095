using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Database;

/// <summary>Connections that stay open with their statements, on a file of its own for every test.</summary>
public sealed class KeptConnectionsTests : IAsyncLifetime
{
    private const string Question = "SELECT Name FROM Things WHERE Number = $number";

    private SqliteStore _store = null!;

    private KeptConnections Kept => KeptConnections.Of(_store.ConnectionString)!;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteStore.CreateAsync();
        using var connection = Open();
        Run(connection, "CREATE TABLE Things (Number INTEGER PRIMARY KEY, Name TEXT NOT NULL)");
        Run(connection, "INSERT INTO Things VALUES (1, 'one'), (2, 'two')");
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public void Ask_TheSameTextWithOtherParameters_AnswersAnewWithTheSameStatement()
    {
        var kept = KeptOf(connection => Assert.Equal("one", Ask(connection, 1)));
        var again = KeptOf(connection => Assert.Equal(["two", null, "one"], new[] { Ask(connection, 2), Ask(connection, 3), Ask(connection, 1) }));

        Assert.Same(kept, again);
        Assert.Equal(1, again.Statements);
    }

    [Fact]
    public void Ask_WhatAnotherConnectionChanged_ShowsTheChange()
    {
        using var reader = Open();
        Assert.Equal("one", Ask(reader, 1));
        using (var writer = Open()) Run(writer, "UPDATE Things SET Name = 'uno' WHERE Number = 1");

        Assert.Equal("uno", Ask(reader, 1));
    }

    [Fact]
    public void Ask_TwoReadersOfTheSameTextAtOnce_EachReadsItsOwnRows()
    {
        using var connection = Open();
        using var first = Command(connection, 1);
        using var second = Command(connection, 2);
        using (var one = first.ExecuteReader())
        using (var two = second.ExecuteReader())
        {
            Assert.True(two.Read());
            Assert.True(one.Read());
            Assert.Equal(("one", "two"), (one.GetString(0), two.GetString(0)));
            Assert.Throws<InvalidOperationException>(() => first.ExecuteReader());
        }
    }

    [Fact]
    public void Ask_AfterTheSchemaChanged_IsPreparedAgain()
    {
        const string Everything = "SELECT * FROM Things WHERE Number = 1";
        using var reader = Open();
        Assert.Equal(2, Columns(reader, Everything));
        using (var writer = Open()) Run(writer, "ALTER TABLE Things ADD COLUMN Colour TEXT");

        Assert.Equal(3, Columns(reader, Everything));
        using (var writer = Open()) Run(writer, "DROP TABLE Things");
        Assert.Throws<SqliteException>(() => Columns(reader, Everything));
    }

    [Fact]
    public void Close_AfterATransaction_KeepsTheConnectionAndNothingOfIt()
    {
        var kept = KeptOf(connection =>
        {
            using (var transaction = connection.BeginTransaction())
            {
                Run(connection, "INSERT INTO Things VALUES (3, 'three')");
                Assert.Equal("three", Ask(connection, 3));
                Assert.Same(connection, transaction.Connection);
                transaction.Rollback();
            }

            Assert.Null(Ask(connection, 3));
            using var second = connection.BeginTransaction();
            Run(connection, "INSERT INTO Things VALUES (4, 'four')");
            second.Commit();
        });

        Assert.Same(kept, KeptOf(connection => Assert.Equal([null, "four"], new[] { Ask(connection, 3), Ask(connection, 4) })));
    }

    [Fact]
    public void Close_WithAnOpenTransaction_RollsBackAndGivesTheConnectionToNobody() => AssertNotKept(connection =>
    {
        connection.BeginTransaction();
        Run(connection, "UPDATE Things SET Name = 'lost' WHERE Number = 1");
    });

    [Fact]
    public void Close_WithATransactionBegunInText_RollsBackAndGivesTheConnectionToNobody() => AssertNotKept(connection =>
    {
        Run(connection, "BEGIN IMMEDIATE");
        Run(connection, "UPDATE Things SET Name = 'lost' WHERE Number = 1");
    });

    [Fact]
    public void Close_WithAnOpenReader_GivesTheConnectionToNobody() => AssertNotKept(connection => Assert.True(Command(connection, 1).ExecuteReader().Read()));

    [Fact]
    public void Close_AfterASetting_GivesTheConnectionToNobody() => AssertNotKept(connection => Run(connection, "PRAGMA foreign_keys=OFF"));

    [Fact]
    public void Close_AfterAFailure_GivesTheConnectionToNobody() =>
        AssertNotKept(connection => Assert.Throws<SqliteException>(() => Run(connection, "INSERT INTO Things VALUES (1, 'again')")));

    [Fact]
    public void Ask_MoreTextsThanAreKept_ForgetsWhatWasNotUsedForLongest()
    {
        using var connection = Open();
        var kept = ((LeasedConnection)connection).Kept;
        for (var number = 0; number < KeptConnection.MostStatements * 2; number++)
        {
            Assert.Equal((long)number, Scalar(connection, $"SELECT {number}"));
            Assert.Equal("one", Ask(connection, 1));
        }

        Assert.Equal(KeptConnection.MostStatements, kept.Statements);
        var used = kept.Take(Question);
        Assert.NotEqual(0, used.LastUse);
        kept.GiveBack(used);
        Assert.Equal(0, kept.Take("SELECT 0").LastUse);
    }

    [Fact]
    public void Close_MoreConnectionsThanAreKept_ClosesTheRest()
    {
        var all = Enumerable.Range(0, KeptConnections.Most + 3).Select(_ => (LeasedConnection)Open()).ToList();
        var kept = all.ConvertAll(connection => connection.Kept);
        Assert.Equal(all.Count, kept.Distinct().Count());
        foreach (var connection in all) connection.Dispose();

        Assert.Equal(KeptConnections.Most, Kept.Waiting);
        Assert.Equal(3, kept.Count(connection => connection.State == ConnectionState.Closed));
    }

    [Fact]
    public void Clear_ClosesWhatWaitsAndKeepsNothingThatWasOut()
    {
        using var connection = (LeasedConnection)Open();
        var (waiting, used) = (KeptOf(other => Assert.Equal("one", Ask(other, 1))), connection.Kept);
        KeptConnections.Clear(_store.ConnectionString);

        Assert.Equal(ConnectionState.Closed, waiting.State);
        Assert.Equal("one", Ask(connection, 1));
        connection.Close();
        Assert.Equal((ConnectionState.Closed, 0), (used.State, Kept.Waiting));
        Assert.NotSame(used, KeptOf(other => Assert.Equal("two", Ask(other, 2))));
    }

    [Fact]
    public void Open_HasTheFunctionsOfTheTranslationsAndTheSettingsOfTheHouse()
    {
        KeptOf(connection => Assert.Equal(1L, Scalar(connection, "SELECT 'disclosure' REGEXP '^dis'")));
        KeptOf(connection => Assert.Equal(0L, Scalar(connection, "SELECT ef_compare('2.0', '2')")));
        Assert.Equal(1L, Scalar(Open(), "PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task Context_SavesWithinATransactionWithSavepoints_AndTheNextContextReadsIt()
    {
        await using (var db = _store.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync("INSERT INTO Things VALUES (5, 'five')");
            await transaction.CreateSavepointAsync("before");
            await db.Database.ExecuteSqlRawAsync("INSERT INTO Things VALUES (6, 'six')");
            await transaction.RollbackToSavepointAsync("before");
            await transaction.CommitAsync();
        }

        await using var next = _store.Open();
        Assert.IsType<LeasedConnection>(next.Database.GetDbConnection());
        Assert.Equal([5], await next.Database.SqlQueryRaw<int>("SELECT Number AS Value FROM Things WHERE Number > 4").ToListAsync());
    }

    [Theory]
    [InlineData("Data Source=some.db;Pooling=False")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=some;Mode=Memory")]
    public void Of_WhatMustNotStayOpen_KeepsNothing(string connectionString) => Assert.Null(KeptConnections.Of(connectionString));

    [Theory]
    [InlineData("SELECT 1", true, true)]
    [InlineData("-- a tag\n\n  SELECT 1", true, true)]
    [InlineData("UPDATE Things SET Name = ''", false, true)]
    [InlineData("PRAGMA foreign_keys=ON", false, false)]
    [InlineData("-- SELECT", false, false)]
    [InlineData("", false, false)]
    public void SqlText_IsToldByItsFirstWord(string text, bool onlyReads, bool leavesNothing) =>
        Assert.Equal((onlyReads, leavesNothing), (SqlText.OnlyReads(text), SqlText.LeavesNothingBehind(text)));

    private DbConnection Open()
    {
        var connection = new LeasedConnection(_store.ConnectionString, Kept);
        connection.Open();
        return connection;
    }

    /// <summary>Uses a connection and gives it back; returns the real one.</summary>
    private KeptConnection KeptOf(Action<DbConnection> use)
    {
        using var connection = (LeasedConnection)Open();
        var kept = connection.Kept;
        use(connection);
        return kept;
    }

    private void AssertNotKept(Action<DbConnection> use)
    {
        var kept = KeptOf(use);
        Assert.Equal(ConnectionState.Closed, kept.State);
        Assert.NotSame(kept, KeptOf(connection => Assert.Equal("one", Ask(connection, 1))));
    }

    private static string? Ask(DbConnection connection, int number)
    {
        using var command = Command(connection, number);
        return (string?)command.ExecuteScalar();
    }

    private static DbCommand Command(DbConnection connection, int number)
    {
        var command = connection.CreateCommand();
        command.CommandText = Question;
        command.Parameters.Add(new SqliteParameter("$number", number));
        return command;
    }

    private static object? Scalar(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }

    private static int Columns(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        return reader.FieldCount;
    }

    private static void Run(DbConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
