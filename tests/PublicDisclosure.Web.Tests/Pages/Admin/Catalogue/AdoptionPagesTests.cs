using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Catalogue;

public sealed class AdoptionPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Adoption_FromTheCountyEditionToATownshipsOwn()
    {
        using var township = await site.StaffAsync("township-steward");
        var adopted = await township.SubmitAsync(await township.OpenAsync("/admin/catalogue"));
        Assert.Equal(302, adopted.Code);
        var edition = await township.FollowAsync(adopted);
        Assert.Equal("桂平市木乐镇基层政务公开标准目录（2026年版）", edition.Heading);
        var id = Guid.Parse(adopted.RedirectsTo.Split('/')[^1]);

        // Nothing confirmed yet: refused with the reason.
        var refused = await township.SubmitAsync(await township.OpenAsync($"/admin/catalogue/editions/{id}/put-in-force"));
        Assert.Equal(422, refused.Code);
        Assert.Contains("没有确认是否适用", string.Join(' ', refused.Errors), StringComparison.Ordinal);

        // One item is proposed as not applicable, with a reason.
        var first = await site.ReadAsync(db => db.Items.Where(i => i.EditionId == id && db.Domains.Any(d => d.Id == i.DomainId && d.Code == "05")).OrderBy(i => i.SortOrder).FirstAsync());
        var item = await township.OpenAsync($"/admin/catalogue/items/{first.Id}");
        Assert.Equal(422, (await township.SubmitAsync(item, [("Reason", "")], "#not-applicable")).Code);
        var proposed = await township.SubmitAsync(item, [("Reason", "本镇没有此项")], "#not-applicable");
        Assert.Equal(("", 302), (string.Join(' ', proposed.Errors), proposed.Code));
        Assert.Equal(409, (await township.SubmitAsync(item, [("Reason", "再提一次")], "#not-applicable")).Code);

        // The lead department refuses without a remark in vain, then agrees.
        using var lead = await site.StaffAsync("reviewer");
        var proposals = await lead.OpenAsync("/admin/catalogue/proposals");
        Assert.Contains("本镇没有此项", proposals.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await lead.SubmitAsync(proposals, [], "main form", "button[value=false]")).Code);
        Assert.Equal(302, (await lead.SubmitAsync(proposals, [], "main form", "button[value=true]")).Code);

        // All others apply, ticked domain by domain.
        var domains = await site.ReadAsync(db => db.Domains.Where(d => db.Items.Any(i => i.EditionId == id && i.DomainId == d.Id)).Select(d => d.Code).ToListAsync());
        foreach (var code in domains)
        {
            var page = await township.OpenAsync($"/admin/catalogue/editions/{id}/domains/{code}?filter=Pending");
            var rows = page.Document.QuerySelectorAll("input[name=Rows]").Select(b => ("Rows", b.GetAttribute("value"))).ToList();
            if (rows.Count > 0) Assert.Equal(302, (await township.SubmitAsync(page, rows, "#rows", "#applies")).Code);
        }

        Assert.Equal(302, (await township.SubmitAsync(await township.OpenAsync($"/admin/catalogue/editions/{id}/put-in-force"))).Code);
        var own = await site.OrganisationAsync("450881101");
        Assert.Equal(EditionStatus.InForce, await site.ReadAsync(db => db.Editions.Where(e => e.Id == id).Select(e => e.Status).SingleAsync()));
        Assert.False(await site.ReadAsync(db => db.Duties.AnyAsync(d => d.OrganisationId == own && d.ItemCode == first.Code && d.IsActive)));
    }

    [Fact]
    public async Task Adopt_ForAForeignTownship_Is404()
    {
        using var client = await site.StaffAsync("steward");
        var page = await client.OpenAsync("/admin/catalogue/editions/new");
        var foreign = await site.OrganisationAsync("450881102");
        using var content = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("townshipId", foreign.ToString()), KeyValuePair.Create("__RequestVerificationToken", page.Value("__RequestVerificationToken")!),
        ]);
        using var response = await client.PostAsync("/admin/catalogue?handler=Adopt", content, TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)response.StatusCode);
    }
}
