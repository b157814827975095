using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>What an upload of any kind is compared with.</summary>
internal static class BatchLookups
{
    // SQL Server takes 2,100 parameters a statement.
    private const int NumbersAtOnce = 500;

    /// <summary>When the same bytes were entered before for the organisation; null when they were not.</summary>
    public static Task<DateTime?> SentBeforeAsync(this DisclosureDb db, BatchUpload upload, CancellationToken stop) => db.BatchUploads.AsNoTracking()
        .Where(u => u.OrganisationId == upload.OrganisationId && u.Hash == upload.Hash && u.ConfirmedAt != null).MaxAsync(u => u.ConfirmedAt, stop);

    /// <summary>Those of the document numbers that the organisation has a disclosure with; empty numbers are passed over.</summary>
    public static async Task<IReadOnlySet<string>> TakenNumbersAsync(this DisclosureDb db, Guid organisationId, IEnumerable<string> numbers, CancellationToken stop)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in numbers.Where(n => n.Length > 0).Chunk(NumbersAtOnce))
        {
            taken.UnionWith(await db.Disclosures.AsNoTracking()
                .Where(d => d.OrganisationId == organisationId && d.Withdrawal == null && some.Contains(d.DraftDocumentNumber))
                .Select(d => d.DraftDocumentNumber).ToListAsync(stop));
        }

        return taken;
    }
}
