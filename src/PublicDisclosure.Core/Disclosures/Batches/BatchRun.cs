using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures.Batches;

/// <summary>
/// A step taken for many rows of a batch at once, in the name of one person. Each row goes through the same workflow method as
/// a single disclosure, with the revision that the person saw; what cannot go stays behind with its reasons. A run that was
/// interrupted goes on where it stood.
/// </summary>
public sealed class BatchRun
{
    public const int SeenLength = 400_000;
    public const int ReasonsLength = 20_000;

    private readonly List<BatchRunRow> _left = [];

    private BatchRun()
    {
    }

    public Guid Id { get; private set; }

    public Guid BatchId { get; private set; }

    public BatchStep Step { get; private set; }

    public Guid By { get; private set; }

    public DateTime RequestedAt { get; private set; }

    /// <summary>Rows with the revision that the person saw: <c>12:3,13:3</c>.</summary>
    public string Seen { get; private set; } = "";

    /// <summary>Reasons for warnings by code, as JSON; they hold for every row with the warning.</summary>
    public string Reasons { get; private set; } = "";

    public string Remark { get; private set; } = "";

    /// <summary>Rows to go through.</summary>
    public int Total { get; private set; }

    /// <summary>Rows gone through so far.</summary>
    public int Position { get; private set; }

    /// <summary>Rows that took the step.</summary>
    public int Done { get; private set; }

    /// <summary>Until when somebody is at work on it; another takes over after that.</summary>
    public DateTime HeldUntil { get; private set; }

    public DateTime? EndedAt { get; private set; }

    /// <summary>Rows that stayed behind.</summary>
    public IReadOnlyList<BatchRunRow> Left => _left;

    /// <summary>Asks for a step.</summary>
    public static BatchRun Request(Guid id, RunBatch command, string reasons, int total, DateTime now) => new()
    {
        Id = id,
        BatchId = command.BatchId,
        Step = command.Step,
        By = command.By,
        RequestedAt = now,
        Seen = command.Seen,
        Reasons = reasons,
        Remark = command.Remark.Trim(),
        Total = total,
        HeldUntil = now,
    };

    /// <summary>A row went through; <paramref name="left"/> says why it stayed behind, null that it took the step.</summary>
    public void Note(BatchRunRow? left)
    {
        Position++;
        if (left is null) Done++;
        else _left.Add(left);
    }

    /// <summary>Keeps others from working on it for a while.</summary>
    public void Hold(DateTime until) => HeldUntil = until;

    /// <summary>All rows went through.</summary>
    public void End(DateTime now) => (EndedAt, HeldUntil) = (now, now);
}

/// <summary>A row that stayed behind.</summary>
public sealed class BatchRunRow
{
    public const int CodesLength = 1000;

    private BatchRunRow()
    {
    }

    internal BatchRunRow(Guid runId, int row, OutcomeKind kind, IEnumerable<string> codes)
    {
        var text = string.Join(',', codes.Distinct());
        (RunId, Row, Kind, Codes) = (runId, row, kind, text.Length <= CodesLength ? text : text[..text.LastIndexOf(',', CodesLength - 1)]);
    }

    public Guid RunId { get; private set; }

    public int Row { get; private set; }

    public OutcomeKind Kind { get; private set; }

    /// <summary>Codes of the refusals, parted by commas.</summary>
    public string Codes { get; private set; } = "";
}

/// <summary>A step for a batch.</summary>
/// <param name="RunId">Given out with the form, so that sending it twice runs once.</param>
/// <param name="BatchId">The batch.</param>
/// <param name="Step">What to do.</param>
/// <param name="Seen">Rows with the revision that the person saw, <c>12:3,13:3</c>; a row that changed since stays behind.</param>
/// <param name="Reasons">Reasons for warnings by code, for every row with the warning.</param>
/// <param name="Remark">Remark of the step.</param>
/// <param name="By">Who takes it.</param>
public sealed record RunBatch(Guid RunId, Guid BatchId, BatchStep Step, string Seen, IReadOnlyDictionary<string, string> Reasons, string Remark, Guid By);

internal sealed class BatchRunConfiguration : IEntityTypeConfiguration<BatchRun>
{
    public void Configure(EntityTypeBuilder<BatchRun> builder)
    {
        builder.ToTable("BatchRuns");
        builder.Property(r => r.Seen).HasMaxLength(BatchRun.SeenLength);
        builder.Property(r => r.Reasons).HasMaxLength(BatchRun.ReasonsLength);
        builder.Property(r => r.Remark).HasMaxLength(DisclosureTransition.RemarkLength);
        builder.Property(r => r.Position).IsConcurrencyToken();
        builder.HasIndex(r => new { r.BatchId, r.RequestedAt });
        builder.HasIndex(r => new { r.EndedAt, r.HeldUntil });
        builder.HasOne<DisclosureBatch>().WithMany().HasForeignKey(r => r.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Left).WithOne().HasForeignKey(l => l.RunId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BatchRunRowConfiguration : IEntityTypeConfiguration<BatchRunRow>
{
    public void Configure(EntityTypeBuilder<BatchRunRow> builder)
    {
        builder.ToTable("BatchRunRows");
        builder.HasKey(r => new { r.RunId, r.Row });
        builder.Property(r => r.Codes).HasMaxLength(BatchRunRow.CodesLength);
    }
}
