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
        var rows = list switch
        {
            OversightList.WaivedWarnings => WaivedWarnings(),
            OversightList.Withdrawals => Withdrawals(),
            OversightList.ForcedPublications => ForcedPublications(),
            _ => throw new ArgumentOutOfRangeException(nameof(list)),
        };
        if (filter.Organisation is { Length: > 0 } slug) rows = rows.Where(r => db.Organisations.Any(o => o.Id == r.OrganisationId && o.Slug == slug));
        if (filter.From is { } from && from > DateOnly.MinValue) rows = rows.Where(r => r.At >= BusinessClock.Utc(from, TimeOnly.MinValue));
        if (filter.To is { } to && to < DateOnly.MaxValue) rows = rows.Where(r => r.At < BusinessClock.Utc(to.AddDays(1), TimeOnly.MinValue));
        return rows;
    }

    private IQueryable<OversightRow> WaivedWarnings() =>
        from reason in db.Set<WarningReason>().AsNoTracking()
        join disclosure in db.Disclosures.IgnoreQueryFilters() on reason.DisclosureId equals disclosure.Id
        join organisation in db.Organisations on disclosure.OrganisationId equals organisation.Id
        select new OversightRow
        {
            Id = reason.Id,
            At = reason.At,
            DisclosureId = disclosure.Id,
            OrganisationId = organisation.Id,
            OrganisationName = organisation.ShortName,
            Title = disclosure.Text.Title,
            IndexNumber = disclosure.IndexNumber ?? "",
            Person = db.Users.Where(u => u.Id == reason.By).Select(u => u.DisplayName).FirstOrDefault() ?? "",
            Code = reason.Code,
            Reason = reason.Reason,
        };

    private IQueryable<OversightRow> ForcedPublications() =>
        from forced in db.Set<ForcedPublication>().AsNoTracking()
        join disclosure in db.Disclosures.IgnoreQueryFilters() on forced.DisclosureId equals disclosure.Id
        join organisation in db.Organisations on disclosure.OrganisationId equals organisation.Id
        select new OversightRow
        {
            Id = forced.Id,
            At = forced.At,
            DisclosureId = disclosure.Id,
            OrganisationId = organisation.Id,
            OrganisationName = organisation.ShortName,
            Title = disclosure.Text.Title,
            IndexNumber = disclosure.IndexNumber ?? "",
            Person = db.Users.Where(u => u.Id == forced.By).Select(u => u.DisplayName).FirstOrDefault() ?? "",
            Outcome = forced.Outcome,
            Reason = forced.Reason,
        };

    private IQueryable<OversightRow> Withdrawals()
    {
        var actions = TakingAway.ToList();
        return
            from step in db.Set<StandingChange>().AsNoTracking()
            where actions.Contains(step.Action) || (step.Action == StandingAction.Publish && step.ClosedThrough > 0)
            join disclosure in db.Disclosures.IgnoreQueryFilters() on step.DisclosureId equals disclosure.Id
            join organisation in db.Organisations on disclosure.OrganisationId equals organisation.Id
            select new OversightRow
            {
                Id = step.Id,
                At = step.At,
                DisclosureId = disclosure.Id,
                OrganisationId = organisation.Id,
                OrganisationName = organisation.ShortName,
                Title = disclosure.Text.Title,
                IndexNumber = disclosure.IndexNumber ?? "",
                Person = db.Users.Where(u => u.Id == step.By).Select(u => u.DisplayName).FirstOrDefault() ?? "",
                Standing = step.Action,
                Ground = disclosure.Withdrawal != null && (step.Action == StandingAction.ConfirmSuspension || step.Action == StandingAction.ConfirmWithdrawal)
                    ? disclosure.Withdrawal.Reason : null,
                Reason = step.Remark,
            };
    }
}
