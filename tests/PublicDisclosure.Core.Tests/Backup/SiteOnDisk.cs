using Microsoft.Data.Sqlite;
using PublicDisclosure.Core.Backup;

namespace PublicDisclosure.Core.Tests.Backup;

/// <summary>A small site in a temporary folder: a database with unwritten log, attachments and logs.</summary>
internal sealed class SiteOnDisk : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("backup-").FullName;

    public SiteOnDisk() => Directory.CreateDirectory(DataFolder);

    public string DataFolder => Path.Combine(_root, "data");

    public string BackupFolder => Path.Combine(_root, "backup");

    public SitePlaces Places => new(DataFolder, Path.Combine(DataFolder, "disclosure.db"));

    /// <summary>Another, empty site beside this one.</summary>
    public SitePlaces EmptyPlaces => new(Path.Combine(_root, "restored"), Path.Combine(_root, "restored", "disclosure.db"));

    public static string Write(string folder, string name, string content)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>Opens the database as the running site does, with a row that is only in the write-ahead log.</summary>
    public SqliteConnection OpenWithUncheckpointedRow(string text)
    {
        var connection = new SqliteConnection($"Data Source={Places.SqliteFile};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; CREATE TABLE Notes (Text TEXT)");
        Execute(connection, $"INSERT INTO Notes VALUES ('{text}')");
        return connection;
    }

    public static string? TextIn(string databaseFile) => Ask(databaseFile, "SELECT group_concat(Text) FROM Notes");

    public static string? Ask(string databaseFile, string question)
    {
        using var connection = new SqliteConnection($"Data Source={databaseFile};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar() as string;
    }

    /// <summary>Every file below a folder with its content, by relative path.</summary>
    public static Dictionary<string, string> Snapshot(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
