using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Web.Security;

/// <summary>Sign-in, sessions, policies: what the web adds to Core's accounts.</summary>
public static class StaffAccountServices
{
    public const string SignInPath = "/account/sign-in";

    /// <summary>Registers them. Core's services come first.</summary>
    public static IServiceCollection AddStaffAccounts(this IServiceCollection services, IWebHostEnvironment environment)
    {
        services.AddOptions<SignInLimitOptions>().BindConfiguration(SignInLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        new IdentityBuilder(typeof(StaffUser), services).AddSignInManager<StaffSignInManager>().AddDefaultTokenProviders();
        services.AddAuthorization(Policies.Register);
        services.AddRateLimiter(SignInLimit.Register);
        services.AddRateLimiter(PreviewLimit.Register);

        // Plain http exists on a developer's machine only; elsewhere no cookie travels without TLS.
        var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        var prefix = environment.IsDevelopment() ? "" : "__Host-";
        services.ConfigureApplicationCookie(options =>
        {
            options.EventsType = typeof(StaffSessionEvents);
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = "returnUrl";
            options.SlidingExpiration = true;
            Harden(options.Cookie, prefix + "staff", secure);
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<SignInLimitOptions>>(
            (options, limits) => options.ExpireTimeSpan = TimeSpan.FromMinutes(limits.Value.IdleMinutes));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme, options => Harden(options.Cookie, prefix + "second-factor", secure));
        services.AddAntiforgery(options => Harden(options.Cookie, prefix + "form", secure));

        services.AddScoped<StaffSessionEvents>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondFactorDesk>();
        services.AddScoped<DisclosureAccess>();
        services.AddScoped<Pages.Admin.Postings.PostingAccess>();
        services.AddScoped<Pages.Admin.Duties.DutyAccess>();
        services.AddScoped<Pages.Admin.Responses.ResponsePolicies>();
        if (environment.IsDevelopment()) services.AddHostedService<DemoAccountsNotice>();
        return services;
    }

    private static void Harden(CookieBuilder cookie, string name, CookieSecurePolicy secure)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = secure;
        cookie.Path = "/";
    }
}
