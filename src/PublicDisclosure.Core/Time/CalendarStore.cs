using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Time;

/// <summary>Gives the stored calendar. A year's notice changes once or twice a year, so it is read once per unit of work.</summary>
public sealed class CalendarStore(DisclosureDb db)
{
    private WorkingDayCalendar? _calendar;

    /// <summary>The calendar of all stored days.</summary>
    public async Task<WorkingDayCalendar> GetAsync(CancellationToken stop = default) =>
        _calendar ??= new WorkingDayCalendar(await db.CalendarDays.AsNoTracking().ToListAsync(stop));
}
