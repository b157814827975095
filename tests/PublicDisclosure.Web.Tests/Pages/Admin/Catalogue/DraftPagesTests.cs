using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Catalogue;

public sealed class DraftPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Draft_FromNewToInForce_ByTheCitySteward()
    {
        using var client = await site.StaffAsync("steward");

        var created = await client.SubmitAsync(await client.OpenAsync("/admin/catalogue/editions/new"), [("Input.Name", "桂平市目录（测试版）")]);
        Assert.Equal(302, created.Code);
        var draft = Guid.Parse(created.RedirectsTo.Split('/')[^1]);
        Assert.Equal("桂平市目录（测试版）", (await client.FollowAsync(created)).Heading);
        Assert.Equal(422, (await client.SubmitAsync(await client.OpenAsync("/admin/catalogue/editions/new"), [("Input.Name", "另一份")])).Code);

        // A new item: refused with what was typed, then added.
        var form = await client.OpenAsync($"/admin/catalogue/editions/{draft}/items/new");
        var domain = await site.ReadAsync(db => db.Domains.Where(d => d.Code == "05").Select(d => d.Id).SingleAsync());
        var refused = await client.SubmitAsync(form, [("Input.Level1", "新设救助"), ("Input.Levels", "County")]);
        Assert.Equal((422, "新设救助"), (refused.Code, refused.Value("Input.Level1")));
        var added = await client.SubmitAsync(form, [("DomainId", domain.ToString()), ("Input.Level1", "新设救助"), ("Input.Body", "民政部门"), ("Input.Levels", "County")]);
        Assert.Equal(302, added.Code);

        // Editing it: the same form twice is edited meanwhile the second time.
        var item = await client.FollowAsync(added);
        Assert.Equal(302, (await client.SubmitAsync(item, [("Input.TimeLimit", "20个工作日内")], "#edit")).Code);
        Assert.Equal(409, (await client.SubmitAsync(item, [("Input.TimeLimit", "10个工作日内")], "#edit")).Code);

        // Striking needs a reason.
        var now = await client.OpenAsync(item.Path);
        Assert.Equal(422, (await client.SubmitAsync(now, [("Reason", " ")], "#strike")).Code);
        Assert.Equal(302, (await client.SubmitAsync(now, [("Reason", "重复")], "#strike")).Code);
        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync(item.Path), [], "#retire")).Code);

        var city = await site.ReadAsync(db => db.Editions.Where(e => e.Status == EditionStatus.InForce).Select(e => e.Id).SingleAsync());
        Assert.Equal(200, (await client.OpenAsync($"/admin/catalogue/compare?before={city}&after={draft}")).Code);
        var check = await client.OpenAsync($"/admin/catalogue/editions/{draft}/put-in-force");
        Assert.Contains("可以施行", check.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await client.SubmitAsync(check)).Code);
        Assert.Equal(EditionStatus.Superseded, await site.ReadAsync(db => db.Editions.Where(e => e.Id == city).Select(e => e.Status).SingleAsync()));
        Assert.Equal(404, (await client.OpenAsync($"/admin/catalogue/editions/{draft}/put-in-force")).Code);
    }

    [Fact]
    public async Task Post_HostileText_IsKeptAsTextAndNeverRuns()
    {
        using var client = await site.StaffAsync("steward");
        var edition = await site.ReadAsync(db => db.Editions.Where(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == null).Select(e => e.Id).FirstAsync());
        var page = await client.OpenAsync("/admin/catalogue/editions/new");

        var answer = await client.SubmitAsync(page, [("Input.Name", "<script>alert(1)</script>'; DROP TABLE Editions;--"), ("Input.Year", "99999")]);

        Assert.Equal(422, answer.Code);
        Assert.Equal("<script>alert(1)</script>'; DROP TABLE Editions;--", answer.Value("Input.Name"));
        Assert.DoesNotContain(answer.Document.QuerySelectorAll("main script"), s => s.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        Assert.Equal(422, (await client.SubmitAsync(page, [("Input.Name", new string('长', 100_000))])).Code);
        Assert.NotEqual(Guid.Empty, edition);
    }
}
