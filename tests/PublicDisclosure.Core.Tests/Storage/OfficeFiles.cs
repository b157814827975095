using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PublicDisclosure.Core.Tests.Storage;

/// <summary>Files of every kind, made in code: zip containers by entry, OLE compound files by stream.</summary>
internal static class OfficeFiles
{
    public static byte[] Docx(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"), .. more]);

    public static byte[] Xlsx(params (string Name, string Content)[] more) => Zip([("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<w/>"), .. more]);

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
        {
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A container of zeros that unpacks to the given size.</summary>
    public static byte[] ZipBomb(int megabytes)
    {
        var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, true))
        {
            using (var writer = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open())) writer.Write("<Types/>");
            using var content = archive.CreateEntry("xl/workbook.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < megabytes; i++) content.Write(zeros);
        }

        return bytes.ToArray();
    }

    /// <summary>A compound file ([MS-CFB], version 3) with these streams, each padded to 4096 bytes.</summary>
    public static byte[] Ole(params (string Name, byte[] Content)[] streams)
    {
        const int sector = 512, streamSectors = 8, fatEnd = unchecked((int)0xFFFFFFFE);
        var directorySectors = (streams.Length + 1 + 3) / 4;
        var file = new byte[sector * (2 + directorySectors + (streamSectors * streams.Length))];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(26), 3);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        Write(44, 1);
        Write(48, 1);
        Write(56, 4096);
        Write(60, -2);
        Write(68, -2);
        for (var i = 0; i < 109; i++) Write(76 + (4 * i), i == 0 ? 0 : -1);
        var fat = sector;
        for (var i = 0; i < 128; i++) Write(fat + (4 * i), -1);
        Write(fat, -3);
        for (var i = 1; i <= directorySectors; i++) Write(fat + (4 * i), i == directorySectors ? fatEnd : i + 1);
        Entry(0, "Root Entry", 5, -2, 0);
        for (var s = 0; s < streams.Length; s++)
        {
            var start = 1 + directorySectors + (s * streamSectors);
            for (var i = 0; i < streamSectors; i++) Write(fat + (4 * (start + i)), i == streamSectors - 1 ? fatEnd : start + i + 1);
            streams[s].Content.AsSpan(0, Math.Min(4096, streams[s].Content.Length)).CopyTo(file.AsSpan((start + 1) * sector));
            Entry(s + 1, streams[s].Name, 2, start, 4096);
        }

        return file;

        void Entry(int index, string name, byte type, int start, int size)
        {
            var at = (2 * sector) + (128 * index);
            Encoding.Unicode.GetBytes(name).CopyTo(file, at);
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + 64), (ushort)((name.Length + 1) * 2));
            file[at + 66] = type;
            Write(at + 116, start);
            Write(at + 120, size);
        }
    }

    public static byte[] Pdf(string body = "1 0 obj <</Type /Catalog>> endobj") => Encoding.Latin1.GetBytes("%PDF-1.7\n" + body + "\ntrailer <<>>\n%%EOF");

    /// <summary>A PDF whose objects hide in a compressed object stream.</summary>
    public static byte[] PdfWithObjectStream(string objects)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, true)) zlib.Write(Encoding.Latin1.GetBytes(objects));
        return [.. Encoding.Latin1.GetBytes($"%PDF-1.7\n5 0 obj <</Type /ObjStm /Filter /FlateDecode /Length {packed.Length}>> stream\r\n"), .. packed.ToArray(), .. "\nendstream endobj\n%%EOF"u8];
    }

    public static byte[] Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[40]];

    public static byte[] Jpeg => [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[40]];
}
