using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Duties;

/// <summary>The desk for duties: what is late, due, missing or to be stated, one heap at a time, each line with its next step.</summary>
public sealed class IndexModel(DutyLists lists, ZeroReportQueries reports, DisclosureAccess access, DisclosureDeskQueries queries, DutyAccess duties) : PageModel
{
    /// <summary>Heaps that are no units: returned drafts, and declarations that wait for this person.</summary>
    public const string Returned = "Returned", ToConfirm = "ToConfirm";

    /// <summary>The heap that is shown: a <see cref="DutyView"/>, <see cref="Returned"/> or <see cref="ToConfirm"/>; the first with work by default.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>Only this organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Organisation { get; set; }

    /// <summary>Number of the page.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<(Guid Id, string Name)> Organisations { get; private set; } = [];

    public IReadOnlyList<(string Key, string Name, int Count)> Heaps { get; private set; } = [];

    /// <summary>The units of the heap; null where it has none.</summary>
    public DutyPage? Units { get; private set; }

    public DutyView? View => ListQuery.Read<DutyView>(Show);

    public IReadOnlyList<DeskRow> Drafts { get; private set; } = [];

    public Page<ZeroReportRow> Waiting { get; private set; } = new([], null, null);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Organisations = await duties.OrganisationsAsync(User, stop);
        if (Organisation is { } only && Organisations.All(o => o.Id != only)) return NotFound();
        var rights = User.GetRights();
        var scope = Narrowed(Permission.CoverageRead);
        var counts = await lists.CountsAsync(scope, null, stop);
        var heaps = Enum.GetValues<DutyView>().Select(v => (Key: v.ToString(), Name: Words.Of(v), Count: counts[v])).ToList();
        var (returned, waiting) = (Drafted(), reports.WaitingFor(Narrowed(Permission.DisclosuresReview), User.GetStaffId()));
        if (rights.Has(Permission.DisclosuresDraft)) heaps.Insert(2, (Returned, "被退回的草稿", await returned.CountAsync(stop)));
        if (rights.Has(Permission.DisclosuresReview)) heaps.Add((ToConfirm, "待确认的本期无信息", await waiting.CountAsync(stop)));
        Heaps = heaps;
        if (heaps.All(h => h.Key != Show)) Show = heaps.Find(h => h.Count > 0).Key ?? heaps[0].Key;
        if (View is { } view) Units = await lists.PageAsync(scope, null, view, P, stop);
        else if (Show == Returned) Drafts = await queries.QueueAsync(returned, stop);
        else Waiting = await reports.PageAsync(waiting, null, null, stop);
        return Page();
    }

    /// <summary>Address of this desk with another heap or page.</summary>
    public string At(string heap, int page = 1) => $"/admin/duties?show={heap}{(Organisation is { } id ? $"&organisation={id}" : "")}{(page > 1 ? $"&p={page}" : "")}";

    private IQueryable<Disclosure> Drafted()
    {
        var mine = access.For(User, Permission.DisclosuresDraft).ReturnedToTheClerk();
        return Organisation is { } only ? mine.Where(d => d.OrganisationId == only) : mine;
    }

    private OrganisationScope Narrowed(Permission permission)
    {
        var scope = User.ScopeOf(permission);
        return Organisation is { } only ? new OrganisationScope(scope.Contains(only) ? [only] : []) : scope;
    }
}
