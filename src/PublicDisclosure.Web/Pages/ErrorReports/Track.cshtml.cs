using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web.Pages.ErrorReports;

/// <summary>The answer to a report, by its code. A wrong code learns nothing: neither whether it is badly written nor whether it is unknown.</summary>
public sealed class TrackModel(ErrorReportReader reader, PublicFormGuard guard) : PageModel
{
    /// <summary>Name of the form to the guard, which counts the tries.</summary>
    public const string FormName = "error-query";

    [BindProperty]
    public Fields Input { get; set; } = new();

    public ErrorReportStatus? Found { get; private set; }

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "查询码"), Required, StringLength(4 * QueryCode.Length)]
        public string? Code { get; set; }
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return this.Invalid();
        if (guard.Check(FormName, Request) is { Count: > 0 } refusals) return this.Refused(refusals);
        Found = await reader.ByCodeAsync(Input.Code, stop);
        return Found is null ? this.Refused([new Refusal("ErrorReport.CodeUnknown", "Code")]) : Page();
    }
}
