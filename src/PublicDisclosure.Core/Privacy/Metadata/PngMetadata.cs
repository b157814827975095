using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Copies a PNG (ISO/IEC 15948) chunk by chunk: what decides how the picture looks stays, texts, Exif, times and private
/// chunks go, and whatever follows the end.
/// </summary>
internal static class PngMetadata
{
    private static readonly HashSet<string> Kept =
        ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sRGB", "sBIT", "bKGD", "pHYs", "hIST", "cICP", "mDCV", "cLLI", "acTL", "fcTL", "fdAT"];

    /// <exception cref="InvalidDataException">The chunks do not add up.</exception>
    public static byte[] Strip(byte[] png)
    {
        using var kept = new MemoryStream(png.Length);
        kept.Write(png, 0, 8);
        for (var at = 8; ;)
        {
            if (at + 12 > png.Length) throw new InvalidDataException("The PNG ends before its end chunk.");
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            var name = Encoding.Latin1.GetString(png, at + 4, 4);
            if (length > png.Length - at - 12 || !name.All(char.IsAsciiLetter)) throw new InvalidDataException("A chunk of the PNG is longer than the file.");
            if (Kept.Contains(name)) kept.Write(png, at, (int)length + 12);
            if (name == "IEND") return kept.ToArray();
            at += (int)length + 12;
        }
    }
}
