using System.Diagnostics;
using System.Net;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Benchmarks.Load;

/// <summary>A server of a measurement in a process of its own, killed when it is no longer needed.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private readonly Process _process;

    private ChildProgram(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Port it listens on, at the loopback address.</summary>
    public int Port { get; }

    /// <summary>Its working set, in megabytes.</summary>
    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan Busy
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>
    /// Waits until the work of its start is done: jobs that were due while it did not run take a core for a minute or more, and would be
    /// measured with the answers.
    /// </summary>
    public async Task QuietAsync()
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Patience)
        {
            var before = Busy;
            await Task.Delay(Look);
            if (Busy - before < Look / 10) return;
        }
    }

    /// <summary>The built site over a folder, as in production but for the checks of its start: JSON log to a file, all headers.</summary>
    public static Task<ChildProgram> SiteAsync(string folder, params (string Name, string Value)[] settings)
    {
        var port = Machine.FreePort();
        var start = new ProcessStartInfo("dotnet", [BuiltProgram.Path]) { WorkingDirectory = BuiltProgram.Project };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Staging";
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        start.Environment["Storage__DataFolder"] = Path.GetFullPath(folder);
        start.Environment["Logging__ToConsole"] = "false";
        // As in a published site; one that was only built looks at its folder of static files for every request.
        start.Environment["ReloadStaticAssetsAtRuntime"] = "false";
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return StartAsync(start, port, "/health/ready");
    }

    /// <summary>This program again, with the bare server of <see cref="BareWorker"/>.</summary>
    public static Task<ChildProgram> BareAsync(string folder, string copyOf = "", string encoding = "", string database = "ordinary")
    {
        var port = Machine.FreePort();
        var start = new ProcessStartInfo("dotnet",
            [typeof(ChildProgram).Assembly.Location, "bare-worker", "--folder", folder, "--port", $"{port}", "--copy", copyOf, "--encoding", encoding, "--database", database]);
        return StartAsync(start, port, "/bytes");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<ChildProgram> StartAsync(ProcessStartInfo start, int port, string ready)
    {
        // As deploy/systemd sets it for the site; bare servers shall have no less.
        start.Environment["DOTNET_GCgen0size"] = "0x4000000";
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        var child = new ChildProgram(Process.Start(start)!, port);
        var said = new List<string>();
        child._process.OutputDataReceived += (_, line) => said.Add(line.Data ?? "");
        child._process.ErrorDataReceived += (_, line) => said.Add(line.Data ?? "");
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (!await AnswersAsync(client, $"http://127.0.0.1:{port}{ready}"))
        {
            if (child._process.HasExited) throw new InvalidOperationException($"A server ended with {child._process.ExitCode}: {string.Join('\n', said.TakeLast(20))}");
            if (watch.Elapsed > Patience) throw new TimeoutException($"A server was not ready after {Patience}.");
            await Task.Delay(25);
        }

        return child;
    }

    private static async Task<bool> AnswersAsync(HttpClient client, string address)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
