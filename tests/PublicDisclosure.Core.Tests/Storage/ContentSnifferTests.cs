using System.Text;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Tests.Storage;

public class ContentSnifferTests
{
    public static TheoryData<string, byte[], string> Allowed => new()
    {
        { "a.pdf", OfficeFiles.Pdf(), "pdf" },
        { "a.pdf", OfficeFiles.PdfWithObjectStream("1 0 <</Type /Catalog /OpenAction [3 0 R /Fit]>>"), "pdf" },
        { "a.PDF", OfficeFiles.Pdf(), "pdf" },
        { "a.ofd", OfficeFiles.Zip(("OFD.xml", "<o/>"), ("Doc_0/Document.xml", "<d/>")), "ofd" },
        { "a.docx", OfficeFiles.Docx(), "docx" },
        { "a.xlsx", OfficeFiles.Xlsx(), "xlsx" },
        { "a.pptx", OfficeFiles.Zip(("[Content_Types].xml", "<T/>"), ("ppt/presentation.xml", "<p/>")), "pptx" },
        { "a.doc", OfficeFiles.Ole(("WordDocument", [])), "doc" },
        { "a.wps", OfficeFiles.Ole(("WordDocument", [])), "wps" },
        { "a.xls", OfficeFiles.Ole(("Workbook", [])), "xls" },
        { "a.et", OfficeFiles.Ole(("Workbook", [])), "et" },
        { "a.ppt", OfficeFiles.Ole(("PowerPoint Document", [])), "ppt" },
        { "a.jpg", OfficeFiles.Jpeg, "jpg" },
        { "a.jpeg", OfficeFiles.Jpeg, "jpg" },
        { "a.png", OfficeFiles.Png, "png" },
        { "a.csv", "序号,名称\r\n1,桂平"u8.ToArray(), "csv" },
        { "a.csv", [0xD0, 0xF2, 0xBA, 0xC5, (byte)',', (byte)'1'], "csv" },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Sniff_AllowedContentUnderItsName_TellsTheKind(string name, byte[] content, string kind) =>
        Assert.Equal(FileKind.OfExtension(kind), ContentSniffer.Sniff(name, new MemoryStream(content)).Value);

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "a.pdf", [], "Attachment.Empty" },
        { "a.pdf", "MZ\0\0 program"u8.ToArray(), "Attachment.Executable" },
        { "a.docx", "\u007FELF program"u8.ToArray(), "Attachment.Executable" },
        { "a.csv", "#!/bin/sh\nrm"u8.ToArray(), "Attachment.Executable" },
        { "a.pdf", OfficeFiles.Docx(), "Attachment.ExtensionDisagrees" },
        { "a.doc", OfficeFiles.Docx(), "Attachment.ExtensionDisagrees" },
        { "a.docx", OfficeFiles.Ole(("WordDocument", [])), "Attachment.ExtensionDisagrees" },
        { "a", OfficeFiles.Pdf(), "Attachment.ExtensionDisagrees" },
        { "a.pdf.exe", OfficeFiles.Pdf(), "Attachment.ExtensionDisagrees" },
        { "a.docx", OfficeFiles.Docx(("word/vbaProject.bin", "x")), "Attachment.HasMacros" },
        { "a.xlsx", OfficeFiles.Zip(("[Content_Types].xml", "<T ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/>"), ("xl/workbook.xml", "<w/>")), "Attachment.HasMacros" },
        { "a.xls", OfficeFiles.Ole(("Workbook", []), ("_VBA_PROJECT_CUR", [])), "Attachment.HasMacros" },
        { "a.doc", OfficeFiles.Ole(("WordDocument", []), ("_VBA_PROJECT", [])), "Attachment.HasMacros" },
        { "a.docx", OfficeFiles.Ole(("EncryptionInfo", []), ("EncryptedPackage", [])), "Attachment.Encrypted" },
        { "a.doc", OfficeFiles.Ole(("WordDocument", [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0])), "Attachment.Encrypted" },
        { "a.xls", OfficeFiles.Ole(("Workbook", [0x09, 0x08, 0x04, 0, 1, 2, 3, 4, 0x2F, 0, 0x36, 0])), "Attachment.Encrypted" },
        { "a.xlsx", OfficeFiles.ZipBomb(40), "Attachment.ZipBomb" },
        { "a.xlsx", OfficeFiles.Xlsx()[..60], "Attachment.Broken" },
        { "a.docx", OfficeFiles.Zip(("readme.txt", "x")), "Attachment.KindNotAllowed" },
        { "a.doc", OfficeFiles.Ole(("Other", [])), "Attachment.KindNotAllowed" },
        { "a.doc", [.. OfficeFiles.Ole(("WordDocument", [])).AsSpan(0, 600)], "Attachment.Broken" },
        { "a.png", "<svg onload='alert(1)'/>"u8.ToArray(), "Attachment.Disguised" },
        { "a.csv", "\uFEFF <html><script>alert(1)</script>"u8.ToArray(), "Attachment.Disguised" },
        { "a.csv", "a,b\n<script>alert(1)</script>,1"u8.ToArray(), "Attachment.Disguised" },
        { "a.pdf", [.. "<script>alert(1)</script>\n"u8, .. OfficeFiles.Pdf()], "Attachment.Disguised" },
        { "a.pdf", [.. "prefix "u8, .. OfficeFiles.Pdf()], "Attachment.Disguised" },
        { "a.pdf", OfficeFiles.Pdf("1 0 obj <</S /JavaScript /JS (app.alert(1))>>"), "Attachment.PdfActs" },
        { "a.pdf", OfficeFiles.Pdf("1 0 obj <</S /J#61vaScr#69pt>>"), "Attachment.PdfActs" },
        { "a.pdf", OfficeFiles.Pdf("1 0 obj <</S/Launch/F(cmd.exe)>>"), "Attachment.PdfActs" },
        { "a.pdf", OfficeFiles.PdfWithObjectStream("1 0 <</S /JavaScript /JS (a)>>"), "Attachment.PdfActs" },
        { "a.pdf", OfficeFiles.Pdf("5 0 obj <</Type /ObjStm /Filter /ASCIIHexDecode>> stream\n2F4A\nendstream"), "Attachment.Broken" },
        { "a.pdf", OfficeFiles.Pdf("trailer <</Encrypt 4 0 R>>"), "Attachment.Encrypted" },
        { "a.csv", "a,b\0c"u8.ToArray(), "Attachment.CsvNotText" },
        { "a.csv", [(byte)'a', 0xFF, 0xFF], "Attachment.CsvNotText" },
        { "a.txt", "a"u8.ToArray(), "Attachment.KindNotAllowed" },
        { "a.zip", OfficeFiles.Zip(("a.pdf", "x")), "Attachment.KindNotAllowed" },
        { "a.rar", "Rar!\u001a\u0007\u0000"u8.ToArray(), "Attachment.KindNotAllowed" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Sniff_ContentThatMayNotBeAttached_IsRefused(string name, byte[] content, string code) =>
        Assert.Equal(code, Assert.Single(ContentSniffer.Sniff(name, new MemoryStream(content)).Refusals).Code);

    [Fact]
    public void Sniff_OverTheLimit_SaysTheLimitInMegabytes()
    {
        var refusal = Assert.Single(ContentSniffer.Sniff("a.pdf", new MemoryStream(new byte[2 * 1024 * 1024]), 1024 * 1024).Refusals);

        Assert.Equal(("Attachment.TooLarge", 1L), (refusal.Code, refusal.Arguments[1]));
    }

    [Fact]
    public void Sniff_AnyCutOfAnyFile_NeverThrows()
    {
        foreach (var (name, whole, _) in Allowed.Concat(Refused).Select(row => row.Data))
        {
            for (var length = 0; length < Math.Min(whole.Length, 2_000); length += 37)
            {
                Assert.NotNull(ContentSniffer.Sniff(name, new MemoryStream(whole, 0, length)).Outcome);
            }
        }
    }

    [Fact]
    public void Sniff_CompoundFileWithACircularChain_Ends()
    {
        var file = OfficeFiles.Ole(("WordDocument", []));
        file[512 + 4] = 1;
        file[512 + 5] = file[512 + 6] = file[512 + 7] = 0;

        Assert.NotNull(ContentSniffer.Sniff("a.doc", new MemoryStream(file)).Outcome);
    }

    [Fact]
    public void MayShowInline_OnlyForWhatBrowsersShowThemselves() =>
        Assert.Equal(["jpg", "mp3", "mp4", "pdf", "png"], FileKind.All.Where(k => k.MayShowInline).Select(k => k.Extension).Order());

    [Theory]
    [InlineData("报告.pdf", "报告.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\张三\\名单.xlsx", "名单.xlsx")]
    [InlineData("a\u202Egnp.exe", "agnp.exe")]
    [InlineData("a\r\nb\u0000.pdf", "a__b.pdf")]
    [InlineData("a:b*c?.pdf", "a_b_c_.pdf")]
    [InlineData(" .. ", "未命名文件")]
    [InlineData("", "未命名文件")]
    [InlineData(null, "未命名文件")]
    [InlineData("名单.pdf. . ", "名单.pdf")]
    public void SafeFileName_AnyName_KeepsOnlyWhatMayBeShown(string? name, string safe) => Assert.Equal(safe, SafeFileName.Of(name));

    [Fact]
    public void SafeFileName_TooLong_IsCutBeforeTheExtension()
    {
        var safe = SafeFileName.Of(new string('长', 300) + ".docx");

        Assert.Equal(SafeFileName.MaxLength, safe.Length);
        Assert.EndsWith("长.docx", safe, StringComparison.Ordinal);
        Assert.Equal(199, Encoding.UTF32.GetByteCount(SafeFileName.Of(new string('a', 199) + "𠮷𠮷")) / 4);
    }
}
