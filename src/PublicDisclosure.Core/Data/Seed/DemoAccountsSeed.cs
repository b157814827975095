using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Data.Seed;

/// <summary>
/// Enters the demo accounts, and for each organisation a clerk and a reviewer without a password in whose names the
/// generator drives the ordinary workflow. Development only; a production start refuses them.
/// </summary>
public sealed class DemoAccountsSeed(
    DisclosureDb db, BusinessClock clock, IPasswordHasher<StaffUser> hasher, ILookupNormalizer normalizer, IOptions<DemoOptions> options) : ISeed
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var known = await db.Users.Select(u => u.NormalizedUserName!).ToHashSetAsync(stop);
        var organisations = await db.Organisations.Select(o => new { o.Id, o.Slug, o.ShortName }).ToDictionaryAsync(o => o.Slug, stop);
        foreach (var account in DemoAccounts.All.Where(a => organisations.ContainsKey(a.Slug)))
        {
            if (Enter(known, account.UserName, account.DisplayName, organisations[account.Slug].Id, account.Role) is { } user)
            {
                user.PasswordHash = hasher.HashPassword(user, options.Value.Password);
                (user.Email, user.NormalizedEmail) = (account.Email, normalizer.NormalizeEmail(account.Email));
            }
        }

        foreach (var (slug, organisation) in organisations)
        {
            EnterForGenerator(known, DemoAccounts.ClerkOf(slug), organisation.ShortName + "经办（演示）", organisation.Id, StaffRole.Clerk);
            EnterForGenerator(known, DemoAccounts.ReviewerOf(slug), organisation.ShortName + "审核（演示）", organisation.Id, StaffRole.Reviewer);
        }

        return await db.SaveChangesAsync(stop);
    }

    /// <summary>Closes every demo account and takes its roles and password away. The rows stay, because the history names them.</summary>
    public async Task<int> RemoveAsync(CancellationToken stop)
    {
        var users = await db.Users.Include(u => u.Memberships).Where(u => u.IsDemo).ToListAsync(stop);
        foreach (var user in users)
        {
            user.Memberships.Clear();
            user.PasswordHash = null;
            user.DeactivatedAt ??= clock.Now;
            user.SecurityStamp = Guid.NewGuid().ToString("N");
        }

        return await db.SaveChangesAsync(stop);
    }

    private void EnterForGenerator(HashSet<string> known, string userName, string displayName, Guid organisationId, StaffRole role)
    {
        if (Enter(known, userName, displayName, organisationId, role) is { } user) user.DeactivatedAt = user.CreatedAt;
    }

    private StaffUser? Enter(HashSet<string> known, string userName, string displayName, Guid organisationId, StaffRole role)
    {
        var normalized = normalizer.NormalizeName(userName);
        if (!known.Add(normalized)) return null;
        var now = clock.Now;
        var user = new StaffUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = userName,
            NormalizedUserName = normalized,
            DisplayName = displayName,
            IsDemo = true,
            CreatedAt = now,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.Memberships.Add(Membership.Grant(Guid.CreateVersion7(now), user.Id, organisationId, role, now, by: null));
        db.Add(user);
        return user;
    }
}
