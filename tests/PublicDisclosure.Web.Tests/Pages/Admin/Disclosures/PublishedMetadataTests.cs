using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;
using static PublicDisclosure.TestKit.OfficeZip;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>
/// From the clerk's upload to the public download: office files and pictures carry no author, company, last editor, comment,
/// path, place or thumbnail any more, and neither do the pictures within them.
/// </summary>
public sealed class PublishedMetadataTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string[] Forbidden = ["韦经办", "李科长", "某某科技公司", "内部讨论稿", "C:\\Users", "桌面", "HP LaserJet", MarkedPictures.Mark];

    public static TheoryData<string> Files => ["救助标准.docx", "救助标准.xlsx", "救助标准.pptx", "入户照片.jpg", "系统截图.png"];

    [Theory, MemberData(nameof(Files))]
    public async Task Download_PublishedFile_CarriesNothingOfItsMakers(string name)
    {
        var content = Make(name);
        Assert.Contains(Forbidden, word => Everything(content).Contains(word, StringComparison.Ordinal));
        var office = await Office.OpenAsync(site);
        var isPicture = FileKind.OfExtension(Path.GetExtension(name)[1..])!.MayShowInline;
        var text = Office.Text();
        var id = await office.DraftAsync(isPicture ? text with { Body = text.Body + $"\n\n![入户核查现场](attachment:{name})" } : text);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var citizen = site.Visitor();

        var saved = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/edit"), button: "button[value='save']", files: [("Input.Uploads", name, content)]);
        Assert.True(saved.Code == 302, string.Join(' ', saved.Errors));
        await StepAsync(clerk, id, "submit");
        await StepAsync(reviewer, id, "review", ("Input.Conclusion", "MayPublish"));
        await StepAsync(reviewer, id, "approve");
        await StepAsync(reviewer, id, "publish");

        var address = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());
        var page = await citizen.OpenAsync("/disclosures/" + address);
        var link = page.Document.QuerySelectorAll("a[href]").Select(a => a.GetAttribute("href")!).First(h => Uri.UnescapeDataString(h).EndsWith(name, StringComparison.Ordinal));
        var published = await citizen.GetByteArrayAsync(link, TestContext.Current.CancellationToken);

        var all = Everything(published);
        Assert.All(Forbidden, word => Assert.DoesNotContain(word, all, StringComparison.OrdinalIgnoreCase));
        Assert.False(MarkedPictures.IsMarked(published));
        Assert.DoesNotContain("thumbnail", all, StringComparison.OrdinalIgnoreCase);
        using var stream = new MemoryStream(published);
        var inspection = FileInspector.Inspect(FileKind.OfExtension(Path.GetExtension(name)[1..])!, stream);
        Assert.True(inspection.IsComplete);
        Assert.DoesNotContain(inspection.Notes, n => n.Trait is FileTrait.Gps or FileTrait.PersonalProperties or FileTrait.Comments);
        // What readers came for is still there.
        Assert.Contains(isPicture ? MarkedPictures.Picture : "月保障标准", all, StringComparison.Ordinal);
    }

    private static async Task StepAsync(HttpClient client, Guid id, string step, params (string, string?)[] fields)
    {
        var page = await client.OpenAsync($"/admin/disclosures/{id}/{step}");
        var reasons = page.Document.QuerySelectorAll("input[name^='Reasons[']").Select(i => (i.GetAttribute("name")!, (string?)"已核对。"));
        var answer = await client.SubmitAsync(page, [.. fields, .. reasons], form: "form#act");
        Assert.True(answer.Code == 302, $"{step}: {answer.Code} {string.Join(' ', answer.Errors)} {page.Text}");
    }

    private static byte[] Make(string name) => Path.GetExtension(name) switch
    {
        ".docx" => WithProperties(Docx(P("月保障标准为620元。"), [.. Media(""), ("/docProps/core.xml", Core), ("/docProps/custom.xml", CustomProperty("存放位置", @"C:\Users\韦经办\桌面\标准.docx"))]), "word"),
        ".xlsx" => WithProperties(Xlsx([("标准", "", Rows(["项目", "月保障标准"], ["城市低保", "620"]))], "", [.. Media(""), ("/docProps/core.xml", Core), ("printerSettings/printerSettings1.bin", Bytes("HP LaserJet 李科长"))]), "xl"),
        ".pptx" => WithProperties(Pptx(), "ppt"),
        ".jpg" => MarkedPictures.Jpeg(),
        _ => MarkedPictures.Png(),
    };

    private static byte[] Core => Bytes("<?xml version=\"1.0\"?><cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + "<dc:creator>韦经办</dc:creator><cp:lastModifiedBy>李科长</cp:lastModifiedBy><dc:description>内部讨论稿</dc:description></cp:coreProperties>");

    private static IEnumerable<(string, byte[])> Media(string folder) => MarkedPictures.All.Select(p => ($"{folder}media/{p.Name}", p.Content));

    private static byte[] Pptx() => Zip(
    [
        ("[Content_Types].xml", Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")),
        ("_rels/.rels", Bytes(Relations([("r1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument", "ppt/presentation.xml"), ("r2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")]))),
        ("docProps/core.xml", Core),
        ("ppt/presentation.xml", Bytes("<p:presentation xmlns:p=\"p\"/>")),
        ("ppt/commentAuthors.xml", Bytes("<p:cmAuthorLst xmlns:p=\"p\"><p:cmAuthor id=\"0\" name=\"李科长\" initials=\"李\"/></p:cmAuthorLst>")),
        ("ppt/slides/slide1.xml", Bytes("<p:sld xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>月保障标准为620元</a:t></a:r></a:p></p:sld>")),
        .. Media("ppt/"),
    ]);

    /// <summary>Adds the properties of the program and a thumbnail, as Office writes them.</summary>
    private static byte[] WithProperties(byte[] file, string folder)
    {
        var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            Write("docProps/app.xml", Bytes($"<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Template>C:\\Users\\韦经办\\模板.dotx</Template><Company>某某科技公司</Company><Manager>李科长</Manager></Properties>"));
            Write("docProps/thumbnail.jpeg", MarkedPictures.Jpeg());
            var rels = archive.GetEntry("_rels/.rels")!;
            string text;
            using (var reader = new StreamReader(rels.Open())) text = reader.ReadToEnd();
            rels.Delete();
            Write("_rels/.rels", Bytes(text.Replace("</Relationships>", "<Relationship Id=\"rA\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
                + "<Relationship Id=\"rT\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\" Target=\"docProps/thumbnail.jpeg\"/></Relationships>", StringComparison.Ordinal)));
            if (folder == "xl") Write("xl/worksheets/_rels/sheet1.xml.rels", Bytes(Relations([("rP", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/printerSettings", "../printerSettings/printerSettings1.bin")])));

            void Write(string name, byte[] content)
            {
                using var to = archive.CreateEntry(name).Open();
                to.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Names and contents of all parts as text, in one and two bytes a letter.</summary>
    private static string Everything(byte[] file)
    {
        if (!file.AsSpan().StartsWith("PK"u8)) return Encoding.UTF8.GetString(file);
        var all = new StringBuilder();
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var entry in archive.Entries)
        {
            using var bytes = new MemoryStream();
            using (var from = entry.Open()) from.CopyTo(bytes);
            all.Append(entry.FullName).Append('\n').Append(Encoding.UTF8.GetString(bytes.ToArray())).Append('\n').Append(Encoding.Unicode.GetString(bytes.ToArray())).Append('\n');
        }

        return all.ToString();
    }
}
