using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Data;

namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>The rows of an edition for a download or a print page, in the order of the catalogue.</summary>
public sealed class CatalogueExports(DisclosureDb db)
{
    /// <summary>Rows of one domain, or of the whole edition. Struck rows and rows agreed not to apply are left out.</summary>
    /// <param name="editionId">The edition.</param>
    /// <param name="domainId">The domain, or null for all.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<CatalogueRow>> RowsAsync(Guid editionId, Guid? domainId = null, CancellationToken cancel = default)
    {
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).ToListAsync(cancel);
        var items = await db.Items.AsNoTracking()
            .Where(i => i.EditionId == editionId && (domainId == null || i.DomainId == domainId)
                && i.Confirmation != ItemConfirmation.Struck && i.Adoption != ItemAdoption.NotApplicable)
            .OrderBy(i => i.SortOrder).ToListAsync(cancel);
        var byDomain = items.ToLookup(i => i.DomainId);
        return [.. domains.SelectMany(d => byDomain[d.Id].Select(i => ToRow(i, d.Name)))];
    }

    /// <summary>A stored item as a row; 备注 says 待核对 where nobody has confirmed it.</summary>
    public static CatalogueRow ToRow(StandardItem item, string domainName) => CatalogueItemText.ToRow(
        domainName, item.Text, item.Code, item.Sequence, item.Levels, item.Mode, item.Aspects, item.NeedsChecking);
}
