using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>
/// Disclosures of one organisation that were entered together (批次) and go through their steps together, each by itself. A
/// batch is a way of working, no record of its own: what is public are its rows.
/// </summary>
public sealed class DisclosureBatch
{
    private DisclosureBatch()
    {
    }

    public Guid Id { get; private set; }

    public Guid OrganisationId { get; private set; }

    /// <summary>The file it came from.</summary>
    public Guid UploadId { get; private set; }

    public BatchKind Kind { get; private set; }

    public string ItemCode { get; private set; } = "";

    public string FileName { get; private set; } = "";

    /// <summary>Rows that became drafts.</summary>
    public int RowCount { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    /// <summary>Starts a batch of an upload's rows.</summary>
    public static DisclosureBatch Of(Guid id, BatchUpload upload, Guid organisationId, int rows, DateTime now, Guid by) => new()
    {
        Id = id,
        OrganisationId = organisationId,
        UploadId = upload.Id,
        Kind = upload.Kind,
        ItemCode = upload.ItemCode,
        FileName = upload.FileName,
        RowCount = rows,
        CreatedAt = now,
        CreatedBy = by,
    };
}

internal sealed class DisclosureBatchConfiguration : IEntityTypeConfiguration<DisclosureBatch>
{
    public void Configure(EntityTypeBuilder<DisclosureBatch> builder)
    {
        builder.ToTable("DisclosureBatches");
        builder.Property(b => b.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(b => b.FileName).HasMaxLength(BatchUpload.FileNameLength);
        // A confirmation that was sent twice finds its first sending.
        builder.HasIndex(b => new { b.UploadId, b.OrganisationId }).IsUnique();
        builder.HasIndex(b => new { b.OrganisationId, b.CreatedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(b => b.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
