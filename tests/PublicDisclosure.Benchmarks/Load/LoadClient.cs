using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PublicDisclosure.Benchmarks.Load;

/// <summary>
/// Asks as fast as a number of connections can, with so little work of its own that two cores are left to the server: it writes bytes
/// made beforehand, and of an answer it reads status and length.
/// </summary>
internal sealed class LoadClient(int port, IReadOnlyList<string> paths, string encoding)
{
    private readonly byte[][] _requests =
        [.. paths.Select(path => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Encoding: {encoding}\r\nUser-Agent: load\r\n\r\n"))];

    /// <summary>Answers per second over some seconds.</summary>
    public async Task<double> RunAsync(int connections, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var start = Stopwatch.GetTimestamp();
        var answered = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => AskAsync(number, end))));
        return answered.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task<int> AskAsync(int number, long end)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        var buffer = new byte[512 * 1024];
        var answered = 0;
        for (var round = number; Stopwatch.GetTimestamp() < end; round++)
        {
            await socket.SendAsync(_requests[round % _requests.Length]);
            await ReadAsync(socket, buffer);
            answered++;
        }

        return answered;
    }

    private static async Task ReadAsync(Socket socket, byte[] buffer)
    {
        var (read, whole) = (0, int.MaxValue);
        while (read < whole)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (got == 0) throw new InvalidOperationException("The server closed the connection.");
            read += got;
            if (whole == int.MaxValue) whole = WholeLength(buffer.AsSpan(0, read));
        }
    }

    /// <summary>Bytes of head and body, as soon as the head is there.</summary>
    private static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0) return int.MaxValue;
        if (!bytes.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(bytes[..Math.Min(bytes.Length, 60)]));
        // A page that is written as it is made has no length; its end is an empty piece.
        if (bytes[..head].IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0) return bytes.EndsWith("\r\n0\r\n\r\n"u8) ? bytes.Length : int.MaxValue;
        var field = bytes[..head].IndexOf("\r\nContent-Length: "u8);
        if (field < 0 || !Utf8Parser.TryParse(bytes[(field + 18)..], out int length, out _)) throw new InvalidOperationException("An answer has no length.");
        return head + 4 + length;
    }
}
