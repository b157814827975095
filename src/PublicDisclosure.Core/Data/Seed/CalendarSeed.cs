using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the State Council's yearly notices that ship with the product. They count only when the disclosure office has
/// signed them off; a demonstration's office does so by itself (<see cref="DemoCalendarSeed"/>).
/// </summary>
public sealed class CalendarSeed(DisclosureDb db, BusinessClock clock) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        // A notice that somebody corrected or replaced stays as it is: only numbers that are missing are added.
        var known = await db.HolidayNotices.Select(n => n.Number).ToHashSetAsync(stop);
        db.AddRange(Notices(clock.Now).Where(n => !known.Contains(n.Number)));
        return await db.SaveChangesAsync(stop);
    }

    /// <summary>The notices as they ship, not signed off.</summary>
    /// <exception cref="InvalidOperationException">A shipped notice cannot be read or is not sound.</exception>
    public static IReadOnlyList<HolidayNotice> Notices(DateTime now) => [.. SeedTable.Read("calendar/notices.csv").Select(row =>
    {
        var head = new NoticeHead(
            CalendarLayer.National, int.Parse(row["year"], CultureInfo.InvariantCulture), row["amends"] == "yes", row["number"], row["title"],
            DateOnly.ParseExact(row["issued_on"], "yyyy-MM-dd", CultureInfo.InvariantCulture), row["address"]);
        var (days, refusals) = HolidayNoticeText.Read(head.Year, row["days"]);
        IReadOnlyList<Shared.Refusal> wrong = [.. refusals, .. NoticeChecks.Days(head, days)];
        return wrong.Count == 0
            ? HolidayNotice.Enter(Guid.CreateVersion7(now), head, days, now, by: null)
            : throw new InvalidOperationException($"{head.Number}: {string.Join("; ", wrong)}");
    })];
}
