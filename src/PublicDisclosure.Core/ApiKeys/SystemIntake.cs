using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.ApiKeys;

/// <summary>
/// Takes in what business systems send. It makes and fills drafts by the same steps as the edit form (<see cref="DraftSaver"/>) and
/// can do nothing else: handing in, review, approval and publication are people's.
/// </summary>
public sealed class SystemIntake(DisclosureDb db, DraftSaver saver, DutyItems items, BusinessClock clock)
{
    /// <summary>Takes in a registration or a draft, once.</summary>
    public async Task<OutcomeOf<ArrivalReceipt>> TakeAsync(Arriving sent, CancellationToken stop = default)
    {
        if (await AnsweredAsync(sent, stop) is { } before) return before;
        try
        {
            var taken = sent.FormedRecordId is { } id ? await FillAsync(sent, id, stop) : await StartAsync(sent, stop);
            // What stands in the way may be the same request, answered since it was first looked for.
            return taken.IsDone ? taken : await AnsweredAsync(sent, stop) ?? taken;
        }
        catch (DbUpdateException)
        {
            // The same request, or the same number, at the same moment: the other one was quicker.
            db.ChangeTracker.Clear();
            if (await AnsweredAsync(sent, stop) is { } meanwhile) return meanwhile;
            if (await TakenAsync(sent, stop) is { } reference) return reference;
            throw;
        }
    }

    private async Task<OutcomeOf<ArrivalReceipt>> StartAsync(Arriving sent, CancellationToken stop)
    {
        // Whoever writes a program wants to know everything that is wrong with it, not one thing after the other.
        var refusals = sent.Check().ToList();
        if (refusals.All(r => r.Field != Arriving.ReferenceField) && await TakenAsync(sent, stop) is { } taken) return taken;
        var chosen = sent.Items is { Count: > 0 } ? await ChooseAsync(sent, stop) : new OutcomeOf<IReadOnlyList<ItemChoice>>(Outcome.Done, []);
        refusals.AddRange(chosen.Refusals);
        var proposal = chosen.Value is { Count: > 0 } choices ? await items.ProposeAsync(sent.Key.OrganisationId, choices[0].ItemCode, stop: stop) : null;
        var text = sent.Write(proposal ?? new DisclosureText());
        refusals.AddRange(sent.Check(text, clock.Today));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var saved = await saver.CreateAsync(
            new CreateDisclosure(sent.Key.OrganisationId, text, chosen.Value!, sent.Key.ResponsibleId), null, sent.Files, (draft, now) => Note(sent, draft, now), stop);
        return saved.IsDone ? new ArrivalReceipt(saved.Value!.Id, false) : saved.Outcome;
    }

    private async Task<OutcomeOf<ArrivalReceipt>> FillAsync(Arriving sent, Guid id, CancellationToken stop)
    {
        var refusals = sent.Check().ToList();
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var draft = await db.Disclosures.AsNoTracking().Include(d => d.Arrival).Include(d => d.Items)
            .SingleOrDefaultAsync(d => d.Id == id && d.Arrival!.OrganisationId == sent.Key.OrganisationId && d.Arrival.SystemName == sent.Key.SystemName && d.Arrival.RegisteredAt != null, stop);
        if (draft?.Arrival is not { } arrival) return new Refusal("Arrival.FormedRecordUnknown", "FormedRecordId");
        if (arrival.ExternalReference != sent.ExternalReference) return new Refusal("Arrival.ReferenceDiffers", "ExternalReference", arrival.ExternalReference);
        // A person at work on it has the last word; the system must not write under the hand.
        if (arrival.DraftedAt is not null || draft.Revision != arrival.Revision || draft.State != DisclosureState.Draft) return new Refusal("Arrival.TakenUp", "FormedRecordId");
        IReadOnlyList<ItemChoice> choices = [.. draft.Items.OrderBy(i => i.SortOrder).Select(i => new ItemChoice(i.ItemCode, i.Elements))];
        if (sent.Items is not null)
        {
            var chosen = await ChooseAsync(sent, stop);
            refusals.AddRange(chosen.Refusals);
            choices = chosen.Value ?? choices;
        }

        var text = sent.Write(draft.Text);
        // The clock that the registration started is not turned back or on by the text that follows.
        if (text.FormedOn != draft.Text.FormedOn) return new Refusal("Arrival.FormedOnDiffers", "FormedOn", draft.Text.FormedOn!.Value);
        refusals.AddRange(sent.Check(text, clock.Today));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var saved = await saver.SaveAsync(
            new SaveDraft(id, arrival.Revision, text, choices, null, sent.Files, null, false, sent.Key.ResponsibleId), (filled, now) => Note(sent, filled, now), stop);
        if (saved.Outcome.Kind == OutcomeKind.EditedMeanwhile) return new Refusal("Arrival.TakenUp", "FormedRecordId");
        return saved.IsDone ? new ArrivalReceipt(id, false) : saved.Outcome;
    }

    // Everything that says where it came from goes into the save that makes it.
    private void Note(Arriving sent, Disclosure draft, DateTime now)
    {
        draft.NoteArrival(sent.Key, sent.ExternalReference, sent.IsRegistration, now);
        db.Add(new KeptAnswer(sent.Key.KeyId, sent.IdempotencyKey, sent.RequestHash, draft.Id, now));
        db.Add(AuditEntry.Record(
            now, sent.Key.ResponsibleId, sent.IsRegistration ? ApiKeyActs.Register : ApiKeyActs.Draft, draft.OrganisationId, draft.Id, draft.Text.Title,
            $"{sent.Key.SystemName}，编号 {sent.ExternalReference}，密钥 {sent.Key.Prefix}…"));
    }

    private async Task<OutcomeOf<ArrivalReceipt>?> AnsweredAsync(Arriving sent, CancellationToken stop)
    {
        var kept = await db.KeptAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.KeyId == sent.Key.KeyId && a.IdempotencyKey == sent.IdempotencyKey, stop);
        if (kept is null) return null;
        return kept.RequestHash == sent.RequestHash ? new ArrivalReceipt(kept.DisclosureId, true) : new Refusal("Arrival.IdempotencyKeyReused");
    }

    private async Task<Refusal?> TakenAsync(Arriving sent, CancellationToken stop)
    {
        var id = await db.Arrivals.AsNoTracking()
            .Where(a => a.OrganisationId == sent.Key.OrganisationId && a.SystemName == sent.Key.SystemName && a.ExternalReference == sent.ExternalReference)
            .Select(a => (Guid?)a.DisclosureId).SingleOrDefaultAsync(stop);
        return id is null || id == sent.FormedRecordId ? null : new Refusal("Arrival.ReferenceTaken", "ExternalReference", sent.ExternalReference, id.Value);
    }

    /// <summary>The items as a new draft has them on the edit form: every element ticked, for the clerk to check.</summary>
    private async Task<OutcomeOf<IReadOnlyList<ItemChoice>>> ChooseAsync(Arriving sent, CancellationToken stop)
    {
        var codes = sent.Items!.Distinct().ToList();
        if (codes.Count > ItemChoice.Most) return new Refusal("Disclosure.TooManyItems", sent.ItemField, ItemChoice.Most);
        var known = await items.FindAsync(sent.Key.OrganisationId, codes, stop);
        var missing = codes.Where(c => !known.ContainsKey(c)).Select(c => new Refusal("Arrival.ItemUnknown", sent.ItemField, ShortText.Start(c, Catalogue.StandardItem.CodeLength))).ToList();
        if (missing.Count > 0) return Outcome.Refused(missing);
        return new OutcomeOf<IReadOnlyList<ItemChoice>>(Outcome.Done, [.. codes.Select(c => new ItemChoice(c, string.Join('\n', DraftProposal.Elements(known[c].Text.Elements))))]);
    }
}
