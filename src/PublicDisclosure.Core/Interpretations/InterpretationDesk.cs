using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Interpretations;

/// <summary>Drafts an interpretation of a policy in one form.</summary>
/// <param name="PolicyId">The policy's disclosure.</param>
/// <param name="Form">Its form.</param>
/// <param name="Stage">At which stage of the policy it explains.</param>
/// <param name="By">Who drafts.</param>
/// <param name="NewId">Id given out with the form, so that a form sent twice makes one draft; null makes a new one.</param>
public sealed record DraftInterpretation(Guid PolicyId, InterpretationForm Form, PolicyStage Stage, Guid By, Guid? NewId = null);

/// <summary>Says who explains, at which stage, and which policies.</summary>
public sealed record DescribeInterpretation(Guid Id, int SeenRevision, PolicyStage Stage, Interpreter Interpreter, IReadOnlyList<Guid> Policies, Guid By);

/// <summary>Makes or changes the plan of a policy; <paramref name="SeenRevision"/> is the plan's, 0 where there was none.</summary>
public sealed record PlanInterpretation(Guid PolicyId, int SeenRevision, PlanText Text, Interpreter Interpreter, bool IsHead, Guid By);

/// <summary>Lets a policy out without its interpretation, for a reason the public reads.</summary>
public sealed record WaiveInterpretation(Guid PolicyId, int SeenRevision, string Reason, Guid By);

/// <summary>Names the issuing level's interpretation; null takes it off.</summary>
public sealed record ForwardInterpretation(Guid PolicyId, int SeenRevision, ForwardedWords? Words, Guid By);

/// <summary>
/// Plans and drafts the interpretation of policies. What it drafts are disclosures, which are written, reviewed and published
/// like all others. Whether the person may do it in the organisation is asked by the page.
/// </summary>
public sealed class InterpretationDesk(
    DisclosureDb db, DisclosureStore store, BusinessClock clock, StaffAuthority authority, IOptions<InterpretationOptions> options)
{
    /// <summary>What the audit log calls these acts.</summary>
    public static IReadOnlyList<string> Acts { get; } = ["Interpretation.Draft", "Disclosure.DescribeInterpretation", "InterpretationPlan.Make", "InterpretationPlan.Change", "InterpretationWaiver.Grant", "Disclosure.ForwardInterpretation"];

    /// <summary>Starts the draft of an interpretation, filled in from policy and plan as far as they tell, and tells its id.</summary>
    public async Task<OutcomeOf<Guid>> DraftAsync(DraftInterpretation command, CancellationToken stop = default)
    {
        if (command.NewId is { } sent && await db.Interpretations.AnyAsync(i => i.DisclosureId == sent && i.CreatedBy == command.By, stop)) return sent;
        var policy = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == command.PolicyId, stop);
        if (policy is null) return Outcome.NotFound;
        if (CheckPolicy(policy, policy.OrganisationId) is { } refusal) return Outcome.Refused(refusal);
        var plan = await db.InterpretationPlans.AsNoTracking().SingleOrDefaultAsync(p => p.PolicyId == policy.Id, stop);
        var now = clock.Now;
        var text = InterpretationDraft.Of(policy.Text, command.Form);
        var draft = Disclosure.Create(command.NewId ?? Guid.CreateVersion7(now), policy.OrganisationId, text, now, command.By, policy.IsDemo);
        db.Add(draft);
        db.Add(Interpretation.Of(draft, command.Form, command.Stage, plan?.Interpreter ?? new Interpreter(), [policy.Id], now, command.By));
        await store.Dues.FollowAsync(draft, now, stop);
        db.Add(AuditEntry.Record(now, command.By, "Interpretation.Draft", draft.OrganisationId, draft.Id, draft.Text.Title, policy.Text.Title));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            // Both sendings at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            if (!await db.Interpretations.AnyAsync(i => i.DisclosureId == draft.Id && i.CreatedBy == command.By, stop)) throw;
        }

        return draft.Id;
    }

    /// <summary>Says anew who explains and which policies; the interpretation must be a draft.</summary>
    public Task<Outcome> DescribeAsync(DescribeInterpretation command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "DescribeInterpretation", async (disclosure, now) =>
        {
            var interpretation = await db.Interpretations.Include(i => i.Links).SingleOrDefaultAsync(i => i.DisclosureId == disclosure.Id, stop);
            if (interpretation is null) return Outcome.NotFound;
            var added = command.Policies.Except(interpretation.Links.Select(l => l.PolicyId)).ToList();
            var policies = await db.Disclosures.AsNoTracking().Where(d => added.Contains(d.Id)).ToListAsync(stop);
            if (policies.Count < added.Count) return Outcome.Refused("Interpretation.PolicyUnknown", "Policies");
            if (policies.Select(p => CheckPolicy(p, disclosure.OrganisationId)).OfType<Refusal>().ToList() is { Count: > 0 } refusals) return Outcome.Refused(refusals);
            interpretation.Describe(disclosure, command.Stage, command.Interpreter, now, command.By);
            interpretation.Explain(disclosure, command.Policies, now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>Makes the plan of a policy, or changes it. It can be changed for as long as the policy is not public.</summary>
    public async Task<Outcome> PlanAsync(PlanInterpretation command, CancellationToken stop = default)
    {
        var policy = await db.Disclosures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == command.PolicyId, stop);
        if (policy is null) return Outcome.NotFound;
        if (policy.Text.Genre == DisclosureGenre.Interpretation) return Outcome.Refused("Interpretation.PolicyIsInterpretation");
        if (policy.State is DisclosureState.Withdrawn or DisclosureState.Filed) return Outcome.Refused("InterpretationPlan.PolicyIsClosed");
        var plan = await db.InterpretationPlans.SingleOrDefaultAsync(p => p.PolicyId == policy.Id, stop);
        if ((plan?.Revision ?? 0) != command.SeenRevision) return Outcome.EditedMeanwhile;
        var now = clock.Now;
        return await db.ActAndSaveAsync(() =>
        {
            if (plan is null) db.Add(InterpretationPlan.Make(policy.Id, command.Text, command.Interpreter, command.IsHead, options.Value.Least, now, command.By));
            else plan.Change(command.Text, command.Interpreter, command.IsHead, options.Value.Least, now, command.By);
            db.Add(AuditEntry.Record(now, command.By, plan is null ? "InterpretationPlan.Make" : "InterpretationPlan.Change", policy.OrganisationId, policy.Id, policy.Text.Title));
        }, stop);
    }

    /// <summary>
    /// Lets a policy go out without its interpretation in an emergency. Only the disclosure office may, and its right is read from
    /// the database at the moment of the act, whatever the page believed.
    /// </summary>
    public async Task<Outcome> WaiveAsync(WaiveInterpretation command, CancellationToken stop = default)
    {
        var policy = await db.Disclosures.SingleOrDefaultAsync(d => d.Id == command.PolicyId, stop);
        if (policy is null || !(await authority.RightsOfAsync(command.By, stop)).Has(Permission.InterpretationsWaive, policy.OrganisationId)) return Outcome.NotFound;
        if (policy.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        if (policy.CurrentVersion > 0) return Outcome.Refused("InterpretationWaiver.AlreadyPublic");
        if (!options.Value.Asks(policy.Text)) return Outcome.Refused("InterpretationWaiver.NotAsked");
        if (await db.InterpretationWaivers.AnyAsync(w => w.PolicyId == policy.Id, stop)) return Outcome.Refused("InterpretationWaiver.AlreadyGranted");
        var now = clock.Now;
        return await db.ActAndSaveAsync(() =>
        {
            db.Add(InterpretationWaiver.Grant(policy.Id, command.Reason, now, command.By));
            db.Add(AuditEntry.Record(now, command.By, "InterpretationWaiver.Grant", policy.OrganisationId, policy.Id, policy.Text.Title, command.Reason.Trim()));
        }, stop);
    }

    /// <summary>Names the issuing level's interpretation of a policy that is forwarded, or with null takes it off; the policy must be a draft.</summary>
    public Task<Outcome> ForwardAsync(ForwardInterpretation command, CancellationToken stop = default) => store.ChangeAsync(
        command.PolicyId, command.SeenRevision, command.By, "ForwardInterpretation", async (policy, now) =>
        {
            if (policy.Text.Genre == DisclosureGenre.Interpretation) return Outcome.Refused("Interpretation.PolicyIsInterpretation");
            var former = await db.ForwardedInterpretations.SingleOrDefaultAsync(f => f.PolicyId == policy.Id && !f.IsPublic, stop);
            if (command.Words is null)
            {
                if (former is null) return Outcome.Done;
                policy.NoteInterpretationChange(now, command.By);
                db.Remove(former);
                return Outcome.Done;
            }

            var named = ForwardedInterpretation.Name(policy, command.Words, options.Value.Hosts, now, command.By);
            if (former is null) db.Add(named);
            else db.Entry(former).CurrentValues.SetValues(named);
            return Outcome.Done;
        }, stop);

    /// <summary>
    /// Why this cannot be a policy that an interpretation of the organisation belongs to. What is not public yet is known to its own
    /// organisation alone.
    /// </summary>
    private static Refusal? CheckPolicy(Disclosure policy, Guid organisationId) =>
        policy.Text.Genre == DisclosureGenre.Interpretation ? new Refusal("Interpretation.PolicyIsInterpretation", "Policies")
        : policy.State is DisclosureState.Withdrawn or DisclosureState.Filed ? new Refusal("Interpretation.PolicyIsClosed", "Policies", policy.Text.Title)
        : policy.OrganisationId != organisationId && policy.Standing != PublicStanding.Public ? new Refusal("Interpretation.PolicyUnknown", "Policies")
        : null;
}
