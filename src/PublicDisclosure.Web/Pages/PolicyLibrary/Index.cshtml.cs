using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.PolicyLibrary;

/// <summary>The policy document library (政策文件库): documents with a validity, of all organisations.</summary>
public sealed class IndexModel(DisclosureList list, OrganisationDirectory directory) : PageModel
{
    /// <summary>The validities that can be asked for, as readers meet them.</summary>
    public static IReadOnlyList<Validity> Shown { get; } =
        [Validity.InForce, Validity.Amended, Validity.NotYetInForce, Validity.Expired, Validity.Repealed];

    public PolicyQuery Query { get; private set; } = new();

    public ValidityCounts Counts { get; private set; } = null!;

    public Page<ListedDisclosure> List { get; private set; } = new([], null, null);

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Genres { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];

    /// <summary>Address of the feed of this list as it is narrowed.</summary>
    public string Feed { get; private set; } = "";

    public async Task OnGetAsync([FromQuery] PolicyQuery query, CancellationToken stop)
    {
        Query = query;
        var organisations = await directory.ReadAsync(query.Organisation, stop);
        var filter = query.ToFilter(organisations);
        Feed = query.Conditions(organisations).Address("/policies/feed.xml");
        Counts = await list.CountAsync(filter, stop);
        List = await list.ReadAsync(filter, query.AfterPosition, query.BeforePosition, stop);
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == query.Organisation))];
        Genres = Options(Enum.GetValues<DisclosureGenre>().Where(g => g.Rule().HasValidity), query.Genre);
        Themes = Options(Enum.GetValues<ThemeClass>(), query.Theme);
    }

    private static List<SelectListItem> Options<T>(IEnumerable<T> values, string? chosen) where T : struct, Enum =>
        [.. values.Select(v => new SelectListItem(Words.Of(v), v.ToString(), v.ToString() == chosen))];
}
