using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Limits;

namespace PublicDisclosure.Core.Desk;

/// <summary>Suspensions and proposed withdrawals that wait for this person as the second one.</summary>
internal sealed class StandingDeskSource(DisclosureDb db, IOptions<StandingOptions>? options = null) : IDeskSource
{
    private readonly StandingOptions _options = options?.Value ?? new StandingOptions();

    /// <inheritdoc/>
    public Task<int> CountAsync(DeskPerson person, CancellationToken stop) =>
        (Decides(person) ? new[] { Suspensions(person).Select(s => s.Id), Withdrawals(person).Select(w => w.Id) } : []).CountTogetherAsync(stop);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DeskTask>> ReadAsync(DeskPerson person, CancellationToken stop)
    {
        if (!Decides(person)) return [];
        var suspended = await Suspensions(person).Select(p => new
        {
            p.Id,
            p.DisclosureId,
            p.At,
            p.DueOn,
            Row = db.Disclosures.Where(d => d.Id == p.DisclosureId)
                .Select(d => new { d.Text.Title, d.OrganisationId, Name = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First() }).First(),
        }).ToListAsync(stop);
        var proposed = await Withdrawals(person).Select(p => new
        {
            p.Id,
            p.DisclosureId,
            p.At,
            Row = db.Disclosures.Where(d => d.Id == p.DisclosureId)
                .Select(d => new { d.Text.Title, d.OrganisationId, Name = db.Organisations.Where(o => o.Id == d.OrganisationId).Select(o => o.ShortName).First() }).First(),
        }).ToListAsync(stop);
        return
        [
            .. suspended.Select(s => new DeskTask(DeskTaskKind.Suspension, $"suspension:{s.Id:N}", s.Row.Title, $"/admin/disclosures/{s.DisclosureId}/decidesuspension", s.Row.OrganisationId, s.Row.Name, s.At)
            {
                DueOn = s.DueOn,
                ExplanationPath = DueLine.PathOf(s.At, _options.SuspensionWorkingDays),
            }),
            .. proposed.Select(w => new DeskTask(DeskTaskKind.Withdrawal, $"withdrawal:{w.Id:N}", w.Row.Title, $"/admin/disclosures/{w.DisclosureId}/decidewithdrawal", w.Row.OrganisationId, w.Row.Name, w.At)),
        ];
    }

    private static bool Decides(DeskPerson person) => person.Rights.Has(Permission.WithdrawalsDecide);

    private IQueryable<Suspension> Suspensions(DeskPerson person)
    {
        var rows = Rows(person);
        return db.Set<Suspension>().AsNoTracking().Where(s => s.Outcome == null && s.By != person.Id && rows.Any(d => d.Id == s.DisclosureId && d.SuspendedAt != null));
    }

    // A suspended page's proposal waits until the suspension is decided.
    private IQueryable<WithdrawalProposal> Withdrawals(DeskPerson person)
    {
        var rows = Rows(person);
        return db.Set<WithdrawalProposal>().AsNoTracking()
            .Where(w => w.Outcome == null && w.By != person.Id && rows.Any(d => d.Id == w.DisclosureId && d.WithdrawalProposedAt != null && d.SuspendedAt == null));
    }

    private IQueryable<Disclosure> Rows(DeskPerson person) =>
        person.Rights.ScopeOf(Permission.WithdrawalsDecide).Apply(db.Disclosures.AsNoTracking(), d => d.OrganisationId);
}
