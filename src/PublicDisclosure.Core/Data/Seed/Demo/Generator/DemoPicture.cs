using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PublicDisclosure.Core.Data.Seed.Demo;

/// <summary>A plain picture as PNG (ISO/IEC 15948) to stand before a demo film: bands in the colours of the house.</summary>
internal static class DemoPicture
{
    private const int Width = 640;
    private const int Height = 360;
    private static readonly (byte R, byte G, byte B)[] Bands = [(18, 64, 140), (11, 45, 102), (233, 239, 248), (179, 38, 30)];

    /// <summary>The file.</summary>
    public static byte[] Make()
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < Height; y++)
        {
            rows.WriteByte(0);
            var (r, g, b) = Bands[y < 210 ? 0 : y < 290 ? 1 : y < 350 ? 2 : 3];
            for (var x = 0; x < Width; x++) rows.Write([r, g, b]);
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(rows.ToArray());
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", [.. Number(Width), .. Number(Height), 8, 2, 0, 0, 0]), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        return [.. Number((uint)data.Length), .. body, .. Number(Crc(body))];
    }

    private static byte[] Number(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>CRC-32 of a chunk (ISO/IEC 15948, annex D).</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
