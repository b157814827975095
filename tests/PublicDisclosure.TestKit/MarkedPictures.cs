using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.TestKit;

/// <summary>Small pictures of every kind that office documents hold, with the mark of their maker in each place that has one.</summary>
public static class MarkedPictures
{
    /// <summary>The maker, whose name must not be published.</summary>
    public const string Mark = "WeiJingban";

    /// <summary>Stands in the picture itself, where the kind allows, and must stay.</summary>
    public const string Picture = "PIXELS";

    /// <summary>All of them by file name.</summary>
    public static IReadOnlyList<(string Name, byte[] Content)> All { get; } =
        [("image1.jpg", Jpeg()), ("image2.png", Png()), ("image3.gif", Gif()), ("image4.webp", WebP()), ("image5.tif", Tiff()), ("image6.emf", Emf()), ("image7.svg", Svg())];

    /// <summary>Whether the mark stands anywhere, in one or two bytes a letter.</summary>
    public static bool IsMarked(byte[] bytes) => Holds(bytes, Encoding.ASCII.GetBytes(Mark)) || Holds(bytes, Encoding.Unicode.GetBytes(Mark));

    /// <summary>Whether the picture itself is still there.</summary>
    public static bool HasPicture(byte[] bytes) => Holds(bytes, Encoding.ASCII.GetBytes(Picture));

    /// <summary>A photo with place, maker, comment and a thumbnail that shows more than the picture.</summary>
    public static byte[] Jpeg()
    {
        byte[] exif = [.. "Exif\0\0"u8, .. Tiff()];
        byte[] jfif = [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 2, 2, .. Ascii(Mark + ".."), .. Ascii(Mark)];
        return [0xFF, 0xD8, .. Segment(0xE0, jfif), .. Segment(0xE1, exif), .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. Ascii(Mark)]),
            .. Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Ascii(Mark)]), .. Segment(0xFE, Ascii("taken by " + Mark)), .. Segment(0xDB, new byte[65]), .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. Ascii(Picture), 0xFF, 0xD9, .. Ascii("behind the end " + Mark)];
    }

    /// <summary>A screenshot with author, Exif and time.</summary>
    public static byte[] Png() => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("tEXt", Ascii("Author\0" + Mark)), .. Chunk("iTXt", Ascii("XML:com.adobe.xmp\0\0\0\0\0" + Mark)),
        .. Chunk("eXIf", Tiff()), .. Chunk("tIME", new byte[7]), .. Chunk("IDAT", Ascii(Picture)), .. Chunk("IEND", []), .. Ascii(Mark)];

    private static byte[] Gif() => [.. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x21, 0xFE, (byte)Mark.Length, .. Ascii(Mark), 0,
        0x21, 0xFF, 11, .. "XMP DataXMP"u8, (byte)Mark.Length, .. Ascii(Mark), 0, 0x21, 0xF9, 4, 0, 0, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, (byte)Picture.Length, .. Ascii(Picture), 0, 0x3B, .. Ascii(Mark)];

    private static byte[] WebP()
    {
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Riff("VP8 ", Ascii(Picture)), .. Riff("EXIF", Tiff()), .. Riff("XMP ", Ascii(Mark + "."))];
        return [.. "RIFF"u8, .. Little(body.Length), .. body];
    }

    /// <summary>Artist in the first directory, maker in the Exif directory, a place in the GPS directory, all marked.</summary>
    private static byte[] Tiff()
    {
        var tiff = new byte[200];
        "II*\0"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt32LittleEndian(tiff.AsSpan(4), 8);
        Directory(8, (315, 2, Mark.Length, 120), (34665, 4, 1, 60), (34853, 4, 1, 90));
        Directory(60, (37500, 7, Mark.Length, 140));
        Directory(90, (29, 2, Mark.Length, 160));
        foreach (var at in new[] { 120, 140, 160 }) Ascii(Mark).CopyTo(tiff, at);
        Ascii(Picture).CopyTo(tiff, 180);
        return tiff;

        void Directory(int at, params (ushort Tag, ushort Type, int Count, int Value)[] entries)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), (ushort)entries.Length);
            foreach (var ((tag, type, count, value), i) in entries.Select((e, i) => (e, i)))
            {
                var entry = tiff.AsSpan(at + 2 + (12 * i));
                BinaryPrimitives.WriteUInt16LittleEndian(entry, tag);
                BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], type);
                BinaryPrimitives.WriteInt32LittleEndian(entry[4..], count);
                BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
            }
        }
    }

    private static byte[] Emf()
    {
        var emf = new byte[160];
        emf[0] = 1;
        " EMF"u8.CopyTo(emf.AsSpan(40));
        BinaryPrimitives.WriteInt32LittleEndian(emf.AsSpan(60), Mark.Length);
        BinaryPrimitives.WriteInt32LittleEndian(emf.AsSpan(64), 100);
        Encoding.Unicode.GetBytes(Mark).CopyTo(emf, 100);
        Ascii(Picture).CopyTo(emf, 140);
        return emf;
    }

    private static byte[] Svg() => Ascii($"<?xml version=\"1.0\"?><!-- {Mark} --><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:export-filename=\"C:/Users/{Mark}/a.png\">"
        + $"<metadata><creator>{Mark}</creator></metadata><text>{Picture}</text></svg>");

    private static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, byte[] content) => [0, 0, 0, (byte)content.Length, .. Ascii(name), .. content, 0, 0, 0, 0];

    private static byte[] Riff(string name, byte[] content) => [.. Ascii(name), .. Little(content.Length), .. content, .. content.Length % 2 == 1 ? new byte[1] : []];

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static bool Holds(byte[] bytes, byte[] value) => bytes.AsSpan().IndexOf(value) >= 0;
}
