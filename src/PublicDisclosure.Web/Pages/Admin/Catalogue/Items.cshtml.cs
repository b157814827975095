using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The items of one domain of an edition; ticked rows are confirmed by name in one go.</summary>
public sealed class ItemsModel(CatalogueQueries queries, CatalogueAuthority authority, RowConfirmation confirmation, TownshipAdoption adoption) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ItemFilter Filter { get; set; }

    /// <summary>Ticked rows, each "id:revision".</summary>
    [BindProperty]
    public List<string> Rows { get; set; } = [];

    public EditionRow Edition { get; private set; } = default!;

    public EditionDomain Domain { get; private set; } = default!;

    public IReadOnlyList<StandardItem> Items { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public bool MayConfirm { get; private set; }

    public bool MayAdopt { get; private set; }

    public bool IsTownship => Edition.BasedOnEditionId is not null;

    public IEnumerable<ItemFilter> Filters => Enum.GetValues<ItemFilter>().Where(f => IsTownship || f is not (ItemFilter.Pending or ItemFilter.NotApplicable));

    public async Task<IActionResult> OnGetAsync(Guid id, string code, CancellationToken stop) => await FindAsync(id, code, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostConfirmAsync(Guid id, string code, CancellationToken stop) =>
        ActAsync(id, code, rows => confirmation.ConfirmAsync(new ConfirmRows(id, rows, User.GetStaffId()), stop), "已由您核对 {0} 项。", stop);

    public Task<IActionResult> OnPostClassifyAsync(Guid id, string code, CancellationToken stop) =>
        ActAsync(id, code, rows => confirmation.ConfirmClassificationAsync(new ConfirmRows(id, rows, User.GetStaffId()), stop), "已确认 {0} 项的五公开和法定类别。", stop);

    public Task<IActionResult> OnPostAppliesAsync(Guid id, string code, CancellationToken stop) =>
        ActAsync(id, code, rows => adoption.ConfirmAsync(new ConfirmItemsApply(id, rows, User.GetStaffId()), stop), "已确认 {0} 项适用于本乡镇。", stop);

    private async Task<IActionResult> ActAsync(
        Guid id, string code, Func<IReadOnlyList<SeenRow>, Task<OutcomeOf<int>>> act, string done, CancellationToken stop)
    {
        var rows = Rows.Select(Parse).OfType<SeenRow>().ToList();
        var outcome = await act(rows);
        if (!await FindAsync(id, code, stop)) return NotFound();
        return this.Answer(outcome.Outcome, () =>
        {
            this.Flash(string.Format(Words.Chinese, done, outcome.Value));
            return Redirect($"{Request.Path}?filter={Filter}");
        });
    }

    private static SeenRow? Parse(string text) =>
        text.Split(':') is [var id, var revision] && Guid.TryParse(id, out var item) && int.TryParse(revision, out var seen) ? new SeenRow(item, seen) : null;

    private async Task<bool> FindAsync(Guid id, string code, CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        if (await queries.FindAsync(id, rights, stop) is not { } edition) return false;
        if ((await queries.DomainsAsync(id, stop)).FirstOrDefault(d => d.Code == code) is not { } domain) return false;
        (Edition, Domain) = (edition, domain);
        Items = await queries.ItemsAsync(id, domain.Id, Filter, stop);
        Names = await queries.NamesAsync(Items, stop);
        MayConfirm = edition.Status != EditionStatus.Superseded && rights.MayConfirm(edition.OwnerId, domain.LeadId);
        MayAdopt = IsTownship && edition.Status == EditionStatus.Draft && rights.MaySteward(edition.OwnerId);
        return true;
    }
}
