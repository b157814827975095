using System.ComponentModel;
using System.Diagnostics;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.EndToEndTests.Harness;

/// <summary>
/// Where the browser of the journeys comes from: the setting, the system, or Debian's package when we are root. A machine
/// that can give none fails the run and is told what to install; a journey is never skipped for want of a browser.
/// </summary>
internal static class Chromium
{
    /// <summary>Environment variable that names the program.</summary>
    public const string Variable = "PUBLICDISCLOSURE_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Full path of a Chromium, installed first when there is none and we may.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says what to do.</exception>
    public static async Task<string> FindOrInstallAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new InvalidOperationException($"{Variable} names {named}, which is not there.");
        if (Machine.Find(Names) is { } found) return found;
        var said = await InstallAsync();
        return Machine.Find(Names) ?? throw new InvalidOperationException(Missing(said));
    }

    internal static string Missing(string said) =>
        $"The browser journeys need Chromium and a Chinese font. None was found on PATH ({string.Join(", ", Names)}) and none could be installed: {said} "
        + $"Run 'apt-get install -y chromium chromium-l10n fonts-noto-cjk' as root, or name the program in {Variable}.";

    /// <summary>Installs Debian's packages. Returns what went wrong, or an empty text.</summary>
    private static async Task<string> InstallAsync()
    {
        if (Environment.UserName != "root") return "not root.";
        foreach (var arguments in (string[])["update -qq", "install -y -qq --no-install-recommends chromium chromium-l10n fonts-noto-cjk"])
        {
            try
            {
                using var apt = Process.Start(new ProcessStartInfo("apt-get", arguments)
                {
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                    Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
                })!;
                var output = apt.StandardOutput.ReadToEndAsync();
                var error = apt.StandardError.ReadToEndAsync();
                using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
                await apt.WaitForExitAsync(limit.Token);
                await output;
                if (apt.ExitCode != 0) return $"apt-get {arguments}: {(await error).Trim()}";
            }
            catch (Exception e) when (e is Win32Exception or OperationCanceledException)
            {
                return $"apt-get {arguments}: {e.Message}";
            }
        }
        return "";
    }
}
