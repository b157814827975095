using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>The plan of a policy's interpretation and its material side by side; each form is drafted by one button.</summary>
public sealed class InterpretationModel(DisclosureAccess access, InterpretationSheets sheets, InterpretationDesk desk, OwedInterpretations owed) : PageModel
{
    [BindProperty]
    public PlanFields Input { get; set; } = new();

    /// <summary>The plan's revision that the person saw; 0 where there was none.</summary>
    [BindProperty]
    public int SeenRevision { get; set; }

    public Disclosure Disclosure { get; private set; } = null!;

    public InterpretationSheet Sheet { get; private set; } = null!;

    /// <summary>Its interpretation is owed; null for most.</summary>
    public OwedInterpretation? Owed { get; private set; }

    /// <summary>This person may write the plan and begin material.</summary>
    public bool MayDraft { get; private set; }

    /// <summary>This person may let it go out without.</summary>
    public bool MayWaive { get; private set; }

    /// <summary>What the plan's form carries.</summary>
    public sealed record PlanFields : InterpreterFields
    {
        [Display(Name = "解读提纲"), StringLength(PlanText.OutlineLength)]
        public string? Outline { get; set; }

        [Display(Name = "解读形式")]
        public List<InterpretationForm> Forms { get; set; } = [];

        [Display(Name = "解读渠道")]
        public List<Channel> Channels { get; set; } = [];

        [Display(Name = "解读时间"), StringLength(PlanText.WordsLength)]
        public string? Time { get; set; } = "与文件同步发布";

        [Display(Name = "解读人是部门主要负责人")]
        public bool IsHead { get; set; } = true;

        [Display(Name = "不由主要负责人解读的原因"), StringLength(PlanText.WordsLength)]
        public string? WhyNotHead { get; set; }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, Permission.DisclosuresView, stop)) return NotFound();
        (Input, SeenRevision) = (PlanMapping.ToFields(Sheet.Plan), Sheet.Plan?.Revision ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await LoadAsync(id, Permission.DisclosuresDraft, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var outcome = await desk.PlanAsync(new PlanInterpretation(id, SeenRevision, Input.ToText(), Input.ToInterpreter(), Input.IsHead, User.GetStaffId()), stop);
        ModelState.Remove(nameof(SeenRevision));
        SeenRevision = Sheet.Plan?.Revision ?? 0;
        return this.Answer(outcome, () =>
        {
            this.Flash("解读方案已保存。");
            return RedirectToPage(new { id });
        });
    }

    public async Task<IActionResult> OnPostDraftAsync(Guid id, InterpretationForm? form, Guid draftId, CancellationToken stop)
    {
        if (!await LoadAsync(id, Permission.DisclosuresDraft, stop)) return NotFound();
        if (form is not { } wanted || !Enum.IsDefined(wanted)) return BadRequest();
        var stage = Disclosure.CurrentVersion > 0 ? PolicyStage.Execution : PolicyStage.Publication;
        var drafted = await desk.DraftAsync(new DraftInterpretation(id, wanted, stage, User.GetStaffId(), draftId == Guid.Empty ? null : draftId), stop);
        // The plan's form was not sent with this button: its fields are those stored.
        ModelState.Clear();
        (Input, SeenRevision) = (PlanMapping.ToFields(Sheet.Plan), Sheet.Plan?.Revision ?? 0);
        return this.Answer(drafted.Outcome, () =>
        {
            this.Flash($"已起草{Words.Of(wanted)}，请填写内容和信息形成日期，再提交审查。");
            return RedirectToPage("Edit", new { id = drafted.Value });
        }, prefix: "");
    }

    private async Task<bool> LoadAsync(Guid id, Permission permission, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, permission, stop) is not { Text.Genre: not DisclosureGenre.Interpretation } found) return false;
        (Disclosure, Sheet, Owed) = (found, await sheets.OfAsync(found, stop), await owed.FindAsync(id, stop));
        var rights = User.GetRights();
        MayDraft = found.State is not (DisclosureState.Withdrawn or DisclosureState.Filed) && rights.Has(Permission.DisclosuresDraft, found.OrganisationId);
        MayWaive = Sheet is { IsAsked: true, Waiver: null } && found.CurrentVersion == 0 && rights.Has(Permission.InterpretationsWaive, found.OrganisationId);
        return true;
    }
}
