using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>A forced publication in a list. The title is the working copy's: for staff only.</summary>
public sealed record ForcedLine(
    Guid Id, Guid DisclosureId, Guid OrganisationId, string OrganisationName, string Title, string Address, int Version, string Reason, DateTime At, Guid By,
    DateOnly ReviewDueOn, ForcedReviewOutcome? Outcome, string ReviewRemark, DateTime? ReviewedAt, Guid? ReviewedBy)
{
    /// <summary>Nobody has reviewed it and the last day has passed.</summary>
    public bool IsOverdueOn(DateOnly today) => ReviewedAt is null && ReviewDueOn < today;
}

/// <summary>A forced publication as the public reads it: title and reason only while the document is public.</summary>
public sealed record PublicForcedLine(
    Guid Id, string Address, string? Title, string? Reason, string OrganisationName, DateTime At, DateOnly ReviewDueOn, ForcedReviewOutcome? Outcome, DateTime? ReviewedAt)
{
    /// <summary>Nobody has reviewed it and the last day has passed.</summary>
    public bool IsOverdueOn(DateOnly today) => ReviewedAt is null && ReviewDueOn < today;
}

/// <summary>How many forced publications wait for their review.</summary>
/// <param name="Open">Not reviewed.</param>
/// <param name="Overdue">Not reviewed although the last day has passed.</param>
public sealed record ForcedFigures(int Open, int Overdue);

/// <summary>Reads forced publications, for the public register, the desk and the auditors.</summary>
public sealed class ForcedPublicationRegister(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Rows of a page of the public register.</summary>
    public const int PageSize = 20;

    /// <summary>One of them with document and organisation; null when there is none.</summary>
    public Task<ForcedLine?> FindAsync(Guid id, CancellationToken stop) => db.ForcedPublications.AsNoTracking().Where(f => f.Id == id)
        .Join(db.Disclosures, f => f.DisclosureId, d => d.Id, (f, d) => new { f, d })
        .Join(db.Organisations, p => p.d.OrganisationId, o => o.Id, (p, o) => new { p.f, p.d, o })
        .Select(p => new ForcedLine(
            p.f.Id, p.d.Id, p.o.Id, p.o.Name, p.d.Text.Title, p.d.Address!, p.f.Version, p.f.Reason, p.f.At, p.f.By,
            p.f.ReviewDueOn, p.f.Outcome, p.f.ReviewRemark, p.f.ReviewedAt, p.f.ReviewedBy))
        .SingleOrDefaultAsync(stop);

    /// <summary>The public register, newest first, after a position.</summary>
    /// <param name="onlyOpen">Those alone that wait for their review.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="stop">Ends the request.</param>
    public async Task<Page<PublicForcedLine>> PublicAsync(bool onlyOpen, ListPosition? after, CancellationToken stop)
    {
        var rows = db.ForcedPublications.AsNoTracking();
        if (onlyOpen) rows = rows.Where(f => f.ReviewedAt == null);
        if (after is { } a) rows = rows.Where(f => f.At < a.At || (f.At == a.At && f.Id.CompareTo(a.Id) < 0));
        // What was taken from the public since then shows neither title nor reason: the listing says what is public now. A version
        // that is closed for good takes its reason with it.
        var onDisplay = db.Listings.OnDisplay(clock.Today);
        var found = await rows.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(PageSize + 1)
            .Join(db.Disclosures, f => f.DisclosureId, d => d.Id, (f, d) => new { f, d })
            .Join(db.Organisations, p => p.d.OrganisationId, o => o.Id, (p, o) => new { p.f, p.d, o })
            .Select(p => new PublicForcedLine(
                p.f.Id, p.d.Address!, onDisplay.Where(l => l.DisclosureId == p.d.Id).Select(l => l.Title).FirstOrDefault(),
                p.f.Version > p.d.ClosedThrough && onDisplay.Any(l => l.DisclosureId == p.d.Id) ? p.f.Reason : null, p.o.Name, p.f.At, p.f.ReviewDueOn, p.f.Outcome, p.f.ReviewedAt))
            .ToListAsync(stop);
        found = [.. found.OrderByDescending(l => l.At).ThenByDescending(l => l.Id)];
        var more = found.Count > PageSize;
        if (more) found.RemoveAt(PageSize);
        return new Page<PublicForcedLine>(found, more ? new ListPosition(found[^1].At, found[^1].Id).ToString() : null, null);
    }

    /// <summary>How many wait, and how many of them too long.</summary>
    public Task<ForcedFigures> FiguresAsync(CancellationToken stop) => FiguresAsync(db, clock.Today, stop);

    /// <summary>The same for a reader that has its own context.</summary>
    internal static async Task<ForcedFigures> FiguresAsync(DisclosureDb db, DateOnly today, CancellationToken stop)
    {
        var due = await db.ForcedPublications.AsNoTracking().Where(f => f.ReviewedAt == null).Select(f => f.ReviewDueOn).ToListAsync(stop);
        return new ForcedFigures(due.Count, due.Count(day => day < today));
    }
}
