using System.Globalization;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Coverage;

namespace PublicDisclosure.Web.Endpoints;

/// <summary>
/// The coverage for programs: the figures of <c>/coverage</c> with the same filters, as JSON, .csv and .xlsx. Fields are described
/// in docs/coverage-data.md. A filter that cannot be read is refused: a program would take the wrong figures for the right ones.
/// </summary>
public static class CoverageEndpoint
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Names of the columns of .csv and .xlsx.</summary>
    public static IReadOnlyList<string> Heading { get; } =
    [
        "领域", "单位", "单位类别", "情况", "按时率（%）", "按时公开", "逾期公开", "逾期未公开", "即将到期", "未到期", "本期无信息", "不适用", "要素不全", "不计入比率",
    ];

    public static async Task<IResult> GetAsync(
        string format, CoverageQuery query, CoverageQueries coverage, CoverageSnapshots snapshots, PublicCatalogue catalogue, BusinessClock clock, CancellationToken stop)
    {
        var domains = await catalogue.DomainNamesAsync(stop);
        var unread = query.Unread(domains);
        if (unread.Count > 0) return Results.Problem($"没有识别的条件：{string.Join("、", unread)}。", statusCode: StatusCodes.Status400BadRequest, title: "条件有误");
        var filter = query.ToFilter(domains, clock.Today);
        var matrix = await coverage.MatrixAsync(filter, stop);
        if (format == "json") return Results.Json(CoverageData.Of(matrix, filter, await snapshots.TrendAsync(filter.DomainId, null, stop: stop)), CoverageData.Options);
        var name = $"公开情况-{matrix.On:yyyy-MM-dd}.{format}";
        var title = $"公开情况（{CoverageWords.Say(filter.Span)}，按{TimeHtml.Text(matrix.On)}的情况计算）";
        var plain = $"coverage-{matrix.On:yyyy-MM-dd}.{format}";
        return format == "csv"
            ? new NamedFile(CsvText.Write(Heading, Rows(matrix).Select(r => r.Select(c => Convert.ToString(c, CultureInfo.InvariantCulture)!))), "text/csv; charset=utf-8", name, plain)
            : new NamedFile(CoverageXlsx.Write(title, Heading, Rows(matrix)), Xlsx, name, plain);
    }

    /// <summary>Every cell, then the totals of organisations, of domains and of everything.</summary>
    private static IEnumerable<IReadOnlyList<object>> Rows(CoverageMatrix matrix)
    {
        const string Sum = "合计";
        foreach (var domain in matrix.Domains)
            foreach (var organisation in matrix.Organisations)
                if (matrix.Of(domain.Id, organisation.Id) is { } share) yield return Row(domain.Name, organisation.Name, Words.Of(organisation.Kind), share);
        foreach (var organisation in matrix.Organisations) yield return Row(Sum, organisation.Name, Words.Of(organisation.Kind), matrix.OfOrganisation(organisation.Id));
        foreach (var domain in matrix.Domains) yield return Row(domain.Name, Sum, "", matrix.OfDomain(domain.Id));
        yield return Row(Sum, Sum, "", matrix.Total);
    }

    private static object[] Row(string domain, string organisation, string kind, CoverageShare share) =>
    [
        domain, organisation, kind, Words.Of(share.State()), CoverageWords.Number(share) is { } number ? number : "—", share.OnTime, share.Late, share.Overdue, share.DueSoon,
        share.NotDue, share.NothingThisPeriod, share.NotApplicable, share.Incomplete, share.Unrated,
    ];
}
