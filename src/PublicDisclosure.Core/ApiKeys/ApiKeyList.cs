using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>How a key stands today.</summary>
public enum ApiKeyState
{
    /// <summary>有效</summary>
    Live,

    /// <summary>即将到期</summary>
    Expiring,

    /// <summary>已到期</summary>
    Expired,

    /// <summary>已停用</summary>
    Revoked,

    /// <summary>责任人不能起草, or the organisation was closed: nothing gets in until that is put right.</summary>
    Blocked,
}

/// <summary>A key as staff see it: everything but the secret.</summary>
/// <param name="Key">The key.</param>
/// <param name="Organisation">Short name of its organisation.</param>
/// <param name="Responsible">责任人</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="RevokedBy">Who ended it; empty while it lives.</param>
/// <param name="State">How it stands today.</param>
/// <param name="Arrivals">How many drafts and registrations came with it.</param>
/// <param name="Published">How many of them are or were public.</param>
public sealed record ApiKeyLine(
    ApiKey Key, string Organisation, string Responsible, string CreatedBy, string RevokedBy, ApiKeyState State, int Arrivals, int Published);

/// <summary>A member of staff who could answer for a key.</summary>
public sealed record Responsible(Guid Id, string Name);

/// <summary>Reads keys with what they were used for.</summary>
public sealed class ApiKeyList(DisclosureDb db, BusinessClock clock, IOptions<PublishApiOptions> options)
{
    /// <summary>The last day that a key made today may have.</summary>
    public DateOnly LastDay => clock.Today.AddDays(options.Value.LongestKeyDays);

    /// <summary>The keys within reach, living ones first, then the newest.</summary>
    public async Task<IReadOnlyList<ApiKeyLine>> ReadAsync(OrganisationScope scope, Guid? id = null, CancellationToken stop = default)
    {
        var rows = await scope.Apply(db.ApiKeys.AsNoTracking(), k => k.OrganisationId).Where(k => id == null || k.Id == id)
            .Join(db.Organisations, k => k.OrganisationId, o => o.Id, (k, o) => new { Key = k, o.ShortName, o.IsActive })
            .OrderByDescending(r => r.Key.CreatedAt).ToListAsync(stop);
        var ids = rows.Select(r => r.Key.Id).ToList();
        var arrived = await db.Arrivals.AsNoTracking().Where(a => ids.Contains(a.KeyId)).GroupBy(a => a.KeyId)
            .Select(g => new { g.Key, Count = g.Count(), Published = g.Count(a => db.Disclosures.Any(d => d.Id == a.DisclosureId && d.CurrentVersion > 0)) }).ToDictionaryAsync(g => g.Key, stop);
        var people = rows.SelectMany(r => new[] { r.Key.ResponsibleId, r.Key.CreatedBy, r.Key.RevokedBy ?? Guid.Empty }).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var able = await AbleAsync([.. rows.Select(r => r.Key.OrganisationId).Distinct()], stop);
        string Name(Guid person) => names.GetValueOrDefault(person, StaffNames.Gone);
        return [.. rows.Select(r => new ApiKeyLine(
            r.Key, r.ShortName, Name(r.Key.ResponsibleId), Name(r.Key.CreatedBy), r.Key.RevokedBy is { } by ? Name(by) : "",
            StateOf(r.Key, r.IsActive && able.Contains((r.Key.ResponsibleId, r.Key.OrganisationId))),
            arrived.GetValueOrDefault(r.Key.Id)?.Count ?? 0, arrived.GetValueOrDefault(r.Key.Id)?.Published ?? 0)).OrderBy(l => l.State is ApiKeyState.Expired or ApiKeyState.Revoked)];
    }

    /// <summary>Who could answer for a key of an organisation: those who draft there.</summary>
    public async Task<IReadOnlyList<Responsible>> ResponsibleAsync(Guid organisationId, CancellationToken stop = default)
    {
        var roles = DraftingRoles;
        return await db.Users.AsNoTracking().Active()
            .Where(u => u.Memberships.Any(m => roles.Contains(m.Role) && (m.OrganisationId == organisationId || m.Organisation!.Predecessors.Any(p => p.Id == organisationId))))
            .OrderBy(u => u.DisplayName).Select(u => new Responsible(u.Id, u.DisplayName)).ToListAsync(stop);
    }

    private static List<StaffRole> DraftingRoles => [.. Enum.GetValues<StaffRole>().Where(r => RolePermissions.Of(r).Contains(Permission.DisclosuresDraft))];

    private ApiKeyState StateOf(ApiKey key, bool isAble) =>
        key.RevokedAt is not null ? ApiKeyState.Revoked
        : key.ExpiresOn < clock.Today ? ApiKeyState.Expired
        : !isAble ? ApiKeyState.Blocked
        : key.ExpiresOn <= clock.Today.AddDays(options.Value.WarnDaysBefore) ? ApiKeyState.Expiring : ApiKeyState.Live;

    private async Task<HashSet<(Guid Person, Guid Organisation)>> AbleAsync(List<Guid> organisations, CancellationToken stop)
    {
        var roles = DraftingRoles;
        var held = db.Memberships.AsNoTracking().Where(m => roles.Contains(m.Role) && db.Users.Any(u => u.Id == m.UserId && u.DeactivatedAt == null));
        var own = await held.Where(m => organisations.Contains(m.OrganisationId)).Select(m => new { m.UserId, m.OrganisationId }).ToListAsync(stop);
        var inherited = await held.SelectMany(m => m.Organisation!.Predecessors, (m, p) => new { m.UserId, OrganisationId = p.Id }).Where(m => organisations.Contains(m.OrganisationId)).ToListAsync(stop);
        return [.. own.Concat(inherited).Select(m => (m.UserId, m.OrganisationId))];
    }
}
