using System.Text;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>The masking assistant as a clerk meets it: what is proposed, what is left out, what takes the file's place, what cannot.</summary>
public sealed class MaskPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Identity = "11010519491231002X", Mobile = "13877512345", Preview = "#preview", Apply = "#apply";

    // No two drafts share a file, or the other one's would keep it in the open store.
    private static string List => $"姓名,身份证号,联系电话,备注\n王五六,{Identity},{Mobile},{Guid.NewGuid():N}\n";

    [Fact]
    public async Task Get_ListWithNumbers_ProposesMasksAndShowsNoNumberWhole()
    {
        var (id, file) = await WithFileAsync("名单.csv", List);
        using var clerk = await site.StaffAsync("clerk");

        var page = await clerk.OpenAsync(Address(id, file));

        Assert.Equal(200, page.Code);
        Assert.Contains("110105********002X", page.Text, StringComparison.Ordinal);
        Assert.Contains("138****2345", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Identity, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(Mobile, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        // The number cannot be left out: it stands without a box.
        Assert.All(Boxes(page), box => Assert.DoesNotContain("IdentityNumber", box.Key, StringComparison.Ordinal));
        Assert.Contains(Boxes(page), box => box.Key.EndsWith(":Mobile", StringComparison.Ordinal) && box.IsTicked);
    }

    [Fact]
    public async Task Preview_SomeUnticked_ShowsTheResult_KeepsTheTicks_AndSavesNothing()
    {
        var (id, file) = await WithFileAsync("名单.csv", List);
        using var clerk = await site.StaffAsync("clerk");
        var before = await FindAsync(id);

        var page = await SubmitAsync(clerk, await clerk.OpenAsync(Address(id, file)), Preview, without: ":Mobile");

        Assert.Equal(200, page.Code);
        var result = page.Document.QuerySelector(".mask-result")!.TextContent;
        Assert.Contains(Mobile, result, StringComparison.Ordinal);
        Assert.Contains("110105********002X", result, StringComparison.Ordinal);
        Assert.Contains(Boxes(page), box => box.Key.EndsWith(":Mobile", StringComparison.Ordinal) && !box.IsTicked);
        Assert.Contains(Boxes(page), box => box.Key.EndsWith(":Name", StringComparison.Ordinal) && box.IsTicked);
        Assert.Equal((before.Revision, before.Attachments[0].Hash), ((await FindAsync(id)).Revision, (await FindAsync(id)).Attachments[0].Hash));
    }

    [Fact]
    public async Task Apply_SomeUnticked_AttachesTheMaskedCopyAndClosesTheOriginal()
    {
        var (id, file) = await WithFileAsync("名单.csv", List);
        using var clerk = await site.StaffAsync("clerk");
        var original = (await FindAsync(id)).Attachments[0].Hash;

        var done = await SubmitAsync(clerk, await clerk.OpenAsync(Address(id, file)), Apply, without: ":Mobile");

        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");
        Assert.Contains("原文件已移入内部保管区", (await clerk.FollowAsync(done)).Flash, StringComparison.Ordinal);
        var content = await clerk.GetStringAsync($"/admin/disclosures/{id}/attachments/{file}", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Identity, content, StringComparison.Ordinal);
        Assert.DoesNotContain("王五六", content, StringComparison.Ordinal);
        Assert.Contains(Mobile, content, StringComparison.Ordinal);
        Assert.False(await site.UseAsync<IAttachmentStore, bool>(files => Task.FromResult(files.Exists(original))));
        Assert.True(await site.UseAsync<ClosedStore, bool>(files => Task.FromResult(files.Exists(original))));
        // What was left out is proposed again; the rest is done.
        Assert.All(Boxes(await clerk.OpenAsync(Address(id, file))), box => Assert.EndsWith(":Mobile", box.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Apply_ValueIsStillFound_IsRefusedAndKeepsFileAndTicks()
    {
        // With a blank inside, the name in the second column is another word to the rules and the same to the proof.
        var (id, file) = await WithFileAsync("名单.csv", $"姓名,身份证号,联系电话,说明\n王五六,{Identity},{Mobile},由王 五六本人申请\n");
        using var clerk = await site.StaffAsync("clerk");
        var before = await FindAsync(id);

        var answer = await SubmitAsync(clerk, await clerk.OpenAsync(Address(id, file)), Apply, without: ":Mobile");

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.Contains(Boxes(answer), box => box.Key.EndsWith(":Mobile", StringComparison.Ordinal) && !box.IsTicked);
        var after = await FindAsync(id);
        Assert.Equal((before.Revision, before.Attachments[0].Hash), (after.Revision, after.Attachments[0].Hash));
    }

    [Fact]
    public async Task Apply_EditedMeanwhile_IsConflict_AndTheNextTryIsAboutTheNewest()
    {
        var (id, file) = await WithFileAsync("名单.csv", List);
        using var clerk = await site.StaffAsync("clerk");
        var seen = await clerk.OpenAsync(Address(id, file));
        await (await Office.OpenAsync(site)).TouchAsync(id);
        var before = (await FindAsync(id)).Attachments[0].Hash;

        var answer = await SubmitAsync(clerk, seen, Apply, without: ":Mobile");

        Assert.Equal(409, answer.Code);
        Assert.Equal(before, (await FindAsync(id)).Attachments[0].Hash);
        Assert.Contains(Boxes(answer), box => box.Key.EndsWith(":Mobile", StringComparison.Ordinal) && !box.IsTicked);
        Assert.Equal(302, (await clerk.SubmitAsync(answer, button: Apply)).Code);
        Assert.NotEqual(before, (await FindAsync(id)).Attachments[0].Hash);
    }

    [Fact]
    public async Task Apply_Text_MasksBodyAndIsHistory()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync(Office.Text(body: $"经办人电话{Mobile}，申请人身份证号{Identity}。请在公示期内核对有关内容，有异议的向民政局反映。"));
        using var clerk = await site.StaffAsync("clerk");

        var done = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/mask"), button: Apply);

        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");
        var body = (await FindAsync(id)).Text.Body;
        Assert.DoesNotContain(Identity, body, StringComparison.Ordinal);
        Assert.DoesNotContain(Mobile, body, StringComparison.Ordinal);
        Assert.Contains("没有发现需要脱敏的内容", (await clerk.OpenAsync($"/admin/disclosures/{id}/mask")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FileThatCannotBeMasked_SaysWhyAndOffersNoButton()
    {
        var (id, file) = await WithFileAsync("扫描件.pdf", PoisonedFiles.Of("扫描件.pdf").Content);
        using var clerk = await site.StaffAsync("clerk");

        var page = await clerk.OpenAsync(Address(id, file));

        Assert.Equal(422, page.Code);
        Assert.NotEmpty(page.Errors);
        Assert.Null(page.Document.QuerySelector(Apply));
    }

    [Fact]
    public async Task Pages_AnonymousWrongRoleAndForeigner_AreTurnedAway_GetAndPost()
    {
        var (id, file) = await WithFileAsync("名单.csv", List);
        var before = (await FindAsync(id)).Revision;
        using var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync(Address(id, file));
        using var visitor = site.Visitor();
        Assert.Equal(302, (await visitor.OpenAsync(Address(id, file))).Code);
        foreach (var (account, code) in new[] { ("reviewer", 403), ("auditor", 403), ("township-clerk", 404) })
        {
            using var other = await site.StaffAsync(account);
            var token = (await other.OpenAsync("/account/profile")).Value("__RequestVerificationToken")!;
            Assert.Equal(code, (await other.OpenAsync(Address(id, file))).Code);
            Assert.Equal(code, (await other.OpenAsync($"/admin/disclosures/{id}/mask")).Code);
            Assert.Equal(code, (await other.SubmitAsync(form, [("__RequestVerificationToken", token)], button: Apply)).Code);
        }

        Assert.Equal(404, (await clerk.OpenAsync(Address(id, Guid.NewGuid()))).Code);
        Assert.Equal(before, (await FindAsync(id)).Revision);
    }

    [Fact]
    public async Task Get_SubmittedText_LeadsBackToTheDetails()
    {
        var id = await (await Office.OpenAsync(site)).InAsync(DisclosureState.AwaitingSecrecyReview);
        using var clerk = await site.StaffAsync("clerk");

        Assert.Equal($"/admin/disclosures/{id}", (await clerk.OpenAsync($"/admin/disclosures/{id}/mask")).RedirectsTo);
    }

    private static string Address(Guid id, Guid file) => $"/admin/disclosures/{id}/mask/{file}";

    private static List<(string Key, bool IsTicked)> Boxes(SitePage page) =>
        [.. page.Document.QuerySelectorAll("input[name='Ticked']").Select(box => (box.GetAttribute("value")!, box.HasAttribute("checked")))];

    /// <summary>Presses a button with all boxes as they are, but for those whose key ends so.</summary>
    private static Task<SitePage> SubmitAsync(HttpClient clerk, SitePage page, string button, string without) => clerk.SubmitAsync(
        page, [("Ticked", null), .. Boxes(page).Where(b => b.IsTicked && !b.Key.EndsWith(without, StringComparison.Ordinal)).Select(b => ("Ticked", (string?)b.Key))], button: button);

    private Task<Disclosure> FindAsync(Guid id) => new Office(site).FindAsync(id);

    private Task<(Guid Id, Guid File)> WithFileAsync(string name, string text) => WithFileAsync(name, Encoding.UTF8.GetBytes(text));

    private async Task<(Guid Id, Guid File)> WithFileAsync(string name, byte[] content)
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        var revision = (await office.FindAsync(id)).Revision;
        var outcome = await site.UseAsync<DisclosureEditor, Outcome>(e => e.AttachAsync(new AttachFile(id, revision, name, false, office.Clerk), new MemoryStream(content)));
        Assert.True(outcome.IsDone, string.Join("; ", outcome.Refusals));
        return (id, (await office.FindAsync(id)).Attachments[0].Id);
    }
}
