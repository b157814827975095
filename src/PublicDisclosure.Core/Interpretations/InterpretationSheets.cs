using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>Everything staff see about the interpretation of one policy.</summary>
/// <param name="IsAsked">It has to be interpreted.</param>
/// <param name="Least">By how much material.</param>
/// <param name="Plan">The plan; null before it is made.</param>
/// <param name="Material">Its material and how far each is.</param>
/// <param name="Waiver">The office's exception; null for most.</param>
/// <param name="Forwarded">The issuing level's interpretation, as the working copy names it.</param>
public sealed record InterpretationSheet(
    bool IsAsked, LeastForms Least, InterpretationPlan? Plan, IReadOnlyList<MaterialOfPolicy> Material, InterpretationWaiver? Waiver, ForwardedInterpretation? Forwarded);

/// <summary>A policy that an interpretation may belong to.</summary>
public sealed record PolicyChoice(Guid Id, string Title, string DocumentNumber, DisclosureState State, bool IsPublic);

/// <summary>What the staff pages around interpretation read.</summary>
public sealed class InterpretationSheets(DisclosureDb db, InterpretationGate gate, IOptions<InterpretationOptions> options)
{
    /// <summary>Longest words to look for.</summary>
    public const int LongestWords = 100;

    private const int MostFound = 20;

    /// <summary>The sheet of a policy.</summary>
    public async Task<InterpretationSheet> OfAsync(Disclosure policy, CancellationToken stop = default) => new(
        options.Value.Asks(policy.Text), options.Value.Least,
        await db.InterpretationPlans.AsNoTracking().SingleOrDefaultAsync(p => p.PolicyId == policy.Id, stop),
        await gate.MaterialAsync(policy.Id, stop),
        await db.InterpretationWaivers.AsNoTracking().SingleOrDefaultAsync(w => w.PolicyId == policy.Id, stop),
        await db.ForwardedInterpretations.AsNoTracking().SingleOrDefaultAsync(f => f.PolicyId == policy.Id && !f.IsPublic, stop));

    /// <summary>What stands beside the text of an interpretation; null for everything else.</summary>
    public Task<Interpretation?> FindAsync(Guid id, CancellationToken stop = default) =>
        db.Interpretations.AsNoTracking().Include(i => i.Links).SingleOrDefaultAsync(i => i.DisclosureId == id, stop);

    /// <summary>Some policies, by title.</summary>
    public async Task<IReadOnlyList<PolicyChoice>> PoliciesAsync(IReadOnlyCollection<Guid> ids, CancellationToken stop = default) =>
        await Choices(db.Disclosures.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Text.Title).ThenBy(d => d.Id)).ToListAsync(stop);

    /// <summary>Policies to choose: the organisation's own, and those of others that are public. Words stand in title or document number.</summary>
    public async Task<IReadOnlyList<PolicyChoice>> SearchAsync(Guid organisationId, string words, CancellationToken stop = default)
    {
        var rows = db.Disclosures.Where(d => d.Text.Genre != DisclosureGenre.Interpretation && d.State != DisclosureState.Withdrawn && d.State != DisclosureState.Filed)
            .Where(d => d.OrganisationId == organisationId || db.Listings.Any(l => l.DisclosureId == d.Id));
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5))
            rows = rows.Where(d => d.Text.Title.Contains(word) || d.DraftDocumentNumber.Contains(word));
        return await Choices(rows.OrderByDescending(d => d.ChangedAt).Take(MostFound)).ToListAsync(stop);
    }

    private IQueryable<PolicyChoice> Choices(IQueryable<Disclosure> rows) =>
        rows.AsNoTracking().Select(d => new PolicyChoice(d.Id, d.Text.Title, d.DraftDocumentNumber, d.State, db.Listings.Any(l => l.DisclosureId == d.Id)));
}
