using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Oversight;

/// <summary>Reads the auditor's lists, newest first. Nothing here changes anything.</summary>
public sealed class OversightLists(DisclosureDb db)
{
    public const int RowsPerPage = 50;

    /// <summary>Most rows of an export; whoever needs more narrows the dates.</summary>
    public const int RowsPerExport = 50_000;

    /// <summary>The changes of the public standing that take a page away or give it back. A publication is one of them where it closes versions.</summary>
    public static IReadOnlyList<StandingAction> TakingAway { get; } =
    [
        StandingAction.Suspend, StandingAction.LiftSuspension, StandingAction.ConfirmSuspension, StandingAction.ConfirmWithdrawal,
        StandingAction.EndDisplay, StandingAction.CloseWithdrawn,
    ];

    /// <summary>A page of a list.</summary>
    public async Task<Page<OversightRow>> PageAsync(OversightList list, OversightFilter filter, CancellationToken stop)
    {
        var rows = Find(list, filter);
        var back = filter.Before is not null && filter.After is null;
        if (filter.After is { } after) rows = rows.Where(r => r.At < after.At || (r.At == after.At && r.Id.CompareTo(after.Id) < 0));
        if (back) rows = rows.Where(r => r.At > filter.Before!.At || (r.At == filter.Before.At && r.Id.CompareTo(filter.Before.Id) > 0));
        rows = back ? rows.OrderBy(r => r.At).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id);
        return Pages.Of(await rows.Take(RowsPerPage + 1).ToListAsync(stop), RowsPerPage, back, filter.After is not null, r => new ListPosition(r.At, r.Id));
    }

    /// <summary>The whole list for an export.</summary>
    public Task<List<OversightRow>> ExportAsync(OversightList list, OversightFilter filter, CancellationToken stop) =>
        Find(list, filter).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(RowsPerExport).ToListAsync(stop);

    private IQueryable<OversightRow> Find(OversightList list, OversightFilter filter)
    {
        var acts = list switch
        {
            OversightList.WaivedWarnings => WaivedWarnings(),
            OversightList.Withdrawals => Withdrawals(),
            OversightList.ForcedPublications => ForcedPublications(),
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
        var rows =
            from act in acts
            join disclosure in db.Disclosures.IgnoreQueryFilters() on act.DisclosureId equals disclosure.Id
            join organisation in db.Organisations on disclosure.OrganisationId equals organisation.Id
            select new { act, disclosure, organisation };
        if (filter.Organisation is { Length: > 0 } slug) rows = rows.Where(r => r.organisation.Slug == slug);
        if (filter.From is { } from && from > DateOnly.MinValue) rows = rows.Where(r => r.act.At >= BusinessClock.Utc(from, TimeOnly.MinValue));
        if (filter.To is { } to && to < DateOnly.MaxValue) rows = rows.Where(r => r.act.At < BusinessClock.Utc(to.AddDays(1), TimeOnly.MinValue));
        return rows.Select(r => new OversightRow
        {
            Id = r.act.Id,
            At = r.act.At,
            DisclosureId = r.disclosure.Id,
            OrganisationId = r.organisation.Id,
            OrganisationName = r.organisation.ShortName,
            Title = r.disclosure.Text.Title,
            IndexNumber = r.disclosure.IndexNumber ?? "",
            Person = db.Users.Where(u => u.Id == r.act.By).Select(u => u.DisplayName).FirstOrDefault() ?? "",
            Code = r.act.Code,
            Outcome = r.act.Outcome,
            Standing = r.act.Standing,
            Ground = r.disclosure.Withdrawal != null && (r.act.Standing == StandingAction.ConfirmSuspension || r.act.Standing == StandingAction.ConfirmWithdrawal)
                ? r.disclosure.Withdrawal.Reason : null,
            Reason = r.act.Reason,
        });
    }

    private IQueryable<Act> WaivedWarnings() => db.Set<WarningReason>().AsNoTracking()
        .Select(r => new Act { Id = r.Id, DisclosureId = r.DisclosureId, At = r.At, By = r.By, Code = r.Code, Outcome = null, Standing = null, Reason = r.Reason });

    private IQueryable<Act> ForcedPublications() => db.Set<ForcedPublication>().AsNoTracking()
        .Select(f => new Act { Id = f.Id, DisclosureId = f.DisclosureId, At = f.At, By = f.By, Code = "", Outcome = f.Outcome, Standing = null, Reason = f.Reason });

    private IQueryable<Act> Withdrawals()
    {
        var actions = TakingAway.ToList();
        return db.Set<StandingChange>().AsNoTracking()
            .Where(c => actions.Contains(c.Action) || (c.Action == StandingAction.Publish && c.ClosedThrough > 0))
            .Select(c => new Act { Id = c.Id, DisclosureId = c.DisclosureId, At = c.At, By = c.By, Code = "", Outcome = null, Standing = c.Action, Reason = c.Remark });
    }

    /// <summary>What somebody did, before it is known to whose disclosure. Each list names every member: EF Core reads no defaults.</summary>
    private sealed class Act
    {
        public Guid Id { get; init; }

        public Guid DisclosureId { get; init; }

        public DateTime At { get; init; }

        public Guid? By { get; init; }

        public string Code { get; init; } = "";

        public ForcedReviewOutcome? Outcome { get; init; }

        public StandingAction? Standing { get; init; }

        public string Reason { get; init; } = "";
    }
}
