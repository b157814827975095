using Microsoft.Extensions.DependencyInjection;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Oversight;

namespace PublicDisclosure.Core.Reminders;

/// <summary>Registers what stands around a disclosure on the desks: previews, notes, review dates, reminders.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddOptions<PreviewOptions>().BindConfiguration(PreviewOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.DefaultDays <= o.LongestDays, "Preview:DefaultDays must not exceed Preview:LongestDays.").ValidateOnStart();
        services.AddOptions<ContentReviewOptions>().BindConfiguration(ContentReviewOptions.Section).ValidateDataAnnotations()
            .Validate(o => o.MonthsByGenre.Values.All(m => m is >= 0 and <= 120), "ContentReview:MonthsByGenre takes 0 to 120 months.").ValidateOnStart();
        services.AddScoped<PreviewDesk>();
        services.AddScoped<PreviewReader>();
        services.AddScoped<InternalNotes>();
        services.AddScoped<ContentReviewDesk>();
        services.AddOptions<DueNoticeOptions>().BindConfiguration(DueNoticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ReminderMail>();
        services.AddScoped<UnitTitles>();
        services.AddScoped<DueMatters>();
        services.AddSingleton<IPeriodicJob, RemindOfDueDates>();
        services.AddScoped<ReminderDesk>();
        services.AddScoped<ReminderQueries>();
        services.AddScoped<LeadDesk>();
        services.AddScoped<OversightLists>();
        services.AddScoped<HistoryReader>();
        services.AddSingleton<IPeriodicJob, RemindOfReviews>();
        services.AddSingleton<IPeriodicJob, FulfilReminders>();
        return services;
    }
}
