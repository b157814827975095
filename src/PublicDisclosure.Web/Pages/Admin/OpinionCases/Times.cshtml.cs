using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.OpinionCases;

/// <summary>Asks to put a time right; the second person confirms or declines on the same page.</summary>
public sealed class TimesModel(CaseQueries queries, CaseDesk desk) : CasePage(queries)
{
    [BindProperty]
    public Fields Input { get; set; } = new();

    [BindProperty]
    public DecisionFields Decision { get; set; } = new();

    /// <inheritdoc/>
    public override string Doing => Sheet.Case.PendingTime is not null && MayConfirm ? CaseTransitions.ConfirmTime : CaseTransitions.RequestTime;

    private bool MayConfirm => User.GetRights().Has(CaseTransitions.PermissionFor(CaseTransitions.ConfirmTime), Sheet.Case.OrganisationId);

    /// <summary>What the request carries.</summary>
    public sealed record Fields
    {
        [Display(Name = "更正哪个时间"), EnumDataType(typeof(CaseTimeKind))]
        public CaseTimeKind Kind { get; set; }

        [Display(Name = "更正后的时间"), Required, Range(typeof(DateTime), "2000-01-01", "2100-12-31", ParseLimitsInInvariantCulture = true, ErrorMessage = "请填写2000年至2100年之间的时间。")]
        public DateTime? To { get; set; }

        [Display(Name = "依据"), Required, StringLength(OpinionCase.NoteLength)]
        public string? Evidence { get; set; }
    }

    /// <summary>What the decision carries.</summary>
    public sealed record DecisionFields
    {
        [Display(Name = "意见"), StringLength(OpinionCase.NoteLength)]
        public string? Text { get; set; }
    }

    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(nameof(Decision), StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        return RunAsync(id, by => desk.RequestTimeAsync(new RequestCaseTime(id, SeenRevision, Input.Kind, Utc(Input.To!.Value), Input.Evidence ?? "", by), stop), "已提出更正，等待另一人确认。确认以前按原来的时间计时。", stop);
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, bool confirms, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop) || !MayConfirm) return NotFound();
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith(nameof(Input), StringComparison.Ordinal)).ToList()) ModelState.Remove(key);
        return await RunAsync(id, by => desk.DecideTimeAsync(new DecideCaseTime(id, SeenRevision, confirms, Decision.Text ?? "", by), stop), confirms ? "已确认，时限已按新的时间重新计算。" : "没有同意更正，时间不变。", stop);
    }
}
