using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Policies;

/// <summary>What the public reads about a document's validity, and about what it replaces and what replaces it.</summary>
public sealed class ValidityReader(DisclosureDb db, BusinessClock clock)
{
    private const int CleanedUpShown = 300;

    /// <summary>The validity of a document today, with the acts behind it and the links both ways.</summary>
    public async Task<PublicValidity> OfAsync(PublicRecord record, CancellationToken stop)
    {
        var (disclosureId, traces) = (record.Id, record.Traces);
        var acts = traces.Acts ? await ValidityListing.ActsAsync(db, disclosureId, stop) : [];
        var counting = ValidityDates.Counting(acts);
        var dates = ValidityDates.Of(record.EffectiveOn, record.ExpiresOn, acts);
        var closedAt = acts.Count == 0 ? null : await db.Set<StandingChange>().Where(c => c.DisclosureId == disclosureId && c.ClosedThrough > 0).MaxAsync(c => (DateTime?)c.At, stop);
        var linked = await LinksAsync([.. acts.Select(a => a.BasisDisclosureId).OfType<Guid>().Distinct()], stop);
        var lines = acts.Where(a => a.State == ValidityActState.Confirmed).OrderByDescending(a => a.RecordedAt).ThenByDescending(a => counting.Any(c => c.Id == a.Id)).ThenByDescending(a => a.Id)
            .Select(a => new ValidityActLine(
                a.Id, a.Kind, a.EffectiveOn, a.NewExpiresOn, a.DecidedAt <= closedAt ? "" : a.Reason, a.DecidedAt <= closedAt ? "" : a.Basis,
                a.BasisDisclosureId is { } basis ? linked.GetValueOrDefault(basis) : null,
                a.DecidedAt!.Value, counting.All(c => c.Id != a.Id)))
            .ToList();
        return new PublicValidity(
            dates.On(clock.Today, record.Genre), dates, record.ExpiresOn, lines,
            traces.Replaces ? await ReplacesAsync(disclosureId, stop) : [], traces.ReplacedBy ? await ReplacedByAsync(disclosureId, stop) : [],
            traces.Decides ? await CleanedUpAsync(disclosureId, stop) : []);
    }

    /// <summary>The validity today of a document's newest version, for outputs that show one line.</summary>
    public async Task<(Validity Now, ValidityDates Dates)> NowAsync(Guid disclosureId, CancellationToken stop)
    {
        var text = await ValidityListing.TextAsync(db, disclosureId, stop);
        var dates = ValidityDates.Of(text.EffectiveOn, text.ExpiresOn, await ValidityListing.ActsAsync(db, disclosureId, stop));
        return (dates.On(clock.Today, text.Genre), dates);
    }

    private async Task<IReadOnlyList<ReplacementLine>> ReplacesAsync(Guid id, CancellationToken stop)
    {
        var chosen = await db.Versions.Where(v => v.DisclosureId == id && db.Disclosures.Any(d => d.Id == id && d.CurrentVersion == v.Number))
            .SelectMany(v => v.Replacements).Select(r => new { Id = r.ReplacedId, r.Repeals }).ToListAsync(stop);
        var links = await LinksAsync([.. chosen.Select(c => c.Id)], stop);
        return [.. chosen.Where(c => links.ContainsKey(c.Id)).Select(c => new ReplacementLine(links[c.Id], c.Repeals)).OrderBy(l => l.Document.Address, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<ReplacementLine>> ReplacedByAsync(Guid id, CancellationToken stop)
    {
        var newer = await db.Set<VersionReplacement>().Where(r => r.ReplacedId == id)
            .Join(db.Versions, r => r.VersionId, v => v.Id, (r, v) => new { r.Repeals, v.DisclosureId, v.Number })
            .Where(p => db.Disclosures.Any(d => d.Id == p.DisclosureId && d.CurrentVersion == p.Number))
            .Select(p => new { Id = p.DisclosureId, p.Repeals }).ToListAsync(stop);
        var links = await LinksAsync([.. newer.Select(c => c.Id)], stop);
        return [.. newer.Where(c => links.ContainsKey(c.Id)).Select(c => new ReplacementLine(links[c.Id], c.Repeals)).OrderBy(l => l.Document.Address, StringComparer.Ordinal)];
    }

    /// <summary>Which documents the decision on this page is about.</summary>
    private async Task<IReadOnlyList<CleanupLine>> CleanedUpAsync(Guid id, CancellationToken stop) =>
        await CleanupRegister.Lines(db, db.ValidityActs.Where(a => a.BasisDisclosureId == id && !a.IsByReplacement && a.State == ValidityActState.Confirmed), clock.Today)
            .OrderBy(l => l.Title).Take(CleanedUpShown).ToListAsync(stop);

    /// <summary>Pages that were public once. What is not public now keeps its address, whose notice says why, and nothing else.</summary>
    private async Task<Dictionary<Guid, LinkedDocument>> LinksAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0) return [];
        // A join, not a lookup in the projection: that would number all listings of the site first.
        var rows = await db.Disclosures.EverPublished().Where(d => ids.Contains(d.Id))
            .GroupJoin(db.Listings.OnDisplay(clock.Today), d => d.Id, l => l.DisclosureId, (d, listings) => new { d, listings })
            .SelectMany(x => x.listings.DefaultIfEmpty(), (x, l) => new { x.d.Id, x.d.Address, Title = l == null ? null : l.Title, Number = l == null ? null : l.DocumentNumber }).ToListAsync(stop);
        return rows.ToDictionary(r => r.Id, r => new LinkedDocument(r.Id, r.Address!, r.Title, r.Number ?? ""));
    }
}

/// <summary>A document that another page points at.</summary>
/// <param name="Id">The disclosure.</param>
/// <param name="Address">Last part of its address, which always answers.</param>
/// <param name="Title">Null when it is not public at this moment.</param>
/// <param name="DocumentNumber">Empty when there is none or it is not public.</param>
public sealed record LinkedDocument(Guid Id, string Address, string? Title, string DocumentNumber)
{
    /// <summary>Path of its page.</summary>
    public string Path => "/disclosures/" + Address;
}

/// <summary>A link of replacement, seen from the other document.</summary>
public sealed record ReplacementLine(LinkedDocument Document, bool Repeals);

/// <summary>An act as the public reads it.</summary>
/// <param name="Id">The act.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="EffectiveOn">From which day.</param>
/// <param name="NewExpiresOn">New last day in force.</param>
/// <param name="Reason">Why; empty where the words are older than a closure of versions and could name what was closed.</param>
/// <param name="Basis">Basis outside the portal; empty in the same case.</param>
/// <param name="BasisPage">Basis within the portal.</param>
/// <param name="At">When it was confirmed, UTC.</param>
/// <param name="IsCorrected">A later act corrects it; it no longer counts.</param>
public sealed record ValidityActLine(
    Guid Id, ValidityActKind Kind, DateOnly EffectiveOn, DateOnly? NewExpiresOn, string Reason, string Basis, LinkedDocument? BasisPage, DateTime At, bool IsCorrected);

/// <summary>Everything a page says about validity.</summary>
/// <param name="Now">Validity today.</param>
/// <param name="Dates">The dates it follows from.</param>
/// <param name="FirstExpiresOn">The end that the text itself set.</param>
/// <param name="Acts">What was decided, newest first.</param>
/// <param name="Replaces">Older documents that this one replaces.</param>
/// <param name="ReplacedBy">Newer documents that replace this one.</param>
/// <param name="CleanedUp">Documents that the decision on this page is about.</param>
public sealed record PublicValidity(
    Validity Now, ValidityDates Dates, DateOnly? FirstExpiresOn, IReadOnlyList<ValidityActLine> Acts, IReadOnlyList<ReplacementLine> Replaces,
    IReadOnlyList<ReplacementLine> ReplacedBy, IReadOnlyList<CleanupLine> CleanedUp)
{
    /// <summary>Something of it stands in the way of reading the document as it is: it is not in force, was changed, or has been replaced.</summary>
    public bool NeedsMark => ReplacedBy.Count > 0 || Now is not (Validity.NotApplicable or Validity.InForce);

    /// <summary>There is more to list than the dates.</summary>
    public bool HasRegister => Acts.Count > 0 || Replaces.Count > 0 || CleanedUp.Count > 0;

    /// <summary>The act behind what the validity is today; null when it follows from the text alone.</summary>
    public ValidityActLine? Cause => Acts.FirstOrDefault(a => !a.IsCorrected && a.Kind == (Now switch
    {
        Validity.Repealed => ValidityActKind.Repeal,
        Validity.Amended => ValidityActKind.Amend,
        _ => ValidityActKind.Continue,
    }));
}
