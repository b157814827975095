using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>Seeds the holidays and exchanged working days of the State Council's yearly notices.</summary>
public sealed class CalendarSeed(DisclosureDb db) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = (await db.CalendarDays.Select(d => d.On).ToListAsync(stop)).ToHashSet();
        // A day that somebody corrected stays corrected: only missing days are added.
        db.AddRange(SeedTable.Read("calendar/holidays.csv").Select(ToDay).Where(d => !known.Contains(d.On)));
        return await db.SaveChangesAsync(stop);
    }

    private static CalendarDay ToDay(IReadOnlyDictionary<string, string> row) => CalendarDay.Create(
        DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row["kind"] == "workday" ? CalendarDayKind.Workday : CalendarDayKind.Holiday,
        row["name"]);
}
