using System.Buffers.Binary;
using System.Text;

namespace PublicDisclosure.Core.Privacy.Readers;

/// <summary>Walks the directories of EXIF data (CIPA DC-008): texts, the author's fields, and whether the place is given.</summary>
internal static class ExifReader
{
    private const int ExifDirectory = 0x8769, GpsDirectory = 0x8825, GpsLatitude = 2, GpsLongitude = 4;
    private const int MostEntries = 500;

    // Artist, Copyright, XPAuthor, CameraOwnerName.
    private static readonly HashSet<int> OfPersons = [0x013B, 0x8298, 0x9C9D, 0xA430];

    public static void Read(ReadOnlySpan<byte> tiff, InspectionBuilder builder)
    {
        if (tiff.Length < 8) return;
        var little = tiff[0] == (byte)'I';
        var left = MostEntries;
        Directory(tiff, U32(tiff, 4, little), little, false, 0, ref left, builder);
        builder.Add("图片属性（EXIF）", BinaryText.Find(tiff, builder), true);
    }

    private static void Directory(ReadOnlySpan<byte> tiff, long at, bool little, bool gps, int depth, ref int left, InspectionBuilder builder)
    {
        if (depth > 3 || at < 8 || at + 2 > tiff.Length) return;
        var count = U16(tiff, (int)at, little);
        for (var i = 0; i < count && left-- > 0; i++)
        {
            var entry = (int)at + 2 + (12 * i);
            if (entry + 12 > tiff.Length) return;
            var (tag, type, number) = (U16(tiff, entry, little), U16(tiff, entry + 2, little), U32(tiff, entry + 4, little));
            if (tag is ExifDirectory or GpsDirectory && !gps) { Directory(tiff, U32(tiff, entry + 8, little), little, tag == GpsDirectory, depth + 1, ref left, builder); continue; }
            if (gps && tag is GpsLatitude or GpsLongitude) builder.Note(FileTrait.Gps, "图片属性");
            var size = number * (type is 1 or 2 or 7 ? 1 : type == 3 ? 2 : type is 4 or 9 ? 4 : 8);
            var start = size <= 4 ? entry + 8 : U32(tiff, entry + 8, little);
            if (type is not (1 or 2 or 7) || size is 0 or > 65536 || start + size > tiff.Length) continue;
            var data = tiff.Slice((int)start, (int)size);
            var text = tag is >= 0x9C9B and <= 0x9C9F ? Encoding.Unicode.GetString(data) : Encoding.UTF8.GetString(data);
            builder.Add("图片属性（EXIF）", text.Trim('\0', ' '), true);
            if (OfPersons.Contains(tag) && text.Trim('\0', ' ').Length > 0) builder.Note(FileTrait.PersonalProperties, "图片属性");
        }
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) : BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
}
