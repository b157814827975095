using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Letters;

/// <summary>网民留言: the entry, and the public letters with their answers.</summary>
public sealed class IndexModel(LetterReader reader, LetterFigures figures, DisclosureDb db, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Organisation { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Domain { get; set; }

    /// <summary>Words of title, question or answer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Page<PublicLetterRow> List { get; private set; } = new([], null, null);

    public LetterCounts Counts { get; private set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Domains { get; private set; } = [];

    public LetterKind? Shown => ListQuery.Read<LetterKind>(Kind);

    public bool IsNarrowed => new[] { Kind, Organisation, Domain, Q }.Any(v => !string.IsNullOrWhiteSpace(v));

    public async Task OnGetAsync(string? after, string? before, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(stop);
        var domains = await catalogue.DomainsAsync(stop);
        var words = (Q ?? "").Trim();
        var filter = new LetterFilter(
            Shown, organisations.FirstOrDefault(o => o.Slug == Organisation)?.Id, domains.FirstOrDefault(d => d.Slug == Domain)?.Id,
            ShortText.Start(words, LetterReader.WordsLength));
        List = await reader.ListAsync(filter, ListPosition.Read(after), ListPosition.Read(before), stop: stop);
        Counts = (await figures.ReadAsync(db, null, stop)).All;
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == Organisation))];
        Domains = [.. domains.Select(d => new SelectListItem(d.Name, d.Slug, d.Slug == Domain))];
    }

    /// <summary>The list of another kind, with the other conditions kept.</summary>
    public string At(LetterKind? kind) => "/letters" + new Microsoft.AspNetCore.Http.Extensions.QueryBuilder(
        new[] { ("kind", kind?.ToString()), ("organisation", Organisation), ("domain", Domain), ("q", Q) }
            .Where(p => !string.IsNullOrEmpty(p.Item2)).Select(p => KeyValuePair.Create(p.Item1, p.Item2!))).ToQueryString();
}
