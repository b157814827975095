using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>
/// Explains a date that is counted now: from a day, a length and, where it is an item's, its wording. Every running due date
/// leads here; anybody may count one of their own.
/// </summary>
public sealed class CountModel(CalendarStore calendars, LimitReader limits) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "起算日")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "数量"), Range(1, LimitSpan.MostAmount)]
    public int? Amount { get; set; } = LimitSpan.Statutory.Amount;

    [BindProperty(SupportsGet = true), Display(Name = "单位"), EnumDataType(typeof(LimitUnit))]
    public LimitUnit Unit { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "方向"), EnumDataType(typeof(LimitDirection))]
    public LimitDirection Direction { get; set; }

    /// <summary>Counts with the calendar as it was at this instant, for dates that were fixed then; null for today's.</summary>
    [BindProperty(SupportsGet = true, Name = "asof"), Display(Name = "日历时间")]
    public DateTime? AsOf { get; set; }

    /// <summary>The item whose limit it is; null for a count of one's own.</summary>
    public ItemLimitLine? Item { get; private set; }

    /// <summary>The organisation whose own edition words the item; empty where the city's does.</summary>
    public string OwnOf { get; private set; } = "";

    public IReadOnlyList<string> Rules { get; private set; } = [];

    public Explained? Explained { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? item, string? by, CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        if (From is not { } from || Amount is not { } amount) return Page();
        if (from.Year is < 1950 or > 2150)
        {
            ModelState.AddModelError(nameof(From), "请填写1950年到2150年之间的日期。");
            return this.Invalid();
        }

        // A link says a zone; without one the instant is read as UTC.
        if (AsOf is { } at) AsOf = at.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : at.ToUniversalTime();
        var calendar = AsOf is { } moment ? await calendars.AsOfAsync(moment, stop) : await calendars.GetAsync(stop);
        Explained = new Explained(calendar.Explain(from, new LimitSpan(amount, Unit, Direction)));
        if (item is not { Length: > 0 and <= 40 }) return Page();
        var own = by is { Length: > 0 and <= 40 } ? await limits.OwnItemAsync(item, by, stop) : null;
        if ((own?.Line ?? await limits.ItemAsync(item, stop)) is not { } found) return Page();
        var words = await limits.WordsAsync(stop);
        (Item, OwnOf, Rules) = (found, own?.Organisation ?? "", [.. found.Limit.Rules.Select(r => TimeLimitWords.Say(r, words, Words.Of))]);
        return Page();
    }
}
