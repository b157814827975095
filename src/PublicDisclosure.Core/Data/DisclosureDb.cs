using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Freshness;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.OpinionCases;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Postings;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Data;

/// <summary>
/// The one model of the product. The two engines are one-line subclasses; everything else injects this class. Mappings stand
/// beside their entities.
/// </summary>
public abstract class DisclosureDb(DbContextOptions options) : IdentityUserContext<StaffUser, Guid>(options), IDataProtectionKeyContext
{
    /// <summary>Length of any string that no configuration says otherwise of.</summary>
    public const int DefaultTextLength = 400;

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<DisclosureDomain> Domains => Set<DisclosureDomain>();

    public DbSet<CatalogueEdition> Editions => Set<CatalogueEdition>();

    public DbSet<StandardItem> Items => Set<StandardItem>();

    public DbSet<CatalogueImport> CatalogueImports => Set<CatalogueImport>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<BodyRule> BodyRules => Set<BodyRule>();

    public DbSet<ClassificationRule> ClassificationRules => Set<ClassificationRule>();

    public DbSet<Disclosure> Disclosures => Set<Disclosure>();

    public DbSet<DisclosureTemplate> Templates => Set<DisclosureTemplate>();

    public DbSet<BatchUpload> BatchUploads => Set<BatchUpload>();

    public DbSet<DisclosureBatch> Batches => Set<DisclosureBatch>();

    public DbSet<BatchRun> BatchRuns => Set<BatchRun>();

    public DbSet<ForcedPublication> ForcedPublications => Set<ForcedPublication>();

    public DbSet<DisclosureVersion> Versions => Set<DisclosureVersion>();

    public DbSet<OffsitePosting> Postings => Set<OffsitePosting>();

    public DbSet<PublicListing> Listings => Set<PublicListing>();

    public DbSet<PublicListingItem> ListingItems => Set<PublicListingItem>();

    public DbSet<PublicListingDomain> ListingDomains => Set<PublicListingDomain>();

    public DbSet<Interpretation> Interpretations => Set<Interpretation>();

    public DbSet<InterpretationLink> InterpretationLinks => Set<InterpretationLink>();

    public DbSet<InterpretationWaiver> InterpretationWaivers => Set<InterpretationWaiver>();

    public DbSet<ForwardedInterpretation> ForwardedInterpretations => Set<ForwardedInterpretation>();

    public DbSet<PublicInterpretation> PublicInterpretations => Set<PublicInterpretation>();

    public DbSet<PublicInterpretationLink> PublicInterpretationLinks => Set<PublicInterpretationLink>();

    public DbSet<InterpretationPlan> InterpretationPlans => Set<InterpretationPlan>();

    public DbSet<DeskNotice> DeskNotices => Set<DeskNotice>();

    public DbSet<OpinionCase> OpinionCases => Set<OpinionCase>();

    public DbSet<PublicResponse> Responses => Set<PublicResponse>();

    public DbSet<ErrorReport> ErrorReports => Set<ErrorReport>();

    public DbSet<ValidityAct> ValidityActs => Set<ValidityAct>();

    public DbSet<InspectedFile> InspectedFiles => Set<InspectedFile>();

    public DbSet<WordRule> WordRules => Set<WordRule>();

    public DbSet<WordFinding> WordFindings => Set<WordFinding>();

    public DbSet<SelfTestRun> SelfTestRuns => Set<SelfTestRun>();

    public DbSet<SelfTestFinding> SelfTestFindings => Set<SelfTestFinding>();

    public DbSet<IndexCounter> IndexCounters => Set<IndexCounter>();

    public DbSet<MaskingRule> MaskingRules => Set<MaskingRule>();

    public DbSet<MaskedFile> MaskedFiles => Set<MaskedFile>();

    public DbSet<HolidayNotice> HolidayNotices => Set<HolidayNotice>();

    public DbSet<DueDate> DueDates => Set<DueDate>();

    public DbSet<DueRecount> DueRecounts => Set<DueRecount>();

    public DbSet<DueDateMove> DueDateMoves => Set<DueDateMove>();

    public DbSet<LimitRuling> LimitRulings => Set<LimitRuling>();

    public DbSet<SettledReading> SettledReadings => Set<SettledReading>();

    public DbSet<ReleaseDate> ReleaseDates => Set<ReleaseDate>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterQuestion> LetterQuestions => Set<LetterQuestion>();

    public DbSet<SparedLetter> SparedLetters => Set<SparedLetter>();

    public DbSet<LetterChannel> LetterChannels => Set<LetterChannel>();

    public DbSet<OutgoingMail> Mails => Set<OutgoingMail>();

    public DbSet<DueNotice> DueNotices => Set<DueNotice>();

    public DbSet<CoverageUnit> CoverageUnits => Set<CoverageUnit>();

    public DbSet<CoverageMark> CoverageMarks => Set<CoverageMark>();

    public DbSet<CoverageSnapshot> CoverageSnapshots => Set<CoverageSnapshot>();

    public DbSet<UnitDueMove> UnitDueMoves => Set<UnitDueMove>();

    public DbSet<ZeroReport> ZeroReports => Set<ZeroReport>();

    public DbSet<ContentCheck> ContentChecks => Set<ContentCheck>();

    public DbSet<SearchChange> SearchChanges => Set<SearchChange>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<SystemArrival> Arrivals => Set<SystemArrival>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    public DbSet<PublicChange> PublicChanges => Set<PublicChange>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<JobLease> JobLeases => Set<JobLease>();

    /// <summary>The key ring that protects cookies and form tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        var detects = BeforeSaving();
        try
        {
            return base.SaveChanges(acceptAllChangesOnSuccess);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var detects = BeforeSaving();
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>
    /// Looks for what changed once, for all that ask before the save and for the save itself: with thousands of rows tracked each
    /// look costs as much as writing many of them. Says whether the context looks by itself otherwise.
    /// </summary>
    private bool BeforeSaving()
    {
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        if (detects) ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            // What the marks add is none of this: no mark follows from another.
            var changed = ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
            KeepSubmitted(changed);
            Coverage.CoverageMarks.Add(this, changed);
            SearchMarks.Add(this, changed);
            PublicMarks.Add(this, changed);
        }
        catch
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
            throw;
        }

        return detects;
    }

    /// <summary>The last wall before the database: a disclosure that was once submitted is never deleted, whoever asks.</summary>
    private static void KeepSubmitted(IReadOnlyList<EntityEntry> changed)
    {
        if (changed.Any(e => e is { State: EntityState.Deleted, Entity: Disclosure { WasNeverSubmitted: false } }))
            throw new RuleViolationException(new Refusal("Disclosure.SubmittedIsKept"));
    }

    /// <summary>
    /// A second context on the same database, for what must be kept whatever becomes of the unit of work in this one. The
    /// caller disposes it.
    /// </summary>
    public DisclosureDb Beside() => (DisclosureDb)Activator.CreateInstance(GetType(), this.GetService<IDbContextOptions>())!;

    /// <summary>
    /// Keeps the connection open until the unit of work ends, for those that ask several questions: SQLite is told its functions and
    /// settings anew with every opening, which takes longer than a short question itself.
    /// </summary>
    public async Task StayOpenAsync(CancellationToken stop)
    {
        if (Database.GetDbConnection().State != System.Data.ConnectionState.Open) await Database.OpenConnectionAsync(stop);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<string>().HaveMaxLength(DefaultTextLength);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Privacy.SealedText>().HaveConversion<Privacy.SealedTextConverter>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(DisclosureDb).Assembly);
        // Every Guid is given by the product. Left to itself EF Core would take a new child that already has an id for an
        // existing row and update it instead of inserting it.
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(type => type.FindPrimaryKey()?.Properties ?? []))
            if (key.ClrType == typeof(Guid)) key.ValueGenerated = ValueGenerated.Never;
    }
}

/// <summary>SQLite: one file, WAL, the default.</summary>
public sealed class SqliteDisclosureDb(DbContextOptions<SqliteDisclosureDb> options) : DisclosureDb(options);

/// <summary>SQL Server: for production on several nodes.</summary>
public sealed class SqlServerDisclosureDb(DbContextOptions<SqlServerDisclosureDb> options) : DisclosureDb(options);
