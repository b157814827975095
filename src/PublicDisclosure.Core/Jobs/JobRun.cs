using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PublicDisclosure.Core.Jobs;

/// <summary>One run of a periodic job, for the operators' page.</summary>
public sealed class JobRun
{
    public const int JobNameLength = 60;
    public const int FailureLength = 1000;

    public Guid Id { get; init; }

    public required string JobName { get; init; }

    public DateTime StartedAt { get; init; }

    public DateTime? EndedAt { get; set; }

    /// <summary>Items handled.</summary>
    public int Handled { get; set; }

    /// <summary>Type and message of the failure; empty when it went well.</summary>
    public string Failure { get; set; } = "";
}

/// <summary>The row that keeps several nodes from running the same job at once.</summary>
public sealed class JobLease
{
    public required string JobName { get; init; }

    /// <summary>Which node holds it.</summary>
    public string Holder { get; set; } = "";

    /// <summary>UTC instant until which it is held.</summary>
    public DateTime HeldUntil { get; set; }
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("JobRuns");
        builder.Property(r => r.JobName).HasMaxLength(JobRun.JobNameLength);
        builder.Property(r => r.Failure).HasMaxLength(JobRun.FailureLength);
        builder.HasIndex(r => new { r.JobName, r.StartedAt });
    }
}

internal sealed class JobLeaseConfiguration : IEntityTypeConfiguration<JobLease>
{
    public void Configure(EntityTypeBuilder<JobLease> builder)
    {
        builder.ToTable("JobLeases");
        builder.HasKey(l => l.JobName);
        builder.Property(l => l.JobName).HasMaxLength(JobRun.JobNameLength);
        builder.Property(l => l.Holder).HasMaxLength(100);
    }
}
