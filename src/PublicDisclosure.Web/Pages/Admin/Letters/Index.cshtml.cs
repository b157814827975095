using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Letters;

/// <summary>The desk for letters: heap by heap, what is due first on top. Nothing of a writer stands in a list.</summary>
public sealed class IndexModel(LetterLists lists, OrganisationDirectory directory, BusinessClock clock) : PageModel
{
    /// <summary>The heap; the first with work by default.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Only this organisation, for those who see several.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    /// <summary>Number to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Number of the page.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public LetterView View { get; private set; }

    public IReadOnlyDictionary<LetterView, int> Counts { get; private set; } = new Dictionary<LetterView, int>();

    public LetterPage List { get; private set; } = new([], 0, 1);

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var (rights, scope) = (User.GetRights(), User.ScopeOf(Permission.LettersView));
        if (Organisation is { } only && !scope.Contains(only)) return NotFound();
        if (scope.IsWholeCity || scope.OrganisationIds.Count > 1)
            Organisations = [.. (await directory.ReadAsync(stop)).Where(o => scope.Contains(o.Id)).Select(o => new SelectListItem(o.ShortName, o.Id.ToString(), o.Id == Organisation))];
        Counts = await lists.CountsAsync(rights, Organisation, stop);
        View = ListQuery.Read<LetterView>(Show) ?? Mine(rights).FirstOrDefault(v => Counts[v] > 0, Mine(rights)[0]);
        List = await lists.PageAsync(View, rights, Organisation, (Q ?? "").Trim(), P, stop);
        return Page();
    }

    /// <summary>Address of a heap, with the other conditions kept.</summary>
    public string At(LetterView view, int page = 1) =>
        $"/admin/letters?show={view}" + (Organisation is { } only ? $"&organisation={only}" : "") + (string.IsNullOrEmpty(Q) ? "" : $"&q={Uri.EscapeDataString(Q)}") + (page > 1 ? $"&p={page}" : "");

    /// <summary>Which heaps are the person's own work, first of all.</summary>
    private static List<LetterView> Mine(StaffRights rights)
    {
        var views = new List<LetterView>();
        if (rights.Has(Permission.LettersTriage)) views.Add(LetterView.Triage);
        if (rights.Has(Permission.LettersReview)) views.Add(LetterView.Review);
        if (rights.Has(Permission.LettersHandle)) views.AddRange([LetterView.InHand, LetterView.Parts, LetterView.ToPublish]);
        return [.. views, LetterView.InHand, LetterView.Closed];
    }
}
