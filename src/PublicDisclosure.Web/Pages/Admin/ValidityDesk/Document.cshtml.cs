using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.ValidityDesk;

/// <summary>One document: what was decided about its validity, and the forms to record and to confirm.</summary>
public sealed class DocumentModel(
    DisclosureAccess access, ValidityLists lists, Core.Policies.ValidityDesk desk, BusinessClock clock) : PageModel
{
    [BindProperty]
    public ActInput Input { get; set; } = new();

    public ValiditySheet Sheet { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    public bool MayRecord => User.GetRights().Has(Permission.DisclosuresDraft, Sheet.OrganisationId);

    public bool MayConfirm => User.GetRights().Has(Permission.DisclosuresPublish, Sheet.OrganisationId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) =>
        await LoadAsync(id, Permission.DisclosuresView, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRecordAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, Permission.DisclosuresDraft, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var basis = await lists.IdOfAsync(Input.BasisAddress, stop);
        if (basis is null && !string.IsNullOrWhiteSpace(Input.BasisAddress)) return this.Refused([new Refusal("Validity.BasisUnknown", nameof(Input.BasisAddress))]);
        var recorded = await desk.RecordAsync(Input.ToCommand(id, basis, User.GetStaffId()), stop);
        return this.Answer(recorded.Outcome, () => Done(id, "已登记，等待另一人确认。"));
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid id, Guid act, int seenRevision, CancellationToken stop)
    {
        if (!await LoadAsync(id, Permission.DisclosuresPublish, stop)) return NotFound();
        ModelState.Clear();
        return this.Answer(await desk.ConfirmAsync(new DecideValidityAct(act, id, seenRevision, User.GetStaffId()), stop), () => Done(id, "已确认，公开页面和列表已随之改变。"));
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid id, Guid act, int seenRevision, CancellationToken stop)
    {
        if (!await LoadAsync(id, Permission.DisclosuresPublish, stop)) return NotFound();
        foreach (var key in ModelState.Keys.Where(k => k != "Input.RefusalReason").ToList()) ModelState.Remove(key);
        if (!ModelState.IsValid) return this.Invalid();
        var refused = await desk.RefuseAsync(new DecideValidityAct(act, id, seenRevision, User.GetStaffId()), Input.RefusalReason ?? "", stop);
        return this.Answer(refused, () => Done(id, "已退回这项登记。"));
    }

    private RedirectToPageResult Done(Guid id, string message)
    {
        this.Flash(message);
        return RedirectToPage("Document", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, Permission permission, CancellationToken stop)
    {
        if (!await access.MayAsync(User, id, permission, stop) || await lists.SheetAsync(id, stop) is not { } sheet) return false;
        Sheet = sheet;
        return true;
    }
}

/// <summary>An act as typed.</summary>
public sealed record ActInput
{
    [Display(Name = "清理结果"), Required(ErrorMessage = "请选择清理结果。")]
    public ValidityActKind? Kind { get; init; }

    [Display(Name = "自哪一天起")]
    public DateOnly? EffectiveOn { get; init; }

    [Display(Name = "新的有效期至")]
    public DateOnly? NewExpiresOn { get; init; }

    [Display(Name = "理由"), StringLength(ValidityAct.ReasonLength)]
    public string? Reason { get; init; }

    [Display(Name = "依据：本平台的网址"), StringLength(200)]
    public string? BasisAddress { get; init; }

    [Display(Name = "依据：平台以外文件的字号和名称"), StringLength(ValidityAct.BasisLength)]
    public string? Basis { get; init; }

    [Display(Name = "更正此前的登记")]
    public Guid? CorrectsId { get; init; }

    [Display(Name = "不予确认的理由"), StringLength(ValidityAct.ReasonLength)]
    public string? RefusalReason { get; init; }

    public RecordValidityAct ToCommand(Guid id, Guid? basis, Guid by) =>
        new(id, Kind!.Value, EffectiveOn, NewExpiresOn, basis, Basis ?? "", Reason ?? "", CorrectsId, by);
}
