using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Tests.Infrastructure;

namespace PublicDisclosure.Web.Tests.Pages.Admin.Catalogue;

/// <summary>A steward brings a catalogue file into a draft: upload, preview of every row, confirmation.</summary>
public sealed class ImportTests(SiteFactory site) : IClassFixture<SiteFactory>
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "official", "社会救助领域基层政务公开标准目录.xlsx");

    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        var page = await site.Visitor().OpenAsync($"/admin/catalogue/editions/{await DraftAsync("szf")}/import");

        Assert.Equal(302, page.Code);
        Assert.StartsWith("/account/sign-in", page.RedirectsTo, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Clerk_IsForbidden()
    {
        var clerk = await site.StaffAsync("clerk");

        Assert.Equal(403, (await clerk.OpenAsync($"/admin/catalogue/editions/{await DraftAsync("szf")}/import")).Code);
    }

    [Theory]
    [InlineData("szf")]
    [InlineData("450881102")]
    public async Task Get_TownshipSteward_OtherOwnersDraft_IsNotFound(string owner)
    {
        var steward = await site.StaffAsync("township-steward");

        Assert.Equal(404, (await steward.OpenAsync($"/admin/catalogue/editions/{await DraftAsync(owner)}/import")).Code);
    }

    [Fact]
    public async Task Post_OfficialFile_IsPreviewedRowByRowAndConfirmed()
    {
        var steward = await site.StaffAsync("steward");
        var edition = await DraftAsync("szf");

        var preview = await UploadAsync(steward, edition, "目录.xlsx", await File.ReadAllBytesAsync(Sample, TestContext.Current.CancellationToken));

        Assert.Equal(200, preview.Code);
        Assert.Contains("13", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.Items.CountAsync(i => i.EditionId == edition)));
        var done = await steward.SubmitAsync(preview, button: "button[formaction*=Confirm]");
        Assert.Equal(302, done.Code);
        Assert.Equal(13, await site.ReadAsync(db => db.Items.CountAsync(i => i.EditionId == edition)));
        Assert.Equal(0, await site.ReadAsync(db => db.CatalogueImports.CountAsync(i => i.EditionId == edition)));
    }

    [Fact]
    public async Task Post_EditionChangedSincePreview_IsConflictAndNothingIsWritten()
    {
        var steward = await site.StaffAsync("steward");
        var edition = await DraftAsync("szf");
        var preview = await UploadAsync(steward, edition, "目录.xlsx", await File.ReadAllBytesAsync(Sample, TestContext.Current.CancellationToken));
        await site.WriteAsync(async db => (await db.Editions.SingleAsync(e => e.Id == edition)).Touch());

        var answer = await steward.SubmitAsync(preview, button: "button[formaction*=Confirm]");

        Assert.Equal(409, answer.Code);
        Assert.Equal(0, await site.ReadAsync(db => db.Items.CountAsync(i => i.EditionId == edition)));
    }

    [Fact]
    public async Task Post_EmptyFile_IsRefusedAndLeavesNoTraceAndKeepsThePastedText()
    {
        var steward = await site.StaffAsync("steward");
        var edition = await DraftAsync("szf");
        var form = await steward.OpenAsync($"/admin/catalogue/editions/{edition}/import");

        var answer = await steward.SubmitAsync(
            form, [("Input.Pasted", "序号\t公开事项")], files: [("Input.File", "空.xlsx", [])]);

        Assert.Equal(422, answer.Code);
        Assert.NotEmpty(answer.Errors);
        Assert.Equal("序号\t公开事项", answer.Value("Input.Pasted"));
        Assert.Equal(0, await site.ReadAsync(db => db.CatalogueImports.CountAsync(i => i.EditionId == edition)));
    }

    [Fact]
    public async Task Discard_Preview_LeavesTheDraftAsItWas()
    {
        var steward = await site.StaffAsync("steward");
        var edition = await DraftAsync("szf");
        var preview = await UploadAsync(steward, edition, "目录.xlsx", await File.ReadAllBytesAsync(Sample, TestContext.Current.CancellationToken));

        var answer = await steward.SubmitAsync(preview, button: "button[formaction*=Discard]");

        Assert.Equal(302, answer.Code);
        Assert.Equal(404, (await steward.OpenAsync(preview.Path)).Code);
        Assert.Equal(0, await site.ReadAsync(db => db.Items.CountAsync(i => i.EditionId == edition)));
    }

    [Fact]
    public void Progress_WhileReading_TellsTheRowsAndForgetsThemAfterwards()
    {
        var progress = new ImportProgress();
        var ticket = Guid.NewGuid();

        using (var reading = progress.Follow(ticket))
        {
            Assert.Equal(0, progress.RowsOf(ticket));
            reading.Report(4200);
            Assert.Equal(4200, progress.RowsOf(ticket));
        }

        Assert.Null(progress.RowsOf(ticket));
    }

    private static async Task<SitePage> UploadAsync(HttpClient steward, Guid edition, string name, byte[] content)
    {
        var form = await steward.OpenAsync($"/admin/catalogue/editions/{edition}/import");
        var answer = await steward.SubmitAsync(form, files: [("Input.File", name, content)]);
        Assert.True(answer.Code == 302, string.Join(' ', answer.Errors));
        return await steward.FollowAsync(answer);
    }

    private async Task<Guid> DraftAsync(string owner)
    {
        var edition = CatalogueEdition.Draft(Guid.NewGuid(), await site.OrganisationAsync(owner), "导入测试草案", 2027, null, TestClockNow, null);
        await site.WriteAsync(db => Task.FromResult(db.Add(edition)));
        return edition.Id;
    }

    private static DateTime TestClockNow => new TestClock().Now;
}
