using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Jobs;

namespace PublicDisclosure.Core.Mail;

/// <summary>Registers what writes to staff.</summary>
internal static class MailServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="dataFolder">Where a relative pickup folder starts.</param>
    public static IServiceCollection AddMail(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section)
            .Configure<IConfiguration>((options, configuration) =>
            {
                if (options.SiteAddress.Length == 0) options.SiteAddress = configuration[MailOptions.SiteAddressSetting] ?? "";
            })
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.AddSingleton<IMailCarrier>(provider => provider.GetRequiredService<IOptions<MailOptions>>() is var options && options.Value.Delivery == MailDelivery.Smtp
            ? new SmtpCarrier(options) : new PickupFolder(Path.GetFullPath(options.Value.PickupFolder, dataFolder)));
        services.AddScoped<MailQueue>();
        services.AddScoped<MailDesk>();
        services.AddScoped<MailLog>();
        services.AddSingleton<IPeriodicJob, TellOfMoves>();
        services.AddSingleton<IPeriodicJob, SendMail>();
        return services;
    }
}

/// <summary>Refuses settings that belong together and do not fit, with the words of <see cref="MailOptions.Problem"/>.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        options.Problem() is { } problem ? ValidateOptionsResult.Fail(problem) : ValidateOptionsResult.Success;
}
