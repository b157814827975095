using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages;

public sealed class NotApplicablePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Township = "450881101";

    [Fact]
    public async Task Get_AgreedStatements_AreCountedAndReasonedInPublic()
    {
        var by = await site.UserAsync("office");
        var owner = await site.OrganisationAsync(Township);
        await site.WriteAsync(async db =>
        {
            var city = await db.Editions.AsNoTracking().Include(e => e.Items).SingleAsync(e => e.Status == EditionStatus.InForce && e.BasedOnEditionId == null);
            var edition = CatalogueEdition.Draft(Guid.NewGuid(), owner, "木乐镇目录（2026年版）", 2026, city.Id, SiteFactory.Clock.Now, null);
            foreach (var item in city.Items.Where(i => i.Levels.HasFlag(GovernmentLevels.Township)).OrderBy(i => i.SortOrder).Take(3))
                edition.Add(item.CopyTo(Guid.NewGuid(), edition.Id, ItemAdoption.Applies));
            Decide(edition.Items[0], by, "本镇没有地铁", agreed: true);
            Decide(edition.Items[1], by, "本镇不想公开", agreed: false);
            edition.Items[2].ProposeNotApplicable("还没有人同意");
            edition.PutInForce(SiteFactory.Clock.Today);
            db.Add(edition);
        });
        using var visitor = site.Visitor();

        var all = await visitor.OpenAsync("/editions/not-applicable");
        var own = await visitor.OpenAsync($"/organisations/{Township}/not-applicable");
        var column = await visitor.OpenAsync($"/organisations/{Township}");

        Assert.Equal("1", all.Document.QuerySelector($"a[href='/organisations/{Township}/not-applicable']")!.TextContent);
        foreach (var page in new[] { all, own })
        {
            Assert.Equal(200, page.Code);
            Assert.Contains("本镇没有地铁", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("不想公开", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("还没有人同意", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("1 项", column.Document.QuerySelector($"aside a[href='/organisations/{Township}/not-applicable']")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mzj")]
    [InlineData("nothing")]
    public async Task Get_OfAnythingButATownship_Is404(string slug)
    {
        using var visitor = site.Visitor();

        Assert.Equal(404, (await visitor.OpenAsync($"/organisations/{slug}/not-applicable")).Code);
    }

    private static void Decide(StandardItem item, Guid by, string reason, bool agreed)
    {
        item.ProposeNotApplicable(reason);
        item.DecideNotApplicable(by, agreed, agreed ? "" : "须公开");
    }
}
