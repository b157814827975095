using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Accounts;

/// <summary>One role of one person within one organisation.</summary>
public sealed class Membership
{
    private Membership()
    {
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Organisation? Organisation { get; private set; }

    public StaffRole Role { get; private set; }

    public DateTime GrantedAt { get; private set; }

    /// <summary>Who granted it; null for the first administrator and the demonstration.</summary>
    public Guid? GrantedBy { get; private set; }

    public static Membership Grant(Guid id, Guid userId, Guid organisationId, StaffRole role, DateTime now, Guid? by) => new()
    {
        Id = id,
        UserId = userId,
        OrganisationId = organisationId,
        Role = role,
        GrantedAt = now,
        GrantedBy = by,
    };
}
