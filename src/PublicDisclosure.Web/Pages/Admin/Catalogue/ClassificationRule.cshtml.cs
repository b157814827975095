using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>A line of the classification table, with a preview of what it would change.</summary>
public sealed class ClassificationRuleModel(RuleTables tables, RulePreviews previews) : PageModel
{
    [BindProperty]
    public ClassificationRuleInput Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public bool IsNew { get; private set; }

    /// <summary>What the line would change; null before it was asked for.</summary>
    public IReadOnlyList<ChangedProposal>? Effect { get; private set; }

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public IEnumerable<SelectListItem> Reaches => Enum.GetValues<ClassificationReach>().Select(r => new SelectListItem(Words.Of(r), r.ToString()));

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, fill: true, stop)) return NotFound();
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
        return this.Answer(await tables.SaveAsync(Edit(id), User.GetStaffId(), stop), () => Done("规则已保存，推定已重新计算。"));
    }

    public async Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken stop)
    {
        if (!await FindAsync(id, fill: true, stop, keepRevision: true) || IsNew) return NotFound();
        return this.Answer(await tables.DeleteClassificationAsync(Guid.Parse(id), SeenRevision, User.GetStaffId(), stop), () => Done("规则已删除，推定已重新计算。"));
    }

    private RedirectResult Done(string message)
    {
        this.Flash(message);
        return Redirect("/admin/catalogue/rules/classification");
    }

    private ClassificationRuleEdit Edit(string id) => new(
        IsNew ? null : Guid.Parse(id), SeenRevision, Input.DomainCode ?? "*", Input.Reach, Input.Words ?? "",
        Input.Aspects.Aggregate(DisclosureAspects.None, (all, a) => all | a), Input.MandatoryClass, Input.SortOrder ?? 0);

    private async Task<bool> FindAsync(string id, bool fill, CancellationToken stop, bool keepRevision = false)
    {
        IsNew = id == "new";
        if (await previews.RulesAsync(User.GetStaffId(), stop) is not { } rules) return false;
        var rule = rules.FirstOrDefault(r => r.Id.ToString() == id);
        if (rule is null && !IsNew) return false;
        Domains = await previews.DomainChoicesAsync(stop);
        if (!fill) return true;
        if (keepRevision) ModelState.Clear();
        else SeenRevision = rule?.Revision ?? 0;
        Input = rule is null ? new ClassificationRuleInput { SortOrder = (rules.Max(r => (int?)r.SortOrder) ?? 0) + 10 } : ClassificationRuleInput.Of(rule);
        return true;
    }
}

/// <summary>A line as typed.</summary>
public sealed record ClassificationRuleInput
{
    [Display(Name = "领域")]
    public string? DomainCode { get; init; }

    [Display(Name = "关键词"), StringLength(ClassificationRule.WordsLength)]
    public string? Words { get; init; }

    [Display(Name = "查找范围")]
    public ClassificationReach Reach { get; init; }

    [Display(Name = "五公开")]
    public List<DisclosureAspects> Aspects { get; init; } = [];

    [Display(Name = "法定类别")]
    public MandatoryClass? MandatoryClass { get; init; }

    [Display(Name = "顺序"), Required, Range(0, 100000)]
    public int? SortOrder { get; init; }

    public static ClassificationRuleInput Of(ClassificationRule rule) => new()
    {
        DomainCode = rule.DomainCode,
        Words = rule.Words,
        Reach = rule.Reach,
        Aspects = [.. rule.Aspects.Members()],
        MandatoryClass = rule.MandatoryClass,
        SortOrder = rule.SortOrder,
    };
}
