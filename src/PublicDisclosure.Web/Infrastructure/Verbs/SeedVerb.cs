using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data.Seed;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

internal sealed class SeedVerb : IVerb
{
    public string Name => "seed";

    public string Help => "[--remove-demo] - enter what every installation needs (in Development the demonstration too), or take the demonstration out";

    public async Task<int> RunAsync(VerbCall call)
    {
        var stop = CancellationToken.None;
        if (call.Switches.Contains("--remove-demo"))
        {
            await call.Services.GetRequiredService<DemoErrorReportSeed>().RemoveAsync(stop);
            await call.Services.GetRequiredService<DemoResponseSeed>().RemoveAsync(stop);
            var disclosures = await call.Services.GetRequiredService<DemoDisclosureRemoval>().RunAsync(stop);
            await call.Services.GetRequiredService<DemoLetterSeed>().RemoveAsync(stop);
            await call.Services.GetRequiredService<DemoCalendarSeed>().RemoveAsync(stop);
            await call.Services.GetRequiredService<DemoAccountsSeed>().RemoveAsync(stop);
            var codes = await call.Services.GetRequiredService<DemoOrganisationSeed>().RemoveAsync(stop);
            await call.Out.WriteLineAsync($"Removed {disclosures} demo disclosures and {codes} demo credit codes; the demo accounts are closed.");
            return 0;
        }
        var isDevelopment = call.Services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var kind = isDevelopment ? call.Services.GetRequiredService<IOptions<DemoOptions>>().Value.Kind : SeedKind.Reference;
        await call.Services.GetRequiredService<DatabaseSeed>().RunAsync(kind, stop);
        await call.Out.WriteLineAsync($"Entered what was missing ({kind}).");
        return 0;
    }
}
