using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Backup;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Data.Seed;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Imports;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.OpenData;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Storage;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core;

/// <summary>The only list of what Core registers.</summary>
public static class CoreServices
{
    /// <summary>
    /// Adds rules, data and jobs. The host adds <see cref="TimeProvider"/> beforehand where it wants another clock than the
    /// system's, and Data Protection, whose key ring encrypts the closed store.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Settings of the host.</param>
    /// <param name="contentRoot">Folder at which a relative data folder starts.</param>
    public static IServiceCollection AddDisclosureCore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        // GB18030 files and old Excel files need code pages that .NET does not load by itself.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        var dataFolder = StorageOptions.DataFolderIn(configuration, contentRoot);
        Directory.CreateDirectory(dataFolder);
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DateRuleOptions>().BindConfiguration(DateRuleOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        services.AddDisclosureDatabase(configuration, dataFolder);
        services.AddScoped(provider => SitePlaces.Of(provider.GetRequiredService<DisclosureDb>(), dataFolder));
        services.AddScoped<DatabaseMigration>();
        services.AddScoped<StoredFileCheck>();
        services.AddSingleton<SiteBackup>();
        services.AddSingleton<SiteRestore>();
        services.AddScoped<AuditLog>();
#pragma warning disable RS0030 // The composition root is where the system clock enters.
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddSingleton<BusinessClock>();
        services.AddSingleton<IAttachmentStore>(new FileSystemAttachmentStore(Path.Combine(dataFolder, "files")));
        services.AddSingleton<Privacy.FieldSealer>();
        services.AddSingleton(provider => new ClosedStore(Path.Combine(dataFolder, ClosedStore.FolderName), provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(new DownloadShelf(Path.Combine(dataFolder, DownloadShelf.FolderName)));
        services.AddSingleton<AttachmentIntake>();
        services.AddSingleton(provider => new MediaIntake(
            provider.GetRequiredService<IAttachmentStore>(), provider.GetRequiredService<IOptions<StorageOptions>>(), Path.Combine(dataFolder, MediaIntake.FolderName)));
        services.AddScoped<OpenFileRemoval>();
        services.AddScoped<MaskingAssistant>();
        services.AddScoped<MaskingRuleEditor>();
        services.AddScoped<MaskingHistory>();
        services.AddOptions<CalendarOptions>().BindConfiguration(CalendarOptions.Section).ValidateOnStart();
        services.AddSingleton<KnownCalendar>();
        services.AddScoped<CalendarStore>();
        services.AddScoped<LimitBook>();
        services.AddScoped<DueDates>();
        services.AddScoped<LimitDesk>();
        services.AddScoped<LimitReader>();
        services.AddScoped<TimelinessReader>();
        services.AddScoped<CalendarDesk>();
        services.AddScoped<StaffNames>();
        services.AddSingleton<IPeriodicJob, RecountDueDates>();
        services.AddCatalogue();
        services.AddCoverage();
        services.AddScoped<ChecklistRunner>();
        services.AddScoped<RecordCheck>();
        services.AddScoped<DisclosureStore>();
        services.AddScoped<DisclosureEditor>();
        services.AddScoped<FigureDesk>();
        services.AddScoped<DraftSaver>();
        services.AddScoped<DraftPreview>();
        services.AddScoped<DutyItems>();
        services.AddScoped<OverviewReader>();
        services.AddScoped<DisclosureDeskQueries>();
        services.AddScoped<DisclosureWorkflow>();
        services.AddDailyWork();
        services.AddScoped<DisclosurePublishing>();
        services.AddScoped<FormedDateDesk>();
        services.AddOptions<ReviewOptions>().BindConfiguration(ReviewOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<SignatureScans>();
        services.AddScoped<ForcedPublicationDesk>();
        services.AddScoped<ReexaminationDesk>();
        services.AddOptions<PostingOptions>().BindConfiguration(PostingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<PostingDesk>();
        services.AddScoped<PostingQueries>();
        services.AddStanding();
        services.AddScoped<Oversight.FormedDateFigures>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<IPeriodicJob, PublishScheduled>();
        services.AddAccounts();
        services.AddMail(dataFolder);
        services.AddDesk();
        services.AddOneDesk();
        services.AddApiKeys();
        services.AddOpinionCases();
        services.AddResponses();
        services.AddErrorReports();
        DatabaseSeed.Register(services);
        services.AddScoped<CatalogueImportWorkflow>();
        services.AddScoped<CatalogueExports>();
        services.AddPolicies();
        services.AddInterpretations();
        services.AddWordLists();
        services.AddSelfTest();
        services.AddLetters(dataFolder);
        services.AddPublicReaders();
        services.AddSearch(dataFolder);
        services.AddOptions<PublicStateOptions>().BindConfiguration(PublicStateOptions.Section);
        services.AddSingleton<PublicState>();
        services.AddSingleton<IPeriodicJob, PurgePublicChanges>();
        return services;
    }

    /// <summary>Copying, templates, batches, imports and the bin.</summary>
    private static void AddDailyWork(this IServiceCollection services)
    {
        services.AddOptions<BinOptions>().BindConfiguration(BinOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BatchOptions>().BindConfiguration(BatchOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<Bin>();
        services.AddSingleton<IPeriodicJob, PurgeBin>();
        services.AddScoped<DisclosureCopying>();
        services.AddScoped<TemplateEditor>();
        services.AddScoped<TemplateQueries>();
        services.AddScoped<BatchUploads>();
        services.AddSingleton<IPeriodicJob, PurgeUploads>();
        services.AddScoped<ImportUploads>();
        services.AddScoped<ImportEntry>();
        services.AddScoped<BatchDesk>();
        services.AddSingleton<BatchRuns>();
        services.AddSingleton<IPeriodicJob>(provider => provider.GetRequiredService<BatchRuns>());
    }

    /// <summary>What opens and closes public pages.</summary>
    private static void AddStanding(this IServiceCollection services)
    {
        services.AddOptions<StandingOptions>().BindConfiguration(StandingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ListingShelf>();
        services.AddScoped<StandingWorkflow>();
        services.AddScoped<StandingDesk>();
        services.AddSingleton<IPeriodicJob, EndDisplays>();
    }

    /// <summary>What the public pages read from.</summary>
    private static void AddPublicReaders(this IServiceCollection services)
    {
        services.AddSingleton<PublicFigures>();
        services.AddScoped<DisclosureReader>();
        services.AddScoped<DisclosureList>();
        services.AddScoped<DisclosureSearch>();
        services.AddScoped<ChangeRegister>();
        services.AddScoped<ForcedPublicationRegister>();
        services.AddScoped<PostingReader>();
        services.AddScoped<PublicCatalogue>();
        services.AddScoped<EditionReader>();
        services.AddScoped<OrganisationDirectory>();
        services.AddScoped<OpenCatalogue>();
        services.AddScoped<OpenDisclosures>();
    }
}
