using System.Net;
using System.Net.Sockets;

namespace PublicDisclosure.TestKit;

/// <summary>What is asked of the machine that tests and measurements run on.</summary>
public static class Machine
{
    /// <summary>A port of the loopback address on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Full path of the first program of one of these names on the search path, or null.</summary>
    public static string? Find(params string[] names) => FindOn(Environment.GetEnvironmentVariable("PATH"), names);

    /// <summary>The same on a search path of one's own.</summary>
    public static string? FindOn(string? searchPath, params string[] names) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
