using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Links to drafts: who makes them, what the holder sees, and that everything else looks like nothing.</summary>
public sealed class PreviewPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly (string, string?)[] Filled = [("Input.Purpose", "请法律顾问核对"), ("Input.Days", "7"), ("Input.IsHarmless", "true")];

    [Fact]
    public async Task Make_ByTheClerk_ShowsTheAddressOnceAndOpensForAnybody()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync(Office.Text("桂平市民政局关于预览的通知"));
        using var clerk = await site.StaffAsync("clerk");

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/previews"), Filled);

        Assert.True(answer.Code == 302, string.Join(' ', answer.Errors));
        var made = await clerk.FollowAsync(answer);
        var address = new Uri(made.Document.QuerySelector("#new-address")!.GetAttribute("value")!).PathAndQuery;
        var again = await clerk.OpenAsync($"/admin/disclosures/{id}/previews");
        Assert.Null(again.Document.QuerySelector("#new-address"));
        Assert.DoesNotContain(address.Split('/')[^1], again.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        using var visitor = site.Visitor();
        var preview = await visitor.OpenAsync(address);
        Assert.Equal((200, "桂平市民政局关于预览的通知"), (preview.Code, preview.Heading));
        Assert.Contains("草稿，未公开", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("请法律顾问核对", preview.Text, StringComparison.Ordinal);
        Assert.Contains("noindex", preview.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("1", (await clerk.OpenAsync($"/admin/disclosures/{id}/previews")).Document.QuerySelector("td[data-label=打开次数]")!.TextContent);
    }

    [Fact]
    public async Task Headers_RightAndWrong_KeepNothingAnywhere()
    {
        var (_, address) = await MadeAsync();
        using var visitor = site.Visitor();

        foreach (var path in new[] { address, "/preview/" + PreviewToken.Create(), "/preview/x", $"/preview/x/files/{Guid.NewGuid()}" })
        {
            using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
            Assert.Null(answer.Headers.ETag);
        }
    }

    [Fact]
    public async Task Open_WrongExpiredOrRevoked_AnswerTheSame404()
    {
        var (id, revoked) = await MadeAsync();
        using var clerk = await site.StaffAsync("clerk");
        Assert.Equal(302, (await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/previews"), [], "form[action*=Revoke], form[action*=revoke]")).Code);
        var (expiredId, expired) = await MadeAsync();
        await site.WriteAsync(db => db.Set<PreviewLink>().Where(l => l.DisclosureId == expiredId).ExecuteUpdateAsync(u => u.SetProperty(l => l.ExpiresAt, SiteFactory.Clock.Now.AddMinutes(-1))));
        using var visitor = site.Visitor();

        var answers = new List<SitePage>();
        foreach (var address in new[] { revoked, expired, "/preview/" + PreviewToken.Create(), "/preview/kurz" }) answers.Add(await visitor.OpenAsync(address));

        Assert.All(answers, a => Assert.Equal(404, a.Code));
        Assert.Single(answers.Select(a => a.Heading).Distinct());
        Assert.All(answers, a => Assert.DoesNotContain("过期", a.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Files_OfTheDraft_AreReadableUnderTheSameTokenOnly()
    {
        var (id, address) = await MadeAsync();
        var content = "甲,乙\n1,2\n"u8.ToArray();
        var revision = (await (await Office.OpenAsync(site)).FindAsync(id)).Revision;
        Assert.True((await site.UseAsync<DisclosureEditor, Core.Shared.Outcome>(e => e.AttachAsync(new AttachFile(id, revision, "附表.csv", false, Guid.NewGuid()), new MemoryStream(content)))).IsDone);
        using var visitor = site.Visitor();

        var link = (await visitor.OpenAsync(address)).Document.QuerySelector(".attachments a")!.GetAttribute("href")!;

        Assert.StartsWith(address + "/files/", link, StringComparison.Ordinal);
        Assert.Equal(content, await visitor.GetByteArrayAsync(link, TestContext.Current.CancellationToken));
        Assert.Equal(404, (await visitor.OpenAsync(link.Replace(address, "/preview/" + PreviewToken.Create(), StringComparison.Ordinal))).Code);
        Assert.Equal(404, (await visitor.OpenAsync($"{address}/files/{Guid.NewGuid()}")).Code);
    }

    [Fact]
    public async Task Make_WithAnIdentityNumber_IsRefusedAndSaysWhatToDo()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync(Office.Text() with { Body = "身份证号11010519491231002X，" + Office.Text().Body });
        using var clerk = await site.StaffAsync("clerk");

        var answer = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/previews"), Filled);

        Assert.Equal(422, answer.Code);
        Assert.Contains(answer.Errors, e => e.Contains("请先遮盖或删去", StringComparison.Ordinal));
        Assert.Equal("请法律顾问核对", answer.Value("Input.Purpose"));
    }

    [Theory]
    [InlineData("Input.Days", "31")]
    [InlineData("Input.Days", "")]
    [InlineData("Input.Days", "viele")]
    [InlineData("Input.IsHarmless", null)]
    public async Task Make_BadInput_IsRefused(string field, string? value)
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        using var clerk = await site.StaffAsync("clerk");

        var answer = await clerk.SubmitAsync(
            await clerk.OpenAsync($"/admin/disclosures/{id}/previews"), [.. Filled.Where(f => f.Item1 != field), (field, value)]);

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.False(await site.ReadAsync(db => db.Set<PreviewLink>().AnyAsync(l => l.DisclosureId == id)));
    }

    [Theory]
    [InlineData("reviewer", 200, true)]
    [InlineData("org-admin", 200, false)]
    [InlineData("office", 200, false)]
    [InlineData("township-clerk", 404, false)]
    [InlineData("admin", 403, false)]
    public async Task Get_EachRole_SeesOrMakes(string userName, int code, bool makes)
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        using var client = await site.StaffAsync(userName);

        var page = await client.OpenAsync($"/admin/disclosures/{id}/previews");

        Assert.Equal(code, page.Code);
        Assert.Equal(makes, page.Document.QuerySelector("[name='Input.Days']") is not null);
    }

    [Fact]
    public async Task Get_Anonymous_GoesToSignIn()
    {
        var id = await (await Office.OpenAsync(site)).DraftAsync();
        using var visitor = site.Visitor();

        Assert.StartsWith("/account/sign-in", (await visitor.OpenAsync($"/admin/disclosures/{id}/previews")).RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_TooMany_AreTurnedAway()
    {
        await using var narrow = new SiteFactory();
        narrow.Settings["Preview:RequestsPerMinute"] = "3";
        await narrow.InitializeAsync();
        using var visitor = narrow.Visitor();
        for (var i = 0; i < 3; i++) Assert.Equal(404, (await visitor.OpenAsync("/preview/" + PreviewToken.Create())).Code);

        Assert.Equal(429, (await visitor.OpenAsync("/preview/" + PreviewToken.Create())).Code);
        Assert.Equal(200, (await visitor.OpenAsync("/catalogue")).Code);
    }

    [Fact]
    public async Task Log_OfAPreview_DoesNotCarryTheToken()
    {
        await using var own = await TestSite.CreateAsync();
        var token = PreviewToken.Create();
        await own.CreateVisitor().GetAsync("/preview/" + token, TestContext.Current.CancellationToken);

        var log = own.ReadLog();

        Assert.Contains("/preview/***", log, StringComparison.Ordinal);
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
    }

    private async Task<(Guid Id, string Address)> MadeAsync()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.DraftAsync();
        var made = await site.UseAsync<PreviewDesk, Core.Shared.OutcomeOf<string>>(p => p.CreateAsync(new CreatePreview(id, 7, "", true, office.Clerk)));
        return (id, "/preview/" + made.Value);
    }
}
