using System.IO.Compression;
using System.Text;

namespace PublicDisclosure.Core.Storage;

/// <summary>
/// Finds the names in a PDF that make it act: <c>/JavaScript</c> and <c>/Launch</c>, also when spelled with
/// <c>#xx</c> escapes or kept in compressed object streams (ISO 32000-1, 7.3.5 and 7.5.7); and <c>/Encrypt</c>.
/// </summary>
internal sealed class PdfScan
{
    private const int MaxInflated = 64 * 1024 * 1024;
    private int _inflated;

    public bool Acts { get; private set; }

    public bool Encrypted { get; private set; }

    /// <summary>True when an object stream could not be read, so that nobody can say what it holds.</summary>
    public bool Unreadable { get; private set; }

    public static PdfScan Of(byte[] pdf)
    {
        var scan = new PdfScan();
        scan.Scan(pdf, true);
        return scan;
    }

    private void Scan(byte[] bytes, bool streams)
    {
        var objectStreamAt = -1;
        for (var i = 0; i < bytes.Length && !Acts; i++)
        {
            if (bytes[i] == '/')
            {
                var name = Name(bytes, i + 1);
                if (name is "JavaScript" or "Launch") Acts = true;
                else if (name == "Encrypt") Encrypted = true;
                else if (name == "ObjStm") objectStreamAt = i;
            }
            else if (streams && objectStreamAt >= 0 && bytes[i] == 's' && bytes.AsSpan(i).StartsWith("stream"u8))
            {
                if (i - objectStreamAt < 4096) Inflate(bytes, i + 6);
                objectStreamAt = -1;
            }
        }
    }

    private void Inflate(byte[] bytes, int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)'\r' or (byte)'\n') at++;
        using var content = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
            var buffer = new byte[32 * 1024];
            for (int read; (read = zlib.Read(buffer)) > 0 && _inflated < MaxInflated; _inflated += read) content.Write(buffer, 0, read);
        }
        catch (InvalidDataException)
        {
            // What was read before the fault is judged below.
        }

        if (content.Length == 0 || _inflated >= MaxInflated) Unreadable = true;
        Scan(content.ToArray(), false);
    }

    private static string Name(byte[] bytes, int at)
    {
        var name = new StringBuilder();
        for (; at < bytes.Length && name.Length < 12; at++)
        {
            var b = bytes[at];
            if (b == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]))
            {
                b = Convert.ToByte($"{(char)bytes[at + 1]}{(char)bytes[at + 2]}", 16);
                at += 2;
            }
            else if (b is <= 32 or (byte)'/' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(' or (byte)')' or (byte)'{' or (byte)'}' or (byte)'%')
            {
                break;
            }

            name.Append((char)b);
        }

        return name.ToString();
    }
}
