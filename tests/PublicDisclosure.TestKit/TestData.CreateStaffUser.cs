using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.TestKit;

public static partial class TestData
{
    /// <summary>An account without a password. <see cref="CreateMembership"/> gives it a role.</summary>
    public static StaffUser CreateStaffUser(string? userName = null, string displayName = "张某某")
    {
        userName ??= $"user{Next()}";
        return new StaffUser
        {
            Id = Guid.NewGuid(),
            UserName = userName,
            NormalizedUserName = userName.ToUpperInvariant(),
            DisplayName = displayName,
            SecurityStamp = Guid.NewGuid().ToString(),
            CreatedAt = new TestClock().Now,
        };
    }

    /// <summary>A role of an account within an organisation.</summary>
    public static Membership CreateMembership(Guid userId, Guid organisationId, StaffRole role = StaffRole.Clerk) =>
        Membership.Grant(Guid.NewGuid(), userId, organisationId, role, new TestClock().Now, by: null);
}
