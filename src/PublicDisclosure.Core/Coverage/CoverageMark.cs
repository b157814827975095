using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// Something that duties are counted from has changed. Written in the save that changed it, so that no path can forget it and a
/// crash loses nothing; taken away when <see cref="CoverageRefresh"/> has counted anew. With neither record, organisation nor
/// item it means everything.
/// </summary>
public sealed class CoverageMark
{
    public Guid Id { get; init; }

    /// <summary>The disclosure that changed: the duties of its organisation for its items.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>The organisation, where it is not the record's.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The item, where it is not one of the record's; empty otherwise.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>Everything must be counted anew.</summary>
    public bool IsWhole => RecordId is null && OrganisationId is null && ItemCode.Length == 0;
}

internal sealed class CoverageMarkConfiguration : IEntityTypeConfiguration<CoverageMark>
{
    public void Configure(EntityTypeBuilder<CoverageMark> builder)
    {
        builder.ToTable("CoverageMarks");
        builder.Ignore(m => m.IsWhole);
        builder.Property(m => m.ItemCode).HasMaxLength(StandardItem.CodeLength);
    }
}
