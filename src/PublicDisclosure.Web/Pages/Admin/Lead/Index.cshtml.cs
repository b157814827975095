using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Lead;

/// <summary>The desk of a lead department: its domains over all townships, and one domain township by township.</summary>
public sealed class IndexModel(DisclosureDb db, LeadDesk desk, CatalogueAuthority authority, CoverageRanking ranking, BusinessClock clock) : PageModel
{
    /// <summary>Code of the domain shown township by township; the first by default.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Domain { get; set; }

    /// <summary>Order of the ranking, by name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public RankingOrder Order => ListQuery.Read<RankingOrder>(By) ?? RankingOrder.Share;

    /// <summary>Every organisation with duties in the domain shown, over the year: the public figures.</summary>
    public Ranking? Ranking { get; private set; }

    public CoverageSpan Span => CoverageSpan.YearOf(clock.Today);

    public IReadOnlyList<LeadDomain> Domains { get; private set; } = [];

    public LeadDomain? Shown { get; private set; }

    public IReadOnlyList<LeadTownship> Townships { get; private set; } = [];

    /// <summary>The city's edition in force, where the lead department confirms rows.</summary>
    public Guid? CityEdition { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Domains = await desk.DomainsAsync(await authority.OfAsync(User.GetStaffId(), stop), stop);
        Shown = string.IsNullOrEmpty(Domain) ? (Domains is [var first, ..] ? first : null) : Domains.FirstOrDefault(d => d.Code == Domain);
        if (Shown is null && !string.IsNullOrEmpty(Domain)) return NotFound();
        if (Shown is not null)
        {
            Townships = await desk.TownshipsAsync(Shown.Id, stop);
            Ranking = await ranking.ReadAsync(new CoverageFilter { DomainId = Shown.Id, Span = Span }, Order, stop);
        }

        CityEdition = await db.Editions.CityInForce(db).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(stop);
        return Page();
    }
}
