using System.Security.Cryptography;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Backup;

/// <summary>
/// Copies a site into a folder: the database (which holds the key ring), the files of the data folder, and a manifest with
/// the hash of everything. The site may be running.
/// </summary>
public sealed class SiteBackup(BusinessClock clock)
{
    /// <summary>Path of the database within a backup folder.</summary>
    internal const string DatabasePath = "database/disclosure.db";

    /// <summary>Folder of the data folder's files within a backup folder.</summary>
    internal const string FilesFolder = "files";

    /// <summary>Writes a backup into an empty or new folder and returns its manifest.</summary>
    /// <param name="places">What to copy.</param>
    /// <param name="lastMigration">Last migration applied to the database; a restore compares it with the program's.</param>
    /// <param name="folder">Where to write.</param>
    /// <exception cref="OperationRefusedException">The folder is not empty, or lies within the data folder.</exception>
    public BackupManifest BackUp(SitePlaces places, string? lastMigration, string folder)
    {
        Refuse(places, folder);
        Directory.CreateDirectory(folder);
        var createdAt = clock.Now;
        // The database first: a file that it names was stored before the row was, so it is there when the files are copied.
        if (places.SqliteFile is not null)
        {
            Directory.CreateDirectory(Path.Combine(folder, "database"));
            SqliteFile.Copy(places.SqliteFile, Path.Combine(folder, DatabasePath));
        }
        foreach (var file in places.KeptFiles())
        {
            var target = Path.Combine(folder, FilesFolder, Path.GetRelativePath(places.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        var manifest = new BackupManifest(
            BackupManifest.CurrentFormat, createdAt, places.Provider, lastMigration, [.. FilesIn(folder)]);
        manifest.Save(folder);
        return manifest;
    }

    /// <summary>The files of a backup folder except its manifest, with size and hash.</summary>
    internal static IEnumerable<BackupFile> FilesIn(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        let path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
        where path != BackupManifest.FileName
        select new BackupFile(path, new FileInfo(file).Length, HashOf(file));

    private static string HashOf(string file)
    {
        using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private static void Refuse(SitePlaces places, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new OperationRefusedException($"'{folder}' is not empty. Name a new folder for each backup.");
        var inside = Path.GetRelativePath(places.DataFolder, Path.GetFullPath(folder));
        if (!Path.IsPathRooted(inside) && !inside.StartsWith("..", StringComparison.Ordinal))
            throw new OperationRefusedException("The backup must not lie inside the data folder; choose another disk.");
    }
}
