using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.WordLists;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>Has the word check look through everything public again, so that the findings taken over next are of today.</summary>
public sealed class WordCheckPass(CheckPublicWords words) : SelfTestPass
{
    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators => [];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var (seen, last) = await words.CheckBehindAsync(after, stop);
        if (last is null) await words.CloseGoneAsync(stop);
        // The walk over the documents has counted them already.
        return new PassStep([], 0, seen == 0 ? null : last);
    }
}

/// <summary>Takes over the open findings of the word check, grave ones and others.</summary>
public sealed class WordFindingPass(DisclosureDb db) : SelfTestPass
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators { get; } = [SelfTestIndicator.GraveForms, SelfTestIndicator.WrongForms];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var rows = await db.WordFindings.AsNoTracking().Where(f => f.GoneAt == null && f.Id.CompareTo(after) > 0).OrderBy(f => f.Id).Take(Batch)
            .Join(db.Listings, f => f.DisclosureId, l => l.DisclosureId, (f, l) => new { f, l.Title, l.Address })
            .Join(db.WordRules, p => p.f.RuleId, r => r.Id, (p, r) => new { p.f, p.Title, p.Address, r.Right })
            .OrderBy(p => p.f.Id).ToListAsync(stop);
        return new PassStep(
            [.. rows.Select(r => new FoundFault(
                r.f.IsGrave ? SelfTestIndicator.GraveForms : SelfTestIndicator.WrongForms, SelfTestFault.WrongForm, r.f.OrganisationId,
                SelfTestSubject.Of(r.f.DisclosureId, r.Title, r.Address), $"{r.f.RuleId:N} {r.f.Place}", r.f.Place.ToString(), r.f.Form, r.Right))],
            0, rows.Count == 0 ? null : rows[^1].f.Id);
    }
}
