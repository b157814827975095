using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Web.Pages.Calendar;

/// <summary>How every wording of a time limit is read here, for everybody.</summary>
public sealed class LimitsModel(LimitReader reader, BusinessClock clock) : PageModel
{
    public IReadOnlyList<WordingLine> Wordings { get; private set; } = [];

    public IReadOnlyList<ReadingLine> Readings { get; private set; } = [];

    public SettledWords Now { get; private set; } = SettledWords.Defaults;

    /// <summary>The item asked about.</summary>
    public ItemLimitLine? Item { get; private set; }

    /// <summary>Its released days.</summary>
    public IReadOnlyList<ReleaseDate> Releases { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(string? item, CancellationToken stop)
    {
        if (item is not null)
        {
            if (item.Length is 0 or > 40 || await reader.ItemAsync(item, stop) is not { } found) return NotFound();
            (Item, Releases) = (found, await reader.ReleasesAsync(item, stop));
        }

        (Wordings, Readings, Now) = (await reader.WordingsAsync(stop), await reader.ReadingsAsync(stop), await reader.WordsAsync(stop));
        return Page();
    }
}
