using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>网民留言: the entry, and the public letters with their answers.</summary>
public sealed class IndexModel(LetterReader reader, LetterFigures figures, DisclosureDb db, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    public LetterQuery Query { get; private set; } = new();

    /// <summary>Address of the feed of this list as it is narrowed.</summary>
    public string Feed { get; private set; } = "";

    public Page<PublicLetterRow> List { get; private set; } = new([], null, null);

    public LetterCounts Counts { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public LetterKind? Shown { get; private set; }

    public async Task OnGetAsync([FromQuery] LetterQuery query, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(query.Organisation, stop);
        var domains = await catalogue.DomainsAsync(stop);
        var filter = query.ToFilter(organisations, domains);
        (Query, Shown, Feed) = (query, filter.Kind, query.Conditions(organisations, domains).Address("/letters/feed.xml"));
        List = await reader.ListAsync(filter, query.AfterPosition, query.BeforePosition, stop: stop);
        Counts = (await figures.ReadAsync(db, null, stop)).All;
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == query.Organisation))];
        Domains = [.. domains.Select(d => new SelectListItem(d.Name, d.Slug, d.Slug == query.Domain))];
    }

    /// <summary>The list of another kind, with the other conditions kept.</summary>
    public string At(LetterKind? kind) => "/letters" + new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(
        new[] { ("kind", kind?.ToString()), ("organisation", Query.Organisation), ("domain", Query.Domain), ("q", Query.Q) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => KeyValuePair.Create(p.Item1, p.Item2!))).ToQueryString();
}
