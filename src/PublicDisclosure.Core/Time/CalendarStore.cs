using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Time;

/// <summary>Settings of section <c>Calendar</c>.</summary>
public sealed class CalendarOptions
{
    public const string Section = "Calendar";

    /// <summary>The regional festival kept here.</summary>
    public RegionalFestival Region { get; set; } = RegionalFestival.ZhuangMarchThird;
}

/// <summary>Gives the stored calendar. A year's notice changes once or twice a year, so it is read once per unit of work.</summary>
public sealed class CalendarStore(DisclosureDb db, IOptions<CalendarOptions>? options = null)
{
    private IReadOnlyList<HolidayNotice>? _notices;
    private WorkingDayCalendar? _calendar;

    /// <summary>The calendar of all signed-off notices.</summary>
    public async Task<WorkingDayCalendar> GetAsync(CancellationToken stop = default) => _calendar ??= new WorkingDayCalendar(await NoticesAsync(stop), Region);

    /// <summary>The calendar as it was at a UTC instant.</summary>
    public async Task<WorkingDayCalendar> AsOfAsync(DateTime at, CancellationToken stop = default) => new(await NoticesAsync(stop), Region, at);

    /// <summary>The calendar as it would be with one notice more.</summary>
    public async Task<WorkingDayCalendar> WithAsync(HolidayNotice notice, CancellationToken stop = default) => new(await NoticesAsync(stop), Region, asIfSigned: notice.Id);

    /// <summary>Every notice, those not signed off included, with its days.</summary>
    public async Task<IReadOnlyList<HolidayNotice>> NoticesAsync(CancellationToken stop = default) =>
        _notices ??= await db.HolidayNotices.AsNoTracking().Include(n => n.Days).ToListAsync(stop);

    private RegionalFestival Region => options?.Value.Region ?? RegionalFestival.ZhuangMarchThird;
}
