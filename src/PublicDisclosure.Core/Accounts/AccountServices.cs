using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Accounts;

/// <summary>Registers accounts and organisations.</summary>
public static class AccountServices
{
    /// <summary>Failed sign-ins in a row after which an account is locked.</summary>
    public const int FailuresBeforeLockOut = 5;

    /// <summary>How long a lock-out lasts.</summary>
    public static readonly TimeSpan LockOut = TimeSpan.FromMinutes(15);

    /// <summary>Identity's stores, and the classes that keep accounts and organisations.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<DisclosureOfficeOptions>().BindConfiguration(DisclosureOfficeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddIdentityCore<StaffUser>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = FailuresBeforeLockOut;
            options.Lockout.DefaultLockoutTimeSpan = LockOut;
            options.Lockout.AllowedForNewUsers = true;
            options.User.RequireUniqueEmail = false;
        }).AddEntityFrameworkStores<DisclosureDb>();
        services.AddScoped<StaffAuthority>();
        services.AddScoped<MembershipRules>();
        services.AddScoped<StaffAccounts>();
        services.AddScoped<MembershipEditor>();
        services.AddScoped<SignInRecord>();
        services.AddScoped<OrganisationEditor>();
        services.AddScoped<OrganisationMerger>();
        return services;
    }
}
