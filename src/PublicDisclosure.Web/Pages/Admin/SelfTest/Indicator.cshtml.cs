using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Security;

namespace PublicDisclosure.Web.Pages.Admin.SelfTest;

/// <summary>The findings of one indicator, by organisation, each with the way to mend it.</summary>
public sealed class IndicatorModel(SelfTestReader reader) : PageModel
{
    /// <summary>Mended ones instead of open ones.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mended { get; set; }

    /// <summary>Address part of an organisation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Organisation { get; set; }

    public SelfTestLine Line { get; private set; } = null!;

    public IReadOnlyList<SelfTestShare> Shares { get; private set; } = [];

    public Page<SelfTestRow> List { get; private set; } = new([], null, null);

    /// <summary>Where a finding is mended by this person.</summary>
    public FindingWords.Way WayOf(SelfTestRow row) => FindingWords.WayOf(Line.Rule.Indicator, row, User.GetRights());

    public async Task<IActionResult> OnGetAsync(string indicator, string? after, string? before, CancellationToken stop)
    {
        if (SelfTestIndicators.Find(indicator) is not { } rule) return NotFound();
        var scope = User.ScopeOf(Permission.CoverageRead);
        Line = await reader.LineAsync(rule, scope, stop);
        Shares = await reader.SharesAsync(rule.Indicator, scope, Mended, stop);
        List = await reader.FindingsAsync(rule.Indicator, scope, new SelfTestFilter(Mended, Organisation, ListPosition.Read(after), ListPosition.Read(before)), stop);
        return Page();
    }
}
