using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Pages.Admin.Organisations;

/// <summary>The organisations the person keeps, in the order of the directory.</summary>
public sealed class IndexModel(DisclosureDb db) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Rows = await db.KeptBy(User).OrderBy(o => o.SortOrder)
        .Select(o => new Row(
            o.Id, o.Name, o.Slug, o.Kind, o.CreditCode, o.CreditCodeIsDemo, o.NameIsUnconfirmed,
            o.Contact.Phone != null && o.Contact.Address != null && o.Contact.OfficeName != null, o.IsActive))
        .ToListAsync(stop);

    /// <summary>An organisation of the list.</summary>
    public sealed record Row(
        Guid Id, string Name, string Slug, OrganisationKind Kind, OrganisationCode? CreditCode, bool CreditCodeIsDemo, bool NameIsUnconfirmed,
        bool HasContact, bool IsActive);
}
