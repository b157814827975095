using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>
/// Explains the due dates of a published disclosure as they were counted: with the calendar of that moment and the wording of
/// that time. Open as long as the disclosure's own page is.
/// </summary>
public sealed class DueModel(DisclosureReader reader, LimitReader limits, CalendarStore calendars) : PageModel
{
    public PublicRecord Record { get; private set; } = null!;

    public IReadOnlyList<PublishedDue> Dates { get; private set; } = [];

    /// <summary>Confirmed changes of the formed date, the oldest first, with the dates they moved.</summary>
    public IReadOnlyList<MovedDue> Moves { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken stop)
    {
        if (await reader.FindAsync(address, stop) is not { } record) return NotFound();
        Record = record;
        if (!record.Shows(PublicPart.Body)) return Redirect(record.Path);
        var history = (await reader.HistoryAsync(record, stop)).ToDictionary(v => v.Number);
        var dates = new List<PublishedDue>();
        foreach (var due in await limits.DueDatesAsync(record.Id, stop))
            if (due.SettledAt is not null && history.TryGetValue(due.Version, out var version) && !record.IsClosed(due.Version)) dates.Add(await ExplainAsync(due, version, stop));
        Dates = dates;
        await ExplainMovesAsync(record, stop);
        return Page();
    }

    private async Task ExplainMovesAsync(PublicRecord record, CancellationToken stop)
    {
        var span = Dates.FirstOrDefault(d => d.Due.Version == 1)?.Due.Span ?? LimitSpan.Statutory;
        var moves = new List<MovedDue>();
        foreach (var change in await reader.FormedDatesAsync(record, stop))
        {
            if (change is not { DueBefore: { } before, DueAfter: { } after }) continue;
            var calendar = await calendars.AsOfAsync(change.At, stop);
            moves.Add(new MovedDue(change, Way(change.From, before), Way(change.To, after)));

            // The date was counted once and stays; where limit or calendar have become others since, no way is made up for it.
            Explained? Way(DateOnly from, DateOnly due) => calendar.Explain(from, span) is var count && count.End == due ? new Explained(count) : null;
        }

        Moves = moves;
    }

    private async Task<PublishedDue> ExplainAsync(DueDate due, VersionLine version, CancellationToken stop)
    {
        var calendar = await calendars.AsOfAsync(due.CountedAt, stop);
        var on = BusinessClock.BeijingDate(version.PublishedAt);
        var explained = due.Basis == DueBasis.Schedule ? null : new Explained(calendar.Explain(due.From, due.Span));
        return new PublishedDue(due, on, Lateness.Of(await calendars.GetAsync(stop), due.DueOn, on, due.Unit), explained);
    }

    /// <summary>A confirmed change of the formed date; a way is null where it cannot be shown as it was counted.</summary>
    public sealed record MovedDue(FormedDateLine Change, Explained? Before, Explained? After);

    /// <summary>A due date that was met or missed.</summary>
    public sealed record PublishedDue(DueDate Due, DateOnly PublishedOn, Lateness? Late, Explained? Explained);
}
