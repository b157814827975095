using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Web.Infrastructure.Verbs;

internal sealed class CreateAdminVerb : IVerb
{
    private const int PasswordLength = 20;

    // Without characters that are mistaken for each other when read off a screen.
    private const string Characters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789-_+=";

    public string Name => "create-admin";

    public string Help => "<user-name> <display name> - create a platform admin; prints a password that must be changed at the first sign-in";

    public async Task<int> RunAsync(VerbCall call)
    {
        if (call.Arguments is not [var userName, var displayName])
            throw new OperationRefusedException("Say a user name and a display name, e.g.: create-admin root-admin 平台管理员");
        var slug = call.Services.GetRequiredService<IOptions<DisclosureOfficeOptions>>().Value.Slug;
        var office = await call.Services.GetRequiredService<DisclosureDb>().Organisations.AsNoTracking()
            .Where(organisation => organisation.Slug == slug).Select(organisation => (Guid?)organisation.Id).SingleOrDefaultAsync()
            ?? throw new OperationRefusedException($"The organisation '{slug}' (DisclosureOffice:Slug) does not exist: run the verb 'seed' first.");
        // A random password is never on a command line, in a shell's history or in a settings file.
        var password = NewPassword();
        var command = new CreateStaffUser(userName, displayName, password, office, StaffRole.PlatformAdmin, By: null);
        var outcome = await call.Services.GetRequiredService<StaffAccounts>().CreateAsync(command, CancellationToken.None);
        if (!outcome.IsDone) throw new OperationRefusedException(string.Join(Environment.NewLine, outcome.Refusals.Select(RefusalTexts.Of)));
        await call.Out.WriteLineAsync($"Created '{userName}'. Password for the first sign-in: {password}");
        return 0;
    }

    private static string NewPassword()
    {
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Characters, PasswordLength);
            if (PasswordRule.Check(password, "").Count == 0) return password;
        }
    }
}
