using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>One error of the Nu HTML checker.</summary>
/// <param name="File">Name of the file, without folder.</param>
/// <param name="Line">Last line of the place.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Extract">The HTML around the place.</param>
internal sealed record HtmlError(string File, int Line, string Message, string Extract)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Message} {Extract.ReplaceLineEndings(" ")}";
}

/// <summary>
/// The Nu HTML checker (the W3C's), run once over a folder: starting Java for each page would take longer than checking all of them.
/// <c>.ci/html-checker</c> finds or installs it. Where it can do neither, as for a developer without Java, the reason is known and
/// the tests are skipped with it; <c>.ci/run</c> fails then, so that a build server never skips them.
/// </summary>
internal static class HtmlChecker
{
    private static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(6), CheckLimit = TimeSpan.FromMinutes(4);

    /// <summary>The path of the checker, or why there is none.</summary>
    public static async Task<(string? Jar, string Absent)> FindOrInstallAsync()
    {
        try
        {
            var (code, output, error) = await RunAsync("bash", [Repository.In(".ci", "html-checker")], InstallLimit);
            return code == 0 ? (output.Trim(), "") : (null, error.Trim());
        }
        catch (Exception e) when (e is Win32Exception or OperationCanceledException)
        {
            return (null, $".ci/html-checker: {e.Message}");
        }
    }

    /// <summary>Checks every .html file of a folder.</summary>
    /// <exception cref="InvalidOperationException">The checker itself broke down: it found nothing because it did not run.</exception>
    public static async Task<IReadOnlyList<HtmlError>> CheckAsync(string jar, string folder)
    {
        var (code, output, error) = await RunAsync(
            "java", ["-Xmx512m", "-Xss2m", "-jar", jar, "--errors-only", "--exit-zero-always", "--stdout", "--format", "json", "--skip-non-html", folder], CheckLimit);
        if (code != 0) throw new InvalidOperationException($"The HTML checker ended with {code}: {error}{output}");
        return Read(output);
    }

    /// <summary>Reads its report.</summary>
    internal static IReadOnlyList<HtmlError> Read(string report)
    {
        using var document = JsonDocument.Parse(report);
        return [.. document.RootElement.GetProperty("messages").EnumerateArray().Select(message => new HtmlError(
            // Written as file:/folder/name, which .NET takes for no address.
            message.GetProperty("url").GetString()!.Split('/')[^1],
            message.TryGetProperty("lastLine", out var line) ? line.GetInt32() : 0,
            message.GetProperty("message").GetString()!,
            message.TryGetProperty("extract", out var extract) ? extract.GetString()! : ""))];
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, TimeSpan limit)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return (process.ExitCode, await output, await error);
    }
}
