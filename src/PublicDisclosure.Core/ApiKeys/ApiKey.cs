using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>
/// The key by which a department's business system (业务系统) sends drafts. It belongs to one organisation, names a member of its staff
/// who answers for what arrives (责任人), ends by itself, and opens nothing but what its scopes say.
/// </summary>
public sealed class ApiKey
{
    public const int SystemNameLength = 60;

    private ApiKey()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>业务系统名称. A new key of the same system bears the same name: the system's own numbers are unique within it.</summary>
    public string SystemName { get; private set; } = "";

    public ApiScopes Scopes { get; private set; }

    /// <summary>责任人: drafts arrive in this person's name; without the right to draft the key stops.</summary>
    public Guid ResponsibleId { get; private set; }

    /// <summary><see cref="ApiKeySecret.Prefix"/>, to tell keys apart.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary><see cref="ApiKeySecret.Hash"/> of the key.</summary>
    public string SecretHash { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    /// <summary>Who made it, and so has seen it: counts as a hand in everything the key sends.</summary>
    public Guid CreatedBy { get; private set; }

    /// <summary>Last day (Beijing) on which it opens anything.</summary>
    public DateOnly ExpiresOn { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    /// <summary>When it was last let in, UTC; null before the first time.</summary>
    public DateTime? LastUsedAt { get; private set; }

    /// <summary>How often it was let in.</summary>
    public long Uses { get; private set; }

    /// <summary>Makes a key.</summary>
    public static ApiKey Make(
        Guid id, ApiKeySecret secret, Guid organisationId, string systemName, ApiScopes scopes, Guid responsibleId, DateOnly expiresOn, DateTime now, Guid by, int longestDays)
    {
        RuleViolationException.ThrowIfAny(Check(systemName, scopes, expiresOn, Time.BusinessClock.BeijingDate(now), longestDays));
        return new ApiKey
        {
            Id = id,
            OrganisationId = organisationId,
            SystemName = systemName.Trim(),
            Scopes = scopes,
            ResponsibleId = responsibleId,
            Prefix = secret.Prefix,
            SecretHash = secret.Hash(),
            CreatedAt = now,
            CreatedBy = by,
            ExpiresOn = expiresOn,
        };
    }

    /// <summary>Every reason why such a key cannot be made.</summary>
    /// <param name="systemName">Name of the business system.</param>
    /// <param name="scopes">What it is to open.</param>
    /// <param name="expiresOn">Its last day.</param>
    /// <param name="today">Beijing date.</param>
    /// <param name="longestDays">How many days a key may live.</param>
    public static IReadOnlyList<Refusal> Check(string systemName, ApiScopes scopes, DateOnly expiresOn, DateOnly today, int longestDays)
    {
        var refusals = new List<Refusal>();
        var name = systemName.Trim();
        if (name.Length == 0) refusals.Add(new Refusal("ApiKey.NameMissing", "SystemName"));
        else if (name.Length > SystemNameLength) refusals.Add(new Refusal("Disclosure.TextTooLong", "SystemName", SystemNameLength, name.Length));
        else if (ChineseText.HasForbiddenCharacters(name)) refusals.Add(new Refusal("Text.ForbiddenCharacters", "SystemName"));
        if (scopes == ApiScopes.None) refusals.Add(new Refusal("ApiKey.ScopesMissing", "Scopes"));
        if (expiresOn < today) refusals.Add(new Refusal("ApiKey.ExpiryPast", "ExpiresOn"));
        else if (expiresOn > today.AddDays(longestDays)) refusals.Add(new Refusal("ApiKey.ExpiryTooFar", "ExpiresOn", longestDays, today.AddDays(longestDays)));
        return refusals;
    }

    /// <summary>Why the key itself opens nothing on a day; null while it does.</summary>
    public Refusal? CheckUse(DateOnly today) =>
        RevokedAt is { } at ? new Refusal("ApiKey.Revoked", null, Time.BusinessClock.BeijingDate(at))
        : today > ExpiresOn ? new Refusal("ApiKey.Expired", null, ExpiresOn) : null;

    /// <summary>Ends it at once. Revoked again it stays as it was.</summary>
    public void Revoke(DateTime now, Guid by)
    {
        if (RevokedAt is null) (RevokedAt, RevokedBy) = (now, by);
    }
}
