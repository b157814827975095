using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The questions behind the page of a disclosure, the page that is made most often: worked out once instead of for every reader. What they ask for
/// must come in as a parameter: a value from outside would stay in them for good.
/// </summary>
internal sealed class DisclosurePageReads
{
    private readonly Func<DisclosureDb, string, CancellationToken, Task<PublicRecord?>> _record = EF.CompileAsyncQuery(
        (DisclosureDb db, string address, CancellationToken stop) => Rows(db).Where(r => r.Disclosure.Address == address).Select(Record(db)).FirstOrDefault());

    private readonly Func<DisclosureDb, string, CancellationToken, Task<NewestReading?>> _newest = EF.CompileAsyncQuery(
        (DisclosureDb db, string address, CancellationToken stop) => Rows(db).Where(r => r.Disclosure.Address == address)
            .LeftJoin(db.DueDates, r => new { r.Version.DisclosureId, r.Version.Number }, d => new { d.DisclosureId, Number = d.Version }, (r, d) => new Row { Disclosure = r.Disclosure, Organisation = r.Organisation, Version = r.Version, Listing = r.Listing, Due = d })
            .Select(Newest(db)).FirstOrDefault());

    private readonly Func<DisclosureDb, Guid, IAsyncEnumerable<ItemLine>> _items = EF.CompileAsyncQuery((DisclosureDb db, Guid disclosureId) => db.ListingItems.AsNoTracking()
        .Where(l => l.DisclosureId == disclosureId)
        .Join(db.Items.OfCityEdition(db), l => l.ItemCode, i => i.Code, (l, i) => i)
        .Join(db.Domains, i => i.DomainId, d => d.Id, (i, d) => new { i, d })
        .OrderBy(p => p.d.SortOrder).ThenBy(p => p.i.SortOrder)
        .Select(p => new ItemLine(
            p.i.Code,
            // 政策法规文件 alone would stand there twice: of 低保 and of 特困.
            p.i.Text.Level3 != "" ? p.i.Text.Level1 + " · " + p.i.Text.Level3 : p.i.Text.Level2 != "" ? p.i.Text.Level1 + " · " + p.i.Text.Level2 : p.i.Text.Level1,
            p.d.Name, p.d.Slug)));

    // From the index of the item's rows, which is in order of time; the listing says what is on display (DisclosureQueries.OnDisplay). How many is no
    // parameter: SQLite makes its plan by that number and would prepare the statement anew for every reader.
    private readonly Func<DisclosureDb, string, Guid, DateOnly, IAsyncEnumerable<ListedDisclosure>> _near = EF.CompileAsyncQuery(
        (DisclosureDb db, string code, Guid organisationId, DateOnly today) => db.ListingItems.AsNoTracking().Where(i => i.OrganisationId == organisationId && i.ItemCode == code)
            .Join(db.Listings, i => i.DisclosureId, l => l.DisclosureId, (i, l) => new { i, l })
            .Where(p => p.l.DisplayUntil == null || p.l.DisplayUntil >= today)
            .Join(db.Organisations, p => p.l.OrganisationId, o => o.Id, (p, o) => new { p.i, p.l, o })
            .OrderByDescending(p => p.i.FirstPublishedAt).ThenByDescending(p => p.i.DisclosureId)
            .Select(p => new Listed { Listing = p.l, Organisation = p.o }).Select(Near()).Take(DisclosureList.MostNear));

    /// <summary>Those of a database's engine.</summary>
    public static DisclosurePageReads Of(DisclosureDb db) => CompiledReads<DisclosurePageReads>.Of(db);

    /// <summary>What stands behind an address that was ever public, or null.</summary>
    public Task<PublicRecord?> RecordAsync(DisclosureDb db, string address, CancellationToken stop) => _record(db, address, stop);

    /// <summary>The same with its newest version, without files, and the due date of that.</summary>
    public Task<NewestReading?> NewestAsync(DisclosureDb db, string address, CancellationToken stop) => _newest(db, address, stop);

    /// <summary>The standard items behind which it stands, by their names in the city's edition in force.</summary>
    public async Task<IReadOnlyList<ItemLine>> ItemsAsync(DisclosureDb db, Guid disclosureId, CancellationToken stop) => await _items(db, disclosureId).ToListAsync(stop);

    /// <summary>The newest of an organisation under an item that are on display.</summary>
    public async Task<IReadOnlyList<ListedDisclosure>> NearAsync(DisclosureDb db, string code, Guid organisationId, DateOnly today, CancellationToken stop) =>
        await _near(db, code, organisationId, today).ToListAsync(stop);

    /// <summary>The records of some disclosures, as a question that others may go on with.</summary>
    public static IQueryable<PublicRecord> Records(DisclosureDb db, Expression<Func<Disclosure, bool>> which) => Rows(db, db.Disclosures.Where(which)).Select(Record(db));

    /// <summary>What the public reads of a version, without its files.</summary>
    public static Expression<Func<DisclosureVersion, PublicVersion>> Version(DisclosureDb db) => v => new PublicVersion(
        v.Id, v.Number, v.OrganisationName,
        new PublicText(
            v.Text.Title, v.Text.Kind, v.Text.Genre, v.Text.Attribute, v.Text.Aspects, v.Text.MandatoryClass, v.Text.DocumentNumber,
            v.Text.DocumentDate, v.Text.FormedOn, v.Text.EffectiveOn, v.Text.ExpiresOn, v.Text.DisplayUntil, v.Text.ObjectionContact,
            v.Text.Theme, v.Text.Keywords, v.Text.Source, v.Text.Summary, v.Text.PlainSummary)
        {
            TriggerOn = v.Text.TriggerOn,
        },
        v.Html, v.Change, v.ChangeReason, v.PublishedAt, v.ContentHash, Array.Empty<PublicAttachment>())
    {
        LateFor = v.LateFor,
        AwaitsSignature = db.ForcedPublications.Any(f => f.DisclosureId == v.DisclosureId && f.Version == v.Number && f.ReviewedAt == null),
        ClosesFormer = v.ClosesFormer,
        ChangedOn = v.ChangedOn,
        DueOn = v.DueOn,
        FileCount = v.Attachments.Count,
    };

    private static IQueryable<Row> Rows(DisclosureDb db) => Rows(db, db.Disclosures);

    private static IQueryable<Row> Rows(DisclosureDb db, IQueryable<Disclosure> disclosures) => disclosures.EverPublished().AsNoTracking()
        .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (d, o) => new { d, o })
        .Join(db.Versions, p => new { p.d.Id, Number = p.d.CurrentVersion }, v => new { Id = v.DisclosureId, v.Number }, (p, v) => new { p.d, p.o, v })
        .LeftJoin(db.Listings, p => p.d.Id, l => l.DisclosureId, (p, l) => new Row
        {
            Disclosure = p.d,
            Organisation = p.o,
            Version = p.v,
            Listing = l,
        });

    private static Expression<Func<Row, PublicRecord>> Record(DisclosureDb db) => r => new PublicRecord(
        r.Disclosure.Id, r.Disclosure.Address!, r.Disclosure.IndexNumber!, r.Disclosure.CurrentVersion, r.Disclosure.FirstPublishedAt!.Value, r.Disclosure.LastPublishedAt!.Value,
        r.Disclosure.IsDemo, r.Organisation.Id, r.Organisation.Name, r.Organisation.Slug, r.Version.Text.Title,
        r.Listing!.DueOn, (DateOnly?)r.Listing!.PublishedOn,
        r.Disclosure.Withdrawal == null ? null : new PublicWithdrawal(
            r.Disclosure.Withdrawal.Reason, r.Disclosure.Withdrawal.Notice, r.Disclosure.Withdrawal.ReplacementAddress, r.Disclosure.Withdrawal.At),
        r.Disclosure.ImportedAt == null ? null : new PublicImport(r.Disclosure.ImportedAt.Value, r.Disclosure.OriginalPublishedOn!.Value))
    {
        Genre = r.Version.Text.Genre,
        DisplayUntil = r.Version.Text.DisplayUntil,
        SuspendedAt = r.Disclosure.SuspendedAt,
        IsDisplayEnded = r.Disclosure.DisplayEndedOn != null,
        ClosedThrough = r.Disclosure.ClosedThrough,
        EffectiveOn = r.Version.Text.EffectiveOn,
        ExpiresOn = r.Version.Text.ExpiresOn,
        Traces = new PublicTraces
        {
            FormedDates = db.Set<FormedDateChange>().Any(c => c.DisclosureId == r.Disclosure.Id && c.Decision == FormedDateDecision.Confirmed),
            Checks = db.ContentChecks.Any(c => c.DisclosureId == r.Disclosure.Id),
            Acts = db.ValidityActs.Any(a => a.DisclosureId == r.Disclosure.Id),
            Replaces = db.Set<VersionReplacement>().Any(x => x.VersionId == r.Version.Id),
            ReplacedBy = db.Set<VersionReplacement>().Any(x => x.ReplacedId == r.Disclosure.Id),
            Decides = db.ValidityActs.Any(a => a.BasisDisclosureId == r.Disclosure.Id),
            Interpretation = db.PublicInterpretations.Any(i => i.DisclosureId == r.Disclosure.Id) || db.PublicInterpretationLinks.Any(l => l.PolicyId == r.Disclosure.Id)
                || db.ForwardedInterpretations.Any(f => f.PolicyId == r.Disclosure.Id) || db.InterpretationWaivers.Any(w => w.PolicyId == r.Disclosure.Id),
            Responses = db.Responses.Any(x => x.PublicPolicyId == r.Disclosure.Id),
        },
    };

    /// <summary>Record, version and due date of one row, out of the expressions that others use by themselves.</summary>
    private static Expression<Func<Row, NewestReading>> Newest(DisclosureDb db)
    {
        var row = Expression.Parameter(typeof(Row), "r");
        var (record, version, due) = (Record(db), Version(db), PublicDue.Of);
        var dueRow = Expression.Property(row, nameof(Row.Due));
        return Expression.Lambda<Func<Row, NewestReading>>(
            Expression.New(
                typeof(NewestReading).GetConstructor([typeof(PublicRecord), typeof(PublicVersion), typeof(PublicDue)])!,
                ReplacingExpressionVisitor.Replace(record.Parameters[0], row, record.Body),
                ReplacingExpressionVisitor.Replace(version.Parameters[0], Expression.Property(row, nameof(Row.Version)), version.Body),
                Expression.Condition(
                    Expression.Equal(dueRow, Expression.Constant(null, typeof(DueDate))),
                    Expression.Constant(null, typeof(PublicDue)),
                    ReplacingExpressionVisitor.Replace(due.Parameters[0], dueRow, due.Body))),
            row);
    }

    private static Expression<Func<Listed, ListedDisclosure>> Near()
    {
        var row = Expression.Parameter(typeof(Listed), "r");
        var listed = ListedDisclosure.FromListing;
        var body = ReplacingExpressionVisitor.Replace(listed.Parameters[0], Expression.Property(row, nameof(Listed.Listing)), listed.Body);
        return Expression.Lambda<Func<Listed, ListedDisclosure>>(ReplacingExpressionVisitor.Replace(listed.Parameters[1], Expression.Property(row, nameof(Listed.Organisation)), body), row);
    }

    private sealed class Row
    {
        public Disclosure Disclosure { get; init; } = null!;

        public Organisation Organisation { get; init; } = null!;

        public DisclosureVersion Version { get; init; } = null!;

        /// <summary>Null while it is in no list.</summary>
        public PublicListing? Listing { get; init; }

        public DueDate? Due { get; init; }
    }

    private sealed class Listed
    {
        public PublicListing Listing { get; init; } = null!;

        public Organisation Organisation { get; init; } = null!;
    }
}

/// <summary>What is read of a disclosure in one question.</summary>
/// <param name="Record">What stands behind its address.</param>
/// <param name="Version">Its newest version; whether it may be shown is asked of the record.</param>
/// <param name="Due">The due date of that version; null where it has none of its own.</param>
internal sealed record NewestReading(PublicRecord Record, PublicVersion Version, PublicDue? Due);
