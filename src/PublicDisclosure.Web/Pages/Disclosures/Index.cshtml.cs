using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.Disclosures;

/// <summary>Everything public, narrowed by filters, page by page by position.</summary>
public sealed class IndexModel(DisclosureList list, OrganisationDirectory directory, PublicCatalogue catalogue) : PageModel
{
    public ListQuery Query { get; private set; } = new();

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    /// <summary>Address of the feed of this list as it is narrowed.</summary>
    public string Feed { get; private set; } = "";

    public async Task OnGetAsync([FromQuery] ListQuery query, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(query.Organisation, stop);
        var domains = await catalogue.DomainNamesAsync(stop);
        Query = query;
        Feed = query.Conditions(organisations, domains).Address("/feed.xml");
        List = await list.ReadAsync(query.ToFilter(organisations, domains), query.AfterPosition, query.BeforePosition, stop);
        var years = list.Years().Select(y => y.ToString(CultureInfo.InvariantCulture));
        Choices =
        [
            new("organisation", "机构", Options(organisations.Select(o => (o.Slug, o.ShortName)), query.Organisation)),
            new("domain", "领域", Options(domains.Select(d => (d.Slug, d.Name)), query.Domain)),
            new("aspect", "五公开", Options(AspectPages.All.Select(a => (a.Slug, a.Name + "公开")), query.Aspect)),
            new("genre", "类别", Options(Enum.GetValues<DisclosureGenre>().Select(g => (g.ToString(), Words.Of(g))), query.Genre)),
            new("year", "年份", Options(years.Select(y => (y, y + "年")), query.Year)),
            new("validity", "效力", Options(ShownValidities.Select(v => (v.ToString(), Words.Of(v))), query.Validity)),
        ];
    }

    private static readonly Validity[] ShownValidities = [Validity.InForce, Validity.Amended, Validity.NotYetInForce, Validity.Expired, Validity.Repealed];

    private static List<SelectListItem> Options(IEnumerable<(string Value, string Text)> all, string? chosen) =>
        [.. all.Select(o => new SelectListItem(o.Text, o.Value, o.Value == chosen))];

    /// <summary>One filter of the form.</summary>
    public sealed record Choice(string Name, string Label, IReadOnlyList<SelectListItem> Options);
}
