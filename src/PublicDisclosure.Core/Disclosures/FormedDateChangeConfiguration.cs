using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Disclosures;

internal sealed class FormedDateChangeConfiguration : IEntityTypeConfiguration<FormedDateChange>
{
    public void Configure(EntityTypeBuilder<FormedDateChange> builder)
    {
        builder.ToTable("FormedDateChanges");
        builder.Property(c => c.Reason).HasMaxLength(FormedDateChange.ReasonLength);
        builder.Property(c => c.Remark).HasMaxLength(FormedDateChange.ReasonLength);
        builder.HasIndex(c => new { c.Decision, c.RequestedAt });
    }
}
