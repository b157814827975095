using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Organisations;

namespace PublicDisclosure.Core.SelfTest;

internal sealed class SelfTestFindingConfiguration : IEntityTypeConfiguration<SelfTestFinding>
{
    public void Configure(EntityTypeBuilder<SelfTestFinding> builder)
    {
        builder.ToTable("SelfTestFindings");
        builder.Property(f => f.Key).HasMaxLength(SelfTestFinding.KeyLength);
        builder.Property(f => f.SubjectTitle).HasMaxLength(SelfTestFinding.TitleLength);
        builder.Property(f => f.SubjectPath).HasMaxLength(SelfTestFinding.PathLength);
        builder.Property(f => f.Arguments).HasMaxLength(SelfTestFinding.ArgumentsLength);
        builder.HasIndex(f => new { f.Indicator, f.Key }).IsUnique();
        // The lists, newest first; the whole city's and an organisation's.
        builder.HasIndex(f => new { f.Indicator, f.MendedAt, f.FirstSeenAt, f.Id });
        builder.HasIndex(f => new { f.OrganisationId, f.Indicator, f.MendedAt, f.FirstSeenAt, f.Id });
        builder.HasOne<Organisation>().WithMany().HasForeignKey(f => f.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(f => f.Events).WithOne().HasForeignKey(e => e.FindingId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SelfTestEventConfiguration : IEntityTypeConfiguration<SelfTestEvent>
{
    public void Configure(EntityTypeBuilder<SelfTestEvent> builder)
    {
        builder.ToTable("SelfTestEvents");
        builder.HasIndex(e => new { e.RunId, e.Kind });
        builder.HasOne<SelfTestRun>().WithMany().HasForeignKey(e => e.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SelfTestRunConfiguration : IEntityTypeConfiguration<SelfTestRun>
{
    public void Configure(EntityTypeBuilder<SelfTestRun> builder)
    {
        builder.ToTable("SelfTestRuns");
        builder.Property(r => r.Failure).HasMaxLength(SelfTestRun.FailureLength);
        builder.Property(r => r.Revision).IsConcurrencyToken();
        builder.HasIndex(r => new { r.StartedAt, r.Id });
        builder.HasIndex(r => r.EndedAt);
        builder.HasMany(r => r.Figures).WithOne().HasForeignKey(f => f.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SelfTestFigureConfiguration : IEntityTypeConfiguration<SelfTestFigure>
{
    public void Configure(EntityTypeBuilder<SelfTestFigure> builder)
    {
        builder.ToTable("SelfTestFigures");
        builder.HasKey(f => new { f.RunId, f.Indicator });
    }
}
