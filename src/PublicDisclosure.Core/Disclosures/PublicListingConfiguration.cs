using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// Each index of a list ends in time and id, so that it is read from its position on and never sorted; behind them stand the
/// columns that lists are narrowed by, so that rows passed over are not fetched.
/// </summary>
internal sealed class PublicListingConfiguration : IEntityTypeConfiguration<PublicListing>
{
    public void Configure(EntityTypeBuilder<PublicListing> builder)
    {
        builder.ToTable("PublicListings");
        builder.Property(l => l.HasValidity).HasDefaultValue(false);
        builder.Property(l => l.IsImported).HasDefaultValue(false);
        builder.HasKey(l => l.DisclosureId);
        builder.Property(l => l.DisclosureId).ValueGeneratedNever();
        builder.Property(l => l.Address).HasMaxLength(40);
        builder.Property(l => l.IndexNumber).HasMaxLength(IndexNumber.MaxLength);
        builder.Property(l => l.Title).HasMaxLength(DisclosureText.TitleLength);
        builder.Property(l => l.Summary).HasMaxLength(DisclosureText.SummaryLength);
        builder.Property(l => l.DocumentNumber).HasMaxLength(DocumentNumber.MaxLength);
        builder.HasIndex(l => l.Address).IsUnique();
        builder.HasIndex(l => l.DisplayUntil);
        builder.HasIndex(l => l.IndexNumber);
        builder.HasIndex(l => l.DocumentNumber);
        builder.HasIndex(l => new { l.FirstPublishedAt, l.DisclosureId, l.Genre, l.AspectBits, l.Year, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn });
        builder.HasIndex(l => new { l.OrganisationId, l.FirstPublishedAt, l.DisclosureId, l.Genre, l.AspectBits, l.Year, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn });
        builder.HasIndex(l => new { l.Genre, l.FirstPublishedAt, l.DisclosureId, l.AspectBits, l.Year, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn });
        builder.HasIndex(l => new { l.OrganisationId, l.Genre, l.FirstPublishedAt, l.DisclosureId });
        builder.HasIndex(l => new { l.Year, l.FirstPublishedAt, l.DisclosureId, l.Genre, l.AspectBits });
        builder.HasIndex(l => new { l.OrganisationId, l.MandatoryClass, l.FirstPublishedAt, l.DisclosureId });
        // The policy document library, and the staff's list of what ends when.
        builder.HasIndex(l => new { l.HasValidity, l.FirstPublishedAt, l.DisclosureId, l.OrganisationId, l.Genre, l.Theme, l.DocumentDate, l.EffectiveOn, l.ExpiresOn, l.AmendedOn, l.RepealedOn });
        builder.HasIndex(l => new { l.HasValidity, l.ExpiresOn, l.OrganisationId, l.RepealedOn });
        // For the checklist (has the organisation published this title?) and for the figures, which read every row.
        builder.HasIndex(l => new { l.OrganisationId, l.Title });
        builder.HasIndex(l => new { l.OrganisationId, l.AspectBits, l.DueOn, l.PublishedOn });
        builder.HasOne<Disclosure>().WithOne().HasForeignKey<PublicListing>(l => l.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(l => l.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(l => l.Domains).WithOne().HasForeignKey(d => d.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PublicListingItemConfiguration : IEntityTypeConfiguration<PublicListingItem>
{
    public void Configure(EntityTypeBuilder<PublicListingItem> builder)
    {
        builder.ToTable("PublicListingItems");
        builder.HasKey(i => new { i.DisclosureId, i.ItemCode });
        builder.Property(i => i.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(i => i.Elements).HasMaxLength(StandardItem.LongTextLength);
        builder.HasIndex(i => new { i.ItemCode, i.FirstPublishedAt, i.DisclosureId });
        builder.HasIndex(i => new { i.OrganisationId, i.ItemCode, i.FirstPublishedAt, i.DisclosureId });
    }
}

internal sealed class PublicListingDomainConfiguration : IEntityTypeConfiguration<PublicListingDomain>
{
    public void Configure(EntityTypeBuilder<PublicListingDomain> builder)
    {
        builder.ToTable("PublicListingDomains");
        builder.HasKey(d => new { d.DisclosureId, d.DomainId });
        builder.HasIndex(d => new { d.DomainId, d.FirstPublishedAt, d.DisclosureId, d.OrganisationId, d.Genre, d.AspectBits, d.Year, d.EffectiveOn, d.ExpiresOn, d.AmendedOn, d.RepealedOn });
        builder.HasIndex(d => new { d.OrganisationId, d.DomainId, d.FirstPublishedAt, d.DisclosureId });
        builder.HasIndex(d => new { d.DomainId, d.DueOn, d.PublishedOn });
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(d => d.DomainId).OnDelete(DeleteBehavior.Restrict);
    }
}
