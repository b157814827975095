using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Postings;

internal sealed class OffsitePostingConfiguration : IEntityTypeConfiguration<OffsitePosting>
{
    public void Configure(EntityTypeBuilder<OffsitePosting> builder)
    {
        builder.ToTable("OffsitePostings");
        builder.Property(p => p.Revision).IsConcurrencyToken();
        builder.Property(p => p.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.HasIndex(p => new { p.OrganisationId, p.CreatedAt });
        builder.HasIndex(p => new { p.ItemCode, p.OrganisationId });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Records).WithOne().HasForeignKey(r => r.PostingId).OnDelete(DeleteBehavior.Cascade);
        builder.Ignore(p => p.Open);
        builder.Ignore(p => p.Confirmed);
    }
}

internal sealed class PostingRecordConfiguration : IEntityTypeConfiguration<PostingRecord>
{
    public void Configure(EntityTypeBuilder<PostingRecord> builder)
    {
        builder.ToTable("PostingRecords");
        builder.ComplexProperty(r => r.Details, details =>
        {
            details.Property(d => d.What).HasMaxLength(PostingDetails.WhatLength);
            details.Property(d => d.Places).HasMaxLength(PostingDetails.PlacesLength);
            details.Property(d => d.Note).HasMaxLength(PostingDetails.NoteLength);
        });
        builder.Property(r => r.PhotoHash).HasMaxLength(DisclosureAttachment.HashLength);
        builder.Property(r => r.PhotoName).HasMaxLength(PostingRecord.FileNameLength);
        builder.Property(r => r.Reason).HasMaxLength(PostingRecord.ReasonLength);
        builder.Property(r => r.Remark).HasMaxLength(PostingRecord.ReasonLength);
        builder.Ignore(r => r.Photo);
        builder.HasIndex(r => new { r.PostingId, r.Number }).IsUnique();
    }
}
