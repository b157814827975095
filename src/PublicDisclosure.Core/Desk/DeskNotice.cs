using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Accounts;

namespace PublicDisclosure.Core.Desk;

/// <summary>At what moment a person is written to about a task.</summary>
public enum DeskStep
{
    /// <summary>新到</summary>
    Assigned,

    /// <summary>即将到期</summary>
    DueSoon,

    /// <summary>已逾期</summary>
    Overdue,
}

/// <summary>A task and a step of which a person was told. The key keeps it to once; a due date that moved begins anew.</summary>
public sealed class DeskNotice
{
    public const int KeyLength = DeskTask.KeyLength + 20;

    private DeskNotice()
    {
    }

    internal DeskNotice(Guid userId, string key, DeskStep step, DateTime at) => (UserId, Key, Step, At) = (userId, key, step, at);

    public Guid UserId { get; private set; }

    /// <summary>The task's key, with its due date for the steps that follow from it.</summary>
    public string Key { get; private set; } = "";

    public DeskStep Step { get; private set; }

    public DateTime At { get; private set; }
}

internal sealed class DeskNoticeConfiguration : IEntityTypeConfiguration<DeskNotice>
{
    public void Configure(EntityTypeBuilder<DeskNotice> builder)
    {
        builder.ToTable("DeskNotices");
        builder.HasKey(n => new { n.UserId, n.Key, n.Step });
        builder.Property(n => n.Key).HasMaxLength(DeskNotice.KeyLength);
        builder.HasOne<StaffUser>().WithMany().HasForeignKey(n => n.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
