using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>What the rows of a file become.</summary>
public enum BatchKind
{
    /// <summary>行政处罚/许可决定: one decision a row.</summary>
    Decisions,

    /// <summary>旧网站导入: one page of the old site a row.</summary>
    Import,
}

/// <summary>
/// A file that was read and waits for its clerk to confirm it. Preview and confirmation read the same bytes; afterwards only
/// the rows that were left out are kept, as a .csv to be put right and sent again.
/// </summary>
public sealed class BatchUpload
{
    public const int FileNameLength = 200;

    /// <summary>Longest .csv of rejected rows, in characters.</summary>
    public const int RejectedLength = 50_000_000;

    private BatchUpload()
    {
    }

    public Guid Id { get; private set; }

    public BatchKind Kind { get; private set; }

    /// <summary>For whom the rows are entered; of an import the organisation for rows that name none.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The item behind which the rows stand; empty where each row names its own.</summary>
    public string ItemCode { get; private set; } = "";

    /// <summary>The template that fills what the rows do not say.</summary>
    public Guid? TemplateId { get; private set; }

    /// <summary>Names of natural persons are masked.</summary>
    public bool MasksNames { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>The file's bytes; empty once it was confirmed.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>SHA-256 of the bytes in lower-case hex: tells a file that was sent before.</summary>
    public string Hash { get; private set; } = "";

    public DateTime UploadedAt { get; private set; }

    public Guid UploadedBy { get; private set; }

    /// <summary>When its rows became drafts.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Rows left out, with a column of reasons; empty before the confirmation and when there are none.</summary>
    public string Rejected { get; private set; } = "";

    public int RejectedCount { get; private set; }

    /// <summary>Keeps a file that has been read.</summary>
    public static BatchUpload Keep(Guid id, UploadBatch upload, DateTime now) => new()
    {
        Id = id,
        Kind = upload.Kind,
        OrganisationId = upload.OrganisationId,
        ItemCode = upload.ItemCode,
        TemplateId = upload.TemplateId,
        MasksNames = upload.MasksNames,
        FileName = upload.FileName.Length <= FileNameLength ? upload.FileName : upload.FileName[^FileNameLength..],
        Content = upload.Content,
        Hash = Convert.ToHexStringLower(SHA256.HashData(upload.Content)),
        UploadedAt = now,
        UploadedBy = upload.By,
    };

    /// <summary>Its rows became drafts; what was left out stays to be put right.</summary>
    public void Confirm(string rejected, int rejectedCount, DateTime now)
    {
        if (ConfirmedAt is not null) throw new InvalidOperationException("Confirmed before.");
        (Content, Rejected, RejectedCount, ConfirmedAt) = ([], rejected, rejectedCount, now);
    }
}

internal sealed class BatchUploadConfiguration : IEntityTypeConfiguration<BatchUpload>
{
    public void Configure(EntityTypeBuilder<BatchUpload> builder)
    {
        builder.ToTable("BatchUploads");
        builder.Property(u => u.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(u => u.FileName).HasMaxLength(BatchUpload.FileNameLength);
        builder.Property(u => u.Hash).HasMaxLength(DisclosureAttachment.HashLength);
        builder.Property(u => u.Rejected).HasMaxLength(BatchUpload.RejectedLength);
        builder.HasIndex(u => new { u.OrganisationId, u.Hash });
        builder.HasIndex(u => u.UploadedAt);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(u => u.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A file to read.</summary>
/// <param name="Kind">What its rows become.</param>
/// <param name="OrganisationId">For whom.</param>
/// <param name="ItemCode">The item, or empty.</param>
/// <param name="TemplateId">The template, or null.</param>
/// <param name="MasksNames">Names of natural persons are masked.</param>
/// <param name="FileName">Its name as uploaded.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="By">The clerk.</param>
public sealed record UploadBatch(
    BatchKind Kind, Guid OrganisationId, string ItemCode, Guid? TemplateId, bool MasksNames, string FileName, byte[] Content, Guid By);
