using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Enters a case, with both times and what shows them.</summary>
public sealed class NewModel(CaseDesk desk, OrganisationDirectory directory) : PageModel
{
    /// <summary>Id given out with the form, so that a form sent twice makes one case.</summary>
    [BindProperty]
    public Guid NewId { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    /// <summary>What the form carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "舆情名称"), Required, StringLength(OpinionCase.TitleLength)]
        public string? Title { get; set; }

        [Display(Name = "主要内容"), Required, StringLength(OpinionCase.TextLength)]
        public string? Summary { get; set; }

        [Display(Name = "承办单位"), Required]
        public Guid? Organisation { get; set; }

        [Display(Name = "来源"), EnumDataType(typeof(CaseSource))]
        public CaseSource Source { get; set; } = CaseSource.Media;

        [Display(Name = "来源说明"), StringLength(OpinionCase.NoteLength)]
        public string? SourceNote { get; set; }

        [Display(Name = "级别"), EnumDataType(typeof(CaseGrade))]
        public CaseGrade Grade { get; set; } = CaseGrade.Ordinary;

        [Display(Name = "事件发生时间"), Required, Range(typeof(DateTime), "2000-01-01", "2100-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "请填写2000年至2100年之间的时间。")]
        public DateTime? EventAt { get; set; }

        [Display(Name = "事件发生时间的依据"), Required, StringLength(OpinionCase.NoteLength)]
        public string? EventEvidence { get; set; }

        [Display(Name = "发现时间"), Required, Range(typeof(DateTime), "2000-01-01", "2100-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "请填写2000年至2100年之间的时间。")]
        public DateTime? FoundAt { get; set; }

        [Display(Name = "发现时间的依据"), Required, StringLength(OpinionCase.NoteLength)]
        public string? FoundEvidence { get; set; }

        internal CaseFacts ToFacts() => new(
            Title ?? "", Summary ?? "", Source, SourceNote ?? "", Grade, Utc(EventAt!.Value), EventEvidence ?? "", Utc(FoundAt!.Value), FoundEvidence ?? "");

        private static DateTime Utc(DateTime beijing) => BusinessClock.Utc(DateOnly.FromDateTime(beijing), TimeOnly.FromDateTime(beijing));
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        NewId = Guid.NewGuid();
        await LoadAsync(stop);
        if (Organisations.Count == 1) Input.Organisation = Guid.Parse(Organisations[0].Value);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        if (!ModelState.IsValid) return this.Invalid();
        if (!User.GetRights().Has(Permission.CasesHandle, Input.Organisation!.Value)) return NotFound();
        var entered = await desk.RegisterAsync(new RegisterCase(Input.Organisation.Value, Input.ToFacts(), User.GetStaffId(), NewId), stop);
        return this.Answer(entered.Outcome, () =>
        {
            this.Flash("已登记，时限开始计算。请尽快研判。");
            return RedirectToPage("Details", new { id = entered.Value });
        });
    }

    private async Task LoadAsync(CancellationToken stop)
    {
        var scope = User.ScopeOf(Permission.CasesHandle);
        Organisations = [.. (await directory.ReadAsync(stop)).Where(o => scope.Contains(o.Id)).Select(o => new SelectListItem(o.ShortName, o.Id.ToString()))];
    }
}
