using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Letters;

/// <summary>Loads a letter whole, lets it change, and saves once with its audit row.</summary>
public sealed class LetterStore(DisclosureDb db, BusinessClock clock)
{
    /// <summary>The letter with everything that belongs to it, or null.</summary>
    internal Task<Letter?> FindAsync(Guid id, CancellationToken stop) => Whole(db.Letters).SingleOrDefaultAsync(l => l.Id == id, stop);

    /// <summary>Acts on a letter as the person saw it.</summary>
    internal async Task<Outcome> ActAsync(Guid id, int seenRevision, Guid by, LetterAct act, Func<Letter, DateTime, Task<Outcome>> change, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } letter) return Outcome.NotFound;
        if (letter.Revision != seenRevision) return Outcome.EditedMeanwhile;
        return await ActAsync(letter, by, act, change, stop);
    }

    /// <summary>Acts on a letter at hand.</summary>
    internal async Task<Outcome> ActAsync(Letter letter, Guid? by, LetterAct act, Func<Letter, DateTime, Task<Outcome>> change, CancellationToken stop)
    {
        var (now, holder, seen) = (clock.Now, letter.OrganisationId, letter.Revision);
        try
        {
            return await db.ActAndSaveAsync(async () =>
            {
                var outcome = await change(letter, now);
                // Number and act are all that the log of everybody tells of somebody's letter.
                if (outcome.IsDone) db.Add(AuditEntry.Record(now, by, LetterTransitions.AuditOf(act), holder, letter.Id, letter.Number));
                return outcome;
            }, stop);
        }
        catch (DbUpdateException)
        {
            // Two in the same moment would also queue the same mail; whoever came second is told so and nothing of theirs is kept.
            db.ChangeTracker.Clear();
            if (await db.Letters.AnyAsync(l => l.Id == letter.Id && l.Revision == seen, stop)) throw;
            return Outcome.EditedMeanwhile;
        }
    }

    internal static IQueryable<Letter> Whole(IQueryable<Letter> letters) =>
        letters.Include(l => l.Original).Include(l => l.Steps).Include(l => l.Replies).Include(l => l.Parts).Include(l => l.Files).AsSplitQuery();
}

/// <summary>Whose letters are whose.</summary>
public static class LetterReach
{
    /// <summary>Letters that an organisation within the scope holds, or is asked about.</summary>
    public static IQueryable<Letter> Within(this IQueryable<Letter> letters, OrganisationScope scope)
    {
        if (scope.IsWholeCity) return letters;
        var ids = scope.OrganisationIds.ToList();
        return letters.Where(l => ids.Contains(l.OrganisationId) || l.Parts.Any(p => p.DroppedAt == null && ids.Contains(p.OrganisationId)));
    }

    /// <summary>
    /// Whether a person may read the writer's own words: the office until the letter is assigned, then those who handle or review it
    /// where it is, and those who are asked for a part. Nobody else, whatever they may see of the case.
    /// </summary>
    public static bool MayReadOriginal(this StaffRights rights, Letter letter) =>
        letter.State == LetterState.AwaitingTriage || (!LetterTransitions.IsOpen(letter.State) && letter.Answer is null)
            ? rights.Has(Permission.LettersTriage) || Handles(rights, letter.OrganisationId)
            : Handles(rights, letter.OrganisationId) || letter.Parts.Any(p => p.DroppedAt is null && Handles(rights, p.OrganisationId));

    private static bool Handles(StaffRights rights, Guid organisationId) =>
        rights.Has(Permission.LettersHandle, organisationId) || rights.Has(Permission.LettersReview, organisationId);
}
