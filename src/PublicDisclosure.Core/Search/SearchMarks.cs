using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Letters;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Search;

/// <summary>Finds in a unit of work what search must learn of, at the one door to the database.</summary>
internal static class SearchMarks
{
    /// <summary>More rows of one kind in a save become one row for all of them: a seed or an import of a catalogue.</summary>
    private const int MostOfOneKind = 300;

    /// <summary>Adds the rows to the save, each subject once.</summary>
    /// <param name="db">The unit of work.</param>
    /// <param name="changed">What it changes.</param>
    public static void Add(DisclosureDb db, IReadOnlyList<EntityEntry> changed)
    {
        var wanted = new HashSet<(SearchSubject Subject, Guid Id)>();
        foreach (var entry in changed)
            if (SubjectOf(entry) is { } subject) wanted.Add(subject);
        foreach (var kind in wanted.GroupBy(w => w.Subject))
        {
            // Disclosures are read one by one whatever their number: reading all of them anew may be a million.
            var ids = kind.Key != SearchSubject.Disclosure && kind.Count() > MostOfOneKind ? [Guid.Empty] : kind.Select(w => w.Id);
            foreach (var id in ids) db.Add(new SearchChange { Subject = kind.Key, SubjectId = id });
        }
    }

    private static (SearchSubject Subject, Guid Id)? SubjectOf(EntityEntry entry) => entry.Entity switch
    {
        PublicListing listing => (SearchSubject.Disclosure, listing.DisclosureId),
        PublicListingItem item => (SearchSubject.Disclosure, item.DisclosureId),
        PublicListingDomain domain => (SearchSubject.Disclosure, domain.DisclosureId),
        Letter letter when letter.Publicity == LetterPublicity.Published || WasPublic(entry) => (SearchSubject.Letter, letter.Id),
        LetterQuestion question => (SearchSubject.Question, question.Id),
        StandardItem item => (SearchSubject.Item, item.Id),
        // Another edition holds from now on: every row of the table may be another.
        CatalogueEdition => (SearchSubject.Item, Guid.Empty),
        DisclosureDomain when entry.State != EntityState.Added => (SearchSubject.Everything, Guid.Empty),
        Organisation organisation => (SearchSubject.Organisation, organisation.Id),
        _ => null,
    };

    private static bool WasPublic(EntityEntry entry) =>
        entry.State == EntityState.Modified && entry.OriginalValues[nameof(Letter.Publicity)] is LetterPublicity.Published;
}
