using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Web.Infrastructure;

/// <summary>What must hold before a production site opens its doors. Each problem says what to do.</summary>
public sealed class StartupChecks(DisclosureDb db, IOptions<KeyRingOptions> keyRing)
{
    /// <summary>Exit code of a refused start (EX_CONFIG): service managers need not try again.</summary>
    public const int RefusedExitCode = 78;

    /// <summary>Every reason why the site must not run in production; empty when it may.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken stop)
    {
        var problems = new List<string>();
        if (keyRing.Value.CertificatePath.Length == 0)
            problems.Add("The key ring is not protected: set DataProtection:CertificatePath to a certificate (.pfx).");
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count > 0)
        {
            // Without its tables the database cannot be asked anything further.
            problems.Add($"{pending.Count} migrations are pending ({pending[0]} ...): back the database up and run the verb 'migrate'.");
            return problems;
        }
        var accounts = await db.Users.CountAsync(user => user.IsDemo && user.DeactivatedAt == null, stop);
        if (accounts > 0) problems.Add($"{accounts} demo accounts exist: run the verb 'seed --remove-demo'.");
        var disclosures = await db.Disclosures.CountAsync(disclosure => disclosure.IsDemo, stop);
        if (disclosures > 0) problems.Add($"{disclosures} demo disclosures exist: run the verb 'seed --remove-demo', or start with a new database.");
        if (await db.Organisations.AnyAsync(organisation => organisation.CreditCodeIsDemo, stop))
            problems.Add("Organisations carry made-up credit codes: run the verb 'seed --remove-demo' and enter the real ones.");
        if (await db.DataProtectionKeys.AnyAsync(key => key.Xml != null && !key.Xml.Contains("encryptedSecret"), stop))
            problems.Add("Keys made before the key ring was protected are still in it: delete them from the table DataProtectionKeys; everybody signs in again, and what the closed store kept with them cannot be opened any more.");
        return problems;
    }
}
