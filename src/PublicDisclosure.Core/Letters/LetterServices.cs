using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Storage;

namespace PublicDisclosure.Core.Letters;

/// <summary>Registers the letters.</summary>
internal static class LetterServices
{
    /// <param name="services">Where to register.</param>
    /// <param name="dataFolder">Where the letters' files lie, below the closed folder.</param>
    public static void AddLetters(this IServiceCollection services, string dataFolder)
    {
        services.AddOptions<LetterOptions>().BindConfiguration(LetterOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new LetterFiles(
            Path.Combine(dataFolder, ClosedStore.FolderName, LetterFiles.FolderName), provider.GetRequiredService<IDataProtectionProvider>(), provider.GetRequiredService<IOptions<LetterOptions>>()));
        services.AddSingleton<LetterFigures>();
        services.AddScoped<LetterDates>();
        services.AddScoped<LetterStore>();
        services.AddScoped<LetterMail>();
        services.AddScoped<LetterIntake>();
        services.AddScoped<LetterTriage>();
        services.AddScoped<LetterReplies>();
        services.AddScoped<LetterPublishing>();
        services.AddScoped<LetterCases>();
        services.AddScoped<LetterLists>();
        services.AddScoped<LetterTracking>();
        services.AddScoped<LetterReader>();
        services.AddScoped<SparedLetters>();
        services.AddScoped<LetterChannels>();
        services.AddScoped<IDeskSource, LetterDeskSource>();
        services.AddSingleton<IPeriodicJob, FollowLetters>();
        services.AddSingleton<IPeriodicJob, ForgetLetters>();
    }
}
