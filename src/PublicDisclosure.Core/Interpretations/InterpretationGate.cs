using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>
/// Tells the checklist, workflow and publication what belongs together: which material a policy has and how far it is, and
/// whether an interpretation's policies are there. All doors ask it through the checklist.
/// </summary>
public sealed class InterpretationGate(DisclosureDb db, IOptions<InterpretationOptions>? options = null)
{
    private readonly InterpretationOptions _options = options?.Value ?? new InterpretationOptions();

    /// <summary>The step that the checklist is asked for when nobody says another: the next one of the state.</summary>
    public static ChecklistMoment NextOf(DisclosureState state) => state switch
    {
        DisclosureState.AwaitingApproval => ChecklistMoment.Approval,
        DisclosureState.AwaitingPublication => ChecklistMoment.Publication,
        _ => ChecklistMoment.Submission,
    };

    /// <summary>The facts for a step.</summary>
    /// <param name="disclosure">The policy, the interpretation, or what is neither.</param>
    /// <param name="published">The text that is public; null without one.</param>
    /// <param name="moment">The step.</param>
    /// <param name="together">Disclosures that take the step in the same save.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<InterpretationFacts> FactsAsync(
        Disclosure disclosure, DisclosureText? published, ChecklistMoment moment, IReadOnlyCollection<Guid> together, CancellationToken stop = default)
    {
        var own = await db.Interpretations.AsNoTracking().Include(i => i.Links).SingleOrDefaultAsync(i => i.DisclosureId == disclosure.Id, stop);
        if (own is not null) return await OfInterpretationAsync(own, moment, together, stop);
        if (!IsGateBefore(disclosure, published)) return new InterpretationFacts { Moment = moment, IsRequired = _options.Asks(disclosure.Text) };
        return new InterpretationFacts
        {
            Moment = moment,
            IsRequired = true,
            IsAsked = true,
            Least = _options.Least,
            HasPlan = await db.InterpretationPlans.AnyAsync(p => p.PolicyId == disclosure.Id, stop),
            IsWaived = await db.InterpretationWaivers.AnyAsync(w => w.PolicyId == disclosure.Id, stop),
            IsForwarded = await db.ForwardedInterpretations.AnyAsync(f => f.PolicyId == disclosure.Id && !f.IsPublic, stop),
            Ready = [.. (await MaterialAsync(disclosure.Id, stop)).Where(m => m.IsPublic || m.MayTake(moment)).Select(m => m.Form)],
        };
    }

    /// <summary>Whether the gate stands before the next publication: it has to be interpreted, and what is public had not to be.</summary>
    public bool IsGateBefore(Disclosure disclosure, DisclosureText? published) =>
        _options.Asks(disclosure.Text) && (published is null || !_options.Asks(published));

    /// <summary>The material of a policy that is not in the bin, by form.</summary>
    public async Task<IReadOnlyList<MaterialOfPolicy>> MaterialAsync(Guid policyId, CancellationToken stop = default)
    {
        var rows = await db.InterpretationLinks.AsNoTracking().Where(l => l.PolicyId == policyId)
            .Join(db.Interpretations, l => l.InterpretationId, i => i.DisclosureId, (_, i) => i)
            .Join(db.Disclosures, i => i.DisclosureId, d => d.Id, (i, d) => new
            {
                d.Id,
                i.Form,
                d.Text.Title,
                d.State,
                d.Revision,
                d.Address,
                d.TextRevision,
                d.ApprovedTextRevision,
                IsPublic = db.Listings.Any(p => p.DisclosureId == d.Id),
                ReviewedRevision = d.Reviews.OrderByDescending(r => r.Step).Select(r => (int?)r.TextRevision).FirstOrDefault(),
                Conclusion = d.Reviews.OrderByDescending(r => r.Step).Select(r => (SecrecyConclusion?)r.Conclusion).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. rows.OrderBy(r => r.Form).ThenBy(r => r.Id).Select(r => new MaterialOfPolicy(
            r.Id, r.Form, r.Title, r.State, r.Revision, r.Address, r.IsPublic,
            r.ReviewedRevision == r.TextRevision && r.Conclusion == SecrecyConclusion.MayPublish,
            r.ApprovedTextRevision == r.TextRevision))];
    }

    /// <summary>Material that is signed off, or goes out, in the same save as its policy.</summary>
    public async Task<IReadOnlyList<MaterialOfPolicy>> CompanionsAsync(Guid policyId, ChecklistMoment moment, CancellationToken stop = default) =>
        [.. (await MaterialAsync(policyId, stop)).Where(m => m.GoesAlong(moment))];

    private async Task<InterpretationFacts> OfInterpretationAsync(
        Interpretation own, ChecklistMoment moment, IReadOnlyCollection<Guid> together, CancellationToken stop)
    {
        var ids = own.Links.Select(l => l.PolicyId).ToList();
        var policies = await db.Disclosures.IgnoreQueryFilters().AsNoTracking().Where(d => ids.Contains(d.Id)).OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.Text.Title, d.State, d.CurrentVersion, d.DiscardedAt, IsPublic = db.Listings.Any(l => l.DisclosureId == d.Id) }).ToListAsync(stop);
        var closed = policies.Where(p => !p.IsPublic && (p.CurrentVersion > 0 || p.DiscardedAt is not null || p.State == DisclosureState.Filed)).ToList();
        var behind = policies.Except(closed).Where(p => !p.IsPublic && !together.Contains(p.Id)
            && (moment != ChecklistMoment.Approval || p.State != DisclosureState.AwaitingPublication));
        return new InterpretationFacts
        {
            Moment = moment,
            Form = own.Form,
            Interpreter = own.Interpreter,
            Policies = ids.Count,
            // What comes back into the public in the same save was closed until then.
            ClosedPolicies = [.. closed.Where(p => !together.Contains(p.Id)).Select(p => p.Title)],
            PoliciesBehind = [.. behind.Select(p => p.Title)],
        };
    }
}

/// <summary>One piece of a policy's material and how far it is.</summary>
/// <param name="Id">Its disclosure.</param>
/// <param name="Form">Its form.</param>
/// <param name="Title">Title of the working copy.</param>
/// <param name="State">Where the working copy stands.</param>
/// <param name="Revision">What an approver has to have seen.</param>
/// <param name="Address">Last part of its public address; null before its first publication.</param>
/// <param name="IsPublic">A version can be read at this moment.</param>
/// <param name="IsReviewed">The secrecy review passed the text as it stands.</param>
/// <param name="IsApproved">The text as it stands was signed off.</param>
public sealed record MaterialOfPolicy(
    Guid Id, InterpretationForm Form, string Title, DisclosureState State, int Revision, string? Address, bool IsPublic, bool IsReviewed, bool IsApproved)
{
    /// <summary>Whether it counts as ready for the step.</summary>
    public bool MayTake(ChecklistMoment moment) => IsSigned || GoesAlong(moment);

    /// <summary>Whether it takes the step in the same save as its policy.</summary>
    public bool GoesAlong(ChecklistMoment moment) => moment switch
    {
        ChecklistMoment.Approval => State == DisclosureState.AwaitingApproval && IsReviewed,
        ChecklistMoment.Publication => IsSigned,
        ChecklistMoment.ForcedPublication => IsSigned || (State is DisclosureState.AwaitingApproval or DisclosureState.AwaitingSecondReview && IsReviewed),
        _ => false,
    };

    private bool IsSigned => State == DisclosureState.AwaitingPublication && IsReviewed && IsApproved;
}
