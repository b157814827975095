using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

internal sealed class MigrateVerb : IVerb
{
    public string Name => "migrate";

    public string Help => "- bring the database up to date (a SQLite file is copied to before-migration first)";

    public async Task<int> RunAsync(VerbCall call)
    {
        var applied = await call.Services.GetRequiredService<DatabaseMigration>().RunAsync(CancellationToken.None);
        await call.Out.WriteLineAsync(applied.Count == 0 ? "The database is up to date." : $"Applied {string.Join(", ", applied)}.");
        return 0;
    }
}
