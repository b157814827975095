using System.Net;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>List, new, create, edit, live answers, details and files.</summary>
public sealed class EditorTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    public static TheoryData<string> DraftPages => ["edit", "live", ""];

    [Theory, MemberData(nameof(DraftPages))]
    public async Task Get_AnonymousOrForeign_SeesNothing(string page)
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var visitor = site.Visitor();
        using var foreign = await site.StaffAsync("township-clerk");
        var path = $"/admin/disclosures/{id}/{page}".TrimEnd('/');

        Assert.Equal(302, (await visitor.OpenAsync(path)).Code);
        if (page != "live") Assert.Equal(404, (await foreign.OpenAsync(path)).Code);
        Assert.Equal(404, (await foreign.OpenAsync($"/admin/disclosures/{Guid.NewGuid()}")).Code);
    }

    [Theory]
    [InlineData("/admin/disclosures", 200)]
    [InlineData("/admin/disclosures/new", 403)]
    [InlineData("/admin/disclosures/create", 403)]
    public async Task Get_Reviewer_SeesButDoesNotWrite(string path, int code)
    {
        using var client = await site.StaffAsync("reviewer");

        Assert.Equal(code, (await client.OpenAsync(path)).Code);
    }

    [Fact]
    public async Task Post_PlainSummaryBeyondItsLimits_IsKeptAndTheChecklistSaysWhatToShorten()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        var edit = await client.OpenAsync($"/admin/disclosures/{id}/edit");
        var sentence = new string('长', 31);
        var written = "短句。\n" + sentence + "。\n" + string.Concat(Enumerable.Repeat("十个字一句话的摘要。", 12));

        Assert.Contains("最多 150 个字，每句不超过 30 个字", edit.Document.QuerySelector("#Input_PlainSummary-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Input_PlainSummary", edit.Document.QuerySelector(".field-count[data-most='150'][data-in-sentence='30'][hidden]")!.GetAttribute("data-count-of"));
        Assert.Equal(302, (await client.SubmitAsync(edit, [("Input.PlainSummary", written)], form: "form[data-editor]", button: "button[value='save']")).Code);

        Assert.Equal(written, (await office.FindAsync(id)).Text.PlainSummary);
        var told = (await client.OpenAsync($"/admin/disclosures/{id}/edit")).Text;
        Assert.Contains($"通俗摘要中的这句话有 31 个字，每句不能超过 30 个字：“{sentence}”。请拆成短句。", told, StringComparison.Ordinal);
        Assert.Contains("通俗摘要不能超过 150 个字，现在有 155 个字。请删去 5 个字。", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_List_ShowsOwnOrganisationOnly_AndFilters()
    {
        var office = await Office.OpenAsync(site);
        var text = Office.Text($"关于列表试验{Guid.NewGuid():N}的通知");
        await office.DraftAsync(text);
        using var client = await site.StaffAsync("clerk");
        using var foreign = await site.StaffAsync("township-clerk");
        var query = "/admin/disclosures?q=" + Uri.EscapeDataString(text.Title);

        Assert.Contains(text.Title, (await client.OpenAsync(query)).Text, StringComparison.Ordinal);
        Assert.Contains(text.Title, (await client.OpenAsync(query + "&state=Draft")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Title, (await client.OpenAsync(query + "&state=Published")).Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(text.Title, (await foreign.OpenAsync(query)).Document.QuerySelector("table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Equal(200, (await client.OpenAsync("/admin/disclosures?state=99&after=x&before=%00&q=" + new string('x', 5000))).Code);
    }

    [Fact]
    public async Task Get_List_PagesByPosition_ForthAndBack()
    {
        var office = await Office.OpenAsync(site);
        var mark = $"翻页{Guid.NewGuid():N}";
        for (var i = 0; i < 35; i++) await office.DraftAsync(Office.Text($"关于{mark}第{i}号的通知"));
        using var client = await site.StaffAsync("clerk");

        var first = await client.OpenAsync("/admin/disclosures?q=" + Uri.EscapeDataString(mark));
        Assert.Null(first.Document.QuerySelector("[rel=prev]"));
        var second = await client.OpenAsync(first.Document.QuerySelector("[rel=next]")!.GetAttribute("href")!);
        var back = await client.OpenAsync(second.Document.QuerySelector("[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal((30, 5), (Titles(first).Count, Titles(second).Count));
        Assert.Empty(Titles(first).Intersect(Titles(second)));
        Assert.Null(second.Document.QuerySelector("[rel=next]"));
        Assert.Equal(Titles(first), Titles(back));

        static List<string> Titles(SitePage page) => [.. page.Document.QuerySelectorAll(".title-cell a").Select(a => a.TextContent)];
    }

    [Fact]
    public async Task New_Item_LeadsToAFormThatTheItemFills_AndAtMostFiveFieldsPublish()
    {
        var office = await Office.OpenAsync(site);
        using var client = await site.StaffAsync("clerk");
        var list = await client.OpenAsync("/admin/disclosures/new?q=" + Uri.EscapeDataString("政策法规"));
        var link = list.Document.QuerySelectorAll("main a").First(a => a.GetAttribute("href")!.Contains(office.ItemCode, StringComparison.Ordinal)).GetAttribute("href")!;

        var form = await client.OpenAsync(link);
        Assert.Equal("Decision", form.Document.QuerySelector("[name='Input.Aspects'][checked]")!.GetAttribute("value"));
        Assert.NotNull(form.Document.QuerySelector("[name='Input.Items[0].Elements'][checked]"));
        Assert.NotNull(form.Document.QuerySelector("[name='Input.Channels'][value='Website'][checked]"));

        var good = Office.Text();
        var saved = await client.SubmitAsync(form,
            [("Input.Title", good.Title), ("Input.DocumentNumber", $"浔民发[2026]第{Random.Shared.Next(1, 99999):D6}号"), ("Input.DocumentDate", good.FormedOn!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("Input.Body", good.Body)],
            button: "button[value='save']");
        Assert.True(saved.Code == 302, string.Join(' ', saved.Errors));
        var edit = await client.FollowAsync(saved);
        Assert.Contains("各项检查全部通过", edit.Text + edit.Document.QuerySelector("[data-checklist]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_SentTwice_MakesOneDraft()
    {
        var office = await Office.OpenAsync(site);
        using var client = await site.StaffAsync("clerk");
        var form = await client.OpenAsync($"/admin/disclosures/create?organisation={office.Organisation}&item={office.ItemCode}");
        var title = $"关于重复提交{Guid.NewGuid():N}的通知";

        var first = await client.SubmitAsync(form, [("Input.Title", title)], button: "button[value='save']");
        var second = await client.SubmitAsync(form, [("Input.Title", title)], button: "button[value='save']");

        Assert.Equal((302, first.RedirectsTo), (second.Code, second.RedirectsTo));
        Assert.Equal(1, await site.ReadAsync(async db => await Task.FromResult(db.Disclosures.Count(d => d.Text.Title == title))));
    }

    [Fact]
    public async Task Create_ForeignOrganisation_IsNotFound()
    {
        var township = await site.ReadAsync(db => Task.FromResult(db.Organisations.First(o => o.Kind == Core.Organisations.OrganisationKind.Township).Id));
        using var client = await site.StaffAsync("clerk");

        Assert.Equal(404, (await client.OpenAsync($"/admin/disclosures/create?organisation={township}")).Code);
        Assert.Equal(404, (await client.OpenAsync($"/admin/disclosures/new?organisation={township}")).Code);
    }

    [Fact]
    public async Task Create_WordFile_BecomesADraftWithItsOriginal()
    {
        var office = await Office.OpenAsync(site);
        using var client = await site.StaffAsync("clerk");
        var form = await client.OpenAsync($"/admin/disclosures/create?organisation={office.Organisation}&item={office.ItemCode}");

        var saved = await client.SubmitAsync(form, [("Input.Title", "")], button: "button[value='word']", files: [("Input.Word", "通知.docx", Files.Notice())]);

        Assert.True(saved.Code == 302, string.Join(' ', saved.Errors));
        var found = await office.FindAsync(Guid.Parse(saved.RedirectsTo.Split('/')[3]));
        Assert.Equal(Files.NoticeTitle, found.Text.Title);
        Assert.Contains("动态管理", found.Text.Body, StringComparison.Ordinal);
        var original = Assert.Single(found.Attachments);
        Assert.True(original.IsOriginal);
        Assert.Equal(("通知.docx", "docx"), (original.FileName, original.Kind));
        Assert.Equal(office.ItemCode, Assert.Single(found.Items).ItemCode);
    }

    [Fact]
    public async Task Edit_Save_KeepsTextItemsAndFiles_AndSavingAgainChangesNothing()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        var path = $"/admin/disclosures/{id}/edit";
        var first = await client.SubmitAsync(await client.OpenAsync(path), [("Input.Summary", "新的概述。")], button: "button[value='save']",
            files: [("Input.Uploads", "../../甲.csv", "乡镇,户数\n木乐镇,12"u8.ToArray()), ("Input.Uploads", "乙.csv", "乡镇,户数\n木圭镇,8"u8.ToArray())]);
        Assert.True(first.Code == 302, string.Join(' ', first.Errors));

        var found = await office.FindAsync(id);
        Assert.Equal("新的概述。", found.Text.Summary);
        Assert.Equal(["甲.csv", "乙.csv"], found.Attachments.OrderBy(a => a.SortOrder).Select(a => a.FileName));

        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync(path), button: "button[value='save']")).Code);
        Assert.Equal(found.Revision, (await office.FindAsync(id)).Revision);

        await client.SubmitAsync(await client.OpenAsync(path), [("Input.Files[0].Order", "9"), ("Input.Files[1].IsOriginal", "true")], button: "button[value='save']");
        var arranged = (await office.FindAsync(id)).Attachments.OrderBy(a => a.SortOrder).ToList();
        Assert.Equal([("乙.csv", true), ("甲.csv", false)], arranged.Select(a => (a.FileName, a.IsOriginal)));

        await client.SubmitAsync(await client.OpenAsync(path), [("Input.Files[0].Remove", "true")], button: "button[value='save']");
        Assert.Equal(["甲.csv"], (await office.FindAsync(id)).Attachments.Select(a => a.FileName));
    }

    [Fact]
    public async Task Edit_EditedMeanwhile_ShowsBothTextsAndLosesNothing()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        var opened = await client.OpenAsync($"/admin/disclosures/{id}/edit");
        await office.TouchAsync(id);

        var answer = await client.SubmitAsync(opened, [("Input.Body", "我写的正文。")], button: "button[value='save']");

        Assert.Equal(409, answer.Code);
        Assert.Equal("我写的正文。", answer.Value("Input.Body"));
        Assert.Contains("别人加的一段", answer.Document.QuerySelector("#stored-body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, (await client.SubmitAsync(answer, button: "button[value='save']")).Code);
        Assert.Equal("我写的正文。", (await office.FindAsync(id)).Text.Body);
    }

    [Fact]
    public async Task Edit_NotADraft_GoesToTheDetails_AndPostIsRefusedKeepingTheText()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        var opened = await client.OpenAsync($"/admin/disclosures/{id}/edit");
        var revision = (await office.FindAsync(id)).Revision;
        await site.UseAsync<DisclosureWorkflow, Core.Shared.Outcome>(w => w.SubmitAsync(new SubmitDisclosure(id, revision, office.Clerk)));

        Assert.Equal(302, (await client.OpenAsync($"/admin/disclosures/{id}/edit")).Code);
        var answer = await client.SubmitAsync(opened, [("SeenRevision", $"{revision + 1}"), ("Input.Body", "迟到的修改")], button: "button[value='save']");
        Assert.Equal(422, answer.Code);
        Assert.Equal("迟到的修改", answer.Value("Input.Body"));
    }

    [Fact]
    public async Task Preview_WithoutScript_RendersAndDoesNotSave()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        var before = (await office.FindAsync(id)).Revision;

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/edit"), [("Input.Body", "## 一、总体要求\n\n<script>alert(1)</script>")], button: "[data-no-script]");

        Assert.Equal(200, answer.Code);
        Assert.Equal("一、总体要求", answer.Document.QuerySelector("#no-script-preview .prose h2")!.TextContent);
        Assert.Null(answer.Document.QuerySelector("#no-script-preview script"));
        Assert.Equal(before, (await office.FindAsync(id)).Revision);
    }

    [Fact]
    public async Task Live_PreviewAutosaveAndPaste_Answer()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        var edit = await client.OpenAsync($"/admin/disclosures/{id}/edit");
        var live = edit with { Path = $"/admin/disclosures/{id}/live" };

        var shown = await client.SubmitAsync(live, [("Input.Body", "## 新段落"), ("Input.Summary", "")], form: "form[data-editor]", button: "button[value='save']");
        Assert.Contains("新段落", shown.Document.QuerySelector("[data-part=preview]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("内容概述", shown.Document.QuerySelector("[data-part=checklist]")!.TextContent, StringComparison.Ordinal);

        var save = live with { Path = live.Path + "?handler=Autosave" };
        var saved = await client.SubmitAsync(save, [("Input.Body", "自动保存的正文")], form: "form[data-editor]", button: "button[value='save']");
        Assert.Equal(200, saved.Code);
        Assert.Contains($"\"revision\":{(await office.FindAsync(id)).Revision}", saved.Document.Body!.TextContent, StringComparison.Ordinal);

        var conflict = await client.SubmitAsync(save, [("Input.Body", "另一窗口的正文")], form: "form[data-editor]", button: "button[value='save']");
        Assert.Equal(409, conflict.Code);
        Assert.Equal("自动保存的正文", (await office.FindAsync(id)).Text.Body);

        var paste = live with { Path = live.Path + "?handler=Paste" };
        var pasted = await client.SubmitAsync(paste, [("html", "<h1>一、要求</h1><p onclick=x>内容</p><script>x</script>")], form: "form[data-editor]", button: "button[value='save']");
        Assert.Equal(200, pasted.Code);
        Assert.Equal("## 一、要求\n\n内容", System.Text.Json.JsonDocument.Parse(pasted.Document.Body!.TextContent).RootElement.GetProperty("markdown").GetString());
        Assert.Equal(422, (await client.SubmitAsync(paste, [("html", "")], form: "form[data-editor]", button: "button[value='save']")).Code);
    }

    [Fact]
    public async Task Attachment_OfADraft_IsForStaffOfTheOrganisationOnly()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        using var client = await site.StaffAsync("clerk");
        await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/edit"), button: "button[value='save']", files: [("Input.Uploads", "表.csv", "乡镇,户数"u8.ToArray())]);
        var file = Assert.Single((await office.FindAsync(id)).Attachments);
        var path = $"/admin/disclosures/{id}/attachments/{file.Id}";
        using var visitor = site.Visitor();
        using var foreign = await site.StaffAsync("township-reviewer");

        using var own = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal("nosniff", own.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", own.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("attachment", own.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(302, (await visitor.OpenAsync(path)).Code);
        Assert.Equal(404, (await foreign.OpenAsync(path)).Code);
        Assert.Equal(404, (await client.OpenAsync($"/admin/disclosures/{id}/attachments/{Guid.NewGuid()}")).Code);
    }

    [Fact]
    public async Task Details_ShowsOnlyTheStepsOfThePerson()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingSecrecyReview);
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var auditor = await site.StaffAsync("auditor");
        var path = $"/admin/disclosures/{id}";

        Assert.Equal(["取回修改", "沿用上期"], (await clerk.OpenAsync(path)).Document.QuerySelectorAll(".verbs a").Select(a => a.TextContent.Trim()));
        var forReviewer = (await reviewer.OpenAsync(path)).Document.QuerySelectorAll(".verbs a").Select(a => a.TextContent.Trim());
        Assert.Equal(["保密审查", "退回"], forReviewer);
        Assert.Null((await auditor.OpenAsync(path)).Document.QuerySelector(".verbs"));
        Assert.Contains("提交审查", (await auditor.OpenAsync(path)).Document.QuerySelector(".timeline")!.TextContent, StringComparison.Ordinal);
    }
}
