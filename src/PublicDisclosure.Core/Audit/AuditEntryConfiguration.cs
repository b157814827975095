using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Audit;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLength);
        builder.Property(e => e.ObjectName).HasMaxLength(AuditEntry.ObjectNameLength);
        builder.Property(e => e.Detail).HasMaxLength(AuditEntry.DetailLength);
        builder.HasIndex(e => new { e.At, e.Id });
        builder.HasIndex(e => new { e.By, e.At });
        builder.HasIndex(e => new { e.ObjectId, e.At });
    }
}
