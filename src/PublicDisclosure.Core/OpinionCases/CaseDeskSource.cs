using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Desk;

namespace PublicDisclosure.Core.OpinionCases;

/// <summary>
/// Open cases for those who handle them in the organisation itself, questions to an organisation, and what waits for a second
/// person. The office sees the gravest two grades of the whole city besides.
/// </summary>
internal sealed class CaseDeskSource(DisclosureDb db, CaseQueries queries) : IDeskSource
{
    /// <inheritdoc/>
    public Task<int> CountAsync(DeskPerson person, CancellationToken stop) => Heaps(person).CountTogetherAsync(stop);

    // Who may do none of it is asked about nothing.
    private IEnumerable<IQueryable<Guid>> Heaps(DeskPerson person)
    {
        var rights = person.Rights;
        if (rights.Has(Permission.CasesHandle) || rights.Has(Permission.CasesOversee)) yield return Handled(person).Select(c => c.Id);
        if (rights.Has(Permission.CasesHandle)) yield return Asked(person).Select(q => q.Id);
        if (rights.Has(Permission.CasesOversee)) yield return Silences(person).Select(d => d.Id);
        if (rights.Has(Permission.CasesConfirm)) yield return Times(person).Select(t => t.Id);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        var tasks = new List<DeskTask>();
        if (!Heaps(person).Any()) return tasks;
        var handled = await Handled(person).Include(c => c.Limits).AsSplitQuery().ToListAsync(stop);
        var rows = await queries.RowsAsync(handled, stop);
        tasks.AddRange(handled.Zip(rows, (c, row) => new DeskTask(DeskTaskKind.OpinionCase, $"case:{c.Id:N}:{c.Stage}", c.Title, $"/admin/opinion-cases/{c.Id}", c.OrganisationId, row.Organisation, c.ChangedAt)
        {
            DueAt = row.Next?.Limit.DueAt,
            ExplanationPath = row.Next is null ? "" : "/calendar/hours",
        }));
        var asked = await Asked(person).Join(db.OpinionCases, q => q.CaseId, c => c.Id, (q, c) => new { q.Id, q.OrganisationId, q.AskedAt, q.DueAt, c.Title, Name = db.Organisations.Where(o => o.Id == q.OrganisationId).Select(o => o.ShortName).First() }).ToListAsync(stop);
        tasks.AddRange(asked.Select(q => new DeskTask(DeskTaskKind.CaseOpinion, $"case-opinion:{q.Id:N}", q.Title, $"/admin/opinion-cases/consultations/{q.Id}", q.OrganisationId!.Value, q.Name, q.AskedAt) { DueAt = q.DueAt }));
        foreach (var (kind, pending) in new[] { (DeskTaskKind.CaseSilence, Silences(person).Select(d => new { d.Id, d.CaseId, d.At })), (DeskTaskKind.CaseTime, Times(person).Select(t => new { t.Id, t.CaseId, At = t.RequestedAt })) })
        {
            var found = await pending.Join(db.OpinionCases, p => p.CaseId, c => c.Id, (p, c) => new { p.Id, p.At, Case = c.Id, c.Title, c.OrganisationId, Name = db.Organisations.Where(o => o.Id == c.OrganisationId).Select(o => o.ShortName).First() }).ToListAsync(stop);
            tasks.AddRange(found.Select(p => new DeskTask(kind, $"{kind}:{p.Id:N}", p.Title, $"/admin/opinion-cases/{p.Case}", p.OrganisationId, p.Name, p.At)));
        }

        return tasks;
    }

    private IQueryable<OpinionCase> Handled(DeskPerson person)
    {
        var own = person.Rights.Roles.Where(r => RolePermissions.Of(r.Role).Contains(Permission.CasesHandle)).Select(r => r.OrganisationId).Distinct().ToList();
        var oversees = person.Rights.Has(Permission.CasesOversee);
        return db.OpinionCases.AsNoTracking().Where(c => c.Stage != CaseStage.Closed)
            .Where(c => own.Contains(c.OrganisationId) || (oversees && (c.Grade == CaseGrade.Gravest || c.Grade == CaseGrade.Grave)));
    }

    private IQueryable<CaseConsultation> Asked(DeskPerson person)
    {
        var own = person.Rights.Roles.Where(r => RolePermissions.Of(r.Role).Contains(Permission.CasesHandle)).Select(r => (Guid?)r.OrganisationId).Distinct().ToList();
        return db.Set<CaseConsultation>().AsNoTracking().Where(q => own.Contains(q.OrganisationId) && q.AnsweredAt == null && db.OpinionCases.Any(c => c.Id == q.CaseId && c.Stage != CaseStage.Closed));
    }

    private IQueryable<CaseDecision> Silences(DeskPerson person)
    {
        var cases = person.Rights.ScopeOf(Permission.CasesOversee).Apply(db.OpinionCases.AsNoTracking(), c => c.OrganisationId);
        return db.Set<CaseDecision>().AsNoTracking().Where(d => d.State == CaseDecisionState.Pending && d.By != person.Id && cases.Any(c => c.Id == d.CaseId));
    }

    private IQueryable<CaseTimeChange> Times(DeskPerson person)
    {
        var cases = person.Rights.ScopeOf(Permission.CasesConfirm).Apply(db.OpinionCases.AsNoTracking(), c => c.OrganisationId);
        return db.Set<CaseTimeChange>().AsNoTracking().Where(t => t.State == CaseDecisionState.Pending && t.RequestedBy != person.Id && cases.Any(c => c.Id == t.CaseId && c.Stage != CaseStage.Closed));
    }
}
