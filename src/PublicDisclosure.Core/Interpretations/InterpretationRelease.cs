using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// What a publication does to interpretation, in the publishing transaction: freezes which policies an interpretation explains, shows
/// what the issuing level published, begins the debt of a policy that went out without, and settles the debts that are paid by now.
/// </summary>
public sealed class InterpretationRelease(DisclosureDb db, IOptions<InterpretationOptions>? options = null)
{
    private readonly InterpretationOptions _options = options?.Value ?? new InterpretationOptions();

    /// <summary>Reasons that lie in a piece of material, under its title: whoever acts on the policy must know where to look.</summary>
    public static IEnumerable<Refusal> About(Disclosure material, IEnumerable<Refusal> refusals) =>
        [new Refusal("Interpretation.MaterialBlocked", null, material.Text.Title), .. refusals.Select(r => r with { Field = null })];

    /// <summary>Records it for what is going out together. Nothing is saved here.</summary>
    public async Task RecordAsync(IReadOnlyList<Disclosure> released, DateTime now, CancellationToken stop)
    {
        var explained = new List<(Guid Policy, InterpretationForm Form)>();
        foreach (var one in released.Where(d => d.Text.Genre == DisclosureGenre.Interpretation)) explained.AddRange(await FreezeAsync(one.Id, stop));
        foreach (var policy in released.Where(d => d.Text.Genre != DisclosureGenre.Interpretation))
        {
            await ForwardAsync(policy.Id, stop);
            if (policy.CurrentVersion == 1 && await db.InterpretationWaivers.FindAsync([policy.Id], stop) is { } waiver)
                waiver.BeginDebt(BusinessClock.BeijingDate(now), _options.DebtWorkingDays);
        }

        foreach (var policy in released.Select(d => d.Id).Concat(explained.Select(e => e.Policy)).Distinct()) await SettleAsync(policy, explained, released, now, stop);
    }

    private async Task<IEnumerable<(Guid Policy, InterpretationForm Form)>> FreezeAsync(Guid id, CancellationToken stop)
    {
        var working = await db.Interpretations.AsNoTracking().Include(i => i.Links).SingleAsync(i => i.DisclosureId == id, stop);
        if (await db.PublicInterpretations.Include(i => i.Links).SingleOrDefaultAsync(i => i.DisclosureId == id, stop) is { } frozen) frozen.Freeze(working);
        else db.Add(PublicInterpretation.Of(working));
        return working.Links.Select(l => (l.PolicyId, working.Form));
    }

    private async Task ForwardAsync(Guid policyId, CancellationToken stop)
    {
        var rows = await db.ForwardedInterpretations.Where(f => f.PolicyId == policyId).ToListAsync(stop);
        if (rows.Find(r => !r.IsPublic) is not { } working)
        {
            db.RemoveRange(rows);
            return;
        }

        var next = working.Published();
        if (rows.Find(r => r.IsPublic) is { } former) db.Entry(former).CurrentValues.SetValues(next);
        else db.Add(next);
    }

    private async Task SettleAsync(
        Guid policyId, List<(Guid Policy, InterpretationForm Form)> explained, IReadOnlyList<Disclosure> released, DateTime now, CancellationToken stop)
    {
        if (await db.InterpretationWaivers.FindAsync([policyId], stop) is not { SettledAt: null } waiver) return;
        var outgoing = released.Select(d => d.Id).ToList();
        var before = await db.PublicInterpretationLinks.AsNoTracking().Where(l => l.PolicyId == policyId && !outgoing.Contains(l.InterpretationId))
            .Where(l => db.Listings.Any(p => p.DisclosureId == l.InterpretationId))
            .Join(db.PublicInterpretations, l => l.InterpretationId, i => i.DisclosureId, (_, i) => i.Form).ToListAsync(stop);
        var isForwarded = db.ForwardedInterpretations.Local.Any(f => f.PolicyId == policyId && f.IsPublic)
            || await db.ForwardedInterpretations.AnyAsync(f => f.PolicyId == policyId && f.IsPublic, stop);
        if (isForwarded || _options.Least.IsMetBy(before.Concat(explained.Where(e => e.Policy == policyId).Select(e => e.Form)))) waiver.Settle(now);
    }
}
