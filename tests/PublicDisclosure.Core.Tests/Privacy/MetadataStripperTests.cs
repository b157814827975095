using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PublicDisclosure.Core.Privacy.Metadata;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Tests.Storage;
using PublicDisclosure.Core.Text;
using PublicDisclosure.TestKit;

namespace PublicDisclosure.Core.Tests.Privacy;

public sealed class MetadataStripperTests
{
    [Fact]
    public void Strip_Word_TakesNamesAndKeepsWords()
    {
        var stripped = Strip(FileKind.Docx, MaskingFiles.Word(MaskingFiles.P("关于做好救助工作的通知")).ToArray());

        var raw = Unpacked(stripped);
        Assert.DoesNotContain("张经办", raw, StringComparison.Ordinal);
        Assert.DoesNotContain("李科长", raw, StringComparison.Ordinal);
        Assert.Contains("请核对", raw, StringComparison.Ordinal);
        Assert.Equal("关于做好救助工作的通知", TextExtractor.Extract(FileKind.Docx, new MemoryStream(stripped)).Text);
        using var document = WordprocessingDocument.Open(new MemoryStream(stripped), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Description));
        Assert.Equal(stripped, Strip(FileKind.Docx, stripped));
    }

    [Fact]
    public void Strip_Workbook_TakesTheCreator()
    {
        var stripped = Strip(FileKind.Xlsx, MaskingFiles.List("甲", ["姓名"], ["乙"]).ToArray());

        Assert.DoesNotContain("张经办", Unpacked(stripped), StringComparison.Ordinal);
        Assert.Contains("乙", TextExtractor.Extract(FileKind.Xlsx, new MemoryStream(stripped)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Strip_Jpeg_KeepsOrientationAndImageOnly()
    {
        byte[] exif = [.. "Exif\0\0II*\0\b\0\0\0"u8, 2, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 60, 0, 0, 0, .. "GPS 23.39N 张经办"u8];
        byte[] jpeg = [0xFF, 0xD8, .. Segment(0xE1, exif), .. Segment(0xFE, "拍摄人张经办"u8), .. Segment(0xDB, new byte[65]), .. Segment(0xDA, new byte[6]), 1, 2, 0xFF, 0, 3, 0xFF, 0xD9, .. "尾部附带"u8];

        var stripped = Strip(FileKind.Jpeg, jpeg);

        Assert.DoesNotContain("张经办", Encoding.UTF8.GetString(stripped), StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", Encoding.UTF8.GetString(stripped), StringComparison.Ordinal);
        Assert.Equal(6, JpegMetadata.Orientation(stripped.AsSpan(6)));
        Assert.Equal([1, 2, 0xFF, 0, 3, 0xFF, 0xD9], stripped[^7..]);
    }

    [Fact]
    public void Strip_Png_DropsTextsAndTimes()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", new byte[13]), .. Chunk("tEXt", "Author\0张经办"u8), .. Chunk("eXIf", new byte[9]), .. Chunk("IDAT", [1, 2]), .. Chunk("IEND", []), .. "尾部"u8];

        byte[] expected = [.. png[..8], .. Chunk("IHDR", new byte[13]), .. Chunk("IDAT", [1, 2]), .. Chunk("IEND", [])];
        Assert.Equal(expected, Strip(FileKind.Png, png));
    }

    [Fact]
    public void Strip_OldWorkbook_BlanksPropertiesAndUserName()
    {
        var properties = new byte[4096];
        byte[] head = [0xFE, 0xFF, 0, 0, 6, 1, 2, 0];
        head.CopyTo(properties, 0);
        Encoding.Unicode.GetBytes("张经办").CopyTo(properties, 200);
        var access = new byte[112];
        access[0] = 3;
        access[2] = 1;
        Encoding.Unicode.GetBytes("李科长").CopyTo(access, 3);
        byte[] book = [0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x5C, 0, 112, 0, .. access];

        var stripped = Strip(FileKind.Xls, OfficeFiles.Ole(("Workbook", book), ("\u0005SummaryInformation", properties)));

        Assert.Equal(-1, stripped.AsSpan().IndexOf(Encoding.Unicode.GetBytes("张经办")));
        Assert.Equal(-1, stripped.AsSpan().IndexOf(Encoding.Unicode.GetBytes("李科长")));
        Assert.NotNull(CompoundFile.Open(new MemoryStream(stripped)));
    }

    [Theory]
    [InlineData("file:///C:\\Users\\王某\\附件1.xls", "附件1.xls")]
    [InlineData("INCLUDEPICTURE \"D:\\\\图片\\\\a.jpg\" \\d", "INCLUDEPICTURE \"a.jpg\" \\d")]
    [InlineData("\\\\server\\share\\名单.xlsx", "名单.xlsx")]
    [InlineData("https://www.guiping.gov.cn/a/b.html", "https://www.guiping.gov.cn/a/b.html")]
    public void ToFileName_Paths_KeepsTheNameOnly(string text, string expected) => Assert.Equal(expected, LocalPath.ToFileName(text));

    [Theory]
    [InlineData("docx")]
    [InlineData("xlsx")]
    [InlineData("pptx")]
    public void Strip_PicturesWithinADocument_AreStrippedToo(string kind)
    {
        var folder = kind switch { "docx" => "word", "xlsx" => "xl", _ => "ppt" };
        var file = OfficeZip.Zip([("[Content_Types].xml", OfficeZip.Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")), .. MarkedPictures.All.Select(p => ($"{folder}/media/{p.Name}", p.Content))]);
        Assert.All(MarkedPictures.All, p => Assert.True(MarkedPictures.IsMarked(p.Content), p.Name));

        using var stripped = new ZipArchive(new MemoryStream(Strip(FileKind.OfExtension(kind)!, file)));

        foreach (var (name, content) in MarkedPictures.All)
        {
            using var bytes = new MemoryStream();
            using (var from = stripped.GetEntry($"{folder}/media/{name}")!.Open()) from.CopyTo(bytes);
            Assert.False(MarkedPictures.IsMarked(bytes.ToArray()), name);
            Assert.True(bytes.ToArray().AsSpan().StartsWith(content.AsSpan(0, 4)) || name.EndsWith(".svg", StringComparison.Ordinal), name);
            Assert.True(MarkedPictures.HasPicture(bytes.ToArray()), name);
        }
    }

    [Fact]
    public void Strip_DamagedPictureWithinADocument_StaysAsItIs()
    {
        foreach (var (name, content) in MarkedPictures.All.Where(p => !p.Name.EndsWith(".emf", StringComparison.Ordinal)))
        {
            var broken = content[..(content.Length / 2)];
            var file = OfficeZip.Zip(("[Content_Types].xml", OfficeZip.Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")), ("word/media/" + name, broken));

            using var stripped = new ZipArchive(new MemoryStream(Strip(FileKind.Docx, file)));

            Assert.NotNull(stripped.GetEntry("word/media/" + name));
        }
    }

    [Theory]
    [InlineData("jpg")]
    [InlineData("png")]
    public void Strip_DamagedPicture_IsInvalidData(string kind) =>
        Assert.Throws<InvalidDataException>(() => Strip(FileKind.OfExtension(kind)!, [0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]));

    private static byte[] Strip(FileKind kind, byte[] file)
    {
        using var copy = new MemoryStream();
        MetadataStripper.Strip(kind, new MemoryStream(file)).CopyTo(copy);
        return copy.ToArray();
    }

    private static byte[] Segment(byte marker, ReadOnlySpan<byte> content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Chunk(string name, ReadOnlySpan<byte> content) => [0, 0, 0, (byte)content.Length, .. Encoding.ASCII.GetBytes(name), .. content, 0, 0, 0, 0];

    private static string Unpacked(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Join('\n', archive.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }
}
