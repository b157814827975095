using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>One item: what it says, who answers for it; in a draft it is edited, struck or retired, by a township adopted.</summary>
public sealed class ItemModel(CatalogueQueries queries, CatalogueAuthority authority, EditionEditor editor, RowConfirmation confirmation, TownshipAdoption adoption)
    : PageModel, IItemForm
{
    [BindProperty]
    public ItemInput Input { get; set; } = new();

    [BindProperty, Display(Name = "理由"), StringLength(StandardItem.ReasonLength)]
    public string? Reason { get; set; }

    [BindProperty]
    public int SeenRevision { get; set; }

    public ItemPageData Data { get; private set; } = default!;

    public StandardItem Item => Data.Item;

    public bool IsTownship => Data.Edition.BasedOnEditionId is not null;

    public bool MayEdit { get; private set; }

    public bool MayConfirm { get; private set; }

    public bool MayAdopt { get; private set; }

    public string AspectsHint => Item.AspectsConfirmed ? "可以多选。" : "目前为推定，保存后视为已确认。可以多选。";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        (Input, SeenRevision) = (ItemInput.Of(Item), Item.Revision);
        return Page();
    }

    public Task<IActionResult> OnPostEditAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, () => editor.EditAsync(new EditItem(id, SeenRevision, Input.ToContent(), User.GetStaffId()), stop), "事项已保存。", stop, "Input");

    public Task<IActionResult> OnPostRetireAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, () => editor.RetireAsync(new RetireItem(id, SeenRevision, User.GetStaffId()), stop), "事项已从草案中取消。", stop, leave: true);

    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken stop) => ActAsync(
        id, async () => (await confirmation.ConfirmAsync(new ConfirmRows(Data.Edition.Id, [new SeenRow(id, SeenRevision)], User.GetStaffId()), stop)).Outcome, "已由您核对。", stop);

    public Task<IActionResult> OnPostStrikeAsync(Guid id, CancellationToken stop) =>
        ActAsync(id, () => confirmation.StrikeAsync(new StrikeRow(id, SeenRevision, Reason ?? "", User.GetStaffId()), stop), "事项已剔除。", stop);

    public Task<IActionResult> OnPostAppliesAsync(Guid id, CancellationToken stop) => ActAsync(
        id, async () => (await adoption.ConfirmAsync(new ConfirmItemsApply(Data.Edition.Id, [new SeenRow(id, SeenRevision)], User.GetStaffId()), stop)).Outcome, "已确认适用。", stop);

    public Task<IActionResult> OnPostNotApplicableAsync(Guid id, CancellationToken stop) => ActAsync(
        id, () => adoption.ProposeAsync(new ProposeNotApplicable(id, SeenRevision, Reason ?? "", User.GetStaffId()), stop), "已提出不适用，待牵头部门或政务公开主管部门审核。", stop);

    private async Task<IActionResult> ActAsync(Guid id, Func<Task<Outcome>> act, string done, CancellationToken stop, string form = "", bool leave = false)
    {
        if (!await FindAsync(id, stop)) return NotFound();
        var back = $"/admin/catalogue/editions/{Data.Edition.Id}/domains/{Data.DomainCode}";
        // Only the posted form's own fields count: the page has several, and the binder misses those of the others.
        if (form.Length == 0)
        {
            foreach (var key in ModelState.Keys.Where(k => k is not (nameof(Reason) or nameof(SeenRevision))).ToList()) ModelState.Remove(key);
            Input = ItemInput.Of(Item);
        }

        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await act(), () =>
        {
            this.Flash(done);
            return Redirect(leave ? back : $"/admin/catalogue/items/{id}");
        }, form);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken stop)
    {
        var rights = await authority.OfAsync(User.GetStaffId(), stop);
        if (await queries.ItemAsync(id, rights, stop) is not { } data) return false;
        Data = data;
        var isDraft = data.Edition.Status == EditionStatus.Draft;
        var keeps = isDraft && rights.MaySteward(data.Edition.OwnerId);
        MayEdit = keeps && (!IsTownship || data.Item.IsLocal);
        MayConfirm = data.Edition.Status != EditionStatus.Superseded && rights.MayConfirm(data.Edition.OwnerId, data.LeadId) && (!IsTownship || data.Item.IsLocal);
        MayAdopt = keeps && IsTownship && !data.Item.IsLocal;
        return true;
    }
}
