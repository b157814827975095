using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>A policy with its interpretation, by the pages: plan, drafts by a button, one signature, one publication, links both ways.</summary>
public sealed class InterpretationPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly (string Name, string? Value)[] Plan =
    [
        ("Input.Outline", "为什么出台、谁能办、怎么办"), ("Input.Forms", "Text"), ("Input.Forms", "Expert"), ("Input.Channels", "Website"), ("Input.Time", "与文件同步发布"),
        ("Input.Name", "韦某"), ("Input.Post", "市民政局局长"), ("Input.ContactUnit", "市民政局办公室"), ("Input.ContactPhone", "0775-3380001"),
    ];

    [Fact]
    public async Task Policy_FromPlanToPublication_GoesWithItsMaterial()
    {
        var office = await Office.OpenAsync(site);
        var policy = await office.DraftAsync(Normative());
        using var clerk = await site.StaffAsync("clerk");
        Assert.Contains("还没有解读方案", (await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{policy}/submit"), form: "#act")).Text, StringComparison.Ordinal);

        var page = await clerk.OpenAsync($"/admin/disclosures/{policy}/interpretation");
        var empty = await clerk.SubmitAsync(page, form: "#plan");
        Assert.Equal(422, empty.Code);
        Assert.Contains("解读方案应当完整", empty.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await clerk.SubmitAsync(page, Plan, "#plan")).Code);
        // Sent again with the revision of before the first sending.
        Assert.Equal(409, (await clerk.SubmitAsync(page, Plan, "#plan")).Code);

        var material = new List<Guid> { await DraftAsync(clerk, policy, InterpretationForm.Text), await DraftAsync(clerk, policy, InterpretationForm.Expert) };
        foreach (var id in material) await office.LeadAsync(id, DisclosureState.AwaitingApproval);
        await office.LeadAsync(policy, DisclosureState.AwaitingApproval);

        using var reviewer = await site.StaffAsync("reviewer");
        var approve = await reviewer.OpenAsync($"/admin/disclosures/{policy}/approve");
        Assert.Contains("一并审签的解读材料", approve.Text, StringComparison.Ordinal);
        Assert.Equal(2, approve.Document.QuerySelectorAll("input[name^='SeenMaterial']").Length);
        Assert.Equal(422, (await reviewer.SubmitAsync(approve, [($"SeenMaterial[{material[0]}]", null), ($"SeenMaterial[{material[1]}]", null)], "#act")).Code);
        Assert.Equal(302, (await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/disclosures/{policy}/approve"), form: "#act")).Code);
        Assert.Equal(302, (await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/disclosures/{policy}/publish"), form: "#act")).Code);

        var addresses = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == policy || material.Contains(l.DisclosureId)).ToDictionaryAsync(l => l.DisclosureId, l => l.Address));
        Assert.Equal(3, addresses.Count);
        using var visitor = site.Visitor();
        var read = await visitor.OpenAsync("/disclosures/" + addresses[policy]);
        foreach (var id in material)
        {
            Assert.NotNull(read.Document.QuerySelector($".interpretation a[href='/disclosures/{addresses[id]}']"));
            var explaining = await visitor.OpenAsync("/disclosures/" + addresses[id]);
            Assert.NotNull(explaining.Document.QuerySelector($".interpretation a[href='/disclosures/{addresses[policy]}']"));
            Assert.Contains("韦某（市民政局局长）", explaining.Text, StringComparison.Ordinal);
            Assert.Contains(addresses[id], (await visitor.OpenAsync("/interpretations?organisation=mzj")).Document.Source.Text, StringComparison.Ordinal);
            Assert.Contains(addresses[id], (await visitor.OpenAsync("/interpretations/feed.xml")).Document.Source.Text, StringComparison.Ordinal);
        }

        Assert.Contains(addresses[material[0]], (await visitor.OpenAsync("/interpretations?form=Text")).Document.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(addresses[material[0]], (await visitor.OpenAsync("/interpretations?form=Expert")).Document.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(addresses[material[0]], (await visitor.OpenAsync("/interpretations?organisation=czj")).Document.Source.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.OpenAsync("/interpretations?form=nonsense&domain=none&after=x&before=y")).Code);
        Assert.Equal(400, (await visitor.OpenAsync("/interpretations/feed.xml?domain=none")).Code);
    }

    [Fact]
    public async Task Explains_ASecondPolicyFoundByItsTitle_IsChosenBesideTheFirst()
    {
        var office = await Office.OpenAsync(site);
        var (first, second) = (await office.DraftAsync(Normative()), Normative());
        var other = await office.DraftAsync(second);
        using var clerk = await site.StaffAsync("clerk");
        Assert.Equal(302, (await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{first}/interpretation"), Plan, "#plan")).Code);
        var material = await DraftAsync(clerk, first, InterpretationForm.Text);

        var page = await clerk.OpenAsync($"/admin/disclosures/{material}/explains?q={Uri.EscapeDataString(second.Title)}");
        Assert.Equal(200, page.Code);
        var saved = await clerk.SubmitAsync(page, [("Input.Policies", first.ToString()), ("Input.Policies", other.ToString())], "#explains");

        Assert.True(saved.Code == 302, $"{saved.Code} {string.Join(' ', saved.Errors)}");
        var links = await site.ReadAsync(db => db.InterpretationLinks.Where(l => l.InterpretationId == material).Select(l => l.PolicyId).ToListAsync());
        Assert.Equal(new[] { first, other }.Order(), links.Order());
    }

    [Fact]
    public async Task Interpretation_WrongRoleOrForeign_IsNotGiven()
    {
        var office = await Office.OpenAsync(site);
        var policy = await office.DraftAsync(Normative());
        using var visitor = site.Visitor();
        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync($"/admin/disclosures/{policy}/interpretation")).RedirectsTo, StringComparison.Ordinal);
        using var foreign = await site.StaffAsync("township-clerk");
        foreach (var below in new[] { "interpretation", "forwarded", "explains" }) Assert.Equal(404, (await foreign.OpenAsync($"/admin/disclosures/{policy}/{below}")).Code);
        using var clerk = await site.StaffAsync("clerk");
        Assert.Equal(403, (await clerk.OpenAsync($"/admin/disclosures/{policy}/waive")).Code);
        Assert.Equal(404, (await clerk.OpenAsync($"/admin/disclosures/{policy}/explains")).Code);
        using var reviewer = await site.StaffAsync("reviewer");
        var seen = await reviewer.OpenAsync($"/admin/disclosures/{policy}/interpretation");
        Assert.Equal((200, true), (seen.Code, seen.Document.QuerySelector("#plan") is null));
        using var forged = await site.StaffAsync("clerk");
        Assert.Equal(400, (await forged.SubmitAsync(await forged.OpenAsync($"/admin/disclosures/{policy}/interpretation"), [("form", "99")], "form[action*='handler=Draft']")).Code);
    }

    [Fact]
    public async Task Waive_ByTheOffice_ShowsTheDebtToEverybodyAndOnTheDesks()
    {
        var office = await Office.OpenAsync(site);
        var policy = await office.DraftAsync(Normative());
        using var official = await site.StaffAsync("office");
        var form = await official.OpenAsync($"/admin/disclosures/{policy}/waive");
        Assert.Equal(422, (await official.SubmitAsync(form, form: "#waive")).Code);
        Assert.Equal(302, (await official.SubmitAsync(form, [("Input.Reason", "汛情紧急，须立即公布避险措施")], "#waive")).Code);
        await office.LeadAsync(policy, DisclosureState.Published);
        var (address, title) = await site.ReadAsync(db => db.Listings.Where(l => l.DisclosureId == policy).Select(l => new ValueTuple<string, string>(l.Address, l.Title)).SingleAsync());

        using var visitor = site.Visitor();
        foreach (var path in new[] { "/disclosures/" + address, "/interpretations/owed" })
        {
            var page = await visitor.OpenAsync(path);
            Assert.Contains("汛情紧急，须立即公布避险措施", page.Text, StringComparison.Ordinal);
            var explained = page.Document.QuerySelector("main a.due-date")!.GetAttribute("href")!;
            Assert.Contains("amount=3&unit=WorkingDay", explained, StringComparison.Ordinal);
            Assert.Equal(200, (await visitor.OpenAsync(explained)).Code);
        }

        foreach (var person in new[] { "clerk", "reviewer", "office" })
        {
            using var staff = await site.StaffAsync(person);
            Assert.Contains(title, (await staff.OpenAsync("/admin?kind=InterpretationOwed")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Forwarded_SavedAndTakenOff_IsToldOnThePage()
    {
        var office = await Office.OpenAsync(site);
        var policy = await office.DraftAsync(Normative());
        using var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync($"/admin/disclosures/{policy}/forwarded");
        (string, string?)[] words = [("Input.Title", "《办法》解读"), ("Input.Address", "https://www.gxzf.gov.cn/1.html"), ("Input.Issuer", "自治区民政厅")];

        var wrong = await clerk.SubmitAsync(form, [words[0], ("Input.Address", "https://example.com/1"), words[2]], "#link");
        Assert.Equal(422, wrong.Code);
        Assert.Contains("域名属于：gov.cn", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await clerk.SubmitAsync(form, words, "#link")).Code);
        Assert.Contains("已关联自治区民政厅的解读", (await clerk.OpenAsync($"/admin/disclosures/{policy}/interpretation")).Text, StringComparison.Ordinal);
        Assert.Equal(302, (await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{policy}/forwarded"), form: "#link", button: "button.button-quiet")).Code);
        Assert.DoesNotContain("已关联", (await clerk.OpenAsync($"/admin/disclosures/{policy}/interpretation")).Text, StringComparison.Ordinal);
    }

    /// <summary>Presses the button of the form, fills the text in, and says who explains.</summary>
    private async Task<Guid> DraftAsync(HttpClient clerk, Guid policy, InterpretationForm form)
    {
        var page = await clerk.OpenAsync($"/admin/disclosures/{policy}/interpretation");
        var button = page.Document.QuerySelectorAll("form[action*='handler=Draft']").Select((f, i) => (f, i)).Single(p => p.f.QuerySelector("input[name=form]")!.GetAttribute("value") == form.ToString());
        button.f.SetAttribute("id", "wanted");
        var drafted = await clerk.SubmitAsync(page, form: "#wanted");
        Assert.Equal(302, drafted.Code);
        var id = await site.ReadAsync(db => db.InterpretationLinks.Where(l => l.PolicyId == policy)
            .Join(db.Interpretations.Where(i => i.Form == form), l => l.InterpretationId, i => i.DisclosureId, (_, i) => i.DisclosureId).SingleAsync());
        Assert.EndsWith($"/{id}/edit", drafted.RedirectsTo, StringComparison.Ordinal);
        var text = await site.ReadAsync(db => db.Disclosures.Where(d => d.Id == id).Select(d => new { d.Text, d.Revision }).SingleAsync());
        var saved = await site.UseAsync<DisclosureEditor, Outcome>(async e => await e.EditAsync(new EditDisclosure(id, text.Revision, text.Text with
        {
            FormedOn = Office.Today,
            Body = "## 一、背景依据\n\n困难群众过去要跑多个窗口。\n\n## 二、主要内容\n\n今后在镇服务中心交一次材料。\n\n## 三、适用范围\n\n全市城乡居民都可以办。\n\n## 四、注意事项\n\n材料不全的，窗口会一次说清楚缺什么。",
        }, [], await site.UserAsync("clerk"))));
        Assert.True(saved.IsDone, string.Join("; ", saved.Refusals));
        return id;
    }

    private static DisclosureText Normative()
    {
        var number = Random.Shared.Next(1, 900_000);
        return Office.Text($"桂平市第{number}号临时救助办法的通知") with
        {
            Genre = DisclosureGenre.Normative,
            DocumentNumber = $"浔民规〔{Office.Today.Year}〕{number}号",
            EffectiveOn = Office.Today,
            ExpiresOn = Office.Today.AddYears(5),
            PlainSummary = "说明怎样申请救助。",
        };
    }
}
