using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The formed date after submission: its history, a request to change it, and the second person's decision.</summary>
public sealed class FormedDateModel(DisclosureAccess access, OverviewReader reader, FormedDateDesk desk) : PageModel
{
    [BindProperty]
    public int SeenRevision { get; set; }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public Disclosure Disclosure { get; private set; } = null!;

    public DisclosureOverview Overview { get; private set; } = null!;

    /// <summary>This person may ask for a change now.</summary>
    public bool MayRequest { get; private set; }

    /// <summary>This person may decide on requests of the organisation.</summary>
    public bool MayDecide { get; private set; }

    /// <summary>Why this person cannot decide on the open request.</summary>
    public IReadOnlyList<Refusal> Barriers { get; private set; } = [];

    /// <summary>The limit of the first publication, by which dates that are not public yet are explained.</summary>
    public LimitSpan Span => Overview.Due is { } due ? new LimitSpan(due.Amount, due.Unit, due.Direction) : LimitSpan.Statutory;

    /// <summary>The public explanation of a confirmed change; null while nothing is public.</summary>
    public string? Explains(FormedDateChange change) => !Disclosure.IsPublic ? null
        : $"/calendar/due/{Disclosure.Address}#formed-{Disclosure.FormedDateChanges.Where(c => c.Decision == FormedDateDecision.Confirmed).OrderBy(c => c.DecidedAt).ThenBy(c => c.Id).ToList().IndexOf(change) + 1}";

    /// <summary>What the forms carry.</summary>
    public sealed record Fields
    {
        [Display(Name = "新的信息形成日期"), LegalDate]
        public DateOnly? To { get; set; }

        [Display(Name = "变更原因"), StringLength(FormedDateChange.ReasonLength)]
        public string? Reason { get; set; }

        [Display(Name = "处理意见"), StringLength(FormedDateChange.ReasonLength)]
        public string? Remark { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        SeenRevision = Disclosure.Revision;
        return Page();
    }

    /// <summary>Asks for another date.</summary>
    public Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (Input.To is null && ModelState.IsValid) ModelState.AddModelError("Input.To", "请填写新的信息形成日期。");
        return RunAsync(id, Permission.DisclosuresDraft, by => desk.RequestAsync(
            new RequestFormedDate(id, SeenRevision, Input.To!.Value, Input.Reason ?? "", by), stop), "已提交变更申请，由另一人确认。", stop);
    }

    /// <summary>Confirms or declines the open request.</summary>
    public Task<IActionResult> OnPostDecideAsync(Guid id, bool confirms, CancellationToken stop) => RunAsync(
        id, Permission.DisclosuresReview, by => desk.DecideAsync(new DecideFormedDate(id, SeenRevision, confirms, Input.Remark ?? "", by), stop),
        confirms ? "已确认变更，公开页面保留变更记录。" : "已退回变更申请，日期不变。", stop);

    private async Task<IActionResult> RunAsync(Guid id, Permission permission, Func<Guid, Task<Outcome>> act, string done, CancellationToken stop)
    {
        if (!await access.MayAsync(User, id, permission, stop)) return NotFound();
        if (!ModelState.IsValid) return await LoadAsync(id, stop) ? this.Invalid() : NotFound();
        var outcome = await act(User.GetStaffId());
        if (outcome.IsDone)
        {
            this.Flash(done);
            return RedirectToPage("/Admin/Disclosures/Details", new { id });
        }

        if (!await LoadAsync(id, stop)) return NotFound();
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Disclosure.Revision;
        return this.Answer(outcome, NotFound);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return false;
        Disclosure = found;
        Overview = await reader.OverviewAsync(found, stop);
        var rights = User.GetRights();
        MayRequest = found.MayAskForFormedDate && rights.Has(Permission.DisclosuresDraft, found.OrganisationId);
        MayDecide = found.OpenFormedDateChange is not null && rights.Has(Permission.DisclosuresReview, found.OrganisationId);
        Barriers = MayDecide ? found.CheckFormedDateDecision(User.GetStaffId()) : [];
        return true;
    }
}
