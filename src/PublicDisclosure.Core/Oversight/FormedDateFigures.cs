using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Oversight;

/// <summary>
/// How formed dates come about, by organisation: one that "forms" nearly everything on the day it types it in has dates that
/// follow the deadline and not the facts.
/// </summary>
public sealed class FormedDateFigures(DisclosureDb db)
{
    /// <summary>Figures of the records entered in a period, the highest share first.</summary>
    /// <param name="from">First day of entry, Beijing.</param>
    /// <param name="to">Last day of entry, Beijing.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyList<FormedDateFigure>> ReadAsync(DateOnly from, DateOnly to, CancellationToken stop)
    {
        var (begin, end) = (BusinessClock.Utc(from, TimeOnly.MinValue), BusinessClock.Utc(to.AddDays(1), TimeOnly.MinValue));
        var names = await db.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, stop);
        var changes = await db.Set<FormedDateChange>().AsNoTracking()
            .Where(c => c.Decision == FormedDateDecision.Confirmed && c.DecidedAt >= begin && c.DecidedAt < end)
            .Join(db.Disclosures, c => c.DisclosureId, d => d.Id, (c, d) => d.OrganisationId)
            .GroupBy(id => id).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var counts = new Dictionary<Guid, (int Entered, int SameDay)>();
        // The two engines cut Beijing days out of instants in different ways; three narrow columns are compared here instead.
        var rows = db.Disclosures.AsNoTracking().Where(d => d.CreatedAt >= begin && d.CreatedAt < end && d.Text.FormedOn != null)
            .Select(d => new { d.OrganisationId, d.CreatedAt, d.Text.FormedOn });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
        {
            var (entered, sameDay) = counts.GetValueOrDefault(row.OrganisationId);
            counts[row.OrganisationId] = (entered + 1, sameDay + (row.FormedOn == BusinessClock.BeijingDate(row.CreatedAt) ? 1 : 0));
        }

        return [.. counts.Keys.Union(changes.Keys)
            .Select(id => new FormedDateFigure(
                names.GetValueOrDefault(id, ""), counts.GetValueOrDefault(id).Entered, counts.GetValueOrDefault(id).SameDay, changes.GetValueOrDefault(id)))
            .OrderByDescending(f => f.SameDayPercent ?? -1).ThenByDescending(f => f.Entered).ThenBy(f => f.Organisation, StringComparer.Ordinal)];
    }
}

/// <summary>Figures of an organisation.</summary>
/// <param name="Organisation">Its name.</param>
/// <param name="Entered">Records with a formed date that were entered in the period.</param>
/// <param name="SameDay">Those "formed" on the very day they were entered.</param>
/// <param name="Changes">Changes of formed dates confirmed in the period.</param>
public sealed record FormedDateFigure(string Organisation, int Entered, int SameDay, int Changes)
{
    /// <summary>Per cent formed on the day of entry, rounded down; null when nothing was entered.</summary>
    public int? SameDayPercent => Entered == 0 ? null : (int)(SameDay * 100L / Entered);
}
