using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>Whether a published version was in time.</summary>
/// <param name="From">The day that set the limit going.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="PublishedOn">The day on which it was published, Beijing.</param>
/// <param name="Late">How late it was, in the unit of its limit; null when it was in time.</param>
/// <param name="IsEstimated">预计: it was counted through a year that nobody had signed off.</param>
public sealed record Timeliness(DateOnly From, DateOnly DueOn, DateOnly PublishedOn, Lateness? Late, bool IsEstimated)
{
    /// <summary>What set the limit going.</summary>
    public LimitAnchor Anchor { get; init; }

    /// <summary>Where the limit comes from.</summary>
    public DueBasis Basis { get; init; }

    /// <summary>Why it was an estimate; may be empty even then.</summary>
    public IReadOnlyList<Estimate> Estimates { get; init; } = [];
}

/// <summary>What the public is told of a due date, out of all that is stored to explain it.</summary>
/// <param name="Version">The version it is the due date of.</param>
/// <param name="From">The day that set the limit going.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="Anchor">What set it going.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="IsEstimated">预计.</param>
/// <param name="Estimates">Why, as <see cref="Estimate.Write"/> stores it.</param>
/// <param name="IsSettled">Its version is published: nothing moves it any more.</param>
internal sealed record PublicDue(int Version, DateOnly From, LimitUnit Unit, LimitAnchor Anchor, DueBasis Basis, bool IsEstimated, string Estimates, bool IsSettled)
{
    /// <summary>Out of what is stored.</summary>
    public static readonly Expression<Func<DueDate, PublicDue>> Of =
        d => new PublicDue(d.Version, d.From, d.Unit, d.Anchor, d.Basis, d.IsEstimated, d.Estimates, d.SettledAt != null);
}

/// <summary>Reads how the versions of a public disclosure stand to their due dates.</summary>
public sealed class TimelinessReader(DisclosureDb db, CalendarStore calendars)
{
    /// <summary>By version; versions without a due date of their own (corrections, imported pages) are absent.</summary>
    public Task<IReadOnlyDictionary<int, Timeliness>> OfAsync(PublicRecord record, IReadOnlyList<VersionLine> history, CancellationToken stop = default) =>
        OfAsync(record, history, null, stop);

    /// <summary>The same, where a version was read already: if it is the only one, nothing more is asked.</summary>
    public async Task<IReadOnlyDictionary<int, Timeliness>> OfAsync(PublicRecord record, IReadOnlyList<VersionLine> history, PublicVersion? shown, CancellationToken stop = default)
    {
        var settled = shown is { IsWithDue: true } && record.CurrentVersion == 1
            ? shown.Due is { IsSettled: true } only ? [only] : []
            : await db.DueDates.Where(d => d.DisclosureId == record.Id && d.SettledAt != null).Select(PublicDue.Of).ToListAsync(stop);
        var dates = settled.ToDictionary(d => d.Version);
        WorkingDayCalendar? calendar = null;
        var found = new Dictionary<int, Timeliness>();
        foreach (var line in history)
        {
            // The listing says the date of the first publication, also where it was published before due dates were kept.
            if ((line.Number == 1 ? record.DueOn : line.DueOn) is not { } dueOn) continue;
            var on = BusinessClock.BeijingDate(line.PublishedAt);
            var due = dates.GetValueOrDefault(line.Number);
            // Most are in time, and that needs no calendar.
            var late = on <= dueOn ? null : Lateness.Of(calendar ??= await calendars.GetAsync(stop), dueOn, on, due?.Unit ?? LimitUnit.WorkingDay);
            found[line.Number] = new Timeliness(due?.From ?? line.ChangedOn ?? dueOn, dueOn, on, late, due is { IsEstimated: true })
            {
                Anchor = due?.Anchor ?? LimitAnchor.FormedOrChanged,
                Basis = due?.Basis ?? DueBasis.Statutory,
                Estimates = due is null ? [] : Estimate.Read(due.Estimates),
            };
        }

        return found;
    }
}
