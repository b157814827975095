using Microsoft.EntityFrameworkCore;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Infrastructure.Verbs;

namespace PublicDisclosure.Web.Tests.Infrastructure.Verbs;

public sealed class VerbTests
{
    [Theory]
    [InlineData(true, "migrate")]
    [InlineData(true, "nonsense")]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:1")]
    [InlineData(false, "/urls=http://localhost:1")]
    public void IsVerb_Words_OnlyABareFirstWordIs(bool expected, params string[] words) => Assert.Equal(expected, VerbRunner.IsVerb(words));

    [Fact]
    public async Task Run_UnknownVerb_ListsTheVerbs()
    {
        await using var site = await TestSite.CreateAsync();

        var (code, output) = await RunAsync(site, "nonsense");

        Assert.Equal(VerbRunner.UsageError, code);
        Assert.Contains("backup <folder>", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_ThenRestoreIntoAnEmptySite_GivesTheSameSite()
    {
        await using var site = await TestSite.CreateAsync();
        var organisation = TestData.CreateOrganisation(name: "桂平市民政局");
        await site.Store.AddAsync(organisation, TestData.CreateDisclosure(organisation.Id, title: "备份前的公告"));
        await File.WriteAllTextAsync(Directory.CreateDirectory(Path.Combine(site.DataFolder, "files", "ab")) + "/cd", "附件");
        await site.CreateVisitor().GetAsync("/health/ready");
        var folder = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}");
        Assert.Equal(0, (await RunAsync(site, "backup", folder)).Code);

        await using var restored = await TestSite.CreateAsync();
        // A new site has an empty database; restoring over it is what --force is for.
        Assert.Equal(VerbRunner.Refused, (await RunAsync(restored, "restore", folder)).Code);
        Assert.Equal(0, (await RunAsync(restored, "restore", folder, "--force")).Code);

        Assert.Equal("备份前的公告", await restored.Store.ReadAsync(db => db.Disclosures.Select(d => d.Text.Title).SingleAsync()));
        Assert.Equal("附件", await File.ReadAllTextAsync(Path.Combine(restored.DataFolder, "files", "ab", "cd")));
        Assert.Equal(
            await site.Store.ReadAsync(db => db.DataProtectionKeys.Select(key => key.Xml).ToListAsync()),
            await restored.Store.ReadAsync(db => db.DataProtectionKeys.Select(key => key.Xml).ToListAsync()));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("backup", "one", "two")]
    public async Task Run_WrongArguments_SaysWhatToSay(params string[] words)
    {
        await using var site = await TestSite.CreateAsync();

        var (code, output) = await RunAsync(site, words);

        Assert.Equal(VerbRunner.Refused, code);
        Assert.StartsWith("Say one ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AttachmentWithoutFile_SaysSo()
    {
        await using var site = await TestSite.CreateAsync();
        var organisation = TestData.CreateOrganisation();
        var disclosure = TestData.CreateDisclosure(organisation.Id);
        var hash = new string('a', 64);
        disclosure.Attach(TestData.CreateAttachment(disclosure.Id, hash), site.Clock.Now, disclosure.CreatedBy);
        await site.Store.AddAsync(organisation, disclosure);

        var (code, output) = await RunAsync(site, "check");

        Assert.Equal(1, code);
        Assert.Contains(hash, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_UpToDate_SaysSo()
    {
        await using var site = await TestSite.CreateAsync();

        Assert.Equal((0, "The database is up to date."), await RunAsync(site, "migrate"));
    }

    private static async Task<(int Code, string Output)> RunAsync(TestSite site, params string[] words)
    {
        await using var output = new StringWriter();
        var code = await VerbRunner.RunAsync(words, site.Services, output);
        return (code, output.ToString().Trim());
    }
}
