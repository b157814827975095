using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using static PublicDisclosure.TestKit.OfficeZip;

namespace PublicDisclosure.TestKit;

public static partial class PoisonedFiles
{
    private static PoisonedFile Word(string name, string where, string[] planted, FileTrait? trait, string body, params (string Name, byte[] Content)[] more) =>
        new(name + ".docx", FileKind.Docx, Docx(body, more), planted, where, trait);

    private static string Run(string text, string properties = "") => $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    private static string Change(string kind, string inner) => $"<w:{kind} w:id=\"7\" w:author=\"韦某某\" w:date=\"2026-01-05T09:00:00Z\">{inner}</w:{kind}>";

    private static string TableCell(string text) => $"<w:tc>{P(text)}</w:tc>";

    private static string Table(params string[][] rows) => $"<w:tbl>{string.Concat(rows.Select(r => $"<w:tr>{string.Concat(r.Select(TableCell))}</w:tr>"))}</w:tbl>{P("")}";

    private static IEnumerable<PoisonedFile> WordFiles()
    {
        var n = 1;
        string Id() => Identity(n++);
        string id = Id(), card = Card(1);
        yield return Word("正文", "body", [id, card], null, P($"张三，身份证号{id}，卡号{card}。"));
        id = Id();
        yield return Word("分段书写", "split over runs", [id], null, $"<w:p>{Run(id[..6], "<w:b/>")}{Run(id[6..14])}{Run(id[14..], "<w:i/>")}</w:p>");
        id = Id();
        yield return Word("全角数字", "full-width digits", [id], null, P("身份证号" + string.Concat(id.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : 'Ｘ'))));
        id = Id();
        yield return Word("分组书写", "blanks and hyphens", [id], null, P($"身份证号{id[..6]} {id[6..14]}-{id[14..]}"));
        id = Id();
        yield return Word("修订删除", "tracked deletion", [id], FileTrait.TrackedChanges, $"<w:p>{Run("张三，身份证号")}{Change("del", $"<w:r><w:delText>{id}</w:delText></w:r>")}</w:p>");
        id = Id();
        yield return Word("修订插入", "tracked insertion", [id], FileTrait.TrackedChanges, $"<w:p>{Run("张三，身份证号")}{Change("ins", Run(id))}</w:p>");
        id = Id();
        yield return Word("移动的文字", "moved text", [id], FileTrait.TrackedChanges, $"<w:p>{Change("moveFrom", Run("身份证号" + id))}</w:p>");
        id = Id();
        yield return Word("修订前的号码", "whole only before the changes", [id], FileTrait.TrackedChanges,
            $"<w:p>{Run(id[..6])}{Change("ins", Run("（略）"))}{Change("del", $"<w:r><w:delText>{id[6..14]}</w:delText></w:r>")}{Run(id[14..])}</w:p>");
        id = Id();
        yield return Word("隐藏文字", "hidden font", [id], FileTrait.HiddenText, $"<w:p>{Run("张三")}{Run(id, "<w:vanish/>")}</w:p>");
        id = Id();
        yield return Word("隐藏样式", "style with hidden font", [id], FileTrait.HiddenText, $"<w:p>{Run(id, "<w:rStyle w:val=\"Secret\"/>")}</w:p>",
            ("styles.xml", WordPart("styles", "<w:style w:type=\"character\" w:styleId=\"Secret\"><w:name w:val=\"Secret\"/><w:rPr><w:vanish/></w:rPr></w:style>")));
        id = Id();
        yield return Word("白色文字", "white text", [id], FileTrait.HiddenText, $"<w:p>{Run("张三")}{Run(id, "<w:color w:val=\"FFFFFF\"/>")}</w:p>");
        id = Id();
        yield return Word("页眉", "header", [id], null, P("正文"), ("header1.xml", WordPart("hdr", P("经办人" + id))));
        id = Id();
        yield return Word("页脚", "footer", [id], null, P("正文"), ("footer1.xml", WordPart("ftr", P("经办人" + id))));
        id = Id();
        yield return Word("脚注", "footnote", [id], null, P("正文"), ("footnotes.xml", WordPart("footnotes", $"<w:footnote w:id=\"2\">{P(id)}</w:footnote>")));
        id = Id();
        yield return Word("尾注", "endnote", [id], null, P("正文"), ("endnotes.xml", WordPart("endnotes", $"<w:endnote w:id=\"2\">{P(id)}</w:endnote>")));
        id = Id();
        yield return Word("批注", "comment", [id], FileTrait.Comments, P("正文"), ("comments.xml", WordPart("comments", $"<w:comment w:id=\"1\" w:author=\"韦某某\">{P("此人身份证" + id)}</w:comment>")));
        id = Id();
        yield return Word("文本框", "text box", [id], null, $"<w:p><w:r><w:t>外面</w:t><w:pict><v:shape><v:textbox><w:txbxContent>{P(id)}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>");
        id = Id();
        yield return Word("图片说明", "alternative text", [id], null, $"<w:p><w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"图1\" descr=\"身份证{id}照片\"/></wp:inline></w:drawing></w:r></w:p>");
        id = Id();
        yield return Word("自定义数据", "custom XML", [id], null, P("正文"), ("/customXml/item1.xml", Bytes($"<data><person>{id}</person></data>")));
        id = Id();
        yield return Word("文件属性", "core properties", [id, "韦某某"], FileTrait.PersonalProperties, P("正文"), ("/docProps/core.xml", CoreProperties("韦某某", "据" + id)));
        id = Id();
        yield return Word("自定义属性", "custom properties", [id], null, P("正文"), ("/docProps/custom.xml", CustomProperty("证号", id)));
        id = Id();
        yield return Word("内嵌表格", "embedded workbook", [id], FileTrait.EmbeddedFile, P("正文"), ("embeddings/book1.xlsx", Xlsx([("名单", "", Rows(["姓名", "证号"], ["张三", id]))])));
        id = Id();
        yield return Word("内嵌照片", "metadata of an embedded photo", [id], FileTrait.Gps, P("正文"), ("media/image1.jpg", JpegWithExif(id, withGps: true)));
        yield return Word("残疾名单", "column of a table", ["肢体残疾一级"], null, Table(["姓名", "残疾等级"], ["张三", "肢体残疾一级"], ["李四", "肢体残疾一级"]));
        id = Id();
        yield return Word("域代码", "field code", [id], null, $"<w:p><w:r><w:instrText> QUOTE \"{id}\" </w:instrText></w:r></w:p>");
        id = Id();
        yield return Word("文档变量", "document variable", [id], null, P("正文"), ("settings.xml", WordPart("settings", $"<w:docVars><w:docVar w:name=\"证号\" w:val=\"{id}\"/></w:docVars>")));
    }
}
