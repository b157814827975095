using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>What a .jpg or .png says beside its picture: EXIF with the place, XMP, IPTC, comments, text chunks, bytes behind its end.</summary>
internal static class PictureReader
{
    private static ReadOnlySpan<byte> PngStart => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes.Length > 20 && (bytes.StartsWith(PngStart) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]));

    public static void Read(byte[] bytes, InspectionBuilder builder)
    {
        if (bytes.AsSpan().StartsWith(PngStart)) Png(bytes, builder);
        else Jpeg(bytes, builder);
    }

    private static void Jpeg(byte[] bytes, InspectionBuilder builder)
    {
        var at = 2;
        while (at + 4 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF) { at++; continue; }
            if (marker is 0xDA or 0xD9) break;
            if (marker is 0x01 or (>= 0xD0 and <= 0xD7)) { at += 2; continue; }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at + 2));
            if (length < 2 || at + 2 + length > bytes.Length) break;
            Segment(marker, bytes.AsSpan(at + 4, length - 2), builder);
            at += 2 + length;
        }

        var end = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]);
        if (end > 0) Behind(bytes.AsSpan(end + 2), builder);
    }

    private static void Segment(byte marker, ReadOnlySpan<byte> data, InspectionBuilder builder)
    {
        if (marker == 0xE1 && data.StartsWith("Exif\0\0"u8)) ExifReader.Read(data[6..], builder);
        else if (marker == 0xE1 || marker == 0xED) Words("图片属性", data, builder);
        else if (marker == 0xFE) Words("图片注释", data, builder);
        else if (marker is >= 0xE2 and <= 0xEF && !data.StartsWith("ICC_PROFILE"u8) && !data.StartsWith("Adobe"u8)) Words("图片属性", data, builder);
    }

    private static void Png(byte[] bytes, InspectionBuilder builder)
    {
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at)));
            var type = Encoding.ASCII.GetString(bytes, at + 4, 4);
            if (length > bytes.Length - at - 12) return;
            var data = bytes.AsSpan(at + 8, length);
            switch (type)
            {
                case "tEXt": Words("图片属性", data, builder); break;
                case "zTXt" or "iTXt": Packed(data, type, builder); break;
                case "eXIf": ExifReader.Read(data, builder); break;
            }

            at += 12 + length;
            if (type != "IEND") continue;
            Behind(bytes.AsSpan(Math.Min(at, bytes.Length)), builder);
            return;
        }
    }

    /// <summary>zTXt: keyword, 0, method, packed; iTXt: keyword, 0, packed?, method, language, 0, translated, 0, text.</summary>
    private static void Packed(ReadOnlySpan<byte> data, string type, InspectionBuilder builder)
    {
        Words("图片属性", data, builder);
        var at = data.IndexOf((byte)0) + 1;
        if (at <= 0 || at + 2 > data.Length) return;
        if (type == "zTXt") at++;
        else if (data[at] == 0) return;
        else at += 2;
        for (var skip = type == "iTXt" ? 2 : 0; skip > 0 && at < data.Length; skip--) at += data[at..].IndexOf((byte)0) + 1;
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data[at..].ToArray()), CompressionMode.Decompress);
            var text = new byte[1024 * 1024];
            var read = zlib.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            Words("图片属性", text.AsSpan(0, read), builder);
        }
        catch (InvalidDataException)
        {
            builder.Note(FileTrait.Unreadable, "图片属性");
        }
    }

    /// <summary>Picture programs stop at the end of the picture; whole files have been hung behind it.</summary>
    private static void Behind(ReadOnlySpan<byte> rest, InspectionBuilder builder)
    {
        if (rest.Length < 16 || rest.IndexOfAnyExcept((byte)0) < 0) return;
        builder.Note(FileTrait.EmbeddedFile, "图片末尾之后");
        ContentReader.ReadInside("图片末尾之后的数据", rest.ToArray(), builder);
    }

    private static void Words(string place, ReadOnlySpan<byte> data, InspectionBuilder builder) =>
        builder.Add(place, Encoding.UTF8.GetString(data).Replace('\0', '\n') + '\n' + BinaryText.Find(data, builder), true);
}
