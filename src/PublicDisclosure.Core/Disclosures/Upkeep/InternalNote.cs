using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PublicDisclosure.Core.Shared;

namespace PublicDisclosure.Core.Disclosures;

/// <summary>
/// A remark of colleagues on a disclosure (内部备注). Staff of the organisation and the disclosure office read it; no page, list,
/// file or export for the public carries it. It is never edited; struck, it stays readable with the reason.
/// </summary>
public sealed class InternalNote
{
    public const int TextLength = 1000;
    public const int ReasonLength = 200;

    private InternalNote()
    {
    }

    public Guid Id { get; private set; }

    public Guid DisclosureId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTime At { get; private set; }

    public Guid By { get; private set; }

    public DateTime? StruckAt { get; private set; }

    public Guid? StruckBy { get; private set; }

    public string StrikeReason { get; private set; } = "";

    /// <summary>Concurrency token.</summary>
    public int Revision { get; private set; }

    public static InternalNote Write(Guid id, Guid disclosureId, string text, DateTime now, Guid by)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RuleViolationException(new Refusal("Note.TextMissing", "Text"));
        return new InternalNote { Id = id, DisclosureId = disclosureId, Text = text.Trim(), At = now, By = by };
    }

    /// <summary>Says that it no longer holds, with the reason.</summary>
    public void Strike(string reason, DateTime now, Guid by)
    {
        if (StruckAt is not null) throw new RuleViolationException(new Refusal("Note.AlreadyStruck"));
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleViolationException(new Refusal("Note.StrikeReasonMissing", "Reason"));
        (StruckAt, StruckBy, StrikeReason) = (now, by, reason.Trim());
        Revision++;
    }
}

internal sealed class InternalNoteConfiguration : IEntityTypeConfiguration<InternalNote>
{
    public void Configure(EntityTypeBuilder<InternalNote> builder)
    {
        builder.ToTable("InternalNotes");
        builder.Property(n => n.Text).HasMaxLength(InternalNote.TextLength);
        builder.Property(n => n.StrikeReason).HasMaxLength(InternalNote.ReasonLength);
        builder.Property(n => n.Revision).IsConcurrencyToken();
        builder.HasIndex(n => new { n.DisclosureId, n.At });
        builder.HasOne<Disclosure>().WithMany().HasForeignKey(n => n.DisclosureId).OnDelete(DeleteBehavior.Cascade);
    }
}
