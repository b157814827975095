using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;

namespace PublicDisclosure.Core.Privacy.Masking;

internal sealed class MaskingRuleConfiguration : IEntityTypeConfiguration<MaskingRule>
{
    public void Configure(EntityTypeBuilder<MaskingRule> builder)
    {
        builder.ToTable("MaskingRules");
        builder.Property(r => r.Sign).HasMaxLength(MaskingRule.SignLength);
        builder.Property(r => r.ColumnWords).HasMaxLength(MaskingRule.ColumnWordsLength);
        builder.Property(r => r.Source).HasMaxLength(MaskingRule.SourceLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.Ignore(r => r.Words);
        builder.HasIndex(r => r.Kind).IsUnique();
    }
}

internal sealed class MaskedFileConfiguration : IEntityTypeConfiguration<MaskedFile>
{
    public void Configure(EntityTypeBuilder<MaskedFile> builder)
    {
        builder.ToTable("MaskedFiles");
        builder.Property(f => f.FileName).HasMaxLength(DisclosureAttachment.FileNameLength);
        builder.Property(f => f.OriginalHash).HasMaxLength(DisclosureAttachment.HashLength);
        builder.Property(f => f.MaskedHash).HasMaxLength(DisclosureAttachment.HashLength);
        builder.Property(f => f.Counts).HasMaxLength(MaskedFile.CountsLength);
        builder.HasIndex(f => new { f.DisclosureId, f.MaskedHash });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(f => f.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}
