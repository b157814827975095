using Microsoft.AspNetCore.Identity;

namespace PublicDisclosure.Core.Accounts;

/// <summary>A member of staff who signs in. Passwords, lock-out and the second factor are ASP.NET Core Identity's.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    public const int DisplayNameLength = 40;

    /// <summary>The person's name as colleagues and the history show it.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>The password was set by somebody else and must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The account belongs to the demonstration and may not exist in Production.</summary>
    public bool IsDemo { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>UTC instant since which the account may not sign in; null while active. Accounts are never deleted.</summary>
    public DateTime? DeactivatedAt { get; set; }

    /// <summary>How the person is written to about the desk.</summary>
    public TaskMail TaskMail { get; set; }

    public ICollection<Membership> Memberships { get; } = [];
}
