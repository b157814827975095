using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Disclosures;

/// <summary>Forced publication, signatures on paper, the review sheet and the number of steps, as people meet them.</summary>
public sealed class StepPagesTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Fact]
    public async Task ForcePublish_ByTheOffice_ShowsPubliclyUntilAnotherPersonReviewsIt()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var official = await site.StaffAsync("office");
        using var reviewer = await site.StaffAsync("reviewer");
        using var visitor = site.Visitor();
        var form = await official.OpenAsync($"/admin/disclosures/{id}/forcepublish");

        var blank = await official.SubmitAsync(form, [("Input.Reason", "")]);
        Assert.Equal(422, blank.Code);
        var done = await official.SubmitAsync(blank, [("Input.Reason", "汛情紧急，须立即告知群众")]);
        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");

        var address = (await office.FindAsync(id)).Address;
        Assert.Contains("应急发布，待补办审签", (await visitor.OpenAsync($"/disclosures/{address}")).Text, StringComparison.Ordinal);
        Assert.Contains("汛情紧急", (await visitor.OpenAsync("/forced-publications")).Text, StringComparison.Ordinal);
        var forced = await site.ReadAsync(db => db.ForcedPublications.Where(f => f.DisclosureId == id).Select(f => f.Id).SingleAsync());
        Assert.Contains("您是本次应急发布的办理人", (await official.OpenAsync($"/admin/forced-publications/{forced}")).Text, StringComparison.Ordinal);
        Assert.Contains("应急发布，待补办审签", (await reviewer.OpenAsync("/admin")).Text, StringComparison.Ordinal);

        var reviewed = await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/forced-publications/{forced}"), [("Input.Outcome", "Agreed")]);
        Assert.True(reviewed.Code == 302, $"{reviewed.Code} {string.Join(' ', reviewed.Errors)}");
        Assert.DoesNotContain("应急发布，待补办审签", (await visitor.OpenAsync($"/disclosures/{address}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForcedReview_ClerkAndForeigner_MayNot()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var official = await site.StaffAsync("office");
        await official.SubmitAsync(await official.OpenAsync($"/admin/disclosures/{id}/forcepublish"), [("Input.Reason", "汛情紧急")]);
        var forced = await site.ReadAsync(db => db.ForcedPublications.Where(f => f.DisclosureId == id).Select(f => f.Id).SingleAsync());
        using var clerk = await site.StaffAsync("clerk");
        using var foreigner = await site.StaffAsync("township-reviewer");

        Assert.Equal(403, (await clerk.OpenAsync($"/admin/forced-publications/{forced}")).Code);
        Assert.Equal(404, (await foreigner.OpenAsync($"/admin/forced-publications/{forced}")).Code);
    }

    [Fact]
    public async Task Approve_HalfASignature_IsRefused_AndAWholeOneIsShownToStaffOnly()
    {
        var office = await Office.OpenAsync(site);
        var id = await office.InAsync(DisclosureState.AwaitingApproval);
        using var reviewer = await site.StaffAsync("reviewer");
        var form = await reviewer.OpenAsync($"/admin/disclosures/{id}/approve");
        var refused = await reviewer.SubmitAsync(form, [("Input.SignerName", "覃某")]);
        Assert.Equal(422, refused.Code);
        Assert.Equal("覃某", refused.Value("Input.SignerName"));

        var day = Office.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var done = await reviewer.SubmitAsync(
            refused, [("Input.SignerPost", "局长"), ("Input.SignedOn", day)], files: [("Input.Scan", "签批页.png", Png)]);
        Assert.True(done.Code == 302, $"{done.Code} {string.Join(' ', done.Errors)}");

        var signature = await site.ReadAsync(db => db.Set<PaperSignature>().Where(s => s.DisclosureId == id).Select(s => s.Id).SingleAsync());
        Assert.Contains("覃某", (await reviewer.OpenAsync($"/admin/disclosures/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await reviewer.OpenAsync($"/admin/disclosures/{id}/signatures/{signature}")).Code);
        using var foreigner = await site.StaffAsync("township-reviewer");
        Assert.Equal(404, (await foreigner.OpenAsync($"/admin/disclosures/{id}/signatures/{signature}")).Code);
        var sheet = await reviewer.OpenAsync($"/admin/disclosures/{id}/review-sheet");
        Assert.Contains("签批人：覃某（局长）", sheet.Text, StringComparison.Ordinal);
        Assert.Contains("________", sheet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_OrganisationAdmin_SetsThree_AndTheNextSubmissionWaitsForASecondReview()
    {
        var office = await Office.OpenAsync(site);
        using var admin = await site.StaffAsync("org-admin");
        var form = await admin.OpenAsync($"/admin/organisations/{office.Organisation}/steps");

        var saved = await admin.SubmitAsync(form, [("Input.Steps", "3")]);
        Assert.True(saved.Code == 302, $"{saved.Code} {string.Join(' ', saved.Errors)}");
        try
        {
            Assert.Equal(409, (await admin.SubmitAsync(form, [("Input.Steps", "2")])).Code);
            var id = await office.InAsync(DisclosureState.AwaitingSecrecyReview);
            using var reviewer = await site.StaffAsync("reviewer");
            await reviewer.SubmitAsync(await reviewer.OpenAsync($"/admin/disclosures/{id}/review"), [("Input.Conclusion", "MayPublish")]);
            Assert.Equal(DisclosureState.AwaitingSecondReview, (await office.FindAsync(id)).State);
            Assert.Contains("不能再办理复审", (await reviewer.OpenAsync($"/admin/disclosures/{id}/secondreview")).Text, StringComparison.Ordinal);
        }
        finally
        {
            await admin.SubmitAsync(await admin.OpenAsync($"/admin/organisations/{office.Organisation}/steps"), [("Input.Steps", "2")]);
        }
    }
}
