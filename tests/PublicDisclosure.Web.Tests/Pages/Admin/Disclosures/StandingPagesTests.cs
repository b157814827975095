using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>The answers of the second person that are no withdrawal, what is refused to whom, and what the public reads afterwards.</summary>
public sealed class StandingPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task DecideSuspension_Lift_NeedsAReasonAndOpensThePageAgain()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.SuspendedAsync();
        using var client = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var page = await client.OpenAsync($"/admin/disclosures/{id}/decidesuspension");
        Assert.Contains("第二页有个人信息", page.Text, StringComparison.Ordinal);
        Assert.Equal(410, (await visitor.OpenAsync(await AddressAsync(office, id))).Code);

        var refused = await client.SubmitAsync(page, [("Input.Decision", "LiftSuspension"), ("Input.Remark", " ")]);
        Assert.Equal(422, refused.Code);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(302, (await client.SubmitAsync(page, [("Input.Decision", "LiftSuspension"), ("Input.Remark", "经核实不含个人信息")])).Code);

        Assert.Equal(200, (await visitor.OpenAsync(await AddressAsync(office, id))).Code);
    }

    [Theory]
    [InlineData("ConfirmSuspension", "", "")]
    [InlineData("ConfirmSuspension", "Error", "")]
    [InlineData("ConfirmSuspension", "Replaced", "说明")]
    [InlineData("Publish", "", "")]
    [InlineData("CloseWithdrawn", "PersonalOrSecret", "")]
    public async Task DecideSuspension_IncompleteOrForged_IsRefusedAndStaysSuspended(string decision, string ground, string notice)
    {
        var office = await Office.OpenAsync(site);
        var id = await office.SuspendedAsync();
        using var client = await site.StaffAsync("reviewer");

        var answer = await client.SubmitAsync(
            await client.OpenAsync($"/admin/disclosures/{id}/decidesuspension"), [("Input.Decision", decision), ("Input.Ground", ground.Length > 0 ? ground : null), ("Input.Notice", notice)]);

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.Equal(PublicStanding.Suspended, (await office.FindAsync(id)).Standing);
    }

    [Fact]
    public async Task DecideWithdrawal_Decline_NeedsAReasonAndLeavesThePage()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.ProposedAsync();
        using var client = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var page = await client.OpenAsync($"/admin/disclosures/{id}/decidewithdrawal");

        Assert.Equal(422, (await client.SubmitAsync(page, [("Input.Decision", "DeclineWithdrawal")])).Code);
        Assert.Equal(302, (await client.SubmitAsync(page, [("Input.Decision", "DeclineWithdrawal"), ("Input.Remark", "内容无误")])).Code);

        Assert.Equal(200, (await visitor.OpenAsync(await AddressAsync(office, id))).Code);
        Assert.Null((await office.FindAsync(id)).WithdrawalProposedAt);
    }

    [Fact]
    public async Task CloseWithdrawn_Done_LeavesNeitherTitleNorNotice()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.WithdrawnAsync();
        using var visitor = site.Visitor();
        var title = (await office.FindAsync(id)).Text.Title;
        Assert.Contains(title, (await visitor.OpenAsync(await AddressAsync(office, id))).Text, StringComparison.Ordinal);
        using var client = await site.StaffAsync("office");

        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync($"/admin/disclosures/{id}/closewithdrawn"), [("Input.Remark", "标题中有姓名")])).Code);

        var page = await visitor.OpenAsync(await AddressAsync(office, id));
        Assert.Equal(410, page.Code);
        Assert.DoesNotContain(title, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("内容有误", page.Text, StringComparison.Ordinal);
        Assert.Contains("该信息已停止公开", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decide_OwnAct_IsBarredOnPageAndInPost()
    {
        var office = await Office.OpenAsync(site);
        var suspended = await office.InAsync(DisclosureState.Published);
        await office.StandAsync(suspended, (w, r) => w.SuspendAsync(new SuspendDisclosure(suspended, r, "待核实", office.Reviewer)));
        var proposed = await office.InAsync(DisclosureState.Published);
        await office.StandAsync(proposed, (w, r) => w.ProposeAsync(new ProposeWithdrawal(proposed, r, WithdrawalReason.Error, "有误", "", office.Reviewer)));
        using var client = await site.StaffAsync("reviewer");
        var token = (await client.OpenAsync("/account/profile")).Value("__RequestVerificationToken")!;

        foreach (var (id, page, decision) in new[] { (suspended, "decidesuspension", "LiftSuspension"), (proposed, "decidewithdrawal", "ConfirmWithdrawal") })
        {
            var revision = (await office.FindAsync(id)).Revision;
            Assert.Null((await client.OpenAsync($"/admin/disclosures/{id}/{page}")).Document.QuerySelector("main form[method=post]"));
            using var form = new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("SeenRevision", $"{revision}"), new("Input.Decision", decision), new("Input.Remark", "自己复核")]);
            using var answer = await client.PostAsync($"/admin/disclosures/{id}/{page}", form, TestContext.Current.CancellationToken);
            Assert.Equal(422, (int)answer.StatusCode);
            Assert.Equal(revision, (await office.FindAsync(id)).Revision);
        }
    }

    private static async Task<string> AddressAsync(Office office, Guid id) => "/disclosures/" + (await office.FindAsync(id)).Address;
}
