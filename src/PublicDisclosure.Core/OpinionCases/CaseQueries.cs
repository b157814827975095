using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>A case in a list.</summary>
public sealed record CaseRow(Guid Id, string Title, string Organisation, CaseSource Source, CaseStage Stage, CaseGrade Grade, DateTime EventAt, DateTime FoundAt, IReadOnlyList<CaseLimitLine> Limits)
{
    /// <summary>The clock that is due next, or the one that was missed; null when none asks for anything any more.</summary>
    public CaseLimitLine? Next => Limits.Where(l => l.Status == CaseLimitStatus.Running).OrderBy(l => l.Limit.DueAt).FirstOrDefault() ?? Limits.FirstOrDefault(l => l.IsOpen);

    /// <summary>Any limit was missed.</summary>
    public bool HasMissed => Limits.Any(l => l.Status == CaseLimitStatus.Missed);
}

/// <summary>A limit with what came of it.</summary>
/// <param name="Limit">As it was set.</param>
/// <param name="PublishedAt">When what it asks for was first published, UTC.</param>
/// <param name="Status">How it stands.</param>
public sealed record CaseLimitLine(CaseLimit Limit, DateTime? PublishedAt, CaseLimitStatus Status)
{
    /// <summary>Still asks for something: it counts and nothing is out.</summary>
    public bool IsOpen => PublishedAt is null && Limit.EndedAt is null;
}

/// <summary>A response of a case as staff see it.</summary>
public sealed record CaseResponseLine(Guid Id, string Title, ResponseKind Kind, DisclosureState State, DateTime? PublishedAt, string? Address);

/// <summary>Everything staff see of a case.</summary>
/// <param name="Case">With all its parts; not tracked.</param>
/// <param name="Organisation">Short name of who answers for it.</param>
/// <param name="Limits">Every limit, also those that count no more.</param>
/// <param name="Responses">What was drafted and published.</param>
/// <param name="Names">Names of the people in it.</param>
/// <param name="Organisations">Short names of the organisations in it.</param>
public sealed record CaseSheet(
    OpinionCase Case, string Organisation, IReadOnlyList<CaseLimitLine> Limits, IReadOnlyList<CaseResponseLine> Responses, IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<Guid, string> Organisations)
{
    public string NameOf(Guid? person) => person is { } id ? Names.GetValueOrDefault(id, StaffNames.Gone) : "";

    /// <summary>Something was published.</summary>
    public bool HasPublished => Responses.Any(r => r.PublishedAt is not null);
}

/// <summary>A question to an organisation, as that organisation sees it: of the case its title and nothing else.</summary>
public sealed record ConsultationSheet(CaseConsultation Consultation, string CaseTitle, string CaseOrganisation, CaseGrade Grade, string AskedBy, string AnsweredBy, bool MayAnswer);

/// <summary>What a list of cases is narrowed to.</summary>
public sealed record CaseFilter(CaseStage? Stage = null, CaseGrade? Grade = null, bool OnlyOpen = false);

/// <summary>Reads cases for the staff of their organisations.</summary>
public sealed class CaseQueries(DisclosureDb db, BusinessClock clock)
{
    private const int PageSize = 30;

    /// <summary>The present instant (UTC), by which pages say what is late.</summary>
    public DateTime Now => clock.Now;

    /// <summary>Those of some organisations.</summary>
    public IQueryable<OpinionCase> Of(OrganisationScope scope) => scope.Apply(db.OpinionCases.AsNoTracking(), c => c.OrganisationId);

    /// <summary>A page, newest first.</summary>
    public async Task<Page<CaseRow>> PageAsync(OrganisationScope scope, CaseFilter filter, ListPosition? after, ListPosition? before, CancellationToken stop = default)
    {
        var cases = Of(scope);
        if (filter.Stage is { } stage) cases = cases.Where(c => c.Stage == stage);
        if (filter.Grade is { } grade) cases = cases.Where(c => c.Grade == grade);
        if (filter.OnlyOpen) cases = cases.Where(c => c.Stage != CaseStage.Closed);
        var back = before is not null && after is null;
        if (after is not null) cases = cases.Where(c => c.CreatedAt < after.At || (c.CreatedAt == after.At && c.Id.CompareTo(after.Id) < 0));
        if (back) cases = cases.Where(c => c.CreatedAt > before!.At || (c.CreatedAt == before.At && c.Id.CompareTo(before.Id) > 0));
        cases = back ? cases.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id) : cases.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id);
        var found = await cases.Take(PageSize + 1).Include(c => c.Limits).AsSplitQuery().ToListAsync(stop);
        var rows = await RowsAsync(found, stop);
        var at = found.ToDictionary(c => c.Id, c => c.CreatedAt);
        return Pages.Of([.. rows], PageSize, back, after is not null, r => new ListPosition(at[r.Id], r.Id));
    }

    /// <summary>One, within some organisations.</summary>
    public async Task<CaseSheet?> FindAsync(OrganisationScope scope, Guid id, CancellationToken stop = default)
    {
        var found = await Of(scope).Include(c => c.Steps).Include(c => c.Limits).Include(c => c.Consultations).Include(c => c.Decisions).Include(c => c.TimeChanges).Include(c => c.Files)
            .AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id, stop);
        if (found is null) return null;
        var responses = await db.Responses.AsNoTracking().Where(r => r.CaseId == id)
            .Join(db.Disclosures, r => r.DisclosureId, d => d.Id, (r, d) => new { d.Id, d.Text.Title, r.Kind, d.State, d.FirstPublishedAt, d.Address, r.CreatedAt })
            .OrderBy(r => r.CreatedAt).ToListAsync(stop);
        var people = found.Steps.Select(s => s.By).Concat(found.Decisions.SelectMany(d => new[] { d.By, d.DecidedBy ?? d.By })).Concat(found.TimeChanges.SelectMany(t => new[] { t.RequestedBy, t.DecidedBy ?? t.RequestedBy }))
            .Concat(found.Consultations.Select(q => q.AnsweredBy ?? q.AskedBy)).Concat(found.Files.Select(f => f.AddedBy)).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, stop);
        var bodies = found.Consultations.Select(q => q.OrganisationId).OfType<Guid>().Append(found.OrganisationId).Distinct().ToList();
        var organisations = await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, stop);
        var times = responses.Select(r => (r.Kind, r.FirstPublishedAt)).ToList();
        return new CaseSheet(
            found, organisations[found.OrganisationId], Lines(found.Limits, times),
            [.. responses.Select(r => new CaseResponseLine(r.Id, r.Title, r.Kind, r.State, r.FirstPublishedAt, r.Address))], names, organisations);
    }

    /// <summary>A question to one of some organisations.</summary>
    public async Task<ConsultationSheet?> FindConsultationAsync(OrganisationScope asked, Guid id, CancellationToken stop = default)
    {
        var within = asked.Apply(db.Set<CaseConsultation>().AsNoTracking().Where(q => q.OrganisationId != null), q => q.OrganisationId!.Value);
        var found = await within.Where(q => q.Id == id).Join(db.OpinionCases, q => q.CaseId, c => c.Id, (q, c) => new
        {
            Question = q,
            c.Title,
            c.Grade,
            c.Stage,
            Name = db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.ShortName).First(),
            AskedBy = db.Users.Where(u => u.Id == q.AskedBy).Select(u => u.DisplayName).FirstOrDefault(),
            AnsweredBy = db.Users.Where(u => u.Id == q.AnsweredBy).Select(u => u.DisplayName).FirstOrDefault(),
        }).SingleOrDefaultAsync(stop);
        return found is null ? null : new ConsultationSheet(
            found.Question, found.Title, found.Name, found.Grade, found.AskedBy ?? StaffNames.Gone, found.AnsweredBy ?? "",
            found.Question.AnsweredAt is null && CaseTransitions.To(found.Stage, CaseTransitions.Answer) is not null);
    }

    internal async Task<IReadOnlyList<CaseRow>> RowsAsync(IReadOnlyList<OpinionCase> cases, CancellationToken stop)
    {
        var ids = cases.Select(c => c.Id).ToList();
        var published = (await db.Responses.AsNoTracking().Where(r => r.CaseId != null && ids.Contains(r.CaseId.Value))
            .Join(db.Disclosures, r => r.DisclosureId, d => d.Id, (r, d) => new { CaseId = r.CaseId!.Value, r.Kind, d.FirstPublishedAt }).ToListAsync(stop)).ToLookup(r => r.CaseId, r => (r.Kind, r.FirstPublishedAt));
        var bodies = cases.Select(c => c.OrganisationId).Distinct().ToList();
        var names = await db.Organisations.AsNoTracking().Where(o => bodies.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.ShortName, stop);
        return [.. cases.Select(c => new CaseRow(c.Id, c.Title, names[c.OrganisationId], c.Source, c.Stage, c.Grade, c.EventAt, c.FoundAt, Lines(c.Limits, [.. published[c.Id]])))];
    }

    private List<CaseLimitLine> Lines(IEnumerable<CaseLimit> limits, IReadOnlyList<(ResponseKind Kind, DateTime? At)> published) =>
        [.. limits.OrderBy(l => l.SetAt).ThenBy(l => l.DueAt).Select(limit =>
        {
            var at = PublishedFor(limit.Kind, published);
            return new CaseLimitLine(limit, at, limit.StatusAt(at, clock.Now));
        })];

    /// <summary>When what a limit asks for was first out: a conference only by a conference, information and answers by anything published.</summary>
    internal static DateTime? PublishedFor(CaseLimitKind kind, IEnumerable<(ResponseKind Kind, DateTime? At)> published) =>
        published.Where(p => kind != CaseLimitKind.Conference || p.Kind == ResponseKind.Conference).Min(p => p.At);
}
