using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Batches;

/// <summary>A batch: every row with its checklist, and the steps that the person may take for many rows at once.</summary>
[RequestFormLimits(ValueLengthLimit = BatchRun.SeenLength * 3)]
public sealed class DetailsModel(DisclosureDb db, BatchDesk desk, BatchRuns runs, BatchUploads uploads) : PageModel
{
    [BindProperty]
    public Dictionary<string, string?> Reasons { get; set; } = [];

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>Page of the rows, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public DisclosureBatch Batch { get; private set; } = null!;

    public IReadOnlyDictionary<DisclosureState, int> States { get; private set; } = new Dictionary<DisclosureState, int>();

    public BatchRun? Run { get; private set; }

    public IReadOnlyList<BatchDeskRow> Rows { get; private set; } = [];

    public IReadOnlyList<OpenStep> Steps { get; private set; } = [];

    public bool HasRejected { get; private set; }

    public int PageCount => NumberedPages.Count(Batch.RowCount, BatchDesk.PageSize);

    /// <summary>Why rows stayed behind, the most frequent first.</summary>
    public IReadOnlyList<(string Reason, int Count)> LeftByReason =>
        [.. (Run?.Left ?? []).GroupBy(WhyLeft).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.Count()))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await LoadAsync(id, stop) ? Page() : NotFound();

    /// <summary>Rows that were left out when the batch was entered.</summary>
    public async Task<IActionResult> OnGetRejectedAsync(Guid id, CancellationToken stop) =>
        await LoadAsync(id, stop) && await uploads.RejectedAsync(Batch.UploadId, User.GetStaffId(), stop) is { } file ? PreviewModel.Csv(file.Csv, file.FileName) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid runId, BatchStep step, string? seen, CancellationToken stop)
    {
        if (!await LoadAsync(id, stop)) return NotFound();
        if (!ModelState.IsValid || !Enum.IsDefined(step)) return this.Invalid();
        var reasons = Reasons.Where(r => !string.IsNullOrWhiteSpace(r.Value)).ToDictionary(r => r.Key, r => r.Value!);
        var outcome = await runs.RequestAsync(new RunBatch(runId == Guid.Empty ? Guid.NewGuid() : runId, id, step, seen ?? "", reasons, Remark ?? "", User.GetStaffId()), stop);
        return this.Answer(Outcome(outcome), () => RedirectToPage("Details", new { id }), prefix: "");
    }

    /// <summary>Why a row stayed behind, in words.</summary>
    public static string WhyLeft(BatchRunRow row) => row.Kind switch
    {
        OutcomeKind.EditedMeanwhile => RefusalTexts.Plain("Page.EditedMeanwhile"),
        OutcomeKind.NotFound => "已不在这一批中",
        _ => string.Join(" ", row.Codes.Split(',').Select(RefusalTexts.Plain)),
    };

    // The forms of several steps have fields of the same names: a refusal concerns the whole page.
    private static Outcome Outcome(Outcome outcome) => outcome.Kind == OutcomeKind.Refused ? Core.Shared.Outcome.Refused([.. outcome.Refusals.Select(r => r with { Field = null })]) : outcome;

    private async Task<bool> LoadAsync(Guid id, CancellationToken stop)
    {
        var found = await User.ScopeOf(Permission.DisclosuresView).Apply(db.Batches.AsNoTracking(), b => b.OrganisationId).SingleOrDefaultAsync(b => b.Id == id, stop);
        if (found is null) return false;
        Batch = found;
        PageNumber = Math.Clamp(PageNumber, 1, PageCount);
        Run = await desk.LastRunAsync(id, stop);
        States = await desk.StatesAsync(id, stop);
        Rows = await desk.RowsAsync(id, PageNumber, Run, stop);
        HasRejected = await uploads.RejectedAsync(found.UploadId, User.GetStaffId(), stop) is not null;
        Steps = Run is { EndedAt: null } ? [] : await OpenStepsAsync(stop);
        return true;
    }

    private async Task<IReadOnlyList<OpenStep>> OpenStepsAsync(CancellationToken stop)
    {
        var warnings = Rows.SelectMany(r => r.Check.Warnings).Where(w => !w.IsExplained).Select(w => w.Refusal.Code)
            .Union((Run?.Left ?? []).SelectMany(l => l.Codes.Split(',')).Where(c => PublicationChecklist.Rules.Any(r => r.Code == c && r.Severity == ChecklistSeverity.Warning))).ToList();
        var open = new List<OpenStep>();
        foreach (var rule in BatchSteps.All.Where(rule => User.GetRights().Has(rule.Permission, Batch.OrganisationId)))
        {
            var count = rule.From.Sum(state => States.GetValueOrDefault(state));
            if (count > 0) open.Add(new OpenStep(rule, count, await desk.SeenAsync(Batch.Id, rule.Step, stop), rule.Step is BatchStep.PassSecrecyReview or BatchStep.Return ? [] : warnings));
        }

        return open;
    }

    /// <summary>A step with the rows that would take it.</summary>
    public sealed record OpenStep(BatchStepRule Rule, int Count, string Seen, IReadOnlyList<string> Warnings);
}
