using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Responses;

/// <summary>回应关切: what was answered publicly, newest first, by domain and organisation.</summary>
public sealed class IndexModel(ResponseReader reader, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    public ResponseQuery Query { get; private set; } = new();

    /// <summary>What is shown.</summary>
    public ResponseFilter Filter { get; private set; } = new();

    /// <summary>Address of the feed of this list as it is narrowed.</summary>
    public string Feed { get; private set; } = "";

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public Page<ResponseRow> List { get; private set; } = new([], null, null);

    public (int All, int Misreadings) Counts { get; private set; }

    public async Task OnGetAsync([FromQuery] ResponseQuery query, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(query.Organisation, stop);
        var domains = await catalogue.DomainNamesAsync(stop);
        (Query, Filter) = (query, query.ToFilter(organisations, domains));
        Feed = query.Conditions(organisations, domains).Address("/responses/feed.xml");
        List = await reader.PageAsync(Filter, query.AfterPosition, query.BeforePosition, stop: stop);
        Counts = await reader.CountAsync(stop);
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == query.Organisation))];
        Domains = [.. domains.Select(d => new SelectListItem(d.Name, d.Slug, d.Slug == query.Domain))];
    }
}
