using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>
/// Lets business systems in. Everything is read at each request, so that a key revoked, a role taken away or an account closed
/// stops the next one.
/// </summary>
public sealed class ApiKeyGate(DisclosureDb db, StaffAuthority authority, BusinessClock clock)
{
    /// <summary>The refusals that mean: who are you? All others mean: you may not.</summary>
    public static IReadOnlySet<string> Unknown { get; } = new HashSet<string> { "ApiKey.Missing", "ApiKey.Unknown", "ApiKey.Expired", "ApiKey.Revoked" };

    /// <summary>The system behind a key, if it may do this now.</summary>
    /// <param name="presented">What the request carried; null for nothing.</param>
    /// <param name="scope">What it wants to do.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<OutcomeOf<KeyHolder>> OpenAsync(string? presented, ApiScopes scope, CancellationToken stop = default)
    {
        if (string.IsNullOrEmpty(presented)) return new Refusal("ApiKey.Missing");
        if (!ApiKeySecret.TryParse(presented, out var secret)) return new Refusal("ApiKey.Unknown");
        // Found by what may be known, compared in constant time by what may not.
        var prefix = secret.Prefix;
        var candidates = await db.ApiKeys.AsNoTracking().Where(k => k.Prefix == prefix).ToListAsync(stop);
        if (candidates.Find(k => secret.Matches(k.SecretHash)) is not { } key) return new Refusal("ApiKey.Unknown");
        if (key.CheckUse(clock.Today) is { } over) return over;
        if (!await db.Organisations.AnyAsync(o => o.Id == key.OrganisationId && o.IsActive, stop)) return new Refusal("ApiKey.OrganisationClosed");
        if (!(await authority.RightsOfAsync(key.ResponsibleId, stop)).Has(Permission.DisclosuresDraft, key.OrganisationId)) return new Refusal("ApiKey.ResponsibleUnable");
        if (!key.Scopes.HasFlag(scope)) return new Refusal("ApiKey.ScopeLacking", null, scope);
        var now = clock.Now;
        await db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.Uses, k => k.Uses + 1).SetProperty(k => k.LastUsedAt, now), stop);
        return new KeyHolder(key.Id, key.Prefix, key.OrganisationId, key.SystemName, key.ResponsibleId, key.CreatedBy);
    }
}
