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
    public static byte[] Ole(params (string Name, byte[] Content)[] streams) => TestKit.CompoundFiles.Make(streams);

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
