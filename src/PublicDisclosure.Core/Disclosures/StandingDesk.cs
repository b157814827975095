using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A public page that waits for a second person.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="Title">Title of the working copy; staff only.</param>
/// <param name="OrganisationName">Short name.</param>
/// <param name="Waiting">What is waited for: <see cref="StandingAction.ConfirmSuspension"/> or <see cref="StandingAction.ConfirmWithdrawal"/>.</param>
/// <param name="By">Who began it and cannot decide it.</param>
/// <param name="ByName">That person's name.</param>
/// <param name="At">When it began, UTC.</param>
/// <param name="DueOn">Last day for the second person; null where there is no period.</param>
/// <param name="IsOverdue">That day is over.</param>
public sealed record StandingTask(
    Guid Id, string Title, string OrganisationName, StandingAction Waiting, Guid By, string ByName, DateTime At, DateOnly? DueOn, bool IsOverdue);

/// <summary>How many pages are suspended, and how many of them longer than the period.</summary>
public sealed record SuspensionCount(int Open, int Overdue);

/// <summary>What waits for a second person: suspensions to be confirmed or lifted, withdrawals to be agreed to.</summary>
public sealed class StandingDesk(DisclosureDb db, BusinessClock clock)
{
    private const int Most = 50;

    /// <summary>Among some disclosures, suspensions first, the earliest due first.</summary>
    public async Task<IReadOnlyList<StandingTask>> WaitingAsync(IQueryable<Disclosure> rows, CancellationToken stop = default)
    {
        var today = clock.Today;
        var suspended = await rows.Where(d => d.SuspendedAt != null)
            .Join(db.Set<Suspension>().Where(s => s.Outcome == null), d => d.Id, s => s.DisclosureId, (d, s) => new { d, s })
            .OrderBy(p => p.s.DueOn).ThenBy(p => p.s.At).Take(Most)
            .Select(p => new StandingTask(
                p.d.Id, p.d.Text.Title, db.Organisations.Where(o => o.Id == p.d.OrganisationId).Select(o => o.ShortName).First(),
                StandingAction.ConfirmSuspension, p.s.By, db.Users.Where(u => u.Id == p.s.By).Select(u => u.DisplayName).FirstOrDefault() ?? "",
                p.s.At, p.s.DueOn, p.s.DueOn < today))
            .AsNoTracking().ToListAsync(stop);
        // A suspended page's proposal waits until the suspension is decided.
        var proposed = await rows.Where(d => d.WithdrawalProposedAt != null && d.SuspendedAt == null)
            .Join(db.Set<WithdrawalProposal>().Where(w => w.Outcome == null), d => d.Id, w => w.DisclosureId, (d, w) => new { d, w })
            .OrderBy(p => p.w.At).Take(Most)
            .Select(p => new StandingTask(
                p.d.Id, p.d.Text.Title, db.Organisations.Where(o => o.Id == p.d.OrganisationId).Select(o => o.ShortName).First(),
                StandingAction.ConfirmWithdrawal, p.w.By, db.Users.Where(u => u.Id == p.w.By).Select(u => u.DisplayName).FirstOrDefault() ?? "",
                p.w.At, null, false))
            .AsNoTracking().ToListAsync(stop);
        return [.. suspended, .. proposed];
    }

    /// <summary>The whole site's suspensions, for the public register.</summary>
    public async Task<SuspensionCount> CountAsync(CancellationToken stop = default)
    {
        var today = clock.Today;
        var open = db.Set<Suspension>().Where(s => s.Outcome == null);
        return new SuspensionCount(await open.CountAsync(stop), await open.CountAsync(s => s.DueOn < today, stop));
    }
}
