using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>The rules of the masking assistant: kept by the disclosure office and the platform admin, for the whole city.</summary>
public sealed class MaskingRulePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Card = "/admin/masking-rules/BankCard";

    [Fact]
    public async Task Pages_ByRole_OnlyOfficeAndPlatformAdmin()
    {
        using var visitor = site.Visitor();
        using var admin = await site.StaffAsync("admin");
        foreach (var address in new[] { "/admin/masking-rules", Card })
        {
            Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync(address)).RedirectsTo, StringComparison.Ordinal);
            Assert.Equal(200, (await admin.OpenAsync(address)).Code);
            foreach (var account in new[] { "clerk", "reviewer", "org-admin", "steward", "auditor" })
            {
                using var other = await site.StaffAsync(account);
                Assert.Equal(403, (await other.OpenAsync(address)).Code);
            }
        }

        Assert.Equal(404, (await admin.OpenAsync("/admin/masking-rules/HiddenSheet")).Code);
        Assert.Equal(404, (await admin.OpenAsync("/admin/masking-rules/Nonsense")).Code);
    }

    [Fact]
    public async Task Index_EveryRule_ShowsAnExampleAndWhatIsUnverified()
    {
        using var office = await site.StaffAsync("office");

        var page = await office.OpenAsync("/admin/masking-rules");

        var rules = await site.ReadAsync(db => db.MaskingRules.ToListAsync());
        Assert.Equal(rules.Count, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(rules.Count(r => !r.IsVerified), page.Document.QuerySelectorAll("tbody .tag").Length);
        Assert.Contains("450881********1234", page.Text, StringComparison.Ordinal);
        Assert.Contains("138****5678", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_RuleThatMasksTooLittle_IsRefusedAndWhatWasTypedComesBack()
    {
        using var office = await site.StaffAsync("office");
        var before = await RuleAsync(MaskingKind.IdentityNumber);

        var answer = await office.SubmitAsync(await office.OpenAsync("/admin/masking-rules/IdentityNumber"), [("Input.KeepFirst", "9"), ("Input.KeepLast", "8"), ("Input.Source", "试改")]);

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.Equal(("9", "8", "试改"), (answer.Value("Input.KeepFirst"), answer.Value("Input.KeepLast"), answer.Value("Input.Source")));
        Assert.Equal(before.Revision, (await RuleAsync(MaskingKind.IdentityNumber)).Revision);
    }

    [Fact]
    public async Task Save_OfficeChangesARule_HoldsAtOnce_IsAudited_AndAnOlderFormIsConflict()
    {
        using var office = await site.StaffAsync("office");
        using var admin = await site.StaffAsync("admin");
        var (form, older) = (await office.OpenAsync(Card), await admin.OpenAsync(Card));

        var saved = await office.SubmitAsync(form, [("Input.KeepFirst", "2"), ("Input.KeepLast", "3")]);

        Assert.True(saved.Code == 302, $"{saved.Code} {string.Join(' ', saved.Errors)}");
        Assert.Contains("62**************018", (await office.FollowAsync(saved)).Text, StringComparison.Ordinal);
        var late = await admin.SubmitAsync(older, [("Input.KeepFirst", "1")]);
        Assert.Equal((409, "1"), (late.Code, late.Value("Input.KeepFirst")));
        Assert.Equal(2, (await RuleAsync(MaskingKind.BankCard)).KeepFirst);
        var rule = (await RuleAsync(MaskingKind.BankCard)).Id;
        Assert.Equal(1, await site.ReadAsync(db => db.AuditEntries.CountAsync(e => e.Action == "MaskingRule.Edit" && e.ObjectId == rule)));
    }

    private Task<MaskingRule> RuleAsync(MaskingKind kind) => site.ReadAsync(db => db.MaskingRules.SingleAsync(r => r.Kind == kind));
}
