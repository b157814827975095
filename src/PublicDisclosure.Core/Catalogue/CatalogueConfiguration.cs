using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Catalogue;

internal sealed class DisclosureDomainConfiguration : IEntityTypeConfiguration<DisclosureDomain>
{
    public void Configure(EntityTypeBuilder<DisclosureDomain> builder)
    {
        builder.ToTable("DisclosureDomains");
        builder.Property(d => d.Code).HasMaxLength(4);
        builder.Property(d => d.Slug).HasMaxLength(DisclosureDomain.SlugLength);
        builder.Property(d => d.Name).HasMaxLength(DisclosureDomain.NameLength);
        builder.Property(d => d.Ministry).HasMaxLength(100);
        builder.Property(d => d.GuidelineNumber).HasMaxLength(300);
        builder.HasIndex(d => d.Code).IsUnique();
        builder.HasIndex(d => d.Slug).IsUnique();
        builder.HasIndex(d => d.Name).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.LeadOrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CatalogueEditionConfiguration : IEntityTypeConfiguration<CatalogueEdition>
{
    public void Configure(EntityTypeBuilder<CatalogueEdition> builder)
    {
        builder.ToTable("CatalogueEditions");
        builder.Property(e => e.Name).HasMaxLength(CatalogueEdition.NameLength);
        builder.Property(e => e.Revision).IsConcurrencyToken();
        builder.HasIndex(e => new { e.OwnerOrganisationId, e.Status });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(e => e.OwnerOrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CatalogueEdition>().WithMany().HasForeignKey(e => e.BasedOnEditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Items).WithOne().HasForeignKey(i => i.EditionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class StandardItemConfiguration : IEntityTypeConfiguration<StandardItem>
{
    public void Configure(EntityTypeBuilder<StandardItem> builder)
    {
        builder.ToTable("StandardItems");
        builder.Property(i => i.Code).HasMaxLength(StandardItem.CodeLength);
        builder.Property(i => i.Sequence).HasMaxLength(StandardItem.SequenceLength);
        builder.Property(i => i.SourceAddress).HasMaxLength(500);
        builder.Property(i => i.AdoptionReason).HasMaxLength(StandardItem.ReasonLength);
        builder.Property(i => i.Revision).IsConcurrencyToken();
        builder.ComplexProperty(i => i.Text, text =>
        {
            text.Property(t => t.Level1).HasMaxLength(StandardItem.LevelNameLength);
            text.Property(t => t.Level2).HasMaxLength(StandardItem.LevelNameLength);
            text.Property(t => t.Level3).HasMaxLength(StandardItem.LevelNameLength);
            text.Property(t => t.Elements).HasMaxLength(StandardItem.LongTextLength);
            text.Property(t => t.LegalBasis).HasMaxLength(StandardItem.LongTextLength);
            text.Property(t => t.TimeLimit).HasMaxLength(StandardItem.ShortTextLength);
            text.Property(t => t.Body).HasMaxLength(StandardItem.ShortTextLength);
            text.Property(t => t.Channels).HasMaxLength(StandardItem.LongTextLength);
            text.Property(t => t.Audience).HasMaxLength(StandardItem.ShortTextLength);
            text.Property(t => t.Extra).HasMaxLength(StandardItem.LongTextLength);
        });
        builder.HasIndex(i => new { i.EditionId, i.DomainId, i.SortOrder });
        builder.HasIndex(i => new { i.EditionId, i.Code }).IsUnique();
        // For look-ups by code across editions: without it every item of every edition is read for each disclosure page.
        builder.HasIndex(i => i.Code);
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(i => i.DomainId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DutyConfiguration : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.ToTable("Duties");
        builder.Property(d => d.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.HasIndex(d => new { d.OrganisationId, d.ItemCode }).IsUnique();
        builder.HasIndex(d => d.ItemCode);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(d => d.DomainId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BodyRuleConfiguration : IEntityTypeConfiguration<BodyRule>
{
    public void Configure(EntityTypeBuilder<BodyRule> builder)
    {
        builder.ToTable("BodyRules");
        builder.Property(r => r.DomainCode).HasMaxLength(4);
        builder.Property(r => r.Phrase).HasMaxLength(StandardItem.ShortTextLength);
        builder.Property(r => r.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(r => r.Reason).HasMaxLength(BodyRule.ReasonLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => new { r.DomainCode, r.Level });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(r => r.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClassificationRuleConfiguration : IEntityTypeConfiguration<ClassificationRule>
{
    public void Configure(EntityTypeBuilder<ClassificationRule> builder)
    {
        builder.ToTable("ClassificationRules");
        builder.Property(r => r.DomainCode).HasMaxLength(4);
        builder.Property(r => r.Words).HasMaxLength(ClassificationRule.WordsLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => r.SortOrder);
    }
}
