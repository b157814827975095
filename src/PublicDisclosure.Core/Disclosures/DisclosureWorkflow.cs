using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Interpretations;
using PublicDisclosure.Core.Responses;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// The steps between a draft and the public record. Each asks the guards and, where text goes forward, the checklist; the
/// entity asks again, so that a forgotten check cannot pass. Publishing itself is <see cref="DisclosurePublishing"/>, what closes
/// a public page <see cref="StandingWorkflow"/>.
/// </summary>
public sealed class DisclosureWorkflow(DisclosureDb db, DisclosureStore store, ChecklistRunner checklist, IOptions<ReviewOptions>? options = null)
{
    private readonly InterpretationGate _gate = new(db);

    private readonly ReviewOptions _options = options?.Value ?? new ReviewOptions();

    /// <summary>起草 → 待保密审查, with as many review steps as the organisation wants today.</summary>
    public async Task<Outcome> SubmitAsync(SubmitDisclosure command, CancellationToken stop = default)
    {
        var steps = await db.Disclosures.Where(d => d.Id == command.Id)
            .Join(db.Organisations, d => d.OrganisationId, o => o.Id, (_, o) => o.ReviewSteps).SingleOrDefaultAsync(stop);
        return await CheckedAsync(command.Id, command.SeenRevision, command.By, DisclosureAction.Submit, command.Reasons,
            (d, check, now) => d.Submit(check, now, command.By, command.Remark, steps), stop);
    }

    /// <summary>Back to 起草 at the clerk's own wish.</summary>
    public Task<Outcome> RecallAsync(RecallDisclosure command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.Recall), (d, now) => d.Recall(now, command.By, command.Remark), stop);

    /// <summary>Records the secrecy review and goes where its conclusion leads.</summary>
    public Task<Outcome> ReviewSecrecyAsync(ReviewSecrecy command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "ReviewSecrecy",
        (d, now) => d.ReviewSecrecy(command.Conclusion, command.Remark, now, command.By), stop);

    /// <summary>Back to the clerk with a reason.</summary>
    public Task<Outcome> ReturnAsync(ReturnDisclosure command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.Return), (d, now) => d.Return(command.Reason, now, command.By), stop);

    /// <summary>待复审 → 待审签</summary>
    public Task<Outcome> PassSecondReviewAsync(PassDisclosureSecondReview command, CancellationToken stop = default) =>
        CheckedAsync(command.Id, command.SeenRevision, command.By, DisclosureAction.PassSecondReview, command.Reasons,
            (d, check, now) => d.PassSecondReview(check, now, command.By, command.Remark, command.Paper), stop);

    /// <summary>The disclosure office on a policy file that is not to be public; the state stays.</summary>
    public Task<Outcome> GiveOpinionAsync(GiveOfficeOpinion command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.GiveOpinion),
        (d, now) => d.GiveOpinion(command.Agrees, command.Words, now, command.By), stop);

    /// <summary>
    /// 待审签 → 待发布. The material that interprets a policy is signed off in the same step and the same save (同步审签): all that
    /// waits for it with its own review passed, and only if the approver has seen each piece of it.
    /// </summary>
    public Task<Outcome> ApproveAsync(ApproveDisclosure command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.Approve), async (disclosure, now) =>
        {
            var material = await _gate.CompanionsAsync(disclosure.Id, ChecklistMoment.Approval, stop);
            if (material.Count > 0 && command.SeenMaterial is null) return Outcome.Refused("Interpretation.MaterialNotSeen");
            if (!material.Select(m => (m.Id, m.Revision)).ToHashSet().SetEquals((command.SeenMaterial ?? new Dictionary<Guid, int>()).Select(s => (s.Key, s.Value))))
                return Outcome.EditedMeanwhile;
            Guid[] together = [disclosure.Id, .. material.Select(m => m.Id)];
            disclosure.ExplainWarnings(command.Reasons, now, command.By, atApproval: true);
            var refusals = new List<Refusal>();
            foreach (var id in together)
            {
                var one = id == disclosure.Id ? disclosure : (await store.FindAsync(id, stop))!;
                var check = await checklist.CheckAsync(one, ChecklistMoment.Approval, together, stop);
                IReadOnlyList<Refusal> found = [.. DisclosureGuards.Check(one, DisclosureAction.Approve, command.By), .. check.Blocking];
                if (found.Count > 0) refusals.AddRange(one == disclosure ? found : InterpretationRelease.About(one, found));
                else one.Approve(check, now, command.By, command.Remark, command.Paper);
                if (one == disclosure || found.Count > 0) continue;
                await store.Dues.FollowAsync(one, now, stop);
                db.Add(AuditEntry.Record(now, command.By, "Disclosure.Approve", one.OrganisationId, one.Id, one.Text.Title, disclosure.Text.Title));
            }

            return refusals.Count > 0 ? Outcome.Refused(refusals) : Outcome.Done;
        }, stop);

    /// <summary>
    /// Sets the time from which the job publishes it. Material of a policy that is not public yet has no time of its own: that of the
    /// policy carries it.
    /// </summary>
    public Task<Outcome> ScheduleAsync(ScheduleDisclosure command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.Schedule), async (d, now) =>
        {
            var facts = await _gate.FactsAsync(d, null, ChecklistMoment.Publication, [], stop);
            if (facts.PoliciesBehind.Count > 0) return Outcome.Refused([.. facts.PoliciesBehind.Select(title => new Refusal("Checklist.InterpretationPolicyBehind", null, title))]);
            d.Schedule(command.At, now, command.By);
            return Outcome.Done;
        }, stop);

    /// <summary>待审签 → 不公开归档</summary>
    public Task<Outcome> FileAsync(FileDisclosure command, CancellationToken stop = default) =>
        CheckedAsync(command.Id, command.SeenRevision, command.By, DisclosureAction.File, command.Reasons,
            (d, check, now) => d.File(check, now, command.By, command.Remark, BusinessClock.BeijingDate(now).AddMonths(_options.ReexaminationMonths)), stop);

    /// <summary>Opens the published text for a correction or an update.</summary>
    public Task<Outcome> BeginCorrectionAsync(BeginDisclosureCorrection command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.BeginCorrection),
        (d, now) => d.BeginCorrection(command.Kind, command.Reason, now, command.By, command.ChangedOn, command.ClosesFormer), stop);

    /// <summary>Drops the correction; the working copy is the public version again.</summary>
    public Task<Outcome> AbandonCorrectionAsync(AbandonDisclosureCorrection command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.AbandonCorrection), async (d, now) =>
        {
            var refusals = DisclosureGuards.Check(d, DisclosureAction.AbandonCorrection, command.By);
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            var current = await db.Versions.Include(v => v.Attachments).Include(v => v.Replacements)
                .SingleAsync(v => v.DisclosureId == d.Id && v.Number == d.CurrentVersion, stop);
            d.AbandonCorrection(current, now, command.By);
            await ResponsesInForce.RevertAsync(db, d, stop);
            return Outcome.Done;
        }, stop);

    private Task<Outcome> CheckedAsync(
        Guid id, int seenRevision, Guid by, DisclosureAction action, IReadOnlyDictionary<string, string>? reasons, Action<Disclosure, ChecklistResult, DateTime> act, CancellationToken stop) =>
        store.ChangeAsync(id, seenRevision, by, action.ToString(), async (disclosure, now) =>
        {
            disclosure.ExplainWarnings(reasons, now, by);
            var check = await checklist.CheckAsync(disclosure, stop);
            var blocking = action is DisclosureAction.Submit or DisclosureAction.PassSecondReview ? check.BlockingAtSubmission : check.Blocking;
            IReadOnlyList<Refusal> refusals = [.. DisclosureGuards.Check(disclosure, action, by), .. blocking];
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            act(disclosure, check, now);
            return Outcome.Done;
        }, stop);
}
