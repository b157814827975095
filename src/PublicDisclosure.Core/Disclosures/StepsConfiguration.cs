using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Disclosures;

internal sealed class PaperSignatureConfiguration : IEntityTypeConfiguration<PaperSignature>
{
    public void Configure(EntityTypeBuilder<PaperSignature> builder)
    {
        builder.ToTable("PaperSignatures");
        builder.Property(s => s.SignerName).HasMaxLength(PaperSignature.NameLength);
        builder.Property(s => s.SignerPost).HasMaxLength(PaperSignature.PostLength);
        builder.Property(s => s.ScanKey).HasMaxLength(PaperSignature.KeyLength);
        builder.Property(s => s.ScanName).HasMaxLength(DisclosureAttachment.FileNameLength);
        builder.Property(s => s.ScanKind).HasMaxLength(10);
    }
}

internal sealed class ForcedPublicationConfiguration : IEntityTypeConfiguration<ForcedPublication>
{
    public void Configure(EntityTypeBuilder<ForcedPublication> builder)
    {
        builder.ToTable("ForcedPublications");
        builder.Property(f => f.Reason).HasMaxLength(ForcedPublication.ReasonLength);
        builder.Property(f => f.ReviewRemark).HasMaxLength(ForcedPublication.ReasonLength);
        builder.Property(f => f.Revision).IsConcurrencyToken();
        builder.HasIndex(f => f.At);
        builder.HasIndex(f => new { f.ReviewedAt, f.ReviewDueOn });
        builder.HasMany(f => f.Authors).WithOne().HasForeignKey(a => a.ForcedPublicationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ForcedPublicationAuthorConfiguration : IEntityTypeConfiguration<ForcedPublicationAuthor>
{
    public void Configure(EntityTypeBuilder<ForcedPublicationAuthor> builder)
    {
        builder.ToTable("ForcedPublicationAuthors");
        builder.HasKey(a => new { a.ForcedPublicationId, a.UserId });
    }
}

internal sealed class OfficeOpinionConfiguration : IEntityTypeConfiguration<OfficeOpinion>
{
    public void Configure(EntityTypeBuilder<OfficeOpinion> builder)
    {
        builder.ToTable("OfficeOpinions");
        builder.Property(o => o.Words).HasMaxLength(OfficeOpinion.WordsLength);
    }
}

internal sealed class ReexaminationConfiguration : IEntityTypeConfiguration<Reexamination>
{
    public void Configure(EntityTypeBuilder<Reexamination> builder)
    {
        builder.ToTable("Reexaminations");
        builder.Property(r => r.Reason).HasMaxLength(Reexamination.ReasonLength);
    }
}

internal sealed class ScheduleRefusalConfiguration : IEntityTypeConfiguration<ScheduleRefusal>
{
    public void Configure(EntityTypeBuilder<ScheduleRefusal> builder)
    {
        builder.ToTable("ScheduleRefusals");
        builder.HasKey(r => r.DisclosureId);
        builder.Property(r => r.Reasons).HasMaxLength(ScheduleRefusal.ReasonsLength);
    }
}
