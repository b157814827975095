using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>Settings of section <c>DataProtection</c>.</summary>
public sealed class KeyRingOptions
{
    public const string Section = "DataProtection";

    /// <summary>Certificate file (.pfx) that encrypts the key ring; required in Production.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Password of the file; empty when it has none.</summary>
    public string CertificatePassword { get; set; } = "";
}

/// <summary>
/// The keys that protect sign-in cookies and form tokens live in the database, so that all nodes share them and a backup
/// holds them. In Production a certificate outside the database encrypts them.
/// </summary>
public static class KeyRing
{
    /// <summary>Registers Data Protection with its keys in <see cref="DisclosureDb"/>.</summary>
    /// <exception cref="InvalidOperationException">The certificate cannot be read.</exception>
    public static IServiceCollection AddKeyRing(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<KeyRingOptions>(configuration.GetSection(KeyRingOptions.Section));
        var ring = services.AddDataProtection().SetApplicationName("PublicDisclosure").PersistKeysToDbContext<DisclosureDb>();
        var options = configuration.GetSection(KeyRingOptions.Section).Get<KeyRingOptions>() ?? new KeyRingOptions();
        if (options.CertificatePath.Length > 0) ring.ProtectKeysWithCertificate(Load(options));
        return services;
    }

    private static X509Certificate2 Load(KeyRingOptions options)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword);
        }
        catch (Exception problem) when (problem is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"The certificate '{options.CertificatePath}' (DataProtection:CertificatePath) cannot be read: {problem.Message}", problem);
        }
    }
}
