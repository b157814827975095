using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PublicDisclosure.Web.Tests.Infrastructure;

/// <summary>An authenticator app: the code of a key at this moment (RFC 6238, 30 s, SHA-1, six digits).</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Code(string base32Key)
    {
#pragma warning disable RS0030 // Identity reads the system clock for codes; the test must read the same.
        var step = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
#pragma warning restore RS0030
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238
        var hash = HMACSHA1.HashData(Decode(base32Key.Replace(" ", "", StringComparison.Ordinal)), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in text)
        {
            (buffer, bits) = ((buffer << 5) | Alphabet.IndexOf(c, StringComparison.Ordinal), bits + 5);
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }

        return [.. bytes];
    }
}
