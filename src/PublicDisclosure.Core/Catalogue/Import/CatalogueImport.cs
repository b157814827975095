using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Catalogue.Import;

/// <summary>
/// A file that was read and waits for its steward to confirm it into a draft edition. The file itself is kept, so that the
/// preview and the confirmation read the same bytes; it goes away when it is confirmed or discarded.
/// </summary>
public sealed class CatalogueImport
{
    public const int FileNameLength = 200;

    private CatalogueImport()
    {
    }

    public Guid Id { get; private set; }

    public Guid EditionId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The domain for rows of a file that names none; empty when the file is to tell.</summary>
    public string Domain { get; private set; } = "";

    public byte[] Content { get; private set; } = [];

    public DateTime UploadedAt { get; private set; }

    public Guid UploadedBy { get; private set; }

    /// <summary>Keeps a file that has been read without refusal.</summary>
    public static CatalogueImport Keep(Guid id, UploadCatalogue upload, DateTime now) => new()
    {
        Id = id,
        EditionId = upload.EditionId,
        FileName = upload.FileName.Length <= FileNameLength ? upload.FileName : upload.FileName[^FileNameLength..],
        Domain = upload.Domain,
        Content = upload.Content,
        UploadedAt = now,
        UploadedBy = upload.By,
    };
}

internal sealed class CatalogueImportConfiguration : IEntityTypeConfiguration<CatalogueImport>
{
    public void Configure(EntityTypeBuilder<CatalogueImport> builder)
    {
        builder.ToTable("CatalogueImports");
        builder.Property(i => i.FileName).HasMaxLength(CatalogueImport.FileNameLength);
        builder.Property(i => i.Domain).HasMaxLength(DisclosureDomain.NameLength);
        builder.HasIndex(i => new { i.EditionId, i.UploadedBy });
        builder.HasOne<CatalogueEdition>().WithMany().HasForeignKey(i => i.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>A file to read into a draft edition.</summary>
/// <param name="EditionId">The draft.</param>
/// <param name="FileName">Its name as uploaded; 粘贴的表格 for pasted text.</param>
/// <param name="Content">Its bytes; pasted text in UTF-8.</param>
/// <param name="Domain">The domain for rows of a file that names none, or empty.</param>
/// <param name="By">The steward.</param>
public sealed record UploadCatalogue(Guid EditionId, string FileName, byte[] Content, string Domain, Guid By);

/// <summary>Confirms a preview.</summary>
/// <param name="ImportId">The kept file.</param>
/// <param name="SeenRevision">Revision of the edition that the preview was compared with.</param>
/// <param name="By">The steward.</param>
public sealed record ConfirmImport(Guid ImportId, int SeenRevision, Guid By);

/// <summary>What an import will do, row by row.</summary>
/// <param name="Id">The kept file.</param>
/// <param name="EditionId">The draft edition.</param>
/// <param name="EditionName">Its name.</param>
/// <param name="Revision">Its revision; the confirmation gives it back.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Rows">Rows understood, each with what it changes.</param>
/// <param name="Problems">Rows left out and cells read with a doubt.</param>
/// <param name="Notes">Remarks on the whole file.</param>
/// <param name="NotMentioned">Items of the file's domains that the file leaves out; they stay as they are.</param>
public sealed record ImportPreview(
    Guid Id, Guid EditionId, string EditionName, int Revision, string FileName, IReadOnlyList<ComparedRow> Rows,
    IReadOnlyList<RowProblem> Problems, IReadOnlyList<Refusal> Notes, IReadOnlyList<CatalogueRow> NotMentioned)
{
    /// <summary>Number of rows of one standing.</summary>
    public int Count(RowStanding standing) => Rows.Count(r => r.Standing == standing);

    /// <summary>Rows that could not be read.</summary>
    public int UnreadableCount => Problems.Where(p => p.IsUnreadable).Select(p => (p.SheetName, p.RowNumber)).Distinct().Count();
}

/// <summary>What an import did.</summary>
public sealed record ImportResult(Guid EditionId, int Added, int Changed, int Unchanged);

/// <summary>A draft that can take an import.</summary>
/// <param name="Id">The edition.</param>
/// <param name="Name">Its name.</param>
/// <param name="Domains">Names of the domains, in official order.</param>
public sealed record DraftEdition(Guid Id, string Name, IReadOnlyList<string> Domains);
