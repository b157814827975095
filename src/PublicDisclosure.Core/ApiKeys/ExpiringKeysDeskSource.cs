using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>
/// Keys that end soon, so that a system does not fall silent overnight. They wait for the organisation's administrator; the city's
/// disclosure office sees them on its list.
/// </summary>
internal sealed class ExpiringKeysDeskSource(DisclosureDb db, BusinessClock clock, IOptions<PublishApiOptions>? options = null) : IDeskSource
{
    private readonly PublishApiOptions _options = options?.Value ?? new PublishApiOptions();

    /// <inheritdoc/>
    public async Task<int> CountAsync(DeskPerson person, CancellationToken stop) => Keys(person) is { } keys ? await keys.CountAsync(stop) : 0;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        if (Keys(person) is not { } keys) return [];
        var rows = await keys.Select(k => new { k.Id, k.SystemName, k.OrganisationId, k.ExpiresOn, Name = db.Organisations.Where(o => o.Id == k.OrganisationId).Select(o => o.ShortName).First() }).ToListAsync(stop);
        return [.. rows.Select(k => new DeskTask(
            DeskTaskKind.ApiKeyExpiring, $"api-key:{k.Id:N}", k.SystemName, $"/admin/api-keys/{k.Id}", k.OrganisationId, k.Name,
            BusinessClock.Utc(k.ExpiresOn.AddDays(-_options.WarnDaysBefore), TimeOnly.MinValue))
        {
            DueOn = k.ExpiresOn,
            Unit = LimitUnit.Day,
        })];
    }

    private IQueryable<ApiKey>? Keys(DeskPerson person)
    {
        var own = person.Rights.Roles.Where(r => !RolePermissions.IsCityWide(r.Role) && RolePermissions.Of(r.Role).Contains(Permission.ApiKeysKeep)).Select(r => r.OrganisationId).Distinct().ToList();
        if (own.Count == 0) return null;
        var (today, until) = (clock.Today, clock.Today.AddDays(_options.WarnDaysBefore));
        // A system that already has a newer key needs no other.
        return db.ApiKeys.AsNoTracking().Where(k => own.Contains(k.OrganisationId) && k.RevokedAt == null && k.ExpiresOn >= today && k.ExpiresOn <= until
            && !db.ApiKeys.Any(n => n.OrganisationId == k.OrganisationId && n.SystemName == k.SystemName && n.RevokedAt == null && n.ExpiresOn > until));
    }
}
