using System.Net;
using Microsoft.EntityFrameworkCore;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Get_SoundSite_Answers200(string path)
    {
        await using var site = await TestSite.CreateAsync();

        Assert.Equal(HttpStatusCode.OK, (await site.CreateVisitor().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task GetReady_MigrationMissing_Answers503AndLiveStays200()
    {
        await using var site = await TestSite.CreateAsync();
        var visitor = site.CreateVisitor();
        await visitor.GetAsync("/health/live");
        await using (var db = site.Store.Open()) await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory");

        var ready = await visitor.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("migrate", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task GetReady_DiskNearlyFull_Answers503()
    {
        await using var site = await TestSite.CreateAsync(settings: ("Health:LeastFreeMegabytes", "999999999"));

        var ready = await site.CreateVisitor().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("MB left", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetReady_DataFolderGone_Answers503()
    {
        await using var site = await TestSite.CreateAsync();
        var visitor = site.CreateVisitor();
        await visitor.GetAsync("/health/live");
        var aside = site.DataFolder + "-aside";
        Directory.Move(site.DataFolder, aside);

        var ready = await visitor.GetAsync("/health/ready");
        Directory.Move(aside, site.DataFolder);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("cannot be written to", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
