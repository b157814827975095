using System.Globalization;
using System.Text;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Storage;
using static PublicDisclosure.TestKit.OfficeZip;

namespace PublicDisclosure.TestKit;

public static partial class PoisonedFiles
{
    private static (string, string, string) Clean => ("公示", "", Rows(["姓名", "金额"], ["张*", "600"]));

    private static PoisonedFile Book(string name, string where, string[] planted, FileTrait? trait, IReadOnlyList<(string, string, string)> sheets, string after = "", params (string, byte[])[] more) =>
        new(name + ".xlsx", FileKind.Xlsx, Xlsx(sheets, after, more), planted, where, trait);

    private static IEnumerable<PoisonedFile> Workbooks()
    {
        var n = 101;
        string Id() => Identity(n++);
        string id = Id(), card = Card(2);
        yield return Book("低保名单", "visible sheet", [id, card], null, [("名单", "", Rows(["姓名", "证号", "卡号"], ["张三", id, card]))]);
        id = Id();
        yield return Book("隐藏工作表", "hidden sheet", [id], FileTrait.HiddenSheet, [Clean, ("底稿", "hidden", Rows(["张三", id]))]);
        id = Id();
        yield return Book("深度隐藏工作表", "very hidden sheet", [id], FileTrait.HiddenSheet, [Clean, ("底稿", "veryHidden", Rows(["张三", id]))]);
        id = Id();
        yield return Book("隐藏行", "hidden row", [id], FileTrait.HiddenCells, [("名单", "", $"<sheetData><row r=\"1\">{Cells(["姓名", "金额"], 0)}</row><row r=\"2\" hidden=\"1\">{Cells(["张三", id], 1)}</row></sheetData>")]);
        id = Id();
        yield return Book("隐藏列", "hidden column", [id], FileTrait.HiddenCells, [("名单", "", $"<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/></cols>{Rows(["姓名", "身份证号", "金额"], ["张三", id, "600"])}")]);
        id = Id();
        yield return Book("白色单元格", "white font", [id], FileTrait.HiddenText, [("名单", "", $"<sheetData><row r=\"1\">{Cell("张三", 0, 0)}{Cell(id, 1, 0, " s=\"1\"")}</row></sheetData>")], "", ("styles.xml", Styles("<color rgb=\"FFFFFFFF\"/>", "0")));
        id = Id();
        yield return Book("不显示格式", "number format that shows nothing", [id], FileTrait.HiddenText, [("名单", "", $"<sheetData><row r=\"1\">{Cell("张三", 0, 0)}{Cell(id, 1, 0, " s=\"1\"")}</row></sheetData>")], "", ("styles.xml", Styles("", "170")));
        id = Id();
        yield return Book("单元格批注", "comment of a cell", [id], FileTrait.Comments, [Clean], "", ("comments1.xml", SheetPart("comments", $"<authors><author>韦某某</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"><text><r><t>{id[..6]}</t></r><r><t>{id[6..]}</t></r></text></comment></commentList>")),
            ("worksheets/_rels/sheet1.xml.rels", Bytes(Relations([("rId1", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments", "../comments1.xml")]))));
        id = Id();
        yield return Book("会话批注", "threaded comment", [id], FileTrait.Comments, [Clean], "", ("threadedComments/threadedComment1.xml", Bytes($"<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><threadedComment ref=\"A1\" id=\"{{1}}\"><text>{id}</text></threadedComment></ThreadedComments>")));
        id = Id();
        yield return Book("定义的名称", "defined name", [id], null, [Clean], $"<definedNames><definedName name=\"证号\" hidden=\"1\">\"{id}\"</definedName></definedNames>");
        id = Id();
        yield return Book("残留字符串", "shared string no cell uses", [id], FileTrait.CachedData, [("名单", "", "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData>")], "", ("sharedStrings.xml", SheetPart("sst", $"<si><t>张*</t></si><si><t>{id}</t></si>")));
        id = Id();
        yield return Book("透视表缓存", "pivot cache", [id], FileTrait.CachedData, [Clean], "", ("pivotCache/pivotCacheRecords1.xml", SheetPart("pivotCacheRecords", $"<r><s v=\"张三\"/><s v=\"{id}\"/></r>", " count=\"1\"")));
        id = Id();
        yield return Book("外部链接缓存", "external link cache", [id], FileTrait.CachedData, [Clean], "", ("externalLinks/externalLink1.xml", SheetPart("externalLink", $"<externalBook><sheetNames><sheetName val=\"底册\"/></sheetNames><sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\"><cell r=\"A1\" t=\"str\"><v>{id}</v></cell></row></sheetData></sheetDataSet></externalBook>")));
        id = Id();
        yield return Book("表格属性", "custom properties of a workbook", [id], null, [Clean], "", ("/docProps/custom.xml", CustomProperty("来源", id)));
        id = Id();
        yield return Book("图形文字", "text of a drawing", [id], null, [Clean], "", ("drawings/drawing1.xml", Bytes($"<xdr:wsDr xmlns:xdr=\"x\" xmlns:a=\"a\"><xdr:sp><xdr:txBody><a:p><a:r><a:t>{id[..10]}</a:t></a:r><a:r><a:t>{id[10..]}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>")));
        yield return Book("数字单元格", "number cell", ["450881680512123"], null, [("名单", "", $"<sheetData><row r=\"1\">{Cell("张三", 0, 0)}<c r=\"B1\"><v>4.50881680512123E14</v></c></row></sheetData>")]);
        id = Id();
        yield return Book("分列书写", "parted over columns", [id], null, [("名单", "", Rows(["张三", id[..6], id[6..14], id[14..]]))]);
        id = Id();
        yield return Book("未列出的工作表", "sheet the workbook does not list", [id], FileTrait.HiddenSheet, [Clean], "", ("worksheets/sheet9.xml", SheetPart("worksheet", Rows(["张三", id]))));
        id = Id();
        yield return Book("下拉选项", "data validation", [id], null, [("公示", "", Rows(["张*", "600"]) + $"<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A1\"><formula1>\"{id},无\"</formula1></dataValidation></dataValidations>")]);
        id = Id();
        yield return Book("打印页眉", "print header", [id], null, [("公示", "", Rows(["张*", "600"]) + $"<headerFooter><oddHeader>&amp;C{id}</oddHeader></headerFooter>")]);
        yield return Book("病种名单", "column of a sheet", ["尿毒症"], null, [("名单", "", Rows(["姓名", "病种", "金额"], ["张三", "尿毒症", "600"], ["李四", "尿毒症", "300"]))]);
        yield return Large();
    }

    /// <summary>5,000 rows, 17 of them with an identity number nobody masked.</summary>
    private static PoisonedFile Large()
    {
        var planted = new List<string>();
        var rows = new StringBuilder("<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>序号</t></is></c></row>");
        for (var r = 1; r <= 5000; r++)
        {
            var bad = r % 293 == 7 && planted.Count < 17;
            var number = Identity(1000 + r);
            if (bad) planted.Add(number);
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{r + 1}\"><c r=\"A{r + 1}\"><v>{r}</v></c>");
            foreach (var (text, column) in new[] { "木乐镇", $"张{r}", bad ? number : $"{number[..6]}********{number[14..]}", "低保", "2026年第一季度", "600元" }.Select((t, i) => (t, (char)('B' + i))))
                rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{column}{r + 1}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
            rows.Append("</row>");
        }

        return Book("五千行名单", "17 of 5,000 rows", [.. planted], null, [("名单", "", rows.Append("</sheetData>").ToString())]);
    }

    private static byte[] Styles(string colour, string format) => SheetPart("styleSheet",
        $"<numFmts count=\"1\"><numFmt numFmtId=\"170\" formatCode=\";;;\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/></font><font><sz val=\"11\"/>{colour}</font></fonts>"
        + $"<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellXfs count=\"2\"><xf fontId=\"0\" fillId=\"0\" numFmtId=\"0\"/><xf fontId=\"1\" fillId=\"0\" numFmtId=\"{format}\"/></cellXfs>");

    private static IEnumerable<PoisonedFile> Tables()
    {
        yield return new("名单.csv", FileKind.Csv, [.. Encoding.UTF8.GetPreamble(), .. Bytes($"姓名,证号\r\n张三,{Identity(201)}\r\n")], [Identity(201)], "csv, UTF-8");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        yield return new("名单（国标编码）.csv", FileKind.Csv, Encoding.GetEncoding("GB18030").GetBytes($"姓名,证号,手机\r\n张三,\"{Identity(202)}\",{Mobile(202)}\r\n"), [Identity(202), Mobile(202)], "csv, GB18030");
        yield return new("致贫原因.csv", FileKind.Csv, Bytes("户主姓名,致贫原因\r\n\"张三\",\"因病，长期透析\"\r\n"), ["因病，长期透析"], "column of a csv");
    }
}
