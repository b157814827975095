using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace PublicDisclosure.Benchmarks;

/// <summary>
/// Stands before everything else of the pipeline and measures from the first byte of a request understood to the last byte of
/// its answer handed to the connection: logging, headers, database, pages. The network and the client are outside.
/// </summary>
internal sealed class ServerTime : IStartupFilter
{
    private readonly Channel<double> _measured = Channel.CreateUnbounded<double>();

    /// <summary>Milliseconds of the request that was answered just now; one request at a time.</summary>
    public ValueTask<double> NextAsync() => _measured.Reader.ReadAsync();

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (_, run) =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await run();
            }
            finally
            {
                _measured.Writer.TryWrite(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
        next(app);
    };
}
