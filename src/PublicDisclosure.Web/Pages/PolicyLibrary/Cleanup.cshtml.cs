using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Pages.PolicyLibrary;

/// <summary>The register of clean-up results: which documents continue, which were amended, which repealed.</summary>
public sealed class CleanupModel(CleanupRegister register, OrganisationDirectory directory) : PageModel
{
    public Page<CleanupLine> List { get; private set; } = new([], null, null);

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    /// <summary>Address of the feed of this list as it is narrowed.</summary>
    public string Feed { get; private set; } = "";

    /// <summary>Something narrows the list.</summary>
    public bool IsNarrowed { get; private set; }

    public async Task OnGetAsync([FromQuery] CleanupQuery query, CancellationToken stop)
    {
        var organisations = await directory.ReadAsync(query.Organisation, stop);
        var chosen = query.Chosen;
        var owner = query.OrganisationId(organisations);
        Feed = query.Conditions(organisations).Address("/policies/cleanup/feed.xml");
        List = await register.ReadAsync(owner, chosen, query.AfterPosition, stop);
        Organisations = [.. organisations.Select(o => new SelectListItem(o.ShortName, o.Slug, o.Slug == query.Organisation))];
        Kinds = [.. Enum.GetValues<ValidityActKind>().Select(k => new SelectListItem(Words.Of(k), k.ToString(), k == chosen))];
        IsNarrowed = owner is not null || chosen is not null;
    }
}
