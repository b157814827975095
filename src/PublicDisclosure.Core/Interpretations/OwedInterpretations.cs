using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>A policy that is public and whose interpretation is still owed (解读待发布).</summary>
/// <param name="PolicyId">The policy's disclosure.</param>
/// <param name="OrganisationId">Whose policy it is.</param>
/// <param name="OrganisationName">Its short name.</param>
/// <param name="Title">Title of the policy as published.</param>
/// <param name="Address">Last part of its public address.</param>
/// <param name="Reason">Why it went out without, in the office's words.</param>
/// <param name="From">Beijing date from which the debt counts.</param>
/// <param name="Due">The last day and how it is counted.</param>
/// <param name="Left">How long it still is, or how late.</param>
public sealed record OwedInterpretation(
    Guid PolicyId, Guid OrganisationId, string OrganisationName, string Title, string Address, string Reason, DateOnly From, DateExplanation Due, TimeLeft Left)
{
    /// <summary>Last Beijing date in time.</summary>
    public DateOnly DueOn => Due.End;

    /// <summary>Past.</summary>
    public bool IsLate => Left.IsLate;

    /// <summary>Where the site counts the date day by day.</summary>
    public string ExplanationPath => DueLine.PathOf(From, Due.Span, null);
}

/// <summary>
/// Reads the debts of interpretation. The last day is counted on reading, with the calendar of the day: a released holiday notice
/// moves it as it moves every date, and there is no stored copy to go wrong.
/// </summary>
public sealed class OwedInterpretations(DisclosureDb db, CalendarStore calendars, BusinessClock clock)
{
    /// <summary>Most rows read; there are few, since the office alone makes them.</summary>
    public const int Most = 500;

    /// <summary>All debts of policies that are public now, the oldest first.</summary>
    public async Task<IReadOnlyList<OwedInterpretation>> ListAsync(CancellationToken stop = default) =>
        await ListAsync(db.InterpretationWaivers, stop);

    /// <summary>The debts of some organisations, for their desks.</summary>
    public async Task<IReadOnlyList<OwedInterpretation>> OfAsync(OrganisationScope organisations, CancellationToken stop = default) => await ListAsync(Within(organisations), stop);

    /// <summary>How many they are, without counting a date.</summary>
    public async Task<int> CountAsync(OrganisationScope organisations, CancellationToken stop = default) => Math.Min(Most, await Open(Within(organisations)).CountAsync(stop));

    /// <summary>The debts of policies in a domain, for the department that leads it.</summary>
    public async Task<IReadOnlyList<OwedInterpretation>> OfDomainAsync(Guid domainId, CancellationToken stop = default) =>
        await ListAsync(db.InterpretationWaivers.Where(w => db.Listings.Any(l => l.DisclosureId == w.PolicyId && l.Domains.Any(d => d.DomainId == domainId))), stop);

    /// <summary>The debt of one policy; null when there is none, or the policy is not public.</summary>
    public async Task<OwedInterpretation?> FindAsync(Guid policyId, CancellationToken stop = default) =>
        (await ListAsync(db.InterpretationWaivers.Where(w => w.PolicyId == policyId), stop)).SingleOrDefault();

    private IQueryable<InterpretationWaiver> Within(OrganisationScope organisations)
    {
        if (organisations.IsWholeCity) return db.InterpretationWaivers;
        var ids = organisations.OrganisationIds.ToList();
        return db.InterpretationWaivers.Where(w => db.Listings.Any(l => l.DisclosureId == w.PolicyId && ids.Contains(l.OrganisationId)));
    }

    // Owed, not settled, of a policy that is public at this moment.
    private IQueryable<InterpretationWaiver> Open(IQueryable<InterpretationWaiver> waivers) =>
        waivers.AsNoTracking().Where(w => w.OwedFrom != null && w.SettledAt == null && db.Listings.OnDisplay(clock.Today).Any(l => l.DisclosureId == w.PolicyId));

    private async Task<IReadOnlyList<OwedInterpretation>> ListAsync(IQueryable<InterpretationWaiver> waivers, CancellationToken stop)
    {
        var rows = await Open(waivers)
            .Join(db.Listings, w => w.PolicyId, l => l.DisclosureId, (w, l) => new
            {
                w.PolicyId,
                w.Reason,
                w.OwedFrom,
                w.WorkingDays,
                l.OrganisationId,
                l.Title,
                l.Address,
                Organisation = db.Organisations.Where(o => o.Id == l.OrganisationId).Select(o => o.ShortName).First(),
            })
            .OrderBy(w => w.OwedFrom).ThenBy(w => w.PolicyId).Take(Most).ToListAsync(stop);
        if (rows.Count == 0) return [];
        var calendar = await calendars.GetAsync(stop);
        var today = clock.Today;
        return [.. rows.Select(w =>
        {
            var due = calendar.Explain(w.OwedFrom!.Value, new LimitSpan(w.WorkingDays, LimitUnit.WorkingDay));
            var left = TimeLeft.Of(calendar, due.End, today, LimitUnit.WorkingDay);
            return new OwedInterpretation(w.PolicyId, w.OrganisationId, w.Organisation, w.Title, w.Address, w.Reason, w.OwedFrom.Value, due, left);
        })];
    }
}
