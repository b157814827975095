using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>Proposals of townships that wait for the lead department or the disclosure office.</summary>
public sealed class ProposalsModel(CatalogueQueries queries, CatalogueAuthority authority, TownshipAdoption adoption) : PageModel
{
    /// <summary>The decision as typed.</summary>
    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => await LoadAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(stop);
            return this.Invalid();
        }

        var outcome = await adoption.DecideAsync(
            new DecideNotApplicable(Input.ItemId, Input.SeenRevision, Input.Agreed, Input.Remark ?? "", User.GetStaffId()), stop);
        await LoadAsync(stop);
        return this.Answer(outcome, () =>
        {
            this.Flash(Input.Agreed ? "已同意不适用。" : "未予同意，该事项适用。");
            return Redirect("/admin/catalogue/proposals");
        });
    }

    private async Task LoadAsync(CancellationToken stop) =>
        Proposals = await queries.ProposalsAsync(await authority.OfAsync(User.GetStaffId(), stop), stop);
}

/// <summary>A decision on one proposal.</summary>
public sealed record DecisionInput
{
    public Guid ItemId { get; init; }

    public int SeenRevision { get; init; }

    public bool Agreed { get; init; }

    [System.ComponentModel.DataAnnotations.Display(Name = "意见")]
    [System.ComponentModel.DataAnnotations.StringLength(StandardItem.ReasonLength)]
    public string? Remark { get; init; }
}
