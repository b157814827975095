using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Pages.Coverage;

namespace PublicDisclosure.Web.Endpoints.Api;

/// <summary>The coverage and the calendar of working days.</summary>
public static class FiguresApi
{
    private const string Cells = "coverage", Duties = "coverage-duties";

    private static readonly ApiTable<CoverageCellData> CellTable = new("公开情况", "coverage",
        [new("领域", c => c.Domain.Name), new("单位", c => c.Organisation.Name), .. Columns<CoverageCellData>(c => c.Figures), new("网址", c => c.Url)]);

    private static readonly ApiTable<CoverageDutyData> DutyTable = new("公开责任落实情况", "coverage-duties",
        [
            new("领域", c => c.Domain.Name), new("单位", c => c.Organisation.Name), new("事项编码", c => c.Item.Key), new("事项", c => c.Item.Name), .. Columns<CoverageDutyData>(c => c.Figures),
            new("从未公开", c => c.IsNeverPublished), new("最近公开", c => c.NewestOn),
        ]);

    private static readonly ApiTable<CalendarDayData> CalendarTable = new("工作日历", "calendar",
        new("日期", d => d.Date), new("性质", d => d.Kind.Word), new("工作日", d => d.IsWorkingDay), new("节日", d => d.Name), new("依据", d => d.Notice), new("预计", d => d.Estimate?.Word));

    /// <summary>Each organisation in each domain.</summary>
    public static async Task<IResult> CoverageAsync([AsParameters] PageParameters page, [AsParameters] CoverageParameters filter, CoverageQueries coverage, ApiDesk desk, CancellationToken stop)
    {
        var (reading, narrowed) = await ReadAsync(page, filter, Cells, desk, stop);
        if (reading.Refusal is { } refusal) return refusal;
        var matrix = await coverage.MatrixAsync(narrowed, stop);
        var (domains, organisations) = (matrix.Domains.ToDictionary(d => d.Id), matrix.Organisations.ToDictionary(o => o.Id));
        var found = OpenPages.Cut(matrix.Cells.Select(c => (Domain: domains[c.Key.Domain], Organisation: organisations[c.Key.Organisation], Share: c.Value)),
            Cells, c => $"{c.Domain.Slug}/{c.Organisation.Slug}", reading.After, reading.Limit);
        return await desk.ListAsync(reading, CellTable, [.. found.Rows.Select(c => new CoverageCellData(
            desk.Domain(c.Domain.Slug, c.Domain.Name), desk.Organisation(c.Organisation.Slug, c.Organisation.Name), Of(c.Share), desk.Url($"/coverage/{c.Domain.Slug}/{c.Organisation.Slug}")))], found.Next);
    }

    /// <summary>Each duty.</summary>
    public static async Task<IResult> DutiesAsync(
        [AsParameters] PageParameters page, [AsParameters] CoverageParameters filter, CoverageQueries coverage, CoverageLists lists, ApiDesk desk, CancellationToken stop)
    {
        var (reading, narrowed) = await ReadAsync(page, filter, Duties, desk, stop);
        if (reading.Refusal is { } refusal) return refusal;
        var (domains, organisations) = await coverage.NamesAsync(stop);
        var found = OpenPages.Cut(await coverage.DutiesAsync(narrowed, stop), Duties, d => $"{domains[d.DomainId].Slug}/{d.ItemCode}/{organisations[d.OrganisationId].Slug}", reading.After, reading.Limit);
        var names = await lists.ItemNamesAsync([.. found.Rows.Select(d => d.ItemCode).Distinct()], stop);
        return await desk.ListAsync(reading, DutyTable, [.. found.Rows.Select(d =>
        {
            var (domain, organisation) = (domains[d.DomainId], organisations[d.OrganisationId]);
            return new CoverageDutyData(
                desk.Domain(domain.Slug, domain.Name), desk.Organisation(organisation.Slug, organisation.Name), desk.Item(domain.Slug, d.ItemCode, names.GetValueOrDefault(d.ItemCode, d.ItemCode)), Of(d.Share),
                d.IsNeverPublished, d.NewestOn);
        })], found.Next);
    }

    /// <summary>Every day of a year.</summary>
    public static async Task<IResult> CalendarAsync(int year, [AsParameters] FormatParameters format, CalendarStore calendars, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(format).Form(format.Format);
        if (reading.Refusal is { } refusal) return refusal;
        if (year is < HolidayNotice.FirstYear or > HolidayNotice.LastYear) return ApiProblems.Missing(desk.Http, $"日历有{HolidayNotice.FirstYear}年至{HolidayNotice.LastYear}年的。");
        var calendar = await calendars.GetAsync(stop);
        var first = new DateOnly(year, 1, 1);
        return await desk.ListAsync(reading, CalendarTable, [.. Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(n => calendar.Day(first.AddDays(n))).Select(day => new CalendarDayData(
            day.On, ApiDesk.Code(day.Status), day.IsWorking, day.Name, day.Notice?.Number, day.Estimate is { } why ? ApiDesk.Code(why) : null))]);
    }

    private static async Task<(ApiReading Reading, CoverageFilter Filter)> ReadAsync(PageParameters page, CoverageParameters filter, string list, ApiDesk desk, CancellationToken stop)
    {
        var reading = desk.Read(page, filter).Page(page, list, 1);
        if (!string.IsNullOrEmpty(filter.Period) && filter.Period != CoverageSpan.All && ReportingPeriod.Parse(filter.Period) is null) reading.Refuse("period 应为 2026、2026-H1、2026-Q3、2026-07 这样的时间，或者 all。");
        return (reading, new CoverageFilter
        {
            Span = CoverageSpan.Parse(filter.Period, desk.Today),
            OrganisationId = await reading.OrganisationAsync(filter.Organisation, stop),
            DomainId = await reading.DomainAsync(filter.Domain, stop),
            ItemCode = reading.Item(filter.Item) ?? "",
        });
    }

    private static CoverageFigures Of(CoverageShare share) => new(
        ApiDesk.Code(share.State()), CoverageWords.Number(share), share.OnTime, share.Late, share.Overdue, share.DueSoon, share.NotDue, share.NothingThisPeriod, share.NotApplicable, share.Incomplete, share.Unrated);

    private static IEnumerable<ApiColumn<T>> Columns<T>(Func<T, CoverageFigures> of) =>
    [
        new("情况", c => of(c).State.Word), new("按时率（%）", c => of(c).OnTimePercent), new("按时公开", c => of(c).OnTime), new("逾期公开", c => of(c).Late), new("逾期未公开", c => of(c).Overdue),
        new("即将到期", c => of(c).DueSoon), new("未到期", c => of(c).NotDue), new("本期无信息", c => of(c).NothingThisPeriod), new("不适用", c => of(c).NotApplicable), new("要素不全", c => of(c).Incomplete),
        new("不计入比率", c => of(c).Unrated),
    ];
}
