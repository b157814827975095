using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Privacy.Masking;

namespace PublicDisclosure.Web.Pages.Admin.MaskingRules;

/// <summary>The masking rules, each with an example of what it does.</summary>
public sealed class IndexModel(DisclosureDb db) : PageModel
{
    public IReadOnlyList<MaskingRule> Rules { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Rules = [.. (await db.MaskingRules.AsNoTracking().ToListAsync(stop)).OrderBy(r => r.Kind)];

    /// <summary>A made-up value and what the rule makes of it.</summary>
    public static (string Value, string Mask) Example(MaskingRule rule)
    {
        var value = rule.Kind switch
        {
            MaskingKind.IdentityNumber => "450881199001011234",
            MaskingKind.BankCard => "6228480402564890018",
            MaskingKind.Mobile => "13812345678",
            MaskingKind.Name => "张三丰",
            MaskingKind.HomeAddress => "桂平市木乐镇新村3组12号",
            _ => "残疾二级",
        };
        return (value, new Core.Privacy.Masking.MaskingRules([rule]).Mask(rule.Kind, value));
    }
}
