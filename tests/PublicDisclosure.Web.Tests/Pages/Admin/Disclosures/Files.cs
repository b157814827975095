using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Files as clerks upload them, and as attackers do.</summary>
internal static class Files
{
    public const string NoticeTitle = "桂平市民政局关于做好低保动态管理工作的通知";

    /// <summary>A notice in Word.</summary>
    public static byte[] Notice()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var title = new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new Run(new RunProperties(new Bold(), new FontSize { Val = "44" }), new Text(NoticeTitle)));
            main.Document = new Document(new Body(
                title, Line("各乡镇人民政府："), Line("为切实做好全市城乡低保动态管理工作，现就有关事项通知如下，请认真贯彻落实。"), Line("桂平市民政局"), Line("2026年3月2日")));
        }

        return stream.ToArray();
    }

    /// <summary>A container whose content is far larger than itself.</summary>
    public static byte[] ZipBomb()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = zip.CreateEntry("[Content_Types].xml").Open()) types.Write("<Types/>"u8);
            using var entry = zip.CreateEntry("xl/workbook.xml", CompressionLevel.SmallestSize).Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 320; i++) entry.Write(block);
        }

        return stream.ToArray();
    }

    /// <summary>An OLE container with one named stream, as encrypted and old Office files are.</summary>
    public static byte[] Compound(string streamName)
    {
        var bytes = new byte[512 * 6];
        Convert.FromHexString("D0CF11E0A1B11AE1").CopyTo(bytes, 0);
        BitConverter.GetBytes((ushort)0x3E).CopyTo(bytes, 24);
        BitConverter.GetBytes((ushort)3).CopyTo(bytes, 26);
        BitConverter.GetBytes((ushort)0xFFFE).CopyTo(bytes, 28);
        BitConverter.GetBytes((ushort)9).CopyTo(bytes, 30);
        BitConverter.GetBytes((ushort)6).CopyTo(bytes, 32);
        BitConverter.GetBytes(1).CopyTo(bytes, 44);
        BitConverter.GetBytes(1).CopyTo(bytes, 48);
        BitConverter.GetBytes(4096).CopyTo(bytes, 56);
        BitConverter.GetBytes(-2).CopyTo(bytes, 60);
        BitConverter.GetBytes(-2).CopyTo(bytes, 68);
        for (var i = 76; i < 512; i += 4) BitConverter.GetBytes(-1).CopyTo(bytes, i);
        BitConverter.GetBytes(0).CopyTo(bytes, 76);
        for (var i = 512; i < 1024; i += 4) BitConverter.GetBytes(-1).CopyTo(bytes, i);
        BitConverter.GetBytes(-3).CopyTo(bytes, 512);
        BitConverter.GetBytes(-2).CopyTo(bytes, 516);
        Entry(bytes, 1024, "Root Entry", 5, child: 1);
        Entry(bytes, 1152, streamName, 2, child: -1);
        return bytes;
    }

    private static Paragraph Line(string text) => new(new Run(new Text(text)));

    private static void Entry(byte[] bytes, int at, string name, byte type, int child)
    {
        var text = System.Text.Encoding.Unicode.GetBytes(name + "\0");
        text.CopyTo(bytes, at);
        BitConverter.GetBytes((ushort)text.Length).CopyTo(bytes, at + 64);
        bytes[at + 66] = type;
        bytes[at + 67] = 1;
        BitConverter.GetBytes(-1).CopyTo(bytes, at + 68);
        BitConverter.GetBytes(-1).CopyTo(bytes, at + 72);
        BitConverter.GetBytes(child).CopyTo(bytes, at + 76);
        BitConverter.GetBytes(-2).CopyTo(bytes, at + 116);
    }
}
