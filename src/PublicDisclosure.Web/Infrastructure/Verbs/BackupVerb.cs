using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

internal sealed class BackupVerb : IVerb
{
    public string Name => "backup";

    public string Help => "<folder> - copy database, key ring and files into a new folder; the site may be running";

    public async Task<int> RunAsync(VerbCall call)
    {
        var folder = Path.GetFullPath(call.Single("folder to write to"));
        var db = call.Services.GetRequiredService<DisclosureDb>();
        var last = (await db.Database.GetAppliedMigrationsAsync()).LastOrDefault();
        var places = call.Services.GetRequiredService<SitePlaces>();
        var manifest = call.Services.GetRequiredService<SiteBackup>().BackUp(places, last, folder);
        await call.Out.WriteLineAsync($"Backed up {manifest.Files.Count} files ({manifest.Files.Sum(file => file.Size):N0} bytes) to {folder}.");
        if (places.SqliteFile is null) await call.Out.WriteLineAsync(ForSqlServer(db.Database.GetDbConnection().Database));
        await call.Out.WriteLineAsync("The certificate that protects the key ring is not in the backup; keep it in another place.");
        return 0;
    }

    private static string ForSqlServer(string database) => $"""
        The database is on SQL Server and is not in this folder. Run now, on the server:
          BACKUP DATABASE [{database}] TO DISK = N'{database}.bak' WITH COPY_ONLY, CHECKSUM, COMPRESSION;
        """;
}
