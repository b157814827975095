using Microsoft.Data.Sqlite;

namespace PublicDisclosure.Core.Backup;

/// <summary>Copies and checks SQLite database files through SQLite itself: a copy of the bare file would miss the write-ahead log.</summary>
public static class SqliteFile
{
    /// <summary>Copies a database while it is in use (online backup). The copy is one file without companions.</summary>
    /// <exception cref="OperationRefusedException">The copy does not pass SQLite's integrity check.</exception>
    public static void Copy(string from, string to)
    {
        using (var source = Open(from, SqliteOpenMode.ReadOnly))
        using (var target = Open(to, SqliteOpenMode.ReadWriteCreate))
        {
            source.BackupDatabase(target);
            Ask(target, "PRAGMA journal_mode=DELETE");
        }
        Check(to);
    }

    /// <summary>Runs SQLite's integrity check.</summary>
    /// <exception cref="OperationRefusedException">The file is not a sound SQLite database.</exception>
    public static void Check(string file)
    {
        string? answer;
        try
        {
            using var connection = Open(file, SqliteOpenMode.ReadOnly);
            answer = Ask(connection, "PRAGMA integrity_check");
        }
        catch (SqliteException problem)
        {
            answer = problem.Message;
        }
        if (answer != "ok") throw new OperationRefusedException($"The database '{file}' is damaged: {answer}");
    }

    /// <summary>Puts a copy back into service: the write-ahead log is a property of the file, and copies are made without.</summary>
    public static void UseWriteAheadLog(string file)
    {
        using var connection = Open(file, SqliteOpenMode.ReadWrite);
        Ask(connection, "PRAGMA journal_mode=WAL");
    }

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static string? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar() as string;
    }
}
