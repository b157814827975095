using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

internal sealed class RestoreVerb : IVerb
{
    public string Name => "restore";

    public string Help => "<folder> [--force] - put a backup back; stop the site first. --force moves what is there aside";

    public async Task<int> RunAsync(VerbCall call)
    {
        var folder = Path.GetFullPath(call.Single("backup folder"));
        var db = call.Services.GetRequiredService<DisclosureDb>();
        var places = call.Services.GetRequiredService<SitePlaces>();
        var manifest = call.Services.GetRequiredService<SiteRestore>()
            .Restore(folder, places, [.. db.Database.GetMigrations()], call.Switches.Contains("--force"));
        await call.Out.WriteLineAsync($"Restored {manifest.Files.Count} files of {manifest.CreatedAt:yyyy-MM-dd HH:mm} UTC.");
        if (places.SqliteFile is null) await call.Out.WriteLineAsync(ForSqlServer(db.Database.GetDbConnection().Database));
        await call.Out.WriteLineAsync("Run 'migrate' if this program is newer than the backup, then 'check'.");
        return 0;
    }

    private static string ForSqlServer(string database) => $"""
        The database is on SQL Server. Restore its backup of the same time, on the server:
          RESTORE DATABASE [{database}] FROM DISK = N'{database}.bak' WITH REPLACE, CHECKSUM;
        """;
}
