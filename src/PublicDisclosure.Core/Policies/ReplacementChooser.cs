using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Policies;

/// <summary>Finds and chooses the older documents that a draft is to replace: public ones of the same organisation.</summary>
public sealed class ReplacementChooser(DisclosureDb db, DisclosureStore store)
{
    private const int Most = 20;

    /// <summary>Longest text searched for.</summary>
    public const int LongestWords = 100;

    /// <summary>Public documents of the draft's organisation by title or number, newest first.</summary>
    public async Task<IReadOnlyList<ReplaceableDocument>> FindAsync(Guid draftId, Guid organisationId, string? words, CancellationToken stop)
    {
        var rows = db.Listings.AsNoTracking().Where(l => l.OrganisationId == organisationId && l.DisclosureId != draftId);
        foreach (var word in DisclosureSearch.Words(words)) rows = rows.Where(l => l.Title.Contains(word) || l.DocumentNumber.Contains(word));
        return await Rows(rows.OrderByDescending(l => l.FirstPublishedAt).ThenByDescending(l => l.DisclosureId).Take(Most)).ToListAsync(stop);
    }

    /// <summary>The chosen ones; those that are not public any more are missing.</summary>
    public async Task<IReadOnlyList<ReplaceableDocument>> ChosenAsync(IReadOnlyList<Guid> ids, CancellationToken stop) =>
        ids.Count == 0 ? [] : await Rows(db.Listings.AsNoTracking().Where(l => ids.Contains(l.DisclosureId)).OrderBy(l => l.Title)).ToListAsync(stop);

    /// <summary>Saves the choice in the draft.</summary>
    public Task<Outcome> SaveAsync(ChooseReplaced command, CancellationToken stop = default) => store.ChangeAsync(
        command.Id, command.SeenRevision, command.By, "ChooseReplaced", async (disclosure, now) =>
        {
            // What was chosen before may have been withdrawn since; it stays until the clerk takes it off, and the checklist says so.
            var added = command.Choices.Select(c => c.ReplacedId).Except(disclosure.Replacements.Select(r => r.ReplacedId)).ToList();
            var known = await db.Listings.Where(l => added.Contains(l.DisclosureId) && l.OrganisationId == disclosure.OrganisationId).CountAsync(stop);
            if (known != added.Count) return Outcome.Refused("Disclosure.ReplacedUnknown");
            disclosure.Replace(command.Choices, now, command.By);
            return Outcome.Done;
        }, stop);

    private static IQueryable<ReplaceableDocument> Rows(IQueryable<PublicListing> rows) => rows.Select(l => new ReplaceableDocument(
        l.DisclosureId, l.Address, l.Title, l.DocumentNumber, l.PublishedOn, l.HasValidity));
}

/// <summary>A document that may be replaced.</summary>
public sealed record ReplaceableDocument(Guid Id, string Address, string Title, string DocumentNumber, DateOnly PublishedOn, bool HasValidity);

/// <summary>Chooses what a draft replaces.</summary>
public sealed record ChooseReplaced(Guid Id, int SeenRevision, IReadOnlyList<ReplacementChoice> Choices, Guid By);
