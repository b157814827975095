using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The public register of what was suspended, withdrawn, closed, corrected and updated, and of displays that have ended, newest
/// first. What a line shows of the disclosure goes by its standing on the day, not by what it was at the act.
/// </summary>
public sealed class ChangeRegister(DisclosureDb db, DisclosureReader reader, BusinessClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>One page of suspensions, liftings, withdrawals and closures.</summary>
    public async Task<Page<RegisterLine>> WithdrawalsAsync(ListPosition? after, CancellationToken stop)
    {
        IQueryable<Withdrawal> rows = db.Set<Withdrawal>();
        if (after is { } a) rows = rows.Where(w => w.At <= a.At && (w.At < a.At || w.DisclosureId.CompareTo(a.Id) < 0));
        var withdrawn = await rows.OrderByDescending(w => w.At).ThenByDescending(w => w.DisclosureId).Take(PageSize + 1).AsNoTracking()
            .Select(w => new Act(w.DisclosureId, w.DisclosureId, w.At, StandingAction.ConfirmWithdrawal, 0)).ToListAsync(stop);
        var others = await ActsAsync(
            db.Set<StandingChange>().Where(c => c.Action == StandingAction.Suspend || c.Action == StandingAction.LiftSuspension
                || (c.Action == StandingAction.Publish && c.ClosedThrough > 0) || c.Action == StandingAction.CloseWithdrawn),
            after, stop);
        return await LinesAsync([.. withdrawn.Concat(others).OrderByDescending(act => act.At).ThenByDescending(act => act.Id)], stop);
    }

    /// <summary>One page of displays that have ended.</summary>
    public async Task<Page<RegisterLine>> DisplaysAsync(ListPosition? after, CancellationToken stop) =>
        await LinesAsync(await ActsAsync(db.Set<StandingChange>().Where(c => c.Action == StandingAction.EndDisplay), after, stop), stop);

    /// <summary>One page of corrections and updates of what is still public.</summary>
    public async Task<Page<CorrectionLine>> CorrectionsAsync(ListPosition? after, CancellationToken stop)
    {
        var rows = db.Versions.Where(v => v.Change == ChangeKind.Correction || v.Change == ChangeKind.Update);
        if (after is { } a) rows = rows.Where(v => v.PublishedAt <= a.At && (v.PublishedAt < a.At || v.Id.CompareTo(a.Id) < 0));
        var found = await rows.Join(db.Listings.OnDisplay(clock.Today), v => v.DisclosureId, l => l.DisclosureId, (v, l) => new { v, l })
            .Join(db.Disclosures, p => p.v.DisclosureId, d => d.Id, (p, d) => new { p.v, p.l, d.ClosedThrough })
            .OrderByDescending(p => p.v.PublishedAt).ThenByDescending(p => p.v.Id).Take(PageSize + 1).AsNoTracking()
            .Select(p => new CorrectionLine(
                p.v.Id, p.l.Address, p.v.Number <= p.ClosedThrough ? p.l.Title : p.v.Text.Title, p.v.OrganisationName, p.v.Number, p.v.Change,
                p.v.Number <= p.ClosedThrough ? "" : p.v.ClosesFormer ? VersionLine.NeutralReason : p.v.ChangeReason, p.v.PublishedAt, p.v.ChangedOn, p.v.DueOn)
            {
                HasDifference = p.v.Number - 1 > p.ClosedThrough,
                EstimatedBy = db.DueDates.Where(d => d.DisclosureId == p.v.DisclosureId && d.Version == p.v.Number && d.IsEstimated).Select(d => d.Estimates).FirstOrDefault(),
            })
            .ToListAsync(stop);
        return Cut(found, c => new ListPosition(c.At, c.Id));
    }

    private static async Task<List<Act>> ActsAsync(IQueryable<StandingChange> rows, ListPosition? after, CancellationToken stop)
    {
        if (after is { } a) rows = rows.Where(c => c.At <= a.At && (c.At < a.At || c.Id.CompareTo(a.Id) < 0));
        return await rows.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(PageSize + 1).AsNoTracking()
            .Select(c => new Act(c.Id, c.DisclosureId, c.At, c.Action, c.ClosedThrough)).ToListAsync(stop);
    }

    private async Task<Page<RegisterLine>> LinesAsync(List<Act> acts, CancellationToken stop)
    {
        var shown = acts.Take(PageSize).ToList();
        var records = await reader.RecordsAsync([.. shown.Select(act => act.DisclosureId).Distinct()], stop);
        return new Page<RegisterLine>(
            [.. shown.Where(act => records.ContainsKey(act.DisclosureId)).Select(act => new RegisterLine(act.Action, act.At, act.ClosedThrough, records[act.DisclosureId]))],
            acts.Count > PageSize ? new ListPosition(shown[^1].At, shown[^1].Id).ToString() : null, null);
    }

    private static Page<T> Cut<T>(List<T> found, Func<T, ListPosition> position)
    {
        if (found.Count <= PageSize) return new Page<T>(found, null, null);
        found.RemoveAt(PageSize);
        return new Page<T>(found, position(found[^1]).ToString(), null);
    }

    private sealed record Act(Guid Id, Guid DisclosureId, DateTime At, StandingAction Action, int ClosedThrough);
}

/// <summary>One act in the register.</summary>
/// <param name="Act">What was done; every withdrawal reads as <see cref="StandingAction.ConfirmWithdrawal"/>, however it came about.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ClosedThrough">The last version that the act closed, 0 for none.</param>
/// <param name="Record">The disclosure as it stands today.</param>
public sealed record RegisterLine(StandingAction Act, DateTime At, int ClosedThrough, PublicRecord Record);

/// <summary>A correction or an update in the register.</summary>
public sealed record CorrectionLine(
    Guid Id, string Address, string Title, string OrganisationName, int Number, ChangeKind Change, string Reason, DateTime At, DateOnly? ChangedOn, DateOnly? DueOn)
{
    /// <summary>An update that was published after its last day in time.</summary>
    public bool IsLate => DueOn < BusinessClock.BeijingDate(At);

    /// <summary>Why its due date was an estimate, as stored; null for one that was certain.</summary>
    public string? EstimatedBy { get; init; }

    /// <summary>The version before it can be compared: it is not closed.</summary>
    public bool HasDifference { get; init; }
}
