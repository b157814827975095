using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

internal sealed class CheckVerb : IVerb
{
    public string Name => "check";

    public string Help => "[--records] - say what is wrong: what a production start would refuse, a damaged database, missing files; "
        + "with --records also whether numbers, versions, history and lists agree (reads everything)";

    public async Task<int> RunAsync(VerbCall call)
    {
        var stop = CancellationToken.None;
        if (call.Services.GetRequiredService<SitePlaces>() is { SqliteFile: { } file } && File.Exists(file)) SqliteFile.Check(file);
        var problems = (await call.Services.GetRequiredService<StartupChecks>().ProblemsAsync(stop)).ToList();
        // Without its tables the database cannot say which files it needs.
        if (!(await call.Services.GetRequiredService<DisclosureDb>().Database.GetPendingMigrationsAsync(stop)).Any())
        {
            var missing = await call.Services.GetRequiredService<StoredFileCheck>().MissingAsync(stop);
            problems.AddRange(missing.Select(hash => $"The content of attachment {hash} is missing from the data folder: restore it from a backup."));
            if (call.Switches.Contains("--records")) problems.AddRange(await call.Services.GetRequiredService<RecordCheck>().ProblemsAsync(stop));
        }
        foreach (var problem in problems) await call.Out.WriteLineAsync(problem);
        await call.Out.WriteLineAsync(problems.Count == 0 ? "Nothing is wrong." : $"{problems.Count} problems.");
        return problems.Count == 0 ? 0 : 1;
    }
}
