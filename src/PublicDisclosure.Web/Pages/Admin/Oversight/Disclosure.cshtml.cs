using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Oversight;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Admin.Oversight;

/// <summary>The whole history of one disclosure in one timeline, and as a file.</summary>
public sealed class DisclosureModel(HistoryReader reader) : PageModel
{
    private static readonly string[] Heading = ["时间（北京时间）", "类别", "事项", "说明", "校验值（SHA-256）", "经手人"];

    public DisclosureHistory History { get; private set; } = null!;

    /// <summary>Only lines of this kind, by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>The lines shown.</summary>
    public IEnumerable<HistoryLine> Lines => History.Lines.Where(l => ListQuery.Read<HistoryKind>(Kind) is not { } kind || l.Kind == kind);

    /// <summary>The word for the coded part of a line.</summary>
    public static string What(HistoryLine line) => line.Code.Length == 0 ? ""
        : line.Kind == HistoryKind.WarningReason ? RefusalTexts.Plain(line.Code)
        : Words.Find(line.Code) ?? line.Code[(line.Code.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await reader.ReadAsync(id, stop) is not { } history) return NotFound();
        History = history;
        return Page();
    }

    /// <summary>The same history as a file.</summary>
    public async Task<IActionResult> OnGetExportAsync(Guid id, CancellationToken stop)
    {
        if (await reader.ReadAsync(id, stop) is not { } history) return NotFound();
        return File(
            CsvText.Write(Heading, history.Lines.Select(line => new[]
            {
                BusinessClock.BeijingTime(line.At).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Words.Of(line.Kind), What(line), line.Text, line.Hash, line.By,
            })),
            "text/csv", "全过程记录.csv");
    }
}
