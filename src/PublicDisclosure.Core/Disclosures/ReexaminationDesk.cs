using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>Examines what was filed as not public (重新审查): it stays so until a next date, or a draft takes it to the public.</summary>
public sealed class ReexaminationDesk(DisclosureDb db, DisclosureStore store, BusinessClock clock)
{
    /// <summary>Records the examination; where the record becomes public, gives the id of the new draft in the same save.</summary>
    public async Task<OutcomeOf<Guid?>> ReexamineAsync(ReexamineDisclosure command, CancellationToken stop = default)
    {
        Guid? draftId = command.Result == ReexaminationResult.BecomesPublic ? Guid.CreateVersion7(clock.Now) : null;
        var outcome = await store.ChangeAsync(command.Id, command.SeenRevision, command.By, nameof(DisclosureAction.Reexamine), (filed, now) =>
        {
            filed.Reexamine(command.Result, command.Reason, command.NextOn, draftId, now, command.By);
            if (draftId is { } id) db.Add(Disclosure.FromFiled(id, filed, now, command.By));
        }, stop);
        return outcome.IsDone ? draftId : outcome;
    }
}
