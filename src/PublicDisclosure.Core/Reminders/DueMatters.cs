using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Reminders;

/// <summary>Something an organisation must still publish by a day.</summary>
/// <param name="Key">Names the matter for good.</param>
/// <param name="OrganisationId">Whose it is.</param>
/// <param name="Title">What it is called.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="IsEstimated">预计: the day may still move.</param>
/// <param name="Path">Where in the site it is worked on.</param>
/// <param name="ExplanationPath">Where in the site the day is explained; empty where nothing does.</param>
public sealed record DueMatter(string Key, Guid OrganisationId, string Title, DateOnly DueOn, bool IsEstimated, string Path, string ExplanationPath);

/// <summary>The one place that says what organisations are reminded of.</summary>
public sealed class DueMatters(DisclosureDb db, UnitTitles titles)
{
    /// <summary>Everything that is due up to a day, or overdue, and not done; the one due first at the top.</summary>
    public async Task<IReadOnlyList<DueMatter>> UntilAsync(DateOnly last, CancellationToken stop = default) =>
        [.. (await DisclosuresAsync(last, stop)).Concat(await UnitsAsync(last, stop)).OrderBy(m => m.DueOn).ThenBy(m => m.Key, StringComparer.Ordinal)];

    /// <summary>Drafts and updates on their way to the public. What is not to be published actively has no day to meet.</summary>
    private async Task<IEnumerable<DueMatter>> DisclosuresAsync(DateOnly last, CancellationToken stop)
    {
        var rows = await db.DueDates.AsNoTracking().Where(due => due.SettledAt == null && due.DueOn <= last)
            .Join(
                db.Disclosures.Where(d => d.State != DisclosureState.Filed && d.State != DisclosureState.Withdrawn && d.Text.Attribute == DisclosureAttribute.Active),
                due => due.DisclosureId, d => d.Id, (due, d) => new { Due = due, d.OrganisationId, d.CurrentVersion, d.Text.Title })
            .Where(r => r.Due.Version == r.CurrentVersion + 1).ToListAsync(stop);
        return rows.Select(r => new DueMatter(
            $"disclosure:{r.Due.DisclosureId:N}:{r.Due.Version}", r.OrganisationId, r.Title + (r.Due.Version > 1 ? "（更新）" : ""), r.Due.DueOn, r.Due.IsEstimated,
            $"/admin/disclosures/{r.Due.DisclosureId}", DueLine.Of(r.Due).ExplanationPath));
    }

    /// <summary>
    /// Periods, standing pages and their checks. Records and updates are the disclosures above; what is 待核对 or declared as
    /// 本期无信息 asks nothing of anybody.
    /// </summary>
    private async Task<IEnumerable<DueMatter>> UnitsAsync(DateOnly last, CancellationToken stop)
    {
        // A period whose draft is under way is reminded of by its draft.
        var units = await db.CoverageUnits.AsNoTracking()
            .Where(u => u.Kind == UnitKind.Period || u.Kind == UnitKind.Standing || u.Kind == UnitKind.Check)
            .Where(u => u.DueOn <= last && u.FulfilledOn == null && !u.HasZeroReport && u.IsRated)
            .Where(u => !db.DueDates.Any(due => due.DisclosureId == u.RecordId && due.SettledAt == null))
            .OrderBy(u => u.DueOn).ToListAsync(stop);
        var names = await titles.OfAsync(units, stop);
        return units.Select(u => new DueMatter(
            $"unit:{u.DutyId:N}:{u.Key}", u.OrganisationId, names[u.Id], u.DueOn!.Value, false, UnitTitles.PathOf(u), UnitTitles.ExplanationOf(u)));
    }
}
