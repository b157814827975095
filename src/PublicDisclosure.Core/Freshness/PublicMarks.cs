using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.ApiKeys;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Coverage;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Disclosures.Templates;
using PublicDisclosure.Core.ErrorReports;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Jobs;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Mail;
using PublicDisclosure.Core.Privacy;
using PublicDisclosure.Core.Privacy.Masking;
using PublicDisclosure.Core.Reminders;
using PublicDisclosure.Core.Search;
using PublicDisclosure.Core.SelfTest;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.Freshness;

/// <summary>
/// Finds in a unit of work which public pages it changes, at the one door to the database. What is not named here changes every
/// page: a row too many costs a page that is rendered again, a row too few shows a citizen what is no longer true.
/// </summary>
internal static class PublicMarks
{
    /// <summary>No public page reads these, or only pages that no cache keeps (search). Derived types count with their base.</summary>
    internal static readonly Type[] Unseen =
    [
        typeof(AuditEntry), typeof(JobRun), typeof(JobLease), typeof(SearchChange), typeof(SearchWord), typeof(PublicChange), typeof(CoverageMark), typeof(DeskNotice),
        typeof(OutgoingMail), typeof(DueNotice), typeof(IndexCounter), typeof(InspectedFile), typeof(MaskedFile), typeof(MaskingRule), typeof(BatchUpload), typeof(DisclosureBatch),
        typeof(BatchRun), typeof(BatchRunRow), typeof(CatalogueImport), typeof(DataProtectionKey), typeof(StaffUser), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>),
        typeof(IdentityUserToken<Guid>), typeof(WordFinding), typeof(WordRule), typeof(SelfTestRun), typeof(SelfTestEvent), typeof(SelfTestFigure), typeof(SelfTestFinding),
        typeof(Reminder), typeof(ReminderAnswer), typeof(ReminderItem), typeof(PreviewLink), typeof(ScheduleRefusal), typeof(InternalNote), typeof(DisclosureTemplate),
        typeof(LetterFingerprintKey), typeof(LetterOriginal), typeof(ForcedPublicationAuthor), typeof(SecrecyReview), typeof(WarningReason),
        // Frozen with their version, never without it.
        typeof(VersionAttachment),
        typeof(ApiKey), typeof(SystemArrival), typeof(KeptAnswer),
    ];

    /// <summary>Shown in lists, tables and figures, on no page of a disclosure.</summary>
    internal static readonly Type[] Listed =
    [
        typeof(CoverageUnit), typeof(CoverageSnapshot), typeof(UnitDueMove), typeof(ZeroReport), typeof(Letter), typeof(LetterFile), typeof(LetterPart), typeof(LetterReply),
        typeof(LetterStep), typeof(LetterQuestion), typeof(LetterChannel), typeof(SparedLetter), typeof(ErrorReport), typeof(InterpretationLink),
    ];

    /// <summary>Parts of a disclosure that also belong to its drafts; each has a <c>DisclosureId</c>. While it was never public no page shows them.</summary>
    internal static readonly Type[] OfDisclosure =
    [
        typeof(DisclosureItem), typeof(DisclosureAttachment), typeof(DisclosureContributor), typeof(DisclosureTransition), typeof(DisclosureReplacement), typeof(DueDate),
        typeof(DueDateMove), typeof(Interpretation), typeof(PublicListingItem), typeof(PublicListingDomain), typeof(DisclosureVersion), typeof(StandingChange),
    ];

    /// <summary>Adds the rows to the save, each tag once.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="changed">What it changes.</param>
    public static void Add(DisclosureDb db, IReadOnlyList<EntityEntry> changed)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in changed) Find(db, entry, tags);
        foreach (var tag in tags) db.Add(Of(tag));
    }

    /// <summary>A row for changes that pass no change tracker.</summary>
    public static PublicChange Of(string tag) => new() { Tag = tag, Stamp = Random.Shared.NextInt64() };

    private static void Find(DisclosureDb db, EntityEntry entry, HashSet<string> tags)
    {
        if (IsOf(Unseen, entry)) return;
        if (IsOf(Listed, entry)) tags.Add(PublicTags.Lists);
        else if (entry.Entity is PublicListing { VersionNumber: 1 } first && entry.State == EntityState.Added) AddPages(first.Address, tags);
        else if (entry.Entity is Disclosure disclosure) Find(entry, disclosure, tags);
        else if (IsOf(OfDisclosure, entry)) FindPart(db, entry, tags);
        // Corrections, withdrawals, acts on validity, interpretations, responses: a page elsewhere may name the document.
        else tags.Add(PublicTags.Everything);
    }

    private static void Find(EntityEntry entry, Disclosure disclosure, HashSet<string> tags)
    {
        // A draft that was never public, and its autosaves.
        if (disclosure.Address is not { } address) return;
        // A public one that is worked on anew: its page may say that an update is under way.
        AddPages(address, tags);
        var isFirst = entry.State == EntityState.Modified && entry.Property(nameof(Disclosure.Address)).OriginalValue is null;
        if (!isFirst && (entry.State != EntityState.Modified || entry.Property(nameof(Disclosure.State)).IsModified || entry.Property(nameof(Disclosure.CurrentVersion)).IsModified))
            tags.Add(PublicTags.Everything);
    }

    private static void FindPart(DisclosureDb db, EntityEntry part, HashSet<string> tags)
    {
        var id = (Guid)part.Property("DisclosureId").CurrentValue!;
        // With the whole that it is saved with; alone it is a job that touches parts by themselves.
        var whole = db.Set<Disclosure>().Local.FindEntry(id)?.Entity;
        if (whole is null) tags.Add(PublicTags.Everything);
        else if (whole.Address is { } address) AddPages(address, tags);
    }

    private static void AddPages(string address, HashSet<string> tags)
    {
        tags.Add(PublicTags.OrganisationOf(address));
        tags.Add(PublicTags.Lists);
    }

    private static bool IsOf(Type[] types, EntityEntry entry) => Array.Exists(types, type => type.IsInstanceOfType(entry.Entity));
}
