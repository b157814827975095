using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Web.Tests.Api;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

/// <summary>Keys of business systems as the administrator of an organisation and the disclosure office meet them.</summary>
public sealed class ApiKeyPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Theory]
    [InlineData(null, 302), InlineData("clerk", 403), InlineData("reviewer", 403), InlineData("auditor", 403), InlineData("admin", 403), InlineData("org-admin", 200), InlineData("office", 200)]
    public async Task Get_ByRole(string? who, int code)
    {
        using var client = who is null ? site.Visitor() : await site.StaffAsync(who);

        foreach (var path in new[] { "/admin/api-keys", "/admin/api-keys/new" }) Assert.Equal(code, (await client.OpenAsync(path)).Code);
    }

    [Fact]
    public async Task Make_ShowsTheKeyOnceAndItOpensTheDoor_UntilItIsRevoked()
    {
        var office = await Office.OpenAsync(site);
        using var admin = await site.StaffAsync("org-admin");
        var form = await admin.OpenAsync("/admin/api-keys/new");
        Assert.Equal(3, form.Document.QuerySelectorAll("[name='Input.Scopes'][checked]").Length);

        var made = await admin.SubmitAsync(form, [("Input.SystemName", "一次救助系统"), ("Input.ResponsibleId", office.Clerk.ToString())]);
        Assert.True(made.Code == 302, string.Join(' ', made.Errors));
        var shown = await admin.FollowAsync(made);
        var secret = shown.Document.QuerySelector("#secret")!.GetAttribute("value")!;
        Assert.Matches("^pdk_[0-9a-f]{64}$", secret);
        var again = await admin.OpenAsync(made.RedirectsTo);
        Assert.Null(again.Document.QuerySelector("#secret"));
        Assert.Contains(secret[..12] + "…", again.Text, StringComparison.Ordinal);

        using var system = new BusinessSystem(site, secret);
        var sent = await system.SendAsync(BusinessSystem.Draft(office, "P-1"));
        Assert.Equal(201, sent.Status);
        var list = (await admin.OpenAsync("/admin/api-keys")).Text;
        Assert.Contains("一次救助系统", list, StringComparison.Ordinal);
        Assert.DoesNotContain(secret[12..], list, StringComparison.Ordinal);
        var details = await admin.OpenAsync(made.RedirectsTo);
        Assert.Contains("P-1", details.Text, StringComparison.Ordinal);
        Assert.Contains("送件 1 件", details.Text, StringComparison.Ordinal);

        var revoked = await admin.SubmitAsync(details);
        Assert.Contains("密钥已停用", (await admin.FollowAsync(revoked)).Flash, StringComparison.Ordinal);
        Assert.Equal(401, (await system.GetAsync("/api/v1/drafts/" + sent.Id)).Status);
        Assert.Null((await admin.OpenAsync(made.RedirectsTo)).Document.QuerySelector("main form"));
    }

    [Fact]
    public async Task Make_WhatCannotBe_SaysWhyAndKeepsWhatWasTyped()
    {
        var office = await Office.OpenAsync(site);
        using var admin = await site.StaffAsync("org-admin");
        var form = await admin.OpenAsync("/admin/api-keys/new");

        var empty = await admin.SubmitAsync(form, [("Input.SystemName", ""), ("Input.ResponsibleId", "")]);
        Assert.Equal((422, 2), (empty.Code, empty.Errors.Count));
        var wrong = await admin.SubmitAsync(form, [("Input.SystemName", "系统甲"), ("Input.Scopes", null), ("Input.ResponsibleId", office.Reviewer.ToString()), ("Input.ExpiresOn", "2099-01-01")]);
        Assert.Equal(422, wrong.Code);
        Assert.Equal(3, wrong.Errors.Count);
        Assert.Equal("系统甲", wrong.Value("Input.SystemName"));
        Assert.False(await site.ReadAsync(db => db.ApiKeys.AnyAsync(k => k.SystemName == "系统甲")));
    }

    [Fact]
    public async Task Make_ForAnotherOrganisation_IsNotFound_ButTheOfficeMay()
    {
        var township = await site.OrganisationAsync("450881101");
        using var admin = await site.StaffAsync("org-admin");
        using var office = await site.StaffAsync("office");

        Assert.Equal(404, (await admin.OpenAsync($"/admin/api-keys/new?organisation={township}")).Code);
        var own = await admin.OpenAsync("/admin/api-keys/new");
        Assert.Equal(404, (await admin.SubmitAsync(own, [("Organisation", township.ToString()), ("Input.SystemName", "系统"), ("Input.ResponsibleId", (await site.UserAsync("township-clerk")).ToString())])).Code);
        var choose = await office.OpenAsync("/admin/api-keys/new");
        Assert.Contains("先选定", choose.Text, StringComparison.Ordinal);
        var made = await office.SubmitAsync(
            await office.OpenAsync($"/admin/api-keys/new?organisation={township}"), [("Input.SystemName", "镇办公系统"), ("Input.ResponsibleId", (await site.UserAsync("township-clerk")).ToString())], form: "main form[method=post]");
        Assert.True(made.Code == 302, string.Join(' ', made.Errors));
        Assert.Equal(404, (await admin.OpenAsync(made.RedirectsTo)).Code);
        Assert.DoesNotContain("镇办公系统", (await admin.OpenAsync("/admin/api-keys")).Text, StringComparison.Ordinal);
        Assert.Contains("镇办公系统", (await office.OpenAsync("/admin/api-keys")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expiring_StandsOnListAndDesk()
    {
        using var system = await BusinessSystem.OfAsync(site, name: "快到期的系统");
        var prefix = system.Key![..12];
        await site.ReadAsync(db => db.ApiKeys.Where(k => k.Prefix == prefix).ExecuteUpdateAsync(set => set.SetProperty(k => k.ExpiresOn, Office.Today.AddDays(5))));
        using var admin = await site.StaffAsync("org-admin");

        Assert.Contains("个密钥即将到期", (await admin.OpenAsync("/admin/api-keys")).Text, StringComparison.Ordinal);
        Assert.Contains("业务系统密钥即将到期", (await admin.OpenAsync("/admin")).Text, StringComparison.Ordinal);
        var id = await site.ReadAsync(db => db.ApiKeys.Where(k => k.Prefix == prefix).Select(k => k.Id).SingleAsync());
        Assert.Contains("制发新的密钥", (await admin.OpenAsync($"/admin/api-keys/{id}")).Text, StringComparison.Ordinal);
    }
}
