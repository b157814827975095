using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Notes of colleagues and review dates on their pages.</summary>
public sealed class UpkeepPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Words = "已电话核实，请勿外传。";

    [Fact]
    public async Task Note_Written_StandsOnTheDetailsAndNowhereOutside()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var clerk = await site.StaffAsync("clerk");

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/notes"), [("Input.Text", Words)], "#write");

        Assert.Equal(302, answer.Code);
        Assert.Contains(Words, (await clerk.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Contains(Words, (await clerk.OpenAsync($"/admin/disclosures/{id}")).Text, StringComparison.Ordinal);
        var address = (await office.FindAsync(id)).Address;
        using var visitor = site.Visitor();
        foreach (var path in new[] { $"/disclosures/{address}", $"/disclosures/{address}/print", $"/disclosures/{address}/versions/1", "/feed.xml", "/search?q=外传" })
            Assert.DoesNotContain("请勿外传", await visitor.GetStringAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_Struck_StaysReadableWithItsReason()
    {
        var (id, note) = await NotedAsync();
        using var reviewer = await site.StaffAsync("reviewer");
        var opened = await reviewer.OpenAsync($"/admin/disclosures/{id}/notes");
        var form = $"#strike-{note:N}";

        Assert.Equal(422, (await reviewer.SubmitAsync(opened, [("Input.Reason", "")], form)).Code);
        Assert.Equal(302, (await reviewer.SubmitAsync(opened, [("Input.Reason", "写错了")], form)).Code);

        var after = await reviewer.OpenAsync($"/admin/disclosures/{id}/notes");
        Assert.Equal(Words, after.Document.QuerySelector("s")!.TextContent);
        Assert.Contains("写错了", after.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await reviewer.SubmitAsync(opened, [("Input.Reason", "再划")], form)).Code);
    }

    [Theory]
    [InlineData("office", 200)]
    [InlineData("org-admin", 200)]
    [InlineData("auditor", 404)]
    [InlineData("township-reviewer", 404)]
    [InlineData("admin", 403)]
    public async Task Notes_EachRole_ColleaguesAndTheOfficeOnly(string userName, int code)
    {
        var (id, _) = await NotedAsync();
        using var client = await site.StaffAsync(userName);

        Assert.Equal(code, (await client.OpenAsync($"/admin/disclosures/{id}/notes")).Code);
        Assert.Equal(code == 200, (await client.OpenAsync($"/admin/disclosures/{id}")).Text.Contains(Words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Note_Blank_IsRefusedOnTheSamePage()
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        using var clerk = await site.StaffAsync("clerk");

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/notes"), [("Input.Text", " ")], "#write");

        Assert.Equal(422, answer.Code);
        Assert.Equal(["请填写备注内容。"], answer.Errors);
    }

    [Fact]
    public async Task Review_NearItsDate_StandsOnTheDeskUntilConfirmed()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.Published);
        using var clerk = await site.StaffAsync("clerk");
        var page = $"/admin/disclosures/{id}/content-review";
        Assert.Equal(302, (await clerk.SubmitAsync(await clerk.OpenAsync(page), [("Input.DueOn", $"{Office.Today.AddDays(5):yyyy-MM-dd}")], "#set")).Code);
        Assert.Contains($"href=\"{page}\"", (await clerk.OpenAsync("/admin")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var before = await office.FindAsync(id);

        var opened = await clerk.OpenAsync(page);
        Assert.Contains(opened.Document.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"/admin/disclosures/{id}/begincorrection");
        var answer = await clerk.SubmitAsync(opened, [("Input.NextOn", $"{Office.Today.AddYears(1):yyyy-MM-dd}"), ("Input.Remark", "电话打得通")], "#confirm");

        Assert.Equal(302, answer.Code);
        Assert.Contains("电话打得通", (await clerk.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page, (await clerk.OpenAsync("/admin")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var after = await office.FindAsync(id);
        Assert.Equal((before.Revision, before.LastPublishedAt), (after.Revision, after.LastPublishedAt));
        Assert.Equal(409, (await clerk.SubmitAsync(opened, [("Input.NextOn", "")], "#confirm")).Code);
    }

    [Theory]
    [InlineData("#set", "Input.DueOn", "2020-01-01")]
    [InlineData("#set", "Input.DueOn", "morgen")]
    [InlineData("#confirm", "Input.NextOn", "2999-01-01")]
    public async Task Review_BadDate_IsRefused(string form, string field, string value)
    {
        var id = await (await Office.OpenAsync(site)).InAsync(DisclosureState.Published);
        using var clerk = await site.StaffAsync("clerk");

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/content-review"), [(field, value)], form);

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
    }

    [Theory]
    [InlineData("org-admin", 200)]
    [InlineData("township-clerk", 404)]
    [InlineData("admin", 403)]
    public async Task Review_WhoDoesNotWorkThere_CannotAnswer(string userName, int code)
    {
        var id = await (await Office.OpenAsync(site)).InAsync(DisclosureState.Published);
        using var client = await site.StaffAsync(userName);
        var page = await client.OpenAsync($"/admin/disclosures/{id}/content-review");
        Assert.Equal(code, page.Code);
        Assert.Null(page.Document.QuerySelector("#confirm, #set"));

        var token = (await client.OpenAsync("/account/profile")).Value("__RequestVerificationToken")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.SeenRevision", "0")]);
        using var answer = await client.PostAsync($"/admin/disclosures/{id}/content-review?handler=Confirm", content, TestContext.Current.CancellationToken);

        Assert.Equal(code == 403 ? 403 : 404, (int)answer.StatusCode);
        Assert.False(await site.ReadAsync(db => db.Set<ContentReview>().AnyAsync(r => r.DisclosureId == id)));
    }

    private async Task<(Guid Id, Guid Note)> NotedAsync()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        Assert.True((await site.UseAsync<InternalNotes, Core.Shared.Outcome>(n => n.WriteAsync(new WriteNote(id, Words, office.Clerk)))).IsDone);
        return (id, await site.ReadAsync(db => db.Set<InternalNote>().Where(n => n.DisclosureId == id).Select(n => n.Id).SingleAsync()));
    }
}
