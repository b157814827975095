using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Web.Pages.Interpretations;

/// <summary>Policies that went out in an emergency and whose interpretation is still owed, the oldest first.</summary>
public sealed class OwedModel(OwedInterpretations owed, IOptions<InterpretationOptions> options) : PageModel
{
    public IReadOnlyList<OwedInterpretation> Rows { get; private set; } = [];

    /// <summary>Working days that a debt has.</summary>
    public int Days => options.Value.DebtWorkingDays;

    public async Task OnGetAsync(CancellationToken stop) => Rows = await owed.ListAsync(stop);
}
