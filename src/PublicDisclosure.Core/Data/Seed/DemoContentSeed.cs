using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data.Seed.Demo;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Enters the documents of the demonstration, once, into a portal that holds no others.</summary>
public sealed partial class DemoContentSeed(
    DemoSeed generator, IHostEnvironment environment, IOptions<DemoOptions> options, ILogger<DemoContentSeed> log) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var progress = new Progress<int>(count => LogProgress(count));
        var result = await generator.RunAsync(
            new DemoSeedOptions { IsProduction = environment.IsProduction(), Generated = options.Value.Generated }, progress, stop);
        foreach (var refused in result.Refused) LogRefused(refused);
        return result.Written;
    }

    [LoggerMessage(LogLevel.Information, "{Count} demo documents published")]
    private partial void LogProgress(int count);

    [LoggerMessage(LogLevel.Warning, "Demo document not published: {Reason}")]
    private partial void LogRefused(string reason);
}
