using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Responses;

/// <summary>回应关切: what was answered publicly, newest first, by domain and organisation.</summary>
public sealed class IndexModel(ResponseReader reader, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    public ListQuery Query { get; private set; } = new();

    /// <summary>Only those that clear up a misreading.</summary>
    public bool OnlyMisreadings { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public Page<ResponseRow> List { get; private set; } = new([], null, null);

    public (int All, int Misreadings) Counts { get; private set; }

    public bool IsNarrowed => Query.IsNarrowed || OnlyMisreadings;

    public async Task OnGetAsync([FromQuery] ListQuery query, string? misreading, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(stop);
        var domains = await catalogue.DomainNamesAsync(stop);
        (Query, OnlyMisreadings) = (query, misreading == "1");
        var filter = query.ToFilter(organisations, domains);
        List = await reader.PageAsync(new ResponseFilter(filter.OrganisationId, filter.DomainId, OnlyMisreadings), query.AfterPosition, query.BeforePosition, stop: stop);
        Counts = await reader.CountAsync(stop);
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == query.Organisation))];
        Domains = [.. domains.Select(d => new SelectListItem(d.Name, d.Slug, d.Slug == query.Domain))];
    }
}
