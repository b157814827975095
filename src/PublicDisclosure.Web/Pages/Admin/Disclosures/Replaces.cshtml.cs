using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Disclosures;

/// <summary>Chooses the older documents that a draft replaces; each button saves, so that it works without script.</summary>
public sealed class ReplacesModel(DisclosureAccess access, ReplacementChooser chooser) : PageModel
{
    public Disclosure Disclosure { get; private set; } = null!;

    public IReadOnlyList<ReplaceableDocument> Chosen { get; private set; } = [];

    public IReadOnlyList<ReplaceableDocument> Found { get; private set; } = [];

    public string Words { get; private set; } = "";

    /// <summary>Chosen before and not public any more.</summary>
    public IEnumerable<Guid> Gone => Disclosure.Replacements.Select(r => r.ReplacedId).Except(Chosen.Select(c => c.Id));

    public async Task<IActionResult> OnGetAsync(Guid id, string? q, CancellationToken stop) => await LoadAsync(id, q, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostAddAsync(Guid id, Guid replaced, bool repeals, int seenRevision, string? q, CancellationToken stop) =>
        SaveAsync(id, q, seenRevision, chosen => [.. chosen.Where(c => c.ReplacedId != replaced), new ReplacementChoice(replaced, repeals)], "已选择。", stop);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, Guid replaced, int seenRevision, string? q, CancellationToken stop) =>
        SaveAsync(id, q, seenRevision, chosen => [.. chosen.Where(c => c.ReplacedId != replaced)], "已取消。", stop);

    private async Task<IActionResult> SaveAsync(
        Guid id, string? q, int seenRevision, Func<IEnumerable<ReplacementChoice>, IReadOnlyList<ReplacementChoice>> change, string done, CancellationToken stop)
    {
        if (!await LoadAsync(id, q, stop)) return NotFound();
        if (!ModelState.IsValid) return this.Invalid();
        var chosen = change(Disclosure.Replacements.Select(r => new ReplacementChoice(r.ReplacedId, r.Repeals)));
        var outcome = await chooser.SaveAsync(new ChooseReplaced(id, seenRevision, chosen, User.GetStaffId()), stop);
        return this.Answer(outcome, () =>
        {
            this.Flash(done);
            return RedirectToPage("Replaces", new { id });
        }, prefix: "");
    }

    private async Task<bool> LoadAsync(Guid id, string? q, CancellationToken stop)
    {
        if (await access.FindAsync(User, id, Permission.DisclosuresDraft, stop) is not { } found) return false;
        Disclosure = found;
        Words = q is { Length: <= ReplacementChooser.LongestWords } ? q : "";
        Chosen = await chooser.ChosenAsync([.. found.Replacements.Select(r => r.ReplacedId)], stop);
        Found = Words.Length == 0 ? [] : await chooser.FindAsync(id, found.OrganisationId, Words, stop);
        return true;
    }
}
