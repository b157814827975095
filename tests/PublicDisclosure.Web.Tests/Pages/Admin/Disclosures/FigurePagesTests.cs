using System.Text;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>A clerk puts charts, questions, sounds and films into a draft, by forms alone.</summary>
public sealed class FigurePagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Words = "各位居民大家好，今天讲讲低保标准调整。城市低保每人每月提高到八百八十元，农村低保每人每年提高到七千六百八十元，不用申请，直接打到卡上，请大家放心。谢谢。";

    [Fact]
    public async Task Chart_PastedTable_IsShownAndPutIntoTheText()
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/chart");
        (string, string?)[] fields = [("Input.Kind", "柱状图"), ("Input.Title", "低保标准"), ("Input.Unit", "元"), ("Input.Data", "类别\t调整前\t调整后\r\n城市\t840\t880")];

        var preview = await clerk.SubmitAsync(form, fields, button: "#preview");
        Assert.Equal(200, preview.Code);
        Assert.NotNull(preview.Document.QuerySelector("figure.chart svg[role=img]"));
        Assert.DoesNotContain("```chart", (await office.FindAsync(id)).Text.Body, StringComparison.Ordinal);

        var done = await clerk.SubmitAsync(preview, button: "#insert");
        Assert.Equal(302, done.Code);
        Assert.Contains("```chart 柱状图\n标题：低保标准\n单位：元\n类别|调整前|调整后\n城市|840|880\n```", (await office.FindAsync(id)).Text.Body, StringComparison.Ordinal);

        var again = await clerk.OpenAsync($"/admin/disclosures/{id}/chart?place=0");
        Assert.Equal("低保标准", again.Value("Input.Title"));
        Assert.Equal(302, (await clerk.SubmitAsync(again, [("Input.Title", "新标准")])).Code);
        var body = (await office.FindAsync(id)).Text.Body;
        Assert.Equal(2, body.Split("```").Length - 1);
        Assert.Contains("标题：新标准", body, StringComparison.Ordinal);

        var removed = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/chart"), form: "section form");
        Assert.Equal(302, removed.Code);
        Assert.DoesNotContain("```", (await office.FindAsync(id)).Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chart_WordInAColumnOfNumbers_IsRefusedWithItsRowAndNothingIsLost()
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;

        var page = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/chart"), [("Input.Title", "标准"), ("Input.Data", "类别|数\n城市|很多")]);

        Assert.Equal(422, page.Code);
        Assert.Contains(page.Errors, e => e.Contains("第 2 行第 2 格：“很多”不是数", StringComparison.Ordinal));
        Assert.Equal("类别|数\n城市|很多", page.Value("Input.Data")!.ReplaceLineEndings("\n").Trim());
        Assert.DoesNotContain("chart", (await office.FindAsync(id)).Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_WrittenInTheForm_BecomeHeadingsWithLastingNumbers()
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/questions");
        var saved = await clerk.SubmitAsync(form, [("Input.Preface", "先看这里。"), ("Input.Pairs[0].Question", "谁能申请？"), ("Input.Pairs[0].Answer", "困难家庭。"), ("Input.Pairs[1].Question", "多少钱？"), ("Input.Pairs[1].Answer", "880元。")]);
        Assert.Equal(302, saved.Code);
        Assert.Equal("先看这里。\n\n## 问1：谁能申请？\n\n困难家庭。\n\n## 问2：多少钱？\n\n880元。", (await office.FindAsync(id)).Text.Body);

        var again = await clerk.OpenAsync($"/admin/disclosures/{id}/questions");
        var changed = await clerk.SubmitAsync(again, [("Input.Pairs[0].Question", ""), ("Input.Pairs[0].Answer", ""), ("Input.Pairs[2].Question", "几天办好？"), ("Input.Pairs[2].Answer", "十天。"), ("Input.Pairs[2].Order", "1")]);
        Assert.Equal(302, changed.Code);
        Assert.Equal("先看这里。\n\n## 问3：几天办好？\n\n十天。\n\n## 问2：多少钱？\n\n880元。", (await office.FindAsync(id)).Text.Body);
    }

    [Fact]
    public async Task Questions_QuestionWithoutAnswer_IsRefusedAndMoreKeepsWhatWasTyped()
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/questions");

        var page = await clerk.SubmitAsync(form, [("Input.Pairs[0].Question", "谁能申请？")]);
        Assert.Equal(422, page.Code);
        Assert.Contains("请写明回答。", page.Errors);
        Assert.Equal("谁能申请？", page.Value("Input.Pairs[0].Question"));

        var more = await clerk.SubmitAsync(page, button: "#more");
        Assert.Equal("谁能申请？", more.Value("Input.Pairs[0].Question"));
        Assert.NotNull(more.Document.QuerySelector("[name='Input.Pairs[2].Question']"));
        Assert.DoesNotContain("谁能申请", (await office.FindAsync(id)).Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Media_FilmUploaded_IsPutIntoTheTextWithItsWords()
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;
        foreach (var (name, bytes) in new[] { ("解读.mp4", MediaFiles.Film()), ("字幕.vtt", MediaFiles.Captions()) })
        {
            var uploaded = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/media"), files: [("File", name, bytes)]);
            Assert.True(uploaded.Code == 302, $"{uploaded.Code}: {string.Join(' ', uploaded.Errors)}");
        }

        var film = (await office.FindAsync(id)).Attachments.Single(a => a.Kind == "mp4");
        var put = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/media/{film.Id}"), [("Input.Title", "低保标准解读"), ("Input.Captions", "字幕.vtt"), ("Input.Words", Words)]);
        Assert.Equal(302, put.Code);

        var details = await clerk.OpenAsync($"/admin/disclosures/{id}");
        Assert.Equal($"/admin/disclosures/{id}/attachments/{film.Id}", details.Document.QuerySelector("video source")!.GetAttribute("src"));
        Assert.NotNull(details.Document.QuerySelector("video track[kind=captions]"));
        using var range = new HttpRequestMessage(HttpMethod.Get, $"/admin/disclosures/{id}/attachments/{film.Id}") { Headers = { Range = new(4, 7) } };
        using var answer = await clerk.SendAsync(range, TestContext.Current.CancellationToken);
        Assert.Equal(206, (int)answer.StatusCode);
        Assert.Equal("ftyp", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(302, (await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/media/{film.Id}"), button: "#remove")).Code);
        Assert.DoesNotContain("```视频", (await office.FindAsync(id)).Text.Body, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "解读.mp4", "这不是视频"u8.ToArray(), "不是 MP4 视频" },
        { "解读.mp4", MediaFiles.Film(1)[..^50], "不完整" },
        { "字幕.vtt", "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\n甲"u8.ToArray(), "字幕第 3 行" },
        { "名单.exe", "MZ"u8.ToArray(), "只收 MP3 音频" },
        { "../../解读.mp3", Encoding.UTF8.GetBytes("假的"), "不是 MP3 音频" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Media_WhatIsNotWhatItSays_IsRefusedInWords(string name, byte[] content, string words)
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;

        var page = await clerk.SubmitAsync(await clerk.OpenAsync($"/admin/disclosures/{id}/media"), files: [("File", name, content)]);

        Assert.Equal(422, page.Code);
        Assert.Contains(page.Errors, e => e.Contains(words, StringComparison.Ordinal));
        Assert.Empty((await office.FindAsync(id)).Attachments);
    }

    [Fact]
    public async Task Media_NothingChosen_OrTokenMissing_IsRefused()
    {
        var (_, id, clerk) = await OpenAsync();
        using var client = clerk;
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/media");

        Assert.Equal(422, (await clerk.SubmitAsync(form)).Code);

        using var forged = new MultipartFormDataContent { { new ByteArrayContent(MediaFiles.Sound()), "File", "a.mp3" } };
        using var answer = await clerk.PostAsync($"/admin/disclosures/{id}/media", forged, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
        using var wrong = new MultipartFormDataContent { { new StringContent("made up"), "__RequestVerificationToken" }, { new ByteArrayContent(MediaFiles.Sound()), "File", "a.mp3" } };
        using var second = await clerk.PostAsync($"/admin/disclosures/{id}/media", wrong, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)second.StatusCode);
    }

    [Fact]
    public async Task Media_SomebodySavedMeanwhile_Is409()
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;
        var form = await clerk.OpenAsync($"/admin/disclosures/{id}/media");
        await office.TouchAsync(id);

        Assert.Equal(409, (await clerk.SubmitAsync(form, files: [("File", "a.mp3", MediaFiles.Sound())])).Code);
    }

    [Theory]
    [InlineData("chart")]
    [InlineData("questions")]
    [InlineData("media")]
    public async Task Pages_OfAnotherOrganisation_OrNoDraft_AreNotOpened(string page)
    {
        var (office, id, clerk) = await OpenAsync();
        using var _ = clerk;
        using var stranger = await site.StaffAsync("township-clerk");
        Assert.Equal(404, (await stranger.OpenAsync($"/admin/disclosures/{id}/{page}")).Code);

        var published = await office.InAsync(DisclosureState.Published);
        var answer = await clerk.OpenAsync($"/admin/disclosures/{published}/{page}");
        Assert.Equal((302, $"/admin/disclosures/{published}"), (answer.Code, answer.RedirectsTo));
    }

    private async Task<(Office Office, Guid Id, HttpClient Clerk)> OpenAsync()
    {
        var office = await Office.OpenAsync(site);
        var text = Office.Text();
        return (office, await office.DraftAsync(text with { Body = "先看这里。" }), await site.StaffAsync("clerk"));
    }
}
