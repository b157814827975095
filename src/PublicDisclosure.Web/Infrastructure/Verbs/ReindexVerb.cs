using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Search;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

/// <summary>Builds the search index anew: at once where no site is running on the data folder, and otherwise by telling every node to.</summary>
internal sealed class ReindexVerb : IVerb
{
    public string Name => "reindex";

    public string Help => "- build the search index anew, with progress; running sites are told to build theirs and answer from the old one meanwhile";

    public async Task<int> RunAsync(VerbCall call)
    {
        var db = call.Services.GetRequiredService<DisclosureDb>();
        if ((await db.Database.GetPendingMigrationsAsync()).Any()) throw new OperationRefusedException("The database is not up to date: run migrate first.");
        var index = call.Services.GetRequiredService<SearchIndex>();
        if (index.IsHeldByAnother())
        {
            await call.Services.GetRequiredService<SearchFollower>().AskForWholeAsync(CancellationToken.None);
            await call.Out.WriteLineAsync("The site is running: it builds its index anew within seconds and answers from the old one meanwhile. Its log says when it is done.");
            return 0;
        }

        var said = -1;
        var pages = await call.Services.GetRequiredService<SearchFollower>().RebuildAsync((done, of) =>
        {
            // A line for every twentieth part: readable on a screen and in a log.
            var part = of == 0 ? 20 : done * 20L / of;
            if (part == said) return;
            said = (int)part;
            call.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {of:N0} pages ({part * 5} %)"));
        });
        await call.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"The search index holds {pages:N0} pages."));
        return 0;
    }
}
