using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Withdrawals;

/// <summary>The register of withdrawals, corrections and updates.</summary>
public sealed class IndexModel(ChangeRegister register) : PageModel
{
    public bool ShowsCorrections { get; private set; }

    public Page<WithdrawalLine> Withdrawals { get; private set; } = new([], null, null);

    public Page<CorrectionLine> Corrections { get; private set; } = new([], null, null);

    public async Task OnGetAsync(string? kind, [FromQuery] ListQuery query, CancellationToken stop)
    {
        ShowsCorrections = kind == "corrections";
        if (ShowsCorrections) Corrections = await register.CorrectionsAsync(query.AfterPosition, stop);
        else Withdrawals = await register.WithdrawalsAsync(query.AfterPosition, stop);
    }
}
