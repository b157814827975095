using System.Buffers.Binary;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Copies a JPEG (ITU-T T.81) without Exif, XMP, IPTC, comments, thumbnails and whatever follows its end. Colour profile and
/// Adobe's colour transform stay, and the orientation, else photographs would lie on their side.
/// </summary>
internal static class JpegMetadata
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;

    /// <exception cref="InvalidDataException">The segments do not add up.</exception>
    public static byte[] Strip(byte[] jpeg)
    {
        if (jpeg.Length < 4 || jpeg[0] != 0xFF || jpeg[1] != 0xD8) throw new InvalidDataException("Not a JPEG.");
        using var kept = new MemoryStream(jpeg.Length);
        kept.Write(jpeg, 0, 2);
        var at = 2;
        while (at < jpeg.Length)
        {
            if (jpeg[at] != 0xFF) throw new InvalidDataException("A segment of the JPEG does not begin with its mark.");
            while (at < jpeg.Length && jpeg[at] == 0xFF) at++;
            if (at >= jpeg.Length) break;
            var marker = jpeg[at++];
            if (marker == EndOfImage) break;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD8)) continue;
            if (at + 2 > jpeg.Length) throw new InvalidDataException("The JPEG ends within a segment.");
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at));
            if (length < 2 || at + length > jpeg.Length) throw new InvalidDataException("A segment of the JPEG is longer than the file.");
            foreach (var segment in Kept(marker, jpeg.AsSpan(at + 2, length - 2).ToArray())) WriteSegment(kept, marker, segment);
            at += length;
            if (marker == StartOfScan) at = CopyScan(jpeg, at, kept);
        }

        kept.Write([0xFF, EndOfImage]);
        return kept.ToArray();
    }

    private static IEnumerable<byte[]> Kept(byte marker, byte[] content)
    {
        switch (marker)
        {
            // JFIF: version and density, without the thumbnail that may follow.
            case 0xE0 when content.Length >= 14 && content.AsSpan().StartsWith("JFIF\0"u8):
                content[12] = content[13] = 0;
                yield return content[..14];
                break;
            case 0xE1 when Orientation(content) is > 1 and <= 8 and var orientation:
                yield return [.. "Exif\0\0MM\0*\0\0\0\b"u8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
                break;
            case 0xE2 when content.AsSpan().StartsWith("ICC_PROFILE\0"u8):
            case 0xEE when content.AsSpan().StartsWith("Adobe"u8):
                yield return content;
                break;
            case 0xFE or (>= 0xE0 and <= 0xEF):
                break;
            default:
                yield return content;
                break;
        }
    }

    /// <summary>Tag 0x0112 of the first directory, or 0.</summary>
    internal static int Orientation(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 14 || !exif.StartsWith("Exif\0\0"u8)) return 0;
        var tiff = exif[6..];
        var big = tiff[0] == 'M';
        var at = big ? BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (at + 2 > tiff.Length) return 0;
        var count = Word(tiff[(int)at..], big);
        for (var i = 0; i < count && at + 2 + (12 * (i + 1)) <= tiff.Length; i++)
        {
            var entry = tiff.Slice((int)at + 2 + (12 * i), 12);
            if (Word(entry, big) == 0x0112) return Word(entry[8..], big);
        }

        return 0;

        static ushort Word(ReadOnlySpan<byte> bytes, bool big) =>
            big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    private static void WriteSegment(MemoryStream kept, byte marker, byte[] content)
    {
        kept.Write([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2)]);
        kept.Write(content);
    }

    /// <summary>Copies entropy-coded data up to the next real marker; stuffed zeros and restart marks belong to it.</summary>
    private static int CopyScan(byte[] jpeg, int at, MemoryStream kept)
    {
        var start = at;
        while (at + 1 < jpeg.Length && !(jpeg[at] == 0xFF && jpeg[at + 1] is not (0 or (>= 0xD0 and <= 0xD7) or 0xFF))) at++;
        if (at + 1 >= jpeg.Length) at = jpeg.Length;
        kept.Write(jpeg, start, at - start);
        return at;
    }
}
