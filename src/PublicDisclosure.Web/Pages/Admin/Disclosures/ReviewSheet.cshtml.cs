using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>信息公开审查表 for the paper file: what every step said, and lines to write on where a step is still open.</summary>
public sealed class ReviewSheetModel(DisclosureAccess access, OverviewReader reader, BusinessClock clock) : PageModel
{
    /// <summary>A line to write on.</summary>
    public const string Blank = "________________";

    public Disclosure Disclosure { get; private set; } = null!;

    public DisclosureOverview Overview { get; private set; } = null!;

    /// <summary>The steps after the secrecy review.</summary>
    public IReadOnlyList<Step> Steps { get; private set; } = [];

    public DateTime PrintedAt => clock.Now;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresView, stop) is not { } found) return NotFound();
        (Disclosure, Overview) = (found, await reader.OverviewAsync(found, stop));
        var last = found.Text.Attribute == DisclosureAttribute.Active ? DisclosureAction.Approve : DisclosureAction.File;
        Steps = found.ReviewSteps == Organisation.MostReviewSteps
            ? [Of("复审", DisclosureAction.PassSecondReview), Of("终审（审签）", last)]
            : [Of("审签", last)];
        return Page();
    }

    /// <summary>A value, or what stands in its place.</summary>
    public string Or(string? value, string otherwise = Blank) => string.IsNullOrEmpty(value) ? otherwise : value;

    // A step from before the last submission was of another text.
    private Step Of(string title, DisclosureAction action)
    {
        var submitted = Disclosure.Transitions.Where(t => t.Action == DisclosureAction.Submit).Select(t => t.Step).DefaultIfEmpty(-1).Max();
        var move = Disclosure.Transitions.Where(t => t.Action == action && t.Step > submitted).MaxBy(t => t.Step);
        return new Step(title, move, move is null ? null : Disclosure.Signatures.FirstOrDefault(s => s.Step == move.Step));
    }

    /// <summary>A step of the review.</summary>
    /// <param name="Title">Its name.</param>
    /// <param name="Move">The row of history; null while it is open.</param>
    /// <param name="Paper">The signature on paper that was entered with it.</param>
    public sealed record Step(string Title, DisclosureTransition? Move, PaperSignature? Paper);
}
