using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Interpretations;

/// <summary>All interpretations of policies, newest first, by organisation, domain and form.</summary>
public sealed class IndexModel(DisclosureList list, InterpretationReader reader, OwedInterpretations owed, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    public InterpretationQuery Query { get; private set; } = new();

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    /// <summary>What each row explains and in which form.</summary>
    public IReadOnlyDictionary<Guid, ExplainingLine> Lines { get; private set; } = new Dictionary<Guid, ExplainingLine>();

    /// <summary>How many policies still wait for theirs.</summary>
    public int Owed { get; private set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    /// <summary>Address of the feed of this list as it is narrowed.</summary>
    public string Feed { get; private set; } = "";

    public async Task OnGetAsync([FromQuery] InterpretationQuery query, CancellationToken stop)
    {
        Query = query;
        var (organisations, domains) = (await directory.ReadAsync(query.Organisation, stop), await catalogue.DomainsAsync(stop));
        Feed = query.Conditions(organisations, domains).Address("/interpretations/feed.xml");
        List = await list.ReadAsync(query.ToFilter(organisations, domains), query.AfterPosition, query.BeforePosition, stop);
        Lines = await reader.LinesAsync([.. List.Rows.Select(r => r.Id)], stop);
        Owed = (await owed.ListAsync(stop)).Count;
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == query.Organisation))];
        Domains = [.. domains.Select(d => new SelectListItem(d.Name, d.Slug, d.Slug == query.Domain))];
    }

    /// <summary>The list's address with another form and everything else as it is.</summary>
    public string With(InterpretationForm? form)
    {
        var pairs = new[] { ("organisation", Query.Organisation), ("domain", Query.Domain), ("form", form?.ToString()) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}").ToList();
        return pairs.Count == 0 ? "/interpretations" : "/interpretations?" + string.Join('&', pairs);
    }
}
