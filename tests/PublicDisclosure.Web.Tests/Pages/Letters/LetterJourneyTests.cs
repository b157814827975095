using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Letters;

/// <summary>From the entry to the published masked answer, by forms alone as a browser without script sends them.</summary>
public sealed class LetterJourneyTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly LetterOffice _office = new(site);

    [Fact]
    public async Task Letter_WithoutAddressee_IsAssignedAnsweredPublishedMaskedReadAndRated()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen, "", $"我是{LetterOffice.Name}，电话{LetterOffice.Contact}。{LetterOffice.Text()}");
        // The receipt is shown once.
        Assert.Contains("只在提交留言后显示一次", (await citizen.OpenAsync("/letters/receipt")).Text, StringComparison.Ordinal);
        var id = await _office.IdAsync(receipt);
        using var desk = await site.StaffAsync("office");
        Assert.Contains(receipt.Number, (await desk.OpenAsync("/admin/letters?show=Triage")).Text, StringComparison.Ordinal);
        var civil = await site.OrganisationAsync("mzj");
        var triage = await desk.OpenAsync($"/admin/letters/{id}/triage");
        // Nothing of the sealed letter is written into the lists by itself.
        Assert.Equal("", triage.Value("Input.Matter") ?? "");
        LetterOffice.Done(await desk.SubmitAsync(triage, [("Input.OrganisationId", civil.ToString()), ("Input.Matter", "低保办理")], "form[action*='Assign']"));
        using (var clerk = await site.StaffAsync("clerk"))
        {
            var task = (await clerk.OpenAsync("/admin")).Document.QuerySelectorAll(".tasks li").Single(li => li.QuerySelector($"a[href='/admin/letters/{id}']") is not null);
            Assert.Equal(($"留言 {receipt.Number}：低保办理", "咨询"), (task.QuerySelector("a")!.TextContent, task.QuerySelector(".tag")!.TextContent));
        }

        await _office.AnswerAsync(receipt);
        var tracked = await LetterOffice.TrackAsync(citizen, receipt);
        Assert.Contains("请带户口簿到镇政府办理。", tracked.Text, StringComparison.Ordinal);
        Assert.Contains("分给", tracked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LetterOffice.Contact, tracked.Text, StringComparison.Ordinal);
        Assert.Contains(LetterOffice.Contact, (await LetterOffice.TrackAsync(citizen, receipt, receipt.Secret)).Text, StringComparison.Ordinal);
        var rated = await citizen.SubmitAsync(tracked, [("Input.Satisfaction", "Satisfied")], "form[action*='Rate']");
        Assert.Contains("感谢您的评价", rated.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await citizen.SubmitAsync(tracked, [("Input.Satisfaction", "Dissatisfied")], "form[action*='Rate']")).Code);

        Assert.Equal(404, (await citizen.OpenAsync($"/letters/{receipt.Number}")).Code);
        await _office.PublishAsync(receipt);
        var page = await citizen.OpenAsync($"/letters/{receipt.Number}");
        Assert.Equal(200, page.Code);
        Assert.DoesNotContain(LetterOffice.Name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(LetterOffice.Contact, page.Text, StringComparison.Ordinal);
        Assert.Contains("韦**", page.Text, StringComparison.Ordinal);
        foreach (var list in new[] { "/letters", "/letters?kind=Consultation", "/letters?organisation=mzj", "/letters/feed.xml" })
            Assert.Contains(receipt.Number, await TextAsync(citizen, list), StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Number, await TextAsync(citizen, "/letters?organisation=czj"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_FromThePageOfADocument_KeepsThatPage()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen, path: "/letters/write?about=/disclosures/mzj-2026-00001");

        Assert.Equal("/disclosures/mzj-2026-00001", (await _office.FindAsync(receipt)).AboutPath);
    }

    [Fact]
    public async Task Publication_Unmasked_IsRefusedAndComesBackAsTyped()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen);
        await _office.AnswerAsync(receipt);
        var path = $"/admin/letters/{await _office.IdAsync(receipt)}/publication";
        using var clerk = await site.StaffAsync("clerk");

        var refused = await clerk.SubmitAsync(await clerk.OpenAsync(path), [("Input.Question", "身份证11010519491231002X怎么办？")]);

        Assert.Equal(422, refused.Code);
        Assert.Contains("身份证号", string.Join(' ', refused.Errors), StringComparison.Ordinal);
        Assert.Equal("身份证11010519491231002X怎么办？", refused.Value("Input.Question"));
        Assert.Equal(LetterPublicity.None, (await _office.FindAsync(receipt)).Publicity);
    }

    [Fact]
    public async Task Letter_TakenDown_AnswersGoneWithTheReason()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen);
        await _office.AnswerAsync(receipt);
        await _office.PublishAsync(receipt);
        using var reviewer = await site.StaffAsync("reviewer");
        LetterOffice.Done(await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/letters/{await _office.IdAsync(receipt)}/publicity"), [("Input.Reason", "留言人要求停止公开。")]));

        var page = await citizen.OpenAsync($"/letters/{receipt.Number}");

        Assert.Equal(410, page.Code);
        Assert.Contains("留言人要求停止公开。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("户口簿", page.Text, StringComparison.Ordinal);
        foreach (var list in new[] { "/letters", "/letters/feed.xml" }) Assert.DoesNotContain(receipt.Number, await TextAsync(citizen, list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reopen_WithTheSecret_GoesBackToTheClerk()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen);
        await _office.AnswerAsync(receipt);
        var tracked = await LetterOffice.TrackAsync(citizen, receipt);

        var wrong = await citizen.SubmitAsync(tracked, [("Input.Again", "还是不清楚。"), ("Input.Secret", receipt.Code)], "form[action*='Reopen']");
        Assert.Equal(422, wrong.Code);
        Assert.Equal("还是不清楚。", wrong.Value("Input.Again"));
        var done = await citizen.SubmitAsync(tracked, [("Input.Again", "还是不清楚。"), ("Input.Secret", receipt.Secret)], "form[action*='Reopen']");

        Assert.Equal(200, done.Code);
        Assert.Equal(LetterState.InHand, (await _office.FindAsync(receipt)).State);
    }

    [Fact]
    public async Task Questions_MadeOfAPublicLetter_ArePublic()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen);
        await _office.AnswerAsync(receipt);
        using var desk = await site.StaffAsync("office");
        Assert.Null((await desk.OpenAsync($"/admin/letters/questions/new?number={receipt.Number}")).Document.QuerySelector("main form[method='post']"));
        await _office.PublishAsync(receipt);

        var form = await desk.OpenAsync($"/admin/letters/questions/new?number={receipt.Number}");
        LetterOffice.Done(await desk.SubmitAsync(form, [("Input.Question", "低保怎么申请？"), ("Input.Answer", "请带户口簿到镇政府。")], "main form[method='post']"));

        Assert.Contains("请带户口簿到镇政府。", (await citizen.OpenAsync("/letters/questions")).Text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(HttpClient client, string path) => await client.GetStringAsync(path, TestContext.Current.CancellationToken);
}
