using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>A line of the body table, or a decision on one item, with a preview of the duties it would change.</summary>
public sealed class BodyRuleModel(RuleTables tables, RulePreviews previews) : PageModel
{
    [BindProperty]
    public BodyRuleInput Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public bool IsNew { get; private set; }

    public bool IsDecision => !string.IsNullOrEmpty(Input.ItemCode);

    /// <summary>What the line would change; null before it was asked for.</summary>
    public DutyEffect? Effect { get; private set; }

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IEnumerable<SelectListItem> Targets => Enum.GetValues<BodyRuleTarget>().Select(t => new SelectListItem(Words.Of(t), t.ToString()));

    /// <param name="id">Id of the line, or new.</param>
    /// <param name="item">Code of the item a new decision is about.</param>
    /// <param name="level">Level of a new decision.</param>
    /// <param name="stop">Cancellation.</param>
    public async Task<IActionResult> OnGetAsync(string id, string? item, GovernmentLevels? level, CancellationToken stop)
    {
        if (!await FindAsync(id, fill: true, stop)) return NotFound();
        if (IsNew) Input = Input with { ItemCode = item, Level = level ?? GovernmentLevels.County, Target = item is null ? BodyRuleTarget.Organisation : BodyRuleTarget.AllTownships };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, fill: false, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var refusals = await tables.CheckAsync(Edit(id), stop);
        if (refusals.Count > 0) return this.Refused(refusals);
        Effect = await previews.OfAsync(Edit(id), stop);
        return Page();
    }

    public async Task<IActionResult> OnPostSaveAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, fill: false, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        return this.Answer(await tables.SaveAsync(Edit(id), User.GetStaffId(), stop), () => Done("已保存，公开责任已更新。"));
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, fill: true, stop, keepRevision: true) || IsNew) return NotFound();
        return this.Answer(await tables.DeleteBodyAsync(Guid.Parse(id), SeenRevision, User.GetStaffId(), stop), () => Done("已删除，公开责任已更新。"));
    }

    private RedirectResult Done(string message)
    {
        this.Flash(message);
        return Redirect(IsDecision ? "/admin/catalogue/duties" : "/admin/catalogue/rules/bodies");
    }

    private BodyRuleEdit Edit(string id) => new(
        IsNew ? null : Guid.Parse(id), SeenRevision, Input.DomainCode ?? "*", Input.ItemCode ?? "", Input.Phrase ?? "", Input.Level, Input.Target,
        Input.OrganisationId, Input.Reason ?? "", Input.SortOrder ?? 0);

    private async Task<bool> FindAsync(string id, bool fill, CancellationToken stop, bool keepRevision = false)
    {
        IsNew = id == "new";
        if (await previews.BodyRulesAsync(User.GetStaffId(), stop) is not { } rules) return false;
        var rule = rules.FirstOrDefault(r => r.Id.ToString() == id);
        if (rule is null && !IsNew) return false;
        Domains = await previews.DomainChoicesAsync(stop);
        Organisations = await previews.OrganisationChoicesAsync(stop);
        if (!fill) return true;
        if (keepRevision) ModelState.Clear();
        else SeenRevision = rule?.Revision ?? 0;
        Input = rule is null ? new BodyRuleInput { SortOrder = (rules.Max(r => (int?)r.SortOrder) ?? 0) + 10 } : BodyRuleInput.Of(rule);
        return true;
    }
}

/// <summary>A line as typed.</summary>
public sealed record BodyRuleInput
{
    [Display(Name = "事项编码"), StringLength(StandardItem.CodeLength)]
    public string? ItemCode { get; init; }

    [Display(Name = "领域")]
    public string? DomainCode { get; init; }

    [Display(Name = "主体写法"), StringLength(StandardItem.ShortTextLength)]
    public string? Phrase { get; init; }

    [Display(Name = "公开层级")]
    public GovernmentLevels Level { get; init; } = GovernmentLevels.County;

    [Display(Name = "对应")]
    public BodyRuleTarget Target { get; init; }

    [Display(Name = "单位")]
    public Guid? OrganisationId { get; init; }

    [Display(Name = "说明"), StringLength(BodyRule.ReasonLength)]
    public string? Reason { get; init; }

    [Display(Name = "顺序"), Required, Range(0, 100000)]
    public int? SortOrder { get; init; }

    public static BodyRuleInput Of(BodyRule rule) => new()
    {
        ItemCode = rule.ItemCode,
        DomainCode = rule.DomainCode,
        Phrase = rule.Phrase,
        Level = rule.Level,
        Target = rule.Target,
        OrganisationId = rule.OrganisationId,
        Reason = rule.Reason,
        SortOrder = rule.SortOrder,
    };
}
