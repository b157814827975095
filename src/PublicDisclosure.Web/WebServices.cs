using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using PublicDisclosure.Web.Endpoints;
using PublicDisclosure.Web.Endpoints.Api;
using PublicDisclosure.Web.Infrastructure;
using PublicDisclosure.Web.Security.PublicForms;

namespace PublicDisclosure.Web;

/// <summary>What the web project itself needs from the container; Core registers its own in <c>AddDisclosureCore</c>.</summary>
public static class WebServices
{
    /// <summary>Pages, page tags, site settings, Chinese messages.</summary>
    public static IServiceCollection AddDisclosureWeb(this IServiceCollection services, IConfiguration configuration)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = Words.Chinese;
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection(SiteOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpContextAccessor();
        services.AddAuthorization();
        services.AddScoped<PageTags>();
        services.AddScoped<Pages.Admin.Catalogue.RulePreviews>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<DemoNotice>();
        services.AddSingleton<AtomFeeds>();
        services.AddSingleton<QrDrawings>();
        services.AddSingleton<ImportProgress>();
        services.AddOptions<PublicFormOptions>().BindConfiguration(PublicFormOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FormSenders>();
        services.AddSingleton<PublicFormGuard>();
        services.AddSingleton<Pages.Letters.LetterDrafts>();
        services.AddReadApi();
        services.AddPublishApi();
        services.AddRazorPages(options => FolderConventions.ApplyAll(options.Conventions)).AddRazorPagesOptions(options => options.Conventions.Add(new BoundNames()))
            .AddMvcOptions(ChineseMessages.Use)
            .AddMvcOptions(options => options.Filters.Add(new HandlerGuard())).AddMvcOptions(options => options.Filters.Add<CoverageFollows>());
        services.AddRouting(options => options.LowercaseUrls = true);
        // Chinese stays readable in the source of a page and costs three bytes instead of eight; markup is still escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(15));
        return services;
    }
}
