using System.Buffers.Binary;
using System.Xml.Linq;

namespace PublicDisclosure.Core.Privacy.Metadata;

/// <summary>
/// Takes the metadata out of pictures as they lie within office documents, told by their first bytes: JPEG and PNG, GIF (89a),
/// WebP (RFC 9649), TIFF 6.0, EMF (MS-EMF) and SVG. Other contents are none of its business.
/// </summary>
internal static class MediaMetadata
{
    /// <summary>The picture without metadata; null when the bytes are no picture of a known kind.</summary>
    /// <exception cref="InvalidDataException">It is one, but damaged.</exception>
    public static byte[]? Strip(byte[] bytes, string name)
    {
        var start = bytes.AsSpan();
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return JpegMetadata.Strip(bytes);
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return PngMetadata.Strip(bytes);
        if (start.StartsWith("GIF8"u8)) return Gif(bytes);
        if (start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8)) return WebP(bytes);
        if (start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8)) return TiffMetadata.Blank(bytes);
        if (start.Length > 88 && start[40..].StartsWith(" EMF"u8)) return Emf(bytes);
        return name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) ? Svg(bytes) : null;
    }

    /// <summary>Comments and the data of programs go; the loop of an animation stays.</summary>
    private static byte[] Gif(byte[] gif)
    {
        using var kept = new MemoryStream(gif.Length);
        var at = 13 + Colours(At(gif, 10));
        kept.Write(Part(gif, 0, at));
        while (at < gif.Length && gif[at] != 0x3B)
        {
            var from = at;
            var isImage = gif[at] == 0x2C;
            if (!isImage && gif[at] != 0x21) throw new InvalidDataException("A block of the GIF is of no known kind.");
            var label = isImage ? (byte)0 : At(gif, at + 1);
            at += isImage ? 11 + Colours(At(gif, at + 9)) : 2;
            while (At(gif, at) is > 0 and var length) at += length + 1;
            at++;
            var isLoop = label == 0xFF && (Part(gif, from + 3, 11).SequenceEqual("NETSCAPE2.0"u8) || Part(gif, from + 3, 11).SequenceEqual("ANIMEXTS1.0"u8));
            if (isImage || label is 0xF9 or 0x01 || isLoop) kept.Write(Part(gif, from, at - from));
        }

        kept.WriteByte(0x3B);
        return kept.ToArray();
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    private static byte[] WebP(byte[] webp)
    {
        using var kept = new MemoryStream(webp.Length);
        kept.Write(webp, 0, 12);
        for (var at = 12; at + 8 <= webp.Length;)
        {
            var length = (int)Math.Min(int.MaxValue - 16, BinaryPrimitives.ReadUInt32LittleEndian(webp.AsSpan(at + 4)));
            var chunk = Part(webp, at, Math.Min(8 + length + (length % 2), Math.Max(webp.Length - at, 8 + length))).ToArray();
            // The flags of the extended header say that Exif and XMP are there.
            if (chunk.AsSpan().StartsWith("VP8X"u8)) chunk[8] &= unchecked((byte)~0x0C);
            if (!chunk.AsSpan().StartsWith("EXIF"u8) && !chunk.AsSpan().StartsWith("XMP "u8)) kept.Write(chunk);
            at += chunk.Length;
        }

        var result = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)result.Length - 8);
        return result;
    }

    /// <summary>The header may name the program and the drawing: 60 characters, 64 where they stand.</summary>
    private static byte[] Emf(byte[] emf)
    {
        var (count, at) = (BinaryPrimitives.ReadUInt32LittleEndian(emf.AsSpan(60)), BinaryPrimitives.ReadUInt32LittleEndian(emf.AsSpan(64)));
        if (count == 0 || at < 88 || at + (2L * count) > emf.Length) return emf;
        var blank = (byte[])emf.Clone();
        blank.AsSpan((int)at, (int)count * 2).Clear();
        return blank;
    }

    private static byte[] Svg(byte[] svg)
    {
        using var reader = PackageXml.Reader(new MemoryStream(svg));
        var drawing = XDocument.Load(reader, LoadOptions.PreserveWhitespace);
        drawing.DescendantNodes().OfType<XComment>().ToList().ForEach(c => c.Remove());
        drawing.Descendants().Where(e => e.Name.LocalName == "metadata" || IsEditor(e.Name)).ToList().ForEach(e =>
        {
            if (e.Parent is not null) e.Remove();
        });
        drawing.Descendants().Attributes().Where(a => !a.IsNamespaceDeclaration && IsEditor(a.Name)).ToList().ForEach(a => a.Remove());
        using var kept = new MemoryStream();
        drawing.Save(kept, SaveOptions.DisableFormatting);
        return kept.ToArray();
    }

    private static bool IsEditor(XName name) => name.NamespaceName.Contains("inkscape", StringComparison.OrdinalIgnoreCase)
        || name.NamespaceName.Contains("sodipodi", StringComparison.OrdinalIgnoreCase) || name.NamespaceName.Contains("adobe", StringComparison.OrdinalIgnoreCase);

    private static byte At(byte[] bytes, int at) => at < bytes.Length ? bytes[at] : throw new InvalidDataException("The picture ends before its end mark.");

    private static ReadOnlySpan<byte> Part(byte[] bytes, int from, int length) =>
        from + (long)length <= bytes.Length ? bytes.AsSpan(from, length) : throw new InvalidDataException("A part of the picture is longer than the file.");
}

/// <summary>Blanks the metadata of a TIFF where it stands, so that no offset changes.</summary>
internal static class TiffMetadata
{
    private const int MostDirectories = 64;

    // Bytes of a value by its type: BYTE, ASCII, SHORT, LONG, RATIONAL, SBYTE, UNDEFINED, SSHORT, SLONG, SRATIONAL, FLOAT, DOUBLE.
    private static readonly int[] Sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    /// <summary>Document name, description, make, model, software, time, artist, host, XMP, copyright, IPTC, Photoshop, Windows' own.</summary>
    private static readonly HashSet<ushort> Blanked = [269, 270, 271, 272, 305, 306, 315, 316, 700, 33432, 33723, 34377, 40091, 40092, 40093, 40094, 40095];

    /// <summary>Exif and GPS directories; everything in them goes.</summary>
    private static readonly HashSet<ushort> Directories = [34665, 34853];

    public static byte[] Blank(byte[] tiff)
    {
        var copy = (byte[])tiff.Clone();
        var big = copy[0] == 'M';
        var seen = new HashSet<uint>();
        for (var at = Long(copy, 4, big); at != 0 && seen.Count < MostDirectories && seen.Add(at);) at = Directory(copy, at, big, all: false, seen);
        return copy;
    }

    /// <summary>Blanks in one directory and tells where the next one is.</summary>
    private static uint Directory(byte[] tiff, uint at, bool big, bool all, HashSet<uint> seen)
    {
        var count = Word(tiff, at, big);
        for (var i = 0; i < count; i++)
        {
            var entry = at + 2 + (12 * (uint)i);
            var (tag, type, values) = (Word(tiff, entry, big), Word(tiff, entry + 2, big), Long(tiff, entry + 4, big));
            if (Directories.Contains(tag))
            {
                var inner = Long(tiff, entry + 8, big);
                if (seen.Count < MostDirectories && seen.Add(inner)) Directory(tiff, inner, big, all: true, seen);
            }
            else if (all || Blanked.Contains(tag))
            {
                var size = type < Sizes.Length ? (long)Sizes[type] * values : 0;
                Clear(tiff, size <= 4 ? entry + 8 : Long(tiff, entry + 8, big), size);
            }
        }

        return Long(tiff, at + 2 + (12 * (uint)count), big);
    }

    private static void Clear(byte[] tiff, uint at, long length)
    {
        if (at + length > tiff.Length) throw new InvalidDataException("A value of the TIFF lies outside the file.");
        tiff.AsSpan((int)at, (int)length).Clear();
    }

    private static ushort Word(byte[] tiff, uint at, bool big) => at + 2L > tiff.Length ? throw new InvalidDataException("The TIFF ends within a directory.")
        : big ? BinaryPrimitives.ReadUInt16BigEndian(tiff.AsSpan((int)at)) : BinaryPrimitives.ReadUInt16LittleEndian(tiff.AsSpan((int)at));

    private static uint Long(byte[] tiff, uint at, bool big) => at + 4L > tiff.Length ? throw new InvalidDataException("The TIFF ends within a directory.")
        : big ? BinaryPrimitives.ReadUInt32BigEndian(tiff.AsSpan((int)at)) : BinaryPrimitives.ReadUInt32LittleEndian(tiff.AsSpan((int)at));
}
