using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web.Pages.ErrorReports;

/// <summary>我为政府网站找错: anybody reports an error on a page, without a name or a script, and gets a query code.</summary>
public sealed class IndexModel(ErrorReportDesk desk, ErrorReportReader reader, PublicFormGuard guard, BusinessClock clock) : PageModel
{
    /// <summary>Name of the form to the guard.</summary>
    public const string FormName = "error-report";

    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What was given back for a report that was taken in; null while the form stands.</summary>
    public ErrorReceipt? Receipt { get; private set; }

    public ErrorReportFigures Figures { get; private set; } = null!;

    public int Year => clock.Today.Year;

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "出错的网页"), Required, StringLength(ErrorReport.AddressLength)]
        public string? Address { get; set; }

        [Display(Name = "问题类型"), Required(ErrorMessage = "请选择问题类型。"), EnumDataType(typeof(ErrorKind), ErrorMessage = "请选择问题类型。")]
        public ErrorKind? Kind { get; set; }

        [Display(Name = "哪里有错"), Required, StringLength(ErrorReport.WordsLength)]
        public string? Words { get; set; }

        [Display(Name = "联系方式"), StringLength(ErrorReport.ContactLength)]
        public string? Contact { get; set; }
    }

    // From the query by name: the route has a value "page" of its own.
    public async Task OnGetAsync([FromQuery(Name = "page")] string? address, CancellationToken stop)
    {
        Input = Input with { Address = ReportedAddress.Read(address) ?? "" };
        Figures = await reader.FiguresAsync(Year, stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Figures = await reader.FiguresAsync(Year, stop);
        if (!ModelState.IsValid) return this.Invalid();
        if (guard.Check(FormName, Request) is { Count: > 0 } refusals) return this.Refused(refusals);
        var received = await desk.ReceiveAsync(new ReportError(Input.Address ?? "", Input.Kind!.Value, Input.Words ?? "", Input.Contact ?? ""), stop);
        // The code is shown once and kept nowhere, so that the answer to the post itself carries it.
        return this.Answer(received.Outcome, () =>
        {
            Receipt = received.Value;
            return Page();
        });
    }
}
