using System.Text;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using static PublicDisclosure.TestKit.OfficeZip;

namespace PublicDisclosure.TestKit;

public static partial class PoisonedFiles
{
    private static PoisonedFile Pdf(string name, string where, string[] planted, FileTrait? trait, byte[] content) => new(name + ".pdf", FileKind.Pdf, content, planted, where, trait);

    private static IEnumerable<PoisonedFile> Slides()
    {
        yield return Slide("幻灯片", "slide", null, Identity(301), "", null);
        yield return Slide("隐藏幻灯片", "hidden slide", FileTrait.HiddenSlide, Identity(302), " show=\"0\"", null);
        yield return Slide("演讲备注", "speaker's notes", FileTrait.Notes, Identity(303), "", "备注：张三 " + Identity(303));

        static PoisonedFile Slide(string name, string where, FileTrait? trait, string id, string attributes, string? notes) => new(name + ".pptx", FileKind.Pptx, Zip(
            ("[Content_Types].xml", Bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")),
            ("ppt/presentation.xml", Bytes("<p:presentation xmlns:p=\"p\"/>")),
            ("ppt/slides/slide1.xml", Bytes($"<p:sld xmlns:p=\"p\" xmlns:a=\"a\"{attributes}><a:p><a:r><a:t>{(notes is null ? id[..8] : "公示")}</a:t></a:r><a:r><a:t>{(notes is null ? id[8..] : "")}</a:t></a:r></a:p></p:sld>")),
            ("ppt/notesSlides/notesSlide1.xml", Bytes($"<p:notes xmlns:p=\"p\" xmlns:a=\"a\"><a:p><a:r><a:t>{notes}</a:t></a:r></a:p></p:notes>"))), [id], where, trait);
    }

    private static IEnumerable<PoisonedFile> Pdfs()
    {
        var n = 401;
        string Id() => Identity(n++);
        var id = Id();
        yield return Pdf("文字层", "text of a page", [id], null, PdfBytes.Make(Text(id)));
        id = Id();
        yield return Pdf("不可见文字", "text render mode 3", [id], FileTrait.HiddenText, PdfBytes.Make(Text("public list") + $" BT 3 Tr /F1 12 Tf 72 600 Td ({id}) Tj ET"));
        id = Id();
        yield return Pdf("文字层与图片不一致", "text under a picture that covers the page", [id], FileTrait.TextUnderPicture, PdfBytes.Make($"BT 3 Tr /F1 12 Tf 72 600 Td ({id}) Tj ET q 612 0 0 792 0 0 cm /Im1 Do Q", picture: true));
        yield return Pdf("加密文件", "encrypted", [], FileTrait.Encrypted, PdfBytes.Encrypted());
        id = Id();
        yield return Pdf("注释", "annotation", [id], FileTrait.Comments, PdfBytes.Make(Text("public list"), page: "/Annots [20 0 R]", objects: [(20, $"<</Type /Annot /Subtype /Text /Rect [50 50 70 70] /Contents ({id})>>")]));
        id = Id();
        yield return Pdf("表单域", "form field", [id], null, PdfBytes.Make(Text("public list"), catalog: "/AcroForm <</Fields [21 0 R]>>", page: "/Annots [21 0 R]",
            objects: [(21, $"<</Type /Annot /Subtype /Widget /FT /Tx /T (idno) /V ({id}) /Rect [50 50 200 70]>>")]));
        id = Id();
        yield return Pdf("文档信息", "document information", [id], null, PdfBytes.Make(Text("public list"), information: $"<</Title (list) /Subject ({id})>>"));
        id = Id();
        yield return Pdf("元数据", "XMP", [id], null, PdfBytes.Make(Text("public list"), catalog: "/Metadata 22 0 R",
            objects: [(22, PdfBytes.Stream("/Type /Metadata /Subtype /XML", Bytes($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><description>{id}</description></x:xmpmeta>")))]));
        id = Id();
        yield return Pdf("内嵌文件", "embedded file", [id], FileTrait.EmbeddedFile, PdfBytes.Make(Text("public list"), catalog: "/Names <</EmbeddedFiles <</Names [(list.csv) 23 0 R]>>>>",
            objects: [(23, "<</Type /Filespec /F (list.csv) /EF <</F 24 0 R>>>>"), (24, PdfBytes.Stream("/Type /EmbeddedFile", Bytes($"姓名,证号\n张三,{id}\n")))]));
        yield return Pdf("扫描件", "pages of pictures", [], FileTrait.ImageOnly, PdfBytes.Make("q 612 0 0 792 0 0 cm /Im1 Do Q", picture: true));
        id = Id();
        yield return Pdf("较早保存的内容", "what was there before the last save", [id], null, PdfBytes.SavedAgain(Text(id), Text("public list")));
        id = Id();
        yield return Pdf("版面之外", "text outside the page", [id], FileTrait.HiddenText, PdfBytes.Make(Text("public list") + $" BT /F1 12 Tf 72 2000 Td ({id}) Tj ET"));
    }

    private static string Text(string words) => $"BT /F1 12 Tf 72 720 Td ({words}) Tj ET";
}

/// <summary>Writes small PDF files object by object.</summary>
internal static class PdfBytes
{
    /// <summary>A file of one page; further objects by number.</summary>
    public static byte[] Make(string content, string catalog = "", string page = "", string information = "", bool picture = false, params (int Number, string Body)[] objects) =>
        Write(Objects(content, catalog, page, information, picture, objects), "", information.Length > 0 ? "/Info 9 0 R" : "");

    /// <summary>Encrypted by a password nobody here knows.</summary>
    public static byte[] Encrypted() => Write(
        Objects("BT /F1 12 Tf 72 720 Td (secret) Tj ET", "", "", "", false, [(30, $"<</Filter /Standard /V 1 /R 2 /O <{new string('A', 64)}> /U <{new string('B', 64)}> /P -4>>")]),
        "", "/Encrypt 30 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]");

    /// <summary>Saved once with the first content, then changed by an incremental save.</summary>
    public static byte[] SavedAgain(string before, string after)
    {
        var first = Make(before);
        var text = Encoding.Latin1.GetString(first);
        var former = text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0];
        var at = first.Length;
        var changed = $"4 0 obj\n{Stream("", Encoding.Latin1.GetBytes(after))}\nendobj\n";
        var table = at + changed.Length;
        return [.. first, .. Encoding.Latin1.GetBytes($"{changed}xref\n0 1\n0000000000 65535 f \n4 1\n{at:0000000000} 00000 n \ntrailer\n<</Size 40 /Root 1 0 R /Prev {former}>>\nstartxref\n{table}\n%%EOF\n{new string(' ', 300)}")];
    }

    /// <summary>A stream object.</summary>
    public static string Stream(string dictionary, byte[] content) => $"<<{dictionary} /Length {content.Length}>>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";

    private static List<(int Number, string Body)> Objects(string content, string catalog, string page, string information, bool picture, (int, string)[] more)
    {
        List<(int, string)> objects =
        [
            (1, $"<</Type /Catalog /Pages 2 0 R {catalog}>>"),
            (2, "<</Type /Pages /Kids [3 0 R] /Count 1>>"),
            (3, $"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>{(picture ? " /XObject <</Im1 6 0 R>>" : "")}>> {page}>>"),
            (4, Stream("", Encoding.Latin1.GetBytes(content))),
            (5, "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"),
        ];
        if (picture) objects.Add((6, Stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", [0, 255, 255, 0])));
        if (information.Length > 0) objects.Add((9, information));
        objects.AddRange(more);
        return objects;
    }

    private static byte[] Write(List<(int Number, string Body)> objects, string head, string trailer)
    {
        var text = new StringBuilder("%PDF-1.7\n" + head);
        var places = new Dictionary<int, int>();
        foreach (var (number, body) in objects)
        {
            places[number] = text.Length;
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var (size, table) = (places.Keys.Max() + 1, text.Length);
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {size}\n");
        for (var i = 0; i < size; i++) text.Append(places.TryGetValue(i, out var at) ? $"{at:0000000000} 00000 n \n" : "0000000000 65535 f \n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<</Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
