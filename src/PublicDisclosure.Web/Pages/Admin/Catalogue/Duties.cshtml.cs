using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The number of duties per organisation, and everything that led to none.</summary>
public sealed class DutiesModel(DisclosureDb db, DutyRebuild duties, CatalogueAuthority authority) : PageModel
{
    /// <summary>Only gaps of this kind; all of them when empty.</summary>
    [BindProperty(SupportsGet = true)]
    public DutyGapKind? Kind { get; set; }

    public IReadOnlyList<DutyCount> Counts { get; private set; } = [];

    public IReadOnlyList<GapLine> Gaps { get; private set; } = [];

    public IReadOnlyList<KeyValuePair<DutyGapKind, int>> Kinds { get; private set; } = [];

    public bool MayDecide { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        MayDecide = (await authority.OfAsync(User.GetStaffId(), stop)).IsCitySteward;
        Counts = await db.DutyCountsAsync(stop);
        var gaps = await duties.GapsAsync(db, stop);
        Kinds = [.. gaps.CountBy(g => g.Gap.Kind).OrderBy(k => k.Key)];
        Gaps = [.. gaps.Where(g => Kind is null ? g.Gap.IsUndecided : g.Gap.Kind == Kind)];
    }
}
