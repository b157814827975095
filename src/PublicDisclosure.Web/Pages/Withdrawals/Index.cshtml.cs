using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Withdrawals;

/// <summary>The register of withdrawals and suspensions, of corrections and updates, and of displays that have ended.</summary>
public sealed class IndexModel(ChangeRegister register, StandingDesk desk) : PageModel
{
    public WithdrawalQuery Query { get; private set; } = new();

    public Page<RegisterLine> Acts { get; private set; } = new([], null, null);

    public Page<CorrectionLine> Corrections { get; private set; } = new([], null, null);

    /// <summary>Suspensions that wait for a second person now.</summary>
    public SuspensionCount Suspended { get; private set; } = new(0, 0);

    public async Task OnGetAsync([FromQuery] WithdrawalQuery query, CancellationToken stop)
    {
        Query = query;
        if (query.ShowsCorrections)
        {
            Corrections = await register.CorrectionsAsync(query.AfterPosition, stop);
        }
        else if (query.ShowsDisplays)
        {
            Acts = await register.DisplaysAsync(query.AfterPosition, stop);
        }
        else
        {
            Acts = await register.WithdrawalsAsync(query.AfterPosition, stop);
            Suspended = await desk.CountAsync(stop);
        }
    }
}
