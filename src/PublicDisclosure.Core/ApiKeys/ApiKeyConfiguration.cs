using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.ApiKeys;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("ApiKeys");
        builder.Property(k => k.SystemName).HasMaxLength(ApiKey.SystemNameLength);
        builder.Property(k => k.Prefix).HasMaxLength(ApiKeySecret.PrefixLength);
        builder.Property(k => k.SecretHash).HasMaxLength(ApiKeySecret.HashLength);
        builder.HasIndex(k => k.SecretHash).IsUnique();
        builder.HasIndex(k => k.Prefix);
        builder.HasIndex(k => new { k.OrganisationId, k.CreatedAt });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(k => k.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SystemArrivalConfiguration : IEntityTypeConfiguration<SystemArrival>
{
    public void Configure(EntityTypeBuilder<SystemArrival> builder)
    {
        builder.ToTable("SystemArrivals");
        builder.HasKey(a => a.DisclosureId);
        builder.Property(a => a.SystemName).HasMaxLength(ApiKey.SystemNameLength);
        builder.Property(a => a.ExternalReference).HasMaxLength(SystemArrival.ReferenceLength);
        // Two requests of one number at the same moment make one draft: the database decides.
        builder.HasIndex(a => new { a.OrganisationId, a.SystemName, a.ExternalReference }).IsUnique();
        builder.HasIndex(a => a.KeyId);
        builder.HasOne<ApiKey>().WithMany().HasForeignKey(a => a.KeyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptAnswerConfiguration : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("KeptAnswers");
        builder.HasKey(a => new { a.KeyId, a.IdempotencyKey });
        builder.Property(a => a.IdempotencyKey).HasMaxLength(KeptAnswer.IdempotencyKeyLength);
        builder.Property(a => a.RequestHash).HasMaxLength(KeptAnswer.HashLength);
        builder.HasIndex(a => a.At);
        builder.HasOne<ApiKey>().WithMany().HasForeignKey(a => a.KeyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(a => a.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}
