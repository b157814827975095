using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Postings off the web as clerk, reviewer and public meet them: the fact goes out, list, note and photograph stay inside.</summary>
public sealed class PostingPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Item = "05-off-web";

    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task Record_ConfirmedByAnother_ShowsThePublicTheFactAndNeverPhotoOrNote()
    {
        var office = await OpenAsync();
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var id = await RecordAsync(clerk, office, "第一季度低保对象名单公示");
        Assert.DoesNotContain("第一季度低保对象名单公示", (await visitor.OpenAsync("/organisations/mzj")).Text, StringComparison.Ordinal);
        Assert.Contains("第一季度低保对象名单公示", (await reviewer.OpenAsync("/admin/postings?open=true")).Text, StringComparison.Ordinal);

        var confirmed = await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/postings/{id}"), button: "main form button[value='true']");

        Assert.True(confirmed.Code == 302, $"{confirmed.Code} {string.Join(' ', confirmed.Errors)}");
        var shown = (await visitor.OpenAsync("/organisations/mzj")).Document.DocumentElement.OuterHtml;
        Assert.Contains("第一季度低保对象名单公示", shown, StringComparison.Ordinal);
        Assert.Contains("木乐村公示栏", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("内部备注甲", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("现场.png", shown, StringComparison.Ordinal);
        var photo = $"/admin/postings/{id}?handler=Photo&number=1";
        Assert.Equal(200, (await reviewer.OpenAsync(photo)).Code);
        Assert.Equal(302, (await visitor.OpenAsync(photo)).Code);
        using var foreigner = await site.StaffAsync("township-reviewer");
        Assert.Equal(404, (await foreigner.OpenAsync(photo)).Code);
    }

    [Fact]
    public async Task Record_PersonalDataOrEndBeforeBeginning_IsRefusedAndKeepsWhatWasTyped()
    {
        var office = await OpenAsync();
        using var clerk = await site.StaffAsync("clerk");
        var form = await clerk.OpenAsync(Address(office));
        var count = await CountAsync();

        var named = await clerk.SubmitAsync(form, [.. Fields("张某 11010519491231002X 公示")]);
        var backwards = await clerk.SubmitAsync(form, [.. Fields("低保名单", to: Day(-9))]);
        var empty = await clerk.SubmitAsync(form);
        var noPicture = await clerk.SubmitAsync(form, [.. Fields("低保名单")], files: [("Input.Photo", "名单.png", "%PDF-1.7 list"u8.ToArray())]);

        Assert.Equal([422, 422, 422, 422], new[] { named.Code, backwards.Code, empty.Code, noPicture.Code });
        Assert.Equal("木乐村公示栏", named.Value("Input.Places"));
        Assert.All([named, backwards, empty, noPicture], page => Assert.NotEmpty(page.Errors));
        Assert.Equal(count, await CountAsync());
    }

    [Fact]
    public async Task Correct_AfterConfirmation_NeedsAReason_AndIsConfirmedAnew()
    {
        var office = await OpenAsync();
        using var clerk = await site.StaffAsync("clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var id = await RecordAsync(clerk, office, "第二季度低保对象名单公示");
        var seenTooEarly = await reviewer.OpenAsync($"/admin/postings/{id}");
        await reviewer.SubmitAsync(seenTooEarly, button: "main form button[value='true']");
        Assert.Equal(409, (await reviewer.SubmitAsync(seenTooEarly, button: "main form button[value='true']")).Code);

        var form = await clerk.OpenAsync($"/admin/postings/{id}/correct");
        var refused = await clerk.SubmitAsync(form, [("Input.Places", "马皮村公示栏")]);
        Assert.Equal(422, refused.Code);
        var done = await clerk.SubmitAsync(refused, [("Input.Reason", "地点写错")]);
        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");
        Assert.Equal(409, (await clerk.SubmitAsync(form, [("Input.Reason", "再改一次")])).Code);
        Assert.DoesNotContain("马皮村公示栏", (await visitor.OpenAsync("/organisations/mzj")).Text, StringComparison.Ordinal);

        var page = await reviewer.OpenAsync($"/admin/postings/{id}");
        Assert.Equal(422, (await reviewer.SubmitAsync(page, button: "main form button[value='false']")).Code);
        await reviewer.SubmitAsync(page, button: "main form button[value='true']");
        Assert.Contains("马皮村公示栏", (await visitor.OpenAsync("/organisations/mzj")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_AnonymousWrongRoleAndForeigner_AreTurnedAway()
    {
        var office = await OpenAsync();
        using var clerk = await site.StaffAsync("clerk");
        var id = await RecordAsync(clerk, office, "第三季度低保对象名单公示");
        using var visitor = site.Visitor();
        using var foreigner = await site.StaffAsync("township-clerk");
        using var reviewer = await site.StaffAsync("reviewer");
        using var admin = await site.StaffAsync("admin");

        foreach (var address in new[] { "/admin/postings", Address(office), $"/admin/postings/{id}", $"/admin/postings/{id}/correct" })
        {
            Assert.Equal(302, (await visitor.OpenAsync(address)).Code);
            Assert.Equal(403, (await admin.OpenAsync(address)).Code);
        }

        Assert.Equal(404, (await foreigner.OpenAsync(Address(office))).Code);
        Assert.Equal(404, (await foreigner.OpenAsync($"/admin/postings/{id}")).Code);
        Assert.Equal(404, (await foreigner.OpenAsync($"/admin/postings/{id}/correct")).Code);
        Assert.Equal(403, (await reviewer.OpenAsync($"/admin/postings/{id}/correct")).Code);
        Assert.DoesNotContain("第三季度低保对象名单公示", (await foreigner.OpenAsync("/admin/postings")).Text, StringComparison.Ordinal);
        Assert.Null((await clerk.OpenAsync($"/admin/postings/{id}")).Document.QuerySelector("main form button[value='true']"));
    }

    private static string Address(Office office) => $"/admin/postings/record?organisation={office.Organisation}&item={Item}";

    private static string Day(int days) => Office.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Name, string? Value)> Fields(string what, string? to = null) =>
        [("Input.What", what), ("Input.Places", "木乐村公示栏"), ("Input.From", Day(-1)), ("Input.To", to ?? Day(9)), ("Input.Note", "内部备注甲")];

    private Task<int> CountAsync() => site.ReadAsync(db => db.Postings.CountAsync());

    private static async Task<Guid> RecordAsync(HttpClient clerk, Office office, string what)
    {
        var done = await clerk.SubmitAsync(await clerk.OpenAsync(Address(office)), [.. Fields(what)], files: [("Input.Photo", "现场.png", Png)]);
        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");
        return Guid.Parse(done.RedirectsTo.Split('/')[^1]);
    }

    /// <summary>The bureau with a second item that ticks the notice board and not the web.</summary>
    private async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync(site);
        if (await site.ReadAsync(db => db.Items.AnyAsync(i => i.Code == Item))) return office;
        await site.WriteAsync(async db =>
        {
            var domain = await db.Domains.OrderBy(d => d.SortOrder).FirstAsync();
            var edition = await db.Items.Where(i => i.Code == office.ItemCode).Select(i => i.EditionId).SingleAsync();
            var text = new StandardItemText { Level1 = "综合业务", Level2 = "低保对象名单", Elements = "名单", TimeLimit = "7天", Body = "民政部门", Channels = "□政府网站 ■社区/企事业单位/村公示栏（电子屏）", Audience = "特定群众" };
            db.Add(StandardItem.Create(Guid.NewGuid(), edition, domain.Id, Item, "2", 2, text, GovernmentLevels.County, DisclosureMode.Active, ItemProvenance.Entered));
            db.Add(Duty.Create(Guid.NewGuid(), office.Organisation, domain.Id, Item, GovernmentLevels.County, new DateOnly(2026, 1, 1)));
        });
        return office;
    }
}
