using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.Catalogue;

/// <summary>The table that says whom a body phrase means, with the decisions on single items.</summary>
public sealed class BodyRulesModel(RulePreviews previews) : PageModel
{
    public IReadOnlyList<BodyRule> Rules { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Domains { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Organisations { get; private set; } = new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await previews.BodyRulesAsync(User.GetStaffId(), stop) is not { } rules) return NotFound();
        Rules = rules;
        Domains = (await previews.DomainChoicesAsync(stop)).ToDictionary(d => d.Value, d => d.Text);
        Organisations = (await previews.OrganisationChoicesAsync(stop)).ToDictionary(o => o.Value, o => o.Text);
        return Page();
    }

    /// <summary>The organisation of a line, or the word for its target.</summary>
    public string Meant(BodyRule rule) => rule.Target == BodyRuleTarget.Organisation
        ? Organisations.GetValueOrDefault(rule.OrganisationId.ToString() ?? "", "（机构已停用）")
        : Infrastructure.Words.Of(rule.Target);
}
