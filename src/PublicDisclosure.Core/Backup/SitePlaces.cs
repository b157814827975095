using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Backup;

/// <summary>Where a site keeps what a backup must hold.</summary>
/// <param name="DataFolder">Setting <c>Storage:DataFolder</c>: attachments and everything else that is not in the database.</param>
/// <param name="SqliteFile">The database file, or null when the site runs on SQL Server.</param>
public sealed record SitePlaces(string DataFolder, string? SqliteFile)
{
    /// <summary>Folders of the data folder that can be made again or hold nothing of the site: logs, indexes, mail that was handed over, leftovers.</summary>
    private static readonly string[] NotKept = ["logs", "search", "temp", "mail", "before-restore", "before-migration"];

    /// <summary>The places of a running configuration.</summary>
    public static SitePlaces Of(DisclosureDb db, string dataFolder) => new(
        dataFolder,
        db is SqliteDisclosureDb ? Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource) : null);

    /// <summary>Name of the engine as the setting <c>Database:Provider</c> has it.</summary>
    public string Provider => SqliteFile is null ? "SqlServer" : "Sqlite";

    /// <summary>The database file and its companions (write-ahead log, shared memory) that exist.</summary>
    public IReadOnlyList<string> SqliteFiles => SqliteFile is null
        ? []
        : [.. new[] { "", "-wal", "-shm" }.Select(ending => SqliteFile + ending).Where(File.Exists)];

    /// <summary>Files of the data folder that a backup holds.</summary>
    public IEnumerable<string> KeptFiles()
    {
        if (!Directory.Exists(DataFolder)) return [];
        var database = SqliteFiles.Select(Path.GetFullPath).ToHashSet();
        return Directory.EnumerateFiles(DataFolder, "*", SearchOption.AllDirectories)
            // Files under way (.tmp) are locked by their writer and named by no row yet.
            .Where(file => !database.Contains(Path.GetFullPath(file)) && !NotKept.Contains(TopFolder(file)) && !file.EndsWith(".tmp", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>First part of a file's path below the data folder.</summary>
    private string TopFolder(string file) => Path.GetRelativePath(DataFolder, file).Split(Path.DirectorySeparatorChar)[0];
}
