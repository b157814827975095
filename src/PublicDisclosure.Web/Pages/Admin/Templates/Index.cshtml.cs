using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Templates;

/// <summary>The templates that the person keeps.</summary>
public sealed class IndexModel(TemplateQueries queries) : PageModel
{
    public IReadOnlyList<TemplateRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Rows = await queries.KeptAsync(User.ScopeOf(Permission.TemplatesKeep), stop);
}
