using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>
/// Files to begin with: every column, two pages, ready to be brought in as they are. Programs write their files after these.
/// </summary>
public static class ImportSample
{
    private const string Attachment = "附件/2019年救助发放情况.csv";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Every field with its value on both pages, in the order of the columns.
    private static readonly (ImportField Field, string First, string Second)[] Pages =
    [
        (ImportField.Title, "（示例）关于做好2019年春节前临时救助工作的通知", "（示例）2019年第一季度临时救助情况"),
        (ImportField.Body, "各村（社区）：\n为做好春节前困难群众临时救助工作，现将有关事项通知如下，请认真贯彻执行。\n一、摸清底数。各村（社区）于1月20日前完成走访。\n二、按时发放。救助金于1月25日前发放到位。",
            "<p>2019年第一季度临时救助情况公布如下，群众有疑问的可以到便民服务中心咨询。</p><table><tr><th>月份</th><th>救助户数</th></tr><tr><td>1月</td><td>12</td></tr><tr><td>2月</td><td>9</td></tr></table>"),
        (ImportField.BodyFormat, "纯文本", "html"),
        (ImportField.Address, "http://old.example.gov.cn/2019/0110.html", "http://old.example.gov.cn/2019/0403.html"),
        (ImportField.PublishedOn, "2019-01-10", "2019年4月3日"),
        (ImportField.Organisation, "", ""),
        (ImportField.ItemCode, "", ""),
        (ImportField.Number, "", ""),
        (ImportField.DocumentDate, "2019-01-08", "2019年4月2日"),
        (ImportField.FormedOn, "2019-01-08", "2019年4月2日"),
        (ImportField.Summary, "安排2019年春节前困难群众临时救助工作。", "公布2019年第一季度临时救助户数。"),
        (ImportField.Files, "", Attachment),
    ];

    /// <summary>The table alone, in UTF-8 with its mark, so that spreadsheet programs open it rightly.</summary>
    /// <param name="itemCode">Item behind which both pages stand; empty leaves the column to be filled.</param>
    public static byte[] Csv(string itemCode) => Table(itemCode, withFile: false);

    /// <summary>The same as a list of objects.</summary>
    public static byte[] Json(string itemCode) => JsonSerializer.SerializeToUtf8Bytes(
        new[] { 0, 1 }.Select(page => Pages.Where(p => Value(p, page, itemCode, false).Length > 0)
            .ToDictionary(p => ImportHeadings.KeyOf(p.Field), p => Value(p, page, itemCode, false))), Readable);

    /// <summary>The table with a file that belongs to one of the pages.</summary>
    public static byte[] Zip(string itemCode)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "导入.csv", Table(itemCode, withFile: true));
            Add(archive, Attachment, Text("月份,救助户数,金额（元）\r\n1月,12,14400\r\n2月,9,10800\r\n"));
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }

    private static byte[] Table(string itemCode, bool withFile)
    {
        var lines = new[] { Pages.Select(p => ImportHeadings.NameOf(p.Field)), Row(0), Row(1) };
        return Text(string.Concat(lines.Select(line => string.Join(',', line.Select(Quoted)) + "\r\n")));

        IEnumerable<string> Row(int page) => Pages.Select(p => Value(p, page, itemCode, withFile));
    }

    private static string Value((ImportField Field, string First, string Second) of, int page, string itemCode, bool withFile) =>
        of.Field == ImportField.ItemCode ? itemCode : of.Field == ImportField.Files && !withFile ? "" : page == 0 ? of.First : of.Second;

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static byte[] Text(string text) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)];
}
