using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Oversight;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>Formed dates by organisation: how many lie on the day of entry, and how many were changed.</summary>
public sealed class FormedDatesModel(FormedDateFigures figures, BusinessClock clock) : PageModel
{
    private static readonly string[] Heading = ["单位", "录入条数", "形成日期即录入当日", "占比（%）", "确认的日期变更"];

    [BindProperty(SupportsGet = true), Display(Name = "起始日期"), LegalDate]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true), Display(Name = "截止日期"), LegalDate]
    public DateOnly? To { get; set; }

    public IReadOnlyList<FormedDateFigure> Rows { get; private set; } = [];

    /// <summary>Address of the file with the rows of this search.</summary>
    public string ExportAddress => Request.Path + Request.QueryString.Add("handler", "Export");

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        Rows = await ReadAsync(stop);
        return Page();
    }

    /// <summary>The same rows as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        var rows = await ReadAsync(stop);
        return File(CsvText.Write(Heading, rows.Select(row => new[]
        {
            row.Organisation, Number(row.Entered), Number(row.SameDay), row.SameDayPercent is { } percent ? Number(percent) : "", Number(row.Changes),
        })), "text/csv", "信息形成日期.csv");
    }

    private Task<IReadOnlyList<FormedDateFigure>> ReadAsync(CancellationToken stop)
    {
        // This year, unless another period is asked for.
        To ??= clock.Today;
        From ??= new DateOnly(To.Value.Year, 1, 1);
        return figures.ReadAsync(From.Value, To.Value, stop);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
