using System.Globalization;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Backup;

/// <summary>Puts a backup made by <see cref="SiteBackup"/> back. The site must be stopped.</summary>
public sealed class SiteRestore(BusinessClock clock)
{
    /// <summary>Folder of the data folder that receives what was there before a forced restore.</summary>
    public const string BeforeRestore = "before-restore";

    /// <summary>Checks the whole backup first and touches nothing unless every file is as it was.</summary>
    /// <param name="folder">The backup folder.</param>
    /// <param name="places">Where to put it.</param>
    /// <param name="knownMigrations">The migrations of this program; a backup of a newer program is refused.</param>
    /// <param name="force">Also when the target is not empty: what is there is moved aside, not deleted.</param>
    /// <exception cref="OperationRefusedException">The backup is damaged or does not fit, or the target is not empty.</exception>
    public BackupManifest Restore(string folder, SitePlaces places, IReadOnlyCollection<string> knownMigrations, bool force)
    {
        var manifest = Verify(folder);
        if (manifest.Provider != places.Provider)
            throw new OperationRefusedException($"The backup was made on {manifest.Provider}, this site runs on {places.Provider}.");
        if (manifest.LastMigration is { } last && !knownMigrations.Contains(last))
            throw new OperationRefusedException($"The backup was made by a newer version (its database is at {last}). Install that version first.");
        // Open connections of this process would go on using the file that is moved away.
        KeptConnections.ClearAll();
        var existing = places.SqliteFiles.Concat(places.KeptFiles()).ToList();
        if (existing.Count > 0 && !force)
            throw new OperationRefusedException(
                $"'{places.DataFolder}' or the database is not empty. Stop the site and add --force to move what is there aside.");

        MoveAside(existing, places);
        foreach (var file in manifest.Files)
        {
            var target = Target(file.Path, places);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(folder, file.Path), target);
        }
        if (places.SqliteFile is not null)
        {
            SqliteFile.Check(places.SqliteFile);
            SqliteFile.UseWriteAheadLog(places.SqliteFile);
        }
        return manifest;
    }

    /// <summary>Reads a backup's manifest and compares every file with it.</summary>
    /// <exception cref="OperationRefusedException">A file is missing, changed or not of the backup.</exception>
    public static BackupManifest Verify(string folder)
    {
        var manifest = BackupManifest.Load(folder);
        var found = SiteBackup.FilesIn(folder).ToList();
        var differing = manifest.Files.Except(found).Concat(found.Except(manifest.Files))
            .Select(file => file.Path).Distinct().Order(StringComparer.Ordinal).ToList();
        if (differing.Count > 0)
            throw new OperationRefusedException(
                $"The backup in '{folder}' is damaged; nothing was restored. Missing, changed or foreign: {string.Join(", ", differing.Take(10))}");
        if (manifest.Provider == "Sqlite" && manifest.Files.All(file => file.Path != SiteBackup.DatabasePath))
            throw new OperationRefusedException($"The backup in '{folder}' is damaged: it holds no database.");
        return manifest;
    }

    /// <summary>Where a file of the backup belongs. Only names found on disk within the folder get here (<see cref="Verify"/>).</summary>
    private static string Target(string path, SitePlaces places)
    {
        if (path == SiteBackup.DatabasePath) return places.SqliteFile!;
        const string Prefix = SiteBackup.FilesFolder + "/";
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
            throw new OperationRefusedException($"The backup holds a file that is not of a site: {path}");
        return Path.Combine(places.DataFolder, path[Prefix.Length..]);
    }

    private void MoveAside(List<string> existing, SitePlaces places)
    {
        if (existing.Count == 0) return;
        var aside = Path.Combine(
            places.DataFolder, BeforeRestore, clock.Now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        foreach (var file in existing)
        {
            var name = Path.GetRelativePath(places.DataFolder, file);
            // A database elsewhere on the disk goes in by its bare name.
            if (Path.IsPathRooted(name) || name.StartsWith("..", StringComparison.Ordinal)) name = Path.GetFileName(file);
            var target = Path.Combine(aside, name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(file, target);
        }
    }
}
