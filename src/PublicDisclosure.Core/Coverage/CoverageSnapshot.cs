using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.Coverage;

/// <summary>
/// What stood at the end of a month about everything that fell due since its quarter began, of one organisation in one domain.
/// Taken once and never changed; where facts that came to light later give other figures, a further one with the next number
/// stands beside it (更正).
/// </summary>
public sealed class CoverageSnapshot
{
    private CoverageSnapshot()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Last day of the month.</summary>
    public DateOnly MonthEnd { get; private set; }

    public Guid OrganisationId { get; private set; }

    public Guid DomainId { get; private set; }

    /// <summary>1 as first published, 2 and on for restatements.</summary>
    public int Number { get; private set; }

    public int OnTime { get; private set; }

    public int Late { get; private set; }

    public int Overdue { get; private set; }

    public DateTime TakenAt { get; private set; }

    /// <summary>The figures.</summary>
    public CoverageShare Share => new(OnTime: OnTime, Late: Late, Overdue: Overdue);

    internal static CoverageSnapshot Take(Guid id, DateOnly monthEnd, (Guid Organisation, Guid Domain) cell, int number, CoverageShare share, DateTime now) => new()
    {
        Id = id,
        MonthEnd = monthEnd,
        OrganisationId = cell.Organisation,
        DomainId = cell.Domain,
        Number = number,
        OnTime = share.OnTime,
        Late = share.Late,
        Overdue = share.Overdue,
        TakenAt = now,
    };
}

internal sealed class CoverageSnapshotConfiguration : IEntityTypeConfiguration<CoverageSnapshot>
{
    public void Configure(EntityTypeBuilder<CoverageSnapshot> builder)
    {
        builder.ToTable("CoverageSnapshots");
        builder.Ignore(s => s.Share);
        builder.HasIndex(s => new { s.MonthEnd, s.OrganisationId, s.DomainId, s.Number }).IsUnique();
        builder.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DisclosureDomain>().WithMany().HasForeignKey(s => s.DomainId).OnDelete(DeleteBehavior.Restrict);
    }
}
