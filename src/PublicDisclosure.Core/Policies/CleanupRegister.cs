using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Policies;

/// <summary>
/// The public register of clean-up results (清理结果): which documents continue, which were amended, which repealed, newest
/// decision first. It shows documents that are public at this moment only.
/// </summary>
public sealed class CleanupRegister(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 30;

    /// <summary>One page after a position.</summary>
    public async Task<Page<CleanupLine>> ReadAsync(Guid? organisationId, ValidityActKind? kind, ListPosition? after, CancellationToken stop)
    {
        var acts = db.ValidityActs.Where(a => a.State == ValidityActState.Confirmed);
        if (organisationId is { } organisation) acts = acts.Where(a => a.OrganisationId == organisation);
        if (kind is { } only) acts = acts.Where(a => a.Kind == only);
        if (after is { } p) acts = acts.Where(a => a.DecidedAt <= p.At && (a.DecidedAt < p.At || a.Id.CompareTo(p.Id) < 0));
        var found = await Lines(db, acts, clock.Today).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Take(PageSize + 1).ToListAsync(stop);
        if (found.Count <= PageSize) return new Page<CleanupLine>(found, null, null);
        found.RemoveAt(PageSize);
        return new Page<CleanupLine>(found, new ListPosition(found[^1].At, found[^1].Id).ToString(), null);
    }

    internal static IQueryable<CleanupLine> Lines(DisclosureDb db, IQueryable<ValidityAct> acts, DateOnly today) => acts
        .Join(db.Listings.OnDisplay(today), a => a.DisclosureId, l => l.DisclosureId, (a, l) => new { a, l })
        .Join(db.Organisations, p => p.l.OrganisationId, o => o.Id, (p, o) => new CleanupLine
        {
            Id = p.a.Id,
            Address = p.l.Address,
            Title = p.l.Title,
            DocumentNumber = p.l.DocumentNumber,
            OrganisationName = o.Name,
            Kind = p.a.Kind,
            EffectiveOn = p.a.EffectiveOn,
            NewExpiresOn = p.a.NewExpiresOn,
            // Words older than a closure of versions could name what was closed.
            Basis = db.Set<StandingChange>().Any(c => c.DisclosureId == p.a.DisclosureId && c.ClosedThrough > 0 && c.At >= p.a.DecidedAt) ? "" : p.a.Basis,
            BasisAddress = db.Listings.OnDisplay(today).Where(b => b.DisclosureId == p.a.BasisDisclosureId).Select(b => b.Address).FirstOrDefault(),
            BasisTitle = db.Listings.OnDisplay(today).Where(b => b.DisclosureId == p.a.BasisDisclosureId).Select(b => b.Title).FirstOrDefault(),
            At = p.a.DecidedAt!.Value,
            IsCorrected = db.ValidityActs.Any(c => c.CorrectsId == p.a.Id && c.State == ValidityActState.Confirmed),
        });
}

/// <summary>A decision in the register.</summary>
public sealed record CleanupLine
{
    /// <summary>The act.</summary>
    public Guid Id { get; init; }

    public string Address { get; init; } = "";

    public string Title { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public string OrganisationName { get; init; } = "";

    public ValidityActKind Kind { get; init; }

    public DateOnly EffectiveOn { get; init; }

    public DateOnly? NewExpiresOn { get; init; }

    /// <summary>Basis outside the portal.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Address of the basis; null when it is outside or not public now.</summary>
    public string? BasisAddress { get; init; }

    public string? BasisTitle { get; init; }

    /// <summary>When it was confirmed, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>A later act corrects it.</summary>
    public bool IsCorrected { get; init; }
}
