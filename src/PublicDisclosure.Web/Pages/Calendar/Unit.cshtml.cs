using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>
/// Explains the last day of a period, of a standing page or its check, or of something that is not public yet: with the calendar
/// of the moment at which it was counted. Of a draft it tells nothing but its dates.
/// </summary>
public sealed class UnitModel(CoverageLists lists, CalendarStore calendars) : PageModel
{
    public UnitLine Line { get; private set; } = null!;

    /// <summary>The way; null where the day was not counted from a length, or limit or calendar have become others since.</summary>
    public Explained? Explained { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await lists.FindAsync(id, stop) is not { Unit: { StartsOn: { } from, DueOn: { } due } unit } line) return NotFound();
        Line = line;
        var count = (await calendars.AsOfAsync(unit.CountedAt, stop)).Explain(from, unit.Span);
        if (count.End == due) Explained = new Explained(count);
        return Page();
    }
}
