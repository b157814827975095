using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.TestKit;
using PublicDisclosure.Web.Infrastructure;

namespace PublicDisclosure.Web.Tests.Infrastructure;

public sealed class StartupChecksTests
{
    [Fact]
    public async Task Problems_SoundSite_None()
    {
        await using var store = await SqliteStore.CreateAsync();

        Assert.Empty(await ProblemsAsync(store));
    }

    [Fact]
    public async Task Problems_NoCertificate_KeyRingIsNotProtected()
    {
        await using var store = await SqliteStore.CreateAsync();

        Assert.Contains("DataProtection:CertificatePath", Assert.Single(await ProblemsAsync(store, certificate: "")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_MigrationMissing_SaysMigrate()
    {
        await using var store = await SqliteStore.CreateAsync();
        await using (var db = store.Open()) await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsHistory");

        Assert.Contains("'migrate'", Assert.Single(await ProblemsAsync(store)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_DemoAccount_SaysRemoveDemo()
    {
        await using var store = await SqliteStore.CreateAsync();
        var user = TestData.CreateStaffUser("clerk");
        user.IsDemo = true;
        await store.AddAsync(user);

        Assert.Contains("1 demo accounts", Assert.Single(await ProblemsAsync(store)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_DemoDisclosure_SaysRemoveDemo()
    {
        await using var store = await SqliteStore.CreateAsync();
        var organisation = TestData.CreateOrganisation();
        var demo = Disclosure.Create(
            Guid.NewGuid(), organisation.Id, TestData.CreateText(), new TestClock().Now, Guid.NewGuid(), isDemo: true);
        await store.AddAsync(organisation, demo);

        Assert.Contains("1 demo disclosures", Assert.Single(await ProblemsAsync(store)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_MadeUpCreditCode_IsFound()
    {
        await using var store = await SqliteStore.CreateAsync();
        var organisation = TestData.CreateOrganisation();
        organisation.AssignCreditCode(OrganisationCode.Demo(organisation.DivisionCode, 1), isDemo: true);
        await store.AddAsync(organisation);

        Assert.Contains("credit codes", Assert.Single(await ProblemsAsync(store)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ProductionWithProblems_DoesNotOpen()
    {
        await using var site = await TestSite.CreateAsync("Production");

        // The program ends instead of serving; the test host reports that as an exception.
        Assert.ThrowsAny<Exception>(() => site.CreateVisitor());
    }

    [Fact]
    public async Task Start_ProductionWithCertificate_ServesAndEncryptsTheKeyRing()
    {
        var certificate = Path.Combine(Directory.CreateTempSubdirectory("certificate-").FullName, "key-ring.pfx");
        await File.WriteAllBytesAsync(certificate, MakeCertificate("p"));
        await using var site = await TestSite.CreateAsync(
            "Production", ("DataProtection:CertificatePath", certificate), ("DataProtection:CertificatePassword", "p"));

        await site.CreateVisitor().GetAsync("/health/ready");

        var keys = await site.Store.ReadAsync(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());
        Assert.All(keys, key => Assert.Contains("encryptedSecret", key, StringComparison.Ordinal));
        Assert.NotEmpty(keys);
        Directory.Delete(Path.GetDirectoryName(certificate)!, recursive: true);
    }

    [Fact]
    public async Task Problems_KeyFromBeforeTheCertificate_IsFound()
    {
        await using var site = await TestSite.CreateAsync();
        await site.CreateVisitor().GetAsync("/health/live");

        Assert.Contains("DataProtectionKeys", Assert.Single(await ProblemsAsync(site.Store)), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ProblemsAsync(SqliteStore store, string certificate = "key-ring.pfx")
    {
        await using var db = store.Open();
        var options = Options.Create(new KeyRingOptions { CertificatePath = certificate });
        return await new StartupChecks(db, options).ProblemsAsync(CancellationToken.None);
    }

    private static byte[] MakeCertificate(string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=key ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(50));
        return certificate.Export(X509ContentType.Pfx, password);
    }
}
