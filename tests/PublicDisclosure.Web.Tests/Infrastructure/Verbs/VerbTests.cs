using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Disclosures;
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
    public async Task Calendar_AddOverNationalDay_PrintsTheDateAndTheStrip()
    {
        await using var site = await TestSite.CreateAsync();
        await RunAsync(site, "seed");
        await site.Services.GetRequiredService<DatabaseSeed>().RunAsync(SeedKind.DemoAccounts, CancellationToken.None);

        var (code, output) = await RunAsync(site, "calendar", "add", "2025-09-26", "20");

        var lines = output.Split('\n', StringSplitOptions.TrimEntries);
        Assert.Equal((0, "2025-10-30"), (code, lines[0]));
        Assert.Contains("2025-09-28 Sun   1  counted, make-up working day 国庆节、中秋节", lines);
        Assert.Contains("2025-10-01 Wed      holiday 国庆节、中秋节", lines);
        Assert.Equal(20, lines.Count(l => l.Contains("counted", StringComparison.Ordinal) && !l.Contains("not counted", StringComparison.Ordinal)));
        Assert.StartsWith("2025-09-29", (await RunAsync(site, "calendar", "before", "2025-10-10", "3")).Output, StringComparison.Ordinal);
        Assert.Contains("Estimated: no notice of 2031", (await RunAsync(site, "calendar", "add", "2031-03-01", "1", "months")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calendar")]
    [InlineData("calendar", "add", "2025-09-26")]
    [InlineData("calendar", "add", "26.9.2025", "20")]
    [InlineData("calendar", "add", "2025-09-26", "0")]
    [InlineData("calendar", "add", "2025-09-26", "-5")]
    [InlineData("calendar", "add", "2025-09-26", "20", "fortnights")]
    [InlineData("calendar", "since", "2025-09-26", "20")]
    public async Task Calendar_WrongArguments_SaysHowToAsk(params string[] words)
    {
        await using var site = await TestSite.CreateAsync();

        var (code, output) = await RunAsync(site, words);

        Assert.Equal(VerbRunner.Refused, code);
        Assert.StartsWith("Say add or before", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_UpToDate_SaysSo()
    {
        await using var site = await TestSite.CreateAsync();

        Assert.Equal((0, "The database is up to date."), await RunAsync(site, "migrate"));
    }

    [Fact]
    public async Task Seed_TwiceOutsideDevelopment_EntersOrganisationsOnceAndNoDemo()
    {
        await using var site = await TestSite.CreateAsync();
        await RunAsync(site, "seed");
        var first = await site.Store.ReadAsync(db => db.Organisations.CountAsync());
        await RunAsync(site, "seed");

        Assert.True(first > 26, $"{first} organisations");
        Assert.Equal(first, await site.Store.ReadAsync(db => db.Organisations.CountAsync()));
        Assert.Equal(0, await site.Store.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task CreateAdmin_NewInstallation_MakesAnAccountThatMustChangeItsPassword()
    {
        await using var site = await TestSite.CreateAsync();
        Assert.Equal(VerbRunner.Refused, (await RunAsync(site, "create-admin", "boss", "平台管理员")).Code);
        await RunAsync(site, "seed");

        var (code, output) = await RunAsync(site, "create-admin", "boss", "平台管理员");

        Assert.Equal(0, code);
        Assert.Contains("Password for the first sign-in: ", output, StringComparison.Ordinal);
        var user = await site.Store.ReadAsync(db => db.Users.Include(u => u.Memberships).SingleAsync());
        Assert.True(user.MustChangePassword);
        Assert.Equal(StaffRole.PlatformAdmin, Assert.Single(user.Memberships).Role);
        Assert.Equal(VerbRunner.Refused, (await RunAsync(site, "create-admin", "boss", "平台管理员")).Code);
    }

    [Fact]
    public async Task SeedRemoveDemo_SiteWithDemo_PassesTheProductionChecksAndKeepsTheRest()
    {
        await using var site = await TestSite.CreateAsync();
        await RunAsync(site, "seed");
        await site.Services.GetRequiredService<DatabaseSeed>().RunAsync(SeedKind.DemoAccounts, CancellationToken.None);
        var organisation = await site.Store.ReadAsync(db => db.Organisations.FirstAsync());
        var demo = Disclosure.Create(Guid.NewGuid(), organisation.Id, TestData.CreateText(), site.Clock.Now, Guid.NewGuid(), isDemo: true);
        await site.Store.AddAsync(demo, TestData.CreateDisclosure(organisation.Id, title: "真实的公告"));
        Assert.Contains("demo", (await RunAsync(site, "check")).Output, StringComparison.Ordinal);

        await RunAsync(site, "seed", "--remove-demo");

        var output = (await RunAsync(site, "check")).Output;
        Assert.DoesNotContain("demo", output, StringComparison.Ordinal);
        Assert.DoesNotContain("made-up", output, StringComparison.Ordinal);
        Assert.Equal("真实的公告", await site.Store.ReadAsync(db => db.Disclosures.Select(d => d.Text.Title).SingleAsync()));
    }

    private static async Task<(int Code, string Output)> RunAsync(TestSite site, params string[] words)
    {
        await using var output = new StringWriter();
        var code = await VerbRunner.RunAsync(words, site.Services, output);
        return (code, output.ToString().Trim());
    }
}
