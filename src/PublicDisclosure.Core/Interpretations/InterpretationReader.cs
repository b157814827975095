using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Policies;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>What the public pages read about interpretation. Nothing is shown whose listing is not there at this moment.</summary>
public sealed class InterpretationReader(DisclosureDb db, OwedInterpretations owed, BusinessClock clock)
{
    /// <summary>What stands at the top of the page of a disclosure: what explains it, and what it explains.</summary>
    public async Task<InterpretationBlock> OfAsync(PublicRecord record, CancellationToken stop = default)
    {
        if (!record.Traces.Interpretation) return new InterpretationBlock([], null, null, null);
        var disclosureId = record.Id;
        var material = await db.PublicInterpretationLinks.AsNoTracking().Where(l => l.PolicyId == disclosureId)
            .Join(db.PublicInterpretations, l => l.InterpretationId, i => i.DisclosureId, (_, i) => i)
            .Join(db.Listings.OnDisplay(clock.Today), i => i.DisclosureId, l => l.DisclosureId, (i, l) => new MaterialLine(i.Form, i.Stage, l.Title, l.Address, l.PublishedOn)).ToListAsync(stop);
        var forwarded = await db.ForwardedInterpretations.AsNoTracking().SingleOrDefaultAsync(f => f.PolicyId == disclosureId && f.IsPublic, stop);
        var explaining = (await LinesAsync([disclosureId], stop)).GetValueOrDefault(disclosureId);
        return new InterpretationBlock(
            [.. material.OrderBy(m => m.Form).ThenBy(m => m.PublishedOn).ThenBy(m => m.Address, StringComparer.Ordinal)], forwarded,
            explaining is null ? await owed.FindAsync(disclosureId, stop) : null, explaining);
    }

    /// <summary>Form, stage, interpreter and policies of some interpretations, by id.</summary>
    public async Task<IReadOnlyDictionary<Guid, ExplainingLine>> LinesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default)
    {
        if (ids.Count == 0) return new Dictionary<Guid, ExplainingLine>();
        var found = await db.PublicInterpretations.AsNoTracking().Include(i => i.Links).Where(i => ids.Contains(i.DisclosureId)).ToListAsync(stop);
        var policies = found.SelectMany(i => i.Links).Select(l => l.PolicyId).Distinct().ToList();
        var today = clock.Today;
        // A join, not a lookup in the projection: that would number all listings of the site first.
        var rows = policies.Count == 0 ? [] : await db.Disclosures.EverPublished().AsNoTracking().Where(d => policies.Contains(d.Id))
            .GroupJoin(db.Listings.OnDisplay(today), d => d.Id, l => l.DisclosureId, (d, listings) => new { d, listings })
            .SelectMany(x => x.listings.DefaultIfEmpty(), (x, l) => new { x.d.Id, x.d.Address, Listing = l }).ToListAsync(stop);
        var lines = rows.ToDictionary(r => r.Id, r => r.Listing is { } l
            ? new PolicyLine(r.Address!, l.Title, l.DocumentNumber, new ValidityDates(l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn).On(today, l.Genre))
            : new PolicyLine(r.Address!, null, "", Validity.NotApplicable));
        return found.ToDictionary(i => i.DisclosureId, i => new ExplainingLine(
            i.Form, i.Stage, i.Interpreter,
            [.. i.Links.Where(l => lines.ContainsKey(l.PolicyId)).Select(l => lines[l.PolicyId]).OrderBy(p => p.Address, StringComparer.Ordinal)]));
    }
}

/// <summary>What a page says about interpretation at its top.</summary>
/// <param name="Material">What explains this document, by form.</param>
/// <param name="Forwarded">The issuing level's interpretation of it.</param>
/// <param name="Owed">Its interpretation is owed.</param>
/// <param name="Explaining">This page is an interpretation: of what, by whom.</param>
public sealed record InterpretationBlock(IReadOnlyList<MaterialLine> Material, ForwardedInterpretation? Forwarded, OwedInterpretation? Owed, ExplainingLine? Explaining)
{
    /// <summary>There is nothing to say.</summary>
    public bool IsEmpty => Material.Count == 0 && Forwarded is null && Owed is null && Explaining is null;
}

/// <summary>An interpretation as its policy's page shows it.</summary>
public sealed record MaterialLine(InterpretationForm Form, PolicyStage Stage, string Title, string Address, DateOnly PublishedOn)
{
    /// <summary>Path of its page.</summary>
    public string Path => "/disclosures/" + Address;
}

/// <summary>What an interpretation explains and who does.</summary>
public sealed record ExplainingLine(InterpretationForm Form, PolicyStage Stage, Interpreter Interpreter, IReadOnlyList<PolicyLine> Policies);

/// <summary>A policy as its interpretation's page shows it.</summary>
/// <param name="Address">Last part of its address, which always answers.</param>
/// <param name="Title">Null when it is not public at this moment.</param>
/// <param name="DocumentNumber">Empty when there is none or it is not public.</param>
/// <param name="Validity">Its validity today, which the interpretation follows.</param>
public sealed record PolicyLine(string Address, string? Title, string DocumentNumber, Validity Validity)
{
    /// <summary>Path of its page.</summary>
    public string Path => "/disclosures/" + Address;

    /// <summary>What it explains holds no longer.</summary>
    public bool IsOver => Validity.IsOver();
}
