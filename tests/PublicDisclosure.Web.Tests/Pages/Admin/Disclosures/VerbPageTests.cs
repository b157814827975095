using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Every page of a step: who may open it, what it does, what it refuses, what happens when somebody was quicker.</summary>
public sealed class VerbPageTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    // Page, who does it, the state before and after, and what is filled in.
    private static readonly Step[] Steps =
    [
        new("submit", "clerk", DisclosureState.Draft, DisclosureState.AwaitingSecrecyReview, ("Input.Remark", "请审查")),
        new("recall", "clerk", DisclosureState.AwaitingApproval, DisclosureState.Draft, ("Input.Remark", "补充内容")),
        new("review", "reviewer", DisclosureState.AwaitingSecrecyReview, DisclosureState.AwaitingApproval, ("Input.Conclusion", "MayPublish")),
        new("return", "reviewer", DisclosureState.AwaitingApproval, DisclosureState.Draft, ("Input.Remark", "请核对数字")),
        new("approve", "reviewer", DisclosureState.AwaitingApproval, DisclosureState.AwaitingPublication, ("Input.Remark", "同意")),
        new("publish", "reviewer", DisclosureState.AwaitingPublication, DisclosureState.Published),
        new("schedule", "reviewer", DisclosureState.AwaitingPublication, DisclosureState.AwaitingPublication, ("Input.At", "2099-01-04T08:00")),
        new("begincorrection", "clerk", DisclosureState.Published, DisclosureState.Draft, ("Input.Kind", "Correction"), ("Input.Reason", "数字有误")),
        new("proposewithdrawal", "office", DisclosureState.Published, DisclosureState.Published, ("Input.Reason", "Error"), ("Input.Notice", "内容有误，已撤回。")),
        new("suspend", "reviewer", DisclosureState.Published, DisclosureState.Published, ("Input.Reason", "第二页有个人信息")),
        new("decidesuspension", "reviewer", DisclosureState.Published, DisclosureState.Withdrawn, ("Input.Decision", "ConfirmSuspension"), ("Input.Ground", "PersonalOrSecret")),
        new("decidewithdrawal", "reviewer", DisclosureState.Published, DisclosureState.Withdrawn, ("Input.Decision", "ConfirmWithdrawal"), ("Input.Remark", "同意")),
        new("closewithdrawn", "reviewer", DisclosureState.Withdrawn, DisclosureState.Withdrawn, ("Input.Remark", "撤回说明中有住址")),
    ];

    public static TheoryData<string> Pages => [.. Steps.Select(s => s.Page)];

    public static TheoryData<string> PagesThatRefuseBlanks => ["return", "review", "schedule", "begincorrection", "proposewithdrawal", "suspend", "decidesuspension", "decidewithdrawal", "closewithdrawn"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_Anonymous_GoesToSignIn(string page)
    {
        var (id, _) = await ReadyAsync(page);
        using var visitor = site.Visitor();

        var answer = await visitor.OpenAsync($"/admin/disclosures/{id}/{page}");

        Assert.Equal(302, answer.Code);
        Assert.StartsWith("/account/sign-in", answer.RedirectsTo, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_WrongRole_IsForbidden(string page)
    {
        var (id, step) = await ReadyAsync(page);
        using var client = await site.StaffAsync(step.Who switch { "clerk" => "reviewer", "office" => "auditor", _ => "clerk" });

        Assert.Equal(403, (await client.OpenAsync($"/admin/disclosures/{id}/{page}")).Code);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task GetAndPost_ForeignOrganisation_IsNotFound(string page)
    {
        var (id, step) = await ReadyAsync(page);
        using var client = await site.StaffAsync("township-" + (step.Who == "office" ? "reviewer" : step.Who));
        var own = await (await Office.OpenAsync(site)).FindAsync(id);

        Assert.Equal(404, (await client.OpenAsync($"/admin/disclosures/{id}/{page}")).Code);
        var token = (await client.OpenAsync("/account/profile")).Value("__RequestVerificationToken")!;
        using var content = new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("SeenRevision", $"{own.Revision}"), .. step.Fields.Select(f => KeyValuePair.Create(f.Name, f.Value!))]);
        using var answer = await client.PostAsync($"/admin/disclosures/{id}/{page}", content, TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)answer.StatusCode);
        Assert.Equal(own.Revision, (await (await Office.OpenAsync(site)).FindAsync(id)).Revision);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Post_FilledIn_DoesItAndReturnsToTheDetails(string page)
    {
        var (id, step) = await ReadyAsync(page);
        using var client = await site.StaffAsync(step.Who);

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/{page}"), step.Fields);

        Assert.True(answer.Code == 302, $"{answer.Code} {string.Join(' ', answer.Errors)}");
        Assert.Equal($"/admin/disclosures/{id}", answer.RedirectsTo);
        var details = await client.FollowAsync(answer);
        Assert.Equal(200, details.Code);
        Assert.NotEmpty(details.Flash);
        Assert.Equal(step.To, (await (await Office.OpenAsync(site)).FindAsync(id)).State);
    }

    [Theory, MemberData(nameof(PagesThatRefuseBlanks))]
    public async Task Post_Blank_IsRefusedOnTheSamePage(string page)
    {
        var (id, step) = await ReadyAsync(page);
        using var client = await site.StaffAsync(step.Who);
        var blank = step.Fields!.Select(f => (f.Name, (string?)(f.Name is "Input.Conclusion" or "Input.Kind" or "Input.Decision" or "Input.Ground" || (page == "proposewithdrawal" && f.Name == "Input.Reason") ? null : "")));

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/{page}"), blank);

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.Equal(step.From, (await (await Office.OpenAsync(site)).FindAsync(id)).State);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Post_EditedMeanwhile_ShowsTheNewestAndKeepsWhatWasTyped(string page)
    {
        var (id, step) = await ReadyAsync(page);
        using var client = await site.StaffAsync(step.Who);
        var opened = await client.OpenAsync($"/admin/disclosures/{id}/{page}");
        await (await Office.OpenAsync(site)).TouchAsync(id);

        var answer = await client.SubmitAsync(opened, step.Fields);

        Assert.Equal(409, answer.Code);
        Assert.Contains("其他人已经作了修改", answer.Text, StringComparison.Ordinal);
        if (step.Fields!.FirstOrDefault(f => f.Name is "Input.Remark" or "Input.Notice") is { Name: not null } typed) Assert.Equal(typed.Value, answer.Value(typed.Name));
        Assert.Equal(step.From, (await (await Office.OpenAsync(site)).FindAsync(id)).State);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Post_Twice_TheSecondDoesNothing(string page)
    {
        var (id, step) = await ReadyAsync(page);
        using var client = await site.StaffAsync(step.Who);
        var opened = await client.OpenAsync($"/admin/disclosures/{id}/{page}");
        Assert.Equal(302, (await client.SubmitAsync(opened, step.Fields)).Code);
        var after = (await (await Office.OpenAsync(site)).FindAsync(id)).Revision;

        Assert.Equal(409, (await client.SubmitAsync(opened, step.Fields)).Code);
        Assert.Equal(after, (await (await Office.OpenAsync(site)).FindAsync(id)).Revision);
    }

    [Fact]
    public async Task Submit_Warnings_AskForReasonsAndKeepThem()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync(Office.Text() with { Summary = "", Keywords = "" });
        using var client = await site.StaffAsync("clerk");
        var opened = await client.OpenAsync($"/admin/disclosures/{id}/submit");

        var refused = await client.SubmitAsync(opened, [("Reasons[Checklist.SummaryMissing]", "标题已说明"), ("Input.Remark", "请审查")]);
        Assert.Equal(422, refused.Code);
        Assert.Equal("标题已说明", refused.Value("Reasons[Checklist.SummaryMissing]"));
        Assert.Contains(refused.Errors, e => e.Contains("关键词", StringComparison.Ordinal));

        var done = await client.SubmitAsync(refused, [("Reasons[Checklist.KeywordsMissing]", "无关键词")]);
        Assert.Equal(302, done.Code);
        Assert.Equal(["标题已说明", "无关键词"], (await office.FindAsync(id)).WarningReasons.Select(r => r.Reason).Order());
    }

    [Fact]
    public async Task Submit_Error_IsRefusedWhateverIsTyped()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync(Office.Text() with { Body = "身份证号11010519491231002X，" + Office.Text().Body });
        using var client = await site.StaffAsync("clerk");

        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/submit"), [("Reasons[Checklist.IdentityNumberFound]", "需要公开")]);

        Assert.Equal(422, answer.Code);
        Assert.Contains(answer.Errors, e => e.Contains("公民身份号码", StringComparison.Ordinal));
        Assert.DoesNotContain("11010519491231002X", string.Join(' ', answer.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PublishAfterProcessing", DisclosureState.Draft)]
    [InlineData("MustNotPublish", DisclosureState.Draft)]
    [InlineData("Refer", DisclosureState.AwaitingSecrecyReview)]
    public async Task Review_OtherConclusions_LeadWhereTheyShould(string conclusion, DisclosureState to)
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingSecrecyReview);
        using var client = await site.StaffAsync("reviewer");
        var opened = await client.OpenAsync($"/admin/disclosures/{id}/review");

        Assert.Equal(422, (await client.SubmitAsync(opened, [("Input.Conclusion", conclusion)])).Code);
        Assert.Equal(302, (await client.SubmitAsync(opened, [("Input.Conclusion", conclusion), ("Input.Remark", "请删去内部意见")])).Code);
        Assert.Equal(to, (await office.FindAsync(id)).State);
    }

    [Fact]
    public async Task AbandonCorrection_Restores_ThePublishedText()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InCorrectionAsync();
        await office.TouchAsync(id);
        using var client = await site.StaffAsync("clerk");

        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/abandoncorrection"))).Code);

        var found = await office.FindAsync(id);
        Assert.Equal(DisclosureState.Published, found.State);
        Assert.DoesNotContain("别人加的一段", found.Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OnApplication_EndsInTheArchive()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval, Office.Text() with { Attribute = DisclosureAttribute.OnApplication });
        using var client = await site.StaffAsync("reviewer");
        Assert.DoesNotContain("审签", (await client.OpenAsync($"/admin/disclosures/{id}")).Document.QuerySelector(".verbs")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/file"))).Code);
        Assert.Equal(DisclosureState.Filed, (await office.FindAsync(id)).State);
    }

    private async Task<(Guid Id, Step Step)> ReadyAsync(string page)
    {
        var step = Steps.Single(s => s.Page == page);
        var office = await Office.OpenAsync(site);
        return (page switch
        {
            "decidesuspension" => await office.SuspendedAsync(),
            "decidewithdrawal" => await office.ProposedAsync(),
            "closewithdrawn" => await office.WithdrawnAsync(),
            _ => await office.InAsync(step.From),
        }, step);
    }

    private sealed record Step(string Page, string Who, DisclosureState From, DisclosureState To, params (string Name, string? Value)[] Fields);
}
