using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Web.Tests.Infrastructure;
using PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class ValidityPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Record_ThenConfirmByAnother_ChangesThePublicPage()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published, Normative());
        var address = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == id).Select(l => l.Address).SingleAsync());
        using var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync($"/admin/validity/{id}");

        var empty = await SendAsync(clerk, form, "#record");
        Assert.Equal(422, empty.Code);
        var refused = await SendAsync(clerk, form, "#record", ("Input.Kind", "Repeal"), ("Input.BasisAddress", "mzj-1999-00001"), ("Input.Reason", "清理"));
        Assert.Equal(422, refused.Code);
        Assert.Contains("没有找到这个网址", refused.Text, StringComparison.Ordinal);
        var recorded = await SendAsync(clerk, form, "#record", ("Input.Kind", "Repeal"), ("Input.EffectiveOn", Office.Today.ToString("yyyy-MM-dd", null)), ("Input.Basis", "浔政发〔2026〕1号"), ("Input.Reason", "清理后废止"));
        Assert.Equal(302, recorded.Code);
        Assert.DoesNotContain("起废止", (await clerk.OpenAsync("/disclosures/" + address)).Text, StringComparison.Ordinal);

        using var reviewer = await site.StaffAsync("reviewer");
        var waiting = await reviewer.OpenAsync($"/admin/validity/{id}");
        Assert.Equal(302, (await SendAsync(reviewer, waiting, "#confirm")).Code);
        Assert.Equal(422, (await SendAsync(reviewer, waiting, "#confirm", ("seenRevision", "1"))).Code);
        Assert.Equal(409, (await SendAsync(reviewer, waiting, "#confirm")).Code);
        foreach (var below in new[] { "", "/print", "/versions/1" })
            Assert.Contains("起废止。", (await clerk.OpenAsync($"/disclosures/{address}{below}")).Text, StringComparison.Ordinal);
        Assert.Contains("浔政发〔2026〕1号", (await clerk.OpenAsync("/policies/cleanup")).Text, StringComparison.Ordinal);
        Assert.Contains("【废止】", (await clerk.OpenAsync("/policies/feed.xml?validity=Repealed")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WrongRoleOrForeign_IsRefused()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published, Normative());
        using var anonymous = site.Visitor();
        Assert.StartsWith("/account/sign-in", (await anonymous.OpenAsync("/admin/validity")).RedirectsTo, StringComparison.Ordinal);
        using var admin = await site.StaffAsync("admin");
        Assert.Equal(403, (await admin.OpenAsync("/admin/validity")).Code);
        using var foreign = await site.StaffAsync("township-clerk");
        Assert.Equal(404, (await foreign.OpenAsync($"/admin/validity/{id}")).Code);
        using var auditor = await site.StaffAsync("auditor");
        var seen = await auditor.OpenAsync($"/admin/validity/{id}");
        Assert.Equal(200, seen.Code);
        Assert.Null(seen.Document.QuerySelector("#record"));
    }

    [Fact]
    public async Task Library_Filters_StandInTheAddressAndCount()
    {
        var office = await Office.OpenAsync(site);
        var text = Normative() with { Title = "桂平市公共租赁住房轮候管理办法的通知" };
        await office.InAsync(DisclosureState.Published, text);
        using var visitor = site.Visitor();

        var page = await visitor.OpenAsync($"/policies?title={Uri.EscapeDataString("租赁住房 轮候")}&number={Uri.EscapeDataString(text.DocumentNumber.Replace('〔', '[').Replace('〕', ']'))}");
        Assert.Contains(text.Title, page.Text, StringComparison.Ordinal);
        Assert.Contains("全部（1）", page.Text, StringComparison.Ordinal);
        Assert.Contains("有效（1）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Title, (await visitor.OpenAsync("/policies?validity=Expired")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.OpenAsync("/policies?theme=nonsense&from=31.12.2026&validity=9&number=%5B%5B%5B&after=x")).Code);
    }

    [Fact]
    public async Task Replaces_ChooseAndPublish_NamesItOnBothPages()
    {
        var office = await Office.OpenAsync(site);
        var old = await office.InAsync(DisclosureState.Published, Normative() with { Title = "桂平市旧版临时救助办法的通知" });
        var draft = await office.DraftAsync(Normative());
        using var clerk = await site.StaffAsync("clerk");

        var found = await clerk.OpenAsync($"/admin/disclosures/{draft}/replaces?q={Uri.EscapeDataString("旧版临时救助")}");
        Assert.Contains("桂平市旧版临时救助办法的通知", found.Text, StringComparison.Ordinal);
        var added = await clerk.SubmitAsync(found, null, "form[action*='handler=Add']", "button[value='true']");
        Assert.Equal(302, added.Code);
        Assert.Equal([new ReplacementChoice(old, true)], await site.ReadAsync(async db =>
            (await db.Disclosures.Include(d => d.Replacements).SingleAsync(d => d.Id == draft)).Replacements.Select(r => new ReplacementChoice(r.ReplacedId, r.Repeals)).ToList()));
        Assert.Equal(409, (await clerk.SubmitAsync(found, null, "form[action*='handler=Add']", "button[value='true']")).Code);
    }

    [Fact]
    public async Task Words_OfficeOnly_SavesImportsExports()
    {
        using var clerk = await site.StaffAsync("clerk");
        Assert.Equal(403, (await clerk.OpenAsync("/admin/words")).Code);
        Assert.Equal(200, (await clerk.OpenAsync("/admin/words/findings")).Code);
        using var office = await site.StaffAsync("office");
        var list = await office.OpenAsync("/admin/words?q=" + Uri.EscapeDataString("座落"));
        Assert.Contains("坐落", list.Text, StringComparison.Ordinal);
        var form = await office.OpenAsync("/admin/words/new");
        Assert.Equal(422, (await SendAsync(office, form, "main form", ("Input.Wrong", "座落"), ("Input.Right", "坐落"), ("Input.Kind", "Spelling"))).Code);
        Assert.Equal(302, (await SendAsync(office, form, "main form", ("Input.Wrong", "测式"), ("Input.Right", "测试"), ("Input.Kind", "Spelling"), ("Input.IsActive", "true"))).Code);
        Assert.Contains("测式,测试", (await office.OpenAsync("/admin/words/export")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await SendAsync(office, await office.OpenAsync("/admin/words/import"), "main form")).Code);
    }

    private static Task<SitePage> SendAsync(HttpClient client, SitePage page, string form, params (string Name, string? Value)[] fields) =>
        client.SubmitAsync(page, fields, form);

    private static DisclosureText Normative()
    {
        var number = Random.Shared.Next(1, 900_000);
        return Office.Text($"桂平市第{number}号救助管理办法的通知") with
        {
            Genre = DisclosureGenre.Normative,
            DocumentNumber = $"浔政规〔{Office.Today.Year}〕{number}号",
            PlainSummary = "救助怎么办，看这里。",
            EffectiveOn = Office.Today,
            ExpiresOn = Office.Today.AddYears(5),
        };
    }
}
