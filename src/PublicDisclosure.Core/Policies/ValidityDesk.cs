using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Policies;

/// <summary>
/// Records what was decided about a document's validity, and lets a second person confirm it. Confirming changes page, lists,
/// search and feeds in the same transaction.
/// </summary>
public sealed class ValidityDesk(DisclosureDb db, BusinessClock clock)
{
    /// <summary>Records an act about a public document; it counts once confirmed.</summary>
    public async Task<OutcomeOf<Guid>> RecordAsync(RecordValidityAct command, CancellationToken stop = default)
    {
        if (!await db.Listings.AnyAsync(l => l.DisclosureId == command.DisclosureId, stop)) return Outcome.NotFound;
        var text = await ValidityListing.TextAsync(db, command.DisclosureId, stop);
        var refusals = ValidityRules.Check(command, await CaseAsync(command, text, stop), clock.Today);
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var now = clock.Now;
        var act = ValidityAct.Record(text.OrganisationId, command, now);
        db.Add(act);
        db.Add(AuditEntry.Record(now, command.By, "Validity.Record", text.OrganisationId, command.DisclosureId, text.Title, $"{command.Kind} {command.EffectiveOn:yyyy-MM-dd}"));
        await db.SaveChangesAsync(stop);
        return act.Id;
    }

    /// <summary>The second person confirms the act.</summary>
    public Task<Outcome> ConfirmAsync(DecideValidityAct command, CancellationToken stop = default) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(token => ConfirmInTransactionAsync(command, token), stop);

    /// <summary>The second person does not confirm it, and says why.</summary>
    public async Task<Outcome> RefuseAsync(DecideValidityAct command, string reason, CancellationToken stop = default)
    {
        var act = await FindAsync(command, stop);
        if (act is null) return Outcome.NotFound;
        if (act.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        try
        {
            act.Refuse(reason, clock.Now, command.By);
            return await SaveAsync(act, "Validity.Refuse", command.By, stop);
        }
        catch (RuleViolationException violation)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused(violation.Refusals);
        }
    }

    private async Task<Outcome> ConfirmInTransactionAsync(DecideValidityAct command, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        // First the listing, so that two acts about one document, or an act and a publication, wait for each other.
        if (!await ValidityListing.LockAsync(db, command.DisclosureId, clock.Now, stop)) return Outcome.NotFound;
        var act = await FindAsync(command, stop);
        if (act is null) return Outcome.NotFound;
        if (act.Revision != command.SeenRevision) return Outcome.EditedMeanwhile;
        var text = await ValidityListing.TextAsync(db, act.DisclosureId, stop);
        var again = new RecordValidityAct(
            act.DisclosureId, act.Kind, act.EffectiveOn, act.NewExpiresOn, act.BasisDisclosureId, act.Basis, act.Reason, act.CorrectsId, act.RecordedBy);
        IReadOnlyList<Refusal> refusals = [.. ValidityRules.CheckDecision(act, command.By), .. ValidityRules.Check(again, await CaseAsync(again, text, stop), clock.Today, act.Id)];
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        act.Confirm(clock.Now, command.By);
        var outcome = await SaveAsync(act, "Validity.Confirm", command.By, stop);
        if (!outcome.IsDone) return outcome;
        await ValidityListing.RenewAsync(db, act.DisclosureId, stop);
        await transaction.CommitAsync(stop);
        return Outcome.Done;
    }

    private Task<ValidityAct?> FindAsync(DecideValidityAct command, CancellationToken stop) =>
        db.ValidityActs.SingleOrDefaultAsync(a => a.Id == command.Id && a.DisclosureId == command.DisclosureId, stop);

    private async Task<Outcome> SaveAsync(ValidityAct act, string name, Guid by, CancellationToken stop)
    {
        var title = (await ValidityListing.TextAsync(db, act.DisclosureId, stop)).Title;
        db.Add(AuditEntry.Record(act.DecidedAt!.Value, by, name, act.OrganisationId, act.DisclosureId, title, $"{act.Kind} {act.EffectiveOn:yyyy-MM-dd}"));
        return await db.TrySaveAsync(stop);
    }

    private async Task<ValidityCase> CaseAsync(RecordValidityAct command, ValidityText text, CancellationToken stop) => new(
        text.Genre, text.EffectiveOn, text.ExpiresOn, await ValidityListing.ActsAsync(db, command.DisclosureId, stop),
        command.BasisDisclosureId is { } basis && await db.Listings.AnyAsync(l => l.DisclosureId == basis, stop));
}

/// <summary>The second person's decision on an act.</summary>
public sealed record DecideValidityAct(Guid Id, Guid DisclosureId, int SeenRevision, Guid By);
