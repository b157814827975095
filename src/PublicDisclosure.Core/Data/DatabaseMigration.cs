using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data;

/// <summary>Brings the database up to date. A SQLite file is copied first, so that a failed migration costs nothing.</summary>
public sealed class DatabaseMigration(DisclosureDb db, SitePlaces places, BusinessClock clock)
{
    /// <summary>Folder of the data folder that keeps the copies.</summary>
    public const string CopiesFolder = "before-migration";

    /// <summary>Applies what is pending and names it; empty when the database was up to date.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken stop)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count == 0) return pending;
        // A file without an applied migration is a new database: there is nothing to keep.
        if (places.SqliteFile is { } file && (await db.Database.GetAppliedMigrationsAsync(stop)).Any()) Copy(file);
        await db.Database.MigrateAsync(stop);
        return pending;
    }

    private void Copy(string file)
    {
        var folder = Path.Combine(places.DataFolder, CopiesFolder);
        Directory.CreateDirectory(folder);
        var stamp = clock.Now.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        SqliteFile.Copy(file, Path.Combine(folder, $"{stamp}.db"));
    }
}
