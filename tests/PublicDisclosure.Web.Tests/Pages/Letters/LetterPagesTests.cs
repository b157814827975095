using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Letters;

/// <summary>Bad input, wrong codes, other people's letters and who may do what.</summary>
public sealed class LetterPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly LetterOffice _office = new(site);

    [Theory]
    [InlineData("")]
    [InlineData("\u202E\u0000\u2066")]
    [InlineData("短")]
    public async Task Write_NothingToRead_IsRefusedAndTheRestComesBack(string text)
    {
        using var citizen = site.Visitor();

        var refused = await LetterOffice.SendAsync(citizen, "mzj", text);

        Assert.Equal(422, refused.Code);
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(("低保申请", LetterOffice.Name), (refused.Value("Input.Title"), refused.Value("Input.Name")));
    }

    [Fact]
    public async Task Write_KindAndTitleAndTextMissing_AreAllNamedAtOnce()
    {
        using var citizen = site.Visitor();

        var refused = await citizen.SubmitAsync(await citizen.OpenAsync("/letters/write"), [("Input.Title", ""), ("Input.Text", "")], form: "form.form");

        Assert.Equal(422, refused.Code);
        Assert.Equal(["请填写标题，至少2个字。", "请填写留言内容。", "请选择留言类型。"], refused.Errors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Write_HugeText_IsRefusedWithTheLimit()
    {
        using var citizen = site.Visitor();

        var refused = await LetterOffice.SendAsync(citizen, "mzj", new string('长', 200_000));

        Assert.Equal(422, refused.Code);
        Assert.Contains("最多5000个字，现在有200000个字", string.Join(' ', refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_EmojiBidiAndControl_IsTakenInReadable()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen, text: $"路灯\u202E坏了😀👨‍👩‍👧，\u0007请修。<script>alert(1)</script>{LetterOffice.Text()}");
        using var clerk = await site.StaffAsync("clerk");

        var page = await clerk.OpenAsync($"/admin/letters/{await _office.IdAsync(receipt)}");

        Assert.Contains("路灯坏了😀👨‍👩‍👧，请修。<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main script"));
    }

    [Fact]
    public async Task Write_TheSameTwice_IsToldAndOnceOnly()
    {
        using var citizen = site.Visitor();
        var text = LetterOffice.Text();
        await LetterOffice.WriteAsync(citizen, text: text);

        var again = await LetterOffice.SendAsync(citizen, "mzj", text);

        Assert.Equal(422, again.Code);
        Assert.Contains("已经提交过同样内容的留言", string.Join(' ', again.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_FileThatIsNone_IsRefusedByName()
    {
        using var citizen = site.Visitor();
        var form = await citizen.OpenAsync("/letters/write");

        var refused = await citizen.SubmitAsync(
            form, [("Input.Kind", "Help"), ("Input.Title", "路灯"), ("Input.Text", LetterOffice.Text())], files: [("Input.Files", "照片.jpg", "MZ这不是照片"u8.ToArray())]);

        Assert.Equal(422, refused.Code);
        Assert.Contains("照片.jpg", string.Join(' ', refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Track_WrongCodeAndWrongNumber_SayTheSame()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen);

        var wrongCode = await LetterOffice.TrackAsync(citizen, receipt with { Code = receipt.Secret });
        var wrongNumber = await LetterOffice.TrackAsync(citizen, receipt with { Number = "20200101-000001" });

        Assert.Equal((422, 422), (wrongCode.Code, wrongNumber.Code));
        Assert.Equal(wrongCode.Errors, wrongNumber.Errors);
        Assert.DoesNotContain(receipt.Code, wrongCode.Path, StringComparison.Ordinal);
        Assert.Equal(200, (await LetterOffice.TrackAsync(citizen, receipt with { Code = receipt.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) })).Code);
    }

    [Theory]
    [InlineData("township-clerk")]
    [InlineData("township-reviewer")]
    public async Task Staff_OfAnotherOrganisation_FindNothing(string user)
    {
        using var citizen = site.Visitor();
        var id = await _office.IdAsync(await LetterOffice.WriteAsync(citizen));
        using var foreigner = await site.StaffAsync(user);

        foreach (var page in new[] { "", "/reply", "/review", "/pass", "/parts", "/extension", "/publication", "/publicity" })
            Assert.Equal(404, (await foreigner.OpenAsync($"/admin/letters/{id}{page}")).Code);
    }

    [Theory]
    [InlineData("clerk", "reply,pass,parts,extension,publication", "review,publicity")]
    [InlineData("reviewer", "review,publicity,extension", "reply,pass,publication")]
    [InlineData("office", "triage", "reply,review,publication")]
    [InlineData("auditor", "", "reply,review,triage,publication")]
    [InlineData("admin", "", "reply,review,triage,publication")]
    [InlineData("org-admin", "", "reply,review,triage,publication")]
    public async Task Pages_ByRole_OpenForTheirOwnWorkOnly(string user, string open, string shut)
    {
        using var citizen = site.Visitor();
        var id = await _office.IdAsync(await LetterOffice.WriteAsync(citizen));
        using var staff = await site.StaffAsync(user);

        foreach (var page in open.Split(',', StringSplitOptions.RemoveEmptyEntries)) Assert.Equal(200, (await staff.OpenAsync($"/admin/letters/{id}/{page}")).Code);
        foreach (var page in shut.Split(',')) Assert.Contains((await staff.OpenAsync($"/admin/letters/{id}/{page}")).Code, new[] { 403, 404, 302 });
    }

    [Fact]
    public async Task Office_AfterAssignment_SeesTheCaseWithoutTheWords()
    {
        using var citizen = site.Visitor();
        var id = await _office.IdAsync(await LetterOffice.WriteAsync(citizen));
        using var desk = await site.StaffAsync("office");

        var page = await desk.OpenAsync($"/admin/letters/{id}");

        Assert.Equal(200, page.Code);
        Assert.DoesNotContain(LetterOffice.Name, page.Text, StringComparison.Ordinal);
        Assert.Contains("只有正在办理的单位能看到", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_EachLook_IsInTheAuditLog()
    {
        using var citizen = site.Visitor();
        var id = await _office.IdAsync(await LetterOffice.WriteAsync(citizen));
        using var clerk = await site.StaffAsync("clerk");
        var by = await site.UserAsync("clerk");

        await clerk.OpenAsync($"/admin/letters/{id}");
        await clerk.OpenAsync($"/admin/letters/{id}");

        Assert.Equal(2, await site.ReadAsync(db => db.AuditEntries.CountAsync(a => a.Action == LetterTransitions.Look && a.ObjectId == id && a.By == by)));
    }

    [Fact]
    public async Task Reply_BothAtOnce_TheSecondKeepsWhatWasTyped()
    {
        using var citizen = site.Visitor();
        var path = $"/admin/letters/{await _office.IdAsync(await LetterOffice.WriteAsync(citizen))}/reply";
        using var clerk = await site.StaffAsync("clerk");
        var (first, second) = (await clerk.OpenAsync(path), await clerk.OpenAsync(path));
        LetterOffice.Done(await clerk.SubmitAsync(first, [("Input.Text", "第一份答复。")]));

        var late = await clerk.SubmitAsync(second, [("Input.Text", "第二份答复。")]);

        Assert.Equal(409, late.Code);
    }

    [Fact]
    public async Task Direct_ChannelFilledIn_IsReadByTheWriter()
    {
        using var citizen = site.Visitor();
        var receipt = await LetterOffice.WriteAsync(citizen, "");
        using var desk = await site.StaffAsync("office");
        var path = $"/admin/letters/{await _office.IdAsync(receipt)}/triage";
        await desk.SubmitAsync(await desk.OpenAsync("/admin/letters/channels/Petition"), [("Input.Address", "人民中路1号"), ("Input.Phone", "0775-3380001")]);

        LetterOffice.Done(await desk.SubmitAsync(await desk.OpenAsync(path), [("Input.Channel", "Petition")], "form[action*='Direct']"));

        var tracked = await LetterOffice.TrackAsync(citizen, receipt);
        Assert.Contains("人民中路1号", tracked.Text, StringComparison.Ordinal);
        Assert.Contains("已转出", tracked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statistics_NoLettersOfAYear_ShowsADash()
    {
        using var citizen = site.Visitor();

        var page = await citizen.OpenAsync("/letters/statistics?year=2019");

        Assert.Equal(200, page.Code);
        Assert.Contains("按时答复率—", page.Text.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/letters/20260101-999999")]
    [InlineData("/letters/1")]
    [InlineData("/letters/../x")]
    public async Task Get_NoSuchLetter_IsNotFound(string path)
    {
        using var citizen = site.Visitor();
        Assert.Equal(404, (await citizen.OpenAsync(path)).Code);
    }
}
