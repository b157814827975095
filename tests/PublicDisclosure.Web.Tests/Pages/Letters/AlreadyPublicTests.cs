using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Pages.Letters;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Letters;

/// <summary>Before a letter is sent: what is public already of it.</summary>
public sealed class AlreadyPublicTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    [Fact]
    public async Task Look_QuestionThatIsAnswered_ShowsThePagesKeepsWhatWasTypedAndSendsNothing()
    {
        await site.Services.GetRequiredService<SearchFollower>().CatchUpAsync(stop: TestContext.Current.CancellationToken);
        using var citizen = site.Visitor();
        var before = await site.ReadAsync(db => db.Letters.CountAsync());

        var looked = await citizen.SubmitAsync(
            await citizen.OpenAsync("/letters/write"), [("Input.Title", "低保标准"), ("Input.Text", "请问最低生活保障的标准是多少？"), ("Input.Name", "张某")], button: "button[formaction]");

        Assert.Equal(200, looked.Code);
        Assert.NotEmpty(looked.Document.QuerySelectorAll("#already-public button[name=path]"));
        Assert.Equal(("低保标准", "张某"), (looked.Value("Input.Title"), looked.Value("Input.Name")));
        Assert.Equal(before, await site.ReadAsync(db => db.Letters.CountAsync()));

        var spareBefore = await site.ReadAsync(db => db.SparedLetters.CountAsync());
        var answered = await citizen.SubmitAsync(looked, form: "#already-public-answered", button: "#already-public button[name=path]");
        Assert.Equal(302, answered.Code);
        Assert.Equal(spareBefore + 1, await site.ReadAsync(db => db.SparedLetters.CountAsync()));
        var statistics = await citizen.OpenAsync("/letters/statistics");
        var spared = statistics.Document.QuerySelectorAll("dt").Single(dt => dt.TextContent == "不用再写").NextElementSibling!;
        Assert.StartsWith($"{spareBefore + 1} 次", spared.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answered_LeadsToThePageWithThanksAndBackToTheLetter()
    {
        await CatchUpAsync(site);
        using var citizen = site.Visitor();
        var looked = await citizen.SubmitAsync(
            await citizen.OpenAsync("/letters/write?about=/disclosures/mzj-2026-00001"), [("Input.Kind", "Complaint"), ("Input.Title", "低保标准"), ("Input.Text", "请问低保的标准是多少？"), ("Input.Name", "张某"), ("Input.WantsPublic", "true")],
            "#letter", "button[formaction]");

        var page = await citizen.FollowAsync(await citizen.SubmitAsync(looked, form: "#already-public-answered", button: "#already-public button[name=path]"));

        Assert.StartsWith("感谢反馈。您的留言没有提交", page.Flash, StringComparison.Ordinal);
        var letter = await citizen.OpenAsync(page.Document.QuerySelector(".flash a")!.GetAttribute("href")!);
        Assert.Equal(("低保标准", "请问低保的标准是多少？", "张某", "/disclosures/mzj-2026-00001"), (letter.Value("Input.Title"), letter.Value("Input.Text"), letter.Value("Input.Name"), letter.Value("about")));
        Assert.Equal("Complaint", letter.Document.QuerySelector("input[name='Input.Kind'][checked]")!.GetAttribute("value"));
        Assert.Equal(looked.Value("Input.SubmissionId"), letter.Value("Input.SubmissionId"));
        Assert.Equal("", (await citizen.OpenAsync(page.Path)).Flash);
        using var other = site.Visitor();
        Assert.Contains("没有找到暂存的留言", (await other.OpenAsync(LetterDrafts.Resume)).Text, StringComparison.Ordinal);

        var offered = await citizen.OpenAsync("/letters/write");
        Assert.Equal("", offered.Value("Input.Title"));
        Assert.NotNull(offered.Document.QuerySelector($".notice a[href='{LetterDrafts.Resume}']"));
        await citizen.SubmitAsync(offered, form: "form[action$=Discard]");
        Assert.Contains("没有找到暂存的留言", (await citizen.OpenAsync(LetterDrafts.Resume)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_QuestionThatIsAnswered_ShowsTheAnswersFirstOnceAndLosesNothing()
    {
        // The published letter and this one: a look counts as no sending.
        await using var strict = new SiteFactory { Settings = { ["PublicForms:PerHour"] = "2" } };
        await strict.InitializeAsync();
        var office = new LetterOffice(strict);
        using var citizen = strict.Visitor();
        var published = await LetterOffice.WriteAsync(citizen);
        await office.AnswerAsync(published);
        await office.PublishAsync(published);
        await CatchUpAsync(strict);
        var before = await strict.ReadAsync(db => db.Letters.CountAsync());
        (string, string?)[] letter =
            [("Input.Kind", "Consultation"), ("Input.Organisation", "mzj"), ("Input.Title", "低保申请"), ("Input.Text", LetterOffice.Text()), ("Input.Name", "张某"), ("Input.Contact", "13877512345"), ("Input.WantsPublic", "true")];

        var shown = await citizen.SubmitAsync(await citizen.OpenAsync("/letters/write"), letter, "#letter");

        Assert.Equal(200, shown.Code);
        Assert.Contains("您的留言还没有提交", shown.Text, StringComparison.Ordinal);
        Assert.NotNull(shown.Document.QuerySelector($"#already-public a[href='/letters/{published.Number}']"));
        Assert.Equal("仍然提交", shown.Document.QuerySelector("#already-public button[form=letter]")!.TextContent);
        Assert.Equal(before, await strict.ReadAsync(db => db.Letters.CountAsync()));

        var sent = await citizen.SubmitAsync(shown, form: "#letter");

        Assert.True(sent.Code == 302, string.Join(' ', sent.Errors));
        var receipt = await citizen.FollowAsync(sent);
        var number = receipt.Document.QuerySelector("main dl strong")!.TextContent;
        var kept = await strict.ReadAsync(db => db.Letters.SingleAsync(l => l.Number == number));
        Assert.Equal((LetterKind.Consultation, true), (kept.Kind, kept.WantsPublic));
        using var clerk = await strict.StaffAsync("clerk");
        var page = await clerk.OpenAsync($"/admin/letters/{kept.Id}");
        foreach (var (_, value) in letter.Where(l => l.Item1 is "Input.Text" or "Input.Name" or "Input.Contact")) Assert.Contains(value!, page.Text, StringComparison.Ordinal);
        Assert.Contains("没有找到暂存的留言", (await citizen.OpenAsync(LetterDrafts.Resume)).Text, StringComparison.Ordinal);

        // Chosen files are given to nobody twice: such a letter is not held up.
        letter[3] = ("Input.Text", LetterOffice.Text());
        var withFile = await citizen.SubmitAsync(await citizen.OpenAsync("/letters/write"), letter, "#letter", files: [("Input.Files", "照片.jpg", "MZ这不是照片"u8.ToArray())]);
        Assert.Equal(422, withFile.Code);
        Assert.Null(withFile.Document.QuerySelector("#already-public"));
    }

    [Fact]
    public async Task Send_QuestionThatNothingAnswers_GoesStraightToTheReceipt()
    {
        await CatchUpAsync(site);
        using var citizen = site.Visitor();

        var sent = await citizen.SubmitAsync(
            await citizen.OpenAsync("/letters/write"), [("Input.Kind", "Consultation"), ("Input.Title", "周杰伦演唱会"), ("Input.Text", LetterOffice.Text())], "#letter");

        Assert.Equal(302, sent.Code);
    }

    [Theory]
    [InlineData("", "_blank")]
    [InlineData("elder", null)]
    public async Task Matches_ForTheScript_AreThePanelAloneAndOpenNoWindowsInTheModeForElders(string mode, string? target)
    {
        await CatchUpAsync(site);
        using var citizen = site.Visitor();
        if (mode.Length > 0) citizen.DefaultRequestHeaders.Add("Cookie", $"{ReadingMode.Cookie}={mode}");
        var form = await citizen.OpenAsync("/letters/write");
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", form.Value("__RequestVerificationToken")!), KeyValuePair.Create("Input.Title", "低保标准")]);

        using var answer = await citizen.PostAsync("/letters/write?handler=Matches", content, TestContext.Current.CancellationToken);

        var page = await SitePage.FromAsync(answer, "");
        Assert.Null(page.Document.QuerySelector("main"));
        var links = page.Document.QuerySelectorAll("#already-public li a");
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(target, link.GetAttribute("target")));
        Assert.All(links, link => Assert.Equal(target is not null, link.TextContent.Contains("新窗口", StringComparison.Ordinal)));
        // What is still being written is kept for nobody who only writes.
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith(LetterDrafts.Cookie, StringComparison.Ordinal)));
    }

    private static Task CatchUpAsync(SiteFactory site) => site.Services.GetRequiredService<SearchFollower>().CatchUpAsync(stop: TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("https://example.com/", false)]
    [InlineData("//example.com/", false)]
    [InlineData("/admin", false)]
    [InlineData("/disclosures//example.com", false)]
    [InlineData("/letters/\\example.com", false)]
    [InlineData(null, false)]
    [InlineData("/disclosures/mzj-2026-00001", true)]
    [InlineData("/letters/questions#q-1", true)]
    public void CanAnswer_OnlyPagesOfTheSite(string? path, bool can) => Assert.Equal(can, SparedLetters.CanAnswer(path));
}
