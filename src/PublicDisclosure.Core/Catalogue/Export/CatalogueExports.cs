using Microsoft.EntityFrameworkCore;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Catalogue.Import;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue.Export;

/// <summary>The rows of an edition for a download or a print page, in the order of the catalogue.</summary>
public sealed class CatalogueExports(DisclosureDb db, StaffAuthority authority)
{
    /// <summary>A domain of the city's edition in force, for anybody; null when there is no such domain or edition.</summary>
    public async Task<CatalogueDownload?> OfDomainInForceAsync(string slug, CatalogueFormat format, CancellationToken cancel = default)
    {
        var domain = await db.Domains.AsNoTracking().FirstOrDefaultAsync(d => d.Slug == slug, cancel);
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(
            e => e.Status == EditionStatus.InForce && db.Organisations.Any(o => o.Id == e.OwnerOrganisationId && o.Kind == OrganisationKind.Government), cancel);
        if (domain is null || edition is null) return null;
        return File($"{domain.Name}领域基层政务公开标准目录", await RowsAsync(edition.Id, domain.Id, cancel), format);
    }

    /// <summary>A whole edition, drafts too, for staff who may see the catalogue anywhere; null for everybody else.</summary>
    public async Task<CatalogueDownload?> OfEditionAsync(Guid editionId, CatalogueFormat format, Guid by, CancellationToken cancel = default)
    {
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == editionId, cancel);
        if (edition is null) return null;
        var isTheCitys = await db.Organisations.AnyAsync(o => o.Id == edition.OwnerOrganisationId && o.Kind == OrganisationKind.Government, cancel);
        var rights = await authority.RightsOfAsync(by, cancel);
        var maySee = rights.Has(Permission.CatalogueView, edition.OwnerOrganisationId) || (isTheCitys && rights.Has(Permission.CatalogueView));
        return maySee ? File(edition.Name, await RowsAsync(editionId, null, cancel), format) : null;
    }

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

    private static CatalogueDownload File(string name, IReadOnlyList<CatalogueRow> rows, CatalogueFormat format) => format == CatalogueFormat.Csv
        ? new CatalogueDownload(name + ".csv", "text/csv; charset=utf-8", CatalogueCsv.Write(rows))
        : new CatalogueDownload(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", CatalogueXlsx.Write(rows));
}
