using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PublicDisclosure.Core.Accounts;
using PublicDisclosure.Core.Audit;
using PublicDisclosure.Core.Catalogue.Export;
using PublicDisclosure.Core.Data;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Shared;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>
/// Brings a file into a draft edition in three steps: read and keep it, show every row as understood, apply it. A file that
/// cannot be read leaves no trace; nothing of the edition changes before the confirmation. An edition that the person is not
/// steward of looks like none.
/// </summary>
public sealed class CatalogueImportWorkflow(DisclosureDb db, BusinessClock clock, StaffAuthority authority, IOptions<DisclosureOfficeOptions> office)
{
    /// <summary>Reads the file and keeps it for the preview; the same steward's earlier preview of the edition goes away.</summary>
    /// <returns>Id of the preview, or the reason why the file cannot be read.</returns>
    public async Task<OutcomeOf<Guid>> UploadAsync(UploadCatalogue upload, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == upload.EditionId, cancel);
        if (edition is null || !await IsStewardAsync(upload.By, edition, cancel)) return Outcome.NotFound;
        if (edition.Status != EditionStatus.Draft) return new Refusal("Edition.NotDraft");
        if (upload.Domain.Length > 0 && !await db.Domains.AnyAsync(d => d.Name == upload.Domain, cancel)) return new Refusal("CatalogueRow.UnknownDomain", "Domain", upload.Domain);
        var reading = CatalogueReader.Read(upload.Content, upload.FileName, progress, upload.Domain, cancel);
        if (!reading.IsDone) return reading.Outcome;

        var earlier = await db.CatalogueImports.Where(i => i.EditionId == upload.EditionId && i.UploadedBy == upload.By).Select(i => i.Id).ToListAsync(cancel);
        await db.CatalogueImports.Where(i => earlier.Contains(i.Id)).ExecuteDeleteAsync(cancel);
        var kept = db.Add(CatalogueImport.Keep(Guid.CreateVersion7(clock.Now), upload, clock.Now)).Entity;
        await db.SaveChangesAsync(cancel);
        return kept.Id;
    }

    /// <summary>Every row as understood, compared with the edition as it is now; null when the file is gone.</summary>
    public async Task<ImportPreview?> PreviewAsync(Guid importId, Guid by, CancellationToken cancel = default)
    {
        var kept = await db.CatalogueImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == importId, cancel);
        if (kept is null) return null;
        var edition = await db.Editions.AsNoTracking().Include(e => e.Items).SingleAsync(e => e.Id == kept.EditionId, cancel);
        if (!await IsStewardAsync(by, edition, cancel)) return null;
        var domains = await db.Domains.AsNoTracking().ToListAsync(cancel);
        return Compare(kept, edition, domains, cancel);
    }

    /// <summary>Applies the rows that could be read: changed items are edited, new ones added, the rest stays.</summary>
    public async Task<OutcomeOf<ImportResult>> ConfirmAsync(ConfirmImport confirm, CancellationToken cancel = default)
    {
        var kept = await db.CatalogueImports.FirstOrDefaultAsync(i => i.Id == confirm.ImportId, cancel);
        if (kept is null) return Outcome.NotFound;
        var edition = await db.Editions.Include(e => e.Items).SingleAsync(e => e.Id == kept.EditionId, cancel);
        if (!await IsStewardAsync(confirm.By, edition, cancel)) return Outcome.NotFound;
        if (edition.Status != EditionStatus.Draft) return new Refusal("Edition.NotDraft");
        if (edition.Revision != confirm.SeenRevision) return Outcome.EditedMeanwhile;
        var domains = await db.Domains.AsNoTracking().ToListAsync(cancel);
        var preview = Compare(kept, edition, domains, cancel);
        if (preview.Rows.Count == 0) return new Refusal("CatalogueImport.NothingToApply");

        var rules = await db.ClassificationRules.AsNoTracking().OrderBy(r => r.SortOrder).ToListAsync(cancel);
        var codes = (await db.Items.AsNoTracking().Select(i => i.Code).Distinct().ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        new ImportedRows(edition, domains, rules, codes, kept.FileName, clock.Now).Apply(preview.Rows);
        db.Remove(kept);
        var result = new ImportResult(edition.Id, preview.Count(RowStanding.Added), preview.Count(RowStanding.Changed), preview.Count(RowStanding.Unchanged));
        db.Add(AuditEntry.Record(clock.Now, confirm.By, CatalogueActs.Import, edition.OwnerOrganisationId, edition.Id, edition.Name,
            $"{kept.FileName}：新增 {result.Added} 项，修改 {result.Changed} 项，未变 {result.Unchanged} 项，未读取 {preview.UnreadableCount} 行"));
        var saved = await db.TrySaveAsync(cancel);
        return saved.IsDone ? result : saved;
    }

    /// <summary>Throws the kept file away; the edition is as it was.</summary>
    public async Task<Outcome> DiscardAsync(Guid importId, Guid by, CancellationToken cancel = default)
    {
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => db.CatalogueImports.Any(i => i.Id == importId && i.EditionId == e.Id), cancel);
        if (edition is null || !await IsStewardAsync(by, edition, cancel)) return Outcome.NotFound;
        await db.CatalogueImports.Where(i => i.Id == importId).ExecuteDeleteAsync(cancel);
        return Outcome.Done;
    }

    /// <summary>The draft that a steward may import into, or null.</summary>
    public async Task<DraftEdition?> FindDraftAsync(Guid editionId, Guid by, CancellationToken cancel = default)
    {
        var edition = await db.Editions.AsNoTracking().FirstOrDefaultAsync(e => e.Id == editionId && e.Status == EditionStatus.Draft, cancel);
        if (edition is null || !await IsStewardAsync(by, edition, cancel)) return null;
        var domains = await db.Domains.AsNoTracking().OrderBy(d => d.SortOrder).Select(d => d.Name).ToListAsync(cancel);
        return new DraftEdition(edition.Id, edition.Name, domains);
    }

    /// <summary>A township's steward keeps the township's editions; the disclosure office's steward keeps the city's too.</summary>
    private async Task<bool> IsStewardAsync(Guid by, CatalogueEdition edition, CancellationToken cancel)
    {
        var scope = (await authority.RightsOfAsync(by, cancel)).ScopeOf(Permission.CatalogueSteward);
        if (scope.Contains(edition.OwnerOrganisationId)) return true;
        var ids = scope.OrganisationIds;
        return await db.Organisations.AnyAsync(o => o.Id == edition.OwnerOrganisationId && o.Kind == OrganisationKind.Government, cancel)
            && await db.Organisations.AnyAsync(o => o.Slug == office.Value.Slug && ids.Contains(o.Id), cancel);
    }

    private static ImportPreview Compare(CatalogueImport kept, CatalogueEdition edition, List<DisclosureDomain> domains, CancellationToken cancel)
    {
        var reading = CatalogueReader.Read(kept.Content, kept.FileName, null, kept.Domain, cancel).Value
            ?? throw new InvalidOperationException("A kept file was read before it was kept.");
        var names = domains.ToDictionary(d => d.Name, d => d.Id);
        var unknown = reading.Rows.Where(r => !names.ContainsKey(r.Domain)).ToList();
        var rows = reading.Rows.Where(r => names.ContainsKey(r.Domain)).ToList();
        var touched = rows.Select(r => r.Domain).ToHashSet(StringComparer.Ordinal);
        var byId = domains.ToDictionary(d => d.Id, d => d.Name);
        var existing = edition.Items.OrderBy(i => i.SortOrder).Select(i => CatalogueExports.ToRow(i, byId[i.DomainId])).ToList();
        var compared = CatalogueRowComparison.Compare(rows, existing);
        var problems = reading.Problems.Concat(unknown.Select(r => new RowProblem(
            r.SheetName, r.RowNumber, "领域", new Refusal("CatalogueRow.UnknownDomain", null, r.Domain), true, $"{r.Sequence} {r.Level1} {r.Level2}")));
        return new ImportPreview(kept.Id, edition.Id, edition.Name, edition.Revision, kept.FileName, compared, [.. problems], reading.Notes,
            [.. CatalogueRowComparison.NotMentioned(compared, existing).Where(r => touched.Contains(r.Domain))]);
    }
}
