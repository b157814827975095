using System.Globalization;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Audit;

/// <summary>The log as .csv for spreadsheets.</summary>
internal static class AuditCsv
{
    private static readonly string[] Heading = ["时间（北京时间）", "账号", "姓名", "机构", "操作", "操作代码", "对象", "对象编号", "说明"];

    public static byte[] Write(IEnumerable<AuditRow> rows) => CsvText.Write(Heading, rows.Select(row => new[]
    {
        BusinessClock.BeijingTime(row.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        row.UserName ?? "", row.DisplayName ?? "", row.OrganisationName ?? "",
        AuditWords.Of(row.Action), row.Action, row.ObjectName, row.ObjectId?.ToString() ?? "", AuditWords.Detail(row.Detail),
    }));
}
