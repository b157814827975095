using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Catalogue;
using PublicDisclosure.Core.Disclosures;
using PublicDisclosure.Core.Organisations;
using PublicDisclosure.Core.Text;
using PublicDisclosure.Core.Time;

namespace PublicDisclosure.Core.Limits;

/// <summary>
/// The due date of one version of a disclosure (应公开日期): of the first while it is not public, of an update while it is under
/// way. Stored so that lists sort by it, with what it rests on, so that it can be explained as it was counted. Publication
/// settles it: from then on neither calendar nor limit moves it.
/// </summary>
public sealed class DueDate
{
    public const int ClauseLength = 200;
    public const int InputsLength = 500;

    private DueDate()
    {
    }

    public Guid DisclosureId { get; private set; }

    /// <summary>The version it is the due date of: 1, or that of the update.</summary>
    public int Version { get; private set; }

    /// <summary>The day that set the limit going.</summary>
    public DateOnly From { get; private set; }

    public DateOnly DueOn { get; private set; }

    public int Amount { get; private set; }

    public LimitUnit Unit { get; private set; }

    public LimitDirection Direction { get; private set; }

    public LimitAnchor Anchor { get; private set; }

    public DueBasis Basis { get; private set; }

    /// <summary>预计: it may move when a year's notice is signed off.</summary>
    public bool IsEstimated { get; private set; }

    /// <summary>Why it is an estimate, as <see cref="Estimate.Write"/> stores it.</summary>
    public string Estimates { get; private set; } = "";

    /// <summary>The item whose limit ends first.</summary>
    public string ItemCode { get; private set; } = "";

    /// <summary>That item's wording, as it stood.</summary>
    public string Wording { get; private set; } = "";

    /// <summary>Article, document or name of the released schedule.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>What it was counted from beside the day: genre and items. Another choice of them is counted anew.</summary>
    public string Inputs { get; private set; } = "";

    /// <summary>When it was counted, UTC: the calendar as of then gives the same way.</summary>
    public DateTime CountedAt { get; private set; }

    /// <summary>When its version was published; null while it runs.</summary>
    public DateTime? SettledAt { get; private set; }

    /// <summary>The limit.</summary>
    public LimitSpan Span => new(Amount, Unit, Direction);

    internal static DueDate Of(Guid disclosureId, int version, CountedDue counted, string inputs, DateTime now)
    {
        var due = new DueDate { DisclosureId = disclosureId, Version = version };
        due.Recount(counted, inputs, now);
        return due;
    }

    /// <summary>Takes over a new count. Only the procedure that changes a formed date touches one that is settled.</summary>
    internal void Recount(CountedDue counted, string inputs, DateTime now)
    {
        (From, DueOn, Amount, Unit, Direction) = (counted.From, counted.DueOn, counted.Span.Amount, counted.Span.Unit, counted.Span.Direction);
        (Anchor, Basis, IsEstimated, ItemCode) = (counted.Anchor, counted.Basis, counted.IsEstimated, counted.ItemCode);
        Estimates = Estimate.Write(counted.Estimates);
        (Wording, Clause, Inputs, CountedAt) = (counted.Wording, ShortText.Start(counted.Clause, ClauseLength), inputs, now);
    }

    internal void Settle(DateTime now) => SettledAt ??= now;
}

/// <summary>Why a running due date moved.</summary>
public enum DueMoveCause
{
    /// <summary>A holiday notice was signed off.</summary>
    Calendar,

    /// <summary>A limit or the reading of a word changed.</summary>
    Limit,

    /// <summary>A released day was entered or taken out.</summary>
    Schedule,

    /// <summary>A new edition of a catalogue came into force.</summary>
    Edition,
}

/// <summary>
/// Asks the job to count running due dates anew after a change that bears no mark of its own (a released day, a new edition).
/// Written in the save of that change.
/// </summary>
public sealed class DueRecount
{
    public Guid Id { get; init; }

    public DueMoveCause Cause { get; init; }

    /// <summary>What changed, as the moves will say it.</summary>
    public string Source { get; init; } = "";

    public DateTime At { get; init; }

    /// <summary>When the dates had been counted; null while it waits.</summary>
    public DateTime? DoneAt { get; internal set; }

    /// <summary>A request of now.</summary>
    public static DueRecount Ask(DueMoveCause cause, string source, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Cause = cause,
        Source = ShortText.Start(source, DueDateMove.SourceLength),
        At = now,
    };
}

/// <summary>A running due date was counted anew and moved: the event that is shown to those concerned and kept.</summary>
public sealed class DueDateMove
{
    public const int SourceLength = 200;

    public Guid Id { get; init; }

    public Guid DisclosureId { get; init; }

    public Guid OrganisationId { get; init; }

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }

    public DueMoveCause Cause { get; init; }

    /// <summary>The notice or ruling.</summary>
    public string Source { get; init; } = "";

    public DateTime At { get; init; }

    /// <summary>When those concerned were written to; null while that is still to be done.</summary>
    public DateTime? ToldAt { get; private set; }

    internal void MarkTold(DateTime now) => ToldAt ??= now;
}

internal sealed class DueDateConfiguration : IEntityTypeConfiguration<DueDate>
{
    public void Configure(EntityTypeBuilder<DueDate> builder)
    {
        builder.ToTable("DueDates");
        builder.HasKey(d => new { d.DisclosureId, d.Version });
        builder.Ignore(d => d.Span);
        builder.Property(d => d.ItemCode).HasMaxLength(StandardItem.CodeLength);
        builder.Property(d => d.Wording).HasMaxLength(StandardItem.ShortTextLength);
        builder.Property(d => d.Clause).HasMaxLength(DueDate.ClauseLength);
        builder.Property(d => d.Inputs).HasMaxLength(DueDate.InputsLength);
        builder.Property(d => d.Estimates).HasMaxLength(Estimate.StoredLength).HasDefaultValue("");
        builder.HasIndex(d => new { d.SettledAt, d.DueOn });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(d => d.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class DueDateMoveConfiguration : IEntityTypeConfiguration<DueDateMove>
{
    public void Configure(EntityTypeBuilder<DueDateMove> builder)
    {
        builder.ToTable("DueDateMoves");
        builder.Property(m => m.Source).HasMaxLength(DueDateMove.SourceLength);
        builder.HasIndex(m => new { m.OrganisationId, m.At });
        builder.HasIndex(m => m.ToldAt);
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(m => m.DisclosureId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DueRecountConfiguration : IEntityTypeConfiguration<DueRecount>
{
    public void Configure(EntityTypeBuilder<DueRecount> builder)
    {
        builder.ToTable("DueRecounts");
        builder.Property(r => r.Source).HasMaxLength(DueDateMove.SourceLength);
        builder.HasIndex(r => r.DoneAt);
    }
}
