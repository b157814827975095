using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using static PublicDisclosure.TestKit.OfficeZip;

namespace PublicDisclosure.TestKit;

public static partial class PoisonedFiles
{
    private static IEnumerable<PoisonedFile> Pictures()
    {
        yield return new("现场照片.jpg", FileKind.Jpeg, JpegWithExif("village visit", withGps: true), [], "place in the EXIF data", FileTrait.Gps);
        yield return new("照片说明.jpg", FileKind.Jpeg, JpegWithExif(Identity(501), withGps: false), [Identity(501)], "description in the EXIF data");
        yield return new("照片注释.jpg", FileKind.Jpeg, Jpeg(0xFE, Bytes("证号" + Identity(502))), [Identity(502)], "comment of a jpeg");
        yield return new("截图.png", FileKind.Png, Png(("tEXt", Bytes("Comment\0" + Identity(503)))), [Identity(503)], "text chunk of a png");
        yield return new("压缩说明.png", FileKind.Png, Png(("iTXt", [.. Bytes("Comment\0\u0001\0\0\0"), .. Packed(Identity(504))])), [Identity(504)], "packed text chunk of a png");
        yield return new("夹带文件.png", FileKind.Png, [.. Png(), .. Zip(("list.txt", Bytes("张三，" + Identity(505))))], [Identity(505)], "a container behind the picture", FileTrait.EmbeddedFile);
    }

    private static IEnumerable<PoisonedFile> OldFiles()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        yield return new("旧文档.doc", FileKind.Doc, CompoundFiles.Make(("WordDocument", [.. new byte[512], .. Encoding.Unicode.GetBytes($"救助名单\r张三，身份证号{Identity(601)}，请核对\r")])), [Identity(601)], "text of a .doc");
        yield return new("旧文字.wps", FileKind.Wps, CompoundFiles.Make(("WordDocument", [.. new byte[512], .. Encoding.GetEncoding("GB18030").GetBytes($"救助名单\r张三，身份证号{Identity(602)}，请核对\r")])), [Identity(602)], "text of a .wps");
        yield return new("旧表格.xls", FileKind.Xls, CompoundFiles.Make(("Workbook", Biff(Identity(603), 0))), [Identity(603)], "cell of an .xls");
        yield return new("旧表格隐藏.et", FileKind.Et, CompoundFiles.Make(("Workbook", Biff(Identity(604), 2))), [Identity(604)], "very hidden sheet of an .et", FileTrait.HiddenSheet);
        yield return new("版式文件.ofd", FileKind.Ofd, Ofd(Identity(605), ""), [Identity(605)], "text of an .ofd");
        yield return new("版式属性.ofd", FileKind.Ofd, Ofd("公示", $"<ofd:Keywords><ofd:Keyword>{Identity(606)}</ofd:Keyword></ofd:Keywords>"), [Identity(606)], "properties of an .ofd");
    }

    /// <summary>A jpeg whose EXIF data carry a description and perhaps the place.</summary>
    private static byte[] JpegWithExif(string description, bool withGps)
    {
        // Big-endian TIFF: directory at 8 with the description (0x010E) and, perhaps, a pointer to the place (0x8825).
        var text = Encoding.ASCII.GetBytes(description + "\0");
        var entries = withGps ? 2 : 1;
        var textAt = 8 + 2 + (12 * entries) + 4;
        var gpsAt = textAt + text.Length + (text.Length % 2);
        var tiff = new byte[gpsAt + (withGps ? 2 + 12 + 4 + 24 : 0)];
        "MM\0*\0\0\0\u0008"u8.CopyTo(tiff);
        BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(8), (ushort)entries);
        Entry(10, 0x010E, 2, text.Length, textAt);
        text.CopyTo(tiff, textAt);
        if (withGps)
        {
            Entry(22, 0x8825, 4, 1, gpsAt);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(gpsAt), 1);
            Entry(gpsAt + 2, 2, 5, 3, gpsAt + 18);
            foreach (var (value, i) in new[] { 23, 1, 24, 1, 0, 1 }.Select((v, i) => (v, i))) BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(gpsAt + 18 + (4 * i)), value);
        }

        return Jpeg(0xE1, [.. "Exif\0\0"u8, .. tiff]);

        void Entry(int at, ushort tag, ushort type, int count, int value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at), tag);
            BinaryPrimitives.WriteUInt16BigEndian(tiff.AsSpan(at + 2), type);
            BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 4), count);
            BinaryPrimitives.WriteInt32BigEndian(tiff.AsSpan(at + 8), value);
        }
    }

    private static byte[] Jpeg(byte marker, byte[] data) => [0xFF, 0xD8, 0xFF, marker, (byte)((data.Length + 2) >> 8), (byte)(data.Length + 2), .. data, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0, 0, 0xFF, 0xD9];

    private static byte[] Png(params (string Type, byte[] Data)[] chunks) =>
    [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
        .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. chunks.SelectMany(c => Chunk(c.Type, c.Data)), .. Chunk("IDAT", Packed("\0\0")), .. Chunk("IEND", []),
    ];

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        data.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return ~crc;
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, true)) zlib.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    /// <summary>A workbook of [MS-XLS] with one label in one sheet of this visibility (0 seen, 1 hidden, 2 very hidden).</summary>
    private static byte[] Biff(string text, byte visibility)
    {
        byte[] globals = [.. Record(0x809, [0, 6, 5, 0, 0x54, 0x38, 0xCD, 0x07, 0, 0, 0, 0, 6, 0, 0, 0])];
        byte[] name = [.. "S1"u8];
        var bound = 4 + 8 + name.Length;
        var sheetAt = globals.Length + bound + 4;
        var start = BitConverter.GetBytes(sheetAt);
        byte[] label = [0, 0, 1, 0, 0, 0, (byte)text.Length, 0, 0, .. Encoding.ASCII.GetBytes(text)];
        return
        [
            .. globals, .. Record(0x85, [.. start, visibility, 0, (byte)name.Length, 0, .. name]), .. Record(0x0A, []),
            .. Record(0x809, [0, 6, 0x10, 0, 0x54, 0x38, 0xCD, 0x07, 0, 0, 0, 0, 6, 0, 0, 0]), .. Record(0x200, [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2, 0, 0, 0]), .. Record(0x204, label), .. Record(0x0A, []),
        ];
    }

    private static byte[] Record(ushort id, byte[] data) => [.. BitConverter.GetBytes(id), .. BitConverter.GetBytes((ushort)data.Length), .. data];

    private static byte[] Ofd(string text, string properties) => Zip(
        ("OFD.xml", Bytes($"<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocInfo><ofd:Title>公示</ofd:Title>{properties}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")),
        ("Doc_0/Document.xml", Bytes("<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"/>")),
        ("Doc_0/Pages/Page_0/Content.xml", Bytes($"<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:TextObject><ofd:TextCode X=\"1\">{text}</ofd:TextCode></ofd:TextObject></ofd:Page>")));
}
