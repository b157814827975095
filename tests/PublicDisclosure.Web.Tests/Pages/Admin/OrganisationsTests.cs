using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin;

public sealed class OrganisationsTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string RealCode = "91350100M000100Y43";

    [Fact]
    public async Task Get_ByRole_AnonymousSignsInWrongRoleIsRefusedForeignIsNotFound()
    {
        var own = $"/admin/organisations/{await site.OrganisationAsync("mzj")}";
        var foreign = $"/admin/organisations/{await site.OrganisationAsync("czj")}";
        using var anonymous = site.Visitor();
        using var clerk = await site.StaffAsync("clerk");
        using var orgAdmin = await site.StaffAsync("org-admin");

        Assert.StartsWith("/account/sign-in", (await anonymous.OpenAsync(own)).RedirectsTo, StringComparison.Ordinal);
        Assert.Equal(403, (await clerk.OpenAsync(own)).Code);
        Assert.Equal(200, (await orgAdmin.OpenAsync(own)).Code);
        Assert.Equal(404, (await orgAdmin.OpenAsync(foreign)).Code);
        Assert.Equal(403, (await orgAdmin.OpenAsync(own + "/revise")).Code);
        Assert.Equal(403, (await orgAdmin.OpenAsync("/admin/organisations/new")).Code);
    }

    [Fact]
    public async Task Index_ByReach_ListsTheCityOrTheOwnOne()
    {
        using var admin = await site.StaffAsync("admin");
        using var orgAdmin = await site.StaffAsync("org-admin");

        Assert.True((await admin.OpenAsync("/admin/organisations")).Document.QuerySelectorAll("tbody tr").Length >= 57);
        Assert.Single((await orgAdmin.OpenAsync("/admin/organisations")).Document.QuerySelectorAll("tbody tr"));
        Assert.Contains("待填写", (await orgAdmin.OpenAsync("/admin/organisations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_Saved_IsTidiedAndAudited()
    {
        using var client = await site.StaffAsync("org-admin");
        var id = await site.OrganisationAsync("mzj");
        var answer = await client.SubmitAsync(await client.OpenAsync($"/admin/organisations/{id}"),
            [("Input.OfficeName", " 办公室 "), ("Input.Phone", "0775-5550001转2"), ("Input.PostalCode", "537200"), ("Input.Fax", "  ")]);

        Assert.Equal(302, answer.Code);
        var contact = await site.ReadAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.Contact).SingleAsync());
        Assert.Equal(("办公室", "0775-5550001转2", null), (contact.OfficeName, contact.Phone, contact.Fax));
        Assert.True(await site.ReadAsync(db => db.AuditEntries.AnyAsync(e => e.ObjectId == id && e.Action == "Organisation.UpdateContact")));
    }

    [Theory]
    [InlineData("Input.Email", "not an address", "电子邮箱格式不正确。")]
    [InlineData("Input.PostalCode", "5372", "邮政编码应为6位数字。")]
    [InlineData("Input.Phone", "电话待定", "电话号码格式不正确，例如：0775-1234567。")]
    [InlineData("Input.Address", "桂平市\u202E路", "含有不可见的控制字符，请删除后重新输入。")]
    public async Task Contact_Refused_SaysWhyAndKeepsWhatWasTyped(string field, string value, string expected)
    {
        using var client = await site.StaffAsync("org-admin");
        var page = await client.OpenAsync($"/admin/organisations/{await site.OrganisationAsync("mzj")}");
        var answer = await client.SubmitAsync(page, [(field, value), ("Input.OfficeHours", "工作日")]);

        Assert.Equal(422, answer.Code);
        Assert.Contains(expected, answer.Errors);
        Assert.Equal(value, answer.Value(field));
        Assert.Equal("工作日", answer.Value("Input.OfficeHours"));
    }

    [Fact]
    public async Task Contact_EditedMeanwhile_Answers409()
    {
        using var client = await site.StaffAsync("admin");
        var id = await site.OrganisationAsync("sjj");
        var page = await client.OpenAsync($"/admin/organisations/{id}");
        await site.WriteAsync(async db => (await db.Organisations.SingleAsync(o => o.Id == id)).UpdateContact(new OrganisationContact { Phone = "0775-5550002" }));

        Assert.Equal(409, (await client.SubmitAsync(page, [("Input.Phone", "0775-5550003")])).Code);
        Assert.Equal("0775-5550002", await site.ReadAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.Contact.Phone).SingleAsync()));
    }

    [Fact]
    public async Task Revise_NamesAndCode_KeepTheSlug()
    {
        using var client = await site.StaffAsync("admin");
        var id = await site.OrganisationAsync("lyj");
        var page = await client.OpenAsync($"/admin/organisations/{id}/revise");
        var wrong = await client.SubmitAsync(page, [("Input.CreditCode", RealCode[..17] + "4")], "form.revise");
        Assert.Equal(422, wrong.Code);
        Assert.Contains("统一社会信用代码不正确，请核对18位代码及末位校验码。", wrong.Errors);

        var done = await client.SubmitAsync(
            page, [("Input.Name", "桂平市林业和草原局"), ("Input.CreditCode", RealCode.ToLowerInvariant()), ("Input.NameConfirmed", "true")], "form.revise");
        Assert.Equal(302, done.Code);
        var saved = await site.ReadAsync(db => db.Organisations.SingleAsync(o => o.Id == id));
        Assert.Equal(("lyj", "桂平市林业和草原局", RealCode, false, false), (saved.Slug, saved.Name, saved.CreditCode!.Value, saved.CreditCodeIsDemo, saved.NameIsUnconfirmed));

        var other = await client.OpenAsync($"/admin/organisations/{await site.OrganisationAsync("slj")}/revise");
        Assert.Contains("该统一社会信用代码已被其他机构使用。", (await client.SubmitAsync(other, [("Input.CreditCode", RealCode)], "form.revise")).Errors);
    }

    [Fact]
    public async Task Create_Organisation_OpensItsContact()
    {
        using var client = await site.StaffAsync("admin");
        var page = await client.OpenAsync("/admin/organisations/new");
        (string, string?)[] good =
        [
            ("Input.Name", "桂平市西山镇某某村民委员会"), ("Input.ShortName", "某某村"), ("Input.Kind", "Village"),
            ("Input.DivisionCode", "450881118201"), ("Input.Slug", "450881118201"),
        ];

        Assert.Equal(422, (await client.SubmitAsync(page, [.. good[..4], ("Input.Slug", "mzj")])).Code);
        Assert.Equal(422, (await client.SubmitAsync(page, [.. good[..4], ("Input.Slug", "../etc")])).Code);
        var done = await client.SubmitAsync(page, good);
        Assert.Equal(302, done.Code);
        Assert.Equal("桂平市西山镇某某村民委员会", (await client.FollowAsync(done)).Heading);
    }

    [Fact]
    public async Task Active_Toggled_KeepsTheAddressAndStopsNewRoles()
    {
        using var client = await site.StaffAsync("admin");
        var id = await site.OrganisationAsync("xczxj");
        Assert.Equal(302, (await client.SubmitAsync(await client.OpenAsync($"/admin/organisations/{id}/revise"), form: "form.active")).Code);

        var choices = (await client.OpenAsync("/admin/users/new")).Document.QuerySelector("#Input_OrganisationId")!.InnerHtml;
        Assert.DoesNotContain(id.ToString(), choices, StringComparison.Ordinal);
        Assert.True(await site.ReadAsync(db => db.Organisations.AnyAsync(o => o.Id == id && o.Slug == "xczxj" && !o.IsActive)));
    }
}
