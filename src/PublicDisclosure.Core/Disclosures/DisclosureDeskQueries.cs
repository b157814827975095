using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>What waits for whom. Each query names a rule of who may do what next.</summary>
public static class DisclosureQueues
{
    private static readonly List<DisclosureGenre> PolicyFiles = [.. Enum.GetValues<DisclosureGenre>().Where(g => g.Rule().IsPolicyFile)];

    /// <summary>Waiting for a secrecy review or a signature that this person may give: not their own text.</summary>
    public static IQueryable<Disclosure> AwaitingDecisionBy(this IQueryable<Disclosure> rows, Guid user) => rows
        .Where(d => d.State == DisclosureState.AwaitingSecrecyReview || d.State == DisclosureState.AwaitingSecondReview || d.State == DisclosureState.AwaitingApproval)
        .Where(d => d.SubmittedBy != user && d.Contributors.All(c => c.UserId != user))
        // Who gave the first review does not give the second, and who gave the second does not sign.
        .Where(d => d.State != DisclosureState.AwaitingSecondReview || d.Reviews.OrderByDescending(r => r.Step).Select(r => r.By).FirstOrDefault() != user)
        .Where(d => d.State != DisclosureState.AwaitingApproval || d.SecondReviewedBy != user)
        // A policy file that is not to be public waits for the disclosure office first.
        .Where(d => d.State != DisclosureState.AwaitingApproval || d.Text.Attribute != DisclosureAttribute.NotPublic || !PolicyFiles.Contains(d.Text.Genre)
            || d.Opinions.Any(o => o.TextRevision == d.TextRevision));

    /// <summary>Policy files proposed as not public, on which the disclosure office has not yet said anything.</summary>
    public static IQueryable<Disclosure> AwaitingOpinionBy(this IQueryable<Disclosure> rows, Guid user) => rows
        .Where(d => d.State == DisclosureState.AwaitingApproval && d.Text.Attribute == DisclosureAttribute.NotPublic && PolicyFiles.Contains(d.Text.Genre)
            && d.Opinions.All(o => o.TextRevision != d.TextRevision))
        .Where(d => d.SubmittedBy != user && d.Contributors.All(c => c.UserId != user));

    /// <summary>Forced publications whose signature this person may make up for: neither forced nor written by them.</summary>
    public static IQueryable<Disclosure> AwaitingForcedReviewBy(this IQueryable<Disclosure> rows, Guid user) => rows
        .Where(d => d.ForcedPublications.Any(f => f.ReviewedAt == null && f.By != user && f.Authors.All(a => a.UserId != user)));

    /// <summary>Requests for another formed date that this person may decide: neither asked for nor written by them.</summary>
    public static IQueryable<Disclosure> AwaitingFormedDateBy(this IQueryable<Disclosure> rows, Guid user) => rows
        .Where(d => d.State != DisclosureState.Withdrawn && d.State != DisclosureState.Filed)
        .Where(d => d.FormedDateChanges.Any(c => c.Decision == null && c.RequestedBy != user))
        .Where(d => d.SubmittedBy != user && d.Contributors.All(c => c.UserId != user));

    /// <summary>Public in a version whose later review asked for a correction or a withdrawal that nobody has begun.</summary>
    public static IQueryable<Disclosure> ToPutRight(this IQueryable<Disclosure> rows, ForcedReviewOutcome outcome) => rows
        .Where(d => d.State == DisclosureState.Published && d.ForcedPublications.Any(f => f.Outcome == outcome && f.Version == d.CurrentVersion));

    /// <summary>Filed records whose yearly examination is due; those filed before dates were kept are due at once.</summary>
    public static IQueryable<Disclosure> ToReexamine(this IQueryable<Disclosure> rows, DateOnly today) => rows
        .Where(d => d.State == DisclosureState.Filed && (d.ReexamineOn <= today || (d.ReexamineOn == null && !d.Reexaminations.Any())));

    /// <summary>Scheduled, due, and refused when the job tried.</summary>
    public static IQueryable<Disclosure> ScheduleRefused(this IQueryable<Disclosure> rows) =>
        rows.Where(d => d.State == DisclosureState.AwaitingPublication && d.ScheduledAt != null && d.ScheduleRefusal != null);

    /// <summary>Drafts that somebody sent back to be put right (退回), and nobody has handed in since.</summary>
    public static IQueryable<Disclosure> ReturnedToTheClerk(this IQueryable<Disclosure> rows) => rows
        .Where(d => d.State == DisclosureState.Draft && d.Transitions.OrderByDescending(t => t.Step).Select(t => t.Action).FirstOrDefault() == DisclosureAction.Return);

    /// <summary>Drafts as a business system left them (业务系统来件): no person has touched them since.</summary>
    public static IQueryable<Disclosure> ArrivedUntouched(this IQueryable<Disclosure> rows) =>
        rows.Where(d => d.State == DisclosureState.Draft && d.Arrival != null && d.Arrival.Revision == d.Revision);

    /// <summary>Approved and not yet public.</summary>
    public static IQueryable<Disclosure> AwaitingPublication(this IQueryable<Disclosure> rows) =>
        rows.Where(d => d.State == DisclosureState.AwaitingPublication);
}

/// <summary>
/// A disclosure in a staff list. Due is the last day in time while it, or an update of it, is not public, null without a day to
/// count from; Left says how long it still is, in the limit's own unit.
/// </summary>
public sealed record DeskRow(
    Guid Id, string Title, DisclosureState State, string OrganisationName, DateTime ChangedAt, string? IndexNumber, DateTime? ScheduledAt,
    ChangeKind PendingChange, DueLine? Due, TimeLeft? Left)
{
    /// <summary>Last day for making up for the signature of a forced publication; null where nothing is open.</summary>
    public DateOnly? ForcedReviewDueOn { get; init; }

    /// <summary>When it was forced, UTC: the period counts from that day.</summary>
    public DateTime? ForcedAt { get; init; }

    /// <summary>When a record that is not public is to be examined again.</summary>
    public DateOnly? ReexamineOn { get; init; }

    /// <summary>The formed date that somebody asks for; null where nothing is open.</summary>
    public DateOnly? FormedOnAsked { get; init; }

    /// <summary>Why the job could not publish it at its time; empty for most.</summary>
    public IReadOnlyList<Refusal> ScheduleRefusals { get; init; } = [];
}

/// <summary>What staff look for in their list.</summary>
public sealed record DeskFilter(DisclosureState? State = null, string? Words = null, ListPosition? After = null, ListPosition? Before = null);

/// <summary>Reads staff lists of disclosures.</summary>
public sealed class DisclosureDeskQueries(DisclosureDb db, CalendarStore calendars, BusinessClock clock)
{
    private const int PageSize = 30;

    /// <summary>Longest text searched for; more narrows nothing.</summary>
    public const int LongestWords = 100;

    /// <summary>A page of the list, the last changed first.</summary>
    public async Task<Page<DeskRow>> ListAsync(IQueryable<Disclosure> rows, DeskFilter filter, CancellationToken stop = default)
    {
        if (filter.State is { } state) rows = rows.Where(d => d.State == state);
        if (filter.Words?.Trim() is { Length: > 0 and <= LongestWords } words)
            rows = rows.Where(d => d.Text.Title.Contains(words) || d.Text.DocumentNumber.Contains(words) || d.IndexNumber!.Contains(words));
        if (filter.After is { } after) rows = rows.Where(d => d.ChangedAt < after.At || (d.ChangedAt == after.At && d.Id.CompareTo(after.Id) < 0));
        var back = filter.Before is not null && filter.After is null;
        if (back) rows = rows.Where(d => d.ChangedAt > filter.Before!.At || (d.ChangedAt == filter.Before.At && d.Id.CompareTo(filter.Before.Id) > 0));
        rows = back ? rows.OrderBy(d => d.ChangedAt).ThenBy(d => d.Id) : rows.OrderByDescending(d => d.ChangedAt).ThenByDescending(d => d.Id);
        var found = await ReadAsync(rows.Take(PageSize + 1), stop);
        var more = found.Count > PageSize;
        found = [.. found.Take(PageSize)];
        if (back) found.Reverse();
        string? Next() => (back || more) && found.Count > 0 ? At(found[^1]) : null;
        string? Previous() => (back ? more : filter.After is not null) && found.Count > 0 ? At(found[0]) : null;
        return new Page<DeskRow>(found, Next(), Previous());
    }

    /// <summary>The most urgent of a queue: those that are late or due first stand first.</summary>
    public async Task<IReadOnlyList<DeskRow>> QueueAsync(IQueryable<Disclosure> rows, CancellationToken stop = default)
    {
        var dated = rows.Select(d => new
        {
            Row = d,
            DueOn = db.DueDates.Where(due => due.DisclosureId == d.Id && due.Version == d.CurrentVersion + 1).Select(due => (DateOnly?)due.DueOn).FirstOrDefault(),
        });
        var found = await ReadAsync(dated.OrderBy(p => p.DueOn == null).ThenBy(p => p.DueOn).ThenBy(p => p.Row.ChangedAt).Select(p => p.Row).Take(PageSize), stop);
        return [.. found.OrderBy(r => r.Due is null).ThenBy(r => r.Due?.DueOn).ThenBy(r => r.ChangedAt)];
    }

    private static string At(DeskRow row) => new ListPosition(row.ChangedAt, row.Id).ToString();

    private async Task<List<DeskRow>> ReadAsync(IQueryable<Disclosure> rows, CancellationToken stop)
    {
        var found = await rows.Select(d => new
        {
            d.Id,
            d.Text.Title,
            d.State,
            d.ChangedAt,
            d.IndexNumber,
            d.ScheduledAt,
            d.PendingChange,
            d.CurrentVersion,
            d.ReexamineOn,
            ForcedReviewDueOn = d.ForcedPublications.Where(f => f.ReviewedAt == null).OrderBy(f => f.ReviewDueOn).Select(f => (DateOnly?)f.ReviewDueOn).FirstOrDefault(),
            ForcedAt = d.ForcedPublications.Where(f => f.ReviewedAt == null).OrderBy(f => f.ReviewDueOn).Select(f => (DateTime?)f.At).FirstOrDefault(),
            FormedOnAsked = d.FormedDateChanges.Where(c => c.Decision == null).Select(c => (DateOnly?)c.To).FirstOrDefault(),
            Refused = d.ScheduleRefusal == null ? null : d.ScheduleRefusal.Reasons,
            Slug = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.Slug).First(),
            Name = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First(),
        }).ToListAsync(stop);
        var dues = await DuesAsync([.. found.Select(d => (d.Id, d.CurrentVersion + 1))], stop);
        var calendar = await calendars.GetAsync(stop);
        var today = clock.Today;
        return [.. found.Select(d =>
        {
            var due = dues.GetValueOrDefault(d.Id) is { } found ? found with { Organisation = d.Slug } : null;
            return new DeskRow(d.Id, d.Title, d.State, d.Name, d.ChangedAt, d.IndexNumber, d.ScheduledAt, d.PendingChange, due, due?.Left(calendar, today))
            {
                ForcedReviewDueOn = d.ForcedReviewDueOn,
                ForcedAt = d.ForcedAt,
                ReexamineOn = d.ReexamineOn,
                FormedOnAsked = d.FormedOnAsked,
                ScheduleRefusals = d.Refused is null ? [] : ScheduleRefusal.Read(d.Refused),
            };
        })];
    }

    /// <summary>The running due dates of a page of rows, apart from the rows: SQLite cannot fetch one whole row for each of others.</summary>
    private async Task<Dictionary<Guid, DueLine>> DuesAsync(IReadOnlyCollection<(Guid Id, int Version)> rows, CancellationToken stop)
    {
        var ids = rows.Select(r => r.Id).ToList();
        var dates = await db.DueDates.AsNoTracking().Where(d => ids.Contains(d.DisclosureId)).ToListAsync(stop);
        return dates.Where(d => rows.Contains((d.DisclosureId, d.Version))).ToDictionary(d => d.DisclosureId, DueLine.Of);
    }
}
