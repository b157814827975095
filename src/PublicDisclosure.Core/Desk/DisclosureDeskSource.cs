using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Desk;

/// <summary>Drafts and steps of disclosures that a person may do, with the running due date of each.</summary>
internal sealed class DisclosureDeskSource(DisclosureDb db, BusinessClock clock, IOptions<ReviewOptions>? options = null) : IDeskSource
{
    private readonly ReviewOptions _options = options?.Value ?? new ReviewOptions();

    private static readonly (DeskTaskKind Kind, Permission Needs, string Below, Func<IQueryable<Disclosure>, Guid, DateOnly, IQueryable<Disclosure>> Waiting)[] Work =
    [
        (DeskTaskKind.ScheduleRefused, Permission.DisclosuresPublish, "", (rows, _, _) => rows.ScheduleRefused()),
        (DeskTaskKind.ForcedReview, Permission.DisclosuresForce, "", (rows, me, _) => rows.AwaitingForcedReviewBy(me)),
        (DeskTaskKind.ForcedReview, Permission.DisclosuresReview, "", (rows, me, _) => rows.AwaitingForcedReviewBy(me)),
        (DeskTaskKind.ToWithdraw, Permission.DisclosuresPublish, "", (rows, _, _) => rows.ToPutRight(ForcedReviewOutcome.ToWithdraw)),
        (DeskTaskKind.ToCorrect, Permission.DisclosuresDraft, "", (rows, _, _) => rows.ToPutRight(ForcedReviewOutcome.ToCorrect)),
        (DeskTaskKind.Opinion, Permission.DisclosuresForce, "", (rows, me, _) => rows.AwaitingOpinionBy(me)),
        (DeskTaskKind.FormedDate, Permission.DisclosuresReview, "/formed-date", (rows, me, _) => rows.AwaitingFormedDateBy(me)),
        (DeskTaskKind.Publish, Permission.DisclosuresPublish, "", (rows, _, _) => rows.AwaitingPublication().Where(d => d.ScheduledAt == null || d.ScheduleRefusal == null)),
        (DeskTaskKind.Review, Permission.DisclosuresReview, "", (rows, me, _) => rows.AwaitingDecisionBy(me)),
        (DeskTaskKind.Reexamine, Permission.DisclosuresReview, "", (rows, _, today) => rows.ToReexamine(today)),
        (DeskTaskKind.Returned, Permission.DisclosuresDraft, "", (rows, _, _) => rows.ReturnedToTheClerk()),
        (DeskTaskKind.Arrived, Permission.DisclosuresDraft, "", (rows, _, _) => rows.ArrivedUntouched()),
        (DeskTaskKind.Draft, Permission.DisclosuresDraft, "", (rows, _, _) => rows.Where(d => d.State == DisclosureState.Draft
            && (d.Arrival == null || d.Arrival.Revision != d.Revision)
            && d.Transitions.OrderByDescending(t => t.Step).Select(t => t.Action).FirstOrDefault() != DisclosureAction.Return)),
    ];

    // Those who force publications reach the whole city; who reviews as well sees the matter once.
    private static IEnumerable<(DeskTaskKind Kind, Permission Needs, string Below, Func<IQueryable<Disclosure>, Guid, DateOnly, IQueryable<Disclosure>> Waiting)> Of(DeskPerson person) =>
        Work.Where(w => person.Rights.Has(w.Needs)).DistinctBy(w => w.Kind);

    /// <inheritdoc/>
    public Task<int> CountAsync(DeskPerson person, CancellationToken stop) =>
        Of(person).Select(w => w.Waiting(Within(person, w.Needs), person.Id, clock.Today).Select(d => d.Id)).CountTogetherAsync(stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        var tasks = new List<DeskTask>();
        foreach (var (kind, needs, below, waiting) in Of(person))
        {
            var rows = await waiting(Within(person, needs), person.Id, clock.Today).Select(Row()).ToListAsync(stop);
            var dues = await DuesAsync([.. rows.Select(r => r.Id)], stop);
            tasks.AddRange(rows.Select(row => TaskOf(kind, below, row, dues.GetValueOrDefault((row.Id, row.CurrentVersion + 1)))));
        }

        return tasks;
    }

    private IQueryable<Disclosure> Within(DeskPerson person, Permission permission) =>
        person.Rights.ScopeOf(permission).Apply(db.Disclosures.AsNoTracking(), d => d.OrganisationId);

    /// <summary>The running due dates, apart from the rows: SQLite cannot fetch one whole row for each of others.</summary>
    private async Task<Dictionary<(Guid, int), DueLine>> DuesAsync(List<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        var dues = await db.DueDates.AsNoTracking().Where(d => ids.Contains(d.DisclosureId) && d.SettledAt == null).ToListAsync(stop);
        return dues.ToDictionary(d => (d.DisclosureId, d.Version), DueLine.Of);
    }

    private DeskTask TaskOf(DeskTaskKind kind, string below, Line row, DueLine? due)
    {
        var task = new DeskTask(kind, $"{kind}:{row.Id:N}:{row.CurrentVersion + 1}:{row.Step}", row.Title, $"/admin/disclosures/{row.Id}{below}", row.OrganisationId, row.Organisation, row.ChangedAt)
        {
            ScheduledAt = row.ScheduledAt,
            Reasons = kind == DeskTaskKind.ScheduleRefused && row.Refused is not null ? ScheduleRefusal.Read(row.Refused) : [],
        };
        return kind switch
        {
            DeskTaskKind.ForcedReview => task with { DueOn = row.ForcedReviewDueOn, ExplanationPath = row.ForcedAt is { } at ? DueLine.PathOf(at, _options.ForcedReviewWorkingDays) : "" },
            // A date to the month, or one that a reviewer set: where it was set says so.
            DeskTaskKind.Reexamine => task with { DueOn = row.ReexamineOn, Unit = LimitUnit.Day, ExplanationPath = row.ReexamineOn is null ? "" : $"/admin/disclosures/{row.Id}#steps-title" },
            _ => task with { DueOn = due?.DueOn, Unit = due?.Unit ?? LimitUnit.WorkingDay, ExplanationPath = due?.ExplanationPath ?? "", Estimates = due is { IsEstimated: true } ? due.Estimates : null },
        };
    }

    private Expression<Func<Disclosure, Line>> Row() => d => new Line
    {
        Id = d.Id,
        Title = d.Text.Title,
        OrganisationId = d.OrganisationId,
        Organisation = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First(),
        ChangedAt = d.ChangedAt,
        CurrentVersion = d.CurrentVersion,
        Step = d.Transitions.Count,
        ScheduledAt = d.ScheduledAt,
        ReexamineOn = d.ReexamineOn,
        Refused = d.ScheduleRefusal == null ? null : d.ScheduleRefusal.Reasons,
        ForcedAt = d.ForcedPublications.Where(f => f.ReviewedAt == null).OrderBy(f => f.ReviewDueOn).Select(f => (DateTime?)f.At).FirstOrDefault(),
        ForcedReviewDueOn = d.ForcedPublications.Where(f => f.ReviewedAt == null).OrderBy(f => f.ReviewDueOn).Select(f => (DateOnly?)f.ReviewDueOn).FirstOrDefault(),
    };

    private sealed record Line
    {
        public Guid Id { get; init; }

        public string Title { get; init; } = "";

        public Guid OrganisationId { get; init; }

        public string Organisation { get; init; } = "";

        public DateTime ChangedAt { get; init; }

        public int CurrentVersion { get; init; }

        public int Step { get; init; }

        public DateTime? ScheduledAt { get; init; }

        public DateOnly? ReexamineOn { get; init; }

        public string? Refused { get; init; }

        public DateTime? ForcedAt { get; init; }

        public DateOnly? ForcedReviewDueOn { get; init; }
    }
}
