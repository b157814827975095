using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.MaskingRules;

/// <summary>Changes one masking rule.</summary>
public sealed class EditModel(DisclosureDb db, MaskingRuleEditor editor) : PageModel
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public int SeenRevision { get; set; }

    public MaskingRule Rule { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Methods => Enum.GetValues<MaskMethod>().Select(m => new SelectListItem(Words.Of(m), m.ToString()));

    public async Task<IActionResult> OnGetAsync(string kind, CancellationToken stop)
    {
        if (!await LoadAsync(kind, stop)) return NotFound();
        SeenRevision = Rule.Revision;
        Input = new Fields
        {
            Method = Rule.Method,
            KeepFirst = Rule.KeepFirst,
            KeepLast = Rule.KeepLast,
            Sign = Rule.Sign,
            ColumnWords = Rule.ColumnWords,
            Source = Rule.Source,
            IsVerified = Rule.IsVerified,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, CancellationToken stop)
    {
        if (!await LoadAsync(kind, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await editor.SaveAsync(Rule.Id, SeenRevision, Input.ToText(), User.GetStaffId(), stop);
        if (outcome.Kind == Core.Shared.OutcomeKind.EditedMeanwhile)
        {
            ModelState.Remove(nameof(SeenRevision));
            SeenRevision = Rule.Revision;
        }

        return this.Answer(outcome, () =>
        {
            this.Flash("脱敏规则已保存。");
            return RedirectToPage("Index");
        });
    }

    private async Task<bool> LoadAsync(string kind, CancellationToken stop)
    {
        if (!Enum.TryParse<MaskingKind>(kind, out var named) || await db.MaskingRules.AsNoTracking().SingleOrDefaultAsync(r => r.Kind == named, stop) is not { } rule) return false;
        Rule = rule;
        return true;
    }

    /// <summary>A rule as typed.</summary>
    public sealed record Fields
    {
        [Display(Name = "方法"), Required(ErrorMessage = "请选择方法。")]
        public MaskMethod? Method { get; set; }

        [Display(Name = "开头保留几位"), Required, Range(0, MaskingRule.MostKept)]
        public int? KeepFirst { get; set; } = 0;

        [Display(Name = "结尾保留几位"), Required, Range(0, MaskingRule.MostKept)]
        public int? KeepLast { get; set; } = 0;

        [Display(Name = "代替的符号"), Required, StringLength(MaskingRule.SignLength)]
        public string? Sign { get; set; } = "*";

        [Display(Name = "另外脱敏的栏目"), StringLength(MaskingRule.ColumnWordsLength)]
        public string? ColumnWords { get; set; }

        [Display(Name = "依据"), StringLength(MaskingRule.SourceLength)]
        public string? Source { get; set; }

        [Display(Name = "已对照法律法规核实")]
        public bool IsVerified { get; set; }

        /// <summary>The values for Core.</summary>
        public MaskingRuleText ToText() => new(Method!.Value, KeepFirst ?? 0, KeepLast ?? 0, Sign ?? "", ColumnWords ?? "", Source ?? "", IsVerified);
    }
}
