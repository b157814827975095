using System.Globalization;
using System.Text;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Tables;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Admin.Audit;

/// <summary>The log as .csv for spreadsheets: UTF-8 with its mark, nothing that a spreadsheet program would run.</summary>
internal static class AuditCsv
{
    private static readonly string[] Heading = ["时间（北京时间）", "账号", "姓名", "机构", "操作", "操作代码", "对象", "对象编号", "说明"];

    public static byte[] Write(IEnumerable<AuditRow> rows)
    {
        var text = new StringBuilder();
        Append(text, Heading);
        foreach (var row in rows)
        {
            Append(text,
            [
                BusinessClock.BeijingTime(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                row.UserName ?? "", row.DisplayName ?? "", row.OrganisationName ?? "",
                AuditWords.Of(row.Action), row.Action, row.ObjectName, row.ObjectId?.ToString() ?? "", AuditWords.Detail(row.Detail),
            ]);
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => Quote(FormulaGuard.PutOn(cell)))).Append("\r\n");

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
