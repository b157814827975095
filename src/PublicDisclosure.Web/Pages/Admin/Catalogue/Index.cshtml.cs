using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>A township that can adopt the county edition.</summary>
public sealed record TownshipToAdopt(Guid Id, string Name);

/// <summary>The editions a person may see, and what may be done next.</summary>
public sealed class IndexModel(CatalogueQueries queries, CatalogueAuthority authority, TownshipAdoption adoption, DisclosureDb db) : PageModel
{
    public IReadOnlyList<EditionRow> Editions { get; private set; } = [];

    public CatalogueRights Rights { get; private set; } = default!;

    public IReadOnlyList<TownshipToAdopt> Townships { get; private set; } = [];

    public bool HasCityDraft => Editions.Any(e => e.OwnerId == Rights.GovernmentId && e.Status == EditionStatus.Draft);

    public async Task OnGetAsync(CancellationToken stop) => await LoadAsync(stop);

    public async Task<IActionResult> OnPostAdoptAsync(Guid townshipId, CancellationToken stop)
    {
        var adopted = await adoption.AdoptAsync(new AdoptEdition(townshipId, User.GetStaffId()), stop);
        await LoadAsync(stop);
        return this.Answer(adopted.Outcome, () =>
        {
            this.Flash("已生成本乡镇的目录草案。请逐项确认是否适用。");
            return Redirect($"/admin/catalogue/editions/{adopted.Value}");
        });
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        Rights = await authority.OfAsync(User.GetStaffId(), stop);
        Editions = await queries.EditionsAsync(Rights, stop);
        var drafted = Editions.Where(e => e.Status == EditionStatus.Draft).Select(e => e.OwnerId).ToHashSet();
        var townships = await db.Organisations.AsNoTracking().Where(o => o.Kind == OrganisationKind.Township && o.IsActive).OrderBy(o => o.SortOrder)
            .Select(o => new TownshipToAdopt(o.Id, o.Name)).ToListAsync(stop);
        Townships = [.. townships.Where(t => Rights.MaySteward(t.Id) && !drafted.Contains(t.Id))];
    }
}
