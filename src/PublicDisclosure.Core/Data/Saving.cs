using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Data;

/// <summary>How a use case saves: once, and with nothing left behind for the next save of the same request when it did not.</summary>
public static class Saving
{
    /// <summary>Saves; somebody else's change in the same moment becomes <see cref="Outcome.EditedMeanwhile"/>.</summary>
    public static async Task<Outcome> TrySaveAsync(this DisclosureDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return db.Forget(Outcome.EditedMeanwhile);
        }
    }

    /// <summary>
    /// Acts and, when that is done, saves. A <see cref="RuleViolationException"/> of an entity is a refusal here: its guards are the
    /// last word and say the same as the checks before.
    /// </summary>
    public static async Task<Outcome> ActAndSaveAsync(this DisclosureDb db, Func<Task<Outcome>> act, CancellationToken stop)
    {
        try
        {
            var outcome = await act();
            return outcome.IsDone ? await db.TrySaveAsync(stop) : db.Forget(outcome);
        }
        catch (RuleViolationException violation)
        {
            return db.Forget(Outcome.Refused(violation.Refusals));
        }
        catch (DbUpdateConcurrencyException)
        {
            // An act may save on its way.
            return db.Forget(Outcome.EditedMeanwhile);
        }
    }

    /// <summary>The same for an act that needs nothing awaited and cannot fail but by a rule.</summary>
    public static Task<Outcome> ActAndSaveAsync(this DisclosureDb db, Action act, CancellationToken stop) => db.ActAndSaveAsync(() =>
    {
        act();
        return Task.FromResult(Outcome.Done);
    }, stop);

    private static Outcome Forget(this DisclosureDb db, Outcome outcome)
    {
        db.ChangeTracker.Clear();
        return outcome;
    }
}
