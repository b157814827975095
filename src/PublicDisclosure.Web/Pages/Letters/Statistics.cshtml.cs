using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Letters;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>What became of the letters, in figures that add up.</summary>
public sealed class StatisticsModel(LetterFigures figures, SparedLetters spared, DisclosureDb db) : PageModel
{
    /// <summary>Year of receipt; all years by default.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    public int? Shown { get; private set; }

    /// <summary>How often somebody found the answer on a public page and did not write.</summary>
    public int Spared { get; private set; }

    public LetterStatistics Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Shown = int.TryParse(Year, out var year) && year is > 2000 and < 2200 ? year : null;
        Figures = await figures.ReadAsync(db, Shown, stop);
        Spared = await spared.NumberAsync(Shown, stop);
    }
}
