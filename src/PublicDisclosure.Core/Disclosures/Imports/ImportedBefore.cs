using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Disclosures.Batches;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures.Imports;

/// <summary>
/// Finds the rows whose page is there already, so that the same file, or the same page in another one, is brought in once. What
/// was taken back here does not return by being imported again.
/// </summary>
internal static class ImportedBefore
{
    // SQL Server takes 2,100 parameters a statement; an address has two forms.
    private const int AtOnce = 500;

    /// <summary>The rows of an organisation; those that are there already say so: by old address, title with old date, or document number.</summary>
    public static async Task<IReadOnlyList<ImportRow>> LeaveOutAsync(DisclosureDb db, Guid organisationId, IReadOnlyList<ImportRow> rows, CancellationToken stop)
    {
        var numbers = await db.TakenNumbersAsync(organisationId, rows.Where(r => r.Sheet.IsGood).Select(r => r.Sheet.Text!.DocumentNumber), stop);
        var found = new List<Page>();
        // Discarded drafts count too: else restoring one would make two of them.
        var pages = db.Disclosures.IgnoreQueryFilters().AsNoTracking().Where(d => d.OriginalPublishedOn != null);
        foreach (var some in rows.Where(r => r.Sheet.IsGood).Chunk(AtOnce))
        {
            var itsAddresses = some.SelectMany(r => OldAddress.Forms(r.Address)).ToList();
            // A whole address is one page, whoever brought it; "/1.html" is another page on the site of each organisation.
            found.AddRange(await Of(pages.Where(d => itsAddresses.Contains(d.OriginalAddress) && (d.OrganisationId == organisationId || EF.Functions.Like(d.OriginalAddress, "http%"))), stop));
            var itsTitles = some.Select(r => r.Sheet.Text!.Title).Distinct().ToList();
            found.AddRange(await Of(pages.Where(d => d.OrganisationId == organisationId && itsTitles.Contains(d.Text.Title)), stop));
        }

        var addresses = found.Where(p => p.Address.Length > 0).ToLookup(p => OldAddress.Key(p.Address), StringComparer.Ordinal);
        var titles = found.ToLookup(p => (p.Title, p.PublishedOn));
        return [.. rows.Select(row =>
        {
            if (row.Sheet.Text is not { } text || row.PublishedOn is not { } published) return row;
            // Old sites carried several pages of one title and day; where both have an address, that alone tells.
            var same = titles[(text.Title, published)].Where(p => row.Address.Length == 0 || p.Address.Length == 0);
            if (row.Address.Length > 0) same = addresses[OldAddress.Key(row.Address)].Concat(same);
            // Of several the one that stands.
            if (same.MinBy(p => p.IsInBin ? 1 : p.IsWithdrawn ? 2 : 0) is { } page) return row.With(new Refusal(CodeOf(page), ImportHeadings.NameOf(ImportField.Title)));
            return numbers.Contains(text.DocumentNumber) ? row.With(new Refusal("BatchRow.NumberTaken", ImportHeadings.NameOf(ImportField.Number), text.DocumentNumber)) : row;
        })];
    }

    private static Task<List<Page>> Of(IQueryable<Disclosure> pages, CancellationToken stop) => pages
        .Select(d => new Page(d.OriginalAddress, d.Text.Title, d.OriginalPublishedOn!.Value, d.DiscardedAt != null, d.Withdrawal != null)).ToListAsync(stop);

    private static string CodeOf(Page page) => page.IsInBin ? "ImportRow.InBin" : page.IsWithdrawn ? "ImportRow.WithdrawnBefore" : "ImportRow.BroughtBefore";

    private sealed record Page(string Address, string Title, DateOnly PublishedOn, bool IsInBin, bool IsWithdrawn);
}
