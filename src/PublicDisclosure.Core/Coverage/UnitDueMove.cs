using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Coverage;

/// <summary>The last day of a period, a standing page or its check moved, because a notice was signed off or a limit ruled.</summary>
public sealed class UnitDueMove
{
    public Guid Id { get; init; }

    public Guid UnitId { get; init; }

    public Guid OrganisationId { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public DateTime At { get; init; }

    /// <summary>When those concerned were written to; null while that is still to be done.</summary>
    public DateTime? ToldAt { get; private set; }

    internal void MarkTold(DateTime now) => ToldAt ??= now;
}

internal sealed class UnitDueMoveConfiguration : IEntityTypeConfiguration<UnitDueMove>
{
    public void Configure(EntityTypeBuilder<UnitDueMove> builder)
    {
        builder.ToTable("UnitDueMoves");
        builder.HasIndex(m => new { m.OrganisationId, m.At });
        builder.HasIndex(m => m.ToldAt);
        builder.HasOne<CoverageUnit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}
