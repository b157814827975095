using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Interpretations;

namespace PublicDisclosure.Core.SelfTest;

/// <summary>
/// Policies that are public and have to be interpreted, and are not: by too little material, or past the day until which the
/// disclosure office allowed it. A debt that still has time is no fault.
/// </summary>
public sealed class InterpretationPass(DisclosureDb db, OwedInterpretations owed, IOptions<InterpretationOptions> options) : SelfTestPass
{
    private const int Batch = 200;

    /// <inheritdoc/>
    public override IReadOnlyList<SelfTestIndicator> Indicators { get; } = [SelfTestIndicator.InterpretationMissing];

    /// <inheritdoc/>
    public override async Task<PassStep> StepAsync(Guid after, CancellationToken stop)
    {
        var genres = Enum.GetValues<DisclosureGenre>().Where(g => options.Value.Asks(new DisclosureText { Genre = g })).ToList();
        var policies = await db.Listings.AsNoTracking().Where(l => l.DisclosureId.CompareTo(after) > 0 && !l.IsImported)
            .Join(db.Versions, l => new { l.DisclosureId, Number = l.VersionNumber }, v => new { v.DisclosureId, v.Number }, (l, v) => new { l, v })
            .Where(p => genres.Contains(p.l.Genre) || (p.v.Text.Concerns != PublicConcerns.None && p.l.Genre != DisclosureGenre.Interpretation))
            .OrderBy(p => p.l.DisclosureId).Take(Batch)
            .Select(p => new { p.l.DisclosureId, p.l.OrganisationId, p.l.Title, p.l.Address, IsForwarded = db.ForwardedInterpretations.Any(f => f.PolicyId == p.l.DisclosureId && f.IsPublic) })
            .ToListAsync(stop);
        if (policies.Count == 0) return new PassStep([], 0, null);
        var ids = policies.Select(p => p.DisclosureId).ToList();
        var forms = (await db.PublicInterpretationLinks.AsNoTracking().Where(l => ids.Contains(l.PolicyId) && db.Listings.Any(p => p.DisclosureId == l.InterpretationId))
            .Join(db.PublicInterpretations, l => l.InterpretationId, i => i.DisclosureId, (l, i) => new { l.PolicyId, i.Form }).ToListAsync(stop)).ToLookup(l => l.PolicyId, l => l.Form);
        var debts = (await owed.ListAsync(stop)).ToDictionary(o => o.PolicyId);
        var faults = new List<FoundFault>();
        foreach (var policy in policies.Where(p => !p.IsForwarded && !options.Value.Least.IsMetBy(forms[p.DisclosureId])))
        {
            var subject = SelfTestSubject.Of(policy.DisclosureId, policy.Title, policy.Address);
            if (!debts.TryGetValue(policy.DisclosureId, out var debt))
                faults.Add(new FoundFault(SelfTestIndicator.InterpretationMissing, SelfTestFault.InterpretationNotThere, policy.OrganisationId, subject, "", options.Value.LeastForms.ToString(CultureInfo.InvariantCulture)));
            else if (debt.IsLate)
                faults.Add(new FoundFault(SelfTestIndicator.InterpretationMissing, SelfTestFault.InterpretationLate, policy.OrganisationId, subject, "", debt.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return new PassStep(faults, policies.Count, policies[^1].DisclosureId);
    }
}
